// An environment variable in one of the shapes that people invent, put into RunPod's.

import { type Json, plain } from '../../edits/json';
import type { JsonObject, JsonValue } from '../../facts/json';
import { HUB } from '../../knowledge/hub';
import { type Field, fieldAt } from '../../knowledge/shape';
import { fits } from '../../model/hub/shape';
import { isArray, isObject, isScalar, member, stringOf } from '../../model/json';

export interface EnvItem {
  readonly key: string;
  readonly json: Json;
  /** Whether everything the entry said is in it. */
  readonly complete: boolean;
}

const INPUT_FIELDS: readonly Field[] = fieldAt(HUB, 'config', 'env', 'input')?.fields ?? [];
const INPUT_TYPE = fieldAt(HUB, 'config', 'env', 'input', 'type');

/** `name` is given where the shape keeps it outside of the entry. */
export function envItem(entry: JsonValue, name?: string): EnvItem | undefined {
  if (entry.kind === 'string') return fromAssignment(entry.value);
  if (!isObject(entry)) return undefined;
  const key = name ?? stringOf(member(entry, 'key')?.value) ?? stringOf(member(entry, 'name')?.value);
  if (key === undefined || key === '') return undefined;
  const input = member(entry, 'input')?.value;
  if (isObject(input)) return asInput(input, key, stringOf(member(input, 'name')?.value));
  if (member(entry, 'value') !== undefined) return asStatic(entry, key);
  // Where the variable's name stands under "name", it is no label.
  return asInput(entry, key, member(entry, 'key') && stringOf(member(entry, 'name')?.value));
}

/** All that a value holds, be it a list of entries or an object with the names as keys. */
export function envItems(value: JsonValue): readonly Pick<EnvItem, 'key' | 'json'>[] {
  if (isArray(value)) return value.items.flatMap((item) => envItem(item) ?? []);
  if (!isObject(value)) return [];
  // { "NAME": "value" } and { "NAME": { "description": …, "default": … } }
  return value.properties.flatMap(({ key, value: inner }): readonly Pick<EnvItem, 'key' | 'json'>[] => {
    if (inner === undefined) return [];
    if (isObject(inner)) return [envItem(inner, key) ?? []].flat();
    return isScalar(inner) ? [{ key, json: { key, value: String(plain(inner) ?? '') } }] : [];
  });
}

/** `NAME=value`, as on a command line. */
function fromAssignment(text: string): EnvItem | undefined {
  const [, key, value] = /^([A-Za-z_]\w*)=(.*)$/s.exec(text) ?? [];
  return key === undefined || value === undefined ? undefined : { key, json: { key, value }, complete: true };
}

function asStatic(entry: JsonObject, key: string): EnvItem | undefined {
  const value = member(entry, 'value')?.value;
  if (!isScalar(value)) return undefined;
  const known = entry.properties.every((property) => ['key', 'name', 'value'].includes(property.key));
  return { key, json: { key, value: String(value.value ?? '') }, complete: known && value.value !== null };
}

function asInput(entry: JsonObject, key: string, label: string | undefined): EnvItem {
  const type = inputType(entry);
  const input: Record<string, Json> = { name: label ?? key, type };
  const used = new Set(['key', 'name', 'type']);
  for (const field of INPUT_FIELDS) {
    if (used.has(field.key)) continue;
    const value = member(entry, field.key)?.value;
    if (value === undefined || !fits(value, field)) continue;
    if (field.key === 'default' && value.kind !== expectedDefault(type)) continue;
    input[field.key] = plain(value);
    used.add(field.key);
  }
  return { key, json: { key, input }, complete: entry.properties.every((property) => used.has(property.key)) };
}

/** The type that the entry names, in RunPod's words; else what its default says. */
function inputType(entry: JsonObject): string {
  const named = stringOf(member(entry, 'type')?.value);
  const known = INPUT_TYPE?.values?.find((type) => type === named);
  const meant = known ?? (named !== undefined ? INPUT_TYPE?.meant?.[named.toLowerCase()] : undefined);
  if (meant !== undefined) return meant;
  const value = member(entry, 'default')?.value;
  return value?.kind === 'number' || value?.kind === 'boolean' ? value.kind : 'string';
}

function expectedDefault(type: string): JsonValue['kind'] {
  return type === 'number' || type === 'boolean' ? type : 'string';
}

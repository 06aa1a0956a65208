// Required fields that hub.json lacks. Without GPU or CPU fields that contradict runsOn: hub-cpu-gpu-mixed.

import type { Fix } from '../../base/edit';
import { type Message, say } from '../../base/message';
import { basename, dirname } from '../../base/uri';
import { insertProperty, type Json, plain, removeProperties } from '../../edits/json';
import type { JsonFile, JsonObject, JsonProperty } from '../../facts/json';
import { HUB, PUBLISHING_GUIDE } from '../../knowledge/hub';
import { type Field, fieldAt } from '../../knowledge/shape';
import { machineOf } from '../../model/hub/hub';
import { misspeltFields } from '../../model/hub/shape';
import { headOf, isObject, member, placeOf } from '../../model/json';
import { type Finding, rule } from '../rule';

export const hubFieldMissing = rule({
  meta: {
    id: 'hub-field-missing',
    area: 'hub',
    severity: 'error',
    since: '0.1.0',
    summary: 'hub.json lacks a required field.',
    why: 'The Hub does not accept the listing, or whoever deploys it must choose what you left out.',
    good: 'hub.json has every required field.',
    shownBy: 'hub',
    sources: [PUBLISHING_GUIDE],
  },
  reads: ['hub!'],
  *check({ hub }) {
    if (!isObject(hub.root)) return;
    const config = member(hub.root, 'config');
    yield* missing(hub, hub.root, HUB.fields ?? [], undefined);
    if (isObject(config?.value)) yield* missing(hub, config.value, fieldAt(HUB, 'config')?.fields ?? [], config);
  },
});

function* missing(
  file: JsonFile,
  object: JsonObject,
  fields: readonly Field[],
  holder: JsonProperty | undefined,
): Iterable<Finding> {
  const misspelt = misspeltFields(object, { type: 'object', fields });
  let after: JsonProperty | undefined;
  for (const field of fields) {
    const present = member(object, field.key);
    if (present !== undefined) after = present;
    // A misspelt key is reported where it stands, by the rule for unknown keys.
    if (present !== undefined || misspelt.has(field.key) || !isRequired(field, file)) continue;
    yield {
      ...placeOf(file, holder?.keySpan ?? headOf(object)),
      message: holder === undefined ? say`hub.json has no "${field.key}".` : say`config has no "${field.key}".`,
      ...(field.missing && { severity: field.missing }),
      fixes: [insertion(file, object, field, after)],
    };
  }
}

/** The CPU flavor of a CPU worker is hub-cpu-gpu-mixed's. */
function isRequired(field: Field, file: JsonFile): boolean {
  return field.required === 'always' || (field.required === 'gpu' && machineOf(file) === 'GPU');
}

function insertion(file: JsonFile, object: JsonObject, field: Field, after: JsonProperty | undefined): Fix {
  const strays = field.key === 'config' ? configFieldsIn(object) : [];
  const value = strays.length > 0 ? gathered(strays) : valueFor(file, object, field);
  const edits = insertProperty(file, object, field.key, value, after ?? object.properties.at(-1));
  return {
    title: strays.length > 0 ? say`Put the machine's fields into "config"` : titleOf(field, value),
    safe: strays.length > 0 || isMeant(object, field),
    edits: [...edits, ...removeProperties(file, object, strays)],
  };
}

/** Whether there is no choice, or the fields beside it have made it. Anything else is a start, to be looked at. */
function isMeant(object: JsonObject, { key, values }: Field): boolean {
  if (key !== 'runsOn') return values?.length === 1;
  const forGpu = member(object, 'gpuIds') !== undefined || member(object, 'gpuCount') !== undefined;
  return forGpu !== (member(object, 'cpuFlavor') !== undefined);
}

function titleOf({ key }: Field, value: Json): Message {
  return typeof value === 'object' ? say`Add "${key}"` : say`Add "${key}" with ${JSON.stringify(value)}`;
}

/** Fields of `config` that stand beside it. */
function configFieldsIn(root: JsonObject): readonly JsonProperty[] {
  const keys = new Set(fieldAt(HUB, 'config')?.fields?.map(({ key }) => key));
  return root.properties.filter(({ key, value }) => keys.has(key) && value !== undefined);
}

function gathered(strays: readonly JsonProperty[]): Json {
  return Object.fromEntries(strays.map(({ key, value }) => [key, value === undefined ? null : plain(value)]));
}

function valueFor(file: JsonFile, object: JsonObject, field: Field): Json {
  if (field.key === 'runsOn' && member(object, 'cpuFlavor') !== undefined) return 'CPU';
  if (field.initial !== undefined) return field.initial;
  const title = member(object, 'title')?.value;
  if (field.key === 'description' && title?.kind === 'string') return title.value;
  const folder = dirname(file.source.uri);
  return basename(basename(folder) === '.runpod' ? dirname(folder) : folder) || 'Worker';
}

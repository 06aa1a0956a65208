// Keys in hub.json that RunPod does not read, with the field that was meant.

import type { Fix } from '../../base/edit';
import { say } from '../../base/message';
import { insertProperty, plain, removeProperty, renameKey } from '../../edits/json';
import type { JsonFile, JsonObject, JsonProperty } from '../../facts/json';
import { HUB, KEYS_OF_UNKNOWN_EFFECT, PUBLISHING_GUIDE } from '../../knowledge/hub';
import { type Field, fieldAt, fieldOf } from '../../knowledge/shape';
import { isPrivateKey, isWhole, readableUntil } from '../../model/hub';
import { isObject, isScalar, member, placeOf } from '../../model/json';
import { fits, freeFields, meantField, shapedValues } from '../../model/shape';
import { bounded } from '../bounded';
import { type Finding, rule } from '../rule';

export const hubFieldUnknown = rule({
  meta: {
    id: 'hub-field-unknown',
    area: 'hub',
    severity: 'warning',
    since: '0.1.0',
    summary: 'hub.json has a key that RunPod does not read.',
    why: 'The setting has no effect: the listing deploys without it.',
    good: 'hub.json has only keys that RunPod reads.',
    shownBy: 'hub',
    sources: [PUBLISHING_GUIDE],
  },
  reads: ['hub'],
  check: ({ hub }) => bounded(unknownKeys(hub)),
});

function* unknownKeys(file: JsonFile): Iterable<Finding> {
  if (file.root === undefined) return;
  const end = readableUntil(file);
  for (const { value, shape, path, name } of shapedValues(file.root, HUB)) {
    if (!isObject(value) || shape.fields === undefined || isWrongEnvEntry(value, path)) continue;
    let free: readonly Field[] | undefined;
    for (const property of value.properties) {
      if (fieldOf(shape, property.key) !== undefined || isPrivateKey(property.key)) continue;
      if (property.span.end > end) break;
      free ??= freeFields(value, shape);
      const finding =
        path.length === 0 && configField(property) !== undefined
          ? misplaced(file, value, property)
          : unknownKey(file, name, value, property, meantField(free, property));
      if (finding !== undefined) yield finding;
    }
  }
}

/** An entry of `env` in another shape is one fault, which hub-env-shape explains. */
function isWrongEnvEntry(object: JsonObject, path: readonly string[]): boolean {
  if (path.length !== 2 || path[0] !== 'config' || path[1] !== 'env') return false;
  return (
    member(object, 'key') === undefined ||
    (member(object, 'value') === undefined && member(object, 'input') === undefined)
  );
}

/** A field of config beside it. Without a config, hub-field-missing says so and moves them all. */
function misplaced(file: JsonFile, root: JsonObject, property: JsonProperty): Finding | undefined {
  const config = member(root, 'config')?.value;
  if (!isObject(config)) return undefined;
  return {
    ...placeOf(file, property.keySpan),
    message: say`"${property.key}" stands beside "config": RunPod reads it inside "config".`,
    fixes: moves(file, root, config, property),
  };
}

function unknownKey(
  file: JsonFile,
  name: string,
  object: JsonObject,
  property: JsonProperty,
  meant: Field | undefined,
): Finding {
  const place = placeOf(file, property.keySpan);
  const where = name === '' ? 'hub.json' : name;
  if (meant === undefined) {
    const message = say`"${property.key}" is not a field of ${where}: RunPod does not read it.`;
    return { ...place, message, fixes: [removal(file, object, property)] };
  }
  const message = say`"${property.key}" is not a field of ${where}: RunPod does not read it. Did you mean "${meant.key}"?`;
  const rename: Fix = {
    title: say`Rename to "${meant.key}"`,
    safe: true,
    edits: renameKey(file, property, meant.key),
  };
  // The required field that was meant is missing: that is worse than a key too many.
  const severity = meant.required === 'always' && isWhole(file) ? ('error' as const) : undefined;
  return { ...place, message, ...(severity && { severity }), fixes: [rename, removal(file, object, property)] };
}

function configField({ key, value }: JsonProperty): Field | undefined {
  const field = fieldAt(HUB, 'config', key);
  return field !== undefined && value !== undefined && fits(value, field) ? field : undefined;
}

function moves(file: JsonFile, root: JsonObject, config: JsonObject, property: JsonProperty): readonly Fix[] {
  if (property.value === undefined || member(config, property.key) !== undefined)
    return [removal(file, root, property)];
  const edits = [
    ...insertProperty(file, config, property.key, plain(property.value)),
    ...removeProperty(file, root, property),
  ];
  return [{ title: say`Move into "config"`, safe: true, edits }];
}

/** Safe only where nothing but one setting goes, and RunPod is known not to read it. */
function removal(file: JsonFile, object: JsonObject, property: JsonProperty): Fix {
  const safe = isScalar(property.value) && !KEYS_OF_UNKNOWN_EFFECT.has(property.key);
  return { title: say`Remove "${property.key}"`, safe, edits: removeProperty(file, object, property) };
}

// Keys in hub.json that RunPod does not read, with the field that was meant.

import type { Fix } from '../../base/edit';
import { say } from '../../base/message';
import { insertProperty, plain, removeProperty } from '../../edits/json';
import type { JsonFile, JsonObject, JsonProperty } from '../../facts/json';
import { HUB, KEYS_OF_UNKNOWN_EFFECT, PUBLISHING_GUIDE } from '../../knowledge/hub';
import { type Field, fieldAt } from '../../knowledge/shape';
import { isWhole } from '../../model/hub/hub';
import { fits } from '../../model/hub/shape';
import { isObject, member, placeOf } from '../../model/json';
import { bounded } from '../bounded';
import { type Finding, rule } from '../rule';
import { removal, renaming, type UnknownKey, unknownKeys } from '../unknown-keys';

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
  check: ({ hub }) => bounded(findings(hub)),
});

function* findings(file: JsonFile): Iterable<Finding> {
  if (file.root === undefined) return;
  for (const unknown of unknownKeys(file, file.root, HUB, isWrongEnvEntry)) {
    const isMisplaced = unknown.path.length === 0 && configField(unknown.property) !== undefined;
    const finding = isMisplaced ? misplaced(unknown) : unread(unknown);
    if (finding !== undefined) yield finding;
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
function misplaced(unknown: UnknownKey): Finding | undefined {
  const { file, object: root, property } = unknown;
  const config = member(root, 'config')?.value;
  if (!isObject(config)) return undefined;
  return {
    ...placeOf(file, property.keySpan),
    message: say`"${property.key}" stands beside "config": RunPod reads it inside "config".`,
    fixes: [moving(unknown, config) ?? removing(unknown)],
  };
}

function unread(unknown: UnknownKey): Finding {
  const { file, property, name, meant } = unknown;
  const place = placeOf(file, property.keySpan);
  const where = name === '' ? 'hub.json' : name;
  if (meant === undefined) {
    const message = say`"${property.key}" is not a field of ${where}: RunPod does not read it.`;
    return { ...place, message, fixes: [removing(unknown)] };
  }
  const message = say`"${property.key}" is not a field of ${where}: RunPod does not read it. Did you mean "${meant.key}"?`;
  // The required field that was meant is missing: that is worse than a key too many.
  const severity = meant.required === 'always' && isWhole(file) ? ('error' as const) : undefined;
  return { ...place, message, ...(severity && { severity }), fixes: [renaming(unknown, meant), removing(unknown)] };
}

function configField({ key, value }: JsonProperty): Field | undefined {
  const field = fieldAt(HUB, 'config', key);
  return field !== undefined && value !== undefined && fits(value, field) ? field : undefined;
}

function moving({ file, object: root, property }: UnknownKey, config: JsonObject): Fix | undefined {
  if (property.value === undefined || member(config, property.key) !== undefined) return undefined;
  const edits = [
    ...insertProperty(file, config, property.key, plain(property.value)),
    ...removeProperty(file, root, property),
  ];
  return { title: say`Move into "config"`, safe: true, edits };
}

function removing(unknown: UnknownKey): Fix {
  return removal(unknown, !KEYS_OF_UNKNOWN_EFFECT.has(unknown.property.key));
}

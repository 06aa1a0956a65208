// Defaults of presets against the variables that config.env offers.

import type { Fix } from '../../base/edit';
import { say } from '../../base/message';
import { insertItem, insertProperty, type Json, renameKey } from '../../edits/json';
import type { JsonFile, JsonProperty, JsonScalar } from '../../facts/json';
import { PUBLISHING_GUIDE } from '../../knowledge/hub';
import { type EnvEntry, envEntries, presetDefaults } from '../../model/hub/hub';
import { isArray, isObject, isScalar, member, placeOf, valueAt } from '../../model/json';
import { nearest } from '../../model/nearest';
import { bounded } from '../bounded';
import { type Finding, type Note, rule } from '../rule';

export const hubPresetKeyUnknown = rule({
  meta: {
    id: 'hub-preset-key-unknown',
    area: 'hub',
    severity: 'warning',
    since: '0.1.0',
    summary: 'A preset sets a variable that config.env does not offer, or to something its type excludes.',
    why: 'Choosing the preset does not set the variable.',
    good: 'Presets set only variables that config.env offers.',
    sources: [PUBLISHING_GUIDE],
  },
  reads: ['hub!'],
  check: ({ hub }) => bounded(wrongDefaults(hub)),
});

function* wrongDefaults(file: JsonFile): Iterable<Finding> {
  const offered = new Map(envEntries(file).flatMap((entry) => (entry.key ? [[entry.key.value, entry] as const] : [])));
  const unknown = new Map<string, JsonProperty[]>();
  for (const { property, value } of presetDefaults(file)) {
    const entry = offered.get(property.key);
    if (entry === undefined) {
      unknown.set(property.key, [...(unknown.get(property.key) ?? []), property]);
    } else if (isScalar(value) && !suits(value, entry)) {
      const message = say`${property.key} is a ${entry.type ?? ''} in config.env: ${String(value.value)} does not fit.`;
      yield { ...placeOf(file, value.span), message };
    }
  }
  for (const [key, properties] of unknown) yield notOffered(file, key, properties, offered);
}

/** What can be read as the field's type is right: the variable is a string in the end. */
function suits(value: JsonScalar, { type, input }: EnvEntry): boolean {
  const text = String(value.value).trim();
  if (type === 'number') return text !== '' && Number.isFinite(Number(text));
  if (type !== 'boolean') return true;
  const words = ['trueValue', 'falseValue'].map((key) => valueAt(input?.value, key));
  return (
    /^(?:true|false|0|1)$/i.test(text) ||
    words.some((word) => word?.kind === 'string' && word.value === String(value.value))
  );
}

/** Comparing each name with each takes its time: no form has so many fields. */
const MOST_COMPARED = 500;

/** One finding for a variable, however many presets set it. */
function notOffered(
  file: JsonFile,
  key: string,
  properties: readonly JsonProperty[],
  offered: ReadonlyMap<string, EnvEntry>,
): Finding {
  const [first, ...others] = properties;
  const related = others.map(
    ({ keySpan }): Note => ({ ...placeOf(file, keySpan), message: say`This preset sets it too.` }),
  );
  const meant = offered.size > MOST_COMPARED ? undefined : nearest(key, offered.keys());
  const fixes = [...(meant === undefined ? [] : [renaming(file, properties, meant)]), ...addition(file, key, first)];
  return {
    ...placeOf(file, first?.keySpan ?? { start: 0, end: 0 }),
    message: say`config.env does not offer ${key}: the preset does not set it.`,
    related,
    fixes,
  };
}

function renaming(file: JsonFile, properties: readonly JsonProperty[], key: string): Fix {
  const edits = properties.flatMap((property) => renameKey(file, property, key));
  return { title: say`Rename to ${key}`, safe: true, edits };
}

function addition(file: JsonFile, key: string, property: JsonProperty | undefined): readonly Fix[] {
  const config = valueAt(file.root, 'config');
  const env = member(config, 'env')?.value;
  const kind = property?.value?.kind;
  const entry: Json = { key, input: { name: key, type: kind === 'number' || kind === 'boolean' ? kind : 'string' } };
  const title = say`Offer ${key} in config.env`;
  if (isArray(env)) return [{ title, safe: true, edits: insertItem(file, env, entry) }];
  if (env !== undefined || !isObject(config)) return [];
  return [{ title, safe: true, edits: insertProperty(file, config, 'env', [entry]) }];
}

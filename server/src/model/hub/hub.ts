// What hub.json and tests.json say: the readers that several rules share. Shape checks are in shape.ts.

import { type Span, span } from '../../base/span';
import type { JsonError, JsonFile, JsonObject, JsonProperty, JsonString, JsonValue } from '../../facts/json';
import { FOREIGN_SECTIONS, HUB } from '../../knowledge/hub';
import { fieldOf } from '../../knowledge/shape';
import { isObject, itemsOf, member, stringOf, valueAt } from '../json';

/** Errors that leave every key and value readable. */
const HARMLESS: ReadonlySet<JsonError['code']> = new Set([
  'comment',
  'trailing-comma',
  'byte-order-mark',
  'duplicate-key',
]);

/** Whether the tree holds all that the text says, so that what is absent in it is absent. */
export function isWhole(file: JsonFile): boolean {
  return file.root !== undefined && file.errors.every(({ code }) => HARMLESS.has(code));
}

/** Where the text stops making sense: keys and values behind it may be chance. The length of the text where it all does. */
export function readableUntil({ errors, source }: JsonFile): number {
  const stop = errors.find(({ code }) => code === 'invalid' || code === 'unclosed' || code === 'second-root');
  return stop?.span.start ?? source.text.length;
}

/** Keys that make a file a hub.json in outline, even where all else is wrong. */
const OUTLINE = ['title', 'type', 'config'];

/**
 * Whether the file follows no RunPod format: an object with none of the format's own keys, but others; or without
 * `config` and with several sections of another format. A file that breaks off is not judged.
 */
export function isForeign(file: JsonFile): boolean {
  if (!isObject(file.root) || !isWhole(file)) return false;
  const keys = file.root.properties.map(({ key }) => key);
  if (keys.includes('config')) return false;
  const foreign = keys.filter((key) => FOREIGN_SECTIONS.includes(key)).length;
  if (OUTLINE.some((key) => keys.includes(key))) return foreign >= 2;
  const others = keys.filter((key) => fieldOf(HUB, key) === undefined && !isPrivateKey(key)).length;
  return foreign >= 1 || others >= 2;
}

/** `$schema` is the editor's, and `_comment` or `//` a comment where JSON has none: nobody expects RunPod to read them. */
export function isPrivateKey(key: string): boolean {
  return key.startsWith('$') || key.startsWith('_') || key.startsWith('//') || key === '#';
}

export type Machine = 'GPU' | 'CPU';

/** The kind of machine, as far as it can be told. */
export function machineOf(hub: JsonFile): Machine | undefined {
  const text = stringOf(valueAt(hub.root, 'config', 'runsOn'))
    ?.trim()
    .toUpperCase();
  return text === 'GPU' || text === 'CPU' ? text : undefined;
}

/** One variable of `config.env`, as far as it can be read. */
export interface EnvEntry {
  readonly object: JsonObject;
  readonly key: JsonString | undefined;
  readonly value: JsonProperty | undefined;
  readonly input: JsonProperty | undefined;
  /** `input.type`. */
  readonly type: string | undefined;
  readonly default: JsonProperty | undefined;
  /** The values of `input.options`; undefined without options. */
  readonly options: readonly string[] | undefined;
}

/** With the version of the file that they are of: many rules ask for them after each key. */
const knownEntries = new WeakMap<JsonFile, readonly EnvEntry[]>();

export function envEntries(file: JsonFile): readonly EnvEntry[] {
  const entries =
    knownEntries.get(file) ??
    itemsOf(valueAt(file.root, 'config', 'env'))
      .filter(isObject)
      .map(readEntry);
  knownEntries.set(file, entries);
  return entries;
}

function readEntry(object: JsonObject): EnvEntry {
  const { key, value, input } = membersOf(object);
  const { type, default: given, options } = membersOf(input?.value);
  const values = itemsOf(options?.value).map((option) => stringOf(member(option, 'value')?.value));
  return {
    object,
    key: key?.value?.kind === 'string' ? key.value : undefined,
    value,
    input,
    type: stringOf(type?.value),
    default: given,
    options: values.length > 0 ? values.filter((value) => value !== undefined) : undefined,
  };
}

type EntryKey = 'key' | 'value' | 'input' | 'type' | 'default' | 'options';

/** The properties of an entry or of its input, each by its name, in one pass. */
function membersOf(value: JsonValue | undefined): { readonly [K in EntryKey]?: JsonProperty } {
  const found: { [K in EntryKey]?: JsonProperty } = {};
  for (const property of isObject(value) ? value.properties : []) {
    switch (property.key) {
      case 'key':
      case 'value':
      case 'input':
      case 'type':
      case 'default':
      case 'options':
        found[property.key] = property;
    }
  }
  return found;
}

/** One default of a preset. */
export interface PresetDefault {
  readonly property: JsonProperty;
  readonly value: JsonValue | undefined;
  readonly defaults: JsonObject;
}

export function presetDefaults(file: JsonFile): readonly PresetDefault[] {
  return itemsOf(valueAt(file.root, 'config', 'presets')).flatMap((preset) => {
    const defaults = member(preset, 'defaults')?.value;
    if (!isObject(defaults)) return [];
    return defaults.properties.map((property) => ({ property, value: property.value, defaults }));
  });
}

/** One entry of a comma-separated string. */
export interface Token {
  readonly text: string;
  /** Without the blanks around it. */
  readonly span: Span;
}

/** The entries of a comma-separated string with their places; with escapes in it, each has the place of the string. */
export function tokensOf(file: JsonFile, value: JsonString): readonly Token[] {
  const start = value.span.start + 1;
  const exact = file.source.text.slice(start, value.span.end - 1) === value.value;
  let at = 0;
  return value.value.split(',').map((part) => {
    const from = start + at + (part.length - part.trimStart().length);
    at += part.length + 1;
    const text = part.trim();
    return { text, span: exact ? span(from, from + text.length) : value.span };
  });
}

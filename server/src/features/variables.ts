// An environment variable across the files of a worker: where hub.json offers it, presets and tests set it, and the code
// reads it. For definition, references and rename; what is worth a finding is the rules' business.

import type { Edit } from '../base/edit';
import { type Message, say } from '../base/message';
import type { Source } from '../base/source';
import { contains, type Place, type Span, span } from '../base/span';
import { basename, type Uri } from '../base/uri';
import type { JsonFile, JsonString } from '../facts/json';
import { isSetByOthers } from '../knowledge/environment';
import { envEntries, presetDefaults } from '../model/hub/hub';
import { itemsOf, member, valueAt } from '../model/json';
import type { Worker } from '../model/worker';

export type Sources = ReadonlyMap<Uri, Source>;

export interface Mention extends Place {
  /** `offered`: an entry of env in hub.json. */
  readonly kind: 'offered' | 'preset' | 'test' | 'read' | 'set';
}

/** A name that stands at an offset. */
export interface Variable {
  readonly name: string;
  /** The name alone. */
  readonly span: Span;
}

const LONGEST_NAME = 200;
/** From the end of a name to the `=` that sets it. */
const LONGEST_ASSIGNMENT = 10;
const VALID_NAME = /^[A-Za-z_]\w*$/;

/** The variable whose name stands at the offset, in whichever file of the worker. */
export function variableAt(worker: Worker, sources: Sources, uri: Uri, offset: number): Variable | undefined {
  const text = sources.get(uri)?.text;
  if (text === undefined) return undefined;
  if (uri.endsWith('.json')) {
    return jsonNames(worker).find((row) => row.uri === uri && touches(row.span, offset));
  }
  const word = wordAt(text, offset);
  if (word === undefined) return undefined;
  const mentions = mentionsOf(worker, sources, word.name);
  return mentions.some((mention) => mention.uri === uri && contains(mention.span, word.span)) ? word : undefined;
}

function touches({ start, end }: Span, offset: number): boolean {
  return start <= offset && offset <= end;
}

function wordAt(text: string, offset: number): Variable | undefined {
  let start = offset;
  let end = offset;
  while (start > 0 && offset - start < LONGEST_NAME && isWordUnit(text[start - 1])) start--;
  while (end < text.length && end - offset < LONGEST_NAME && isWordUnit(text[end])) end++;
  const name = text.slice(start, end);
  return VALID_NAME.test(name) ? { name, span: span(start, end) } : undefined;
}

function isWordUnit(unit: string | undefined): boolean {
  return unit !== undefined && /\w/.test(unit);
}

/** All places that name the variable, each once: hub.json first, then tests, then code in the order of files. */
export function mentionsOf(worker: Worker, sources: Sources, name: string): readonly Mention[] {
  const rows: Mention[] = jsonNames(worker).filter((row) => row.name === name);
  const { environment } = worker.inputs;
  for (const read of environment?.reads ?? []) {
    if (read.name === name) rows.push(...named(sources, read, name, 'read'));
  }
  const set = environment?.set.get(name);
  if (set !== undefined) rows.push(...named(sources, set, name, 'set'));
  for (const source of sources.values()) rows.push(...spelled(source, name));
  return distinct(rows);
}

/** Names of variables in hub.json and tests.json, without their quotes. */
function jsonNames({ inputs }: Worker): readonly (Mention & Variable)[] {
  const rows: (Mention & Variable)[] = [];
  const add = (file: JsonFile, kind: Mention['kind'], name: string, at: Span) =>
    rows.push({ uri: file.source.uri, kind, name, span: span(at.start + 1, Math.max(at.start + 1, at.end - 1)) });
  const { hubFile, tests } = inputs;
  if (hubFile !== undefined) {
    for (const { key } of envEntries(hubFile)) if (key !== undefined) add(hubFile, 'offered', key.value, key.span);
    for (const { property } of presetDefaults(hubFile)) add(hubFile, 'preset', property.key, property.keySpan);
  }
  if (tests !== undefined) for (const key of testKeys(tests)) add(tests, 'test', key.value, key.span);
  return rows;
}

function testKeys(tests: JsonFile): readonly JsonString[] {
  return itemsOf(valueAt(tests.root, 'config', 'env')).flatMap((entry) => {
    const key = member(entry, 'key')?.value;
    return key?.kind === 'string' ? [key] : [];
  });
}

/** Where in a wider place, such as a call, the name itself stands: in quotes before anywhere else. */
function named(sources: Sources, place: Place, name: string, kind: Mention['kind']): readonly Mention[] {
  const text = sources.get(place.uri)?.text.slice(place.span.start, place.span.end);
  if (text === undefined || !VALID_NAME.test(name)) return [];
  const quoted = /["']/.test(text) ? new RegExp(`(?<=["'])${name}(?=["'])`).exec(text) : null;
  const found = quoted ?? new RegExp(`\\b${name}\\b`).exec(text);
  if (found === null) return [];
  const start = place.span.start + found.index;
  return [{ uri: place.uri, kind, span: span(start, start + name.length) }];
}

/**
 * Places where a text spells an access to the variable out. The model's reads are what the code depends on; this finds
 * the writes and the repeated reads as well, which a rename must not miss.
 */
function spelled(source: Source, name: string): readonly Mention[] {
  if (!VALID_NAME.test(name) || !source.text.includes(name)) return [];
  const pattern = patternFor(source.uri, name);
  if (pattern === undefined) return [];
  return [...source.text.matchAll(pattern)].map(({ index, 0: whole, 1: before = '' }) => {
    const start = index + before.length;
    const behind = source.text.slice(index + whole.length, index + whole.length + LONGEST_ASSIGNMENT);
    const isSet = /^(?:["'][ \t]*\][ \t]*)?=(?!=)/.test(behind);
    return { uri: source.uri, kind: isSet ? 'set' : 'read', span: span(start, start + name.length) };
  });
}

const SHELL_FILE = /\.(?:sh|bash)$|(?:^|\/)[^/]*dockerfile[^/]*$/i;

function patternFor(uri: Uri, name: string): RegExp | undefined {
  if (uri.endsWith('.py')) {
    return new RegExp(
      `(\\b(?:environ[ \\t]*(?:\\[|\\.[ \\t]*(?:get|pop|setdefault)[ \\t]*\\()|(?:getenv|putenv|unsetenv)[ \\t]*\\()[ \\t]*["'])${name}(?=["'])`,
      'g',
    );
  }
  if (SHELL_FILE.test(uri)) {
    return new RegExp(
      `(\\$|\\$\\{[#!]?|(?:^|[\\s;&|(])(?:export[ \\t]+)?(?=\\w+=)|\\b(?:ARG|ENV|export|unset)[ \\t]+)${name}\\b`,
      'gm',
    );
  }
  return undefined;
}

function distinct(mentions: readonly Mention[]): readonly Mention[] {
  const seen = new Set<string>();
  return mentions.filter(({ uri, span: at }) => {
    const key = `${at.start} ${uri}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

/** Where to go from a place that names a variable: from the offer to the code, and from anywhere else to the offer. */
export function definitionsOf(worker: Worker, sources: Sources, { name }: Variable, from: Place): readonly Mention[] {
  const mentions = mentionsOf(worker, sources, name);
  const here = mentions.find(({ uri, span: at }) => uri === from.uri && contains(at, from.span));
  const offers = mentions.filter(({ kind }) => kind === 'offered');
  const others = mentions.filter((mention) => mention !== here && (mention.kind === 'read' || mention.kind === 'set'));
  if (here?.kind !== 'offered' && offers.length > 0) return offers;
  const reads = others.filter(({ kind }) => kind === 'read');
  return reads.length > 0 ? reads : others;
}

export type Renaming =
  | { readonly kind: 'edits'; readonly edits: readonly Edit[] }
  | { readonly kind: 'refused'; readonly reason: Message };

/** Undefined: the name can be changed. */
export function whyNotRenamed(name: string): Message | undefined {
  if (isSetByOthers(name)) return say`${name} is set by RunPod or the system, so it has to keep its name.`;
  return undefined;
}

export function renameVariable(worker: Worker, sources: Sources, { name }: Variable, newName: string): Renaming {
  const refuse = (reason: Message): Renaming => ({ kind: 'refused', reason });
  const reason = whyNotRenamed(name);
  if (reason !== undefined) return refuse(reason);
  if (!VALID_NAME.test(newName) || newName.length > LONGEST_NAME) {
    return refuse(say`${newName} is no name for a variable: letters, digits and "_", and no digit first.`);
  }
  if (isSetByOthers(newName)) return refuse(say`${newName} is set by RunPod or the system.`);
  const [taken] = newName === name ? [] : mentionsOf(worker, sources, newName);
  if (taken !== undefined) return refuse(say`${basename(taken.uri)} has a variable ${newName} already.`);
  const edits = mentionsOf(worker, sources, name).map(({ uri, span: at }): Edit => ({ uri, span: at, text: newName }));
  return { kind: 'edits', edits };
}

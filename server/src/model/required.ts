// What a worker cannot do without: variables that nothing gives it in the Hub's tests, and keys of the input.

import type { Source } from '../base/source';
import type { JsonFile } from '../facts/json';
import type { CallFact } from '../facts/python';
import { isSetByOthers } from '../knowledge/environment';
import type { Environment, EnvironmentRead } from './environment/environment';
import { envEntries } from './hub/hub';
import { jobTrace, type KeyRead, keyReads } from './job';
import { isScalar, itemsOf, stringOf, valueAt } from './json';
import { argument } from './python/expressions';
import type { Handlers } from './python/handler';
import type { Fn, Python } from './python/python';
import { sureCode } from './python/sure';
import { type SchemaRule, validationsIn } from './schema';

/** The first read of each variable that the code fails without, and that neither image, hub.json nor tests.json sets. */
export function missingInTests(
  environment: Environment | undefined,
  hub: JsonFile | undefined,
  tests: JsonFile | undefined,
): readonly EnvironmentRead[] {
  if (!environment?.setWhole) return [];
  const given = new Set([
    ...environment.set.keys(),
    ...(hub ? givenByHub(hub) : []),
    ...(tests ? testVariables(tests) : []),
  ]);
  const byName = new Map<string, EnvironmentRead>();
  for (const read of environment.reads) {
    if (!read.required || given.has(read.name) || isSetByOthers(read.name) || byName.has(read.name)) continue;
    byName.set(read.name, read);
  }
  return [...byName.values()];
}

/** Variables that hub.json gives a value, fixed or as a default. */
function givenByHub(hub: JsonFile): readonly string[] {
  return envEntries(hub).flatMap(({ key, value, default: initial }) => {
    const given = value?.value ?? initial?.value;
    const isGiven = isScalar(given) && given.value !== null && given.value !== '';
    return key !== undefined && isGiven ? [key.value] : [];
  });
}

function testVariables(tests: JsonFile): readonly string[] {
  return itemsOf(valueAt(tests.root, 'config', 'env')).flatMap((entry) => stringOf(valueAt(entry, 'key')) ?? []);
}

/** A key without which every job fails, and where that is to be seen. */
export type RequiredKey =
  | { readonly key: string; readonly read: KeyRead; readonly rule: undefined }
  | { readonly key: string; readonly read: undefined; readonly rule: SchemaRule };

const known = new WeakMap<Handlers, readonly RequiredKey[]>();

export function requiredKeys(handlers: Handlers): readonly RequiredKey[] {
  let keys = known.get(handlers);
  if (!keys) {
    keys = findRequired(handlers);
    known.set(handlers, keys);
  }
  return keys;
}

function findRequired(handlers: Handlers): readonly RequiredKey[] {
  // Of several handlers each may want something else.
  if (handlers.functions.length !== 1) return [];
  const found = new Map<string, RequiredKey>();
  const sure = sureCode(handlers.python, handlers);
  const written = writtenKeys(handlers);
  for (const { fn, fact, schema } of validationsIn(handlers.python)) {
    if (!schema || !sure.runs(fn, fact.where) || !validatesInput(handlers, fn, fact)) continue;
    for (const rule of schema.rules) {
      if (isRequired(rule)) found.set(rule.key, { key: rule.key, read: undefined, rule });
    }
  }
  for (const read of keyReads(handlers).input) {
    const { key, expression, reached, where } = read;
    if (expression.kind !== 'subscript' || found.has(key)) continue;
    if (!written.has(key) && !isNamedElsewhere(handlers, key) && sure.runs(reached.fn, where)) {
      found.set(key, { key, read, rule: undefined });
    }
  }
  return [...found.values()];
}

function isRequired({ says }: SchemaRule): boolean {
  const required = says?.get('required');
  return required?.kind === 'constant' && required.value === true;
}

function validatesInput(handlers: Handlers, fn: Fn, { call, where }: CallFact): boolean {
  const reached = handlers.ways.get(fn.facts);
  const given = argument(call, 'raw_input', 0);
  return (
    reached !== undefined && given !== undefined && jobTrace(handlers).holds(reached, given.value, where) === 'input'
  );
}

/** Keys that are put into something: `values["key"] = …`. */
function writtenKeys({ reached }: Handlers): ReadonlySet<string> {
  const keys = new Set<string>();
  for (const { fn } of reached) {
    for (const { target } of fn.facts.assignments) {
      const index = target.kind === 'subscript' ? target.index : undefined;
      if (index?.kind === 'string' && index.value !== undefined) keys.add(index.value);
    }
  }
  return keys;
}

/** Whether the key is written anywhere but as a subscript: in a test, with a default, where something puts it in. */
export function isNamedElsewhere({ python }: Handlers, key: string): boolean {
  // Longer than what is looked for, or not written as it is.
  if (key.length > LONGEST_NAME || /["'\\\n]/.test(key)) return true;
  return namesIn(python).has(key);
}

const LONGEST_NAME = 100;
const namedByPython = new WeakMap<Python, ReadonlySet<string>>();
const named = new WeakMap<Source, ReadonlySet<string>>();

/** Of all modules: a worker has many, and many keys are asked for. */
function namesIn(python: Python): ReadonlySet<string> {
  const before = namedByPython.get(python);
  if (before !== undefined) return before;
  const names = new Set<string>();
  for (const { facts } of python.modules) for (const name of namedOutsideSubscripts(facts.source)) names.add(name);
  namedByPython.set(python, names);
  return names;
}

/** All that stands between two quotes of a kind, and is no subscript. */
function namedOutsideSubscripts(source: Source): ReadonlySet<string> {
  const before = named.get(source);
  if (before !== undefined) return before;
  const names = new Set<string>();
  const { text } = source;
  for (const quote of ['"', "'"]) {
    for (let start = text.indexOf(quote), end = 0; start >= 0; start = end) {
      end = text.indexOf(quote, start + 1);
      const isShort = end - start - 1 <= LONGEST_NAME;
      if (end >= 0 && isShort && !isSubscript(text, start, end + 1)) names.add(text.slice(start + 1, end));
    }
  }
  named.set(source, names);
  return names;
}

function isSubscript(text: string, start: number, end: number): boolean {
  return text[end] === ']' && text[start - 1] === '[' && /[\w)\]]/.test(text[start - 2] ?? '');
}

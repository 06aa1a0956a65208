// Inputs that lack a key without which every job fails: those of tests.json, and that of test_input.json.

import type { Fix } from '../../base/edit';
import { say } from '../../base/message';
import { insertProperty } from '../../edits/json';
import type { JsonFile, JsonObject } from '../../facts/json';
import { PUBLISHING_GUIDE, REQUEST_ENVELOPE } from '../../knowledge/hub';
import { isObject, itemsOf, member, placeOf, valueAt } from '../../model/json';
import type { Handlers } from '../../model/python/handler';
import { placeIn } from '../../model/python/python';
import { type RequiredKey, requiredKeys } from '../../model/required';
import { sampleInput } from '../../model/sample';
import { bounded } from '../bounded';
import { type Finding, type Note, rule } from '../rule';

export const testInputIncomplete = rule({
  meta: {
    id: 'test-input-incomplete',
    area: 'local-testing',
    severity: 'warning',
    since: '0.2.0',
    summary: 'An input to test with lacks a key that every job must have.',
    why: 'The handler fails on it: the local start ends with an error, and a test of the Hub keeps the release from being listed.',
    good: 'Every input to test with has the keys that a job must have.',
    sources: [PUBLISHING_GUIDE, 'https://docs.runpod.io/serverless/development/local-testing'],
  },
  reads: ['handlers!', 'tests?', 'testInput?'],
  check: ({ handlers, tests, testInput }) => bounded(incomplete(handlers, tests, testInput)),
});

function* incomplete(
  handlers: Handlers,
  tests: JsonFile | undefined,
  testInput: JsonFile | undefined,
): Iterable<Finding> {
  const required = requiredKeys(handlers);
  if (required.length === 0) return;
  for (const test of tests && isWhole(tests) ? itemsOf(valueAt(tests.root, 'tests')) : []) {
    if (tests) yield* missingIn(handlers, required, tests, test);
  }
  if (testInput && isWhole(testInput) && testInput.root)
    yield* missingIn(handlers, required, testInput, testInput.root);
}

/** What follows an error may be missing only to us. */
function isWhole({ errors }: JsonFile): boolean {
  return errors.length === 0;
}

function* missingIn(
  handlers: Handlers,
  required: readonly RequiredKey[],
  file: JsonFile,
  job: NonNullable<JsonFile['root']>,
): Iterable<Finding> {
  const input = member(job, 'input');
  // One that is empty, or wrapped twice, is another fault.
  if (!input || !isObject(input.value) || input.value.properties.length === 0 || isWrapped(input.value)) return;
  const missing = required.filter(({ key }) => member(input.value, key) === undefined);
  const [first] = missing;
  if (!first) return;
  const names = missing.map(({ key }) => `"${key}"`).join(', ');
  yield {
    ...placeOf(file, input.keySpan),
    message: say`The handler fails without ${names}, which this input does not have.`,
    related: missing.map(noteOf),
    fixes: [addition(handlers, file, input.value, missing)],
  };
}

function isWrapped(input: JsonObject): boolean {
  return isObject(member(input, 'input')?.value) && input.properties.every(({ key }) => REQUEST_ENVELOPE.has(key));
}

function noteOf({ key, read, rule: schema }: RequiredKey): Note {
  return read
    ? { ...placeIn(read.reached.fn, read.keyNode), message: say`"${key}" is read here.` }
    : { ...placeIn(schema.fn, schema.entry), message: say`"${key}" is required here.` };
}

/** A good value only the author knows. */
function addition(handlers: Handlers, file: JsonFile, input: JsonObject, missing: readonly RequiredKey[]): Fix {
  const sample = sampleInput(handlers);
  const [first, ...rest] = missing.map(({ key }) => ({ key, value: sample[key] ?? 'test' }));
  return {
    title: say`Add what is missing, to fill in`,
    safe: false,
    edits: first ? insertAll(file, input, [first, ...rest]) : [],
  };
}

function insertAll(
  file: JsonFile,
  input: JsonObject,
  added: readonly { readonly key: string; readonly value: string | number | boolean }[],
): Fix['edits'] {
  return added.flatMap(({ key, value }) => insertProperty(file, input, key, value));
}

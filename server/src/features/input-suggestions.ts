// What a worker's own files suggest for tests.json and test_input.json: keys that the handler reads from its input, and
// variables that a test may set.

import { say } from '../base/message';
import type { JsonFile, JsonValue } from '../facts/json';
import { envEntries } from '../model/hub/hub';
import { variablesToOffer } from '../model/hub/listing';
import { isObject, itemsOf, member, valueAt } from '../model/json';
import { type SampleValue, sampleInput } from '../model/sample';
import type { Worker } from '../model/worker';
import type { JsonPlace } from '../syntax/json-place';
import { type Asked, all, first, isAt, NOTHING, type Suggestions } from './asked';
import { choicesOf } from './hub-suggestions';
import { keyCompletion, scalarCompletion, valueCompletion, withPlaces } from './json-insert';

export function testsSuggestions({ file, place, offset, worker }: Asked): Suggestions {
  const { isKey, inString, path } = place;
  if (isAt(place, 'tests', '*', 'input', '*')) {
    const test = typeof path[1] === 'number' ? itemsOf(valueAt(file.root, 'tests'))[path[1]] : undefined;
    return isKey ? inputKeys(member(test, 'input')?.value, place, worker) : inputValue(place, worker);
  }
  if (isKey) return NOTHING;
  if (isAt(place, 'tests', '*', 'input') && !inString) return wholeInput(place, worker);
  if (isAt(place, 'tests', '*') && !inString) return wholeTest(place, worker);
  if (isAt(place, 'config', 'env', '*', 'key')) {
    return all(variablesFor(file, worker, offset).map(([name]) => scalarCompletion(place, name)));
  }
  if (isAt(place, 'config', 'env', '*') && !inString) {
    const items = variablesFor(file, worker, -1).map(([key, value]) =>
      valueCompletion(place, key, withPlaces({ key, value }, ['key']), {}),
    );
    return first(items);
  }
  return NOTHING;
}

export function testInputSuggestions({ file, place, worker }: Asked): Suggestions {
  if (isAt(place, 'input', '*')) {
    return place.isKey ? inputKeys(valueAt(file.root, 'input'), place, worker) : inputValue(place, worker);
  }
  return isAt(place, 'input') && !place.isKey && !place.inString ? wholeInput(place, worker) : NOTHING;
}

/** Variables that a test may set, with what hub.json or the code has for them. */
function variablesFor(
  tests: JsonFile,
  worker: Worker | undefined,
  offset: number,
): readonly (readonly [name: string, value: string])[] {
  const { hubFile, environment } = worker?.inputs ?? {};
  const values = new Map<string, string>();
  for (const entry of hubFile === undefined ? [] : envEntries(hubFile)) {
    if (entry.key !== undefined) values.set(entry.key.value, String(choicesOf(entry)[0] ?? ''));
  }
  for (const variable of variablesToOffer(environment)) {
    if (!values.has(variable.name)) values.set(variable.name, String(variable.default ?? ''));
  }
  for (const entry of itemsOf(valueAt(tests.root, 'config', 'env'))) {
    const key = member(entry, 'key')?.value;
    const isBeingWritten = key !== undefined && key.span.start <= offset && offset <= key.span.end;
    if (key?.kind === 'string' && !isBeingWritten) values.delete(key.value);
  }
  return [...values];
}

function sampleOf(worker: Worker | undefined): Readonly<Record<string, SampleValue>> {
  const { handlers } = worker?.inputs ?? {};
  return handlers === undefined ? {} : sampleInput(handlers);
}

function inputKeys(input: JsonValue | undefined, place: JsonPlace, worker: Worker | undefined): Suggestions {
  const present = new Set(isObject(input) ? input.properties.map(({ key }) => key) : []);
  if (place.text !== undefined) present.delete(place.text);
  const rows = Object.entries(sampleOf(worker)).filter(([key]) => !present.has(key));
  const items = rows.map(([key, value]) =>
    keyCompletion(place, key, withPlaces(value), { detail: say`the handler reads it` }),
  );
  return { items, isAll: true };
}

function inputValue(place: JsonPlace, worker: Worker | undefined): Suggestions {
  const sample = sampleOf(worker);
  const key = String(place.path.at(-1));
  const value = Object.hasOwn(sample, key) ? sample[key] : undefined;
  return value === undefined ? NOTHING : first([scalarCompletion(place, value)]);
}

function wholeInput(place: JsonPlace, worker: Worker | undefined): Suggestions {
  const sample = sampleOf(worker);
  if (Object.keys(sample).length === 0) return NOTHING;
  const extra = { detail: say`what the handler reads` };
  return all([valueCompletion(place, say`Input of this handler`, withPlaces(sample), extra)]);
}

/** Milliseconds that a cold start with a model usually stays within. */
const USUAL_TIMEOUT = 300_000;

function wholeTest(place: JsonPlace, worker: Worker | undefined): Suggestions {
  const input = sampleOf(worker);
  if (Object.keys(input).length === 0) return NOTHING;
  const test = withPlaces({ name: 'basic', input, timeout: USUAL_TIMEOUT });
  const extra = { detail: say`with what the handler reads` };
  return first([valueCompletion(place, say`Test of this handler`, test, extra)]);
}

// Keys in tests.json that the Hub does not read.

import type { Fix } from '../../base/edit';
import { say } from '../../base/message';
import { removeProperty, renameKey } from '../../edits/json';
import type { JsonFile, JsonObject, JsonProperty } from '../../facts/json';
import { PUBLISHING_GUIDE, TESTS } from '../../knowledge/hub';
import { type Field, fieldOf } from '../../knowledge/shape';
import { isPrivateKey, isWhole, readableUntil } from '../../model/hub';
import { isObject, isScalar, placeOf } from '../../model/json';
import { freeFields, meantField, shapedValues } from '../../model/shape';
import { bounded } from '../bounded';
import { type Finding, rule } from '../rule';

export const testFieldUnknown = rule({
  meta: {
    id: 'test-field-unknown',
    area: 'hub-tests',
    severity: 'warning',
    since: '0.1.0',
    summary: 'tests.json has a key that the Hub does not read.',
    why: 'It has no effect. The Hub compares no output: a test passes when the job does not fail.',
    good: 'tests.json has only keys that the Hub reads.',
    shownBy: 'tests',
    sources: [PUBLISHING_GUIDE],
  },
  reads: ['tests'],
  check: ({ tests }) => bounded(unknownKeys(tests)),
});

function* unknownKeys(file: JsonFile): Iterable<Finding> {
  // A list, or a test without its list, is one fault, which tests-json-invalid explains.
  if (!isObject(file.root) || isSingleTest(file.root)) return;
  const end = readableUntil(file);
  for (const { value, shape, name } of shapedValues(file.root, TESTS)) {
    if (!isObject(value) || shape.fields === undefined) continue;
    let free: readonly Field[] | undefined;
    for (const property of value.properties) {
      if (fieldOf(shape, property.key) !== undefined || isPrivateKey(property.key)) continue;
      if (property.span.end > end) break;
      free ??= freeFields(value, shape);
      yield unknownKey(file, name, value, property, meantField(free, property));
    }
  }
}

function isSingleTest(root: JsonObject): boolean {
  const keys = root.properties.map(({ key }) => key);
  return keys.includes('input') && !keys.includes('tests');
}

function unknownKey(
  file: JsonFile,
  name: string,
  object: JsonObject,
  property: JsonProperty,
  meant: Field | undefined,
): Finding {
  const place = placeOf(file, property.keySpan);
  const where = name === '' ? 'tests.json' : name;
  const removal: Fix = {
    title: say`Remove "${property.key}"`,
    safe: isScalar(property.value),
    edits: removeProperty(file, object, property),
  };
  if (meant === undefined) {
    const message = say`"${property.key}" is not a field of ${where}: the Hub does not read it.`;
    return { ...place, message, fixes: [removal] };
  }
  const message = say`"${property.key}" is not a field of ${where}: the Hub does not read it. Did you mean "${meant.key}"?`;
  const rename: Fix = {
    title: say`Rename to "${meant.key}"`,
    safe: true,
    edits: renameKey(file, property, meant.key),
  };
  // The tests or the input that were meant are missing: nothing is tested.
  const fatal = (meant.key === 'tests' || meant.key === 'input') && isWhole(file);
  return { ...place, message, ...(fatal && { severity: 'error' }), fixes: [rename, removal] };
}

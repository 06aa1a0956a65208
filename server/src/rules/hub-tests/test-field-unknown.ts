// Keys in tests.json that the Hub does not read.

import { say } from '../../base/message';
import type { JsonFile, JsonObject } from '../../facts/json';
import { PUBLISHING_GUIDE, TESTS } from '../../knowledge/hub';
import { isWhole } from '../../model/hub/hub';
import { isObject, placeOf } from '../../model/json';
import { bounded } from '../bounded';
import { type Finding, rule } from '../rule';
import { removal, renaming, type UnknownKey, unknownKeys } from '../unknown-keys';

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
  check: ({ tests }) => bounded(findings(tests)),
});

function* findings(file: JsonFile): Iterable<Finding> {
  // A list, or a test without its list, is one fault, which tests-json-invalid explains.
  if (!isObject(file.root) || isSingleTest(file.root)) return;
  for (const unknown of unknownKeys(file, file.root, TESTS)) yield unread(unknown);
}

function isSingleTest(root: JsonObject): boolean {
  const keys = root.properties.map(({ key }) => key);
  return keys.includes('input') && !keys.includes('tests');
}

function unread(unknown: UnknownKey): Finding {
  const { file, property, name, meant } = unknown;
  const place = placeOf(file, property.keySpan);
  const where = name === '' ? 'tests.json' : name;
  if (meant === undefined) {
    const message = say`"${property.key}" is not a field of ${where}: the Hub does not read it.`;
    return { ...place, message, fixes: [removal(unknown)] };
  }
  const message = say`"${property.key}" is not a field of ${where}: the Hub does not read it. Did you mean "${meant.key}"?`;
  // The tests or the input that were meant are missing: nothing is tested.
  const fatal = (meant.key === 'tests' || meant.key === 'input') && isWhole(file);
  return {
    ...place,
    message,
    ...(fatal && { severity: 'error' }),
    fixes: [renaming(unknown, meant), removal(unknown)],
  };
}

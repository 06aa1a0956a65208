// Variables that the worker fails without, and that nothing gives it while the Hub runs its tests.

import type { Fix } from '../../base/edit';
import { say } from '../../base/message';
import { insertItem, insertProperty } from '../../edits/json';
import type { JsonFile } from '../../facts/json';
import { PUBLISHING_GUIDE } from '../../knowledge/hub';
import { headOf, isArray, isObject, member, placeOf } from '../../model/json';
import { missingInTests } from '../../model/required';
import { bounded } from '../bounded';
import { VALUE_TO_FILL_IN } from '../create/tests-file';
import { rule } from '../rule';

export const testEnvMissing = rule({
  meta: {
    id: 'test-env-missing',
    area: 'hub-tests',
    severity: 'warning',
    since: '0.2.0',
    summary: 'The worker fails without a variable that the tests do not set.',
    why: 'The worker ends with a KeyError before or while it runs the first test, so the release is not listed.',
    good: 'The tests set every variable that the worker fails without.',
    shownBy: 'tests',
    sources: [PUBLISHING_GUIDE],
  },
  reads: ['tests!', 'hub?', 'environment'],
  check: ({ tests, hub, environment }) =>
    bounded(
      missingInTests(environment, hub, tests).map(({ name, uri, span }) => ({
        ...placeOf(tests, placeFor(tests)),
        message: say`The worker fails without ${name}, which neither the image, hub.json nor these tests set.`,
        related: [{ uri, span, message: say`It is read here.` }],
        fixes: fixesFor(tests, name),
      })),
    ),
});

function placeFor({ root }: JsonFile) {
  const config = member(root, 'config');
  const env = member(config?.value, 'env');
  return (env ?? config ?? member(root, 'tests'))?.keySpan ?? (root ? headOf(root) : { start: 0, end: 0 });
}

/** The right value only the author knows. */
function fixesFor(tests: JsonFile, name: string): readonly Fix[] {
  const { root } = tests;
  if (!isObject(root)) return [];
  const title = say`Set ${name} for the tests, to fill in`;
  const entry = { key: name, value: VALUE_TO_FILL_IN };
  const config = member(root, 'config');
  if (!config) return [{ title, safe: false, edits: insertProperty(tests, root, 'config', { env: [entry] }) }];
  const env = member(config.value, 'env');
  if (isArray(env?.value)) return [{ title, safe: false, edits: insertItem(tests, env.value, entry) }];
  if (env || !isObject(config.value)) return [];
  return [{ title, safe: false, edits: insertProperty(tests, config.value, 'env', [entry]) }];
}

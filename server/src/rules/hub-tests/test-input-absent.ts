// Tests without an input.

import { say } from '../../base/message';
import { insertProperty, replaceValue } from '../../edits/json';
import type { JsonFile } from '../../facts/json';
import { PUBLISHING_GUIDE, TESTS } from '../../knowledge/hub';
import { fieldAt } from '../../knowledge/shape';
import { misspeltFields } from '../../model/hub/shape';
import { headOf, headOfProperty, isObject, itemsOf, member, placeOf, stringOf, valueAt } from '../../model/json';
import { bounded } from '../bounded';
import { type Finding, rule } from '../rule';

/** To be replaced by what the handler reads. An empty object would be dropped by the platform. */
const SAMPLE = { prompt: 'test' };

export const testInputAbsent = rule({
  meta: {
    id: 'test-input-absent',
    area: 'hub-tests',
    severity: 'error',
    since: '0.1.0',
    summary: 'A test has no input.',
    why: 'RunPod takes no job without input, so the test fails and the release is not listed.',
    good: 'Every test has an input.',
    shownBy: 'tests',
    sources: [PUBLISHING_GUIDE],
  },
  reads: ['tests!'],
  check: ({ tests }) => bounded(absentInputs(tests)),
});

function* absentInputs(file: JsonFile): Iterable<Finding> {
  const shape = fieldAt(TESTS, 'tests')?.items;
  for (const test of itemsOf(valueAt(file.root, 'tests'))) {
    if (!isObject(test) || shape === undefined) continue;
    const input = member(test, 'input');
    if (input !== undefined && input.value?.kind !== 'null') continue;
    // A misspelt "input" is reported where it stands, by the rule for keys.
    if (misspeltFields(test, shape).has('input')) continue;
    const name = member(test, 'name');
    const at = input ?? name;
    const edits = input?.value
      ? replaceValue(file, input.value, SAMPLE)
      : insertProperty(file, test, 'input', SAMPLE, name ?? test.properties.at(-1));
    yield {
      ...placeOf(file, at === undefined ? headOf(test) : headOfProperty(at)),
      message: say`The test "${stringOf(name?.value) ?? ''}" has no input.`,
      // What the handler needs is not known here: a start to write on.
      fixes: [{ title: say`Add an input to fill in`, safe: false, edits }],
    };
  }
}

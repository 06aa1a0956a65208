// Tests whose input is an empty object, which the platform drops.

import { say } from '../../base/message';
import type { JsonFile } from '../../facts/json';
import { PUBLISHING_GUIDE } from '../../knowledge/hub';
import { isObject, itemsOf, member, placeOf, stringOf, valueAt } from '../../model/json';
import { bounded } from '../bounded';
import { type Finding, rule } from '../rule';

export const testInputEmpty = rule({
  meta: {
    id: 'test-input-empty',
    area: 'hub-tests',
    severity: 'error',
    since: '0.1.0',
    summary: "A test's input is an empty object.",
    why: 'RunPod drops an empty input: the worker logs "Job has missing field(s): id or input" and the test times out.',
    good: 'No test has an empty input.',
    sources: [PUBLISHING_GUIDE, 'https://github.com/runpod/runpod-plugins-official'],
  },
  reads: ['tests!'],
  check: ({ tests }) => bounded(emptyInputs(tests)),
});

function* emptyInputs(file: JsonFile): Iterable<Finding> {
  for (const test of itemsOf(valueAt(file.root, 'tests'))) {
    const input = member(test, 'input');
    if (input === undefined || !isObject(input.value) || input.value.properties.length > 0) continue;
    const name = stringOf(valueAt(test, 'name')) ?? '';
    yield {
      ...placeOf(file, input.keySpan),
      message: say`The input of the test "${name}" is empty: RunPod drops it, and the handler never gets the job.`,
    };
  }
}

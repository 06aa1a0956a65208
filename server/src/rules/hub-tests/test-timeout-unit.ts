// Timeouts in tests.json that were meant as seconds: RunPod reads milliseconds.

import { say } from '../../base/message';
import { replaceValue } from '../../edits/json';
import type { JsonFile } from '../../facts/json';
import { PUBLISHING_GUIDE } from '../../knowledge/hub';
import { itemsOf, member, placeOf, stringOf, valueAt } from '../../model/json';
import { bounded } from '../bounded';
import { type Finding, rule } from '../rule';

/** No worker starts and answers within a second, so a smaller number cannot mean milliseconds. */
const SHORTEST = 1000;

export const testTimeoutUnit = rule({
  meta: {
    id: 'test-timeout-unit',
    area: 'hub-tests',
    severity: 'warning',
    since: '0.1.0',
    summary: "A test's timeout is in seconds; RunPod reads milliseconds.",
    why: 'The test is over before the worker has started, so it fails and the release is not listed.',
    sources: [PUBLISHING_GUIDE],
  },
  reads: ['tests'],
  check: ({ tests }) => bounded(shortTimeouts(tests)),
});

function* shortTimeouts(file: JsonFile): Iterable<Finding> {
  for (const test of itemsOf(valueAt(file.root, 'tests'))) {
    const timeout = member(test, 'timeout')?.value;
    if (timeout?.kind !== 'number' || timeout.value <= 0 || timeout.value >= SHORTEST) continue;
    const milliseconds = Math.round(timeout.value * 1000);
    const name = stringOf(member(test, 'name')?.value) ?? '';
    yield {
      ...placeOf(file, timeout.span),
      message: say`The test "${name}" ends after ${timeout.value} milliseconds: the timeout counts milliseconds, not seconds.`,
      // Half a second would be too short as well: what was meant then is not clear.
      fixes:
        milliseconds < SHORTEST
          ? []
          : [
              {
                title: say`Change to ${milliseconds}`,
                safe: true,
                edits: replaceValue(file, timeout, milliseconds),
              },
            ],
    };
  }
}

// Timeouts in tests.json that were meant as seconds: RunPod reads milliseconds. And tests without one, where a model has
// to be loaded first.

import { say } from '../../base/message';
import type { Span } from '../../base/span';
import { insertProperty, replaceValue } from '../../edits/json';
import type { JsonFile, JsonObject, JsonProperty } from '../../facts/json';
import { PUBLISHING_GUIDE, TESTS } from '../../knowledge/hub';
import { DEFAULT_TIMEOUT, LOAD_TIMEOUT } from '../../knowledge/hub-tests';
import { fieldAt } from '../../knowledge/shape';
import { isWhole } from '../../model/hub/hub';
import { misspeltFields } from '../../model/hub/shape';
import { headOf, headOfProperty, isObject, itemsOf, member, placeOf, stringOf, valueAt } from '../../model/json';
import { loadsModel } from '../../model/python/loading';
import { bounded } from '../bounded';
import { type Finding, rule } from '../rule';

/** No worker starts and answers within a second, so a smaller number cannot mean milliseconds. */
const SHORTEST = 1000;

/** Above this, what looks like seconds may be milliseconds. */
const SHORT = 10_000;

/** Twenty, thirty, forty minutes… in seconds; as milliseconds nobody would write them. */
function areSeconds(timeout: number): boolean {
  return timeout < SHORTEST || (timeout < SHORT && timeout % 300 === 0 && timeout % 500 !== 0);
}

export const testTimeoutUnit = rule({
  meta: {
    id: 'test-timeout-unit',
    area: 'hub-tests',
    severity: 'warning',
    since: '0.1.0',
    summary: "A test's timeout is in seconds, where RunPod reads milliseconds; or there is none, and a model to load.",
    why: 'The test is over before the worker has started, so it fails and the release is not listed.',
    good: 'The timeouts of the tests are in milliseconds.',
    sources: [PUBLISHING_GUIDE],
  },
  reads: ['tests', 'python?'],
  *check({ tests, python }) {
    yield* bounded(shortTimeouts(tests));
    const finding = isWhole(tests) ? withoutTimeout(tests) : undefined;
    if (finding && python && loadsModel(python)) yield finding;
  },
});

/** One finding for all tests: it has one cause. */
function withoutTimeout(file: JsonFile): Finding | undefined {
  const shape = fieldAt(TESTS, 'tests')?.items;
  const tests = itemsOf(valueAt(file.root, 'tests')).filter(isObject);
  const bare = tests.filter(
    (test) => member(test, 'timeout') === undefined && !(shape && misspeltFields(test, shape).has('timeout')),
  );
  const [first, ...others] = bare;
  if (!first) return undefined;
  const nameOf = (test: JsonObject) => headOfTest(member(test, 'name'), test);
  return {
    ...placeOf(file, nameOf(first)),
    severity: 'info',
    message: say`Without a timeout a test has ${DEFAULT_TIMEOUT / 1000} seconds, and this worker loads a model first.`,
    related: others
      .slice(0, MOST_RELATED)
      .map((test) => ({ ...placeOf(file, nameOf(test)), message: say`This test has no timeout either.` })),
    fixes: [
      {
        title: say`Add a timeout of ${LOAD_TIMEOUT / 60_000} minutes`,
        safe: true,
        edits: bare.flatMap((test) => insertProperty(file, test, 'timeout', LOAD_TIMEOUT)),
      },
    ],
  };
}

const MOST_RELATED = 20;

function headOfTest(name: JsonProperty | undefined, test: JsonObject): Span {
  return name ? headOfProperty(name) : headOf(test);
}

function* shortTimeouts(file: JsonFile): Iterable<Finding> {
  for (const test of itemsOf(valueAt(file.root, 'tests'))) {
    const timeout = member(test, 'timeout')?.value;
    if (timeout?.kind !== 'number' || timeout.value <= 0 || !areSeconds(timeout.value)) continue;
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

// A tests.json without a single test.

import { say } from '../../base/message';
import { PUBLISHING_GUIDE } from '../../knowledge/hub';
import { isArray, member, placeOf } from '../../model/json';
import { rule } from '../rule';

export const testsEmpty = rule({
  meta: {
    id: 'tests-empty',
    area: 'hub-tests',
    severity: 'warning',
    since: '0.1.0',
    summary: 'tests.json has no test.',
    why: 'The Hub releases the worker without having run it once: a broken image shows only at your users.',
    good: 'The list of tests is not left empty.',
    sources: [PUBLISHING_GUIDE],
  },
  reads: ['tests!'],
  *check({ tests }) {
    const list = member(tests.root, 'tests');
    if (list === undefined || !isArray(list.value) || list.value.items.length > 0) return;
    yield { ...placeOf(tests, list.keySpan), message: say`tests.json has no test: the Hub checks nothing.` };
  },
});

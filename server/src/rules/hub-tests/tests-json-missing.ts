// Listings without a tests.json. One that was renamed so that the Hub skips the tests is there on purpose.

import { say } from '../../base/message';
import { basename, dirname } from '../../base/uri';
import { PUBLISHING_GUIDE } from '../../knowledge/hub';
import { SWITCHED_OFF } from '../../knowledge/hub-tests';
import { headOf, member, placeOf } from '../../model/json';
import { createTestsFix } from '../create/tests-file';
import { rule } from '../rule';

export const testsJsonMissing = rule({
  meta: {
    id: 'tests-json-missing',
    area: 'hub-tests',
    severity: 'info',
    hubSeverity: 'warning',
    notFor: new Set(['load-balancer', 'flash', 'pod']),
    since: '0.2.0',
    summary: 'The listing has no tests.json.',
    why: 'The Hub releases the worker without having run it once: a broken image shows only at your users.',
    good: 'The listing has a tests.json.',
    shownBy: 'tests',
    sources: [PUBLISHING_GUIDE],
  },
  reads: [
    'files',
    'hub',
    'tests?',
    'testInput?',
    'python?',
    'handlers?',
    'docker?',
    'packages?',
    'environment?',
    'documents?',
  ],
  *check({ files, hub, tests, ...facts }) {
    const folders = new Set([files.root, `${files.root}/.runpod`]);
    const exists = files.uris.some((uri) => SWITCHED_OFF.test(basename(uri)) && folders.has(dirname(uri)));
    if (tests || exists || !hub.root) return;
    yield {
      ...placeOf(hub, member(hub.root, 'title')?.keySpan ?? headOf(hub.root)),
      message: say`There is no tests.json beside hub.json: the Hub runs no test before it releases the worker.`,
      fixes: [createTestsFix({ files, hub, ...facts })],
    };
  },
});

// Files that every job adds to the disk of its worker, in a worker that removes none. A file of a fixed name is replaced.

import { say } from '../../base/message';
import { REFRESH_WORKER } from '../../knowledge/memory';
import { CLEANUP_GUIDE } from '../../knowledge/temporary';
import type { Handlers } from '../../model/python/handler';
import { placeIn } from '../../model/python/python';
import { filesPerJob, removesFiles } from '../../model/python/temporary';
import { rule } from '../rule';
import { stepNote } from '../steps';

export const filesLeftBehind = rule({
  meta: {
    id: 'files-left-behind',
    area: 'production',
    severity: 'hint',
    profile: 'strict',
    since: '0.1.0',
    summary: 'Every job writes a file of its own, and nothing in the worker removes files.',
    why: 'A worker that stays warm serves thousands of jobs: at last its disk is full, and every job on it fails.',
    good: 'No job leaves files behind.',
    sources: [CLEANUP_GUIDE],
  },
  reads: ['handlers!'],
  *check({ handlers }) {
    const files = filesPerJob(handlers);
    if (files.length === 0 || isReplaced(handlers) || removesFiles(handlers.python)) return;
    for (const { reached, fact } of files) {
      yield {
        ...placeIn(reached.fn, fact.call.callee),
        message: say`Each job leaves a file of its own here, and nothing in the worker removes files.`,
        related: reached.steps.map(stepNote),
      };
    }
  },
});

/** A worker that is replaced takes its disk with it. */
function isReplaced({ python }: Handlers): boolean {
  return python.modules.some(({ facts }) => facts.source.text.includes(REFRESH_WORKER));
}

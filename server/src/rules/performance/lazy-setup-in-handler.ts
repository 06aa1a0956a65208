// Setup that waits behind a guard for the first job. The same setup in every job is heavy-setup-in-handler's.

import { say } from '../../base/message';
import { placeIn } from '../../model/python/python';
import { setupCalls } from '../../model/python/setup';
import { rule } from '../rule';
import { byGuard, guardedCall, inWords, pathNotes } from './setup-path';
import { warmUpFix } from './warm-up';

export const lazySetupInHandler = rule({
  meta: {
    id: 'lazy-setup-in-handler',
    area: 'performance',
    severity: 'info',
    since: '0.1.0',
    summary: 'The first job pays for a setup that could have run before start().',
    why: 'After each cold start one job takes much longer than the rest, and may run into its timeout while the worker counts as ready.',
    good: 'Setup is done before start(), not in the first job.',
    sources: [
      'https://docs.runpod.io/serverless/workers/handler-functions',
      'https://docs.runpod.io/serverless/development/optimization',
    ],
  },
  reads: ['handlers'],
  *check({ handlers }) {
    const lazy = setupCalls(handlers).filter(({ often }) => often === 'once');
    for (const calls of byGuard(lazy)) {
      const [first] = calls;
      const fix = warmUpFix(handlers, first);
      yield {
        ...placeIn(...guardedCall(first)),
        message: say`The first job waits here: ${inWords(calls)}.`,
        related: pathNotes(first),
        fixes: fix ? [fix] : [],
      };
    }
  },
});

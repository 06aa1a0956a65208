// Setup that every job pays for. Setup behind a guard is lazy-setup-in-handler's.

import { say } from '../../base/message';
import { placeIn } from '../../model/python/python';
import { type SetupCall, setupCalls } from '../../model/python/setup';
import { rule } from '../rule';
import { hoistFix } from './hoist';
import { byFunction, inWords, pathNotes } from './setup-path';

export const heavySetupInHandler = rule({
  meta: {
    id: 'heavy-setup-in-handler',
    area: 'performance',
    severity: 'warning',
    since: '0.1.0',
    summary: 'A model load, a download or an installation runs in every job.',
    why: 'Each job waits for the setup before its own work starts, on a GPU that is billed meanwhile, and may run into its timeout.',
    good: 'No job loads a model, downloads or installs anything anew.',
    sources: [
      'https://docs.runpod.io/serverless/workers/handler-functions',
      'https://docs.runpod.io/serverless/development/optimization',
    ],
  },
  reads: ['handlers'],
  *check({ handlers }) {
    const heavy = setupCalls(handlers).filter(
      (call) => call.often === 'always' || (call.often === 'sometimes' && !isDiagnosis(call)),
    );
    for (const [first, ...others] of byFunction(heavy)) {
      const { reached, fact } = first;
      const calls = [first, ...others];
      const fix = hoistFix(calls.filter(({ work }) => work === 'load'));
      yield {
        ...placeIn(reached.fn, fact.call.callee),
        message:
          first.often === 'always'
            ? say`Every job waits here: ${inWords(calls)}.`
            : say`Every job of this kind waits here: ${inWords(calls)}.`,
        related: pathNotes(first),
        fixes: fix ? [fix] : [],
      };
    }
  },
});

/** An operation that is there to look at the worker, such as a self-test, loads what it tests. */
function isDiagnosis({ reached }: SetupCall): boolean {
  return [reached.fn, ...reached.steps.map(({ callee }) => callee)].some(({ facts: { className = '', name } }) =>
    DIAGNOSIS.test(`${className}.${name}`),
  );
}

const DIAGNOSIS = /debug|diagnos|health|verif|test|check|probe|benchmark/i;

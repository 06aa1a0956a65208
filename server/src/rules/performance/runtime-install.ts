// Software installed while the worker runs, at import or in a job.

import { say } from '../../base/message';
import type { FunctionFacts, Where } from '../../facts/python';
import { commandCalls, workIn } from '../../model/python/commands';
import { type Handlers, ranBeforeJobs } from '../../model/python/handler';
import { type Fn, type Python, placeIn } from '../../model/python/python';
import { isMainGuarded } from '../../model/python/starts';
import { type Note, rule } from '../rule';
import { stepNote, titleOf } from '../steps';

export const runtimeInstall = rule({
  meta: {
    id: 'runtime-install',
    area: 'performance',
    severity: 'warning',
    since: '0.1.0',
    summary: 'The worker installs software while it runs.',
    why: 'Every cold start waits for the download, and fails when the index is slow, or when a new version breaks what worked yesterday.',
    good: 'Nothing is installed while the worker runs.',
    sources: [
      'https://docs.runpod.io/serverless/workers/create-dockerfile',
      'https://docs.runpod.io/serverless/troubleshooting',
    ],
  },
  reads: ['python', 'handlers?'],
  *check({ python, handlers }) {
    const runs = running(python, handlers);
    for (const { fn, fact } of commandCalls(python)) {
      const notes = fn.facts.kind === 'module' ? [] : runs.get(fn.facts);
      if (!notes || !runsHere(python, fn, fact.where)) continue;
      const found = workIn(python, fn, fact);
      if (found?.work !== 'install') continue;
      yield {
        ...placeIn(fn, fact.call.callee),
        message: say`${titleOf(fn)} runs ${found.name} while the worker runs. Put it into the image.`,
        related: notes,
      };
    }
  },
});

/** Every function that runs in a worker's life, with the way from the handler to it; no way for what runs before jobs. */
function running(python: Python, handlers: Handlers | undefined): ReadonlyMap<FunctionFacts, readonly Note[]> {
  const found = new Map<FunctionFacts, readonly Note[]>();
  for (const facts of (handlers?.warmed ?? ranBeforeJobs(python, [])).keys()) found.set(facts, []);
  for (const { fn, steps } of handlers?.reached ?? []) found.set(fn.facts, steps.map(stepNote));
  return found;
}

/** Code under the main guard of a module that is only imported does not run. */
function runsHere(python: Python, fn: Fn, where: Where | undefined): boolean {
  return !isMainGuarded(where) || python.entries.includes(fn.module.uri);
}

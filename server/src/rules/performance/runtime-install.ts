// Software installed while the worker runs, at import or in a job.

import { say } from '../../base/message';
import type { FunctionFacts, Where } from '../../facts/python';
import { workIn } from '../../model/commands';
import { type Handlers, isMainGuarded, ranBeforeJobs } from '../../model/handler';
import { type Fn, type Python, placeIn } from '../../model/python';
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
    sources: [
      'https://docs.runpod.io/serverless/workers/create-dockerfile',
      'https://docs.runpod.io/serverless/troubleshooting',
    ],
  },
  reads: ['python', 'handlers?'],
  *check({ python, handlers }) {
    for (const { fn, notes } of running(python, handlers)) {
      for (const fact of fn.facts.calls) {
        const found = workIn(python, fn, fact);
        if (found?.work !== 'install' || !runsHere(python, fn, fact.where)) continue;
        yield {
          ...placeIn(fn, fact.call.callee),
          message: say`${titleOf(fn)} runs ${found.name} while the worker runs. Put it into the image.`,
          related: notes,
        };
      }
    }
  },
});

interface Running {
  readonly fn: Fn;
  /** From the handler to the function; empty for what runs at import. */
  readonly notes: readonly Note[];
}

/** Every function that runs in a worker's life: on the job path, at import, or before `start`. */
function running(python: Python, handlers: Handlers | undefined): readonly Running[] {
  const found = new Map<FunctionFacts, Running>();
  const add = (fn: Fn, notes: readonly Note[]): void => {
    if (!found.has(fn.facts)) found.set(fn.facts, { fn, notes });
  };
  for (const { fn, steps } of handlers?.reached ?? []) add(fn, steps.map(stepNote));
  for (const fn of (handlers?.warmed ?? ranBeforeJobs(python, [])).values()) add(fn, []);
  for (const module of python.modules) for (const part of module.parts) add(part, []);
  return [...found.values()];
}

/** Code under the main guard of a module that is only imported does not run. */
function runsHere(python: Python, fn: Fn, where: Where | undefined): boolean {
  return !isMainGuarded(where) || python.entries.includes(fn.module.uri);
}

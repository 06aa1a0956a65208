// Leaving the process on the job path: nothing catches it, and nobody is answered.

import type { Fix } from '../../base/edit';
import { say } from '../../base/message';
import { replace } from '../../edits/python';
import type { CallFact, Where } from '../../facts/python';
import { EXITS, HANDLER_GUIDE } from '../../knowledge/sdk';
import { type Fn, type Python, placeIn, statementsOf, textIn } from '../../model/python/python';
import type { Reached } from '../../model/python/reach';
import { resolve } from '../../model/python/resolve';
import { rule } from '../rule';
import { stepNote } from '../steps';

export const handlerExitsProcess = rule({
  meta: {
    id: 'handler-exits-process',
    area: 'handler',
    severity: 'error',
    since: '0.1.0',
    summary: 'A job can end the whole worker process.',
    why: 'The SDK does not catch it: the job is never answered and runs into its timeout, and so do the jobs that the worker had taken besides.',
    good: 'Nothing on the way of a job ends the worker process.',
    sources: [HANDLER_GUIDE, 'https://github.com/runpod/runpod-python/blob/main/runpod/serverless/modules/rp_job.py'],
  },
  reads: ['handlers'],
  *check({ handlers }) {
    for (const reached of handlers.reached) {
      const { fn, steps, threaded } = reached;
      if (steps.some(({ fact }) => isCaught(fact.where))) continue;
      for (const fact of fn.facts.calls) {
        const name = exitName(handlers.python, fn, fact);
        if (name === undefined || (name !== 'os._exit' && (threaded || isCaught(fact.where)))) continue;
        const fix = errorFix(reached, fact);
        yield {
          ...placeIn(fn, fact.call.callee),
          message: say`${name}() ends the worker in the middle of a job, which is never answered.`,
          related: steps.map(stepNote),
          fixes: fix ? [fix] : [],
        };
      }
    }
  },
});

function exitName(python: Python, fn: Fn, { call }: CallFact): string | undefined {
  const origin = resolve(python, fn, call.callee);
  const path = origin.kind === 'external' ? origin.path : origin.kind === 'builtin' ? origin.name : '';
  return EXITS.has(path) ? path : undefined;
}

/** A broad handler around it may catch SystemExit: a bare `except:` does. */
function isCaught(where: Where | undefined): boolean {
  for (let here = where; here; here = here.outer) if (here.kind === 'try' && here.broad) return true;
  return false;
}

/** `sys.exit("no prompt")` in the handler itself becomes an error that the job is answered with. */
function errorFix({ fn, steps }: Reached, { call, statement }: CallFact): Fix | undefined {
  const [reason] = call.args;
  if (steps.length > 0 || fn.facts.generator || statement.kind !== 'expression' || statement.value !== call)
    return undefined;
  if (call.args.length !== 1 || reason?.value.kind !== 'string' || reason.value.bytes) return undefined;
  const text = `return {"error": ${textIn(fn, reason.value)}}`;
  const edit = replace(statementsOf(fn), statement, text);
  return { title: say`Answer the job with an error`, safe: false, edits: [edit] };
}

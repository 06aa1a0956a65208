// A handler without a `try` anywhere on its way. The SDK catches what it raises; whoever asked gets a traceback.

import type { Edit, Fix } from '../../base/edit';
import { say } from '../../base/message';
import { wrapBody } from '../../edits/python';
import type { Where } from '../../facts/python';
import { HANDLER_GUIDE } from '../../knowledge/sdk';
import { edgesOf } from '../../model/python/call-graph';
import type { Handlers } from '../../model/python/handler';
import { type Fn, placeIn, statementsOf } from '../../model/python/python';
import { resolve } from '../../model/python/resolve';
import { rule } from '../rule';

export const errorUnhandled = rule({
  meta: {
    id: 'error-unhandled',
    area: 'input-output',
    severity: 'hint',
    profile: 'strict',
    since: '0.1.0',
    summary: 'Nothing on the way of a job catches an error.',
    why: 'The job ends as FAILED with a Python traceback that tells the caller about files and lines instead of what to do.',
    good: 'What goes wrong in a job is caught.',
    sources: [HANDLER_GUIDE],
  },
  reads: ['handlers!'],
  *check({ handlers }) {
    for (const { fn } of handlers.functions) {
      const { definition } = fn.facts;
      if (definition?.kind !== 'function' || !doesWork(handlers, fn) || catchesSomewhere(handlers, fn)) continue;
      const fix = tryFix(fn);
      yield {
        ...placeIn(fn, definition.nameSpan),
        message: say`Nothing catches what goes wrong in ${fn.facts.name}: the caller gets a traceback.`,
        fixes: fix ? [fix] : [],
      };
    }
  },
});

/** Calls more than what reads the job and prints. */
function doesWork({ python }: Handlers, fn: Fn): boolean {
  return fn.facts.calls.some(({ call }) => {
    const isGet = call.callee.kind === 'attribute' && call.callee.name === 'get';
    return !isGet && resolve(python, fn, call.callee).kind !== 'builtin';
  });
}

/** The handler itself or any function that it reaches, also where another handler reaches it too. */
function catchesSomewhere({ python }: Handlers, handler: Fn): boolean {
  if (handler.facts.decorators.length > 0) return true;
  const seen = new Set([handler.facts]);
  const todo = [handler];
  for (let fn = todo.pop(); fn; fn = todo.pop()) {
    if (fn.facts.calls.some(({ where }) => isTried(where))) return true;
    for (const edge of edgesOf(python, fn)) {
      if (seen.has(edge.fn.facts)) continue;
      seen.add(edge.fn.facts);
      todo.push(edge.fn);
    }
  }
  return false;
}

function isTried(where: Where | undefined): boolean {
  for (let here = where; here; here = here.outer) if (here.kind === 'try' || here.kind === 'except') return true;
  return false;
}

function tryFix(fn: Fn): Fix | undefined {
  const { definition, generator } = fn.facts;
  if (definition?.kind !== 'function' || generator) return undefined;
  const handler = ['except Exception as error:', '    return {"error": f"{type(error).__name__}: {error}"}'];
  const edits: readonly Edit[] | undefined = wrapBody(statementsOf(fn), definition, 'try:', handler);
  return edits && { title: say`Wrap the body in try`, safe: false, edits };
}

// Log lines that are as large as the job, or as many as its tokens. The SDK's logger cuts long messages, so it is left alone.

import { say } from '../../base/message';
import type { Where } from '../../facts/python';
import { LOGS_GUIDE, QUIET_METHODS, SHOWS_ALL, WANTS_MORE } from '../../knowledge/logging';
import { BASE64_ENCODERS, TEXT_METHODS } from '../../knowledge/payload';
import { jobTrace } from '../../model/job';
import { someExpression } from '../../model/python/expressions';
import type { Handlers } from '../../model/python/handler';
import { type LogCall, logCall, shownIn } from '../../model/python/logging';
import { type Fn, type Python, placeIn, textIn } from '../../model/python/python';
import type { Reached } from '../../model/python/reach';
import { lookup, resolve } from '../../model/python/resolve';
import type { Expression } from '../../syntax/python-tree';
import { rule } from '../rule';

export const logFlood = rule({
  meta: {
    id: 'log-flood',
    area: 'production',
    severity: 'info',
    since: '0.1.0',
    summary: 'Every job writes its whole input, an encoded file or each token to the log.',
    why: 'RunPod throttles logs that grow too fast: lines are dropped, and those that would explain a failure are among them.',
    good: 'No job floods the log.',
    sources: [LOGS_GUIDE],
  },
  reads: ['handlers'],
  *check({ handlers }) {
    for (const reached of handlers.reached) {
      const { fn } = reached;
      for (const fact of fn.facts.calls) {
        const log = logCall(handlers.python, fn, fact);
        if (!log || log.how === 'sdk' || QUIET_METHODS.has(log.method) || isSeldom(reached, fact.where)) continue;
        const flood = payloadIn(handlers, reached, log) ?? pieceIn(reached, log);
        if (!flood) continue;
        const place = placeIn(fn, fact.call.callee);
        const name = textIn(fn, flood.shown);
        switch (flood.what) {
          case 'input':
            yield {
              ...place,
              message: say`This writes all that comes with each job to the log (${name}), however large.`,
            };
            break;
          case 'file':
            yield { ...place, message: say`This writes an encoded file to the log (${name}), however large.` };
            break;
          case 'piece':
            yield { ...place, message: say`This writes a line to the log for each piece of the stream (${name}).` };
            break;
        }
      }
    }
  },
});

interface Flood {
  readonly what: 'input' | 'file' | 'piece';
  readonly shown: Expression;
}

/** Only when something went wrong, or when somebody asked for more. */
function isSeldom({ fn }: Reached, where: Where | undefined): boolean {
  for (let here = where; here; here = here.outer) {
    if (here.kind === 'except') return true;
    if (here.kind === 'branch' && WANTS_MORE.test(textIn(fn, here.test))) return true;
  }
  return false;
}

function payloadIn(handlers: Handlers, reached: Reached, { fact }: LogCall): Flood | undefined {
  const { python } = handlers;
  const { fn } = reached;
  const showsAll = (callee: Expression): boolean => {
    const origin = resolve(python, fn, callee);
    return (
      (origin.kind === 'builtin' && SHOWS_ALL.has(origin.name)) ||
      (origin.kind === 'external' && SHOWS_ALL.has(origin.path))
    );
  };
  for (const shown of shownIn(fact.call, showsAll)) {
    const held = jobTrace(handlers).holds(reached, shown, fact.where);
    if (held === 'job' || held === 'input' || held === 'validation') return { what: 'input', shown };
    if (isEncoded(python, fn, shown)) return { what: 'file', shown };
  }
  return undefined;
}

/** `base64.b64encode(…).decode()`, or a name for it. */
function isEncoded(python: Python, fn: Fn, expression: Expression, depth = 0): boolean {
  if (depth > 4) return false;
  if (expression.kind === 'name') {
    const values = fn.facts.assigned.get(expression.id) ?? [];
    const origin = lookup(python, fn, expression.id);
    if (origin.kind === 'external-result' && BASE64_ENCODERS.has(origin.path)) return true;
    return (
      values.length > 0 && values.every(({ value }) => value !== undefined && isEncoded(python, fn, value, depth + 1))
    );
  }
  if (expression.kind !== 'call') return false;
  const { callee } = expression;
  const origin = resolve(python, fn, callee);
  if (origin.kind === 'external' && BASE64_ENCODERS.has(origin.path)) return true;
  return (
    callee.kind === 'attribute' && TEXT_METHODS.has(callee.name) && isEncoded(python, fn, callee.object, depth + 1)
  );
}

/** `for token in stream: print(token); yield token` */
function pieceIn({ fn }: Reached, { fact }: LogCall): Flood | undefined {
  const loop = fact.where;
  if (loop?.kind !== 'loop' || loop.target?.kind !== 'name') return undefined;
  const { id } = loop.target;
  const names = (expression: Expression): boolean =>
    someExpression(expression, (part) => part.kind === 'name' && part.id === id);
  const yields = fn.facts.exits.some(
    ({ kind, value, where }) => kind === 'yield' && value !== undefined && names(value) && isInLoop(where, loop),
  );
  const shown = fact.call.args.find((arg) => arg.name === undefined && names(arg.value));
  return yields && shown ? { what: 'piece', shown: loop.target } : undefined;
}

function isInLoop(where: Where | undefined, loop: Where): boolean {
  for (let here = where; here; here = here.outer) if (here === loop) return true;
  return false;
}

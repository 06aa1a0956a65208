// `progress_update` without the job, and so late that the answer overtakes it.

import type { Fix } from '../../base/edit';
import { say } from '../../base/message';
import { replace } from '../../edits/python';
import type { CallFact } from '../../facts/python';
import { PROGRESS_SOURCE, PROGRESS_UPDATES } from '../../knowledge/results';
import { HANDLER_GUIDE } from '../../knowledge/sdk';
import type { Handlers } from '../../model/python/handler';
import { type Fn, placeIn, statementsOf, textIn } from '../../model/python/python';
import type { Reached } from '../../model/python/reach';
import { resolve } from '../../model/python/resolve';
import type { Expression } from '../../syntax/python-tree';
import { type Finding, rule } from '../rule';

export const progressUpdateArgument = rule({
  meta: {
    id: 'progress-update-argument',
    area: 'input-output',
    severity: 'error',
    since: '0.1.0',
    summary: 'A progress update is not given the job, or comes right before the answer.',
    why: 'Without the whole job the update raises, and the job fails; right before the answer it may arrive after it.',
    good: 'Progress updates are given the whole job, and in time.',
    sources: [HANDLER_GUIDE, PROGRESS_SOURCE],
  },
  reads: ['handlers'],
  *check({ handlers }) {
    for (const reached of handlers.reached) {
      for (const fact of reached.fn.facts.calls) {
        const origin = resolve(handlers.python, reached.fn, fact.call.callee);
        if (origin.kind !== 'external' || !PROGRESS_UPDATES.has(origin.path)) continue;
        const finding = wrongJob(handlers, reached, fact) ?? tooLate(reached, fact);
        if (finding) yield finding;
      }
    }
  },
});

function wrongJob(handlers: Handlers, { fn }: Reached, { call }: CallFact): Finding | undefined {
  const given = call.args.find(({ name }) => name === 'job') ?? call.args[0];
  if (!given || given.spread !== undefined || (given.name !== undefined && given.name !== 'job')) return undefined;
  const { value } = given;
  const message = say`progress_update takes the whole job, not ${textIn(fn, value)}: this call raises an exception.`;
  if (value.kind === 'string') return { ...placeIn(fn, value), message };
  const job = jobOf(handlers, fn, value.kind === 'subscript' ? value.object : undefined);
  if (value.kind !== 'subscript' || value.index.kind !== 'string' || job === undefined) return undefined;
  const at = statementsOf(fn);
  const fix: Fix = { title: say`Pass ${job}`, safe: true, edits: [replace(at, value, job)] };
  return { ...placeIn(fn, value), message, fixes: [fix] };
}

/** The name of the handler's own parameter, where an expression is that. */
function jobOf(handlers: Handlers, fn: Fn, expression: Expression | undefined): string | undefined {
  const handler = handlers.functions.find((one) => one.fn.facts === fn.facts);
  const parameter = handler && fn.facts.parameters[handler.bound ? 1 : 0]?.name;
  return expression?.kind === 'name' && expression.id === parameter ? parameter : undefined;
}

/** Nothing stands between the update and the `return`. */
function tooLate({ fn, handler }: Reached, { call, where }: CallFact): Finding | undefined {
  if (fn !== handler || fn.facts.generator) return undefined;
  const follows = fn.facts.exits.some(
    (exit) =>
      exit.kind === 'return' &&
      exit.where === where &&
      exit.span.start >= call.end &&
      /^\s*(#.*\s*)*$/.test(textIn(fn, { start: call.end, end: exit.span.start })),
  );
  if (!follows) return undefined;
  return {
    ...placeIn(fn, call.callee),
    severity: 'info',
    message: say`This update goes out beside the answer and may arrive after it: the job then shows IN_PROGRESS although it has ended.`,
  };
}

// `refresh_worker` where the SDK does not look: inside another dictionary, or in what is yielded.

import type { Fix } from '../../base/edit';
import { type Message, say } from '../../base/message';
import { addEntryAfter, removeEntry } from '../../edits/python';
import { REFRESH_KEY, RP_JOB_SOURCE } from '../../knowledge/results';
import { HANDLER_GUIDE } from '../../knowledge/sdk';
import { resultsOf, valuesOf } from '../../model/answers/results';
import { truthOfExpression } from '../../model/answers/truth';
import type { Field, Result } from '../../model/answers/values';
import type { Handlers } from '../../model/python/handler';
import { placeIn, textIn } from '../../model/python/python';
import { rule } from '../rule';
import { answeredHere } from './answered';

export const refreshWorkerMisplaced = rule({
  meta: {
    id: 'refresh-worker-misplaced',
    area: 'input-output',
    severity: 'warning',
    since: '0.1.0',
    summary: 'A refresh_worker stands where the SDK does not read it.',
    why: 'The worker is not refreshed: the next job meets the state that this one left, and the client gets the key as part of its output.',
    good: 'refresh_worker stands only where the SDK reads it.',
    sources: [HANDLER_GUIDE, RP_JOB_SOURCE],
  },
  reads: ['handlers'],
  *check({ handlers }) {
    const seen = new Set<Field['place']>();
    for (const result of resultsOf(handlers)) {
      if (result.filtered) continue;
      for (const { field, message } of misplaced(handlers, result)) {
        if (seen.has(field.place)) continue;
        seen.add(field.place);
        const { fn } = field.frame;
        const fix = liftFix(result, field);
        yield { ...placeIn(fn, field.place), message, related: answeredHere(result, fn), fixes: fix ? [fix] : [] };
      }
    }
  },
});

function* misplaced(
  handlers: Handlers,
  { dict, exit }: Result,
): Iterable<{ readonly field: Field; readonly message: Message }> {
  const fields = dict?.fields ?? [];
  if (exit.kind !== 'return') {
    const message = say`The SDK reads refresh_worker in what is returned, not in what is yielded: give start() "refresh_worker": True.`;
    for (const field of fields) if (isRefresh(field)) yield { field, message };
    return;
  }
  const message = say`The SDK reads refresh_worker only at the top of the returned dictionary.`;
  if (fields.some(isRefresh)) return;
  for (const outer of fields) {
    for (const { dict: inner, filtered } of valuesOf(handlers, outer.frame, outer.value, outer.site)) {
      if (filtered) continue;
      for (const field of inner?.fields ?? []) if (isRefresh(field)) yield { field, message };
    }
  }
}

function isRefresh({ key, value }: Field): boolean {
  return key === REFRESH_KEY && truthOfExpression(value) !== false;
}

/** Out of a dictionary that stands directly in the returned one, to the place behind it. */
function liftFix({ exit, expression, frame }: Result, field: Field): Fix | undefined {
  if (exit.kind !== 'return' || expression.kind !== 'dict' || field.frame.fn !== frame.fn) return undefined;
  for (const outer of expression.entries) {
    if (outer.value.kind !== 'dict') continue;
    const entry = outer.value.entries.find(({ key }) => key === field.place);
    if (!entry || outer.value.entries.length < 2) continue;
    const { module, base } = frame.fn;
    const at = { source: module.facts.source, base };
    const edits = [
      ...removeEntry(at, outer.value, entry),
      ...addEntryAfter(at, expression, outer, REFRESH_KEY, textIn(frame.fn, entry.value)),
    ];
    return { title: say`Lift refresh_worker to the top of the dictionary`, safe: true, edits };
  }
  return undefined;
}

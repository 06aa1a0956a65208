// Failures that an answer tells in its own words, where RunPod reads only `error`: the job ends as COMPLETED.

import type { Fix } from '../../base/edit';
import { type Message, say } from '../../base/message';
import { addEntry, addStatementBefore, replace, startsLine } from '../../edits/python';
import { ERROR_KEY, REASON_KEYS, RP_JOB_SOURCE, TELLING_KEYS } from '../../knowledge/results';
import { HANDLER_GUIDE } from '../../knowledge/sdk';
import { type Failure, failureOf } from '../../model/answers/failures';
import { exceptAround, resultsOf } from '../../model/answers/results';
import type { Field, Result } from '../../model/answers/values';
import { placeIn, statementsOf, textIn } from '../../model/python/python';
import type { Expression } from '../../syntax/python-tree';
import { type Finding, rule } from '../rule';
import { titleOf } from '../steps';
import { answeredHere } from './answered';
import { isMessage, isPure, textOfOneLine } from './message-code';

export const errorReportedAsSuccess = rule({
  meta: {
    id: 'error-reported-as-success',
    area: 'input-output',
    severity: 'warning',
    since: '0.1.0',
    summary: 'A failed job is answered without a top-level "error".',
    why: 'RunPod marks the job COMPLETED: clients, webhooks and Hub tests take it for a success, and nothing is retried.',
    good: 'A failed job is answered with a top-level "error".',
    sources: [HANDLER_GUIDE, RP_JOB_SOURCE],
  },
  reads: ['handlers'],
  *check({ handlers }) {
    const seen = new Set<string>();
    for (const result of resultsOf(handlers)) {
      const failure = failureOf(handlers, result);
      if (!failure) continue;
      const place = placeIn(failure.fn, firstLine(failure));
      const id = `${place.uri}#${place.span.start}`;
      if (seen.has(id)) continue;
      seen.add(id);
      const fix = fixOf(result, failure);
      const finding: Finding = {
        ...place,
        message: messageOf(result, failure),
        related: answeredHere(result, failure.fn),
      };
      yield fix ? { ...finding, fixes: [fix] } : finding;
    }
  },
});

function firstLine({ fn, place }: Failure): { start: number; end: number } {
  const newline = textIn(fn, place).indexOf('\n');
  return { start: place.start, end: newline < 0 ? place.end : place.start + newline };
}

function messageOf(result: Result, failure: Failure): Message {
  const name = titleOf(result.handler);
  const { shown } = failure;
  switch (failure.kind) {
    case 'status':
    case 'message':
      return say`${name} reports this failure as ${shown} without "error": the job ends as COMPLETED.`;
    case 'text':
      return say`${name} reports this failure as a text: without "error" the job ends as COMPLETED.`;
    case 'nested':
      return say`${name} hands this failure on inside its answer: only a top-level "error" makes the job FAILED.`;
    case 'empty-error':
      return say`${name} reports a failure, but its "error" is empty, and RunPod ignores an empty one: the job ends as COMPLETED.`;
  }
}

function fixOf(result: Result, failure: Failure): Fix | undefined {
  const { fn, field, dict } = failure;
  const at = statementsOf(fn);
  const title = say`Add "error", so that the job ends as FAILED`;
  if (failure.kind === 'text') {
    // Other callers of a helper may want the text.
    if (result.frame.from || result.expression !== failure.place) return undefined;
    const text = textIn(fn, result.expression);
    if (text.includes('\n') || !isWholeExit(result)) return undefined;
    return { title, safe: true, edits: [replace(at, result.expression, `{"error": ${text}}`)] };
  }
  if (!field || field.frame.fn !== fn) return undefined;
  const message = failureMessage(result, failure, field);
  if (message === undefined) return undefined;
  if (failure.kind === 'empty-error') {
    return { title: say`Say in "error" what went wrong`, safe: true, edits: [replace(at, field.value, message)] };
  }
  if (field.later) {
    const statement = { start: field.site.start, end: field.value.end };
    const name = field.place.kind === 'subscript' ? textIn(fn, field.place.object) : undefined;
    if (name === undefined || !startsLine(at, statement)) return undefined;
    return { title, safe: true, edits: addStatementBefore(at, statement, `${name}["error"] = ${message}`) };
  }
  if (!dict || result.frame.fn !== fn) return undefined;
  return { title, safe: true, edits: addEntry(at, dict, ERROR_KEY, message) };
}

/** `return text` or `yield text`, not a part of it. */
function isWholeExit({ exit, expression }: Result): boolean {
  return exit.value === expression;
}

/** The code of a message that stands beside the failure; undefined where none is at hand. */
function failureMessage(result: Result, { choice, fn, kind }: Failure, field: Field): string | undefined {
  if (choice && !isPure(choice.test)) return undefined;
  const found = messageBeside(result, field, choice, kind);
  if (found === undefined || !choice) return found;
  const test = textIn(fn, choice.test);
  return choice.failsWhen ? `${found} if ${test} else None` : `None if ${test} else ${found}`;
}

function messageBeside(
  result: Result,
  field: Field,
  choice: Failure['choice'],
  kind: Failure['kind'],
): string | undefined {
  const fields = result.dict?.fields ?? [];
  const { fn } = field.frame;
  if (kind === 'nested') return undefined;
  if (kind === 'message' && isMessage(field.value)) return textOfOneLine(fn, field.value);
  for (const keys of [TELLING_KEYS, REASON_KEYS]) {
    for (const other of fields) {
      if (other.frame.fn !== fn || !keys.has(other.key) || other.sometimes !== field.sometimes) continue;
      const value = choice ? armOf(other.value, choice, result) : other.value;
      if (!value || !isMessage(value)) continue;
      // Written before the statement that it stands in, a name may not have its value yet.
      if (other.later && (!field.later || value.kind === 'name')) continue;
      const text = textOfOneLine(fn, value);
      if (text !== undefined) return text;
    }
  }
  const around = exceptAround(field.site.where);
  return around?.name === undefined ? undefined : `str(${around.name})`;
}

/** The failure's side of a message that is chosen by the same test as the status. */
function armOf(value: Expression, choice: NonNullable<Failure['choice']>, { frame }: Result): Expression | undefined {
  if (value.kind !== 'conditional') return value;
  if (textIn(frame.fn, value.test) !== textIn(frame.fn, choice.test)) return undefined;
  return choice.failsWhen ? value.body : value.otherwise;
}

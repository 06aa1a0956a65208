// The habit of web frameworks to return an answer with an HTTP status. RunPod reads no status: it is part of the output.

import type { Edit, Fix } from '../../base/edit';
import { say } from '../../base/message';
import { addEntry, replace } from '../../edits/python';
import {
  COMMON_HTTP_STATUSES,
  ERROR_KEY,
  HTTP_STATUS_NAMES,
  REASON_KEYS,
  RP_JOB_SOURCE,
  TELLING_KEYS,
} from '../../knowledge/results';
import { HANDLER_GUIDE } from '../../knowledge/sdk';
import { exceptAround, resultsOf, valuesOf } from '../../model/answers/results';
import { truthOfExpression } from '../../model/answers/truth';
import type { Result } from '../../model/answers/values';
import type { Handlers } from '../../model/python/handler';
import { type Fn, placeIn, statementsOf, textIn } from '../../model/python/python';
import { resolve } from '../../model/python/resolve';
import type { Expression, Sequence } from '../../syntax/python-tree';
import { type Finding, rule } from '../rule';
import { titleOf } from '../steps';
import { answeredHere } from './answered';
import { isMessage, textOfOneLine } from './message-code';

export const statusTupleReturned = rule({
  meta: {
    id: 'status-tuple-returned',
    area: 'input-output',
    severity: 'warning',
    since: '0.1.0',
    summary: 'The handler returns an HTTP status beside its answer.',
    why: 'RunPod reads no status: the job is COMPLETED, and its output is a list of the answer and the number.',
    good: 'No HTTP status is returned beside an answer.',
    sources: [HANDLER_GUIDE, RP_JOB_SOURCE],
  },
  reads: ['handlers'],
  *check({ handlers }) {
    const seen = new Set<Expression>();
    for (const result of resultsOf(handlers)) {
      const { expression, frame } = result;
      if (result.filtered || expression.kind !== 'tuple' || seen.has(expression)) continue;
      const [body, status] = expression.items;
      if (!body || !status || expression.items.length > 3 || !isBody(body)) continue;
      const code = statusOf(handlers, frame.fn, status);
      if (code === undefined) continue;
      seen.add(expression);
      const name = titleOf(result.handler);
      const fix = fixOf(handlers, result, expression, body, code);
      const finding: Finding = {
        ...placeIn(frame.fn, status),
        message: say`${name} returns the status ${code} beside its answer: RunPod reads none, and the job is COMPLETED with both as its output.`,
        related: answeredHere(result, frame.fn),
      };
      yield fix ? { ...finding, fixes: [fix] } : finding;
    }
  },
});

/** Two numbers are a size or a point, not an answer and its status. */
function isBody(body: Expression): boolean {
  return body.kind !== 'number' && body.kind !== 'constant' && body.kind !== 'starred' && body.kind !== 'operation';
}

function statusOf(handlers: Handlers, fn: Fn, status: Expression): number | undefined {
  if (status.kind === 'number') {
    const code = Number(status.text);
    return COMMON_HTTP_STATUSES.has(code) ? code : undefined;
  }
  const origin = resolve(handlers.python, fn, status);
  const member = origin.kind === 'external' ? /^http\.HTTPStatus\.(\w+)(\.value)?$/.exec(origin.path)?.[1] : undefined;
  return member === undefined ? undefined : HTTP_STATUS_NAMES.get(member);
}

function fixOf(handlers: Handlers, result: Result, tuple: Sequence, body: Expression, code: number): Fix | undefined {
  const { fn } = result.frame;
  // Other callers of a helper may take the tuple apart.
  if (result.frame.from) return undefined;
  const drop = dropAfter(fn, tuple, body);
  if (!drop) return undefined;
  if (code < 400) return { title: say`Return the answer alone`, safe: true, edits: [drop] };
  const title = say`Return the answer alone, with "error"`;
  const at = statementsOf(fn);
  if (body.kind === 'string') {
    const text = textOfOneLine(fn, body);
    return text === undefined
      ? undefined
      : { title, safe: true, edits: [replace(at, body, `{"error": ${text}}`), drop] };
  }
  const values = valuesOf(handlers, result.frame, body, result.site);
  const [only] = values;
  if (values.length !== 1 || !only?.dict) return undefined;
  const errors = only.dict.fields.filter(({ key }) => key === ERROR_KEY);
  if (errors.some(({ value }) => truthOfExpression(value) !== false)) return { title, safe: true, edits: [drop] };
  if (errors.length > 0 || only.dict.open || body.kind !== 'dict') return undefined;
  const message = messageIn(result, body);
  if (message === undefined) return undefined;
  return { title, safe: true, edits: [...addEntry(at, body, ERROR_KEY, message), drop] };
}

function messageIn({ frame, site }: Result, body: Extract<Expression, { kind: 'dict' }>): string | undefined {
  for (const keys of [TELLING_KEYS, REASON_KEYS]) {
    for (const { key, value } of body.entries) {
      if (key?.kind !== 'string' || !keys.has(key.value ?? '') || !isMessage(value)) continue;
      const text = textOfOneLine(frame.fn, value);
      if (text !== undefined) return text;
    }
  }
  const name = exceptAround(site.where)?.name;
  return name === undefined ? undefined : `str(${name})`;
}

/** Removes what stands behind the tuple's first item, parentheses left in place; undefined where a comment would go. */
function dropAfter(fn: Fn, tuple: Sequence, body: Expression): Edit | undefined {
  const last = tuple.items.at(-1);
  if (!last) return undefined;
  const trailing = /^\s*,/.exec(textIn(fn, { start: last.end, end: tuple.end }))?.[0].length ?? 0;
  const gone = { start: body.end, end: last.end + trailing };
  // A bracket that closes around the first item alone stays: what is dropped must begin with the comma.
  if (!/^\s*,/.test(textIn(fn, gone)) || textIn(fn, gone).includes('#')) return undefined;
  return replace(statementsOf(fn), gone, '');
}

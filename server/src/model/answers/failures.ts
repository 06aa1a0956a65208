// What in an answer says that the job failed, in places where RunPod does not look: it reads only a truthy `error` at the
// top of a dictionary. An answer of which not all can be told has none.

import type { Span } from '../../base/span';
import {
  announcesError,
  ERROR_KEY,
  FAILED_KEYS,
  HTTP_STATUS_KEYS,
  isFailureStatus,
  isSuccessStatus,
  MESSAGE_KEYS,
  NESTED_KEYS,
  NEUTRAL_KEYS,
  PLAIN_FAILURES,
  STATUS_KEYS,
  SUCCESS_KEYS,
  TELLING_KEYS,
  tellsOfFailure,
  WRAPPER_KEYS,
} from '../../knowledge/results';
import type { Dict, Expression } from '../../syntax/python-tree';
import { mentions, someExpression } from '../python/expressions';
import type { Handlers } from '../python/handler';
import { type Fn, textIn } from '../python/python';
import { conditionsOf, exceptAround, heldFields, valuesOf } from './results';
import { truthOfExpression } from './truth';
import type { Field, Frame, Result, Value } from './values';

export interface Failure {
  readonly kind: 'status' | 'message' | 'text' | 'nested' | 'empty-error';
  /** Where to show it: on one line, except for a text. */
  readonly fn: Fn;
  readonly place: Span;
  /** What says it, as it is written. */
  readonly shown: string;
  /** The field that says it, where it is one of `dict`'s. */
  readonly field: Field | undefined;
  /** The literal answer; undefined where it is made otherwise. */
  readonly dict: Dict | undefined;
  /** The expression that decides between failure and success, and on which side the failure is. */
  readonly choice: { readonly test: Expression; readonly failsWhen: boolean } | undefined;
}

export function failureOf(handlers: Handlers, result: Result): Failure | undefined {
  if (result.filtered) return undefined;
  const reading = new Reading(handlers, result);
  return result.dict ? reading.inDict(result, result.dict.open) : reading.inText(result);
}

/** A failure that no field of a dictionary says, but the answer as a whole. */
function wholeAnswer(kind: 'nested' | 'text', { expression, frame: { fn } }: Value): Failure {
  const shown = textIn(fn, expression);
  return { kind, fn, place: expression, shown, field: undefined, dict: undefined, choice: undefined };
}

class Reading {
  constructor(
    private readonly handlers: Handlers,
    private readonly result: Result,
  ) {}

  inDict(value: Value, open: boolean): Failure | undefined {
    if (open || !value.dict) return undefined;
    const errors = value.dict.fields.filter((field) => field.key === ERROR_KEY);
    if (errors.some((field) => !this.isFalsy(field))) return undefined;
    const [empty] = errors;
    const said = this.status(value) ?? this.message(value);
    if (said && empty) return { ...said, kind: 'empty-error', ...placeOfField(empty), field: empty };
    return said ?? this.nested(value);
  }

  inText(value: Value): Failure | undefined {
    const { expression, frame, site } = value;
    const item = expression.kind === 'list' && expression.items.length === 1 ? expression.items[0] : undefined;
    const dumped = this.dumped(expression);
    for (const inner of [item, dumped]) {
      if (!inner) continue;
      const values = valuesOf(this.handlers, frame, inner, site);
      if (values.some((part) => this.failsInside(part))) {
        return wholeAnswer('nested', value);
      }
    }
    return this.isFailureText(value) ? wholeAnswer('text', value) : undefined;
  }

  /** `"status": "error"`, `"success": False`, `"statusCode": 500`. */
  private status(value: Value): Failure | undefined {
    for (const key of STATUS_KEYS) {
      for (const field of heldFields(value, key)) {
        const found = this.literal(value, field, (part) => this.isFailureLiteral(key, part));
        if (found) return found;
      }
    }
    for (const [keys, wanted] of [
      [SUCCESS_KEYS, false],
      [FAILED_KEYS, true],
    ] as const) {
      for (const key of keys) {
        for (const field of heldFields(value, key)) {
          const found = this.literal(value, field, (part) => part.kind === 'constant' && part.value === wanted);
          if (found) return found;
        }
      }
    }
    return undefined;
  }

  private isFailureLiteral(key: string, part: Expression): boolean {
    if (part.kind === 'number') return HTTP_STATUS_KEYS.has(key) && Number(part.text) >= 400 && Number(part.text) < 600;
    if (part.kind !== 'string' || part.value === undefined) return false;
    if (key === 'status' || key === 'Status' || key === 'job_status') return isFailureStatus(part.value);
    return PLAIN_FAILURES.has(part.value.toLowerCase());
  }

  /** The first literal among what a field may hold that passes the test. */
  private literal(value: Value, field: Field, test: (part: Expression) => boolean): Failure | undefined {
    const dict = value.expression.kind === 'dict' ? value.expression : undefined;
    for (const part of valuesOf(this.handlers, field.frame, field.value, field.site)) {
      if (part.filtered || !test(part.expression)) continue;
      const own = part.expression === field.value;
      const choice = choiceOf(field.value, part.expression);
      const inside = own || choice !== undefined;
      const place = inside ? placeInAnswer(value, field) : placeOfLiteral(part);
      return { kind: 'status', ...place, field: inside ? field : undefined, dict, choice };
    }
    return undefined;
  }

  /** `{"message": str(e)}` in an `except`, `{"errors": …}` after a check, with nothing beside it that is a result. */
  private message(value: Value): Failure | undefined {
    if (!value.dict || this.claimsSuccess(value)) return undefined;
    const dict = value.expression.kind === 'dict' ? value.expression : undefined;
    const telling = value.dict.fields.find((field) => this.tells(field));
    if (!telling) return undefined;
    const others = value.dict.fields.filter((field) => field !== telling);
    if (!others.every((field) => this.isNeutral(field) || this.tells(field))) return undefined;
    return { kind: 'message', ...placeInAnswer(value, telling), field: telling, dict, choice: undefined };
  }

  private tells(field: Field): boolean {
    if (TELLING_KEYS.has(field.key)) {
      if (this.isFalsy(field)) return false;
      return this.isInExcept() || this.isAfterErrorTest() || isText(field.value);
    }
    if (!MESSAGE_KEYS.has(field.key)) return false;
    return valuesOf(this.handlers, field.frame, field.value, field.site).some(
      (part) => !part.filtered && this.isFailureText(part, field),
    );
  }

  /** Fields that go along with a failure as well as with a result. */
  private isNeutral(field: Field): boolean {
    return NEUTRAL_KEYS.test(field.key) || this.isFalsy(field) || (STATUS_KEYS.has(field.key) && isText(field.value));
  }

  private claimsSuccess(value: Value): boolean {
    const { fields } = value.dict ?? { fields: [] };
    return fields.some(({ key, value: held }) => {
      if (SUCCESS_KEYS.has(key)) return true;
      if (HTTP_STATUS_KEYS.has(key) && held.kind === 'number') return Number(held.text) < 400;
      return STATUS_KEYS.has(key) && held.kind === 'string' && held.value !== undefined && isSuccessStatus(held.value);
    });
  }

  /** `{"output": {"error": …}}`, and `{"status": "success", "result": helper()}` whose helper answers a failure. */
  private nested(value: Value): Failure | undefined {
    if (!value.dict) return undefined;
    const claims = value.dict.fields.some(
      ({ key, value: held }) =>
        (key === 'status' && held.kind === 'string' && /^succe/i.test(held.value ?? '')) ||
        (SUCCESS_KEYS.has(key) && held.kind === 'constant' && held.value === true),
    );
    for (const field of value.dict.fields) {
      const alone =
        WRAPPER_KEYS.has(field.key) && value.dict.fields.every((other) => other === field || this.isNeutral(other));
      if (!alone && !(claims && NESTED_KEYS.test(field.key))) continue;
      const inner = valuesOf(this.handlers, field.frame, field.value, field.site);
      const literal = field.value.kind === 'dict';
      if (!inner.some((part) => (literal ? this.failsInside(part) : this.failsInExcept(part)))) continue;
      const dict = value.expression.kind === 'dict' ? value.expression : undefined;
      return { kind: 'nested', ...placeOfField(field), field, dict, choice: undefined };
    }
    return undefined;
  }

  /** Whether a part of the answer is a failure, by its `error` or by its status. */
  private failsInside(part: Value): boolean {
    if (part.filtered || !part.dict || part.dict.open) return false;
    const fields = heldFields(part, ERROR_KEY);
    if (fields.some((field) => !field.sometimes && !this.isFalsy(field))) {
      const others = part.dict.fields.filter((field) => field.key !== ERROR_KEY);
      return others.every(
        (field) => this.isNeutral(field) || this.isFailureField(field) || MESSAGE_KEYS.has(field.key),
      );
    }
    return this.status(part) !== undefined;
  }

  private isFailureField({ key, value }: Field): boolean {
    return STATUS_KEYS.has(key) || SUCCESS_KEYS.has(key) || TELLING_KEYS.has(key) || truthOfExpression(value) === false;
  }

  /** A failure that a helper answers in an `except`, handed on inside an answer without a look at it. */
  private failsInExcept(part: Value): boolean {
    return part.frame.from !== undefined && exceptAround(part.site.where) !== undefined && this.failsInside(part);
  }

  /** `json.dumps({…})`: what is dumped. */
  private dumped(expression: Expression): Expression | undefined {
    if (expression.kind !== 'call' || expression.callee.kind !== 'attribute') return undefined;
    const { object, name } = expression.callee;
    const isJson = object.kind === 'name' && object.id === 'json' && name === 'dumps';
    return isJson ? expression.args[0]?.value : undefined;
  }

  /** A text that an `except` makes of its exception, or that says of itself that it is an error. */
  private isFailureText({ expression, frame, site }: Value, field?: Field): boolean {
    const around = exceptAround(site.where) ?? (field && exceptAround(field.site.where));
    if (around) {
      if (around.name !== undefined && tellsException(expression, around.name)) return true;
      if (isTraceback(expression)) return true;
    }
    if (expression.kind !== 'string' || expression.bytes) return false;
    const literal = expression.parts.map((part) => (typeof part === 'string' ? part : '…')).join('');
    if (around) return tellsOfFailure(literal);
    return announcesError(literal) && this.isConditional(frame);
  }

  private isConditional(frame: Frame): boolean {
    if (frame.from) return true;
    for (const part of conditionsOf(this.result)) if (part.kind === 'branch') return true;
    return false;
  }

  private isInExcept(): boolean {
    for (const part of conditionsOf(this.result)) if (part.kind === 'except') return true;
    return false;
  }

  /** `if "errors" in checked`, `if errors`, `if not checked.valid`. */
  private isAfterErrorTest(): boolean {
    for (const part of conditionsOf(this.result)) {
      if (part.kind === 'branch' && someExpression(part.test, namesError)) return true;
    }
    return false;
  }

  private isFalsy(field: Field): boolean {
    return truthOfExpression(field.value) === false;
  }
}

interface Shown {
  readonly fn: Fn;
  readonly place: Span;
  readonly shown: string;
}

/** The field where the answer is on one line, else the line that the answer begins on. */
function placeInAnswer(value: Value, field: Field): Shown {
  const inner = placeOfField(field);
  const { expression, frame, site } = value;
  if (field.later || frame.fn !== inner.fn || !textIn(frame.fn, expression).includes('\n')) return inner;
  const opening = { start: expression.start, end: expression.start + 1 };
  const statement = { start: site.start, end: opening.end };
  const isBroken = site.start > opening.start || textIn(frame.fn, statement).includes('\n');
  return { ...inner, place: isBroken ? opening : statement };
}

function placeOfField(field: Field): Shown {
  const { fn } = field.frame;
  const entry = { start: Math.min(field.place.start, field.value.start), end: field.value.end };
  const { start, end } = textIn(fn, entry).includes('\n') ? field.place : entry;
  return { fn, place: { start, end }, shown: textIn(fn, { start, end }) };
}

function placeOfLiteral({ frame, expression: { start, end } }: Value): Shown {
  return { fn: frame.fn, place: { start, end }, shown: textIn(frame.fn, { start, end }) };
}

/** The test of `"success" if ok else "error"`, where `arm` is one of its sides. */
function choiceOf(expression: Expression, arm: Expression): Failure['choice'] {
  if (expression.kind !== 'conditional') return undefined;
  if (expression.body === arm) return { test: expression.test, failsWhen: true };
  return expression.otherwise === arm ? { test: expression.test, failsWhen: false } : undefined;
}

/** `str(e)`, `f"… {e}"`, `"…" + str(e)`, `"…".format(e)`. */
export function tellsException(expression: Expression, name: string): boolean {
  const names = new Set([name]);
  switch (expression.kind) {
    case 'string':
      return mentions(expression, names);
    case 'operation':
      return (
        (expression.operator === '+' || expression.operator === '%') &&
        expression.operands.some(isText) &&
        mentions(expression, names)
      );
    case 'call': {
      const { callee } = expression;
      if (callee.kind === 'name' && (callee.id === 'str' || callee.id === 'repr')) return mentions(expression, names);
      return (
        callee.kind === 'attribute' && callee.name === 'format' && isText(callee.object) && mentions(expression, names)
      );
    }
    default:
      return false;
  }
}

function isTraceback(expression: Expression): boolean {
  if (expression.kind !== 'call') return false;
  const { callee } = expression;
  return callee.kind === 'attribute'
    ? callee.name === 'format_exc'
    : callee.kind === 'name' && callee.id === 'format_exc';
}

function isText(expression: Expression): boolean {
  return expression.kind === 'string' && !expression.bytes;
}

function namesError(part: Expression): boolean {
  const text =
    part.kind === 'name' ? part.id : part.kind === 'attribute' ? part.name : part.kind === 'string' ? part.value : '';
  return /err|valid|missing|problem|fail/i.test(text ?? '');
}

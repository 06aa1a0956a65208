// Code of a message that can be written a second time, as the value of "error".

import { someExpression } from '../../model/python/expressions';
import { type Fn, textIn } from '../../model/python/python';
import type { Expression } from '../../syntax/python-tree';

/** How an expression is written, where that is on one line. */
export function textOfOneLine(fn: Fn, expression: Expression): string | undefined {
  const text = textIn(fn, expression);
  return text.includes('\n') ? undefined : text;
}

/** An expression that can be written twice, and that is not false. */
export function isMessage(expression: Expression): boolean {
  switch (expression.kind) {
    case 'name':
    case 'attribute':
      return isPure(expression);
    case 'string':
      return expression.value !== '' && isPure(expression);
    case 'operation':
      return expression.operator === '+' && isPure(expression);
    case 'call':
      return (
        expression.callee.kind === 'name' &&
        (expression.callee.id === 'str' || expression.callee.id === 'repr') &&
        expression.args.every(({ value }) => isPure(value))
      );
    case 'subscript':
      return isPure(expression);
    default:
      return false;
  }
}

/** Whether an expression calls nothing but `str`, `repr`, `type` and `len`. */
export function isPure(expression: Expression): boolean {
  return !someExpression(
    expression,
    (part) =>
      part.kind === 'await' ||
      part.kind === 'walrus' ||
      part.kind === 'yield' ||
      part.kind === 'opaque' ||
      (part.kind === 'call' && !(part.callee.kind === 'name' && PURE.has(part.callee.id))),
  );
}

const PURE = new Set(['str', 'repr', 'type', 'len']);

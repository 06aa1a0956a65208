// Whether a test holds for a value that is known in part: what the conditions on the way to an answer say of it.

import type { Expression } from '../../syntax/python-tree';
import { someExpression } from '../python/expressions';
import { isName, textOf, type Value } from './values';

/**
 * What a test says of the value that a name holds. `harmless`: it asks only whether there is something, which the value
 * does not tell; `unknown`: it asks for more than the value tells.
 */
export function truthOf(test: Expression, name: string, value: Value): boolean | 'harmless' | 'unknown' {
  switch (test.kind) {
    case 'name':
      return test.id === name ? truthOfValue(value) : 'unknown';
    case 'operation': {
      const parts = test.operands.map((operand) =>
        someExpression(operand, (inner) => isName(inner, name)) ? truthOf(operand, name, value) : 'harmless',
      );
      const [first = 'unknown'] = parts;
      if (test.operator === 'not') return typeof first === 'boolean' ? !first : first;
      if (test.operator !== 'and' && test.operator !== 'or') return 'unknown';
      // One operand settles it: a false one of `and`, a true one of `or`.
      const settling = test.operator === 'or';
      if (parts.includes(settling)) return settling;
      if (parts.includes('unknown')) return 'unknown';
      return parts.includes('harmless') ? 'harmless' : !settling;
    }
    case 'comparison':
      return truthOfComparison(test, name, value);
    case 'subscript':
    case 'call': {
      const key = readKey(test, name);
      const isDict = test.kind === 'call' && isName(test.callee, 'isinstance') && test.args[1]?.value;
      if (isDict && isName(isDict, 'dict') && value.dict) return true;
      const held = key === undefined ? undefined : fieldHeld(value, key);
      if (held === undefined) return 'unknown';
      return held === 'absent' ? false : truthOfExpression(held);
    }
    default:
      return 'unknown';
  }
}
function truthOfComparison(
  test: Extract<Expression, { kind: 'comparison' }>,
  name: string,
  value: Value,
): boolean | 'harmless' | 'unknown' {
  const [left, right] = test.operands;
  const [operator] = test.operators;
  if (!left || !right || test.operators.length !== 1) return 'unknown';
  const negated = operator === '!=' || operator === 'is not' || operator === 'not in';
  const answer = (truth: boolean): boolean => truth !== negated;
  if ((operator === 'in' || operator === 'not in') && isName(right, name)) {
    const key = textOf(left);
    const held = key === undefined ? undefined : fieldHeld(value, key);
    return held === undefined ? 'unknown' : answer(held !== 'absent');
  }
  if (isName(left, name) && right.kind === 'constant' && right.value === null) {
    if (value.dict || value.expression.kind === 'string' || value.expression.kind === 'tuple') return answer(false);
    return value.expression.kind === 'constant' ? answer(value.expression.value === null) : 'harmless';
  }
  const key = readKey(left, name);
  const held = key === undefined ? undefined : fieldHeld(value, key);
  if (held === undefined || held === 'absent') return held === 'absent' && operator === '==' ? false : 'unknown';
  if (operator === '==' || operator === '!=' || operator === 'is' || operator === 'is not') {
    const same = sameLiteral(held, right);
    return same === undefined ? 'unknown' : answer(same);
  }
  if ((operator === 'in' || operator === 'not in') && 'items' in right) {
    const same = right.items.map((item) => sameLiteral(held, item));
    if (same.includes(true)) return answer(true);
    return same.includes(undefined) ? 'unknown' : answer(false);
  }
  return 'unknown';
}
/** The key that `name["key"]` or `name.get("key")` reads. */
function readKey(expression: Expression, name: string): string | undefined {
  if (expression.kind === 'subscript' && isName(expression.object, name)) return textOf(expression.index);
  if (expression.kind !== 'call' || expression.callee.kind !== 'attribute' || expression.callee.name !== 'get')
    return undefined;
  const [key] = expression.args;
  return isName(expression.callee.object, name) && key ? textOf(key.value) : undefined;
}
/** What a dictionary holds under a key; undefined where it cannot be told. */
function fieldHeld({ dict }: Value, key: string): Expression | 'absent' | undefined {
  if (!dict) return undefined;
  const fields = dict.fields.filter((field) => field.key === key);
  const last = fields.at(-1);
  if (!last) return dict.open ? undefined : 'absent';
  return last.sometimes || dict.open ? undefined : last.value;
}
function sameLiteral(a: Expression, b: Expression): boolean | undefined {
  if (a.kind === 'string' && b.kind === 'string')
    return a.value === undefined || b.value === undefined ? undefined : a.value === b.value;
  if (a.kind === 'constant' && b.kind === 'constant') return a.value === b.value;
  if (a.kind === 'number' && b.kind === 'number') return a.text === b.text;
  const literal = (part: Expression): boolean =>
    part.kind === 'string' || part.kind === 'constant' || part.kind === 'number';
  return literal(a) && literal(b) ? false : undefined;
}
function truthOfValue(value: Value): boolean | 'harmless' {
  if (value.dict) return value.dict.fields.length > 0 ? true : 'harmless';
  const truth = truthOfExpression(value.expression);
  return truth === 'unknown' ? 'harmless' : truth;
}
/** Whether a literal counts as true. */

export function truthOfExpression(expression: Expression): boolean | 'unknown' {
  switch (expression.kind) {
    case 'constant':
      return expression.value === true || expression.value === 'ellipsis';
    case 'string':
      if (expression.value !== undefined) return expression.value !== '';
      return expression.parts.some((part) => typeof part === 'string' && part !== '') || 'unknown';
    case 'number':
      return Number(expression.text) !== 0;
    case 'list':
    case 'tuple':
    case 'set':
      return expression.items.length > 0;
    case 'dict':
      return expression.entries.length > 0 && (expression.entries.some((entry) => entry.key) || 'unknown');
    default:
      return 'unknown';
  }
}

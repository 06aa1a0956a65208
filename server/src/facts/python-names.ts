// Names in expressions: the last one of what is called, dotted paths, and the arguments of a call.

import type { Argument, Call, Expression } from '../syntax/python-tree';

/** The name that a chain ends in: `c` of `a.b.c` or of `a.c()`. Empty where it ends in none. */

export function lastName(expression: Expression): string {
  if (expression.kind === 'name') return expression.id;
  if (expression.kind === 'attribute') return expression.name;
  return expression.kind === 'call' ? lastName(expression.callee) : '';
}
/** `a.b.c` of a plain chain of names; undefined for anything else. */

export function dottedName(expression: Expression): string | undefined {
  if (expression.kind === 'name') return expression.id;
  if (expression.kind !== 'attribute') return undefined;
  const object = dottedName(expression.object);
  return object === undefined ? undefined : `${object}.${expression.name}`;
}
/** The argument given by name or, failing that, by place. Undefined also where spreads make the place uncertain. */

export function argument(call: Call, name: string | undefined, index?: number): Argument | undefined {
  const named = name === undefined ? undefined : call.args.find((arg) => arg.name === name);
  if (named || index === undefined) return named;
  const positional: Argument[] = [];
  for (const arg of call.args) {
    if (arg.spread === 'list') break;
    if (arg.name === undefined && arg.spread === undefined) positional.push(arg);
  }
  return positional[index];
}

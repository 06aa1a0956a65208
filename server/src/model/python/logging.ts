// Calls that write to the log: which they are, and what they are given to write.

import type { CallFact } from '../../facts/python';
import { LOG_METHODS, loggerMethod, PRINTERS } from '../../knowledge/logging';
import { LOGGER_CLASSES } from '../../knowledge/sdk';
import type { Expression } from '../../syntax/python-tree';
import type { Fn, Python } from './python';
import { resolve } from './resolve';

export interface LogCall {
  readonly fact: CallFact;
  /** `sdk`: the SDK's logger, which cuts long messages. */
  readonly how: 'print' | 'logging' | 'sdk';
  /** `info` of `logger.info`; `print` for what has no levels. */
  readonly method: string;
}

const NAMES: ReadonlySet<string> = new Set(['print', 'pprint', 'pp', 'write', ...LOG_METHODS]);

/** What a call logs with; undefined for a call that is no logging, or cannot be told to be. */
export function logCall(python: Python, fn: Fn, fact: CallFact): LogCall | undefined {
  const { callee } = fact.call;
  if (callee.kind === 'attribute' ? !NAMES.has(callee.name) : callee.kind !== 'name') return undefined;
  const origin = resolve(python, fn, callee);
  if (origin.kind === 'builtin') return origin.name === 'print' ? { fact, how: 'print', method: 'print' } : undefined;
  if (origin.kind !== 'external') return undefined;
  if (PRINTERS.has(origin.path)) return { fact, how: 'print', method: 'print' };
  const method = loggerMethod(origin.path);
  if (method !== undefined) return { fact, how: 'logging', method };
  const dot = origin.path.lastIndexOf('.');
  return LOGGER_CLASSES.has(origin.path.slice(0, dot))
    ? { fact, how: 'sdk', method: origin.path.slice(dot + 1) }
    : undefined;
}

/** The expressions whose whole text a log call writes: what is sliced, counted or picked out of them is not among them. */
export function shownIn(call: CallFact['call'], showsAll: (callee: Expression) => boolean): readonly Expression[] {
  const shown: Expression[] = [];
  const visit = (expression: Expression, depth: number): void => {
    if (depth > 6) return;
    switch (expression.kind) {
      case 'string':
        for (const part of expression.parts) if (typeof part !== 'string') visit(part, depth + 1);
        return;
      case 'operation':
        if (expression.operator === '+' || expression.operator === '%')
          for (const operand of expression.operands) visit(operand, depth + 1);
        return;
      case 'tuple':
        for (const item of expression.items) visit(item, depth + 1);
        return;
      case 'call': {
        const { callee, args } = expression;
        const formats = callee.kind === 'attribute' && callee.name === 'format' && callee.object.kind === 'string';
        if (formats) for (const { value } of args) visit(value, depth + 1);
        else if (args[0] && showsAll(callee)) visit(args[0].value, depth + 1);
        else shown.push(expression);
        return;
      }
      default:
        shown.push(expression);
    }
  };
  for (const arg of call.args) if (arg.name === undefined) visit(arg.value, 0);
  return shown;
}

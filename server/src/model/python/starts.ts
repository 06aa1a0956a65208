// The calls that start a worker, and the tests under which they stand.

import type { CallFact, Where } from '../../facts/python';
import type { Call, Dict, DictEntry, Expression } from '../../syntax/python-tree';
import { argument } from './expressions';
import { callsNamed, type Fn, type Python } from './python';
import { resolve } from './resolve';

const START_NAMES: ReadonlySet<string> = new Set(['start']);
/** What the call is of, under each path that it is imported by. */
export const START_PATHS: ReadonlySet<string> = new Set([
  'runpod.serverless.start',
  'runpod.serverless.worker.start',
  'runpod.start',
]);

export function findStarts(python: Python): readonly StartCall[] {
  const starts: StartCall[] = [];
  const naming = python.modules.filter((module) => module.facts.source.text.includes('runpod'));
  for (const { fn, fact } of callsNamed(naming, START_NAMES)) {
    const origin = resolve(python, fn, fact.call.callee);
    if (origin.kind !== 'external' || !START_PATHS.has(origin.path)) continue;
    starts.push({ fn, fact, guarded: isMainGuarded(fact.where), config: configOf(python, fn, fact.call) });
  }
  return starts;
}
function configOf(python: Python, fn: Fn, call: Call): StartCall['config'] {
  const given = argument(call, 'config', 0);
  if (!given) return undefined;
  const origin = resolve(python, fn, given.value);
  return origin.kind === 'expression' && origin.expression.kind === 'dict'
    ? { dict: origin.expression, fn: origin.fn }
    : undefined;
}
/** The entry under a literal key; `undefined` also where a `**spread` may bring it. */

export function entryNamed(dict: Dict, key: string): DictEntry | undefined {
  return dict.entries.findLast((entry) => entry.key?.kind === 'string' && entry.key.value === key);
}
/** Whether all keys of a dictionary are literal text. */

export function hasPlainKeys(dict: Dict): boolean {
  return dict.entries.every((entry) => entry.key?.kind === 'string' && entry.key.value !== undefined);
}
/** Whether code runs only when its file is the one that was started. */

export function isMainGuarded(where: Where | undefined): boolean {
  for (let here = where; here; here = here.outer) {
    if (here.kind === 'branch' && here.taken && isMainTest(here.test)) return true;
  }
  return false;
}

export function isMainTest(test: Expression): boolean {
  if (test.kind === 'operation' && test.operator === 'and') return test.operands.some(isMainTest);
  if (test.kind !== 'comparison' || test.operators[0] !== '==') return false;
  const [left, right] = test.operands;
  return isNameAndMain(left, right) || isNameAndMain(right, left);
}
function isNameAndMain(name: Expression | undefined, main: Expression | undefined): boolean {
  return name?.kind === 'name' && name.id === '__name__' && main?.kind === 'string' && main.value === '__main__';
}
export interface StartCall {
  /** The code that the call stands in. */
  readonly fn: Fn;
  readonly fact: CallFact;
  /** Under `if __name__ == "__main__":`. */
  readonly guarded: boolean;
  /** The dictionary it is given, and where that is written; undefined where it cannot be told. */
  readonly config: { readonly dict: Dict; readonly fn: Fn } | undefined;
}

// The calls that are sure to be made when a Python file is started: in its own code and in the functions it calls, but not
// under a condition.

import type { CallFact, Where } from '../facts/python';
import { edgesOf } from './call-graph';
import type { Fn, Module, Python } from './python';
import { isMainTest } from './starts';

/** Most bodies that are followed. */
const MOST = 50;

/** `attempts`: what stands in `try` counts too. */
export function* callsAtStart(
  python: Python,
  module: Module,
  attempts: boolean,
): Iterable<{ readonly fn: Fn; readonly fact: CallFact }> {
  const seen = new Set<Fn['facts']>();
  const todo: Fn[] = [...module.parts].reverse();
  const isSure = (where: Where | undefined): boolean => !isConditional(where, attempts);
  for (let fn = todo.pop(); fn !== undefined && seen.size < MOST + module.parts.length; fn = todo.pop()) {
    if (seen.has(fn.facts)) continue;
    seen.add(fn.facts);
    for (const fact of fn.facts.calls) if (isSure(fact.where)) yield { fn, fact };
    for (const edge of edgesOf(python, fn)) if (isSure(edge.fact.where)) todo.push(edge.fn);
  }
}

function isConditional(where: Where | undefined, attempts: boolean): boolean {
  for (let here = where; here; here = here.outer) {
    if (here.kind === 'branch' && !(here.taken && isMainTest(here.test))) return true;
    if (here.kind === 'except' || here.kind === 'case' || (here.kind === 'try' && !attempts)) return true;
  }
  return false;
}

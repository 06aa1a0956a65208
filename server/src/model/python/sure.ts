// Code that is sure to run, not under a condition: at each start of the worker or in each job, or when one of its files is
// started.

import type { CallFact, FunctionFacts, Where } from '../../facts/python';
import { edgesOf } from './call-graph';
import type { Handlers } from './handler';
import type { Edge, Fn, Module, Python } from './python';
import { isMainTest } from './starts';

export interface SureCode {
  /** Whether code under `where` in a body runs at each start or in each job. */
  runs(fn: Fn, where: Where | undefined): boolean;
}

/** Most bodies of a worker that are followed. */
const MOST_FOLLOWED = 1000;

/** Module level, the handler, and what they call without a condition. */
export function sureCode(python: Python, handlers: Handlers | undefined): SureCode {
  const entries = new Set(python.entries);
  const isPlain = (fn: Fn, where: Where | undefined): boolean => {
    for (let here = where; here; here = here.outer) {
      if (here.kind === 'with' || here.kind === 'finally') continue;
      if (!isMainBlock(here) || !entries.has(fn.module.uri)) return false;
    }
    return true;
  };
  const isFollowed = (fn: Fn, { call, fact }: Edge): boolean => call !== undefined && isPlain(fn, fact.where);
  let found: ReadonlySet<FunctionFacts> | undefined;
  const functions = (): ReadonlySet<FunctionFacts> => {
    found ??= new Set(
      [...reached(python, alwaysRun(python, handlers), MOST_FOLLOWED, isFollowed)].map((fn) => fn.facts),
    );
    return found;
  };
  return { runs: (fn, where) => isPlain(fn, where) && functions().has(fn.facts) };
}

function alwaysRun(python: Python, handlers: Handlers | undefined): readonly Fn[] {
  const started = handlers?.atStart ?? new Set(python.entries);
  const modules = python.modules.filter(({ uri }) => started.has(uri));
  const classes = modules.flatMap((module) => module.classes.map((cls) => module.fn(cls.facts.body)));
  return [
    ...modules.flatMap(({ parts }) => parts),
    ...classes.filter(({ facts }) => facts.outer?.kind === 'module'),
    // Of several handlers one may be for other circumstances.
    ...(handlers?.functions.length === 1 ? handlers.functions.map(({ fn }) => fn) : []),
  ];
}

/** Most bodies that are followed from the file that is started. */
const MOST_FROM_FILE = 50;

/** The calls in a file's own code and in the functions it calls. `attempts`: what stands in `try` counts too. */
export function* callsAtStart(
  python: Python,
  module: Module,
  attempts: boolean,
): Iterable<{ readonly fn: Fn; readonly fact: CallFact }> {
  const isSure = (where: Where | undefined): boolean => !isConditional(where, attempts);
  const most = MOST_FROM_FILE + module.parts.length;
  for (const fn of reached(python, module.parts, most, (_, { fact }) => isSure(fact.where))) {
    for (const fact of fn.facts.calls) if (isSure(fact.where)) yield { fn, fact };
  }
}

function isConditional(where: Where | undefined, attempts: boolean): boolean {
  for (let here = where; here; here = here.outer) {
    if (here.kind === 'branch' && !isMainBlock(here)) return true;
    if (here.kind === 'except' || here.kind === 'case' || (here.kind === 'try' && !attempts)) return true;
  }
  return false;
}

/** `if __name__ == "__main__":` */
function isMainBlock(where: Where): boolean {
  return where.kind === 'branch' && where.taken && isMainTest(where.test);
}

/** The bodies themselves, and those that the followed edges lead to, each once. */
function* reached(
  python: Python,
  from: readonly Fn[],
  most: number,
  isFollowed: (fn: Fn, edge: Edge) => boolean,
): Iterable<Fn> {
  const seen = new Set<FunctionFacts>();
  const todo = [...from].reverse();
  for (let fn = todo.pop(); fn !== undefined && seen.size < most; fn = todo.pop()) {
    if (seen.has(fn.facts)) continue;
    seen.add(fn.facts);
    yield fn;
    for (const edge of edgesOf(python, fn)) if (isFollowed(fn, edge)) todo.push(edge.fn);
  }
}

// Code that every start of the worker or every job runs, whatever the circumstances: module level, the handler, and what
// they call without a condition.

import type { FunctionFacts, Where } from '../facts/python';
import { edgesOf } from './call-graph';
import type { Handlers } from './handler';
import type { Fn, Python } from './python';
import { isMainTest } from './starts';

export interface SureCode {
  /** Whether code under `where` in a body runs at each start or in each job. */
  runs(fn: Fn, where: Where | undefined): boolean;
}

/** Most functions that are followed. */
const MOST_FOLLOWED = 1000;

export function sureCode(python: Python, handlers: Handlers | undefined): SureCode {
  const entries = new Set(python.entries);
  const isPlain = (fn: Fn, where: Where | undefined): boolean => {
    for (let here = where; here; here = here.outer) {
      if (here.kind === 'with' || here.kind === 'finally') continue;
      const isStarted = here.kind === 'branch' && here.taken && isMainTest(here.test) && entries.has(fn.module.uri);
      if (!isStarted) return false;
    }
    return true;
  };
  let found: ReadonlySet<FunctionFacts> | undefined;
  const functions = (): ReadonlySet<FunctionFacts> => {
    found ??= follow(python, handlers, isPlain);
    return found;
  };
  return { runs: (fn, where) => isPlain(fn, where) && functions().has(fn.facts) };
}

function follow(
  python: Python,
  handlers: Handlers | undefined,
  isPlain: (fn: Fn, where: Where | undefined) => boolean,
): ReadonlySet<FunctionFacts> {
  const started = handlers?.atStart ?? new Set(python.entries);
  const modules = python.modules.filter(({ uri }) => started.has(uri));
  const classes = modules.flatMap((module) => module.classes.map((cls) => module.fn(cls.facts.body)));
  const todo: Fn[] = [
    ...modules.flatMap(({ parts }) => parts),
    ...classes.filter(({ facts }) => facts.outer?.kind === 'module'),
    // Of several handlers one may be for other circumstances.
    ...(handlers?.functions.length === 1 ? handlers.functions.map(({ fn }) => fn) : []),
  ];
  const found = new Set<FunctionFacts>();
  for (let fn = todo.shift(); fn && found.size < MOST_FOLLOWED; fn = todo.shift()) {
    if (found.has(fn.facts)) continue;
    found.add(fn.facts);
    for (const edge of edgesOf(python, fn)) if (edge.call && isPlain(fn, edge.fact.where)) todo.push(edge.fn);
  }
  return found;
}

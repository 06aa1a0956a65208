// Which functions of the worker a body calls: directly, through a runner such as a thread or an executor, through what a
// name may stand for.

import type { FunctionFacts } from '../../facts/python';
import type { Call, Expression } from '../../syntax/python-tree';
import { argument } from './expressions';
import type { Edge, Fn, Module, Origin, Python } from './python';
import { lookup, methodNamed, resolve } from './resolve';

/** Everything that an expression may stand for: both arms of a choice, all values of a dictionary that is looked up. */

export function candidates(python: Python, fn: Fn, expression: Expression, depth = 0): readonly Origin[] {
  if (depth > 6) return [];
  const follow = (part: Expression, scope = fn): readonly Origin[] => candidates(python, scope, part, depth + 1);
  switch (expression.kind) {
    case 'conditional':
      return [...follow(expression.body), ...follow(expression.otherwise)];
    case 'operation':
      return expression.operator === 'or' ? expression.operands.flatMap((operand) => follow(operand)) : [];
    case 'subscript': {
      const table = resolve(python, fn, expression.object);
      if (table.kind !== 'expression' || table.expression.kind !== 'dict') return [];
      const { fn: scope } = table;
      return table.expression.entries.flatMap((entry) => follow(entry.value, scope));
    }
    case 'call': {
      if (expression.callee.kind === 'attribute' && expression.callee.name === 'get') {
        const table = resolve(python, fn, expression.callee.object);
        if (table.kind === 'expression' && table.expression.kind === 'dict') {
          const { fn: scope } = table;
          const fallback = expression.args[1]?.value;
          return [
            ...table.expression.entries.flatMap((entry) => follow(entry.value, scope)),
            ...(fallback ? follow(fallback) : []),
          ];
        }
      }
      return [resolve(python, fn, expression)];
    }
    case 'name': {
      const origin = lookup(python, fn, expression.id);
      if (origin.kind !== 'expression' && origin.kind !== 'unknown') return [origin];
      const values = valuesOf(fn, expression.id);
      if (values.length === 0) return [origin];
      return values.flatMap(({ value, scope }) => follow(value, scope));
    }
    default:
      return [resolve(python, fn, expression)];
  }
}
/** Every plain value that a name is given, in the function or else in its module. Empty where one of them is not plain. */
function valuesOf(fn: Fn, name: string): readonly { readonly value: Expression; readonly scope: Fn }[] {
  for (const scope of [fn, ...fn.module.parts]) {
    const assigned = scope.facts.assignments.filter(({ target }) => target.kind === 'name' && target.id === name);
    if (assigned.length === 0) continue;
    const values = (
      scope === fn ? assigned.map((fact) => ({ fact, scope })) : moduleAssignments(fn.module, name)
    ).flatMap(({ fact, scope: owner }) => (fact.value ? [{ value: fact.value, scope: owner }] : []));
    return values;
  }
  return [];
}
function moduleAssignments(module: Module, name: string) {
  return module.parts.flatMap((scope) =>
    scope.facts.assignments
      .filter(({ target }) => target.kind === 'name' && target.id === name)
      .map((fact) => ({ fact, scope })),
  );
}
/** The functions of the worker that may run when an origin is called. */

export function callablesOf(python: Python, origin: Origin): readonly Callable[] {
  if (origin.kind === 'choice') return origin.origins.flatMap((one) => callableOf(python, one) ?? []);
  const only = callableOf(python, origin);
  return only === undefined ? NO_CALLABLES : [only];
}

interface Callable {
  readonly fn: Fn;
  readonly bound: boolean;
}

const NO_CALLABLES: readonly Callable[] = [];

/** The function that runs when an origin is called; undefined for what is not the worker's own, or one of several. */

export function callableOf(python: Python, origin: Origin): Callable | undefined {
  switch (origin.kind) {
    case 'function':
      return { fn: origin.fn, bound: origin.bound };
    case 'instance': {
      const call = methodNamed(python, origin.cls, '__call__');
      return call && { fn: call, bound: true };
    }
    case 'class': {
      const init = methodNamed(python, origin.cls, '__init__');
      return init && { fn: init, bound: true };
    }
    default:
      return undefined;
  }
}
/** Calls that run their argument somewhere else than on the calling thread: path, and where the function stands. */
const RUNNERS: ReadonlyMap<string, number> = new Map([
  ['asyncio.to_thread', 0],
  ['anyio.to_thread.run_sync', 0],
  ['starlette.concurrency.run_in_threadpool', 0],
  ['fastapi.concurrency.run_in_threadpool', 0],
]);
const RUNNER_METHODS: ReadonlyMap<string, number> = new Map([
  ['run_in_executor', 1],
  ['submit', 0],
]);
/** The worker's own functions that a body calls, directly or through a runner. */

export function edgesOf(python: Python, fn: Fn): readonly Edge[] {
  const { edges } = python.memo;
  let found = edges.get(fn.facts);
  if (!found) {
    found = findEdges(python, fn);
    edges.set(fn.facts, found);
  }
  return found;
}

/** The worker's own functions that a call in a body runs directly. */
export function edgesAt(python: Python, fn: Fn, call: Call): readonly Edge[] {
  edgesOf(python, fn);
  return python.memo.edgesAt.get(call) ?? NO_EDGES;
}

const NO_EDGES: readonly Edge[] = [];

function findEdges(python: Python, fn: Fn): readonly Edge[] {
  const edges: Edge[] = [];
  for (const fact of fn.facts.calls) {
    const { call } = fact;
    const origin = resolve(python, fn, call.callee);
    const own = callablesOf(python, origin).map((target) => ({ ...target, fact, threaded: false, call }));
    if (own.length > 0) {
      edges.push(...own);
      python.memo.edgesAt.set(call, own);
      continue;
    }
    for (const { argument: given, threaded } of runArguments(origin, call)) {
      if (given.kind === 'call') continue;
      for (const target of callablesOf(python, resolve(python, fn, given)))
        edges.push({ ...target, fact, threaded, call: undefined });
    }
  }
  return edges;
}
function runArguments(
  origin: Origin,
  call: Call,
): readonly { readonly argument: Expression; readonly threaded: boolean }[] {
  const path = origin.kind === 'external' ? origin.path : '';
  const method = call.callee.kind === 'attribute' ? call.callee.name : '';
  const index = RUNNERS.get(path) ?? RUNNER_METHODS.get(method);
  const ran = index === undefined ? undefined : call.args[index];
  if (ran) return [{ argument: unwrapPartial(ran.value), threaded: true }];
  if (path === 'threading.Thread' || path === 'multiprocessing.Process') {
    const target = argument(call, 'target');
    return target ? [{ argument: unwrapPartial(target.value), threaded: true }] : [];
  }
  return [];
}
function unwrapPartial(expression: Expression): Expression {
  if (expression.kind !== 'call') return expression;
  const { callee, args } = expression;
  const name = callee.kind === 'attribute' ? callee.name : callee.kind === 'name' ? callee.id : '';
  return name === 'partial' && args[0] ? args[0].value : expression;
}
const CACHES = new Set(['lru_cache', 'cache', 'cached', 'alru_cache', 'cached_property']);
export function isCached(facts: FunctionFacts): boolean {
  return facts.decorators.some((decorator) => {
    const callee = decorator.kind === 'call' ? decorator.callee : decorator;
    return CACHES.has(callee.kind === 'attribute' ? callee.name : callee.kind === 'name' ? callee.id : '');
  });
}

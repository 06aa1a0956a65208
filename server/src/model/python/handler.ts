// The handlers of a worker: the calls of `runpod.serverless.start`, what they are given, and every function that a job reaches.

import type { Uri } from '../../base/uri';
import type { ClassFacts, FunctionFacts, Where } from '../../facts/python';
import { argument } from '../../facts/python-names';
import type { Call, Expression, Import, Statement } from '../../syntax/python-tree';
import { callablesOf, candidates, edgesOf } from './call-graph';
import { partsOf } from './expressions';
import { type Persistence, writtenState } from './guard';
import { callsNamed, type Fn, type Module, type Origin, type Python } from './python';
import { MOST_REACHED, Reach, type Reached } from './reach';
import { resolve } from './resolve';
import { entryNamed, findStarts, isMainGuarded, isMainTest, type StartCall } from './starts';

export interface HandlerUse {
  readonly start: StartCall;
  /** The value under `"handler"`, or what `start` was wrongly given in place of a dictionary. */
  readonly value: Expression;
  readonly fn: Fn;
  /** What the value stands for; several where it is chosen from several. */
  readonly origins: readonly Origin[];
}

export interface Handlers {
  readonly python: Python;
  readonly starts: readonly StartCall[];
  readonly uses: readonly HandlerUse[];
  /** The functions that a job is given to, without repetition. */
  readonly functions: readonly { readonly fn: Fn; readonly bound: boolean; readonly use: HandlerUse }[];
  /** Every function of the worker that a job reaches, the handlers first. */
  readonly reached: readonly Reached[];
  /** The same, by the function that is reached. */
  readonly ways: ReadonlyMap<FunctionFacts, Reached>;
  /** Functions that have run when `start` is called. */
  readonly warmed: ReadonlyMap<FunctionFacts, Fn>;
  /** Modules that are imported before `start` is called, by URI. */
  readonly atStart: ReadonlySet<Uri>;
  readonly persistence: Persistence;
}

export function joinHandlers(python: Python): Handlers | undefined {
  const starts = findStarts(python);
  if (starts.length === 0) return undefined;
  const uses: HandlerUse[] = [];
  for (const start of starts) {
    const given = givenHandler(python, start);
    if (given) uses.push({ start, ...given, origins: candidates(python, given.fn, given.value) });
  }
  const functions = new Map<FunctionFacts, Handlers['functions'][number]>();
  for (const use of uses) {
    for (const target of use.origins.flatMap((origin) => callablesOf(python, origin))) {
      if (!functions.has(target.fn.facts)) functions.set(target.fn.facts, { ...target, use });
    }
  }
  const handlers = [...functions.values()];
  const reachWith = (persistence: Persistence): Handlers['ways'] => {
    const reach = new Reach(python, persistence);
    for (const { fn, bound, use } of handlers) reach.fromHandler(fn, (bound ? 1 : 0) + filledByPartial(use, fn));
    return reach.all();
  };
  const written = writtenState(python);
  const first = reachWith(written);
  const perJob = classesMadePerJob(python, [...first.values()]);
  const persistence = { ...written, perJob };
  const ways = perJob.size === 0 ? first : reachWith(persistence);
  return {
    python,
    starts,
    uses,
    functions: handlers,
    reached: [...ways.values()],
    ways,
    warmed: ranBeforeJobs(python, starts),
    atStart: importedAtStart(python, starts),
    persistence,
  };
}

/** What `start` is to call, also where it is handed over in a wrong way: `start(handler)`, `start(handler=handler)`. */
function givenHandler(python: Python, start: StartCall): Pick<HandlerUse, 'value' | 'fn'> | undefined {
  if (start.config) {
    const entry = entryNamed(start.config.dict, 'handler');
    return entry && { value: entry.value, fn: start.config.fn };
  }
  const { fn, fact } = start;
  const value = (argument(fact.call, 'handler') ?? argument(fact.call, undefined, 0))?.value;
  return value && resolve(python, fn, value).kind === 'function' ? { value, fn } : undefined;
}

/** How many parameters `functools.partial` fills by place before the job comes. */
function filledByPartial({ origins }: HandlerUse, fn: Fn): number {
  const origin = origins.find((one) => one.kind === 'function' && one.fn.facts === fn.facts);
  const calls = origin?.kind === 'function' ? (origin.partial ?? []) : [];
  return calls.reduce(
    (count, { args }) =>
      count + args.slice(1).filter(({ name, spread }) => name === undefined && spread === undefined).length,
    0,
  );
}

/** Classes that a job instantiates for itself: in a local name or on the spot, and nowhere else. */
function classesMadePerJob(python: Python, reached: readonly Reached[]): ReadonlySet<ClassFacts> {
  const made = new Set<ClassFacts>();
  for (const { fn, often } of reached) {
    if (often === 'once') continue;
    for (const { call, statement } of fn.facts.calls) {
      if (!isKeptLocally(fn, call, statement)) continue;
      const origin = resolve(python, fn, call.callee);
      if (origin.kind === 'class') made.add(origin.cls.facts);
    }
  }
  if (made.size === 0) return made;
  // An instance somewhere else may be the one that lasts.
  const names = new Set([...made].map(({ definition }) => definition.name));
  for (const { fn, fact } of callsNamed(python.modules, names)) {
    const origin = resolve(python, fn, fact.call.callee);
    if (origin.kind === 'class' && !isKeptLocally(fn, fact.call, fact.statement)) made.delete(origin.cls.facts);
  }
  return made;
}

function isKeptLocally(fn: Fn, call: Call, statement: Statement): boolean {
  if (fn.facts.kind === 'module') return false;
  if (statement.kind === 'expression') return true;
  if (statement.kind !== 'assign' || statement.value !== call)
    return statement.kind === 'return' && statement.value !== call;
  return statement.targets.every(
    (target) => target.kind === 'name' && !fn.facts.globals.has(target.id) && !fn.facts.nonlocals.has(target.id),
  );
}

/** The modules of the worker that an import names. */
export function modulesOf(python: Python, from: Module, { module, names, level }: Import): readonly Module[] {
  const written =
    module === undefined
      ? names.map(({ name }) => name)
      : [module, ...names.map(({ name }) => (module === '' ? name : `${module}.${name}`))];
  return written.flatMap((name) => {
    const uri = python.locate(from, name, level);
    return (uri === undefined ? undefined : python.byUri.get(uri)) ?? [];
  });
}

/** What module code imports, from the files that call `start` onwards. */
function importedAtStart(python: Python, starts: readonly StartCall[]): ReadonlySet<Uri> {
  const found = new Map<Uri, Module>();
  const todo = starts.map(({ fn }) => fn.module);
  for (let module = todo.pop(); module; module = todo.pop()) {
    if (found.has(module.uri)) continue;
    found.set(module.uri, module);
    for (const part of module.parts)
      for (const { statement } of part.facts.imports) todo.push(...modulesOf(python, module, statement));
  }
  return new Set(found.keys());
}

/** All that module code reaches before or beside `start`: it has run when the first job comes. */
export function ranBeforeJobs(python: Python, starts: readonly StartCall[]): ReadonlyMap<FunctionFacts, Fn> {
  const ran = new Map<FunctionFacts, Fn>();
  const todo: Fn[] = [];
  for (const module of python.modules) todo.push(...module.parts);
  // `def main(): load(); runpod.serverless.start(…)`
  for (const start of starts) if (start.fn.facts.kind !== 'module') todo.push(start.fn);
  for (let fn = todo.pop(); fn && ran.size < MOST_REACHED; fn = todo.pop()) {
    for (const edge of edgesOf(python, fn)) {
      if (!edge.call || ran.has(edge.fn.facts) || isLocalTestOnly(edge.fact.where)) continue;
      if (isMainGuarded(edge.fact.where) && !python.entries.includes(fn.module.uri)) continue;
      ran.set(edge.fn.facts, edge.fn);
      todo.push(edge.fn);
    }
  }
  return ran;
}

/** Code that only a local run reaches does not warm the worker: `if args.test:`. An `except` does not either. */
function isLocalTestOnly(where: Where | undefined): boolean {
  for (let here = where; here; here = here.outer) {
    if (here.kind === 'except') return true;
    if (here.kind === 'branch' && !isMainTest(here.test) && here.taken && /test|local|debug/i.test(namesIn(here.test)))
      return true;
  }
  return false;
}

function namesIn(expression: Expression): string {
  const own =
    expression.kind === 'name'
      ? expression.id
      : expression.kind === 'attribute'
        ? expression.name
        : expression.kind === 'string'
          ? (expression.value ?? '')
          : '';
  return [own, ...partsOf(expression).map(namesIn)].join(' ');
}

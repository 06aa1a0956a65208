// The handlers of a worker: the calls of `runpod.serverless.start`, what they are given, and every function that a job reaches.

import type { Uri } from '../base/uri';
import { argument, type CallFact, type ClassFacts, type FunctionFacts, type Where } from '../facts/python';
import type { Call, Dict, DictEntry, Expression, Import, Statement } from '../syntax/python-tree';
import { mentions, partsOf } from './expressions';
import { isInputTest, onceGuard, type Persistence, writtenState } from './guard';
import {
  callsNamed,
  type Edge,
  type Fn,
  lookup,
  type Module,
  methodNamed,
  type Origin,
  outerOf,
  type Python,
  resolve,
} from './python';

export interface StartCall {
  /** The code that the call stands in. */
  readonly fn: Fn;
  readonly fact: CallFact;
  /** Under `if __name__ == "__main__":`. */
  readonly guarded: boolean;
  /** The dictionary it is given, and where that is written; undefined where it cannot be told. */
  readonly config: { readonly dict: Dict; readonly fn: Fn } | undefined;
}

export interface HandlerUse {
  readonly start: StartCall;
  /** The value under `"handler"`, or what `start` was wrongly given in place of a dictionary. */
  readonly value: Expression;
  readonly fn: Fn;
  /** What the value stands for; several where it is chosen from several. */
  readonly origins: readonly Origin[];
}

/** One call on the way from the handler to a function. */
export interface Step {
  readonly caller: Fn;
  readonly fact: CallFact;
  readonly callee: Fn;
}

/** How often code on the job path runs: in every job, in jobs of some inputs, or only in the first. */
export type Often = 'always' | 'sometimes' | 'once';

export interface Reached {
  readonly fn: Fn;
  readonly handler: Fn;
  readonly steps: readonly Step[];
  readonly often: Often;
  /** The condition that makes it `once`, and where it stands. */
  readonly guard: { readonly fn: Fn; readonly where: Where; readonly step: number } | undefined;
  /** Runs in a thread or an executor, not on the event loop. */
  readonly threaded: boolean;
  /** Names in the function that carry something of the job's input. */
  readonly tainted: ReadonlySet<string>;
}

export interface Handlers {
  readonly python: Python;
  readonly starts: readonly StartCall[];
  readonly uses: readonly HandlerUse[];
  /** The functions that a job is given to, without repetition. */
  readonly functions: readonly { readonly fn: Fn; readonly bound: boolean; readonly use: HandlerUse }[];
  /** Every function of the worker that a job reaches, the handlers first. */
  readonly reached: readonly Reached[];
  /** Functions that have run when `start` is called. */
  readonly warmed: ReadonlyMap<FunctionFacts, Fn>;
  /** Modules that are imported before `start` is called, by URI. */
  readonly atStart: ReadonlySet<Uri>;
  readonly persistence: Persistence;
}

const START_NAMES: ReadonlySet<string> = new Set(['start']);

const START = new Set(['runpod.serverless.start', 'runpod.serverless.worker.start', 'runpod.start']);

export function findStarts(python: Python): readonly StartCall[] {
  const starts: StartCall[] = [];
  const naming = python.modules.filter((module) => module.facts.source.text.includes('runpod'));
  for (const { fn, fact } of callsNamed(naming, START_NAMES)) {
    const origin = resolve(python, fn, fact.call.callee);
    if (origin.kind !== 'external' || !START.has(origin.path)) continue;
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
  const reachWith = (persistence: Persistence): readonly Reached[] => {
    const reach = new Reach(python, persistence);
    for (const { fn, bound, use } of handlers) reach.fromHandler(fn, (bound ? 1 : 0) + filledByPartial(use, fn));
    return reach.all();
  };
  const written = writtenState(python);
  const first = reachWith(written);
  const perJob = classesMadePerJob(python, first);
  const persistence = { ...written, perJob };
  return {
    python,
    starts,
    uses,
    functions: handlers,
    reached: perJob.size === 0 ? first : reachWith(persistence),
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
export function callablesOf(python: Python, origin: Origin): readonly { readonly fn: Fn; readonly bound: boolean }[] {
  const origins = origin.kind === 'choice' ? origin.origins : [origin];
  return origins.flatMap((one) => callableOf(python, one) ?? []);
}

/** The function that runs when an origin is called; undefined for what is not the worker's own, or one of several. */
export function callableOf(python: Python, origin: Origin): { readonly fn: Fn; readonly bound: boolean } | undefined {
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

function findEdges(python: Python, fn: Fn): readonly Edge[] {
  const edges: Edge[] = [];
  for (const fact of fn.facts.calls) {
    const { call } = fact;
    const origin = resolve(python, fn, call.callee);
    const targets = callablesOf(python, origin);
    for (const target of targets) edges.push({ ...target, fact, threaded: false, call });
    if (targets.length > 0) continue;
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

function isCached(facts: FunctionFacts): boolean {
  return facts.decorators.some((decorator) => {
    const callee = decorator.kind === 'call' ? decorator.callee : decorator;
    return CACHES.has(callee.kind === 'attribute' ? callee.name : callee.kind === 'name' ? callee.id : '');
  });
}

/** Most functions that are followed from the handlers. */
const MOST_REACHED = 2000;

class Reach {
  private readonly found = new Map<FunctionFacts, Reached>();

  constructor(
    private readonly python: Python,
    private readonly persistence: Persistence,
  ) {}

  all(): readonly Reached[] {
    return [...this.found.values()];
  }

  /** `filled`: how many of the first parameters the job does not come by. */
  fromHandler(handler: Fn, filled: number): void {
    const parameter = handler.facts.parameters[filled];
    const tainted = taintedIn(handler, handler, new Set(parameter ? [parameter.name] : []));
    const first: Reached = {
      fn: handler,
      handler,
      steps: [],
      often: 'always',
      guard: undefined,
      threaded: false,
      tainted,
    };
    // What runs more often goes first: a function is reported by the way on which it costs most.
    const queues: Record<Often, Reached[]> = { always: [first], sometimes: [], once: [] };
    for (;;) {
      const next = queues.always.shift() ?? queues.sometimes.shift() ?? queues.once.shift();
      if (!next || this.found.size >= MOST_REACHED) return;
      const earlier = this.found.get(next.fn.facts);
      // A second visit counts only when it brings the function back onto the event loop.
      if (earlier && (!earlier.threaded || next.threaded)) continue;
      this.found.set(next.fn.facts, earlier ? { ...earlier, threaded: false } : next);
      for (const reached of this.onwards(next)) queues[reached.often].push(reached);
    }
  }

  private onwards(from: Reached): readonly Reached[] {
    return edgesOf(this.python, from.fn).map((edge) => this.step(from, edge));
  }

  private step(from: Reached, edge: Edge): Reached {
    const how = howOften(from, edge.fact.where, this.python, this.persistence);
    const cached = isCached(edge.fn.facts) && how.often !== 'once';
    const guard =
      how.guard && how.often === 'once' && from.often !== 'once'
        ? { fn: from.fn, where: how.guard, step: from.steps.length }
        : from.guard;
    return {
      fn: edge.fn,
      handler: from.handler,
      steps: [...from.steps, { caller: from.fn, fact: edge.fact, callee: edge.fn }],
      often: cached ? 'once' : how.often,
      guard,
      threaded: from.threaded || edge.threaded,
      tainted: taintedIn(edge.fn, from.handler, taintedParameters(edge, from.tainted)),
    };
  }
}

/** How often code under `where` in a reached function runs. */
export function howOften(
  reached: Reached,
  where: Where | undefined,
  python: Python,
  persistence: Persistence,
): { readonly often: Often; readonly guard: Where | undefined } {
  if (reached.often === 'once') return { often: 'once', guard: undefined };
  const tainted = reached.tainted;
  const guard = onceGuard(python, persistence, reached.fn, where, tainted);
  if (guard) return { often: 'once', guard };
  const conditional = isInputTest(where, tainted) || reached.often === 'sometimes';
  return { often: conditional ? 'sometimes' : 'always', guard: undefined };
}

/** Names in a function that carry something of the job's input, given the parameters that do. */
function taintedIn(fn: Fn, handler: Fn, parameters: ReadonlySet<string>): ReadonlySet<string> {
  const names = new Set(parameters);
  // Closures see what their outer function has.
  for (let outer = outerOf(fn); outer; outer = outerOf(outer)) {
    if (outer.facts === handler.facts) for (const { name } of outer.facts.parameters) names.add(name);
  }
  for (let grown = true; grown; ) {
    grown = false;
    for (const { target, value, from } of fn.facts.assignments) {
      if (target.kind !== 'name' || names.has(target.id)) continue;
      const source = value ?? from;
      if (source && mentions(source, names)) {
        names.add(target.id);
        grown = true;
      }
    }
  }
  return names;
}

function taintedParameters(edge: Edge, tainted: ReadonlySet<string>): ReadonlySet<string> {
  const result = new Set<string>();
  const parameters = edge.fn.facts.parameters;
  const args = edge.call ? edge.call.args : edge.fact.call.args;
  if (!edge.call || args.some((arg) => arg.spread !== undefined)) {
    if (args.some((arg) => mentions(arg.value, tainted)))
      for (const { name } of parameters.slice(edge.bound ? 1 : 0)) result.add(name);
    return result;
  }
  let place = edge.bound ? 1 : 0;
  for (const arg of args) {
    const name = arg.name ?? parameters[place]?.name;
    if (arg.name === undefined) place++;
    if (name !== undefined && mentions(arg.value, tainted)) result.add(name);
  }
  return result;
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

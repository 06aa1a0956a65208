// What a job is answered with: every value that a handler returns or yields, followed through names, helpers, awaits and
// conditional expressions, with the conditions on the way. What rules conclude from the values is not here.

import type { AssignmentFact, CallFact, ExitFact, FunctionFacts, Where } from '../facts/python';
import type { Argument, Call, Dict, Expression } from '../syntax/python-tree';
import { someExpression } from './expressions';
import { callableOf, candidates, edgesOf, type Handlers } from './handler';
import type { Edge } from './python';
import { type Fn, lookup, type Origin, outerOf, type Python, resolve } from './python';

/** A function's run: the function, and the call that its parameters come from. */
export interface Frame {
  readonly fn: Fn;
  /** Undefined in a handler. */
  readonly from: Entrance | undefined;
  readonly depth: number;
}

export interface Entrance {
  readonly frame: Frame;
  readonly site: Site;
  readonly node: Call;
  /** The arguments as the function gets them; undefined where they cannot be told. */
  readonly args: readonly Argument[] | undefined;
  readonly bound: boolean;
}

/** Where in a function something is read: what was assigned before it counts. */
export interface Site {
  readonly start: number;
  readonly where: Where | undefined;
}

/** An expression that ends the search: a dictionary, a literal, a call of something outside the worker. */
export interface Value {
  readonly frame: Frame;
  readonly site: Site;
  readonly expression: Expression;
  /** Of a dictionary, with what was put into it later. */
  readonly dict: DictShape | undefined;
  /** Names that it passed through, from the last to the first. */
  readonly names: readonly { readonly fn: Fn; readonly name: string }[];
  /** A condition on the way looks at the value and cannot be decided: it may never get through. */
  readonly filtered: boolean;
}

export interface DictShape {
  /** In the order in which they are set: a later one replaces an earlier one of the same key. */
  readonly fields: readonly Field[];
  /** There may be keys that are not in `fields`. */
  readonly open: boolean;
}

export interface Field {
  readonly key: string;
  /** The key, or `result["key"]` of a later assignment. */
  readonly place: Expression;
  readonly value: Expression;
  readonly frame: Frame;
  readonly site: Site;
  /** Set only under a condition that the answer does not imply. */
  readonly sometimes: boolean;
  /** Set after the dictionary was made. */
  readonly later: boolean;
}

/** A value that reaches the platform, and the exit of the handler that hands it over. */
export interface Result extends Value {
  readonly handler: Fn;
  readonly exit: ExitFact;
}

/** Most expressions that are looked at from one handler. */
const MOST_STEPS = 4000;
const MOST_RESULTS = 400;
const DEEPEST = 10;

const resultsByHandlers = new WeakMap<Handlers, readonly Result[]>();

export function resultsOf(handlers: Handlers): readonly Result[] {
  const kept = resultsByHandlers.get(handlers);
  if (kept) return kept;
  const results: Result[] = [];
  for (const { fn } of handlers.functions) {
    const trace = new Trace(handlers.python);
    for (const { exit, value } of trace.exits({ fn, from: undefined, depth: 0 })) {
      if (results.length < MOST_RESULTS) results.push({ ...value, handler: fn, exit });
    }
  }
  resultsByHandlers.set(handlers, results);
  return results;
}

/** What an expression inside a result may stand for. */
export function valuesOf(handlers: Handlers, frame: Frame, expression: Expression, site: Site): readonly Value[] {
  return new Trace(handlers.python).values(frame, expression, site);
}

/** The calls that lead from the handler to a frame, the handler's own first. */
export function entrancesOf(frame: Frame): readonly Entrance[] {
  const entrances: Entrance[] = [];
  for (let here = frame.from; here; here = here.frame.from) entrances.unshift(here);
  return entrances;
}

/** What the fields of a key may hold at last. A base value that is replaced under some condition is left out. */
export function heldFields(value: Value, key: string): readonly Field[] {
  const fields = value.dict?.fields.filter((field) => field.key === key) ?? [];
  const later = fields.filter((field) => field.later);
  if (later.length === 0) return fields.slice(-1);
  return later.slice(
    Math.max(
      0,
      later.findLastIndex((field) => !field.sometimes),
    ),
  );
}

/** All conditions under which a value is made and handed on, from the innermost outwards. */
export function* conditionsOf(result: Result): Iterable<Where> {
  yield* chain(result.site.where);
  for (const { site } of entrancesOf(result.frame).toReversed()) yield* chain(site.where);
  yield* chain(result.exit.where);
}

/** The `except` in whose block a place of a function stands. */
export function exceptAround(where: Where | undefined): Extract<Where, { kind: 'except' }> | undefined {
  for (const part of chain(where)) if (part.kind === 'except') return part;
  return undefined;
}

function* chain(where: Where | undefined): Iterable<Where> {
  for (let here = where; here; here = here.outer) yield here;
}

/** Calls that give what the coroutine in their first argument gives. */
const WAITERS = new Set([
  'asyncio.run',
  'asyncio.wait_for',
  'asyncio.shield',
  'asyncio.ensure_future',
  'asyncio.create_task',
]);

/** Last names of what runs a function in a thread and gives its result to `await`. */
const RUNNERS = new Set(['to_thread', 'run_in_executor', 'run_sync', 'run_in_threadpool']);

class Trace {
  private steps = 0;

  constructor(private readonly python: Python) {}

  exits(frame: Frame): readonly { readonly exit: ExitFact; readonly value: Value }[] {
    const { facts } = frame.fn;
    if (isBroken(frame.fn) || !this.keepsResult(frame.fn)) return [];
    return facts.exits.flatMap((exit) => {
      // A generator's `return` hands nothing over.
      const counts = facts.generator ? exit.kind === 'yield' || exit.kind === 'yield-from' : exit.kind === 'return';
      if (!counts || !exit.value) return [];
      const site = { start: exit.span.start, where: exit.where };
      const values =
        exit.kind === 'yield-from' ? this.yielded(frame, exit.value, site) : this.values(frame, exit.value, site);
      return values.map((value) => ({ exit, value }));
    });
  }

  values(frame: Frame, expression: Expression, site: Site): readonly Value[] {
    if (++this.steps > MOST_STEPS) return [];
    switch (expression.kind) {
      case 'name':
        return this.named(frame, expression.id, expression, site);
      case 'await':
      case 'walrus':
        return this.values(frame, expression.value, site);
      case 'conditional': {
        const { test, body, otherwise } = expression;
        return [
          ...this.values(frame, body, under(site, test, true)),
          ...this.values(frame, otherwise, under(site, test, false)),
        ];
      }
      case 'operation':
        if (expression.operator === 'or') return expression.operands.flatMap((part) => this.values(frame, part, site));
        return [leaf(frame, expression, site)];
      case 'call':
        return this.called(frame, expression, site);
      case 'subscript':
        return this.item(frame, expression, site);
      case 'dict':
        return this.dictionary(frame, expression, site);
      default:
        return [leaf(frame, expression, site)];
    }
  }

  private named(frame: Frame, name: string, expression: Expression, site: Site): readonly Value[] {
    const { fn } = frame;
    const assigned = reaching(fn.facts, name, site);
    if (usesOf(fn.facts, name).assigned.length > 0 && !fn.facts.globals.has(name)) {
      return distinct(assigned.flatMap((fact) => this.assigned(frame, name, fact, site)));
    }
    const origin = lookup(this.python, fn, name);
    if (origin.kind === 'parameter' && origin.fn === fn) {
      const through = this.through(frame, name, undefined, site);
      return this.parameter(frame, name, expression, site).map(through);
    }
    if (origin.kind === 'expression' && origin.expression !== expression) {
      const outer: Frame = { fn: origin.fn, from: undefined, depth: frame.depth };
      const value = leaf(outer, origin.expression, { start: 0, where: undefined });
      // Anything may have been put into it since.
      const dict = value.dict && { ...value.dict, open: true };
      return [{ ...value, dict }];
    }
    return [leaf(frame, expression, site)];
  }

  private assigned(frame: Frame, name: string, fact: AssignmentFact, site: Site): readonly Value[] {
    const at: Site = { start: fact.statement.start, where: fact.where };
    let values: readonly Value[];
    if (fact.value) values = this.values(frame, fact.value, at);
    else if (fact.kind === 'loop' && fact.from) values = this.yielded(frame, fact.from, at);
    else if (fact.kind === 'with' && fact.from) values = this.values(frame, fact.from, at);
    else if (fact.index !== undefined && fact.from) values = this.unpacked(frame, fact.from, fact.index, at);
    else values = [leaf(frame, fact.target, at)];
    const tests = testsBetween(name, fact.where, site.where);
    const through = this.through(frame, name, fact, site);
    return values.flatMap((value) => {
      const passed = passes(value, name, tests);
      if (passed === 'no') return [];
      return [passed === 'unknown' ? { ...through(value), filtered: true } : through(value)];
    });
  }

  /**
   * One item of a tuple that a helper returns. Which of several tuples it is, the other items may tell: it counts as
   * filtered.
   */
  private unpacked(frame: Frame, from: Expression, index: number, at: Site): readonly Value[] {
    return this.values(frame, from, at).flatMap((value) => {
      const { expression } = value;
      const item = expression.kind === 'tuple' ? expression.items[index] : undefined;
      if (!item || item.kind === 'starred') return [];
      return this.values(value.frame, item, value.site).map((one) => ({ ...one, filtered: true }));
    });
  }

  /** Makes of a value what it is after it was held by a name, with what was put into it meanwhile. */
  private through(frame: Frame, name: string, fact: AssignmentFact | undefined, site: Site): (value: Value) => Value {
    const holder = { fn: frame.fn, name };
    let additions: Additions | undefined;
    return (value) => {
      const names = [...value.names, holder];
      if (!value.dict) return { ...value, names };
      additions ??= this.additions(frame, name, fact, site);
      const { fields, open, removed } = additions;
      if (fields.length === 0 && removed.size === 0 && !open) return { ...value, names };
      const kept = value.dict.fields.filter(({ key }) => !removed.has(key));
      return { ...value, names, dict: { fields: [...kept, ...fields], open: open || value.dict.open } };
    };
  }

  private additions(frame: Frame, name: string, fact: AssignmentFact | undefined, site: Site): Additions {
    const { facts } = frame.fn;
    const fields: { readonly start: number; readonly field: Field }[] = [];
    const removed = new Set<string>();
    let open = false;
    const from = fact?.statement.start ?? -1;
    const counts = (start: number, where: Where | undefined): boolean =>
      start > from && start < site.start && !excludes(where, site.where) && !excludes(where, fact?.where);
    const add = (key: string, place: Expression, value: Expression, start: number, where: Where | undefined): void => {
      const field: Field = {
        key,
        place,
        value,
        frame,
        site: { start, where },
        sometimes: !isWithinChain(where, site.where),
        later: true,
      };
      fields.push({ start, field });
    };
    const uses = usesOf(facts, name);
    for (const { target, value, kind, where, statement } of uses.items) {
      if (target.kind !== 'subscript' || !counts(statement.start, where)) continue;
      const key = textOf(target.index);
      if (key === undefined) open = true;
      else if (kind === 'delete') removed.add(key);
      else add(key, target, value ?? target, statement.start, where);
    }
    for (const { call, where, statement } of uses.calls) {
      if (!counts(call.start, where)) continue;
      const { callee } = call;
      if (callee.kind === 'attribute' && isName(callee.object, name)) {
        switch (callee.name) {
          case 'update': {
            const entries = givenEntries(call);
            if (!entries) open = true;
            for (const { key, place, value } of entries ?? []) add(key, place, value, statement.start, where);
            break;
          }
          case 'setdefault': {
            const [key, value] = call.args;
            const text = key && textOf(key.value);
            if (text === undefined || !value) open = true;
            else add(text, call, value.value, statement.start, where);
            break;
          }
          case 'pop': {
            const text = call.args[0] && textOf(call.args[0].value);
            if (text === undefined) open = true;
            else removed.add(text);
            break;
          }
          default:
        }
      } else if (this.mayWriteInto(frame.fn, call, name)) {
        open = true;
      }
    }
    fields.sort((a, b) => a.start - b.start);
    return { fields: fields.map(({ field }) => field), open, removed };
  }

  /** Whether a function of the worker puts something into the dictionary that it is given as an argument. */
  private mayWriteInto(fn: Fn, call: Call, name: string): boolean {
    return this.targets({ fn, from: undefined, depth: 0 }, call).some(
      (target) => target !== undefined && this.writesParameter(target, call, name),
    );
  }

  private writesParameter(target: Target, call: Call, name: string): boolean {
    const { facts } = target.fn;
    return facts.parameters
      .slice(target.bound ? 1 : 0)
      .some(
        (parameter, index) =>
          call.args.some(
            (arg, place) => isName(arg.value, name) && (arg.name === parameter.name || (!arg.name && place === index)),
          ) &&
          (facts.assignments.some(
            ({ target: written }) => written.kind === 'subscript' && isName(written.object, parameter.name),
          ) ||
            facts.calls.some(
              ({ call: { callee, args } }) =>
                (callee.kind === 'attribute' && WRITERS.has(callee.name) && isName(callee.object, parameter.name)) ||
                (args.some((arg) => isName(arg.value, parameter.name)) &&
                  callableOf(this.python, resolve(this.python, target.fn, callee)) !== undefined),
            )),
      );
  }

  private parameter(frame: Frame, name: string, expression: Expression, site: Site): readonly Value[] {
    const { facts } = frame.fn;
    const index = facts.parameters.findIndex((parameter) => parameter.name === name);
    const parameter = facts.parameters[index];
    const { from } = frame;
    if (parameter?.kind !== 'plain' || !from?.args) return [leaf(frame, expression, site)];
    if (from.args.some((arg) => arg.spread !== undefined)) return [leaf(frame, expression, site)];
    const given =
      from.args.find((arg) => arg.name === name) ??
      from.args.filter((arg) => arg.name === undefined)[index - (from.bound ? 1 : 0)];
    if (given) return this.values(from.frame, given.value, from.site);
    return parameter.default ? [leaf(frame, parameter.default, site)] : [leaf(frame, expression, site)];
  }

  private called(frame: Frame, call: Call, site: Site): readonly Value[] {
    const { callee } = call;
    if (callee.kind === 'attribute' && callee.name === 'copy' && call.args.length === 0) {
      return this.values(frame, callee.object, site);
    }
    const origin = resolve(this.python, frame.fn, callee);
    const path = origin.kind === 'external' ? origin.path : '';
    const coroutine = call.args[0]?.value;
    if (coroutine && (WAITERS.has(path) || (callee.kind === 'attribute' && callee.name === 'run_until_complete'))) {
      return this.values(frame, coroutine, site);
    }
    if (origin.kind === 'builtin' && origin.name === 'dict') return [leaf(frame, call, site)];
    const targets = this.targets(frame, call);
    if (targets.length === 0) return [leaf(frame, call, site)];
    return targets.flatMap((target) => {
      if (!target || target.fn.facts.generator || isOpen(frame, target.fn)) return [leaf(frame, call, site)];
      const inner = enter(frame, target, call, site);
      return this.exits(inner).map(({ value }) => value);
    });
  }

  /** The worker's functions that a call may run, `undefined` among them for what is not the worker's. */
  private targets(frame: Frame, call: Call): readonly (Target | undefined)[] {
    const { fn } = frame;
    const ran = this.ranElsewhere(fn, call);
    if (ran) return [{ fn: ran.fn, bound: ran.bound, args: undefined }];
    const origins = candidates(this.python, fn, call.callee).flatMap(choices);
    const targets = origins.map((origin) => {
      if (origin.kind !== 'function' && origin.kind !== 'instance') return undefined;
      const target = callableOf(this.python, origin);
      return target && { ...target, args: call.args };
    });
    return targets.some((target) => target !== undefined) ? targets : [];
  }

  /** The function that `asyncio.to_thread(f, …)` or an executor runs. */
  private ranElsewhere(fn: Fn, call: Call): Edge | undefined {
    const { callee } = call;
    if (!RUNNERS.has(callee.kind === 'attribute' ? callee.name : callee.kind === 'name' ? callee.id : ''))
      return undefined;
    const fact = fn.facts.calls.find((candidate) => candidate.call === call);
    if (!fact?.awaited) return undefined;
    return edgesOf(this.python, fn).find((edge) => edge.fact === fact && edge.threaded);
  }

  /** What a generator of the worker yields; nothing for what is iterated otherwise. */
  private yielded(frame: Frame, iterable: Expression, site: Site): readonly Value[] {
    const call = iterable.kind === 'await' ? iterable.value : iterable;
    if (call.kind !== 'call') return [];
    return this.targets(frame, call).flatMap((target) => {
      if (!target?.fn.facts.generator || isOpen(frame, target.fn)) return [];
      return this.exits(enter(frame, target, call, site)).map(({ value }) => value);
    });
  }

  /** `result["output"]` of a dictionary that is known. */
  private item(frame: Frame, expression: Extract<Expression, { kind: 'subscript' }>, site: Site): readonly Value[] {
    const key = textOf(expression.index);
    if (key === undefined) return [leaf(frame, expression, site)];
    const found = this.values(frame, expression.object, site).flatMap((value) => {
      const fields = value.dict?.fields.filter((field) => field.key === key) ?? [];
      return fields.flatMap((field) => this.values(field.frame, field.value, field.site));
    });
    return found.length > 0 ? found : [leaf(frame, expression, site)];
  }

  /** A dictionary; with one `**spread` of known dictionaries, one value for each of these. */
  private dictionary(frame: Frame, dict: Dict, site: Site): readonly Value[] {
    const spreads = dict.entries.filter((entry) => entry.key === undefined);
    const [spread] = spreads;
    if (!spread || spreads.length > 1) return [leaf(frame, dict, site)];
    const whole = leaf(frame, dict, site);
    return this.values(frame, spread.value, site).map((inner) => {
      const before = dict.entries.indexOf(spread);
      const own = dict.entries.map((entry) => fieldOf(frame, site, entry.key, entry.value));
      const fields = [...own.slice(0, before), ...(inner.dict?.fields ?? []), ...own.slice(before + 1)].flatMap(
        (field) => field ?? [],
      );
      const open = inner.dict === undefined || inner.dict.open || own.filter((field) => !field).length > 1;
      return { ...whole, filtered: inner.filtered, dict: { fields, open } };
    });
  }

  /** Whether no decorator of the worker's own may change what the function returns. */
  private keepsResult(fn: Fn): boolean {
    return fn.facts.decorators.every((decorator) => {
      const callee = decorator.kind === 'call' ? decorator.callee : decorator;
      const origin = resolve(this.python, outerOf(fn) ?? fn, callee);
      return origin.kind !== 'function' && origin.kind !== 'class' && origin.kind !== 'instance';
    });
  }
}

const WRITERS = new Set(['update', 'setdefault', 'pop', 'clear']);

interface Additions {
  readonly fields: readonly Field[];
  readonly open: boolean;
  readonly removed: ReadonlySet<string>;
}

interface Target {
  readonly fn: Fn;
  readonly bound: boolean;
  readonly args: readonly Argument[] | undefined;
}

/** Each of what a name may stand for. */
function choices(origin: Origin): readonly Origin[] {
  return origin.kind === 'choice' ? origin.origins : [origin];
}

function enter(frame: Frame, target: Target, node: Call, site: Site): Frame {
  return {
    fn: target.fn,
    from: { frame, site, node, args: target.args, bound: target.bound },
    depth: frame.depth + 1,
  };
}

/** Whether a function already runs in the frame: recursion. */
function isOpen(frame: Frame, fn: Fn): boolean {
  if (frame.depth >= DEEPEST) return true;
  for (let here: Frame | undefined = frame; here; here = here.from?.frame) if (here.fn.facts === fn.facts) return true;
  return false;
}

const brokenFns = new WeakMap<Fn, boolean>();

/** Whether the parser found an error in the function's statement, so that parts of it may be missing. */
function isBroken(fn: Fn): boolean {
  let broken = brokenFns.get(fn);
  if (broken === undefined) {
    broken = fn.module.facts.statements.some((statement) => statement.base === fn.base && statement.broken);
    brokenFns.set(fn, broken);
  }
  return broken;
}

function under(site: Site, test: Expression, taken: boolean): Site {
  return { start: site.start, where: { kind: 'branch', test, taken, outer: site.where } };
}

/** Leaves out what comes to the same: one expression, met on several ways with the same outcome. */
function distinct(values: readonly Value[]): readonly Value[] {
  if (values.length < 2) return values;
  const known = new Map<Expression, Value[]>();
  return values.filter((value) => {
    const others = known.get(value.expression);
    if (others?.some((other) => isSame(other, value))) return false;
    if (others) others.push(value);
    else known.set(value.expression, [value]);
    return true;
  });
}

function isSame(a: Value, b: Value): boolean {
  return (
    a.frame.from?.node === b.frame.from?.node &&
    a.filtered === b.filtered &&
    a.dict?.open === b.dict?.open &&
    a.dict?.fields.length === b.dict?.fields.length
  );
}

function leaf(frame: Frame, expression: Expression, site: Site): Value {
  return { frame, site, expression, dict: shapeOf(frame, expression, site), names: [], filtered: false };
}

function shapeOf(frame: Frame, expression: Expression, site: Site): DictShape | undefined {
  if (expression.kind === 'dict') {
    const fields = expression.entries.map((entry) => fieldOf(frame, site, entry.key, entry.value));
    return { fields: fields.flatMap((field) => field ?? []), open: fields.some((field) => field === undefined) };
  }
  if (expression.kind !== 'call' || !isName(expression.callee, 'dict')) return undefined;
  const entries = givenEntries(expression);
  const fields = (entries ?? []).map(({ key, place, value }) => ({
    key,
    place,
    value,
    frame,
    site,
    sometimes: false,
    later: false,
  }));
  return { fields, open: entries === undefined };
}

function fieldOf(frame: Frame, site: Site, place: Expression | undefined, value: Expression): Field | undefined {
  const key = place && textOf(place);
  if (place === undefined || key === undefined) return undefined;
  return { key, place, value, frame, site, sometimes: false, later: false };
}

interface Given {
  readonly key: string;
  readonly place: Expression;
  readonly value: Expression;
}

/** The entries of `update({…}, a=1)` or `dict(a=1)`; undefined where they cannot all be told. */
function givenEntries(call: Call): readonly Given[] | undefined {
  const entries: Given[] = [];
  for (const { name, value, spread } of call.args) {
    if (name !== undefined) {
      entries.push({ key: name, place: value, value });
    } else if (spread === undefined && value.kind === 'dict') {
      for (const entry of value.entries) {
        const key = entry.key && textOf(entry.key);
        if (entry.key === undefined || key === undefined) return undefined;
        entries.push({ key, place: entry.key, value: entry.value });
      }
    } else {
      return undefined;
    }
  }
  return entries;
}

function textOf(expression: Expression): string | undefined {
  return expression.kind === 'string' && !expression.bytes ? expression.value : undefined;
}

function isName(expression: Expression, name: string): boolean {
  return expression.kind === 'name' && expression.id === name;
}

export interface Uses {
  /** `name = …` */
  readonly assigned: AssignmentFact[];
  /** `name[key] = …` */
  readonly items: AssignmentFact[];
  /** `name.method(…)` and `f(name)`. */
  readonly calls: CallFact[];
}

const NO_USES: Uses = { assigned: [], items: [], calls: [] };
const usesByFacts = new WeakMap<FunctionFacts, Map<string, Uses>>();

/** What a function does with a name, in the order of the text. */
export function usesOf(facts: FunctionFacts, name: string): Uses {
  let byName = usesByFacts.get(facts);
  if (!byName) {
    byName = collectUses(facts);
    usesByFacts.set(facts, byName);
  }
  return byName.get(name) ?? NO_USES;
}

function collectUses(facts: FunctionFacts): Map<string, Uses> {
  const byName = new Map<string, Uses>();
  const of = (name: string): Uses => {
    let uses = byName.get(name);
    if (!uses) {
      uses = { assigned: [], items: [], calls: [] };
      byName.set(name, uses);
    }
    return uses;
  };
  for (const fact of facts.assignments) {
    const { target } = fact;
    if (target.kind === 'name') of(target.id).assigned.push(fact);
    if (target.kind === 'subscript' && target.object.kind === 'name') of(target.object.id).items.push(fact);
  }
  for (const fact of facts.calls) {
    const { callee, args } = fact.call;
    const object = callee.kind === 'attribute' && callee.object.kind === 'name' ? callee.object.id : undefined;
    const names = new Set(args.flatMap(({ value }) => (value.kind === 'name' ? [value.id] : [])));
    if (object !== undefined) names.add(object);
    for (const name of names) of(name).calls.push(fact);
  }
  return byName;
}

/** The assignments of a local name that may still hold where it is read. */
function reaching(facts: FunctionFacts, name: string, site: Site): readonly AssignmentFact[] {
  const found: AssignmentFact[] = [];
  const earlier = usesOf(facts, name).assigned.filter(
    ({ kind, statement }) => kind !== 'delete' && statement.start < site.start,
  );
  const replaced = new Replaced(site.where);
  for (const fact of earlier.toReversed()) {
    if (excludes(fact.where, site.where) || leavesBefore(facts, fact, site)) continue;
    found.push(fact);
    if (replaced.by(fact.where)) break;
  }
  return found.reverse();
}

/** Whether what was assigned earlier is replaced on every way to the place where a name is read. */
class Replaced {
  private readonly around: ReadonlySet<Where>;
  /** Outcome of a test after which the name is assigned, by the test. */
  private readonly branches = new Map<Expression, boolean>();

  constructor(where: Where | undefined) {
    this.around = new Set(chain(where));
  }

  by(where: Where | undefined): boolean {
    if (!where || this.around.has(where)) return true;
    if (where.kind === 'with') return this.by(where.outer);
    if (where.kind !== 'branch') return false;
    const other = this.branches.get(where.test);
    this.branches.set(where.test, where.taken);
    return other !== undefined && other !== where.taken && this.by(where.outer);
  }
}

/** Whether two places stand on different branches of one test. */
function excludes(a: Where | undefined, b: Where | undefined): boolean {
  for (let here = a; here; here = here.outer) {
    if (here.kind !== 'branch') continue;
    for (let there = b; there && there !== here; there = there.outer) {
      if (there.kind === 'branch' && there.test === here.test && there.taken !== here.taken) return true;
    }
  }
  return false;
}

/** Whether the block that a name is assigned in is left before control could come to where the name is read. */
function leavesBefore(facts: FunctionFacts, fact: AssignmentFact, site: Site): boolean {
  const around = new Set(chain(site.where));
  const blocks = new Set([...chain(fact.where)].filter((part) => !around.has(part)));
  return facts.exits.some(
    (exit) =>
      (exit.kind === 'return' || exit.kind === 'raise') &&
      exit.where !== undefined &&
      blocks.has(exit.where) &&
      exit.span.start > fact.statement.start &&
      exit.span.end <= site.start,
  );
}

type Test = Extract<Where, { kind: 'branch' | 'case' }>;

/** The conditions on a name that stand between its assignment and where it is read. */
function testsBetween(name: string, from: Where | undefined, to: Where | undefined): readonly Test[] {
  const before = new Set(chain(from));
  const tests: Test[] = [];
  for (const part of chain(to)) {
    if ((part.kind !== 'branch' && part.kind !== 'case') || before.has(part)) continue;
    const test = part.kind === 'branch' ? part.test : part.subject;
    if (someExpression(test, (inner) => isName(inner, name))) tests.push(part);
  }
  return tests;
}

/** Whether a value gets through conditions on the name that holds it. */
function passes(value: Value, name: string, tests: readonly Test[]): 'yes' | 'no' | 'unknown' {
  let answer: 'yes' | 'unknown' = 'yes';
  for (const test of tests) {
    const truth = test.kind === 'case' ? 'unknown' : truthOf(test.test, name, value);
    if (truth === 'harmless') continue;
    if (truth === 'unknown') answer = 'unknown';
    else if (test.kind === 'branch' && truth !== test.taken) return 'no';
  }
  return answer;
}

function isWithinChain(where: Where | undefined, around: Where | undefined): boolean {
  if (!where) return true;
  if (where.kind === 'with') return isWithinChain(where.outer, around);
  for (let here = around; here; here = here.outer) if (here === where) return true;
  return false;
}

/**
 * What a test says of the value that a name holds. `harmless`: it asks only whether there is something, which the value
 * does not tell; `unknown`: it asks for more than the value tells.
 */
function truthOf(test: Expression, name: string, value: Value): boolean | 'harmless' | 'unknown' {
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

// What a job is answered with: every value that a handler returns or yields, followed through names, helpers, awaits and
// conditional expressions, with the conditions on the way. What rules conclude from the values is not here.

import type { AssignmentFact, ExitFact, Where } from '../../facts/python';
import type { Argument, Call, Dict, Expression } from '../../syntax/python-tree';
import { callableOf, candidates, edgesOf } from '../python/call-graph';
import { someExpression } from '../python/expressions';
import type { Handlers } from '../python/handler';
import type { Edge, Fn, Origin, Python } from '../python/python';
import { lookup, outerOf, resolve } from '../python/resolve';
import { truthOf } from './truth';
import { chain, excludes, reaching, usesOf } from './uses';
import {
  distinct,
  type Entrance,
  type Field,
  type Frame,
  fieldOf,
  givenEntries,
  isName,
  leaf,
  type Result,
  type Site,
  textOf,
  type Value,
} from './values';

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

type Test = Extract<Where, { kind: 'branch' | 'case' }>;

/** The conditions on a name that stand between its assignment and where it is read. */
function testsBetween(name: string, from: Where | undefined, to: Where | undefined): readonly Test[] {
  if (to === undefined) return [];
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

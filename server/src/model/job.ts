// What of the job an expression on the job path holds: the job itself, its input, or something out of the input. Followed
// through names, parameters, helpers and copies. Undefined wherever one of the ways cannot be told.

import type { FunctionFacts, Where } from '../facts/python';
import { COPIES, PASSES_PARTS, TEXT_METHODS, VALIDATORS } from '../knowledge/job';
import { KEEPS_PARAMETERS } from '../knowledge/python';
import type { Argument, Call, Expression, Parameter, Subscript } from '../syntax/python-tree';
import { edgesAt, edgesOf } from './python/call-graph';
import type { Handlers } from './python/handler';
import type { Edge, Fn } from './python/python';
import type { Reached } from './python/reach';
import { lookup, outerOf, resolve } from './python/resolve';

export type Holds =
  /** The dictionary that the handler is given. */
  | 'job'
  /** `job["input"]`, as it is or copied. */
  | 'input'
  /** What the SDK's `validate` gives for the input. */
  | 'validation'
  /** Something out of the input, or made of it. */
  | 'part';

/** `neutral`: a value that says nothing, such as the `{}` of `job.get("input") or {}`. */
type Held = Holds | 'neutral' | undefined;

const DEEPEST = 24;

/** Most expressions that are looked at for one answer. */
const MOST_STEPS = 3000;

const traces = new WeakMap<Handlers, JobTrace>();

export function jobTrace(handlers: Handlers): JobTrace {
  let trace = traces.get(handlers);
  if (!trace) {
    trace = new JobTrace(handlers);
    traces.set(handlers, trace);
  }
  return trace;
}

/** Whether a handler gets the job as the SDK hands it over: without a decorator or a `partial` that may change it. */
function takesJob({ python }: Handlers, { fn, use }: Handlers['functions'][number]): boolean {
  const isPartial = use.origins.some(
    (origin) => origin.kind === 'function' && origin.fn.facts === fn.facts && origin.partial,
  );
  return (
    !isPartial &&
    fn.facts.decorators.every((decorator) => {
      const origin = resolve(python, fn, decorator.kind === 'call' ? decorator.callee : decorator);
      if (origin.kind === 'external') return KEEPS_PARAMETERS.has(origin.path);
      return origin.kind === 'builtin' && KEEPS_PARAMETERS.has(origin.name);
    })
  );
}

interface Entrance {
  readonly from: Reached;
  readonly edge: Edge;
}

export class JobTrace {
  private readonly entrances = new Map<FunctionFacts, Entrance[]>();
  /** Places in the parameters at which a handler gets the job. */
  private readonly jobPlaces: ReadonlyMap<FunctionFacts, number>;
  private readonly open = new Set<string>();
  private readonly kept = new Map<string, Held>();
  private steps = 0;
  private readonly ids = new Map<FunctionFacts, number>();

  constructor(private readonly handlers: Handlers) {
    this.jobPlaces = new Map(
      handlers.functions.flatMap((handler) =>
        takesJob(handlers, handler) ? [[handler.fn.facts, handler.bound ? 1 : 0]] : [],
      ),
    );
    for (const from of handlers.reached) {
      for (const edge of edgesOf(handlers.python, from.fn)) {
        const known = this.entrances.get(edge.fn.facts);
        if (known) known.push({ from, edge });
        else this.entrances.set(edge.fn.facts, [{ from, edge }]);
      }
    }
  }

  /** The parameter in which a handler gets the job; undefined where something stands between it and the SDK. */
  jobParameter(handler: Fn): Parameter | undefined {
    const place = this.jobPlaces.get(handler.facts);
    return place === undefined ? undefined : handler.facts.parameters[place];
  }

  /** What an expression of a reached function holds. `where` it stands, for the names that a comprehension binds. */
  holds(reached: Reached, expression: Expression, where?: Where): Holds | undefined {
    this.steps = 0;
    const held = this.held(reached, expression, where, 0);
    return held === 'neutral' ? undefined : held;
  }

  private held(reached: Reached, expression: Expression, where: Where | undefined, depth: number): Held {
    if (depth > DEEPEST || ++this.steps > MOST_STEPS) return undefined;
    const inner = (part: Expression): Held => this.held(reached, part, where, depth + 1);
    switch (expression.kind) {
      case 'name':
        return this.named(reached, expression.id, where, depth + 1);
      case 'await':
      case 'walrus':
      case 'starred':
        return inner(expression.value);
      case 'subscript':
        return this.item(inner(expression.object), textOf(expression.index));
      case 'attribute':
        return isOfInput(inner(expression.object)) ? 'part' : undefined;
      case 'call':
        return this.called(reached, expression, where, depth + 1);
      case 'operation':
        return expression.operator === 'or'
          ? agreed(expression.operands.map(inner))
          : expression.operator === '+' && expression.operands[0] && isOfInput(inner(expression.operands[0]))
            ? 'part'
            : undefined;
      case 'conditional':
        return agreed([inner(expression.body), inner(expression.otherwise)]);
      case 'string': {
        const [first] = expression.parts;
        if (first === undefined || expression.value !== undefined) return 'neutral';
        return typeof first !== 'string' && isOfInput(inner(first)) ? 'part' : undefined;
      }
      case 'dict':
        return expression.entries.length === 0 ? 'neutral' : undefined;
      case 'list':
      case 'tuple': {
        if (expression.items.length === 0) return 'neutral';
        return agreed(expression.items.map(inner)) === 'part' ? 'part' : undefined;
      }
      case 'comprehension': {
        const [clause] = expression.clauses;
        return clause?.kind === 'for' && isOfInput(inner(clause.iterable)) ? 'part' : undefined;
      }
      case 'constant':
      case 'number':
        return 'neutral';
      default:
        return undefined;
    }
  }

  private item(object: Held, key: string | undefined): Held {
    if (object === 'job') return key === 'input' ? 'input' : undefined;
    if (object === 'validation') return key === 'validated_input' ? 'input' : undefined;
    return isOfInput(object) ? 'part' : undefined;
  }

  private called(reached: Reached, call: Call, where: Where | undefined, depth: number): Held {
    const { callee, args } = call;
    const inner = (part: Expression): Held => this.held(reached, part, where, depth + 1);
    const origin = resolve(this.handlers.python, reached.fn, callee);
    const [first] = args;
    if (origin.kind === 'function') return this.returned(reached, call, depth);
    if (origin.kind === 'external' && VALIDATORS.has(origin.path))
      return first && inner(first.value) === 'input' ? 'validation' : undefined;
    const path = origin.kind === 'external' ? origin.path : origin.kind === 'builtin' ? origin.name : undefined;
    if (path !== undefined && first && COPIES.has(path)) return inner(first.value);
    if (path !== undefined && PASSES_PARTS.has(path))
      return args.some((arg) => isOfInput(inner(arg.value))) ? 'part' : undefined;
    // `Request(**job["input"])`: what it was made of can be read from it again.
    if (args.some((arg) => arg.spread === 'dict' && isOfInput(inner(arg.value)))) return 'part';
    if (callee.kind !== 'attribute') return undefined;
    if (callee.name === 'model_validate' || callee.name === 'parse_obj')
      return first && isOfInput(inner(first.value)) ? 'part' : undefined;
    const object = inner(callee.object);
    if (object === undefined) return undefined;
    if (callee.name === 'get' || callee.name === 'pop')
      return this.item(object, first ? textOf(first.value) : undefined);
    if (callee.name === 'copy') return object;
    if (callee.name === 'items' || callee.name === 'values' || TEXT_METHODS.has(callee.name))
      return isOfInput(object) ? 'part' : object === 'neutral' ? object : undefined;
    return undefined;
  }

  /** What a function of the worker returns: the same on each of its ways. */
  private returned(reached: Reached, call: Call, depth: number): Held {
    const [edge] = edgesAt(this.handlers.python, reached.fn, call);
    const target = edge && this.handlers.ways.get(edge.fn.facts);
    if (!target || target.fn.facts.generator) return undefined;
    return this.once(`return ${this.idOf(target.fn.facts)}`, () => {
      const exits = target.fn.facts.exits.filter(({ kind }) => kind === 'return');
      return agreed(exits.map(({ value, where }) => (value ? this.held(target, value, where, depth + 1) : 'neutral')));
    });
  }

  private named(reached: Reached, name: string, where: Where | undefined, depth: number): Held {
    const { fn } = reached;
    for (let here = where; here; here = here.outer) {
      if (here.kind !== 'loop' || !here.iterable || !here.target || !bindsName(here.target, name)) continue;
      return isOfInput(this.held(reached, here.iterable, here.outer, depth + 1)) ? 'part' : undefined;
    }
    return this.once(`${name} ${this.idOf(fn.facts)}`, () => this.nameOf(reached, name, depth));
  }

  private nameOf(reached: Reached, name: string, depth: number): Held {
    const { fn } = reached;
    const { facts } = fn;
    if (facts.globals.has(name)) return undefined;
    const held: Held[] = [];
    const place = facts.parameters.findIndex((parameter) => parameter.name === name);
    if (place >= 0) held.push(this.parameter(fn, place, depth + 1));
    for (const { value, from, kind, where } of facts.assigned.get(name) ?? []) {
      if (value) held.push(this.held(reached, value, where, depth + 1));
      else if (kind === 'augmented') held.push('neutral');
      else held.push(from && isOfInput(this.held(reached, from, where?.outer, depth + 1)) ? 'part' : undefined);
    }
    if (held.length > 0) return agreed(held);
    const outer = outerOf(fn);
    const around = outer && this.handlers.ways.get(outer.facts);
    if (around) return this.named(around, name, undefined, depth + 1);
    const origin = lookup(this.handlers.python, fn, name);
    return origin.kind === 'expression' && isLiteral(origin.expression) ? 'neutral' : undefined;
  }

  private parameter(fn: Fn, place: number, depth: number): Held {
    if (this.jobPlaces.get(fn.facts) === place) return 'job';
    const parameter = fn.facts.parameters[place];
    const entrances = this.entrances.get(fn.facts) ?? [];
    if (parameter?.kind !== 'plain' || entrances.length === 0) return undefined;
    return agreed(
      entrances.map(({ from, edge }) => {
        const given = argumentFor(edge, parameter.name, place);
        if (given === 'unknown') return undefined;
        if (given) return this.held(from, given.value, edge.fact.where, depth + 1);
        return parameter.default && isLiteral(parameter.default) ? 'neutral' : undefined;
      }),
    );
  }

  /** A name whose value depends on itself, such as `url = url.strip()`, says nothing on the way. */
  private once(key: string, compute: () => Held): Held {
    if (this.open.has(key)) return 'neutral';
    if (this.kept.has(key)) return this.kept.get(key);
    this.open.add(key);
    const held = compute();
    this.open.delete(key);
    // An answer inside of another may be one on the way, or cut off.
    if (this.open.size === 0 && this.steps <= MOST_STEPS) this.kept.set(key, held);
    return held;
  }

  private idOf(facts: FunctionFacts): number {
    const id = this.ids.get(facts) ?? this.ids.size;
    this.ids.set(facts, id);
    return id;
  }
}

/** The argument that a parameter gets; undefined: none, its default counts; `unknown`: it cannot be told. */
function argumentFor({ call, bound, fact }: Edge, name: string, place: number): Argument | 'unknown' | undefined {
  if (!call) {
    // `asyncio.to_thread(work, job)`, `loop.run_in_executor(None, work, job)`
    const { callee, args } = fact.call;
    const runner = callee.kind === 'attribute' ? callee.name : '';
    const first = runner === 'to_thread' || runner === 'submit' ? 1 : runner === 'run_in_executor' ? 2 : undefined;
    if (first === undefined || args[first - 1]?.value.kind === 'call') return 'unknown';
    return args[first + place - (bound ? 1 : 0)] ?? 'unknown';
  }
  if (call.args.some((arg) => arg.spread !== undefined)) return 'unknown';
  const positional = call.args.filter((arg) => arg.name === undefined);
  return call.args.find((arg) => arg.name === name) ?? positional[place - (bound ? 1 : 0)];
}

function isOfInput(held: Held): boolean {
  return held === 'input' || held === 'part';
}

function agreed(all: readonly Held[]): Held {
  const telling = all.filter((held) => held !== 'neutral');
  const [first] = telling;
  if (telling.length === 0) return all.length > 0 ? 'neutral' : undefined;
  return telling.every((held) => held === first) ? first : undefined;
}

function isLiteral(expression: Expression): boolean {
  return expression.kind === 'constant' || expression.kind === 'string' || expression.kind === 'number';
}

function bindsName(target: Expression, name: string): boolean {
  if (target.kind === 'name') return target.id === name;
  return (target.kind === 'tuple' || target.kind === 'list') && target.items.some((item) => bindsName(item, name));
}

function textOf(expression: Expression): string | undefined {
  return expression.kind === 'string' ? expression.value : undefined;
}

/** One place where a key is read from the job or from its input. */
export interface KeyRead {
  readonly reached: Reached;
  /** `values["key"]` or `values.get("key")`. */
  readonly expression: Subscript | Call;
  readonly key: string;
  readonly keyNode: Expression;
  /** What it is read from. */
  readonly object: Expression;
  readonly where: Where | undefined;
  /** The value that stands in for a missing key; undefined where a missing key is an error, or gives `None`. */
  readonly fallback: Expression | undefined;
}

const readsByHandlers = new WeakMap<Handlers, Readonly<Record<'job' | 'input', readonly KeyRead[]>>>();

/** Every literal key that is read from the job itself or from its input, in the functions that jobs reach. */
export function keyReads(handlers: Handlers): Readonly<Record<'job' | 'input', readonly KeyRead[]>> {
  const kept = readsByHandlers.get(handlers);
  if (kept) return kept;
  const trace = jobTrace(handlers);
  const reads: Record<'job' | 'input', KeyRead[]> = { job: [], input: [] };
  for (const reached of handlers.reached) {
    if (reached.tainted.size === 0) continue;
    const add = (read: Omit<KeyRead, 'reached'>): void => {
      const held = trace.holds(reached, read.object, read.where);
      if (held === 'job' || held === 'input') reads[held].push({ reached, ...read });
    };
    for (const { item, where } of reached.fn.facts.items) {
      const key = textOf(item.index);
      if (key === undefined) continue;
      add({ expression: item, key, keyNode: item.index, object: item.object, where, fallback: undefined });
    }
    for (const { call, where } of reached.fn.facts.calls) {
      const { callee, args } = call;
      if (callee.kind !== 'attribute' || (callee.name !== 'get' && callee.name !== 'pop')) continue;
      const [first, second] = args;
      const key = first && textOf(first.value);
      if (!first || key === undefined) continue;
      add({ expression: call, key, keyNode: first.value, object: callee.object, where, fallback: second?.value });
    }
  }
  readsByHandlers.set(handlers, reads);
  return reads;
}

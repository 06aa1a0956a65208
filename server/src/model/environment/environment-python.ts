// The variables that Python reads and sets: `os.environ` and `os.getenv` under any name, helpers around them, settings
// classes. What a read does without its variable is model/environment/environment-reads.ts's business.

import type { Place } from '../../base/span';
import { type Static, unknown } from '../../base/static';
import { type EnvironmentFacts, environmentFacts } from '../../facts/environment';
import type { FunctionFacts, Where } from '../../facts/python';
import { argument, lastName } from '../../facts/python-names';
import { CALLABLE_READERS, ENV_FILE_LOADERS, READING_FUNCTIONS } from '../../knowledge/environment';
import type { Call, Expression } from '../../syntax/python-tree';
import type { Handlers } from '../python/handler';
import { callsNamed, type Fn, type Module, type Python, placeIn } from '../python/python';
import { resolve } from '../python/resolve';
import { sureCode } from '../python/sure';
import type { EnvironmentRead, EnvironmentValue } from './environment';
import { castType, environmentNames, methodType, namesOf, nameType, readerNames } from './environment-names';
import { hasOpaqueReader, startsReader } from './environment-programs';
import { fallbackOf, literalOf, Usages } from './environment-reads';
import { settingsReads } from './environment-settings';

export interface PythonEnvironment {
  readonly reads: readonly EnvironmentRead[];
  readonly set: ReadonlyMap<string, EnvironmentValue>;
  /** No name is worked out at run time, and the environment is handed to nobody. */
  readonly whole: boolean;
  /** Nothing sets variables that cannot be seen here. */
  readonly setWhole: boolean;
}

/** Most calls of helpers that are followed, and rounds of helpers that call helpers. */
const MOST_READS = 2000;
const MOST_ROUNDS = 4;

const TOUCHING = /environ|getenv|decouple|expandvars|BaseSettings|putenv|dotenv|starlette/;

export function pythonEnvironment(python: Python, handlers: Handlers | undefined): PythonEnvironment {
  return new Search(python, handlers).result();
}

/** A function of the worker that reads the variable whose name it is given. */
interface Helper {
  readonly fn: Fn;
  /** The parameter that holds the name, and its place among the arguments. */
  readonly name: string;
  readonly place: number;
  /** The parameter that is taken where the variable is not set; a value of its own otherwise. */
  readonly fallbackParameter: string | undefined;
  readonly fallback: Static<string> | undefined;
  /** It raises where the variable is not set. */
  readonly demands: boolean;
}

class Search {
  private readonly reads: EnvironmentRead[] = [];
  private readonly set = new Map<string, EnvironmentValue>();
  private readonly helpers = new Map<FunctionFacts, Helper>();
  private readonly usages: Usages;
  /** Under which names the environment itself is known. */
  private names: ReadonlySet<string> = new Set();
  private whole = true;
  private setWhole = true;

  constructor(
    private readonly python: Python,
    handlers: Handlers | undefined,
  ) {
    this.usages = new Usages(python, sureCode(python, handlers));
  }

  result(): PythonEnvironment {
    const touching = this.python.modules.filter(({ facts }) => TOUCHING.test(facts.source.text));
    this.names = environmentNames(touching);
    for (const module of touching) this.module(module);
    this.calls(touching);
    this.helperCalls();
    this.reads.push(...settingsReads(this.python, () => this.lose()));
    if (hasOpaqueReader(this.python)) this.whole = this.setWhole = false;
    if (this.whole && startsReader(this.python)) this.lose();
    return { reads: inOrder(this.python, this.reads), set: this.set, whole: this.whole, setWhole: this.setWhole };
  }

  private lose(): void {
    this.whole = false;
  }

  private module(module: Module): void {
    for (const { facts } of module.facts.statements) {
      const found = environmentFacts(facts);
      if (found.wholesale) this.lose();
      this.items(module, found);
      this.writes(module, found);
      for (const name of found.memberships) {
        const named = namesOf(this.python, module.fn(facts.module), name, undefined);
        if (named === undefined) this.lose();
        for (const { value, place } of named ?? []) this.add(value, place, unknown, false, undefined);
      }
    }
  }

  private items(module: Module, { items }: EnvironmentFacts): void {
    for (const { owner, fact } of items) {
      const fn = module.fn(owner);
      if (!this.isEnvironment(fn, fact.item.object)) continue;
      const usage = this.usages.of(fn, fact.item, fact.where);
      const fallback = isCaught(fact.where) ? unknown : undefined;
      this.readAll(fn, fact.item.index, fact.where, fallback, this.usages.runsSurely(fn, fact.where), usage.type);
    }
  }

  private writes(module: Module, { writes }: EnvironmentFacts): void {
    for (const { owner, target, value, where } of writes) {
      const fn = module.fn(owner);
      if (!this.isEnvironment(fn, target.object)) continue;
      const names = namesOf(this.python, fn, target.index, where);
      if (names === undefined) this.setWhole = false;
      for (const name of names ?? []) {
        if (!this.set.has(name.value)) {
          this.set.set(name.value, { ...name.place, value: (value && literalOf(this.python, fn, value)) ?? unknown });
        }
      }
    }
  }

  private isEnvironment(fn: Fn, object: Expression): boolean {
    if (!this.names.has(lastName(object))) return false;
    const origin = resolve(this.python, fn, object);
    return origin.kind === 'external' && origin.path === 'os.environ';
  }

  /** Calls of functions that read or set a variable, by the names that such calls end in. */
  private calls(modules: readonly Module[]): void {
    for (const module of modules) {
      for (const { fn, fact } of callsNamed([module], readerNames(module))) {
        const { call, where } = fact;
        // Most calls of `get` are those of dictionaries.
        const { callee } = call;
        if (callee.kind === 'attribute' && ITEM_METHODS.has(callee.name) && !this.names.has(lastName(callee.object)))
          continue;
        const origin = resolve(this.python, fn, callee);
        if (origin.kind === 'external-result') {
          if (CALLABLE_READERS.has(origin.path)) this.call(fn, call, where, 'default');
          continue;
        }
        if (origin.kind !== 'external') continue;
        const { path } = origin;
        if (READING_FUNCTIONS.has(path))
          this.call(fn, call, where, path.startsWith('decouple.') ? 'default' : undefined);
        else if (path.startsWith('environs.Env.') && !ENV_FILE_LOADERS.has(path)) this.call(fn, call, where, 'default');
        else if (path === 'os.path.expandvars') this.expandvars(fn, call);
        else if (path === 'os.environ.update') this.update(fn, call);
        if (ENV_FILE_LOADERS.has(path)) this.setWhole = false;
      }
    }
  }

  /** `keyword`: the default comes under this name, and without one the call raises. */
  private call(fn: Fn, call: Call, where: Where | undefined, keyword: string | undefined): void {
    const name = argument(call, 'key', 0) ?? argument(call, 'name');
    if (!name) {
      this.lose();
      return;
    }
    const given = argument(call, keyword ?? 'default', 1);
    const usage = this.usages.of(fn, call, where);
    const fallback = given ? fallbackOf(this.python, fn, given.value) : usage.fallback;
    const raises = given === undefined && (keyword !== undefined || usage.demanded);
    const type = usage.type ?? castType(argument(call, 'cast')?.value) ?? methodType(call.callee);
    const sure = fallback === undefined && raises && this.usages.runsSurely(fn, where);
    this.readAll(fn, name.value, where, fallback, sure, type, given?.value);
    if (call.callee.kind === 'attribute' && call.callee.name === 'setdefault') {
      for (const one of namesOf(this.python, fn, name.value, where) ?? []) {
        if (!this.set.has(one.value)) this.set.set(one.value, { ...one.place, value: fallback ?? unknown });
      }
    }
  }

  private expandvars(fn: Fn, call: Call): void {
    const text = call.args[0] && literalOf(this.python, fn, call.args[0].value);
    if (!text?.known) {
      this.lose();
      return;
    }
    for (const [, plain, braced] of text.value.matchAll(/\$(?:(\w+)|\{(\w+)\})/g)) {
      this.add(plain ?? braced ?? '', placeIn(fn, call.args[0]?.value ?? call), unknown, false, 'string');
    }
  }

  private update(fn: Fn, call: Call): void {
    for (const arg of call.args) {
      const origin = arg.name === undefined ? resolve(this.python, fn, arg.value) : undefined;
      const dict = origin?.kind === 'expression' && origin.expression.kind === 'dict' ? origin.expression : undefined;
      if (arg.name !== undefined) {
        this.set.set(arg.name, { ...placeIn(fn, arg), value: literalOf(this.python, fn, arg.value) ?? unknown });
      } else if (!dict || origin?.kind !== 'expression') {
        this.setWhole = false;
      } else {
        for (const { key, value } of dict.entries) {
          if (key?.kind !== 'string' || key.value === undefined) this.setWhole = false;
          else
            this.set.set(key.value, {
              ...placeIn(origin.fn, key),
              value: literalOf(this.python, origin.fn, value) ?? unknown,
            });
        }
      }
    }
  }

  /** A read by a name that may be a literal, one of several, or the parameter of a helper. */
  private readAll(
    fn: Fn,
    name: Expression,
    where: Where | undefined,
    fallback: Static<string> | undefined,
    required: boolean,
    type: EnvironmentRead['type'],
    given?: Expression,
  ): void {
    const names = namesOf(this.python, fn, name, where);
    if (names) {
      for (const { value, place } of names) this.add(value, place, fallback, required, type);
      return;
    }
    const place = name.kind === 'name' ? fn.facts.parameters.findIndex((one) => one.name === name.id) : -1;
    if (name.kind !== 'name' || place < 0 || this.helpers.has(fn.facts)) {
      if (place < 0) this.lose();
      return;
    }
    const parameter = given?.kind === 'name' ? fn.facts.parameters.find((one) => one.name === given.id) : undefined;
    const other = fn.facts.parameters.find((one) => /default|fallback/i.test(one.name));
    const usage = this.usages.demands(fn, name);
    this.helpers.set(fn.facts, {
      fn,
      name: name.id,
      place: fn.facts.className === undefined ? place : place - 1,
      fallbackParameter: (parameter ?? other)?.name,
      fallback: (parameter ?? other) ? undefined : fallback,
      demands: (given === undefined && fallback === undefined && required) || usage,
    });
  }

  /** Calls of the worker's own helpers, and of helpers around those. */
  private helperCalls(): void {
    const done = new Set<FunctionFacts>();
    for (let round = 0; round < MOST_ROUNDS; round++) {
      const fresh = [...this.helpers.values()].filter(({ fn }) => !done.has(fn.facts));
      if (fresh.length === 0) return;
      for (const helper of fresh) {
        done.add(helper.fn.facts);
        this.callsOf(helper);
      }
    }
  }

  private callsOf(helper: Helper): void {
    const { facts } = helper.fn;
    // A lambda or a decorated function is called by names that nobody knows.
    if (facts.name === '') {
      this.lose();
      return;
    }
    for (const { fn, fact } of callsNamed(this.python.modules, new Set([facts.name]))) {
      if (this.reads.length > MOST_READS) {
        this.lose();
        return;
      }
      const { call, where } = fact;
      const origin = resolve(this.python, fn, call.callee);
      if (origin.kind !== 'function' || origin.fn.facts !== facts) continue;
      const name = argument(call, helper.name, helper.place);
      if (!name) {
        this.lose();
        continue;
      }
      const { fallback, demanded } = this.helperFallback(helper, fn, call);
      const usage = this.usages.of(fn, call, where);
      const without = fallback ?? usage.fallback;
      const sure = without === undefined && (demanded || usage.demanded) && this.usages.runsSurely(fn, where);
      const given =
        helper.fallbackParameter === undefined ? undefined : argument(call, helper.fallbackParameter)?.value;
      this.readAll(fn, name.value, where, without, sure, usage.type ?? nameType(facts.name), given);
    }
  }

  private helperFallback(
    helper: Helper,
    fn: Fn,
    call: Call,
  ): { readonly fallback: Static<string> | undefined; readonly demanded: boolean } {
    const { parameters, className } = helper.fn.facts;
    if (helper.fallbackParameter === undefined) return { fallback: helper.fallback, demanded: helper.demands };
    const place = parameters.findIndex(({ name }) => name === helper.fallbackParameter);
    const given = argument(call, helper.fallbackParameter, className === undefined ? place : place - 1);
    if (given) return { fallback: fallbackOf(this.python, fn, given.value), demanded: helper.demands };
    const own = parameters[place]?.default;
    const fallback = own && fallbackOf(this.python, helper.fn, own);
    return { fallback, demanded: helper.demands || own === undefined };
  }

  private add(
    name: string,
    place: Place,
    fallback: Static<string> | undefined,
    required: boolean,
    type: EnvironmentRead['type'],
  ): void {
    if (this.reads.length > MOST_READS) {
      this.lose();
      return;
    }
    this.reads.push({
      ...place,
      name,
      from: 'python',
      fallback,
      required,
      type,
    });
  }
}

const ITEM_METHODS: ReadonlySet<string> = new Set(['get', 'pop', 'setdefault', 'update']);

/** `try: … except KeyError:`, or a `try` around little else. */
function isCaught(where: Where | undefined): boolean {
  for (let here = where; here; here = here.outer) {
    if (here.kind !== 'try') continue;
    const { handlers, body } = here.statement;
    const types = handlers.flatMap(({ type }) => (type?.kind === 'tuple' ? type.items : type ? [type] : []));
    if (body.length === 1 || types.some((type) => type.kind === 'name' && MISSING.has(type.id))) return true;
  }
  return false;
}

const MISSING: ReadonlySet<string> = new Set(['KeyError', 'LookupError']);

function inOrder(python: Python, reads: readonly EnvironmentRead[]): readonly EnvironmentRead[] {
  const rank = new Map(python.modules.map(({ uri }, index) => [uri, index]));
  const placed = [...reads].sort(
    (a, b) => (rank.get(a.uri) ?? 0) - (rank.get(b.uri) ?? 0) || a.span.start - b.span.start,
  );
  return placed.filter((read, index) => {
    const before = placed[index - 1];
    return before?.uri !== read.uri || before.span.start !== read.span.start || before.name !== read.name;
  });
}

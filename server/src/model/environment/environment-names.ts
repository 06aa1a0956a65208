// The names by which Python reads variables: what an expression that names one may stand for, what the environment and the
// functions that read it are called in a module, and which type such a name tells.

import type { Place } from '../../base/span';
import { environmentFacts } from '../../facts/environment';
import type { Where } from '../../facts/python';
import type { Call, Expression } from '../../syntax/python-tree';
import { type Fn, type Module, type Python, placeIn } from '../python/python';
import { resolve } from '../python/resolve';
import type { EnvironmentRead } from './environment';
import { literalOf } from './environment-reads';

/** The name of a variable, where it is written. */
export interface Named {
  readonly value: string;
  readonly place: Place;
}

/** The names that an expression may stand for; undefined where the running program alone knows. */
export function namesOf(
  python: Python,
  fn: Fn,
  expression: Expression,
  where: Where | undefined,
): readonly Named[] | undefined {
  if (expression.kind === 'string') {
    return expression.value === undefined ? undefined : [{ value: expression.value, place: placeIn(fn, expression) }];
  }
  if (expression.kind !== 'name') return undefined;
  for (let here = where; here; here = here.outer) {
    if (here.kind !== 'loop' || !here.iterable || here.target?.kind !== 'name') continue;
    if (here.target.id === expression.id) return itemsOf(python, fn, here.iterable);
  }
  const text = literalOf(python, fn, expression);
  return text?.known ? [{ value: text.value, place: placeIn(fn, expression) }] : undefined;
}

function itemsOf(python: Python, fn: Fn, iterable: Expression): readonly Named[] | undefined {
  const origin = resolve(python, fn, iterable);
  if (origin.kind !== 'expression') return undefined;
  const { expression, fn: owner } = origin;
  const items =
    expression.kind === 'dict'
      ? expression.entries.map(({ key }) => key)
      : expression.kind === 'list' || expression.kind === 'tuple' || expression.kind === 'set'
        ? expression.items
        : undefined;
  const named = items?.map((item) =>
    item?.kind === 'string' && item.value !== undefined
      ? { value: item.value, place: placeIn(owner, item) }
      : undefined,
  );
  return named?.every((one) => one !== undefined) ? named : undefined;
}

/** Under which names modules have the environment itself: `environ`, and what it was assigned to or imported as. */
export function environmentNames(modules: readonly Module[]): ReadonlySet<string> {
  const names = new Set(['environ']);
  for (const { aliases, facts } of modules) {
    for (const alias of aliases.get('environ') ?? []) names.add(alias);
    for (const statement of facts.statements) {
      for (const alias of environmentFacts(statement.facts).aliases) names.add(alias);
    }
  }
  return names;
}

const PLAIN_NAMES = ['getenv', 'get', 'pop', 'setdefault', 'update', 'expandvars', 'config', 'load_dotenv', 'read_env'];

/** Names that a call which reads a variable may end in: the usual ones, and those that the module gives such a function. */
export function readerNames(module: Module): ReadonlySet<string> {
  const names = new Set(PLAIN_NAMES);
  for (const [name, bindings] of module.scope) {
    for (const binding of bindings) {
      const value = binding.kind === 'value' ? binding.assignment.value : undefined;
      const isReader =
        (value?.kind === 'attribute' && (value.name === 'getenv' || value.name === 'get')) ||
        (value?.kind === 'call' && /(?:^|\.)(?:Env|Config|AutoConfig)$/.test(calleeName(value)));
      if (isReader) names.add(name);
    }
  }
  if (module.facts.source.text.includes('environs')) for (const name of ENVIRONS_METHODS) names.add(name);
  return names;
}

const ENVIRONS_METHODS = ['str', 'int', 'float', 'bool', 'list', 'json', 'path', 'url', 'decimal', 'enum', 'log_level'];

function calleeName({ callee }: Call): string {
  return callee.kind === 'attribute' ? callee.name : callee.kind === 'name' ? callee.id : '';
}

/** `cast=int` of python-decouple and starlette. */
export function castType(cast: Expression | undefined): EnvironmentRead['type'] {
  return cast?.kind === 'name' ? nameType(cast.id) : undefined;
}

/** `env.int("A")` of environs. */
export function methodType(callee: Expression): EnvironmentRead['type'] {
  return callee.kind === 'attribute' ? nameType(callee.name) : undefined;
}

/** `int`, `env_bool`, `get_env_float`. */
export function nameType(name: string): EnvironmentRead['type'] {
  if (/(?:^|_)(?:int|integer|float|number)(?:$|_)/i.test(name)) return 'number';
  return /(?:^|_)(?:bool|boolean|flag)(?:$|_)/i.test(name) ? 'boolean' : undefined;
}

// What names and expressions stand for, followed through imports, scopes, classes and instances. Where the text does not
// say, the answer is `unknown`.

import { basename } from '../../base/uri';
import type { AssignmentFact, FunctionFacts } from '../../facts/python';
import { BUILTINS } from '../../knowledge/python';
import type { Call, Expression } from '../../syntax/python-tree';
import { importBindings } from './module';
import type { Binding, Class, Fn, Module, Origin, Python } from './python';

/** What `expression` stands for in `fn`. Without `python`, imports are taken as from outside the worker. */

export function resolve(python: Python | undefined, fn: Fn, expression: Expression, depth = 0): Origin {
  if (depth > DEEPEST) return UNKNOWN;
  const kept = python?.memo.origins.get(expression);
  if (kept) return kept;
  const origin = resolveAnew(python, fn, expression, depth);
  // An answer that may have been cut off by the depth is not kept.
  if (depth <= SHALLOW) python?.memo.origins.set(expression, origin);
  return origin;
}
function resolveAnew(python: Python | undefined, fn: Fn, expression: Expression, depth: number): Origin {
  switch (expression.kind) {
    case 'name':
      return lookup(python, fn, expression.id, depth + 1);
    case 'attribute':
      return attributeOf(python, resolve(python, fn, expression.object, depth + 1), expression.name, depth + 1);
    case 'call':
      return resultOf(python, fn, expression, depth + 1);
    case 'await':
      return resolve(python, fn, expression.value, depth + 1);
    case 'walrus':
      return resolve(python, fn, expression.value, depth + 1);
    case 'lambda': {
      const inner = fn.facts.inner.find((candidate) => candidate.definition === expression);
      return inner ? { kind: 'function', fn: fn.module.fn(inner), bound: false } : UNKNOWN;
    }
    default:
      return { kind: 'expression', expression, fn };
  }
}
/** What a name stands for, seen from inside `fn`. */

export function lookup(python: Python | undefined, fn: Fn, name: string, depth = 0): Origin {
  if (depth > DEEPEST) return UNKNOWN;
  if (!python) return lookupAnew(python, fn, name, depth);
  let names = python.memo.names.get(fn.facts);
  if (!names) {
    names = new Map();
    python.memo.names.set(fn.facts, names);
  }
  const kept = names.get(name);
  if (kept) return kept;
  // A name whose value depends on itself, such as `text = text.strip()`, is unknown on the way.
  names.set(name, UNKNOWN);
  const origin = lookupAnew(python, fn, name, depth);
  if (depth <= SHALLOW) names.set(name, origin);
  else names.delete(name);
  return origin;
}
function lookupAnew(python: Python | undefined, fn: Fn, name: string, depth: number): Origin {
  for (let scope: Fn | undefined = fn; scope; scope = outerOf(scope)) {
    const { facts } = scope;
    if (facts.kind === 'module') break;
    // A class's names are not seen from its methods.
    if (facts.kind === 'class' && scope !== fn) continue;
    if (facts.globals.has(name)) break;
    const found = lookupLocal(python, scope, name, depth);
    if (found) return found;
  }
  return lookupModule(python, fn.module, name, depth);
}
function lookupLocal(python: Python | undefined, scope: Fn, name: string, depth: number): Origin | undefined {
  const { facts, module } = scope;
  const assigned = facts.assigned.get(name) ?? [];
  const parameter = facts.parameters.findIndex((candidate) => candidate.name === name);
  if (parameter >= 0) {
    if (assigned.length > 0) return UNKNOWN;
    const cls = facts.className === undefined ? undefined : classOfMethod(scope);
    if (parameter === 0 && cls && !isStatic(facts))
      return isClassMethod(facts) ? { kind: 'class', cls } : { kind: 'instance', cls };
    return { kind: 'parameter', fn: scope, name };
  }
  const inner = facts.inner.findLast((candidate) => candidate.name === name);
  if (inner) return { kind: 'function', fn: module.fn(inner), bound: false };
  const innerClass = facts.innerClasses.findLast((candidate) => candidate.definition.name === name);
  if (innerClass) return { kind: 'class', cls: module.classOf(innerClass) };
  for (const fact of facts.imports) {
    for (const { local, binding } of importBindings(fact)) {
      if (local === name) return bindingOrigin(python, module, binding, depth);
    }
  }
  if (assigned.length === 0) return undefined;
  return assignedOrigin(
    python,
    assigned.map((assignment) => ({ assignment, fn: scope })),
    depth,
  );
}
/** The class that a method belongs to. */

export function classOfMethod(fn: Fn): Class | undefined {
  return fn.module.classes.find((cls) => cls.base === fn.base && cls.facts.methods.includes(fn.facts));
}

export function outerOf(fn: Fn): Fn | undefined {
  return fn.facts.outer && fn.module.fn(fn.facts.outer);
}
function lookupModule(python: Python | undefined, module: Module, name: string, depth: number): Origin {
  // Modules may import a name from each other.
  if (depth > DEEPEST) return UNKNOWN;
  const bindings = module.scope.get(name);
  if (!bindings)
    return lookupStar(python, module, name, depth) ?? (BUILTINS.has(name) ? { kind: 'builtin', name } : UNKNOWN);
  const definition = bindings.findLast((binding) => binding.kind !== 'value');
  const values = bindings.filter((binding) => binding.kind === 'value');
  // `try: import x except ImportError: x = None` is still x.
  if (definition && values.every(({ assignment }) => isNone(assignment.value)))
    return bindingOrigin(python, module, definition, depth);
  return definition ? UNKNOWN : assignedOrigin(python, values, depth);
}
function lookupStar(python: Python | undefined, module: Module, name: string, depth: number): Origin | undefined {
  for (const binding of module.scope.get('*') ?? []) {
    if (binding.kind !== 'import' || !python) continue;
    const uri = python.locate(module, binding.name, binding.fact.statement.level);
    const source = uri === undefined ? undefined : python.byUri.get(uri);
    if (source?.scope.has(name)) return lookupModule(python, source, name, depth + 1);
  }
  return undefined;
}
/** One value apart from `None` is the value; of several, those that can be told are a choice. */
function assignedOrigin(
  python: Python | undefined,
  assigned: readonly { readonly assignment: AssignmentFact; readonly fn: Fn }[],
  depth: number,
): Origin {
  const values = assigned.filter(({ assignment }) => !isNone(assignment.value));
  const [only] = values;
  if (values.length === 0 && assigned[0]?.assignment.value) {
    return { kind: 'expression', expression: assigned[0].assignment.value, fn: assigned[0].fn };
  }
  if (values.length === 1 && only?.assignment.kind === 'with' && only.assignment.from) {
    return resolve(python, only.fn, only.assignment.from, depth + 1);
  }
  if (values.length === 1 && only?.assignment.value) return resolve(python, only.fn, only.assignment.value, depth + 1);
  if (values.length > MOST_CHOICES) return UNKNOWN;
  return choiceOf(
    values.map(({ assignment, fn }) => (assignment.value ? resolve(python, fn, assignment.value, depth + 4) : UNKNOWN)),
  );
}
/** Most values of one name that are followed. */
const MOST_CHOICES = 8;
/** What can be called or asked for members, out of several origins. */
function choiceOf(origins: readonly Origin[]): Origin {
  const told: Origin[] = [];
  for (const origin of origins.flatMap((one) => (one.kind === 'choice' ? one.origins : [one]))) {
    const useful =
      origin.kind === 'instance' ||
      origin.kind === 'class' ||
      origin.kind === 'function' ||
      origin.kind === 'external-result';
    if (useful && !told.some((other) => sameOrigin(other, origin))) told.push(origin);
  }
  const [only] = told;
  if (!only) return UNKNOWN;
  return told.length === 1 && origins.length === 1 ? only : { kind: 'choice', origins: told };
}
function isNone(value: Expression | undefined): boolean {
  return value?.kind === 'constant' && value.value === null;
}
function bindingOrigin(python: Python | undefined, module: Module, binding: Binding, depth: number): Origin {
  switch (binding.kind) {
    case 'function':
      return { kind: 'function', fn: binding.fn, bound: false };
    case 'class':
      return { kind: 'class', cls: binding.cls };
    case 'value':
      return assignedOrigin(python, [binding], depth);
    case 'import':
      return importOrigin(python, module, binding, depth);
  }
}
function importOrigin(
  python: Python | undefined,
  module: Module,
  { fact, name, member }: Extract<Binding, { kind: 'import' }>,
  depth: number,
): Origin {
  const { level } = fact.statement;
  if (!python)
    return level > 0 ? UNKNOWN : { kind: 'external', path: member === undefined ? name : `${name}.${member}` };
  const uri = python.locate(module, name, level);
  if (member === undefined) {
    if (uri === undefined) return { kind: 'external', path: name };
    const found = python.byUri.get(uri);
    return found ? { kind: 'module', module: found } : UNKNOWN;
  }
  const submodule = python.locate(module, name === '' ? member : `${name}.${member}`, level);
  if (uri !== undefined) {
    const found = python.byUri.get(uri);
    if (found?.scope.has(member) || (found && submodule === undefined))
      return lookupModule(python, found, member, depth + 1);
    if (!found) return UNKNOWN;
  }
  if (submodule !== undefined) {
    const found = python.byUri.get(submodule);
    return found ? { kind: 'module', module: found } : UNKNOWN;
  }
  return level > 0 ? UNKNOWN : { kind: 'external', path: `${name}.${member}` };
}

export function attributeOf(python: Python | undefined, object: Origin, name: string, depth = 0): Origin {
  if (depth > DEEPEST) return UNKNOWN;
  switch (object.kind) {
    case 'external':
    case 'external-result':
      return { kind: 'external', path: `${object.path}.${name}` };
    case 'module': {
      if (object.module.scope.has(name)) return lookupModule(python, object.module, name, depth + 1);
      const uri = python?.locate(object.module, name, 1);
      const submodule = uri === undefined ? undefined : python?.byUri.get(uri);
      return submodule && basename(object.module.uri) === '__init__.py'
        ? { kind: 'module', module: submodule }
        : UNKNOWN;
    }
    case 'instance':
    case 'class':
      return memberOf(python, object.cls, name, object.kind === 'instance', depth);
    case 'choice':
      return choiceOf(object.origins.map((origin) => attributeOf(python, origin, name, depth + 1)));
    default:
      return UNKNOWN;
  }
}
function memberOf(python: Python | undefined, cls: Class, name: string, instance: boolean, depth: number): Origin {
  const method = methodNamed(python, cls, name);
  if (method) {
    if (isProperty(method.facts)) return instance ? returnedBy(python, method, depth) : UNKNOWN;
    return {
      kind: 'function',
      fn: method,
      bound: (instance && !isStatic(method.facts)) || isClassMethod(method.facts),
    };
  }
  const assigned = attributeAssignments(cls, name);
  return assigned.length === 0 ? UNKNOWN : assignedOrigin(python, assigned, depth + 1);
}
/** Every `self.name = …` in the class's methods, and `name = …` in its body. */

export function attributeAssignments(
  cls: Class,
  name: string,
): readonly { readonly assignment: AssignmentFact; readonly fn: Fn }[] {
  const result: { assignment: AssignmentFact; fn: Fn }[] = [];
  for (const method of cls.facts.methods) {
    const self = method.parameters[0]?.name;
    for (const assignment of method.assignments) {
      const { target } = assignment;
      if (target.kind !== 'attribute' || target.name !== name) continue;
      if (target.object.kind === 'name' && target.object.id === self)
        result.push({ assignment, fn: cls.module.fn(method) });
    }
  }
  const body = cls.module.fn(cls.facts.body);
  for (const assignment of cls.facts.body.assignments) {
    if (assignment.target.kind === 'name' && assignment.target.id === name) result.push({ assignment, fn: body });
  }
  return result;
}
/** The method of a class or of a base class in the worker; undefined where there is none to be seen. */

export function methodNamed(python: Python | undefined, cls: Class, name: string, depth = 0): Fn | undefined {
  const own = cls.facts.methods.findLast((method) => method.name === name);
  if (own) return cls.module.fn(own);
  if (depth > DEEPEST) return undefined;
  const scope = cls.module.fn(cls.facts.outer);
  for (const base of cls.facts.definition.bases) {
    if (base.name !== undefined) continue;
    const origin = resolve(python, scope, base.value);
    const found = origin.kind === 'class' ? methodNamed(python, origin.cls, name, depth + 1) : undefined;
    if (found) return found;
  }
  return undefined;
}
function resultOf(python: Python | undefined, fn: Fn, call: Call, depth: number): Origin {
  return calledResult(python, fn, call, resolve(python, fn, call.callee, depth + 1), depth);
}
function calledResult(python: Python | undefined, fn: Fn, call: Call, callee: Origin, depth: number): Origin {
  switch (callee.kind) {
    case 'choice':
      return choiceOf(callee.origins.map((origin) => calledResult(python, fn, call, origin, depth + 1)));
    case 'class':
      return { kind: 'instance', cls: callee.cls };
    case 'external':
      if (callee.path === 'functools.partial' && call.args[0]) {
        const target = resolve(python, fn, call.args[0].value, depth + 1);
        return target.kind === 'function' ? { ...target, partial: [...(target.partial ?? []), call] } : UNKNOWN;
      }
      return { kind: 'external-result', path: callee.path, call, fn };
    case 'function':
      return returnedBy(python, callee.fn, depth);
    default:
      return UNKNOWN;
  }
}
/** What a function returns, apart from `None`. */
function returnedBy(python: Python | undefined, fn: Fn, depth: number): Origin {
  if (depth > DEEPEST || fn.facts.generator) return UNKNOWN;
  const returned = fn.facts.exits.filter((exit) => exit.kind === 'return' && exit.value && !isNone(exit.value));
  if (returned.length > MOST_CHOICES) return UNKNOWN;
  const origins = returned.map((exit) => (exit.value ? resolve(python, fn, exit.value, depth + 3) : UNKNOWN));
  const [first] = origins;
  if (!first) return UNKNOWN;
  return origins.every((origin) => sameOrigin(origin, first)) ? first : choiceOf(origins);
}
function sameOrigin(a: Origin, b: Origin): boolean {
  if (a === b) return true;
  if (a.kind === 'instance' && b.kind === 'instance') return a.cls === b.cls;
  if (a.kind === 'class' && b.kind === 'class') return a.cls === b.cls;
  if (a.kind === 'function' && b.kind === 'function') return a.fn.facts === b.fn.facts;
  if (a.kind === 'external-result' && b.kind === 'external-result') return a.path === b.path;
  return false;
}

export function isStatic(facts: FunctionFacts): boolean {
  return hasDecorator(facts, 'staticmethod');
}

export function isClassMethod(facts: FunctionFacts): boolean {
  return hasDecorator(facts, 'classmethod') || facts.name === '__new__';
}
function isProperty(facts: FunctionFacts): boolean {
  return (
    hasDecorator(facts, 'property') ||
    hasDecorator(facts, 'cached_property') ||
    hasDecorator(facts, 'functools.cached_property')
  );
}
function hasDecorator(facts: FunctionFacts, name: string): boolean {
  return facts.decorators.some((decorator) => {
    if (decorator.kind === 'name') return decorator.id === name;
    return (
      decorator.kind === 'attribute' &&
      decorator.object.kind === 'name' &&
      `${decorator.object.id}.${decorator.name}` === name
    );
  });
}
export const UNKNOWN: Origin = { kind: 'unknown' };
/** Longest chain of names, calls and attributes that is followed. */

export const DEEPEST = 16;
/** An answer that was begun at most here had depth enough. */

export const SHALLOW = 4;

// The Python modules of one worker, joined: names resolved through imports, scopes, classes and instances. Where the text
// does not say what a name is, the answer is `unknown`.

import type { Source } from '../base/source';
import { type Place, type Span, shift } from '../base/span';
import { basename, dirname, isWithin, join, type Uri } from '../base/uri';
import type {
  AssignmentFact,
  CallFact,
  ClassFacts,
  FunctionFacts,
  ImportFact,
  OwnedCall,
  PythonFacts,
} from '../facts/python';
import { BUILTINS } from '../knowledge/python';
import type { Call, Expression } from '../syntax/python-tree';
import type { Files } from './files';

export interface Python {
  readonly root: Uri;
  /** Entry files first, then what they import, in the order in which it is met. */
  readonly modules: readonly Module[];
  readonly byUri: ReadonlyMap<Uri, Module>;
  /** Files that start the worker, or are named like it. */
  readonly entries: readonly Uri[];
  /** Modules that are no part of what runs and import an entry: tests, tools. */
  readonly observers: readonly Module[];
  /** The other modules in the folders of the entries that nothing was seen to import; without tests. */
  readonly siblings: readonly Module[];
  /** Answers that were already worked out for this version of the worker. */
  readonly memo: Memo;
  /** Uri of the module's file, where the worker has it, whether or not its text was read. */
  locate(from: Module, name: string, level: number): Uri | undefined;
}

/** One way from a body to a function of the worker. */
export interface Edge {
  readonly fn: Fn;
  readonly bound: boolean;
  readonly fact: CallFact;
  readonly threaded: boolean;
  /** The arguments as the callee gets them; undefined where they come through a runner. */
  readonly call: Call | undefined;
}

export interface Memo {
  readonly origins: Map<Expression, Origin>;
  readonly names: Map<FunctionFacts, Map<string, Origin>>;
  readonly edges: Map<FunctionFacts, readonly Edge[]>;
}

export interface Module {
  readonly uri: Uri;
  readonly facts: PythonFacts;
  /** Modules that it imports, as written, with the leading dots counted. */
  readonly imports: readonly ImportedModule[];
  /** Without syntax errors. */
  readonly whole: boolean;
  /** The module's own code, one part per top-level statement, in order. */
  readonly parts: readonly Fn[];
  /** Every function, method, lambda and class body. */
  readonly functions: readonly Fn[];
  readonly classes: readonly Class[];
  readonly scope: ReadonlyMap<string, readonly Binding[]>;
  /** Other names under which members of modules were imported: `go` of `from m import start as go`, by `start`. */
  readonly aliases: ReadonlyMap<string, readonly string[]>;
  /** Every call by the last name of what is called; worked out when first asked for. */
  calls(): ReadonlyMap<string, readonly OwnedCall[]>;
  /** Functions and classes of this version by their facts. */
  fn(facts: FunctionFacts): Fn;
  classOf(facts: ClassFacts): Class;
}

/** A function in this version of its file: facts with relative offsets, and where they count from. */
export interface Fn {
  readonly module: Module;
  readonly base: number;
  readonly facts: FunctionFacts;
}

export interface Class {
  readonly module: Module;
  readonly base: number;
  readonly facts: ClassFacts;
}

export type Binding =
  | { readonly kind: 'import'; readonly fact: ImportFact; readonly name: string; readonly member: string | undefined }
  | { readonly kind: 'function'; readonly fn: Fn }
  | { readonly kind: 'class'; readonly cls: Class }
  | { readonly kind: 'value'; readonly assignment: AssignmentFact; readonly fn: Fn };

/** What an expression stands for. */
export type Origin =
  /** Something outside the worker, by its dotted path: `torch.load`. An attribute of an instance has its class's path. */
  | { readonly kind: 'external'; readonly path: string }
  /** What calling `path` gives. */
  | { readonly kind: 'external-result'; readonly path: string; readonly call: Call; readonly fn: Fn }
  | { readonly kind: 'module'; readonly module: Module }
  /**
   * A function of the worker; `bound`: its first parameter is already taken by an instance or a class; `partial`: the
   * calls of `functools.partial` that give it some arguments.
   */
  | { readonly kind: 'function'; readonly fn: Fn; readonly bound: boolean; readonly partial?: readonly Call[] }
  | { readonly kind: 'class'; readonly cls: Class }
  | { readonly kind: 'instance'; readonly cls: Class }
  | { readonly kind: 'parameter'; readonly fn: Fn; readonly name: string }
  /** A literal, an operation…: what stands there, and the function it stands in. */
  | { readonly kind: 'expression'; readonly expression: Expression; readonly fn: Fn }
  | { readonly kind: 'builtin'; readonly name: string }
  /** One of several; there may be more that the text does not tell. */
  | { readonly kind: 'choice'; readonly origins: readonly Origin[] }
  | { readonly kind: 'unknown' };

const UNKNOWN: Origin = { kind: 'unknown' };

/** Longest chain of names, calls and attributes that is followed. */
const DEEPEST = 16;

/** An answer that was begun at most here had depth enough. */
const SHALLOW = 4;

/** Absolute place of a node or a span of `fn`'s statement. */
export function placeIn(fn: { readonly module: Module; readonly base: number }, node: Span): Place {
  return { uri: fn.module.uri, span: shift({ start: node.start, end: node.end }, fn.base) };
}

/** The file of `fn` and where its statement starts, as edits take them. */
export function statementsOf(fn: { readonly module: Module; readonly base: number }): {
  readonly source: Source;
  readonly base: number;
} {
  return { source: fn.module.facts.source, base: fn.base };
}

/** What is written at a node of `fn`'s statement. */
export function textIn(fn: { readonly module: Module; readonly base: number }, node: Span): string {
  return fn.module.facts.source.text.slice(fn.base + node.start, fn.base + node.end);
}

/** Places of the texts that a module, its classes and its functions begin with. */
export function docstringsOf({ facts, functions, classes }: Module): readonly Span[] {
  const first = facts.statements[0];
  const bodies = [
    ...(first ? [{ base: first.base, body: [first.facts.statement] }] : []),
    ...functions.flatMap(({ base, facts: { definition } }) =>
      definition?.kind === 'function' ? [{ base, body: definition.body }] : [],
    ),
    ...classes.map(({ base, facts: { definition } }) => ({ base, body: definition.body })),
  ];
  return bodies.flatMap(({ base, body: [statement] }) =>
    statement?.kind === 'expression' && statement.value.kind === 'string' ? [shift(statement, base)] : [],
  );
}

export function joinPython(
  root: Uri,
  files: Files,
  modules: readonly Module[],
  entries: readonly Uri[],
  observers: readonly Module[],
  siblings: readonly Module[],
): Python {
  const roots = searchRoots(root, entries, modules);
  return {
    root,
    modules,
    entries,
    observers,
    siblings,
    byUri: new Map(modules.map((module) => [module.uri, module])),
    memo: { origins: new Map(), names: new Map(), edges: new Map() },
    locate: remembered((from: Module, name: string, level: number) =>
      locateModule(files, roots, from.uri, name, level),
    ),
  };
}

type Locate = Python['locate'];

function remembered(locate: Locate): Locate {
  const known = new Map<string, Uri | undefined>();
  return (from, name, level) => {
    const key = `${level}:${name}:${from.uri}`;
    if (!known.has(key)) known.set(key, locate(from, name, level));
    return known.get(key);
  };
}

export function makeModule(uri: Uri, facts: PythonFacts): Module {
  const scope = new Map<string, Binding[]>();
  const byFacts = new Map<FunctionFacts, Fn>();
  const byClass = new Map<ClassFacts, Class>();
  const parts: Fn[] = [];
  const functions: Fn[] = [];
  const classes: Class[] = [];
  const module: Module = {
    uri,
    facts,
    imports: importedModules(facts),
    whole: facts.errors.length === 0,
    parts,
    functions,
    classes,
    scope,
    aliases: aliasesIn(facts),
    calls: onDemand(() => indexCalls(facts)),
    fn: (wanted) => must(byFacts.get(wanted)),
    classOf: (wanted) => must(byClass.get(wanted)),
  };
  const bind = (name: string, binding: Binding): void => {
    const bound = scope.get(name);
    if (bound) bound.push(binding);
    else scope.set(name, [binding]);
  };
  const add = (functionFacts: FunctionFacts, base: number): Fn => {
    const fn: Fn = { module, base, facts: functionFacts };
    byFacts.set(functionFacts, fn);
    return fn;
  };
  for (const { base, facts: statement } of facts.statements) {
    const part = add(statement.module, base);
    parts.push(part);
    for (const functionFacts of statement.functions) functions.push(add(functionFacts, base));
    for (const classFacts of statement.classes) {
      add(classFacts.body, base);
      const cls: Class = { module, base, facts: classFacts };
      byClass.set(classFacts, cls);
      classes.push(cls);
    }
    for (const inner of statement.module.inner)
      if (inner.name) bind(inner.name, { kind: 'function', fn: module.fn(inner) });
    for (const inner of statement.module.innerClasses) {
      bind(inner.definition.name, { kind: 'class', cls: module.classOf(inner) });
    }
    bindImports(statement.module, bind);
    bindAssignments(statement.module, part, bind);
    for (const functionFacts of statement.functions) {
      if (functionFacts.globals.size === 0) continue;
      const fn = module.fn(functionFacts);
      for (const assignment of functionFacts.assignments) {
        const { target } = assignment;
        if (target.kind === 'name' && functionFacts.globals.has(target.id))
          bind(target.id, { kind: 'value', assignment, fn });
      }
      for (const fact of functionFacts.imports) {
        for (const binding of importBindings(fact))
          if (functionFacts.globals.has(binding.local)) bind(binding.local, binding.binding);
      }
    }
  }
  return module;
}

function onDemand<T>(compute: () => T): () => T {
  let known: { readonly value: T } | undefined;
  return () => {
    known ??= { value: compute() };
    return known.value;
  };
}

function aliasesIn({ statements }: PythonFacts): ReadonlyMap<string, readonly string[]> {
  const aliases = new Map<string, string[]>();
  for (const { facts } of statements) {
    for (const body of [facts.module, ...facts.functions]) {
      for (const { statement } of body.imports) {
        if (statement.module === undefined) continue;
        for (const { name, alias } of statement.names) {
          if (alias === undefined || alias === name) continue;
          const known = aliases.get(name);
          if (known) known.push(alias);
          else aliases.set(name, [alias]);
        }
      }
    }
  }
  return aliases;
}

function indexCalls({ statements }: PythonFacts): ReadonlyMap<string, readonly OwnedCall[]> {
  const index = new Map<string, OwnedCall[]>();
  for (const { facts } of statements) {
    for (const [name, calls] of facts.callsByName) {
      let placed = index.get(name);
      if (!placed) {
        placed = [];
        index.set(name, placed);
      }
      placed.push(...calls);
    }
  }
  return index;
}

function must<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('facts of another version of the file');
  return value;
}

function bindImports(facts: FunctionFacts, bind: (name: string, binding: Binding) => void): void {
  for (const fact of facts.imports) for (const { local, binding } of importBindings(fact)) bind(local, binding);
}

function importBindings(fact: ImportFact): readonly { readonly local: string; readonly binding: Binding }[] {
  const { module, names } = fact.statement;
  return names.map(({ name, alias }) => {
    if (module !== undefined)
      return { local: alias ?? name, binding: { kind: 'import', fact, name: module, member: name } };
    const bound = alias === undefined ? (name.split('.')[0] ?? name) : name;
    return { local: alias ?? bound, binding: { kind: 'import', fact, name: bound, member: undefined } };
  });
}

function bindAssignments(facts: FunctionFacts, fn: Fn, bind: (name: string, binding: Binding) => void): void {
  for (const assignment of facts.assignments) {
    const { target } = assignment;
    if (target.kind === 'name') bind(target.id, { kind: 'value', assignment, fn });
  }
}

const PATH_EDITS: ReadonlySet<string> = new Set(['append', 'insert']);

/** Folders in which an absolute import is looked up: those of the entry files, the root, and literal additions to `sys.path`. */
export function searchRoots(root: Uri, entries: readonly Uri[], modules: readonly Module[]): readonly Uri[] {
  const roots = new Set<Uri>();
  for (const entry of entries) roots.add(dirname(entry));
  roots.add(root);
  const editing = modules.filter((module) => module.facts.source.text.includes('sys.path'));
  for (const { fn, fact } of callsNamed(editing, PATH_EDITS)) {
    const origin = resolve(undefined, fn, fact.call.callee);
    if (origin.kind !== 'external' || !origin.path.startsWith('sys.path.')) continue;
    const added = fact.call.args.at(-1)?.value;
    if (added?.kind === 'string' && added.value !== undefined && !added.value.startsWith('/')) {
      const folder = join(dirname(fn.module.uri), added.value);
      if (isWithin(root, folder)) roots.add(folder);
    }
  }
  return [...roots];
}

export function locateModule(
  files: Files,
  roots: readonly Uri[],
  from: Uri,
  name: string,
  level: number,
): Uri | undefined {
  const path = name.replaceAll('.', '/');
  if (level > 0) {
    let folder = dirname(from);
    for (let up = 1; up < level; up++) folder = dirname(folder);
    return moduleFile(files, path === '' ? folder : `${folder}/${path}`);
  }
  if (path === '') return undefined;
  for (const folder of new Set([...roots, dirname(from)])) {
    const found = moduleFile(files, `${folder}/${path}`);
    if (found) return found;
  }
  return undefined;
}

function moduleFile(files: Files, stem: string): Uri | undefined {
  return [`${stem}.py`, `${stem}/__init__.py`].find((uri) => files.has(uri));
}

export interface ImportedModule {
  readonly name: string;
  readonly level: number;
}

function importedModules(facts: PythonFacts): readonly ImportedModule[] {
  const result: ImportedModule[] = [];
  const take = (fact: ImportFact): void => {
    const { module, level, names } = fact.statement;
    if (module === undefined) {
      for (const { name } of names) result.push({ name, level: 0 });
    } else {
      if (module !== '' || level > 0) result.push({ name: module, level });
      for (const { name } of names)
        if (name !== '*') result.push({ name: module === '' ? name : `${module}.${name}`, level });
    }
  };
  for (const { facts: statement } of facts.statements) {
    for (const body of [statement.module, ...statement.functions, ...statement.classes.map((cls) => cls.body)])
      body.imports.forEach(take);
  }
  return result;
}

/**
 * Calls of things that end in one of the names, with the code they stand in: a first, cheap look before `resolve`. A name
 * under which one of them was imported counts too.
 */
export function* callsNamed(
  modules: readonly Module[],
  names: ReadonlySet<string>,
): Iterable<{ readonly fn: Fn; readonly fact: CallFact }> {
  for (const module of modules) {
    for (const name of names) {
      for (const written of [name, ...(module.aliases.get(name) ?? [])]) {
        for (const { owner, fact } of module.calls().get(written) ?? []) {
          yield { fn: module.fn(owner), fact };
        }
      }
    }
  }
}

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

// One Python file as a module: its functions, classes and scope, made from the facts of its statements.

import type { Uri } from '../../base/uri';
import type { ClassFacts, FunctionFacts, ImportFact, OwnedCall, PythonFacts } from '../../facts/python';
import type { Binding, Class, Fn, ImportedModule, Module } from './python';

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

export function importBindings(fact: ImportFact): readonly { readonly local: string; readonly binding: Binding }[] {
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
export function importedModules(facts: PythonFacts): readonly ImportedModule[] {
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

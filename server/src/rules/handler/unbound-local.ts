// Names that an import or assignment further down makes local to the function, read before it has run. The same name at
// module level does not help: inside the function it is another one.

import type { Fix } from '../../base/edit';
import { say } from '../../base/message';
import type { Span } from '../../base/span';
import { addStatementBefore } from '../../edits/python';
import type { FunctionFacts, ImportFact, ReadFact, Where } from '../../facts/python';
import { type Fn, placeIn, statementsOf, textIn } from '../../model/python/python';
import type { Expression } from '../../syntax/python-tree';
import { type Finding, rule } from '../rule';

export const unboundLocal = rule({
  meta: {
    id: 'unbound-local',
    area: 'handler',
    severity: 'error',
    since: '0.1.0',
    summary: 'A local name is read before anything has been assigned to it.',
    why: 'The line raises an UnboundLocalError whenever it runs: the job fails, or an except branch hides that the code never works.',
    good: 'Every local name has a value before it is read.',
    sources: [
      'https://docs.python.org/3/faq/programming.html#why-am-i-getting-an-unboundlocalerror-when-the-variable-has-a-value',
    ],
  },
  reads: ['python'],
  *check({ python }) {
    for (const module of python.modules) {
      if (!module.whole) continue;
      for (const fn of module.functions) yield* unboundIn(fn);
    }
  },
});

/** What first makes a name local. */
interface Binding {
  /** From here on the name has a value. */
  readonly bound: number;
  readonly node: Span;
  readonly where: Where | undefined;
  readonly imported?: ImportFact;
}

function* unboundIn(fn: Fn): Iterable<Finding> {
  for (const { read, binding } of suspectsOf(fn.facts)) {
    const { id } = read;
    const fix = binding.imported && importedFirst(fn, binding);
    yield {
      ...placeIn(fn, read),
      message: binding.imported
        ? say`The import of ${id} further down makes ${id} local to ${fn.facts.name}: here it has no value yet.`
        : say`The assignment makes ${id} local to ${fn.facts.name}: here it has no value yet.`,
      related: [{ ...placeIn(fn, binding.node), message: say`${id} becomes local here.` }],
      ...(fix && { fixes: [fix] }),
    };
  }
}

interface Suspect {
  readonly read: ReadFact;
  readonly binding: Binding;
}

/** They depend on nothing but the function itself, whose facts stay the same object while its statement is not edited. */
const suspectsByFacts = new WeakMap<FunctionFacts, readonly Suspect[]>();

function suspectsOf(facts: FunctionFacts): readonly Suspect[] {
  const known = suspectsByFacts.get(facts);
  if (known) return known;
  const suspects = findSuspects(facts);
  suspectsByFacts.set(facts, suspects);
  return suspects;
}

/** The first reading of each name that comes too early. */
function findSuspects(facts: FunctionFacts): readonly Suspect[] {
  if (facts.kind !== 'function' || facts.reads.some(({ id }) => LOOKS_AT_LOCALS.has(id))) return [];
  const bindings = bindingsOf(facts);
  const suspects = new Map<string, Suspect>();
  for (const read of facts.reads) {
    const { id, where } = read;
    const binding = bindings.get(id);
    if (!binding || binding.bound <= read.start || suspects.has(id)) continue;
    if (mayRunBefore(where, binding) || isOfComprehension(where, id) || isAskedFor(binding.where)) continue;
    suspects.set(id, { read, binding });
  }
  return [...suspects.values()];
}

/** With these, code can find out whether a name has a value. */
const LOOKS_AT_LOCALS: ReadonlySet<string> = new Set(['locals', 'vars', 'dir']);

function bindingsOf(facts: FunctionFacts): ReadonlyMap<string, Binding> {
  const bindings = new Map<string, Binding>();
  const bind = (name: string, binding: Binding): void => {
    const earlier = bindings.get(name);
    if (!earlier || binding.bound < earlier.bound) bindings.set(name, binding);
  };
  for (const { target, kind, where, statement } of facts.assignments) {
    if (target.kind !== 'name' || kind === 'delete') continue;
    // The value of `x = …` is read first; of a loop, a `with` or a walrus, the target counts as soon as it is met.
    const bound = target.start === statement.start ? statement.end : target.start;
    bind(target.id, { bound, node: target, where });
  }
  for (const imported of facts.imports) {
    const { statement, where } = imported;
    for (const { name, alias, ...span } of statement.names) {
      const local = alias ?? (statement.module === undefined ? (name.split('.')[0] ?? name) : name);
      bind(local, { bound: statement.end, node: span, where, imported });
    }
  }
  for (const { name, definition } of facts.inner) {
    if (name && definition) bind(name, { bound: definition.start, node: definition, where: undefined });
  }
  for (const { definition } of facts.innerClasses)
    bind(definition.name, { bound: definition.start, node: definition, where: undefined });
  for (const name of [...facts.globals, ...facts.nonlocals, ...facts.parameters.map((parameter) => parameter.name)])
    bindings.delete(name);
  return bindings;
}

/** In a loop around both, an earlier round may have run the binding. */
function mayRunBefore(where: Where | undefined, { node }: Binding): boolean {
  for (let here = where; here; here = here.outer) {
    if (here.kind === 'loop' && here.statement.start <= node.start && node.end <= here.statement.end) return true;
  }
  return false;
}

/** The name of a comprehension's own, or of an `except` around it. */
function isOfComprehension(where: Where | undefined, name: string): boolean {
  for (let here = where; here; here = here.outer) {
    if (here.kind === 'loop' && here.target && namesIn(here.target).includes(name)) return true;
    if (here.kind === 'except' && here.name === name) return true;
    if (here.kind === 'case') return true;
  }
  return false;
}

function namesIn(target: Expression): readonly string[] {
  if (target.kind === 'name') return [target.id];
  if (target.kind === 'tuple' || target.kind === 'list') return target.items.flatMap(namesIn);
  return target.kind === 'starred' ? namesIn(target.value) : [];
}

/** `try: x except NameError: x = 1` */
function isAskedFor(where: Where | undefined): boolean {
  for (let here = where; here; here = here.outer) {
    if (here.kind !== 'except') continue;
    const type = here.type;
    if (type?.kind === 'name' && (type.id === 'NameError' || type.id === 'UnboundLocalError')) return true;
  }
  return false;
}

/** The import once more, at the top of the function. Under a `try`, it may be one that is allowed to fail. */
function importedFirst(fn: Fn, { imported, where }: Binding): Fix | undefined {
  const { definition } = fn.facts;
  if (!imported || definition?.kind !== 'function') return undefined;
  const [first, second] = definition.body;
  const isDocstring = first?.kind === 'expression' && first.value.kind === 'string';
  const statement = isDocstring ? second : first;
  const code = textIn(fn, imported.statement);
  if (!statement || code.includes('\n')) return undefined;
  const at = statementsOf(fn);
  return {
    title: say`Import it at the top of ${fn.facts.name}`,
    safe: where === undefined,
    edits: addStatementBefore(at, statement, code),
  };
}

// What happens, in which order, when a worker's entry file is executed: imports of packages, variables that are set, calls
// that start CUDA. Only what stands at module level, there and in the local modules that it imports.

import type { Uri } from '../../base/uri';
import type { AssignmentFact, CallFact, ImportFact, Where } from '../../facts/python';
import { STARTS_CUDA } from '../../knowledge/caches';
import type { Expression, StringLiteral } from '../../syntax/python-tree';
import type { Fn, Module, Python } from './python';
import { resolve } from './resolve';
import { isMainGuarded } from './starts';

export type Event =
  | {
      readonly kind: 'import';
      readonly fn: Fn;
      readonly fact: ImportFact;
      readonly package: string;
      readonly member: boolean;
    }
  | { readonly kind: 'cuda'; readonly fn: Fn; readonly fact: CallFact; readonly path: string }
  | {
      readonly kind: 'variable';
      readonly fn: Fn;
      readonly name: string;
      readonly key: StringLiteral;
      /** The whole statement `os.environ[…] = …`; undefined for another way of setting it. */
      readonly assignment: AssignmentFact | undefined;
      readonly where: Where | undefined;
    };

/** The events of one entry file, in order. What stands under a condition is left out, unless it sets a variable. */
export function eventsOf(python: Python, entry: Uri): readonly Event[] {
  const events: Event[] = [];
  const done = new Set<Uri>();
  const run = (module: Module, isEntry: boolean): void => {
    if (done.has(module.uri)) return;
    done.add(module.uri);
    for (const fn of module.parts) {
      for (const step of stepsOf(python, fn, isEntry)) {
        if (step.event) events.push(step.event);
        else
          for (const uri of step.modules) {
            const imported = python.byUri.get(uri);
            if (imported) run(imported, false);
          }
      }
    }
  };
  const module = python.byUri.get(entry);
  if (module) run(module, true);
  return events;
}

interface Step {
  readonly start: number;
  readonly event: Event | undefined;
  readonly modules: readonly Uri[];
}

function stepsOf(python: Python, fn: Fn, isEntry: boolean): readonly Step[] {
  const { facts, module } = fn;
  const steps: Step[] = [];
  const add = (start: number, event: Event): void => {
    steps.push({ start, event, modules: [] });
  };
  for (const fact of facts.imports) {
    if (isConditional(fact.where, isEntry)) continue;
    const { module: from, level, names } = fact.statement;
    for (const { name } of names) {
      const local = [
        python.locate(module, from ?? name, level),
        ...(from === undefined ? [] : [python.locate(module, from === '' ? name : `${from}.${name}`, level)]),
      ].flatMap((uri) => uri ?? []);
      if (local.length > 0) steps.push({ start: fact.statement.start, event: undefined, modules: local });
      else if (level === 0)
        add(fact.statement.start, {
          kind: 'import',
          fn,
          fact,
          package: (from ?? name).split('.')[0] ?? '',
          member: from !== undefined || name.includes('.'),
        });
    }
  }
  for (const fact of facts.calls) {
    const { callee, args } = fact.call;
    if (callee.kind !== 'attribute') continue;
    const origin = resolve(python, fn, callee);
    if (origin.kind !== 'external') continue;
    if (STARTS_CUDA.has(origin.path)) {
      if (!isConditional(fact.where, isEntry)) add(fact.call.start, { kind: 'cuda', fn, fact, path: origin.path });
    } else if (origin.path === 'os.environ.setdefault' || origin.path === 'os.putenv') {
      addVariable(args[0]?.value, undefined, fact.where);
    } else if (origin.path === 'os.environ.update' && args[0]?.value.kind === 'dict') {
      for (const { key } of args[0].value.entries) addVariable(key, undefined, fact.where);
    }
  }
  for (const assignment of facts.assignments) {
    const { target, where } = assignment;
    if (target.kind !== 'subscript' || assignment.kind === 'delete') continue;
    const object = resolve(python, fn, target.object);
    if (object.kind === 'external' && object.path === 'os.environ') addVariable(target.index, assignment, where);
  }
  return steps.sort((a, b) => a.start - b.start);

  function addVariable(
    key: Expression | undefined,
    assignment: AssignmentFact | undefined,
    where: Where | undefined,
  ): void {
    if (key?.kind !== 'string' || key.value === undefined) return;
    add(key.start, { kind: 'variable', fn, name: key.value, key, assignment, where });
  }
}

/** Under a condition that need not hold when the worker starts. A `try` is none. */
function isConditional(where: Where | undefined, isEntry: boolean): boolean {
  if (isMainGuarded(where)) return !isEntry;
  for (let here = where; here; here = here.outer) if (here.kind !== 'try' && here.kind !== 'with') return true;
  return false;
}

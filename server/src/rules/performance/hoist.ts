// The fix that moves `x = load(…)` out of a function to the module's top level, where it runs once. Offered only when the
// value depends on nothing of the function, the name is free outside, and nothing else is lost.

import type { Edit, Fix } from '../../base/edit';
import { say } from '../../base/message';
import { partsOf } from '../../model/python/expressions';
import type { Fn, Module } from '../../model/python/python';
import type { SetupCall } from '../../model/python/setup';
import type { Expression } from '../../syntax/python-tree';

/** One fix that hoists all of the loads, or none. */
export function hoistFix(calls: readonly SetupCall[]): Fix | undefined {
  const [first] = calls;
  if (!first) return undefined;
  const moves = calls.map(moveOf);
  if (moves.some((move) => move === undefined)) return undefined;
  const { fn } = first.reached;
  const edits = moves.flatMap((move) => move ?? []);
  return { title: say`Move ${namesOf(calls)} to module level, before ${fn.facts.name}`, safe: false, edits };
}

function namesOf(calls: readonly SetupCall[]): string {
  return calls.map((call) => assignedName(call) ?? '').join(', ');
}

function assignedName({ fact }: SetupCall): string | undefined {
  const { statement } = fact;
  if (statement.kind !== 'assign' || statement.targets.length !== 1) return undefined;
  const [target] = statement.targets;
  return target?.kind === 'name' ? target.id : undefined;
}

/** Removes the statement's lines and writes them before the function's own top-level statement. */
function moveOf(call: SetupCall): readonly Edit[] | undefined {
  const { reached, fact } = call;
  const { fn } = reached;
  const { statement } = fact;
  const name = assignedName(call);
  if (name === undefined || fact.where !== undefined || statement.kind !== 'assign' || statement.value !== fact.call)
    return undefined;
  const { definition } = fn.facts;
  if (definition?.kind !== 'function' || fn.facts.outer?.kind !== 'module' || definition.body.length < 2)
    return undefined;
  if (!definition.body.includes(statement)) return undefined;
  if (!isFree(fn, name) || !standsAlone(fn, fact.call)) return undefined;

  const { text } = fn.module.facts.source;
  const start = fn.base + statement.start;
  const end = fn.base + statement.end;
  const lineStart = text.lastIndexOf('\n', start - 1) + 1;
  const newline = text.indexOf('\n', end);
  const lineEnd = newline < 0 ? text.length : newline + 1;
  const indent = text.slice(lineStart, start);
  // Another statement on the same line, or a string over several lines, would not survive being moved as lines.
  if (indent.trim() !== '' || /;/.test(text.slice(end, lineEnd))) return undefined;
  const moved = text
    .slice(lineStart, lineEnd)
    .split('\n')
    .map((line) => (line.startsWith(indent) ? line.slice(indent.length) : line))
    .join('\n');
  if (/("""|''')/.test(moved)) return undefined;
  const { uri } = fn.module;
  const eol = text.includes('\r\n') ? '\r\n' : '\n';
  const before = moved.endsWith('\n') ? moved : moved + eol;
  return [
    { uri, span: { start: fn.base, end: fn.base }, text: `${before}${eol}${eol}` },
    { uri, span: { start: lineStart, end: lineEnd }, text: '' },
  ];
}

/** Whether the name is assigned once in the function, and means nothing outside. */
function isFree(fn: Fn, name: string): boolean {
  const { facts, module } = fn;
  const assigned = facts.assignments.filter(({ target }) => target.kind === 'name' && target.id === name);
  const { scope } = module;
  return assigned.length === 1 && !scope.has(name) && !facts.parameters.some((parameter) => parameter.name === name);
}

/** Whether all that the call reads is bound by the module before the function. */
function standsAlone(fn: Fn, expression: Expression): boolean {
  if (expression.kind === 'name') return isBoundBefore(fn, expression.id);
  if (
    expression.kind === 'await' ||
    expression.kind === 'yield' ||
    expression.kind === 'lambda' ||
    expression.kind === 'comprehension'
  )
    return false;
  return partsOf(expression).every((part) => standsAlone(fn, part));
}

function isBoundBefore(fn: Fn, name: string): boolean {
  const { facts, module, base } = fn;
  const isLocal =
    facts.assignments.some(({ target }) => target.kind === 'name' && target.id === name) ||
    facts.parameters.some((parameter) => parameter.name === name) ||
    (facts.imports.length > 0 &&
      facts.imports.some(({ statement }) =>
        statement.names.some(({ name: imported, alias }) => (alias ?? imported.split('.')[0]) === name),
      ));
  if (isLocal) return false;
  const bindings = module.scope.get(name);
  if (!bindings) return BUILTIN_VALUES.has(name);
  return bindings.some((binding) => positionOf(module, binding) < base);
}

const BUILTIN_VALUES = new Set(['str', 'int', 'float', 'bool', 'dict', 'list', 'tuple', 'len']);

function positionOf(
  module: Module,
  binding: Module['scope'] extends ReadonlyMap<string, readonly (infer B)[]> ? B : never,
): number {
  switch (binding.kind) {
    case 'function':
      return binding.fn.base;
    case 'class':
      return binding.cls.base;
    case 'value':
      return binding.fn.facts.kind === 'module' ? binding.fn.base : Number.POSITIVE_INFINITY;
    case 'import': {
      const part = module.parts.find(({ facts }) => facts.imports.includes(binding.fact));
      return part?.base ?? Number.POSITIVE_INFINITY;
    }
  }
}

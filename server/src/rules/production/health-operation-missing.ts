// Handlers that do one of several things by name, and none by which one could ask whether the worker is well.

import { say } from '../../base/message';
import type { FunctionFacts, Where } from '../../facts/python';
import { HEALTH_TEXT, OPERATION_KEYS, OPERATION_REFERENCE } from '../../knowledge/operations';
import { jobTrace } from '../../model/job';
import type { Handlers } from '../../model/python/handler';
import { placeIn } from '../../model/python/python';
import type { Reached } from '../../model/python/reach';
import { resolve } from '../../model/python/resolve';
import type { Expression } from '../../syntax/python-tree';
import { type Finding, rule } from '../rule';

export const healthOperationMissing = rule({
  meta: {
    id: 'health-operation-missing',
    area: 'production',
    severity: 'hint',
    profile: 'strict',
    since: '0.1.0',
    summary: 'The handler does one of several operations by name, and none of them tells whether the worker is well.',
    why: 'Whether model and GPU of a fresh worker really work can only be seen from a real, paid job.',
    good: 'A job can ask whether the worker is well, where jobs name an operation.',
    sources: [OPERATION_REFERENCE],
  },
  reads: ['handlers!'],
  *check({ handlers }) {
    for (const reached of handlers.reached) {
      // A helper may only see a part of what the handler can do.
      if (reached.steps.length > 0) continue;
      const found = dispatchIn(handlers, reached);
      if (found && !isAskedElsewhere(handlers)) yield found;
    }
  },
});

/** Whether any text of the worker names such a question. */
function isAskedElsewhere({ python }: Handlers): boolean {
  return python.modules.some(({ facts }) => HEALTH_TEXT.test(facts.source.text));
}

const FEWEST_OPERATIONS = 2;

function dispatchIn(handlers: Handlers, reached: Reached): Finding | undefined {
  const { fn } = reached;
  const byKey = new Map<string, { readonly first: Expression; readonly names: Set<string> }>();
  const add = (key: string, first: Expression, names: readonly string[]): void => {
    const known = byKey.get(key) ?? { first, names: new Set<string>() };
    byKey.set(key, known);
    for (const name of names) known.names.add(name);
  };
  for (const test of testsOf(fn.facts)) {
    const [left, right] = test.kind === 'comparison' && test.operands.length === 2 ? test.operands : [];
    if (!left || !right) continue;
    const key = operationKey(handlers, reached, left);
    if (key !== undefined) add(key, left, literals(right));
  }
  for (const { call } of fn.facts.calls) {
    // `OPERATIONS.get(action)`, `OPERATIONS[action](values)`
    const { callee } = call;
    const looked =
      callee.kind === 'subscript' ? callee : callee.kind === 'attribute' && callee.name === 'get' ? callee : undefined;
    const by = callee.kind === 'subscript' ? callee.index : call.args[0]?.value;
    const key = looked && by && operationKey(handlers, reached, by);
    const table = looked && resolve(handlers.python, fn, looked.object);
    if (key === undefined || !by || table?.kind !== 'expression' || table.expression.kind !== 'dict') continue;
    add(
      key,
      by,
      table.expression.entries.flatMap((entry) => (entry.key ? literals(entry.key) : [])),
    );
  }
  for (const [key, { first, names }] of byKey) {
    if (names.size < FEWEST_OPERATIONS) continue;
    const message = say`Of the operations that "${key}" names, ${[...names].join(', ')}, none answers whether the worker is well.`;
    return { ...placeIn(fn, first), message };
  }
  return undefined;
}

/** The key under which the name of the operation stands in the input. */
function operationKey(handlers: Handlers, reached: Reached, expression: Expression): string | undefined {
  if (jobTrace(handlers).holds(reached, expression) !== 'part') return undefined;
  const key = keyRead(reached, expression, 0);
  return key !== undefined && OPERATION_KEYS.has(key) ? key : undefined;
}

function keyRead(reached: Reached, expression: Expression, depth: number): string | undefined {
  if (depth > 6) return undefined;
  switch (expression.kind) {
    case 'name': {
      const assigned = reached.fn.facts.assigned.get(expression.id) ?? [];
      const [only] = assigned;
      return assigned.length === 1 && only?.value ? keyRead(reached, only.value, depth + 1) : undefined;
    }
    case 'subscript':
      return expression.index.kind === 'string' ? expression.index.value : undefined;
    case 'call': {
      const { callee, args } = expression;
      if (callee.kind !== 'attribute') return undefined;
      const [first] = args;
      if (callee.name !== 'get' && callee.name !== 'pop') return keyRead(reached, callee.object, depth + 1);
      return first?.value.kind === 'string' ? first.value.value : undefined;
    }
    case 'operation':
      return expression.operands[0] && keyRead(reached, expression.operands[0], depth + 1);
    default:
      return undefined;
  }
}

function literals(expression: Expression): readonly string[] {
  if (expression.kind === 'string') return expression.value === undefined ? [] : [expression.value];
  return expression.kind === 'tuple' || expression.kind === 'list' || expression.kind === 'set'
    ? expression.items.flatMap(literals)
    : [];
}

/** Every comparison that something in the function stands under, in the order of the text. */
function testsOf({ calls, exits, assignments }: FunctionFacts): readonly Expression[] {
  const tests = new Set<Expression>();
  const add = (where: Where | undefined): void => {
    for (let here = where; here; here = here.outer) {
      if (here.kind !== 'branch') continue;
      for (const part of here.test.kind === 'operation' ? here.test.operands : [here.test]) tests.add(part);
    }
  };
  for (const { where } of [...calls, ...exits, ...assignments]) add(where);
  return [...tests].sort((a, b) => a.start - b.start);
}

// Handlers that do nothing with what was sent. As soon as the job goes where it cannot be followed, nothing is said.

import { say } from '../../base/message';
import type { FunctionFacts } from '../../facts/python';
import { READS_NO_INPUT } from '../../knowledge/job';
import { HANDLER_GUIDE } from '../../knowledge/sdk';
import { jobTrace } from '../../model/job';
import { edgesAt } from '../../model/python/call-graph';
import type { Handlers } from '../../model/python/handler';
import { type Fn, placeIn } from '../../model/python/python';
import { resolve } from '../../model/python/resolve';
import type { Call, Expression } from '../../syntax/python-tree';
import { rule } from '../rule';
import { titleOf } from '../steps';

export const inputNotRead = rule({
  meta: {
    id: 'input-not-read',
    area: 'handler',
    severity: 'info',
    since: '0.1.0',
    summary: 'The handler never looks at the input of the job.',
    why: 'Whatever is sent, the answer is the same; and RunPod takes no job without an input.',
    good: 'The handler reads the input of the job.',
    shownBy: 'input',
    sources: [HANDLER_GUIDE],
  },
  reads: ['handlers!'],
  *check({ handlers }) {
    const trace = jobTrace(handlers);
    for (const { fn } of handlers.functions) {
      const parameter = trace.jobParameter(fn);
      if (parameter?.kind !== 'plain' || mayRead(handlers, fn, parameter.name, 0)) continue;
      const name = { start: parameter.start, end: parameter.start + parameter.name.length };
      yield { ...placeIn(fn, name), message: say`${titleOf(fn)} never reads ${parameter.name}["input"].` };
    }
  },
});

const DEEPEST = 8;

/** Whether a function may come to the input through the name that holds the job. */
function mayRead(handlers: Handlers, fn: Fn, name: string, depth: number): boolean {
  const { facts } = fn;
  if (depth > DEEPEST || facts.assigned.has(name) || facts.inner.some((inner) => names(inner, name))) return true;
  const harmless = new Set<number>();
  for (const { item } of facts.items) {
    if (isNamed(item.object, name) && isOtherKey(item.index)) harmless.add(item.object.start);
  }
  for (const { call } of facts.calls) {
    const { callee, args } = call;
    if (
      callee.kind === 'attribute' &&
      callee.name === 'get' &&
      isNamed(callee.object, name) &&
      args[0] &&
      isOtherKey(args[0].value)
    )
      harmless.add(callee.object.start);
    for (const { value } of args) {
      if (isNamed(value, name) && !mayReadIn(handlers, fn, call, value, depth)) harmless.add(value.start);
    }
  }
  return facts.reads.some((read) => read.id === name && !harmless.has(read.start));
}

/** Whether what is called with the job may read its input. */
function mayReadIn(handlers: Handlers, fn: Fn, call: Call, given: Expression, depth: number): boolean {
  const { python } = handlers;
  const origin = resolve(python, fn, call.callee);
  if (origin.kind === 'external') return !READS_NO_INPUT.has(origin.path);
  const edges = edgesAt(python, fn, call);
  const [edge] = edges;
  if (!edge || edges.length > 1 || origin.kind !== 'function' || call.args.some((arg) => arg.spread !== undefined))
    return true;
  const { parameters } = edge.fn.facts;
  const place = call.args.filter((arg) => arg.name === undefined).findIndex(({ value }) => value === given);
  const named = call.args.find((arg) => arg.value === given)?.name;
  const parameter =
    named === undefined ? parameters[place + (edge.bound ? 1 : 0)] : parameters.find((one) => one.name === named);
  return parameter?.kind !== 'plain' || mayRead(handlers, edge.fn, parameter.name, depth + 1);
}

function isNamed(expression: Expression, name: string): boolean {
  return expression.kind === 'name' && expression.id === name;
}

function isOtherKey(key: Expression): boolean {
  return key.kind === 'string' && key.value !== undefined && key.value !== 'input';
}

/** Whether a function inside reads the name. */
function names(facts: FunctionFacts, name: string): boolean {
  return facts.reads.some(({ id }) => id === name) || facts.inner.some((inner) => names(inner, name));
}

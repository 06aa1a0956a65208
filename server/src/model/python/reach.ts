// Everything that a handler reaches: the functions, the steps to them, and what of the job gets there.

import type { CallFact, FunctionFacts, Where } from '../../facts/python';
import { edgesOf, isCached } from './call-graph';
import { mentions } from './expressions';
import { isInputTest, onceGuard, type Persistence } from './guard';
import type { Edge, Fn, Python } from './python';
import { outerOf } from './resolve';

/** Most functions that are followed from the handlers. */
export const MOST_REACHED = 2000;
export class Reach {
  private readonly found = new Map<FunctionFacts, Reached>();

  constructor(
    private readonly python: Python,
    private readonly persistence: Persistence,
  ) {}

  /** By the function that is reached, in the order in which they were found. */
  all(): ReadonlyMap<FunctionFacts, Reached> {
    return this.found;
  }

  /** `filled`: how many of the first parameters the job does not come by. */
  fromHandler(handler: Fn, filled: number): void {
    const parameter = handler.facts.parameters[filled];
    const tainted = taintedIn(handler, handler, new Set(parameter ? [parameter.name] : []));
    const first: Reached = {
      fn: handler,
      handler,
      steps: [],
      often: 'always',
      guard: undefined,
      threaded: false,
      tainted,
    };
    // What runs more often goes first: a function is reported by the way on which it costs most.
    const queues: Record<Often, Reached[]> = { always: [first], sometimes: [], once: [] };
    for (;;) {
      const next = queues.always.shift() ?? queues.sometimes.shift() ?? queues.once.shift();
      if (!next || this.found.size >= MOST_REACHED) return;
      const earlier = this.found.get(next.fn.facts);
      // A second visit counts only when it brings the function back onto the event loop.
      if (earlier && (!earlier.threaded || next.threaded)) continue;
      this.found.set(next.fn.facts, earlier ? { ...earlier, threaded: false } : next);
      for (const reached of this.onwards(next)) queues[reached.often].push(reached);
    }
  }

  private onwards(from: Reached): readonly Reached[] {
    return edgesOf(this.python, from.fn).map((edge) => this.step(from, edge));
  }

  private step(from: Reached, edge: Edge): Reached {
    const how = howOften(from, edge.fact.where, this.python, this.persistence);
    const cached = isCached(edge.fn.facts) && how.often !== 'once';
    const guard =
      how.guard && how.often === 'once' && from.often !== 'once'
        ? { fn: from.fn, where: how.guard, step: from.steps.length }
        : from.guard;
    return {
      fn: edge.fn,
      handler: from.handler,
      steps: [...from.steps, { caller: from.fn, fact: edge.fact, callee: edge.fn }],
      often: cached ? 'once' : how.often,
      guard,
      threaded: from.threaded || edge.threaded,
      tainted: taintedIn(edge.fn, from.handler, taintedParameters(edge, from.tainted)),
    };
  }
}
/** How often code under `where` in a reached function runs. */

export function howOften(
  reached: Reached,
  where: Where | undefined,
  python: Python,
  persistence: Persistence,
): { readonly often: Often; readonly guard: Where | undefined } {
  if (reached.often === 'once') return { often: 'once', guard: undefined };
  const tainted = reached.tainted;
  const guard = onceGuard(python, persistence, reached.fn, where, tainted);
  if (guard) return { often: 'once', guard };
  const conditional = isInputTest(where, tainted) || reached.often === 'sometimes';
  return { often: conditional ? 'sometimes' : 'always', guard: undefined };
}
/** Names in a function that carry something of the job's input, given the parameters that do. */
function taintedIn(fn: Fn, handler: Fn, parameters: ReadonlySet<string>): ReadonlySet<string> {
  const names = new Set(parameters);
  // Closures see what their outer function has.
  for (let outer = outerOf(fn); outer; outer = outerOf(outer)) {
    if (outer.facts === handler.facts) for (const { name } of outer.facts.parameters) names.add(name);
  }
  for (let grown = true; grown; ) {
    grown = false;
    for (const { target, value, from } of fn.facts.assignments) {
      if (target.kind !== 'name' || names.has(target.id)) continue;
      const source = value ?? from;
      if (source && mentions(source, names)) {
        names.add(target.id);
        grown = true;
      }
    }
  }
  return names;
}
function taintedParameters(edge: Edge, tainted: ReadonlySet<string>): ReadonlySet<string> {
  const result = new Set<string>();
  const parameters = edge.fn.facts.parameters;
  const args = edge.call ? edge.call.args : edge.fact.call.args;
  if (!edge.call || args.some((arg) => arg.spread !== undefined)) {
    if (args.some((arg) => mentions(arg.value, tainted)))
      for (const { name } of parameters.slice(edge.bound ? 1 : 0)) result.add(name);
    return result;
  }
  let place = edge.bound ? 1 : 0;
  for (const arg of args) {
    const name = arg.name ?? parameters[place]?.name;
    if (arg.name === undefined) place++;
    if (name !== undefined && mentions(arg.value, tainted)) result.add(name);
  }
  return result;
}
/** One call on the way from the handler to a function. */

export interface Step {
  readonly caller: Fn;
  readonly fact: CallFact;
  readonly callee: Fn;
}
/** How often code on the job path runs: in every job, in jobs of some inputs, or only in the first. */

export type Often = 'always' | 'sometimes' | 'once';

export interface Reached {
  readonly fn: Fn;
  readonly handler: Fn;
  readonly steps: readonly Step[];
  readonly often: Often;
  /** The condition that makes it `once`, and where it stands. */
  readonly guard: { readonly fn: Fn; readonly where: Where; readonly step: number } | undefined;
  /** Runs in a thread or an executor, not on the event loop. */
  readonly threaded: boolean;
  /** Names in the function that carry something of the job's input. */
  readonly tainted: ReadonlySet<string>;
}

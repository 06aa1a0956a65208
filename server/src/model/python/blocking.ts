// Calls that hold up the event loop of an async handler: in its async functions, and in the sync helpers that these call.

import type { CallFact, FunctionFacts } from '../../facts/python';
import { isBlocking, SLEEP } from '../../knowledge/blocking';
import { edgesOf } from './call-graph';
import type { Handlers } from './handler';
import type { Fn, Python } from './python';
import type { Reached, Step } from './reach';
import { resolve } from './resolve';

export interface BlockingCall {
  /** The async function that is held up, and the call in it. */
  readonly reached: Reached;
  readonly fact: CallFact;
  /** Dotted path of what blocks. */
  readonly path: string;
  /** From the call to what blocks; empty where the call itself does. */
  readonly steps: readonly Step[];
  /** Where what blocks is called. */
  readonly at: { readonly fn: Fn; readonly fact: CallFact };
}

export function blockingCalls(handlers: Handlers): readonly BlockingCall[] {
  const search = new Search(handlers.python);
  return handlers.reached.flatMap((reached) => {
    const { fn, handler, threaded } = reached;
    if (!fn.facts.async || !handler.facts.async || threaded) return [];
    return fn.facts.calls.flatMap((fact) => {
      const found = search.under(fn, fact);
      return found ? [{ reached, fact, ...found }] : [];
    });
  });
}

type Found = Pick<BlockingCall, 'path' | 'steps' | 'at'>;

class Search {
  private readonly known = new Map<FunctionFacts, Found | undefined>();

  constructor(private readonly python: Python) {}

  /** What blocks when a call is made. */
  under(fn: Fn, fact: CallFact): Found | undefined {
    if (fact.awaited) return undefined;
    const origin = resolve(this.python, fn, fact.call.callee);
    if (origin.kind === 'external') {
      if (!isBlocking(origin.path) || isShortest(origin.path, fact)) return undefined;
      return { path: origin.path, steps: [], at: { fn, fact } };
    }
    for (const edge of edgesOf(this.python, fn)) {
      if (edge.fact !== fact || edge.threaded || edge.fn.facts.async) continue;
      // A generator runs when it is iterated.
      if (edge.fn.facts.generator && !fact.iterated) continue;
      const found = this.inside(edge.fn);
      if (found) return { ...found, steps: [{ caller: fn, fact, callee: edge.fn }, ...found.steps] };
    }
    return undefined;
  }

  private inside(fn: Fn): Found | undefined {
    const { facts } = fn;
    if (this.known.has(facts)) return this.known.get(facts);
    this.known.set(facts, undefined);
    for (const fact of facts.calls) {
      const found = this.under(fn, fact);
      if (!found) continue;
      this.known.set(facts, found);
      return found;
    }
    return undefined;
  }
}

/** `time.sleep(0)` waits for nothing. */
function isShortest(path: string, { call }: CallFact): boolean {
  const seconds = call.args[0]?.value;
  return path === SLEEP && seconds?.kind === 'number' && Number(seconds.text) < 0.01;
}

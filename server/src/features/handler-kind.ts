// The kind of a worker behind its handlers: where it is shown, and what it means.

import { type Message, say } from '../base/message';
import type { Place } from '../base/span';
import { span } from '../base/span';
import type { Uri } from '../base/uri';
import type { WorkerKind } from '../model/kind';
import { placeIn } from '../model/python/python';
import type { Worker } from '../model/worker';

/** Kinds that have a handler. Source: docs.runpod.io/serverless/workers/handler-functions, /concurrent-handler. */
const MEANINGS: Readonly<Partial<Record<WorkerKind, Message>>> = {
  queue: say`Each worker takes one job at a time from the endpoint's queue. What the handler returns is the job's output.`,
  streaming: say`The handler is a generator: each part that it yields can be read at /stream while the job runs. Where "return_aggregate_stream" is true, /run and /runsync return all parts together.`,
  concurrent: say`Each worker takes several jobs at once, as many as concurrency_modifier says. They share one event loop, so a call that blocks stops all of them.`,
  'dual-mode': say`A variable decides whether the container serves jobs or is a pod for development. Only the first starts the handler.`,
  'load-balancer': say`hub.json says that the endpoint balances load: requests go to an HTTP server in the worker, and no handler is called.`,
};

/** Places without extent where the kind can be shown, and what it means. Nothing for a kind that says nothing. */
export function handlerKinds(
  { kind, inputs }: Worker,
  uri: Uri,
): { readonly meaning: Message; readonly places: readonly Place[] } | undefined {
  const meaning = MEANINGS[kind];
  const own = inputs.handlers?.functions.filter(({ fn }) => fn.module.uri === uri) ?? [];
  if (meaning === undefined || own.length === 0) return undefined;
  const places = own.flatMap(({ fn }): readonly Place[] => {
    const { definition } = fn.facts;
    if (definition?.kind !== 'function') return [];
    const { span: parameters } = placeIn(fn, definition.parametersSpan);
    const at = headEnd(fn.module.facts.source.text, parameters.end);
    return [{ uri, span: span(at, at) }];
  });
  return { meaning, places };
}

/** Behind the colon where the line ends there, else behind the parameters. */
function headEnd(text: string, parametersEnd: number): number {
  const newline = text.indexOf('\n', parametersEnd);
  const rest = text.slice(parametersEnd, newline < 0 ? text.length : newline);
  const head = /^[^#:]*(?::[^#:]*)*?:(?=\s*(?:#|$))/.exec(rest);
  return parametersEnd + (head?.[0].length ?? 0);
}

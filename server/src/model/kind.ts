// How a worker serves, which decides what can be asked of it. Source: docs.runpod.io/serverless/load-balancing/overview,
// /serverless/endpoints/overview, /serverless/development/dual-mode-worker.

import type { Where } from '../facts/python';
import { isWorkerImage } from './image/docker';
import { stringOf, valueAt } from './json';
import { someExpression } from './python/expressions';
import type { Handlers } from './python/handler';
import type { Python } from './python/python';
import { entryNamed, isMainTest } from './python/starts';
import type { Inputs } from './worker';

export type WorkerKind =
  | 'queue'
  | 'streaming'
  | 'concurrent'
  /** Starts the handler only in one of two modes; in the other it is a pod. */
  | 'dual-mode'
  /** An HTTP server. */
  | 'load-balancer'
  | 'flash'
  /** The handler lives in the image that this one is built on. */
  | 'base-image'
  | 'pod'
  /** The text does not tell. */
  | 'unknown';

/** Kinds that are given no handler: nothing about it can be asked of them. */
export const WITHOUT_HANDLER: ReadonlySet<WorkerKind> = new Set(['load-balancer', 'flash', 'base-image', 'pod']);

/** Every kind but a load balancer: what concerns HTTP servers cannot be asked of them. */
export const NOT_LOAD_BALANCER: ReadonlySet<WorkerKind> = new Set([
  'queue',
  'streaming',
  'concurrent',
  'dual-mode',
  'flash',
  'base-image',
  'pod',
  'unknown',
]);

export function kindOf({ python, handlers, hub, docker }: Partial<Inputs>): WorkerKind {
  if (hub && stringOf(valueAt(hub.root, 'config', 'endpointType')) === 'LB') return 'load-balancer';
  if (handlers) return kindOfQueue(handlers);
  if (python && mentions(python, /\brunpod_flash\b/)) return 'flash';
  if (python && mentions(python, /\b(FastAPI|Flask|Starlette|Quart|Sanic|aiohttp\.web|uvicorn|gunicorn|hypercorn)\b/))
    return 'load-balancer';
  if (docker?.base.known && isWorkerImage(docker.base.value)) return 'base-image';
  const words = [...(docker?.entrypoint?.words ?? []), ...(docker?.cmd?.words ?? [])].map(({ value }) => value);
  if (words.some((word) => /^(uvicorn|gunicorn|hypercorn|node|npm)$/.test(word))) return 'load-balancer';
  return words.some((word) => /^(sleep|jupyter|jupyter-lab|sshd|\/start\.sh)$/.test(word)) ? 'pod' : 'unknown';
}

function kindOfQueue({ starts, uses, functions }: Handlers): WorkerKind {
  if (starts.length > 0 && starts.every(({ fact }) => isOneOfTwoModes(fact.where))) return 'dual-mode';
  if (uses.some(({ start }) => start.config && entryNamed(start.config.dict, 'concurrency_modifier')))
    return 'concurrent';
  return functions.some(({ fn }) => fn.facts.generator) ? 'streaming' : 'queue';
}

/** Under a condition on the environment: `if os.environ["MODE_TO_RUN"] == "pod": … else: start(…)`. */
function isOneOfTwoModes(where: Where | undefined): boolean {
  for (let here = where; here; here = here.outer) {
    if (here.kind === 'branch' && !isMainTest(here.test) && someExpression(here.test, (part) => readsMode(part)))
      return true;
  }
  return false;
}

function readsMode(part: Parameters<Parameters<typeof someExpression>[1]>[0]): boolean {
  if (part.kind === 'attribute') return part.name === 'environ' || part.name === 'getenv';
  return part.kind === 'name' && /^(MODE|MODE_TO_RUN|RUN_MODE|mode|mode_to_run|run_mode)$/.test(part.id);
}

function mentions(python: Python, words: RegExp): boolean {
  return python.modules.some(({ facts }) => words.test(facts.source.text));
}

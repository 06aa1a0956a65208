// What a worker's image serves, jobs from a queue or HTTP, as its code and its command tell; whatever hub.json says of it.

import type { Uri } from '../../base/uri';
import { describeImage } from '../image/base-image';
import type { Docker } from '../image/docker';
import type { Image, Launch } from '../image/image';
import { kindOf } from '../kind';
import type { Handlers } from '../python/handler';
import type { Module, Python } from '../python/python';

export interface EndpointFacts {
  readonly python: Python;
  readonly handlers: Handlers | undefined;
  readonly docker: Docker;
  readonly image: Image;
}

const SERVER =
  /\b(?:FastAPI|Flask|Starlette|Quart|Sanic|Litestar|aiohttp|uvicorn|gunicorn|hypercorn|waitress|gradio|streamlit|http\.server|tornado|bottle)\b/;

/** Undefined where both may be, or the text does not tell. */
export function endpointOf(facts: EndpointFacts): 'queue' | 'http' | undefined {
  const { python, handlers, docker, image } = facts;
  // A base image that is not known may bring a server or a handler of its own.
  if (!docker.base.known || !describeImage(docker.base.value).plain || !image.launchesWhole) return undefined;
  const modules = [...python.modules, ...python.siblings];
  const mentions = (words: RegExp): boolean => modules.some(({ facts: { source } }) => words.test(source.text));
  if (handlers) return isQueue(handlers, image) && !mentions(SERVER) ? 'queue' : undefined;
  if (mentions(/\bserverless\b|runpod_flash/)) return undefined;
  return image.launches.some((launch) => isServer(python, launch)) ? 'http' : undefined;
}

function isQueue(handlers: Handlers, { launches }: Image): boolean {
  const kind = kindOf({ python: handlers.python, handlers });
  if (kind !== 'queue' && kind !== 'streaming' && kind !== 'concurrent') return false;
  const starting = new Set(handlers.starts.map(({ fn }) => fn.module.uri));
  return (
    launches.length > 0 &&
    launches.every((launch) => starting.has(fileOf(launch) ?? '')) &&
    handlers.functions.length > 0
  );
}

function fileOf({ program }: Launch): Uri | undefined {
  const isPython = program.kind === 'python-file' || program.kind === 'python-module';
  return isPython && program.location.kind === 'file' ? program.location.uri : undefined;
}

function isServer(python: Python, launch: Launch): boolean {
  if (launch.conditional) return false;
  if (launch.program.kind === 'server') return launch.program.app !== undefined;
  const module = python.byUri.get(fileOf(launch) ?? '');
  return module !== undefined && runsServer(module);
}

/** `uvicorn.run(…)`, `app.run(…)`, `web.run_app(…)` in the file that is started. */
function runsServer(module: Module): boolean {
  const { text } = module.facts.source;
  const makesApp = /\b(?:FastAPI|Flask|Starlette|Quart|Sanic|Litestar)\s*\(|\bweb\.Application\s*\(/.test(text);
  return makesApp && ['run', 'run_app', 'serve'].some((name) => module.calls().has(name));
}

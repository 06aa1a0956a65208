// The paths that a FastAPI, Flask or Quart application answers to GET, where its decorators tell all of them: with routers,
// mounted applications, middleware that may answer, or a second application nothing is said.

import type { Place } from '../../base/span';
import type { Expression } from '../../syntax/python-tree';
import { callsNamed, type Module, type Python, placeIn } from './python';
import { resolve } from './resolve';

export interface Routes {
  readonly module: Module;
  /** Where the application is made. */
  readonly place: Place;
  readonly paths: readonly string[];
}

const APPLICATIONS = new Set(['fastapi.FastAPI', 'flask.Flask', 'quart.Quart']);
const APPLICATION_NAMES = new Set(['FastAPI', 'Flask', 'Quart']);

/** What may bring routes or answers that no decorator shows. */
const ELSEWHERE = new RegExp(
  [
    'add_api_route|add_url_rule|add_route|add_get|add_websocket_route|include_router|register_blueprint|APIRouter|Blueprint',
    '\\.mount\\(|routes\\s*=|\\.routes\\b|\\.router\\b|before_request|errorhandler|exception_handler|\\.middleware\\(',
    'http\\.server|Starlette|Litestar|Sanic|aiohttp\\.web|web\\.Application|gradio|mount_gradio_app|socketio|Dash\\(',
    'MethodView|add_resource|create_app|make_app|get_app|build_app',
  ].join('|'),
);

/** Middleware that only looks at requests. */
const HARMLESS_MIDDLEWARE = /^(?:CORS|GZip|TrustedHost|HTTPSRedirect|Session)Middleware$/;

const METHODS = new Set(['get', 'route', 'api_route']);

export function routesOf(python: Python): Routes | undefined {
  const modules = [...python.modules, ...python.siblings];
  if (modules.some((module) => !module.whole || ELSEWHERE.test(module.facts.source.text))) return undefined;
  const made = [...callsNamed(modules, APPLICATION_NAMES)].filter(({ fn, fact }) => {
    const origin = resolve(python, fn, fact.call.callee);
    return origin.kind === 'external' && APPLICATIONS.has(origin.path);
  });
  const [only] = made;
  if (only === undefined || made.length > 1 || only.fn.facts.kind !== 'module') return undefined;
  if (hasOpaqueMiddleware(modules)) return undefined;
  const paths: string[] = [];
  for (const { facts } of modules.flatMap(({ functions }) => functions)) {
    for (const decorator of facts.decorators) {
      const path = routeOf(decorator);
      if (path === undefined) continue;
      // A path with a parameter in it may fit any other.
      if (path === 'unknown' || /[{<]/.test(path)) return undefined;
      paths.push(path);
    }
  }
  return { module: only.fn.module, place: placeIn(only.fn, only.fact.call.callee), paths };
}

function hasOpaqueMiddleware(modules: readonly Module[]): boolean {
  return [...callsNamed(modules, new Set(['add_middleware']))].some(({ fact }) => {
    const given = fact.call.args[0]?.value;
    return given?.kind !== 'name' || !HARMLESS_MIDDLEWARE.test(given.id);
  });
}

/** The path of `@app.get("/ping")`; undefined for a decorator that is no route. */
function routeOf(decorator: Expression): string | undefined {
  if (decorator.kind !== 'call' || decorator.callee.kind !== 'attribute') return undefined;
  if (!METHODS.has(decorator.callee.name)) return undefined;
  const { args } = decorator;
  const given =
    args.find(({ name }) => name === 'path' || name === 'rule') ?? args.find(({ name }) => name === undefined);
  return given?.value.kind === 'string' && given.value.value !== undefined ? given.value.value : 'unknown';
}

// HTTP servers in Python and on the command line: which address they listen on when nobody says one, and where RunPod asks
// whether a load balancing worker is well.
// Sources: docs.runpod.io/serverless/load-balancing/overview; www.uvicorn.org/settings; flask.palletsprojects.com/api;
// docs.aiohttp.org/en/stable/web_reference.html; quart.palletsprojects.com; sanic.dev; docs.pylonsproject.org (waitress),
// read 2026-11.

export const LOAD_BALANCING = 'https://docs.runpod.io/serverless/load-balancing/overview';
export const UVICORN_SETTINGS = 'https://www.uvicorn.org/settings/';

/** Every address of the machine. */
export const ALL_ADDRESSES = '0.0.0.0';

/** Addresses that only the container itself reaches. */
export const LOOPBACK: ReadonlySet<string> = new Set(['127.0.0.1', 'localhost', '::1']);

export interface ServerCall {
  /** Place of the host among the arguments, where it may be given by place. */
  readonly position?: number;
  /** Listens on the loopback address when none is given. */
  readonly loopback: boolean;
}

/** By the dotted path of what is called; the host may be given as `host`. */
export const SERVER_CALLS: ReadonlyMap<string, ServerCall> = new Map<string, ServerCall>([
  ['uvicorn.run', { loopback: true }],
  ['uvicorn.Config', { loopback: true }],
  ['flask.Flask.run', { position: 0, loopback: true }],
  ['quart.Quart.run', { position: 0, loopback: true }],
  ['sanic.Sanic.run', { position: 0, loopback: true }],
  ['aiohttp.web.run_app', { loopback: false }],
  ['waitress.serve', { loopback: false }],
  ['bottle.run', { loopback: true }],
]);

/** The last words of these paths. */
export const SERVER_CALL_NAMES: ReadonlySet<string> = new Set(
  [...SERVER_CALLS.keys()].map((path) => path.slice(path.lastIndexOf('.') + 1)),
);

export interface ServerCommand {
  /** Variables that say the host instead. */
  readonly variables: readonly string[];
  /** Options with which it listens elsewhere, or reads a configuration that may say so. */
  readonly instead: readonly string[];
  /** The option for the host may stand directly behind the program's name. */
  readonly anywhere: boolean;
}

/** Options whose values say nothing about the host, and are often variables. */
export const OTHER_VALUES: ReadonlySet<string> = new Set([
  '--port',
  '-p',
  '--workers',
  '--log-level',
  '--root-path',
  '--app',
]);

/** Programs that listen on the loopback address when none is given. Not gunicorn, which follows $PORT. */
export const LOOPBACK_COMMANDS: ReadonlyMap<string, ServerCommand> = new Map([
  ['uvicorn', { variables: ['UVICORN_HOST'], instead: ['--uds', '--fd', '--env-file'], anywhere: true }],
  ['granian', { variables: ['GRANIAN_HOST'], instead: ['--uds'], anywhere: true }],
  ['flask', { variables: ['FLASK_RUN_HOST'], instead: ['--env-file', '-e'], anywhere: false }],
  ['hypercorn', { variables: [], instead: ['--config', '-c', '--quic-bind', '--insecure-bind'], anywhere: false }],
]);

/** Where RunPod asks, unless HEALTH_CHECK_PATH says otherwise. */
export const HEALTH_PATH = '/ping';

/** Paths that HEALTH_CHECK_PATH of the endpoint is likely to name. */
export const HEALTH_LIKE = /^\/?$|ping|health|live|ready|status|alive/i;

/** What stands in front of a server and brings requests to it. */
export const PROXIES = /\b(?:nginx|caddy|haproxy|traefik|envoy|socat|cloudflared|ngrok)\b/i;

// How workers write logs. Sources: docs.python.org (print, logging, pprint), the documentation of loguru and structlog;
// runpod-python 1.12.0, runpod/serverless/modules/rp_logger.py (2026-08-10); docs.runpod.io, logs (2026-08-20).

export const LOGS_GUIDE = 'https://docs.runpod.io/serverless/development/logs';
export const WRITE_LOGS_GUIDE = 'https://docs.runpod.io/serverless/development/write-logs';

/** Calls that write their arguments as they are. */
export const PRINTERS: ReadonlySet<string> = new Set([
  'print',
  'pprint.pprint',
  'pprint.pp',
  'rich.print',
  'sys.stdout.write',
]);

/** What a logger is made by, or reached under. */
const LOGGERS =
  /^(logging|logging\.getLogger|logging\.Logger|loguru\.logger|structlog\.get_logger|structlog\.getLogger)\.(\w+)$/;

export const LOG_METHODS: ReadonlySet<string> = new Set([
  'log',
  'trace',
  'debug',
  'info',
  'success',
  'warn',
  'warning',
  'error',
  'exception',
  'critical',
  'fatal',
]);

/** Levels that are off unless somebody asks for them. */
export const QUIET_METHODS: ReadonlySet<string> = new Set(['trace', 'debug']);

/** The method of a Python logger that a dotted path names. */
export function loggerMethod(path: string): string | undefined {
  const method = LOGGERS.exec(path)?.[2];
  return method !== undefined && LOG_METHODS.has(method) ? method : undefined;
}

/** Calls that show the whole of their first argument as text. */
export const SHOWS_ALL: ReadonlySet<string> = new Set(['str', 'repr', 'json.dumps', 'pprint.pformat', 'ascii']);

/** Names of conditions under which somebody asked for more. */
export const WANTS_MORE = /debug|verbose|trace|log|dev/i;

// Names of the RunPod SDK. Source: runpod-python 1.12.0 (2026-08-10), runpod/serverless.

/** Under these paths the SDK's logger can be imported. */
export const LOGGER_CLASSES: ReadonlySet<string> = new Set([
  'runpod.RunPodLogger',
  'runpod.serverless.RunPodLogger',
  'runpod.serverless.modules.rp_logger.RunPodLogger',
]);

/** Methods that people expect of a logger and that the SDK's does not have, with the one that does what they mean. */
export const LOGGER_MISTAKES: Readonly<Record<string, string>> = {
  warning: 'warn',
  exception: 'error',
  critical: 'error',
  fatal: 'error',
  err: 'error',
  verbose: 'debug',
  success: 'info',
  notice: 'info',
};

/** Flags that the SDK itself reads from the command line inside `start`. */
export const SDK_FLAGS: readonly string[] = [
  '--test_input',
  '--rp_serve_api',
  '--rp_api_port',
  '--rp_api_host',
  '--rp_api_concurrency',
  '--rp_log_level',
  '--rp_debugger',
];

export const START_SOURCE = 'https://github.com/runpod/runpod-python/blob/main/runpod/serverless/__init__.py';
export const HANDLER_GUIDE = 'https://docs.runpod.io/serverless/workers/handler-functions';
export const CONCURRENCY_GUIDE = 'https://docs.runpod.io/serverless/workers/concurrent-handler';

/** What `python -m` is given for a module of the SDK. None of them starts a handler: `start` is a function, to be called. */
export const SDK_MODULE = /^runpod(?:\.|$)/;

/** Keys of the dictionary for `start` that somebody who writes a worker may want. */
export const START_KEYS: readonly string[] = [
  'handler',
  'return_aggregate_stream',
  'refresh_worker',
  'concurrency_modifier',
];

/** Keys of it that the SDK reads for its own tests, or writes itself. */
export const INTERNAL_START_KEYS: ReadonlySet<string> = new Set([
  'jobs_fetcher',
  'jobs_fetcher_timeout',
  'jobs_handler',
  'stop_signals_fetcher',
  'stop_signals_fetcher_timeout',
  'rp_args',
  'reference_counter_start',
]);

/** Keys of older versions and of other tools, with the one that does such a thing today, for another value. */
export const REPLACED_START_KEYS: ReadonlyMap<string, string> = new Map([
  ['concurrency', 'concurrency_modifier'],
  ['concurrency_controller', 'concurrency_modifier'],
  ['max_concurrency', 'concurrency_modifier'],
  ['max_concurrent_jobs', 'concurrency_modifier'],
  ['aggregate_stream', 'return_aggregate_stream'],
]);

/** Calls that end the process. */
export const EXITS: ReadonlySet<string> = new Set(['sys.exit', 'os._exit', 'os.abort', 'exit', 'quit']);

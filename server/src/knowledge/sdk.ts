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

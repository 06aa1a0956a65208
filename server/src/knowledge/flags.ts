// Command line flags that the SDK reads inside runpod.serverless.start.
// Source: runpod-python 1.12.0, runpod/serverless/__init__.py and worker.py (2026-08-10).

export const LOCAL_TESTING_GUIDE = 'https://docs.runpod.io/serverless/development/local-testing';

export interface LocalFlag {
  readonly name: string;
  /** Whether a value follows it. */
  readonly value: boolean;
  /** What becomes of the worker, for flags that change it by themselves. */
  readonly effect?: 'server' | 'single-job';
}

export const LOCAL_FLAGS: readonly LocalFlag[] = [
  { name: '--rp_serve_api', value: false, effect: 'server' },
  { name: '--test_input', value: true, effect: 'single-job' },
  { name: '--rp_api_host', value: true },
  { name: '--rp_api_port', value: true },
  { name: '--rp_api_concurrency', value: true },
];

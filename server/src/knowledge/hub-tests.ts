// How long the Hub's tests may take, in milliseconds. Sources: docs.runpod.io, Hub publishing guide (2026-08-20); the test
// harness runpod/sls-local-server (2025-06), whose default was too short for a model server in runpod-workers/worker-vllm.

/** What a test without a timeout gets. */
export const DEFAULT_TIMEOUT = 30_000;

/** Enough to start a worker that loads a model, and to run one job. */
export const LOAD_TIMEOUT = 300_000;

/** Enough where nothing large is loaded. */
export const PLAIN_TIMEOUT = 120_000;

export const LOAD_BALANCING = 'https://docs.runpod.io/serverless/load-balancing/overview';

/** Names under which people keep tests.json so that the Hub does not find it: it then skips the tests. */
export const SWITCHED_OFF = /^_*tests_*\w*\.json$/i;

/** What the test harness runs on unless it is told otherwise, and what there is most of. */
export const USUAL_TEST_GPU = 'NVIDIA GeForce RTX 4090';

// How a worker that can do several things is told which one, and how it is asked whether it is well. The words are those
// of public workers; docs.runpod.io, operation reference: /health tells of workers and jobs, not of the model (2026-08-20).

/** Keys of an input that name one of several operations. */
export const OPERATION_KEYS: ReadonlySet<string> = new Set([
  'operation',
  'op',
  'action',
  'command',
  'cmd',
  'endpoint',
  'route',
  'api',
  'api_name',
  'function',
  'function_name',
  'job_type',
  'request_type',
]);

/** A text of the worker's code that names such a question. */
export const HEALTH_TEXT =
  /["'][\w/-]*(?:health|ping|status|warm_?up|ready|readiness|alive|liveness|heartbeat|self_?test|version)[\w/-]*["']/i;

export const OPERATION_REFERENCE = 'https://docs.runpod.io/serverless/endpoints/operation-reference';

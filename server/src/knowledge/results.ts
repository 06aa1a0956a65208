// How workers say in an answer that a job failed or succeeded, and where RunPod looks. Sources: runpod-python 1.12.0,
// runpod/serverless/modules/rp_job.py (2026-08-10); docs.runpod.io, handler functions (2026-08-20). The words are those
// that public workers use; RunPod itself reads none of them, only a truthy `error` at the top of a dictionary.

export const RP_JOB_SOURCE = 'https://github.com/runpod/runpod-python/blob/main/runpod/serverless/modules/rp_job.py';

/** The key that makes RunPod mark a job FAILED. */
export const ERROR_KEY = 'error';

/** The key that has the worker refreshed behind the job. */
export const REFRESH_KEY = 'refresh_worker';

/** Keys that the SDK takes out of a returned dictionary; the rest is the job's output. */
export const RESERVED_KEYS: ReadonlySet<string> = new Set([ERROR_KEY, REFRESH_KEY]);

export const PROGRESS_SOURCE =
  'https://github.com/runpod/runpod-python/blob/main/runpod/serverless/modules/rp_progress.py';

/** Under these paths the SDK's function for progress updates can be imported. */
export const PROGRESS_UPDATES: ReadonlySet<string> = new Set([
  'runpod.serverless.progress_update',
  'runpod.serverless.modules.rp_progress.progress_update',
]);

/** Keys whose text names the outcome of the whole answer. */
export const STATUS_KEYS: ReadonlySet<string> = new Set([
  'status',
  'state',
  'outcome',
  'result',
  'type',
  'event',
  'job_status',
  'Status',
]);

/** Keys that hold an HTTP status. */
export const HTTP_STATUS_KEYS: ReadonlySet<string> = new Set([
  'status',
  'status_code',
  'statusCode',
  'http_status',
  'httpStatus',
]);

/** Keys that are true when all went well. */
export const SUCCESS_KEYS: ReadonlySet<string> = new Set([
  'success',
  'ok',
  'succeeded',
  'successful',
  'is_success',
  'Success',
]);

/** Keys that are true when something went wrong. */
export const FAILED_KEYS: ReadonlySet<string> = new Set(['failed', 'has_error', 'is_error', 'isError']);

/** Keys that hold what went wrong, and that RunPod does not read. */
export const TELLING_KEYS: ReadonlySet<string> = new Set([
  'errors',
  'Error',
  'ERROR',
  'err',
  'exception',
  'error_message',
  'error_msg',
  'errorMessage',
  'error_detail',
  'error_details',
  'error_text',
  'error_info',
]);

/** Keys under which a message to people stands, of a failure or not. */
export const MESSAGE_KEYS: ReadonlySet<string> = new Set([
  'message',
  'msg',
  'detail',
  'details',
  'reason',
  'description',
  'note',
  'info',
  'text',
  'output',
  'result',
  'response',
  'body',
]);

/** Those of them that say why, where something else says that it failed. */
export const REASON_KEYS: ReadonlySet<string> = new Set([
  'message',
  'msg',
  'detail',
  'details',
  'reason',
  'description',
]);

/** Keys whose dictionary stands for the answer, one level too deep for RunPod. */
export const WRAPPER_KEYS: ReadonlySet<string> = new Set(['output', 'result', 'response', 'body', 'data']);

const FAILURE_STATUS =
  /^(err|error|errored|fail|failed|failure|exception|crashed|unauthorized|forbidden|bad[_ -]request|timeout|timed[_ -]?out)$|^(error|failed|invalid|unknown|unsupported|unrecognized|missing)[_ -]\w|\w[_ -](error|failed|failure)$/i;

/** Values of keys such as `type` and `result` that can only mean a failure of the job itself. */
export const PLAIN_FAILURES: ReadonlySet<string> = new Set(['error', 'failed', 'failure', 'exception']);

/** Results of which a part is there. */
const PARTLY = /partial|with[_ -]/i;

/** Keys under which an answer hands on what a helper gave it. */
export const NESTED_KEYS = /result|output|response/i;

/** Keys that say what the job was, not what came out of it. */
export const NEUTRAL_KEYS =
  /(^|_)(id|ids|time|timestamp|date|duration|elapsed|code|type|traceback|trace|stack|stacktrace|version|worker|hostname|input|inputs|prompt|model|task|action|operation|step|stage|file|filename|path|url|retry|retryable)$/i;

export function isFailureStatus(text: string): boolean {
  return FAILURE_STATUS.test(text) && !PARTLY.test(text);
}

export function isSuccessStatus(text: string): boolean {
  return /^(success|succeeded|successful|ok|okay|complete|completed|done|finished|healthy|degraded|warning|partial\w*|skipped|fallback|cancell?ed)$/i.test(
    text,
  );
}

/** Words in which a message tells that something went wrong. */
const FAILURE_WORDS =
  /\b(errors?|failed|failure|fail(s|ing)?|exception|could ?n[o']t|cannot|can't|unable to|invalid|traceback)\b/i;

export function tellsOfFailure(text: string): boolean {
  return FAILURE_WORDS.test(text);
}

/** A message that starts by saying that it is an error: `Error: no prompt`. */
export function announcesError(text: string): boolean {
  return /^\W*(\[?error\]?\b|failed to\b|failure\b|exception\b|(\w+ ){0,3}error:)/i.test(text);
}

/** HTTP statuses that web handlers answer with. */
export const COMMON_HTTP_STATUSES: ReadonlySet<number> = new Set([
  200, 201, 202, 204, 400, 401, 402, 403, 404, 405, 406, 408, 409, 410, 411, 412, 413, 415, 422, 423, 424, 425, 429,
  500, 501, 502, 503, 504,
]);

/** Members of Python's `http.HTTPStatus`. Source: docs.python.org/3/library/http.html, read 2026-11-21. */
export const HTTP_STATUS_NAMES: ReadonlyMap<string, number> = new Map([
  ['OK', 200],
  ['CREATED', 201],
  ['ACCEPTED', 202],
  ['NO_CONTENT', 204],
  ['BAD_REQUEST', 400],
  ['UNAUTHORIZED', 401],
  ['FORBIDDEN', 403],
  ['NOT_FOUND', 404],
  ['REQUEST_TIMEOUT', 408],
  ['CONFLICT', 409],
  ['REQUEST_ENTITY_TOO_LARGE', 413],
  ['UNPROCESSABLE_ENTITY', 422],
  ['TOO_MANY_REQUESTS', 429],
  ['INTERNAL_SERVER_ERROR', 500],
  ['NOT_IMPLEMENTED', 501],
  ['BAD_GATEWAY', 502],
  ['SERVICE_UNAVAILABLE', 503],
  ['GATEWAY_TIMEOUT', 504],
]);

// What a job looks like, and which calls hand its input on. Sources: runpod-python 1.12.0, runpod/serverless/modules
// (2026-08-10); docs.runpod.io, handler functions (2026-08-20); the documentation of Python, read 2026-11-21.

/** That of the SDK before 0.8.5, which wants less of a schema and answers in another form. */
export const OLD_VALIDATOR = 'runpod.serverless.utils.validator.validate';

/** Functions that check an input against a schema, under each path that they are imported by. */
export const VALIDATORS: ReadonlySet<string> = new Set([
  'runpod.serverless.utils.rp_validator.validate',
  'runpod.serverless.utils.validate',
  OLD_VALIDATOR,
]);

/** Calls that give their first argument as it is, or a copy of it. */
export const COPIES: ReadonlySet<string> = new Set(['dict', 'copy.copy', 'copy.deepcopy', 'types.SimpleNamespace']);

/** Calls that give what is in their arguments, or text made of it. */
export const PASSES_PARTS: ReadonlySet<string> = new Set([
  'str',
  'list',
  'tuple',
  'set',
  'sorted',
  'reversed',
  'enumerate',
  'zip',
  'json.loads',
]);

/** Methods of texts that give a text with the same beginning. */
export const TEXT_METHODS: ReadonlySet<string> = new Set(['strip', 'rstrip', 'lstrip', 'lower', 'replace', 'format']);

/** Keys that the job itself may have, beside `input`. Some only in batches, in the development server or in older versions. */
export const JOB_KEYS: ReadonlySet<string> = new Set([
  'id',
  'input',
  'webhook',
  'policy',
  's3Config',
  'batchId',
  'refresh_worker',
  'status',
  'retries',
  'endpointId',
  'workerId',
  'createdAt',
  'startedAt',
]);

export const RP_JOB_SOURCE = 'https://github.com/runpod/runpod-python/blob/main/runpod/serverless/modules/rp_job.py';
export const RP_VALIDATOR_SOURCE =
  'https://github.com/runpod/runpod-python/blob/main/runpod/serverless/utils/rp_validator.py';
export const VALIDATION_GUIDE = 'https://docs.runpod.io/serverless/development/validation';

/** Calls that only show a job, or use its id. */
export const READS_NO_INPUT: ReadonlySet<string> = new Set([
  'runpod.serverless.progress_update',
  'runpod.serverless.modules.rp_progress.progress_update',
]);

/** Calls that look at an input without checking it. */
export const CHECKS_NOTHING: ReadonlySet<string> = new Set([
  'print',
  'len',
  'str',
  'repr',
  'dict',
  'type',
  'bool',
  'json.dumps',
  'copy.deepcopy',
  'copy.copy',
]);

/** Python's types by the names that other schemas have for them. */
export const PYTHON_TYPES: ReadonlyMap<string, string> = new Map([
  ['str', 'str'],
  ['string', 'str'],
  ['text', 'str'],
  ['int', 'int'],
  ['integer', 'int'],
  ['float', 'float'],
  ['number', 'float'],
  ['bool', 'bool'],
  ['boolean', 'bool'],
  ['list', 'list'],
  ['array', 'list'],
  ['dict', 'dict'],
  ['object', 'dict'],
]);

// What a job looks like, and which calls hand its input on. Sources: runpod-python 1.12.0, runpod/serverless/modules
// (2026-08-10); docs.runpod.io, handler functions (2026-08-20); the documentation of Python, read 2026-11-21.

/** Functions that check an input against a schema, under each path that they are imported by. */
export const VALIDATORS: ReadonlySet<string> = new Set([
  'runpod.serverless.utils.rp_validator.validate',
  'runpod.serverless.utils.validate',
  'runpod.serverless.utils.validator.validate',
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

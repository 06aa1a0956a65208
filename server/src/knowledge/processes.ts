// How Python makes child processes that import the main file anew. Source: docs.python.org/3/library/multiprocessing.html
// and docs.vllm.ai (VLLM_WORKER_MULTIPROC_METHOD), read 2026-11-21.

/** Start methods whose children import the file that was started. */
export const REIMPORTING_METHODS: ReadonlySet<string> = new Set(['spawn', 'forkserver']);

/** Functions that choose a start method by their first argument. */
export const METHOD_SETTERS: ReadonlySet<string> = new Set([
  'multiprocessing.set_start_method',
  'multiprocessing.get_context',
  'torch.multiprocessing.set_start_method',
  'torch.multiprocessing.get_context',
  'multiprocess.set_start_method',
]);

/** The environment variable that chooses for vLLM's workers. */
export const METHOD_VARIABLE = 'VLLM_WORKER_MULTIPROC_METHOD';

/** First Python that uses forkserver on Linux when nothing is chosen. */
export const FORKSERVER_BY_DEFAULT = { major: 3, minor: 14 } as const;

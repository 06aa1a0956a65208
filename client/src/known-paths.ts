// Where a worker's files usually lie, relative to a workspace folder. The manifest's activation events name the same
// paths, and a test compares them. Plain paths: a pattern would make the editor search the whole workspace.

/** Of a Hub listing: such a file says by its name alone that this is a worker. */
export const LISTING_PATHS: readonly string[] = ['.runpod/hub.json', '.runpod/tests.json'];

/** Counts only when it mentions the SDK: many projects have a handler.py. */
export const HANDLER_PATHS: readonly string[] = [
  'handler.py',
  'rp_handler.py',
  'runpod_handler.py',
  'main.py',
  'src/handler.py',
  'src/rp_handler.py',
  'src/main.py',
  '.runpod/handler.py',
];

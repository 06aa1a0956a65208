// Folders whose files belong to somebody else: installed packages, caches, build results, downloaded models.
// Judged by names only: a host skips them without looking inside. Folders of weights and data, which may as well be Python
// packages (`models/`), are looked into, and skipped when they are too full to be a worker's code.

const FOREIGN_FOLDERS: ReadonlySet<string> = new Set([
  '.git',
  '.hg',
  '.svn',
  'node_modules',
  '.venv',
  'venv',
  'site-packages',
  '__pycache__',
  '__pypackages__',
  '.tox',
  '.nox',
  '.mypy_cache',
  '.pytest_cache',
  '.ruff_cache',
  '.cache',
  '.ipynb_checkpoints',
  '.eggs',
]);

/** How Hugging Face's download cache names the folder of one model or data set. */
const MODEL_CACHE = /^(?:models|datasets|spaces)--/;

const INSTALLED_METADATA = /\.(?:egg|dist)-info$/;

/** Beside this file, these folders hold what a JavaScript build made. */
const JAVASCRIPT_MARKER = 'package.json';
const JAVASCRIPT_OUTPUT: ReadonlySet<string> = new Set(['dist', 'build', '.next']);

/** Lies in the root of every virtual environment, whatever its folder is called. */
export const VENV_MARKER = 'pyvenv.cfg';

export function isForeignFolder(name: string): boolean {
  return FOREIGN_FOLDERS.has(name) || MODEL_CACHE.test(name) || INSTALLED_METADATA.test(name);
}

/** Whether `name` is the output of a JavaScript build, judged by what lies beside it. */
export function isJavaScriptOutput(name: string, beside: (name: string) => boolean): boolean {
  return JAVASCRIPT_OUTPUT.has(name) && beside(JAVASCRIPT_MARKER);
}

const DATA_FOLDERS: ReadonlySet<string> = new Set([
  'models',
  'weights',
  'checkpoints',
  'ckpts',
  'pretrained',
  'pretrained_models',
  'loras',
  'embeddings',
  'data',
  'dataset',
  'datasets',
  'images',
  'videos',
  'frames',
  'samples',
  'outputs',
  'output',
  'results',
  'logs',
  'runs',
  'wandb',
  'mlruns',
  'cache',
  'hf_cache',
  'huggingface',
]);

/**
 * Of a folder named like this, and of those below it, a host reads at most this many entries each. With more it is a Python
 * package if it holds `__init__.py`, and read as any folder; else it is data, and nothing in it is listed.
 */
export const MOST_DATA_ENTRIES = 200;

/** Most entries that all of them together may add. */
export const MOST_DATA_FILES = 2_000;

/** Whether a folder named like this is likely to hold weights, data or results. */
export function isDataFolder(name: string): boolean {
  return DATA_FOLDERS.has(name.toLowerCase());
}

/** Whether files below a folder named like this may exist that no host has listed. */
export function mayBeUnlisted(name: string): boolean {
  return isForeignFolder(name) || isDataFolder(name);
}

// Folders whose files belong to somebody else: installed packages, caches, build results, downloaded models.
// Judged by names only: a host skips them without looking inside.

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

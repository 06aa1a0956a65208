// Commands that install software or fetch repositories. Source: the tools' manuals, read 2026-11-21; RunPod's advice to put
// dependencies into the image: docs.runpod.io/serverless/workers/create-dockerfile.

/** Functions that run a command: where the command stands, and whether it is a list, text for a shell, or one word an argument. */
export const COMMAND_RUNNERS: ReadonlyMap<string, 'first' | 'spread'> = new Map([
  ['subprocess.run', 'first'],
  ['subprocess.call', 'first'],
  ['subprocess.check_call', 'first'],
  ['subprocess.check_output', 'first'],
  ['subprocess.Popen', 'first'],
  ['subprocess.getoutput', 'first'],
  ['subprocess.getstatusoutput', 'first'],
  ['os.system', 'first'],
  ['os.popen', 'first'],
  ['asyncio.create_subprocess_shell', 'first'],
  ['asyncio.create_subprocess_exec', 'spread'],
  ['pip.main', 'first'],
  ['pip._internal.main', 'first'],
  ['pip._internal.cli.main.main', 'first'],
]);

/** Runners that are pip itself: their arguments are pip's. */
export const PIP_RUNNERS: ReadonlySet<string> = new Set([
  'pip.main',
  'pip._internal.main',
  'pip._internal.cli.main.main',
]);

export interface Installer {
  /** Names of the program, without a folder and without `.exe`. */
  readonly programs: readonly string[];
  /** The verbs that install; options may stand between. */
  readonly verbs: readonly string[];
  /** How to name it to people. */
  readonly name: string;
}

export const INSTALLERS: readonly Installer[] = [
  { programs: ['pip', 'pip3', 'pipx'], verbs: ['install', 'download'], name: 'pip install' },
  { programs: ['uv'], verbs: ['sync', 'add'], name: 'uv sync' },
  { programs: ['poetry', 'pdm'], verbs: ['install', 'add'], name: 'poetry install' },
  { programs: ['conda', 'mamba', 'micromamba'], verbs: ['install', 'create', 'update'], name: 'conda install' },
  {
    programs: ['apt-get', 'apt', 'yum', 'dnf', 'apk'],
    verbs: ['install', 'update', 'upgrade', 'add'],
    name: 'apt-get install',
  },
  { programs: ['git'], verbs: ['clone', 'fetch', 'pull'], name: 'git clone' },
  { programs: ['npm', 'yarn', 'pnpm'], verbs: ['install', 'ci', 'add'], name: 'npm install' },
  { programs: ['easy_install'], verbs: [], name: 'easy_install' },
];

/** Programs that only carry another command: `sudo pip install`, `python -m pip install`, `bash -c "pip install"`. */
export const CARRIERS: ReadonlySet<string> = new Set(['sudo', 'env', 'nohup', 'exec', 'time', 'nice', 'command']);

export const SHELLS: ReadonlySet<string> = new Set(['sh', 'bash', 'zsh', 'dash']);

export const FETCHERS: ReadonlySet<string> = new Set(['curl', 'wget']);

/** Commands that bring model files: setup, though nothing is installed. */
export const DOWNLOADERS: readonly Installer[] = [
  { programs: ['huggingface-cli', 'hf', 'modelscope'], verbs: ['download'], name: 'huggingface-cli download' },
  { programs: ['wget', 'curl', 'aria2c', 'gdown', 'axel'], verbs: [], name: 'wget' },
  { programs: ['spacy'], verbs: ['download'], name: 'spacy download' },
];

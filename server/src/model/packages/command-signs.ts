// What a command says about the packages of an image besides those that it installs by name: code from elsewhere, another
// Python, and things that cannot be followed.

import { nameOf } from '../../base/image-path';
import type { ShellCommand } from '../../facts/shell';
import { MODEL_REPOSITORY, UNFOLLOWED_TOOLS, VOLUMES } from '../../knowledge/base-packages';

export interface Signs {
  /** It brings code that no package has. */
  readonly foreignCode: boolean;
  /** It may install anything. */
  readonly unfollowed: boolean;
  /** It makes an environment with a Python of its own. */
  readonly otherPython: boolean;
  /** `3.11` of `python3.11`. */
  readonly pythons: readonly string[];
  /** It runs in the environment of the project around it: `uv run`. */
  readonly usesProject: boolean;
  /** The shell script that it runs, by the last name of its path. */
  readonly script: string | undefined;
}

export function signsOf({ words, behind }: ShellCommand): Signs {
  const program = nameOf(words[0]?.text ?? '');
  const text = words.map((word) => word.text).join(' ');
  const isPython = /^python[\d.]*$/.test(program);
  return {
    foreignCode: bringsCode(program, text),
    unfollowed:
      UNFOLLOWED_TOOLS.has(program) ||
      (isPython && /\b\w*(?:install|setup|requirement|bootstrap)\w*\.py\b/i.test(text)) ||
      // The packages of an environment on a network volume are nowhere to be seen.
      (/\/activate\b/.test(text) && VOLUMES.test(text)),
    otherPython:
      /^(?:uv|pyenv|conda|mamba|micromamba)$/.test(program) && /\b(?:venv|python|create|install)\b.*\d\.\d/.test(text),
    pythons: [...text.matchAll(/\bpython(3\.\d+)\b/g)].map(([, version = '']) => version),
    usesProject: ['uv run', 'poetry run', 'pipenv run'].some((runner) => behind.includes(runner)),
    script: scriptOf(program, words),
  };
}

function bringsCode(program: string, text: string): boolean {
  if (program === 'git') return /\b(?:clone|submodule)\b/.test(text) && !MODEL_REPOSITORY.test(text);
  return /^(?:wget|curl)$/.test(program) && /github\.com|gitlab\.com|\.(?:tar\.gz|zip|tgz)\b|\.py\b/.test(text);
}

/** `bash setup.sh`, `./install.sh`. */
function scriptOf(program: string, words: ShellCommand['words']): string | undefined {
  const runsFile = /^(?:ba|z|da)?sh$|^(?:source|\.)$/.test(program);
  const script = runsFile ? words.slice(1).find(({ text }) => !text.startsWith('-'))?.text : words[0]?.text;
  return script !== undefined && /\.(?:sh|bash)$/.test(script) ? nameOf(script) : undefined;
}

// Whether the Dockerfile installs the worker itself as a package: its modules are then where packages are, wherever their
// files were copied.

import type { ShellCommand, ShellFacts } from '../../facts/shell';
import type { Docker } from './docker';
import { builtStages } from './stages';

export function installsProject(docker: Docker): boolean {
  return builtStages(docker).some(({ runs }) => runs.some(({ facts }) => installsIn(facts)));
}

function installsIn({ commands }: ShellFacts): boolean {
  return commands.some((command) => installs(command) || (command.script !== undefined && installsIn(command.script)));
}

function installs({ words, behind }: ShellCommand): boolean {
  const texts = words.map(({ text }) => text);
  const line = texts.join(' ');
  if (/\bsetup\.py\b/.test(line) || behind.includes('uv run')) return true;
  if (/^(?:poetry|pdm|hatch|flit|rye) install\b|^uv sync\b|^pipenv install\b/.test(line)) return true;
  if (!/^(?:\S*\/)?(?:pip[\d.]*|uv pip|python[\d.]* -m pip) (?:\S+ )*?install\b/.test(line)) return false;
  return texts.some(
    (text, at) =>
      isFolder(text) &&
      !/^(?:-r|--requirement|-c|--constraint|-t|--target|-f|--find-links|--cache-dir)$/.test(texts[at - 1] ?? ''),
  );
}

/** `.`, `./src`, `/app[extra]`, `dist/worker.whl`, and what a variable holds. */
function isFolder(text: string): boolean {
  return /^(?:\.|\/)|\.whl$|^\uFFFC/.test(text);
}

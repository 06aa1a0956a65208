// Packages that the code itself installs when it runs: `subprocess.run(["pip", "install", …])`.

import { normalised } from '../../facts/project';
import { parseDependency } from '../../facts/requirements';
import { commandCalls, commandsOf, type Word } from '../python/commands';
import type { Python } from '../python/python';
import { allNeeds } from './package-needs';

/** Names with what they need; unknown where the text does not tell what is installed. */
export function installedByPython(python: Python): ReadonlySet<string> | 'unknown' {
  const asked: string[] = [];
  for (const { fn, fact } of commandCalls(python)) {
    for (const command of commandsOf(python, fn, fact.call) ?? []) {
      const names = installedBy(command);
      if (names === 'unknown') return 'unknown';
      asked.push(...names);
    }
  }
  const { names, opaque } = allNeeds(asked);
  return [...opaque].some((name) => asked.includes(name)) ? 'unknown' : names;
}

function installedBy(command: readonly Word[]): readonly string[] | 'unknown' {
  const at = command.findIndex((word) => word === 'install' || word === 'sync' || word === 'add');
  const program = command.slice(0, Math.max(at, 0));
  if (!program.some((word) => word !== undefined && /(?:^|\/)(?:pip[\d.]*|uv|poetry|conda|mamba)$/.test(word)))
    return [];
  const rest = command.slice(at + 1).filter((word) => word === undefined || !word.startsWith('-'));
  const names = rest.map((word) => {
    const parsed = word === undefined ? undefined : parseDependency(word);
    return parsed?.kind === 'dependency' && parsed.dependency.url === undefined
      ? normalised(parsed.dependency.name)
      : undefined;
  });
  const told = names.filter((name) => name !== undefined);
  return told.length === names.length && names.length > 0 ? told : 'unknown';
}

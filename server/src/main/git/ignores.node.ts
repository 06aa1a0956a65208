// Which ignore rule keeps a file out of a repository: `.gitignore` files from the file's folder upwards, then
// `info/exclude`. A user's global ignore file is not asked: nobody else has it.

import { join } from 'node:path';
import ignore, { type Ignore } from 'ignore';
import { type GitFolder, textOf } from './folder.node';

export interface IgnoreRule {
  readonly pattern: string;
  /** Path of the file that holds it. */
  readonly file: string;
}

/** Of a path with `/` from the top of the work tree. */
export type IgnoreFinder = (path: string) => IgnoreRule | undefined;

interface Level {
  readonly file: string;
  readonly rules: Ignore;
}

export function ignoreFinder({ top, common }: GitFolder): IgnoreFinder {
  const levels = new Map<string, Level | undefined>();
  const exclude = readLevel(join(common, 'info/exclude'));

  /** The rules that a folder holds. */
  const levelAt = (folder: string): Level | undefined => {
    if (!levels.has(folder)) levels.set(folder, readLevel(join(top, folder, '.gitignore')));
    return levels.get(folder);
  };

  /** What the rules say of one path, whatever they say of the folders above it. */
  const verdict = (parts: readonly string[], isFolder: boolean): IgnoreRule | 'kept' | undefined => {
    for (let depth = parts.length - 1; depth >= -1; depth--) {
      const level = depth < 0 ? exclude : levelAt(parts.slice(0, depth).join('/'));
      if (level === undefined) continue;
      const below = `${parts.slice(Math.max(depth, 0)).join('/')}${isFolder ? '/' : ''}`;
      const { ignored, unignored, rule } = level.rules.test(below);
      if (ignored && rule !== undefined) return { pattern: rule.pattern, file: level.file };
      if (unignored) return 'kept';
    }
    return undefined;
  };

  const folders = new Map<string, IgnoreRule | undefined>();
  /** A file below an ignored folder cannot be taken back in. */
  const folderRule = (parts: readonly string[]): IgnoreRule | undefined => {
    if (parts.length === 0) return undefined;
    const path = parts.join('/');
    if (folders.has(path)) return folders.get(path);
    const own = verdict(parts, true);
    const rule = folderRule(parts.slice(0, -1)) ?? (own === 'kept' ? undefined : own);
    folders.set(path, rule);
    return rule;
  };

  return (path) => {
    const parts = path.split('/');
    const above = folderRule(parts.slice(0, -1));
    if (above !== undefined) return above;
    const own = verdict(parts, false);
    return own === 'kept' ? undefined : own;
  };
}

const LARGEST_FILE = 256 * 1024;
const MOST_PATTERNS = 2000;

function readLevel(file: string): Level | undefined {
  const text = textOf(file, LARGEST_FILE);
  if (text === undefined || text.trim() === '') return undefined;
  const patterns = text.split(/\r?\n/).filter((line) => isHarmless(line));
  return { file, rules: ignore({ allowRelativePaths: true }).add(patterns.slice(0, MOST_PATTERNS).join('\n')) };
}

/** A pattern that could keep a regular expression busy for long is passed over. */
function isHarmless(pattern: string): boolean {
  return pattern.length <= 300 && pattern.split('*').length <= 12;
}

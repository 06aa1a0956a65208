// Where a repository keeps its data: the `.git` folder, or what a `.git` file of a worktree or submodule names. And its
// small text files: configuration, refs. Only read; includes of the configuration are not followed.

import { lstatSync, readdirSync } from 'node:fs';
import { dirname, isAbsolute, join, resolve } from 'node:path';
import { readBounded } from '../files.node';

export interface GitFolder {
  /** Top of the work tree. */
  readonly top: string;
  /** HEAD and index. */
  readonly own: string;
  /** Everything that worktrees share: objects, refs, configuration. */
  readonly common: string;
}

const HIGHEST = 40;

/** The repository that a folder lies in. */
export function findGitFolder(folder: string): GitFolder | undefined {
  let top = folder;
  for (let level = 0; level < HIGHEST; level++) {
    const found = gitFolderIn(top);
    if (found !== undefined) return found;
    const above = dirname(top);
    if (above === top) return undefined;
    top = above;
  }
  return undefined;
}

function gitFolderIn(top: string): GitFolder | undefined {
  const own = dataFolder(join(top, '.git'));
  if (own === undefined || textOf(join(own, 'HEAD')) === undefined) return undefined;
  const shared = textOf(join(own, 'commondir'))?.trim();
  const common = shared === undefined || shared === '' ? own : localPath(own, shared);
  return common === undefined ? undefined : { top, own, common };
}

function dataFolder(path: string): string | undefined {
  try {
    const stats = lstatSync(path);
    if (stats.isDirectory()) return path;
    if (!stats.isFile()) return undefined;
  } catch {
    return undefined;
  }
  const [, target] = /^gitdir: ([^\0\r\n]+)\s*$/.exec(textOf(path) ?? '') ?? [];
  return target === undefined ? undefined : localPath(dirname(path), target);
}

/** Undefined for a network share, which a file from a workspace must not make anybody contact. */
function localPath(from: string, path: string): string | undefined {
  if (/^[\\/]{2}/.test(path)) return undefined;
  return isAbsolute(path) ? path : resolve(from, path);
}

const LARGEST_TEXT = 4 * 1024 * 1024;

export function textOf(path: string, limit = LARGEST_TEXT): string | undefined {
  try {
    const bytes = readBounded(path, limit);
    return typeof bytes === 'string' ? undefined : bytes.toString('utf8');
  } catch {
    return undefined;
  }
}

/** Values by `section.key` or `section.subsection.key`, the last one counts. */
export type GitConfig = ReadonlyMap<string, string>;

export function readConfig({ common }: GitFolder): GitConfig {
  const values = new Map<string, string>();
  let section = '';
  for (const line of (textOf(join(common, 'config')) ?? '').split(/\r?\n/)) {
    const [, name, sub] = /^\s*\[([\w.-]+)(?:\s+"((?:[^"\\]|\\.)*)")?\]/.exec(line) ?? [];
    if (name !== undefined) {
      section = `${name.toLowerCase()}${sub === undefined ? '' : `.${sub.replace(/\\(.)/g, '$1')}`}`;
      continue;
    }
    const [, key, value] = /^\s*([A-Za-z][\w-]*)\s*(?:=\s*(.*?))?\s*$/.exec(line) ?? [];
    if (key !== undefined) values.set(`${section}.${key.toLowerCase()}`, unquoted(value ?? 'true'));
  }
  return values;
}

function unquoted(value: string): string {
  const [, inner] = /^"((?:[^"\\]|\\.)*)"/.exec(value) ?? [];
  return inner === undefined ? value.replace(/\s+[#;].*$/, '') : inner.replace(/\\(.)/g, '$1');
}

const OBJECT_ID = /^[0-9a-f]{40}$/;

export function isObjectId(text: string): boolean {
  return OBJECT_ID.test(text);
}

export interface Ref {
  /** Such as `refs/tags/v1.0`. */
  readonly name: string;
  readonly id: string;
  /** What an annotated tag points to, where the file of packed refs says it. */
  readonly peeled: string | undefined;
}

export interface Refs {
  get(name: string): Ref | undefined;
  /** All below a prefix such as `refs/tags/`. Undefined where there are more than `MOST_REFS`. */
  below(prefix: string): readonly Ref[] | undefined;
  /** The name that a symbolic ref such as `refs/remotes/origin/HEAD` stands for. */
  target(name: string): string | undefined;
}

const MOST_REFS = 5000;
const DEEPEST_REF = 8;

export function readRefs({ own, common }: GitFolder): Refs {
  const packed = readPackedRefs(common);
  const fileOf = (name: string): string => join(name.startsWith('refs/') ? common : own, name);
  const get = (name: string): Ref | undefined => {
    const text = isSafe(name) ? textOf(fileOf(name), 1024)?.trim() : undefined;
    return text !== undefined && isObjectId(text) ? { name, id: text, peeled: undefined } : packed.get(name);
  };
  return {
    get,
    below: (prefix) => {
      const names = new Set([...packed.keys()].filter((name) => name.startsWith(prefix)));
      if (!addLoose(join(common, prefix), prefix, names, 0)) return undefined;
      return [...names].sort().flatMap((name) => get(name) ?? []);
    },
    target: (name) => /^ref: (refs\/\S+)\s*$/.exec((isSafe(name) && textOf(fileOf(name), 1024)) || '')?.[1],
  };
}

/** A ref's name becomes a path: it must not lead out of the folder. */
function isSafe(name: string): boolean {
  return (name === 'HEAD' || name.startsWith('refs/')) && !name.split(/[/\\]/).includes('..') && !name.includes('\0');
}

function readPackedRefs(common: string): ReadonlyMap<string, Ref> {
  const refs = new Map<string, Ref>();
  let last: Ref | undefined;
  for (const line of (textOf(join(common, 'packed-refs')) ?? '').split(/\r?\n/)) {
    const [, id = '', name = ''] = /^([0-9a-f]{40}) (refs\/\S+)$/.exec(line) ?? [];
    const peeled = /^\^([0-9a-f]{40})$/.exec(line)?.[1];
    if (peeled !== undefined && last !== undefined) refs.set(last.name, { ...last, peeled });
    last = name === '' ? undefined : { name, id, peeled: undefined };
    if (last !== undefined) refs.set(name, last);
  }
  return refs;
}

/** False where there are too many. */
function addLoose(folder: string, prefix: string, into: Set<string>, depth: number): boolean {
  if (depth > DEEPEST_REF) return true;
  for (const entry of entriesOf(folder)) {
    const name = prefix + entry.name;
    if (entry.isDirectory()) {
      if (!addLoose(join(folder, entry.name), `${name}/`, into, depth + 1)) return false;
    } else if (entry.isFile() && !entry.name.endsWith('.lock')) {
      into.add(name);
    }
    if (into.size > MOST_REFS) return false;
  }
  return true;
}

function entriesOf(folder: string) {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return [];
  }
}

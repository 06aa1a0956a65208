// Which of a worker's files differ from the last commit. Compares what the disk says of a file with what the index
// remembers, and reads only the files for which that is not enough.

import { createHash } from 'node:crypto';
import { lstatSync, readlinkSync, type Stats } from 'node:fs';
import { readBounded } from '../files.node';
import { differences } from './history';
import type { IgnoreFinder, IgnoreRule } from './ignores.node';
import type { GitIndex, IndexEntry } from './index-file';
import type { Objects } from './objects.node';

/** Paths with `/` from the top of the work tree. */
export interface Status {
  readonly changes: readonly {
    readonly path: string;
    readonly state: 'added' | 'modified' | 'untracked' | 'deleted';
  }[];
  readonly ignored: readonly { readonly path: string; readonly rule: IgnoreRule }[];
}

export interface WorkTree {
  readonly top: string;
  readonly index: GitIndex;
  /** When the index was written: what is not older may have changed since within the same tick of the clock. */
  readonly indexTime: number;
  /** Tree of the last commit; undefined before the first. */
  readonly headTree: string | undefined;
  readonly objects: Objects;
  readonly ignoreCase: boolean;
  readonly findIgnore: IgnoreFinder;
}

const MOST_FILES = 5000;
const MOST_READ_BYTES = 32 * 1024 * 1024;
const LARGEST_READ = 8 * 1024 * 1024;

/** Of the files named, and of those below `folders` that are gone. Undefined where it would take too long. */
export function statusOf(
  tree: WorkTree,
  paths: readonly string[],
  folders: readonly string[],
  isLate: () => boolean,
): Status | undefined {
  const kept = new Map(tree.index.entries.map((entry) => [keyOf(entry.path, tree), entry]));
  const staged = stagedIn(tree, isLate);
  if (paths.length > MOST_FILES || staged === undefined) return undefined;
  const changes = new Map<string, Status['changes'][number]['state']>();
  const ignored: { path: string; rule: IgnoreRule }[] = [];
  const compare = comparer(tree);
  const named = new Set(paths.map((path) => keyOf(path, tree)));
  for (const path of paths) {
    if (isLate()) return undefined;
    const entry = kept.get(keyOf(path, tree));
    if (entry === undefined) {
      const rule = tree.findIgnore(path);
      if (rule === undefined) changes.set(path, 'untracked');
      else ignored.push({ path, rule });
      continue;
    }
    const differs = compare(entry);
    if (differs === 'unknown') return undefined;
    const isAdded = staged.get(entry.path) === 'added';
    if (isAdded || differs || staged.has(entry.path)) changes.set(path, isAdded ? 'added' : 'modified');
  }
  let looked = 0;
  for (const entry of tree.index.entries) {
    const isElsewhere = !folders.some((folder) => folder === '' || entry.path.startsWith(`${folder}/`));
    if (isElsewhere || entry.isTrusted || entry.kind !== 'file' || named.has(keyOf(entry.path, tree))) continue;
    if (++looked > MOST_FILES || isLate()) return undefined;
    if (statOf(`${tree.top}/${entry.path}`) === undefined) changes.set(entry.path, 'deleted');
  }
  for (const [path, state] of staged) {
    const isHere = folders.some((folder) => folder === '' || path.startsWith(`${folder}/`));
    // Taken out of the index, yet on disk: for the next commit it is gone all the same.
    if (state === 'deleted' && isHere) changes.set(path, 'deleted');
  }
  return { changes: [...changes].map(([path, state]) => ({ path, state })), ignored };
}

function keyOf(path: string, { ignoreCase }: WorkTree): string {
  return ignoreCase ? path.toLowerCase() : path;
}

/** What the index changes of the last commit. */
function stagedIn(
  tree: WorkTree,
  isLate: () => boolean,
): ReadonlyMap<string, 'added' | 'modified' | 'deleted'> | undefined {
  const { index, headTree, objects } = tree;
  if (headTree === undefined) return new Map(index.entries.map(({ path }) => [path, 'added']));
  if (index.tree === headTree) return new Map();
  const commit = filesOf(objects, headTree, isLate);
  if (commit === undefined) return undefined;
  const staged = new Map<string, 'added' | 'modified' | 'deleted'>();
  for (const { path, id } of index.entries) {
    const before = commit.get(path);
    if (before !== id) staged.set(path, before === undefined ? 'added' : 'modified');
    commit.delete(path);
  }
  for (const path of commit.keys()) staged.set(path, 'deleted');
  return staged;
}

/** Ids of a tree's files by path. */
function filesOf(objects: Objects, tree: string, isLate: () => boolean): Map<string, string> | undefined {
  return differences(objects, undefined, tree, isLate)?.reduce(
    (files, { path, id }) => files.set(path, id),
    new Map<string, string>(),
  );
}

/** Whether a file differs from its entry in the index. */
function comparer(tree: WorkTree): (entry: IndexEntry) => boolean | 'unknown' {
  let readBytes = 0;
  return (entry) => {
    if (entry.isTrusted || entry.kind === 'submodule') return false;
    const path = `${tree.top}/${entry.path}`;
    const stats = statOf(path);
    if (stats === undefined) return true;
    if (entry.kind === 'link') return stats.isSymbolicLink() && idOf(Buffer.from(readlinkSync(path))) !== entry.id;
    if (isAsRemembered(entry, stats, tree.indexTime)) return false;
    readBytes += stats.size;
    if (stats.size > LARGEST_READ || readBytes > MOST_READ_BYTES) return 'unknown';
    const bytes = readBounded(path, LARGEST_READ);
    if (typeof bytes === 'string') return 'unknown';
    if (idOf(bytes) === entry.id || idOf(withoutCarriageReturns(bytes)) === entry.id) return false;
    return !isPointer(tree.objects, entry);
  };
}

function statOf(path: string): Stats | undefined {
  try {
    return lstatSync(path, { throwIfNoEntry: false });
  } catch {
    return undefined;
  }
}

function isAsRemembered(entry: IndexEntry, stats: Stats, indexTime: number): boolean {
  if (stats.size % 2 ** 32 !== entry.size) return false;
  const seconds = Math.floor(stats.mtimeMs / 1000);
  return seconds === entry.mtimeSeconds && stats.mtimeMs < indexTime;
}

function idOf(content: Buffer): string {
  return createHash('sha1').update(`blob ${content.length}\0`).update(content).digest('hex');
}

/** As it is kept where `core.autocrlf` or an attribute turns line ends. */
function withoutCarriageReturns(content: Buffer): Buffer {
  return content.includes('\r\n')
    ? Buffer.from(content.toString('latin1').replaceAll('\r\n', '\n'), 'latin1')
    : content;
}

/** Git LFS keeps a pointer in place of the file: whether that still fits only LFS knows. */
function isPointer(objects: Objects, { id }: IndexEntry): boolean {
  return objects.read(id)?.data.toString('latin1', 0, 40).startsWith('version https://git-lfs') === true;
}

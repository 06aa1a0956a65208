// What commits, trees and tags say, and what can be asked of several of them: which tag is the newest behind a commit,
// which files differ between two trees. Bounded: what takes too many steps stays unknown.

import type { Objects } from './objects.node';

export interface Commit {
  readonly tree: string;
  readonly parents: readonly string[];
  /** Seconds. */
  readonly time: number;
}

export function readCommit(objects: Objects, id: string): Commit | undefined {
  const object = objects.read(id);
  if (object?.type !== 'commit') return undefined;
  const [head = ''] = object.data.toString('latin1').split('\n\n', 1);
  const tree = /^tree ([0-9a-f]{40})$/m.exec(head)?.[1];
  const time = Number(/^committer .*> (\d+) [+-]\d+$/m.exec(head)?.[1] ?? 0);
  const parents = [...head.matchAll(/^parent ([0-9a-f]{40})$/gm)].map(([, parent = '']) => parent);
  return tree === undefined ? undefined : { tree, parents, time };
}

const LONGEST_TAG_CHAIN = 5;

/** The commit that an annotated tag stands for. */
export function peel(objects: Objects, id: string): string | undefined {
  let at = id;
  for (let step = 0; step < LONGEST_TAG_CHAIN; step++) {
    const object = objects.read(at);
    if (object?.type === 'commit') return at;
    if (object?.type !== 'tag') return undefined;
    const target = /^object ([0-9a-f]{40})$/m.exec(object.data.toString('latin1', 0, 200))?.[1];
    if (target === undefined) return undefined;
    at = target;
  }
  return undefined;
}

const MOST_COMMITS = 2000;

/**
 * The first of the wanted commits on the way back from `head`, newest commits first. Undefined where there is none;
 * `unknown` where the way back is too long or not all there.
 */
export function nearestBehind(
  objects: Objects,
  head: string,
  wanted: ReadonlySet<string>,
  isLate: () => boolean,
): string | 'unknown' | undefined {
  const seen = new Set([head]);
  let front: { readonly id: string; readonly time: number }[] = [{ id: head, time: Number.MAX_SAFE_INTEGER }];
  for (let steps = 0; front.length > 0; steps++) {
    if (steps > MOST_COMMITS || isLate()) return 'unknown';
    const newest = front.reduce((a, b) => (b.time > a.time ? b : a));
    if (wanted.has(newest.id)) return newest.id;
    front = front.filter((other) => other !== newest);
    const commit = readCommit(objects, newest.id);
    if (commit === undefined) return 'unknown';
    for (const id of commit.parents) {
      if (seen.has(id)) continue;
      seen.add(id);
      front.push({ id, time: readCommit(objects, id)?.time ?? 0 });
    }
  }
  return undefined;
}

export interface TreeEntry {
  readonly name: string;
  readonly id: string;
  readonly isTree: boolean;
}

export function readTree(objects: Objects, id: string): readonly TreeEntry[] | undefined {
  const object = objects.read(id);
  if (object?.type !== 'tree') return undefined;
  const entries: TreeEntry[] = [];
  const { data } = object;
  for (let at = 0; at < data.length; ) {
    const blank = data.indexOf(0x20, at);
    const end = data.indexOf(0, blank);
    if (blank < 0 || end < 0 || end + 21 > data.length) return undefined;
    const mode = data.toString('latin1', at, blank);
    entries.push({
      name: data.toString('utf8', blank + 1, end),
      id: data.toString('hex', end + 1, end + 21),
      isTree: mode === '40000',
    });
    at = end + 21;
  }
  return entries;
}

export interface Difference {
  /** With `/`, from the top of the tree. */
  readonly path: string;
  readonly state: 'added' | 'modified' | 'deleted';
  /** Afterwards; of a deleted file before. */
  readonly id: string;
}

const MOST_TREES = 4000;
const MOST_DIFFERENCES = 50_000;

/** Without a tree before, all files of the other. Undefined where the trees are too large, or not all there. */
export function differences(
  objects: Objects,
  before: string | undefined,
  after: string,
  isLate: () => boolean,
): readonly Difference[] | undefined {
  const found: Difference[] = [];
  let trees = 0;

  function compare(old: string | undefined, now: string | undefined, folder: string): boolean {
    if (old === now) return true;
    trees++;
    if (trees > MOST_TREES || found.length > MOST_DIFFERENCES || isLate()) return false;
    const olds = old === undefined ? [] : readTree(objects, old);
    const nows = now === undefined ? [] : readTree(objects, now);
    if (olds === undefined || nows === undefined) return false;
    const byName = new Map(olds.map((entry) => [entry.name, entry]));
    for (const entry of nows) {
      if (!step(byName.get(entry.name), entry, folder + entry.name)) return false;
      byName.delete(entry.name);
    }
    return [...byName.values()].every((entry) => step(entry, undefined, folder + entry.name));
  }

  function step(old: TreeEntry | undefined, now: TreeEntry | undefined, path: string): boolean {
    if (old?.id === now?.id) return true;
    const wasFile = old !== undefined && !old.isTree;
    const isFile = now !== undefined && !now.isTree;
    if (isFile) found.push({ path, state: wasFile ? 'modified' : 'added', id: now.id });
    else if (wasFile) found.push({ path, state: 'deleted', id: old.id });
    if (!old?.isTree && !now?.isTree) return true;
    return compare(old?.isTree ? old.id : undefined, now?.isTree ? now.id : undefined, `${path}/`);
  }

  return compare(before, after, '') ? found : undefined;
}

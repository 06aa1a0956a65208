// What git knows of workers, read from the `.git` folder: branch, remotes, tags, what is not committed, what has changed
// since the newest tag. Git is not run, no hook, filter or include of it either, and nothing is fetched. What cannot be
// read, or not in time, is unknown.

import { lstatSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { basename, type Uri } from '../base/uri';
import type { WorkerFiles } from '../lsp/repositories';
import {
  type Change,
  type Ignored,
  type Remote,
  type Repository,
  type SinceTag,
  type Tag,
  withoutCredentials,
} from '../model/repository/repository';
import { readBounded } from './files.node';
import { type Status, statusOf } from './git/changes.node';
import {
  findGitFolder,
  type GitConfig,
  type GitFolder,
  type Refs,
  readConfig,
  readRefs,
  textOf,
} from './git/folder.node';
import { differences, nearestBehind, peel, readCommit } from './git/history';
import { ignoreFinder } from './git/ignores.node';
import { type GitIndex, readIndex } from './git/index-file';
import { type Objects, openObjects } from './git/objects.node';
import { pathOfUri, uriOfPath } from './paths.node';

/** The repositories around workers, each once. */
export function readRepositories(workers: readonly WorkerFiles[]): readonly Repository[] {
  const around = new Map<string, { readonly git: GitFolder; readonly workers: WorkerFiles[] }>();
  for (const worker of workers) {
    const git = findGitFolder(pathOfUri(worker.root));
    if (git === undefined) continue;
    const found = around.get(git.top) ?? { git, workers: [] };
    around.set(git.top, found);
    found.workers.push(worker);
  }
  return [...around.values()].flatMap(({ git, workers: inside }) => readRepository(git, inside) ?? []);
}

/**
 * What is not known after this long stays unknown. Far more than the bounds by number leave to do, so that a slow machine
 * says what a fast one says.
 */
const LONGEST_MS = 2000;
const LARGEST_INDEX = 32 * 1024 * 1024;

/** Undefined for a repository in a format that is not read here, such as one with SHA-256 ids. */
function readRepository(git: GitFolder, workers: readonly WorkerFiles[]): Repository | undefined {
  const config = readConfig(git);
  if (!isReadable(config)) return undefined;
  const objects = openObjects(git.common);
  try {
    return factsOf(git, config, objects, workers);
  } catch {
    return undefined;
  } finally {
    objects.close();
  }
}

function isReadable(config: GitConfig): boolean {
  const format = config.get('extensions.objectformat') ?? 'sha1';
  const refs = config.get('extensions.refstorage') ?? 'files';
  return format === 'sha1' && refs === 'files' && config.get('core.bare') !== 'true';
}

function factsOf(
  git: GitFolder,
  config: GitConfig,
  objects: Objects,
  workers: readonly WorkerFiles[],
): Repository | undefined {
  const started = performance.now();
  const isLate = (): boolean => performance.now() - started > LONGEST_MS;
  const refs = readRefs(git);
  const on = refs.target('HEAD');
  const head = (on === undefined ? refs.get('HEAD') : refs.get(on))?.id;
  const commit = head === undefined ? undefined : readCommit(objects, head);
  // A commit that cannot be read: the repository is damaged, or its objects lie elsewhere.
  if (head !== undefined && commit === undefined) return undefined;

  const branch = on?.replace(/^refs\/heads\//, '');
  const index = indexOf(git);
  const status = index && worktreeStatus(git, config, objects, index, commit?.tree, workers, isLate);
  const tags = tagsOf(git, config, refs, objects);
  const uri = (path: string): Uri => `${uriOfPath(git.top)}/${path}`;
  const kept = index?.entries ?? [];
  return {
    root: uriOfPath(git.top),
    branch,
    head,
    remotes: remotesOf(config, refs, objects, { branch, head }, isLate),
    tags,
    changes: status?.changes.map(({ path, state }): Change => ({ uri: uri(path), state })),
    sinceTag:
      head === undefined || tags === undefined ? undefined : sinceTag(objects, head, tags, workers, uri, isLate),
    ignored: (status?.ignored ?? []).map(
      ({ path, rule }): Ignored => ({ uri: uri(path), pattern: rule.pattern, by: uriOfPath(rule.file) }),
    ),
    links: kept.filter(({ kind }) => kind === 'link').map(({ path }) => uri(path)),
    listings: kept.filter(({ path }) => /(?:^|\/)hub\.json$/i.test(path)).map(({ path }) => uri(path)),
  };
}

interface IndexOnDisk extends GitIndex {
  readonly time: number;
}

/** Of a repository without an index, such as one just begun, nothing is kept. */
function indexOf({ own }: GitFolder): IndexOnDisk | undefined {
  const path = join(own, 'index');
  try {
    const time = lstatSync(path).mtimeMs;
    const bytes = readBounded(path, LARGEST_INDEX);
    const index = typeof bytes === 'string' ? undefined : readIndex(bytes);
    return index && { ...index, time };
  } catch (error) {
    const isAbsent = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    return isAbsent ? { entries: [], tree: undefined, time: 0 } : undefined;
  }
}

function worktreeStatus(
  git: GitFolder,
  config: GitConfig,
  objects: Objects,
  index: IndexOnDisk,
  headTree: string | undefined,
  workers: readonly WorkerFiles[],
  isLate: () => boolean,
): Status | undefined {
  const tree = {
    top: git.top,
    index,
    indexTime: index.time,
    headTree,
    objects,
    ignoreCase: config.get('core.ignorecase') === 'true',
    findIgnore: ignoreFinder(git),
  };
  // In a worktree or a submodule `.git` is a file, and a file like any other for whoever lists names.
  const own = workers.flatMap(({ uris }) => uris.filter((uri) => basename(uri) !== '.git'));
  const paths = own.map((uri) => pathIn(git, uri));
  return statusOf(tree, paths, foldersOf(git, workers), isLate);
}

function foldersOf(git: GitFolder, workers: readonly WorkerFiles[]): readonly string[] {
  return workers.map(({ root }) => pathIn(git, root));
}

/** With `/` from the top of the work tree; empty for the top itself. */
function pathIn({ top }: GitFolder, uri: Uri): string {
  return relative(top, pathOfUri(uri)).split(sep).join('/');
}

/**
 * Undefined where an absent tag means nothing: a shallow clone, as build servers make them, or one that fetches none.
 */
function tagsOf(git: GitFolder, config: GitConfig, refs: Refs, objects: Objects): readonly Tag[] | undefined {
  const tags = refs.below('refs/tags/')?.flatMap(({ name, id, peeled }): readonly Tag[] => {
    const commit = peeled ?? peel(objects, id);
    return commit === undefined ? [] : [{ name: name.slice('refs/tags/'.length), commit }];
  });
  if (tags === undefined || tags.length > 0) return tags;
  const isShallow = textOf(join(git.common, 'shallow')) !== undefined;
  const fetchesNone = [...config].some(([key, value]) => /^remote\..*\.tagopt$/.test(key) && value === '--no-tags');
  return isShallow || fetchesNone ? undefined : [];
}

function remotesOf(
  config: GitConfig,
  refs: Refs,
  objects: Objects,
  { branch, head }: Pick<Repository, 'branch' | 'head'>,
  isLate: () => boolean,
): readonly Remote[] {
  return [...config].flatMap(([key, url]): readonly Remote[] => {
    const [, name] = /^remote\.(.+)\.url$/.exec(key) ?? [];
    if (name === undefined) return [];
    const prefix = `refs/remotes/${name}/`;
    const target = refs.target(`${prefix}HEAD`);
    const defaultBranch = target?.startsWith(prefix) ? target.slice(prefix.length) : undefined;
    const branches = [branch, defaultBranch];
    const hasHead = head === undefined ? undefined : hasCommit(objects, refs, { prefix, branches }, head, isLate);
    return [{ name, url: withoutCredentials(url), defaultBranch, hasHead }];
  });
}

/** Whether a commit lies on the remote's branch of the same name, on its default branch, or at the tip of any other. */
function hasCommit(
  objects: Objects,
  refs: Refs,
  names: { readonly prefix: string; readonly branches: readonly (string | undefined)[] },
  commit: string,
  isLate: () => boolean,
): boolean | undefined {
  const tips = refs.below(names.prefix);
  if (tips === undefined || tips.length === 0) return undefined;
  if (tips.some(({ id }) => id === commit)) return true;
  const near = tips.filter(({ name }) => names.branches.includes(name.slice(names.prefix.length)));
  // Local commits on top of what was pushed are the usual case, and few.
  const behind = nearestBehind(objects, commit, new Set(near.map(({ id }) => id)), isLate);
  let isKnown = near.length > 0;
  for (const { id } of near) {
    if (id === behind) continue;
    const found = nearestBehind(objects, id, new Set([commit]), isLate);
    if (found === commit) return true;
    if (found === 'unknown') isKnown = false;
  }
  return isKnown ? false : undefined;
}

const BY_NUMBER = new Intl.Collator('en', { numeric: true });

/** Of tags of one commit: v1.0.10 before v1.0.9, and v1.0 before v1.0-rc1. */
function newestFirst(a: Tag, b: Tag): number {
  const [first = '', ...suffix] = a.name.split('-');
  const [second = '', ...other] = b.name.split('-');
  const byVersion = BY_NUMBER.compare(second, first);
  if (byVersion !== 0) return byVersion;
  if (suffix.length === 0 || other.length === 0) return suffix.length - other.length;
  return BY_NUMBER.compare(b.name, a.name);
}

function sinceTag(
  objects: Objects,
  head: string,
  tags: readonly Tag[],
  workers: readonly WorkerFiles[],
  uri: (path: string) => Uri,
  isLate: () => boolean,
): SinceTag | undefined {
  if (tags.length === 0) return undefined;
  const commit = nearestBehind(objects, head, new Set(tags.map((tag) => tag.commit)), isLate);
  const [tag] = tags.filter((candidate) => candidate.commit === commit).sort(newestFirst);
  const before = tag && readCommit(objects, tag.commit)?.tree;
  const after = readCommit(objects, head)?.tree;
  const found = before && after ? differences(objects, before, after, isLate) : undefined;
  if (tag === undefined || found === undefined) return undefined;
  const isInWorker = (path: string): boolean => workers.some(({ root }) => uri(path).startsWith(`${root}/`));
  const changes = found.filter(({ path }) => isInWorker(path)).map(({ path, state }) => ({ uri: uri(path), state }));
  return { tag: tag.name, changes };
}

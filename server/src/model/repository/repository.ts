// What git knows of a worker's files, as plain data: a host reads it from the `.git` folder, without running git and
// without network. The core never reads it by itself.

import { isWithin, type Uri } from '../../base/uri';

export interface Repository {
  /** The folder that holds `.git`. */
  readonly root: Uri;
  /** Undefined where HEAD is detached. */
  readonly branch: string | undefined;
  /** Undefined before the first commit. */
  readonly head: string | undefined;
  readonly remotes: readonly Remote[];
  /** Every tag; undefined where they could not be read, or a clone need not have them. */
  readonly tags: readonly Tag[] | undefined;
  /** Files of workers that differ from HEAD or are not tracked. Undefined where that could not be told in time. */
  readonly changes: readonly Change[] | undefined;
  /** Where HEAD stands against the newest tag that it descends from; undefined where there is none, or it cannot be told. */
  readonly sinceTag: SinceTag | undefined;
  /** Files that an ignore rule keeps out of the repository. */
  readonly ignored: readonly Ignored[];
  /** Files that are kept as symbolic links. */
  readonly links: readonly Uri[];
  /** Every file that is kept and called hub.json, in any case, under the name that it is kept by. */
  readonly listings: readonly Uri[];
}

export interface Remote {
  readonly name: string;
  /** Without user name and password. */
  readonly url: string;
  /** The branch that its HEAD pointed to when it was cloned. */
  readonly defaultBranch: string | undefined;
  /** Whether the current commit is on one of its branches, as last seen; undefined where that cannot be told. */
  readonly hasHead: boolean | undefined;
}

export interface Tag {
  readonly name: string;
  /** The commit it points to. */
  readonly commit: string;
}

export interface SinceTag {
  readonly tag: string;
  /** Files of workers that differ between the tag and HEAD. */
  readonly changes: readonly Change[];
}

export interface Change {
  readonly uri: Uri;
  readonly state: 'added' | 'modified' | 'untracked' | 'deleted';
}

export interface Ignored {
  readonly uri: Uri;
  readonly pattern: string;
  /** The file that holds the pattern. */
  readonly by: Uri;
}

/** A folder of a repository with several listings, such as its examples, is not what the repository publishes. */
export function isPublishedFrom(repository: Repository, worker: Uri): boolean {
  if (repository.root === worker) return true;
  const [only, other] = repository.listings;
  return only !== undefined && other === undefined && isWithin(worker, only);
}

/** The remote that the repository is published from. */
export function publishingRemote({ remotes }: Repository): Remote | undefined {
  return remotes.find(({ name }) => name === 'origin') ?? (remotes.length === 1 ? remotes[0] : undefined);
}

export interface GitHubName {
  readonly owner: string;
  readonly name: string;
}

const PART = '[\\w.-]+';
const GITHUB_URL = new RegExp(
  `^(?:(?:https?|git|ssh)://(?:[^@/\\s]+@)?(?:www\\.|ssh\\.)?github\\.com(?::\\d+)?/|(?:[\\w-]+@)?github\\.com:/?)(${PART})/(${PART}?)(?:\\.git)?/?$`,
  'i',
);

/** Undefined for a repository elsewhere, or under a host's alias. */
export function gitHubName(url: string): GitHubName | undefined {
  const [, owner, name] = GITHUB_URL.exec(url.trim()) ?? [];
  return owner === undefined || name === undefined ? undefined : { owner, name };
}

/** As it may be shown: whoever is named in front of the host may have a token behind the colon, or be one. */
export function withoutCredentials(url: string): string {
  return url.replace(/^([a-z][a-z0-9+.-]*:\/\/)[^/]*@/i, '$1');
}

export function isSameName(a: GitHubName, b: GitHubName): boolean {
  return showName(a).toLowerCase() === showName(b).toLowerCase();
}

export function showName({ owner, name }: GitHubName): string {
  return `${owner}/${name}`;
}

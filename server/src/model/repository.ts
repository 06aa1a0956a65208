// What git knows of a worker's files, as plain data: a host reads it from the `.git` folder, without running git and
// without network. The core never reads it by itself.

import type { Uri } from '../base/uri';

export interface Repository {
  /** The folder that holds `.git`. */
  readonly root: Uri;
  /** Undefined where HEAD is detached. */
  readonly branch: string | undefined;
  /** Undefined before the first commit. */
  readonly head: string | undefined;
  readonly remotes: readonly Remote[];
  /** Every tag; undefined where they could not be read. */
  readonly tags: readonly Tag[] | undefined;
  /** Files that differ from HEAD or are not tracked. Undefined where that could not be told in time. */
  readonly changes: readonly Change[] | undefined;
  /** Files that differ between HEAD and the newest tag that HEAD descends from; undefined where that cannot be told. */
  readonly sinceTag: { readonly tag: string; readonly paths: readonly Uri[] } | undefined;
  /** Files that an ignore rule keeps out of the repository. */
  readonly ignored: readonly Uri[];
}

export interface Remote {
  readonly name: string;
  readonly url: string;
}

export interface Tag {
  readonly name: string;
  /** The commit it points to. */
  readonly commit: string;
}

export interface Change {
  readonly uri: Uri;
  readonly state: 'modified' | 'untracked' | 'deleted';
}

// The names of the files below a worker's root.

import type { Uri } from '../base/uri';

export interface Files {
  readonly root: Uri;
  /** Sorted. */
  readonly uris: readonly Uri[];
  has(uri: Uri): boolean;
}

export function makeFiles(root: Uri, uris: readonly Uri[]): Files {
  const sorted = [...uris].sort();
  const set = new Set(sorted);
  return { root, uris: sorted, has: (uri) => set.has(uri) };
}

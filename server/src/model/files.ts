// The names of the files below a worker's root.

import type { Uri } from '../base/uri';

export interface Files {
  readonly root: Uri;
  /** Sorted. */
  readonly uris: readonly Uri[];
  /** Roots of the workers further down, whose files are not among these. */
  readonly others: readonly Uri[];
  has(uri: Uri): boolean;
  /** Whether a folder has this name, or a file has it without what follows a dot. */
  hasNamed(name: string): boolean;
}

export function makeFiles(root: Uri, uris: readonly Uri[], others: readonly Uri[] = []): Files {
  const sorted = [...uris].sort();
  const set = new Set(sorted);
  let names: ReadonlySet<string> | undefined;
  return {
    root,
    uris: sorted,
    others,
    has: (uri) => set.has(uri),
    hasNamed: (name) => {
      names ??= namesIn(root, sorted);
      return names.has(name);
    },
  };
}

function namesIn(root: Uri, uris: readonly Uri[]): ReadonlySet<string> {
  const names = new Set<string>();
  for (const uri of uris) {
    const segments = uri.slice(root.length + 1).split('/');
    const file = segments.pop() ?? '';
    for (const segment of segments) names.add(segment);
    names.add(file.split('.')[0] ?? file);
  }
  return names;
}

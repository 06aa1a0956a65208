// Files that look as if RunPod read them, and which it does not: hub.json and tests.json under a name or in a folder where
// the Hub does not look, and configuration of other tools. Told by their names alone.

import { basename, dirname, relativeTo, type Uri } from '../../base/uri';
import { UNREAD_CONFIGURATION } from '../../knowledge/hub-files';
import type { Files } from '../files';

/** A file, and where the Hub would look for it. */
export interface Misplaced {
  readonly uri: Uri;
  /** Such as `.runpod/hub.json`. */
  readonly expected: string;
  /** Only the case of letters is wrong: to some disks both names are one. */
  readonly isSameOnSomeDisks: boolean;
}

const LIKE_RUNPOD = /^[._]?run[-_]?pod$/i;
const LIKE_HUB_FILE = /^(?:hub|tests)\.json$/i;

/** Each hub.json and tests.json that stands in the way of nothing: where the right one is there, the others are left alone. */
export function misplacedFiles({ root, uris, has }: Files): readonly Misplaced[] {
  return uris.flatMap((uri): readonly Misplaced[] => {
    const path = relativeTo(root, uri) ?? '';
    const name = basename(path);
    if (!LIKE_HUB_FILE.test(name)) return [];
    const [folder, ...deeper] = path.split('/').slice(0, -1);
    if (deeper.length > 0 || (folder !== undefined && !LIKE_RUNPOD.test(folder))) return [];
    const file = name.toLowerCase();
    const expected = `.runpod/${file}`;
    const isRight = path === expected || path === file;
    if (isRight || has(`${root}/${expected}`) || has(`${root}/${file}`)) return [];
    const isSameOnSomeDisks = [expected, file].includes(path.toLowerCase());
    return [{ uri, expected, isSameOnSomeDisks }];
  });
}

/** Configuration at the worker's root that nothing of RunPod's serverless or Hub reads. */
export function unreadConfiguration({ root, uris }: Files): readonly Uri[] {
  return uris.filter((uri) => dirname(uri) === root && basename(uri) in UNREAD_CONFIGURATION);
}

export function strayFiles(files: Files): readonly Uri[] {
  return [...misplacedFiles(files).map(({ uri }) => uri), ...unreadConfiguration(files)];
}

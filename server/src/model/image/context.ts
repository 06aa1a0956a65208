// The files that `docker build` sees: the worker's folder, or one further up where the Dockerfile's own COPY lines say so.
// What `.dockerignore` leaves out is told beside; what is copied where is model/image/image-tree.ts's business.

import { isPattern, pathMatcher, segmentsOf } from '../../base/glob';
import { dirname, isWithin, relativeTo, type Uri } from '../../base/uri';
import type { Copy, CopySource } from '../../facts/docker';
import type { IgnoreFile } from '../../facts/ignore';
import { mayBeUnlisted } from '../../knowledge/folders';
import type { Files } from '../files';
import type { Docker } from './docker';
import { type LeftOut, leftOutBy } from './left-out';

/** Paths are relative to the context, without `.` and `..`; the context itself is the empty path. */
export interface Context {
  file(path: string): Uri | undefined;
  isFolder(path: string): boolean;
  /** There may be something there that is no file of the worker: outside of it, not listed, or in a submodule. */
  mayHold(path: string): boolean;
  readonly leftOut: LeftOut;
  /** Paths that fit a source with `*` or `?` in it. */
  matching(pattern: string): readonly string[];
  pathOf(uri: Uri): string | undefined;
}

/** Undefined where the text does not tell which folder it is. */
export function contextOf(files: Files, docker: Docker, ignore: IgnoreFile | undefined): Context | undefined {
  const sources = docker.stages.flatMap(({ copies }) => copies.flatMap(localSources));
  const present = sources.filter((path) => exists(files, path));
  const missing = sources.filter((path) => !exists(files, path));
  const above = folderAbove(files, missing);
  // The `.dockerignore` of a folder above is not the worker's.
  if (above !== undefined) return makeContext(files, above, leftOutBy(undefined), true);
  if (present.length === 0 && missing.length > 0) return undefined;
  return makeContext(files, '', leftOutBy(ignore), present.length > 0);
}

/** Sources that name one file or folder: `COPY . .` says nothing about where `.` is. */
function localSources({ from, sources }: Copy): readonly string[] {
  return from === undefined ? sources.flatMap((source) => plainPath(source) ?? []) : [];
}

function plainPath({ remote, expanded }: CopySource): string | undefined {
  if (remote || !expanded.known || isPattern(expanded.value)) return undefined;
  const path = segmentsOf(expanded.value).join('/');
  return path === '' ? undefined : path;
}

function exists(files: Files, path: string): boolean {
  const uri = `${files.root}/${path}`;
  return files.has(uri) || hasFilesBelow(files, uri);
}

function hasFilesBelow({ uris }: Files, folder: Uri): boolean {
  const start = `${folder}/`;
  let low = 0;
  let high = uris.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((uris[middle] ?? '') < start) low = middle + 1;
    else high = middle;
  }
  return uris[low]?.startsWith(start) === true;
}

/** Most folders between the context and the worker. */
const MOST_ABOVE = 5;

/** `workers/a`, where `COPY workers/a/handler.py .` names a file of the worker `…/workers/a`. */
function folderAbove(files: Files, sources: readonly string[]): string | undefined {
  return foldersAround(files).find((folder) =>
    sources.some((path) => path.startsWith(`${folder}/`) && exists(files, path.slice(folder.length + 1))),
  );
}

/** The worker's own folder as seen from one, two, three folders above. */
function foldersAround({ root }: Files): readonly string[] {
  const segments = root
    .replace(/^\w+:\/\/[^/]*/, '')
    .split('/')
    .filter((part) => part !== '');
  return Array.from({ length: Math.min(MOST_ABOVE, segments.length) }, (_, index) =>
    segments.slice(-1 - index).join('/'),
  );
}

function makeContext(files: Files, folder: string, leftOut: LeftOut, certain: boolean): Context {
  const prefix = folder === '' ? '' : `${folder}/`;
  const around = foldersAround(files);
  const below = (path: string): string | undefined => {
    if (path === folder) return '';
    return path.startsWith(prefix) ? path.slice(prefix.length) : undefined;
  };
  const uriOf = (path: string): Uri => (path === '' ? files.root : `${files.root}/${path}`);
  const hasSubmodules = files.has(`${files.root}/.gitmodules`);
  const file = (path: string): Uri | undefined => {
    const inner = below(path);
    return inner !== undefined && files.has(uriOf(inner)) ? uriOf(inner) : undefined;
  };
  return {
    file,
    isFolder: (path) => {
      const inner = below(path);
      if (inner === undefined) return folder.startsWith(`${path}/`) || path === '';
      return inner === '' || hasFilesBelow(files, uriOf(inner));
    },
    mayHold: (path) => {
      const inner = below(path);
      if (inner === undefined) return true;
      const uri = uriOf(inner);
      if (inner.split('/').some(mayBeUnlisted) || files.others.some((root) => isWithin(root, uri))) return true;
      if (hasSubmodules && !hasFilesBelow(files, dirname(uri))) return true;
      // Built from a folder above, `COPY . .` brings the worker's files in its own folder.
      return (
        !certain && around.some((name) => path.startsWith(`${name}/`) && files.has(uriOf(path.slice(name.length + 1))))
      );
    },
    leftOut,
    matching: (pattern) => {
      // To COPY, `**` is what `*` is.
      const segments = segmentsOf(pattern).map((part) => part.replace(/\*{2,}/g, '*'));
      const fits = pathMatcher(segments);
      const seen = new Set<string>();
      const found: string[] = [];
      for (const uri of files.uris) {
        const head = headOf(prefix + (relativeTo(files.root, uri) ?? ''), segments.length);
        if (seen.has(head)) continue;
        seen.add(head);
        if (fits(head.split('/'))) found.push(head);
      }
      return found;
    },
    pathOf: (uri) => {
      const path = relativeTo(files.root, uri);
      return path === undefined ? undefined : prefix + path;
    },
  };
}

/** The first folders and names of a path. */
function headOf(path: string, length: number): string {
  let at = -1;
  for (let count = 0; count < length; count++) {
    at = path.indexOf('/', at + 1);
    if (at < 0) return path;
  }
  return path.slice(0, at);
}

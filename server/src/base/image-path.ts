// Paths inside an image: absolute, with `/`, without `.` and `..`. Where the folder is unknown, so is the path.

import { segmentsOf } from './glob';
import { known, type Static, unknown } from './static';

export function resolvePath(folder: Static<string>, path: string): Static<string> {
  // Home folders and what a variable holds are nobody's to know.
  if (path.startsWith('~') || path.includes('\uFFFC')) return unknown;
  if (path.startsWith('/')) return known(normalised(path));
  return folder.known ? known(normalised(`${folder.value}/${path}`)) : unknown;
}

function normalised(path: string): string {
  return `/${segmentsOf(path).join('/')}`;
}

/** Whether `path` is `folder` or lies below it. */
export function isBelow(folder: string, path: string): boolean {
  return path === folder || folder === '/' || path.startsWith(`${folder}/`);
}

/** What of `path` lies below `folder`; empty for the folder itself. */
export function below(folder: string, path: string): string {
  return folder === '/' ? path.slice(1) : path.slice(folder.length + 1);
}

export function within(folder: string, path: string): string {
  if (path === '') return folder;
  return folder === '/' ? `/${path}` : `${folder}/${path}`;
}

export function parentOf(path: string): string {
  return path.slice(0, Math.max(1, path.lastIndexOf('/')));
}

export function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

// Paths of this machine to the core's URIs and back (lsp/uris.ts says what those look like).

import { isAbsolute, relative, sep } from 'node:path';
import type { Uri } from '../base/uri';

const SCHEME = 'file://';
const ON_WINDOWS = sep === '\\';

/** Of an absolute path. */
export function uriOfPath(path: string): Uri {
  if (!ON_WINDOWS) return SCHEME + (path === '/' ? '' : path);
  if (path.startsWith('\\\\')) return `file:${path.replaceAll('\\', '/')}`;
  return `${SCHEME}/${path.slice(0, 1).toLowerCase()}${path.slice(1).replaceAll('\\', '/')}`;
}

export function pathOfUri(uri: Uri): string {
  const path = uri.slice(SCHEME.length);
  if (!ON_WINDOWS) return path === '' ? '/' : path;
  return (isFileUri(uri) ? path.slice(1) : `\\\\${path}`).replaceAll('/', '\\');
}

export function isFileUri(uri: Uri): boolean {
  return uri.startsWith(`${SCHEME}/`);
}

/** With `/`: relative to `folder` where it lies in it, else absolute. `.` for the folder itself. */
export function shownPath(folder: string, path: string): string {
  const short = relative(folder, path);
  const outside = short === '..' || short.startsWith(`..${sep}`) || isAbsolute(short);
  const shown = outside ? path : short === '' ? '.' : short;
  return ON_WINDOWS ? shown.replaceAll('\\', '/') : shown;
}

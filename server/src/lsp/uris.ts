// Clients' URIs to the core's and back. Clients encode one file in many ways (`c%3A`, `C:`, `%28`, `(`), the core
// compares strings: inside, a URI is decoded and a drive letter small, so that names read as people wrote them.

import { basename, relativeTo, type Uri } from '../base/uri';

const PARTS = /^([a-z][a-z0-9+.-]*:\/\/[^/?#]*)([^?#]*)$/i;
const DRIVE = /^\/[A-Z]:/;

/** A URI with a query, a fragment or a broken escape stays as it is: it names nothing that lies in a folder. */
export function fromClient(uri: string): Uri {
  const [, authority, path] = PARTS.exec(uri) ?? [];
  if (authority === undefined || path === undefined) return uri;
  const decoded = decode(path);
  if (decoded === undefined) return uri;
  const cased = DRIVE.test(decoded) ? decoded.slice(0, 2).toLowerCase() + decoded.slice(2) : decoded;
  return authority + (cased.length > 1 && cased.endsWith('/') ? cased.slice(0, -1) : cased);
}

/** Encoded as VS Code does it. */
export function toClient(uri: Uri): string {
  const at = uri.indexOf('/', uri.indexOf('://') + 3);
  if (at < 0) return uri;
  return uri.slice(0, at) + uri.slice(at).split('/').map(encode).join('/');
}

/** More than encodeURIComponent does. */
function encode(part: string): string {
  return encodeURIComponent(part).replace(/[!'()*]/g, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`);
}

/** From the folder of the workspace; with the folder's name where the path would be empty, or could be in another one. */
export function pathFrom(folders: readonly Uri[], uri: Uri): string {
  for (const folder of folders) {
    if (uri === folder) return basename(folder);
    const inside = relativeTo(folder, uri);
    if (inside !== undefined) return folders.length === 1 ? inside : `${basename(folder)}/${inside}`;
  }
  return uri;
}

function decode(path: string): string | undefined {
  if (!path.includes('%')) return path;
  try {
    return decodeURIComponent(path);
  } catch {
    return undefined;
  }
}

// URIs as plain strings with `/` between segments. The core only joins, splits and compares them;
// turning them into paths is the hosts' business.

export type Uri = string;

/** The part before the last `/`; the URI itself where there is none. */
export function dirname(uri: Uri): Uri {
  const slash = uri.lastIndexOf('/');
  return slash < 0 ? uri : uri.slice(0, slash);
}

export function basename(uri: Uri): string {
  return uri.slice(uri.lastIndexOf('/') + 1);
}

/** Joins a folder and a relative path; `.` and `..` are resolved, never above the folder's authority. */
export function join(folder: Uri, relative: string): Uri {
  const base = folder.split('/');
  for (const segment of relative.split('/')) {
    if (segment === '' || segment === '.') continue;
    if (segment === '..') {
      if (base.length > 3) base.pop();
    } else {
      base.push(segment);
    }
  }
  return base.join('/');
}

/** Whether `uri` is `folder` or lies below it. */
export function isWithin(folder: Uri, uri: Uri): boolean {
  return uri === folder || uri.startsWith(folder.endsWith('/') ? folder : `${folder}/`);
}

/** The path of `uri` below `folder`, or undefined when it is not below it. */
export function relativeTo(folder: Uri, uri: Uri): string | undefined {
  const prefix = folder.endsWith('/') ? folder : `${folder}/`;
  return uri.startsWith(prefix) ? uri.slice(prefix.length) : undefined;
}

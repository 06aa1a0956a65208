// The file system as the core sees it: names below a folder, and the text of a file, both bounded.
// Nothing is written or executed. Core URIs are made in lsp/uris.ts, shared with every other host.

import { isUtf8 } from 'node:buffer';
import {
  closeSync,
  constants,
  type Dirent,
  existsSync,
  fstatSync,
  opendirSync,
  openSync,
  readdirSync,
  readSync,
  realpathSync,
  statSync,
} from 'node:fs';
import { dirname, join, sep } from 'node:path';
import {
  isDataFolder,
  isForeignFolder,
  isJavaScriptOutput,
  MOST_DATA_ENTRIES,
  MOST_DATA_FILES,
  VENV_MARKER,
} from '../knowledge/folders';

export interface Reach {
  /** Folders below the root, the root itself not counted. */
  readonly depth: number;
  readonly files: number;
}

export const WORKSPACE_REACH: Reach = { depth: 24, files: 20_000 };

/** Of a file opened on its own: its folder may be anything, a home folder too. */
export const NEARBY_REACH: Reach = { depth: 3, files: 2_000 };

export interface Listing {
  /** Absolute paths of regular files, in the order of the folders. */
  readonly paths: readonly string[];
  readonly remarks: readonly Remark[];
}

/** What was left out, and why: one clear line. */
export interface Remark {
  readonly path: string;
  readonly problem: string;
}

interface Folder {
  readonly path: string;
  /** Below a folder of weights or data, or one itself. */
  readonly data: boolean;
}

/** Breadth first, so that a cut leaves out what lies deepest. */
export function listFiles(root: string, reach: Reach = WORKSPACE_REACH): Listing {
  const paths: string[] = [];
  const remarks: Remark[] = [];
  let dataEntries = 0;
  let level: readonly Folder[] = [{ path: root, data: false }];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > reach.depth) {
      remarks.push({ path: root, problem: `folders more than ${reach.depth} levels deep are not checked` });
      break;
    }
    const next: Folder[] = [];
    for (const folder of level) {
      const entries = entriesOf(folder, folder.path === root, remarks, dataEntries < MOST_DATA_FILES);
      if (folder.data) dataEntries += entries.length;
      const beside = (name: string): boolean => entries.some((entry) => entry.name === name);
      const prefix = folder.path.endsWith(sep) ? folder.path : folder.path + sep;
      for (const entry of entries) {
        const path = prefix + entry.name;
        const kind = kindOf(entry, path, remarks);
        if (kind === 'folder') {
          if (!isForeignFolder(entry.name) && !isJavaScriptOutput(entry.name, beside))
            next.push({ path, data: folder.data || isDataFolder(entry.name) });
        } else if (kind === 'file') {
          if (paths.length === reach.files) {
            const problem = `more than ${reach.files} files: the rest is not checked; name the worker's own folder`;
            remarks.push({ path: root, problem });
            return { paths, remarks };
          }
          paths.push(path);
        }
      }
    }
    level = next;
  }
  return { paths, remarks };
}

/** Sorted by name, so that the result does not depend on the file system. Empty for what belongs to somebody else. */
function entriesOf({ path, data }: Folder, isRoot: boolean, remarks: Remark[], takesData: boolean): readonly Dirent[] {
  let entries: readonly Dirent[];
  try {
    const few = data ? firstEntries(path, MOST_DATA_ENTRIES) : undefined;
    if (data && (few === undefined || !takesData) && !existsSync(join(path, '__init__.py'))) return [];
    entries = few ?? readdirSync(path, { withFileTypes: true });
  } catch (error) {
    remarks.push({ path, problem: `not readable (${reasonOf(error)}): not checked` });
    return [];
  }
  if (!isRoot && entries.some((entry) => entry.name === VENV_MARKER)) return [];
  return [...entries].sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** All entries of a folder, or undefined when there are more than `most`: the rest is not even read. */
function firstEntries(path: string, most: number): readonly Dirent[] | undefined {
  const folder = opendirSync(path, { bufferSize: most + 1 });
  try {
    const entries: Dirent[] = [];
    for (let entry = folder.readSync(); entry !== null; entry = folder.readSync()) {
      if (entries.length === most) return undefined;
      entries.push(entry);
    }
    return entries;
  } finally {
    folder.closeSync();
  }
}

function kindOf(entry: Dirent, path: string, remarks: Remark[]): 'file' | 'folder' | 'other' {
  if (entry.isFile()) return 'file';
  if (entry.isDirectory()) return 'folder';
  if (!entry.isSymbolicLink()) return 'other';
  try {
    const target = statSync(path);
    if (target.isFile()) return 'file';
    // Followed, a link to a folder may lead out of the worker, or round in circles.
    if (target.isDirectory() && !isForeignFolder(entry.name)) {
      const loops = `${realpathSync(dirname(path))}${sep}`.startsWith(`${realpathSync(path)}${sep}`);
      remarks.push({ path, problem: `symbolic link to a folder${loops ? ' around it, a loop' : ''}: not followed` });
    }
  } catch {
    remarks.push({ path, problem: 'symbolic link that leads nowhere: not checked' });
  }
  return 'other';
}

const KIB = 1024;
const MIB = KIB * KIB;
const LARGEST_JSON = 4 * MIB;
const LARGEST = MIB;

export type Reading = { readonly text: string } | { readonly problem: string };

/** The text of a file with its byte order mark, if any, or why it has none that can be checked. */
export function readText(path: string): Reading {
  const limit = path.toLowerCase().endsWith('.json') ? LARGEST_JSON : LARGEST;
  try {
    const bytes = readBounded(path, limit);
    if (typeof bytes === 'string') return { problem: bytes };
    return isUtf8(bytes) ? { text: bytes.toString('utf8') } : { problem: 'not UTF-8: not checked' };
  } catch (error) {
    return { problem: `not readable (${reasonOf(error)}): not checked` };
  }
}

/** The bytes, or what keeps them from being read. Opened without blocking: a pipe would wait for its writer for ever. */
export function readBounded(path: string, limit: number): Buffer | string {
  const file = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  try {
    const stats = fstatSync(file);
    if (!stats.isFile()) return 'not a regular file: not checked';
    if (stats.size > limit) return `${megabytes(stats.size)} MiB, more than ${megabytes(limit)} MiB: not checked`;
    const buffer = Buffer.allocUnsafe(stats.size);
    let filled = 0;
    while (filled < buffer.length) {
      const count = readSync(file, buffer, filled, buffer.length - filled, null);
      if (count === 0) break;
      filled += count;
    }
    return buffer.subarray(0, filled);
  } finally {
    closeSync(file);
  }
}

function megabytes(bytes: number): string {
  return (bytes / MIB).toFixed(1).replace(/\.0$/, '');
}

/** The system's word for an error, such as EACCES: short, and without the path that the caller names. */
function reasonOf(error: unknown): string {
  if (error instanceof Error && 'code' in error && typeof error.code === 'string') return error.code;
  return error instanceof Error ? error.message : String(error);
}

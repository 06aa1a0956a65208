// The file system as the core sees it: names below a folder, and the text of a file, both bounded.
// Nothing is written or executed. Core URIs are made in lsp/uris.ts, shared with every other host.

import { isUtf8 } from 'node:buffer';
import {
  closeSync,
  constants,
  type Dirent,
  fstatSync,
  openSync,
  readdirSync,
  readSync,
  realpathSync,
  statSync,
} from 'node:fs';
import { dirname, join, sep } from 'node:path';
import { isForeignFolder, isJavaScriptOutput, VENV_MARKER } from '../knowledge/folders';

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

/** Breadth first, so that a cut leaves out what lies deepest. */
export function listFiles(root: string, reach: Reach = WORKSPACE_REACH): Listing {
  const paths: string[] = [];
  const remarks: Remark[] = [];
  let level = [root];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > reach.depth) {
      remarks.push({ path: root, problem: `folders more than ${reach.depth} levels deep are not checked` });
      break;
    }
    const next: string[] = [];
    for (const folder of level) {
      const entries = entriesOf(folder, folder === root, remarks);
      const names = new Set(entries.map((entry) => entry.name));
      for (const entry of entries) {
        const path = join(folder, entry.name);
        const kind = kindOf(entry, path, remarks);
        if (kind === 'folder') {
          if (!isForeignFolder(entry.name) && !isJavaScriptOutput(entry.name, (name) => names.has(name)))
            next.push(path);
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

/** Sorted by name, so that the result does not depend on the file system. Empty for a virtual environment. */
function entriesOf(folder: string, isRoot: boolean, remarks: Remark[]): readonly Dirent[] {
  let entries: Dirent[];
  try {
    entries = readdirSync(folder, { withFileTypes: true });
  } catch (error) {
    remarks.push({ path: folder, problem: `not readable (${reasonOf(error)}): not checked` });
    return [];
  }
  if (!isRoot && entries.some((entry) => entry.name === VENV_MARKER)) return [];
  return entries.sort((a, b) => (a.name < b.name ? -1 : 1));
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
function readBounded(path: string, limit: number): Buffer | string {
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

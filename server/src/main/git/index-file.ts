// Git's index: the files that the next commit will have, with what their stat said when they were last compared.
// Versions 2 to 4; a split or sparse index, or anything else unusual, is undefined.

export interface IndexEntry {
  /** With `/`, from the top of the work tree. */
  readonly path: string;
  readonly id: string;
  readonly kind: 'file' | 'link' | 'submodule';
  readonly size: number;
  readonly mtimeSeconds: number;
  /** Git was told not to look at it in the work tree. */
  readonly isTrusted: boolean;
}

export interface GitIndex {
  readonly entries: readonly IndexEntry[];
  /** The tree that all entries together are, where the index has it. */
  readonly tree: string | undefined;
}

const MOST_ENTRIES = 200_000;
const FIXED_BYTES = 62;
const HASH_BYTES = 20;

export function readIndex(data: Buffer): GitIndex | undefined {
  try {
    return parse(data);
  } catch {
    return undefined;
  }
}

function parse(data: Buffer): GitIndex | undefined {
  if (data.toString('latin1', 0, 4) !== 'DIRC') return undefined;
  const version = data.readUInt32BE(4);
  const count = data.readUInt32BE(8);
  if (version < 2 || version > 4 || count > MOST_ENTRIES) return undefined;
  const entries: IndexEntry[] = [];
  let at = 12;
  let path = Buffer.alloc(0);
  for (let i = 0; i < count; i++) {
    const start = at;
    const flags = data.readUInt16BE(start + 60);
    const isExtended = (flags & 0x4000) !== 0;
    const extra = isExtended ? data.readUInt16BE(start + FIXED_BYTES) : 0;
    at = start + FIXED_BYTES + (isExtended ? 2 : 0);
    let kept = 0;
    if (version === 4) {
      const dropped = readOffset(data, at);
      at = dropped.end;
      kept = path.length - dropped.value;
      if (kept < 0) return undefined;
    }
    const end = data.indexOf(0, at);
    if (end < 0) return undefined;
    path = Buffer.concat([path.subarray(0, kept), data.subarray(at, end)]);
    // Entries of older versions are padded with NULs to a multiple of eight bytes.
    at = version === 4 ? end + 1 : start + ((end - start + 8) & ~7);
    const mode = data.readUInt32BE(start + 24) & 0o170000;
    if (mode === 0o040000) return undefined;
    // Skipped in the work tree, marked as unchanged, or only announced.
    const isTrusted = (flags & 0x8000) !== 0 || (extra & 0x6000) !== 0;
    entries.push({
      path: path.toString('utf8'),
      id: data.toString('hex', start + 40, start + 60),
      kind: mode === 0o120000 ? 'link' : mode === 0o160000 ? 'submodule' : 'file',
      size: data.readUInt32BE(start + 36),
      mtimeSeconds: data.readUInt32BE(start + 8),
      isTrusted,
    });
  }
  return readExtensions(data, at, entries);
}

function readExtensions(data: Buffer, start: number, entries: readonly IndexEntry[]): GitIndex | undefined {
  let tree: string | undefined;
  for (let at = start; at + 8 <= data.length - HASH_BYTES; ) {
    const name = data.toString('latin1', at, at + 4);
    const length = data.readUInt32BE(at + 4);
    if (name === 'TREE') tree = rootTree(data.subarray(at + 8, at + 8 + length));
    // Written small: not understood without it.
    else if (/^[a-z]/.test(name)) return undefined;
    at += 8 + length;
  }
  return { entries, tree };
}

/** The first entry is the root's: an empty path, the number of its files, -1 where it is out of date, then its id. */
function rootTree(cached: Buffer): string | undefined {
  const [, files, folders] = /^\0(-?\d+) (\d+)\n/.exec(cached.toString('latin1', 0, 40)) ?? [];
  if (files === undefined || folders === undefined || files.startsWith('-')) return undefined;
  const at = files.length + folders.length + 3;
  return cached.length >= at + HASH_BYTES ? cached.toString('hex', at, at + HASH_BYTES) : undefined;
}

function readOffset(data: Buffer, start: number): { readonly value: number; readonly end: number } {
  let at = start;
  let byte = data.readUInt8(at++);
  let value = byte & 0x7f;
  while (byte & 0x80) {
    byte = data.readUInt8(at++);
    value = (value + 1) * 128 + (byte & 0x7f);
  }
  return { value, end: at };
}

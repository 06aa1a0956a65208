// Git's objects, loose and packed: commits, trees, tags and small files by their id. Reads what it needs of a pack, never
// the whole; an object that is absent, damaged or too large is undefined.

import { closeSync, fstatSync, openSync, readdirSync, readSync } from 'node:fs';
import { join } from 'node:path';
import { inflateSync } from 'node:zlib';
import { readBounded } from '../files.node';

export type ObjectType = 'commit' | 'tree' | 'blob' | 'tag';

export interface GitObject {
  readonly type: ObjectType;
  readonly data: Buffer;
}

export interface Objects {
  read(id: string): GitObject | undefined;
  close(): void;
}

const LARGEST_OBJECT = 4 * 1024 * 1024;
const MOST_PACKS = 200;
const ID_BYTES = 20;

/** `close` must follow: packs stay open in between. */
export function openObjects(common: string): Objects {
  const folder = join(common, 'objects');
  let packs: Pack[] | undefined;
  return {
    read(id) {
      const loose = readLoose(folder, id);
      if (loose !== undefined) return loose;
      packs ??= openPacks(join(folder, 'pack'));
      const name = Buffer.from(id, 'hex');
      for (const pack of packs) {
        const found = attempt(() => pack.read(name));
        if (found !== undefined) return found;
      }
      return undefined;
    },
    close() {
      for (const pack of packs ?? []) pack.close();
      packs = [];
    },
  };
}

function attempt<T>(run: () => T): T | undefined {
  try {
    return run();
  } catch {
    return undefined;
  }
}

function readLoose(folder: string, id: string): GitObject | undefined {
  return attempt(() => {
    const bytes = readBounded(join(folder, id.slice(0, 2), id.slice(2)), LARGEST_OBJECT);
    if (typeof bytes === 'string') return undefined;
    const content = inflateSync(bytes, { maxOutputLength: LARGEST_OBJECT });
    const end = content.indexOf(0);
    const [, type] = /^(commit|tree|blob|tag) \d+$/.exec(content.toString('latin1', 0, end)) ?? [];
    return isType(type) ? { type, data: content.subarray(end + 1) } : undefined;
  });
}

function isType(type: string | undefined): type is ObjectType {
  return type === 'commit' || type === 'tree' || type === 'blob' || type === 'tag';
}

function openPacks(folder: string): Pack[] {
  const names = attempt(() => readdirSync(folder)) ?? [];
  return names
    .filter((name) => name.endsWith('.idx'))
    .slice(0, MOST_PACKS)
    .flatMap((name) => attempt(() => new Pack(join(folder, name.slice(0, -'.idx'.length)))) ?? []);
}

const TYPES: Readonly<Record<number, ObjectType>> = { 1: 'commit', 2: 'tree', 3: 'blob', 4: 'tag' };
const OFFSET_DELTA = 6;
const ID_DELTA = 7;
const LONGEST_CHAIN = 100;
const MOST_REMEMBERED = 16 * 1024 * 1024;
const HEADER_BYTES = 32;

/** One pack with its index of version 2. */
class Pack {
  private readonly index: number;
  private pack: { readonly file: number; readonly size: number } | undefined;
  /** How many ids begin with each byte, or a smaller one. */
  private readonly fanout: Buffer;
  private readonly buckets = new Map<number, Buffer>();
  /** Objects by their offset: deltas share their bases. */
  private readonly remembered = new Map<number, GitObject>();
  private rememberedBytes = 0;

  constructor(private readonly path: string) {
    this.index = openSync(`${path}.idx`, 'r');
    const head = readAt(this.index, 0, 8 + 256 * 4);
    if (head.readUInt32BE(0) !== 0xff744f63 || head.readUInt32BE(4) !== 2) {
      closeSync(this.index);
      throw new Error('not an index of version 2');
    }
    this.fanout = head.subarray(8);
  }

  close(): void {
    closeSync(this.index);
    if (this.pack !== undefined) closeSync(this.pack.file);
  }

  read(id: Buffer): GitObject | undefined {
    const offset = this.offsetOf(id);
    return offset === undefined ? undefined : this.objectAt(offset, 0);
  }

  private upTo(byte: number): number {
    return byte < 0 ? 0 : this.fanout.readUInt32BE(byte * 4);
  }

  private offsetOf(id: Buffer): number | undefined {
    const byte = id.readUInt8(0);
    const first = this.upTo(byte - 1);
    const count = this.upTo(byte) - first;
    let bucket = this.buckets.get(byte);
    if (bucket === undefined) {
      bucket = readAt(this.index, 8 + 1024 + first * ID_BYTES, count * ID_BYTES);
      this.buckets.set(byte, bucket);
    }
    let low = 0;
    let high = count;
    while (low < high) {
      const middle = (low + high) >> 1;
      const order = bucket.compare(id, 0, ID_BYTES, middle * ID_BYTES, (middle + 1) * ID_BYTES);
      if (order === 0) return this.offsetAt(first + middle);
      if (order < 0) low = middle + 1;
      else high = middle;
    }
    return undefined;
  }

  private offsetAt(position: number): number {
    const total = this.upTo(255);
    const offsets = 8 + 1024 + total * (ID_BYTES + 4);
    const offset = readAt(this.index, offsets + position * 4, 4).readUInt32BE(0);
    if (offset < 0x80000000) return offset;
    const large = offsets + total * 4 + (offset - 0x80000000) * 8;
    return Number(readAt(this.index, large, 8).readBigUInt64BE(0));
  }

  private objectAt(offset: number, depth: number): GitObject | undefined {
    const known = this.remembered.get(offset);
    if (known !== undefined) return known;
    if (depth > LONGEST_CHAIN) return undefined;
    const object = this.unpack(offset, depth);
    if (object !== undefined && this.rememberedBytes + object.data.length <= MOST_REMEMBERED) {
      this.remembered.set(offset, object);
      this.rememberedBytes += object.data.length;
    }
    return object;
  }

  private unpack(offset: number, depth: number): GitObject | undefined {
    const { file, size: packed } = this.opened();
    const header = readAt(file, offset, Math.min(HEADER_BYTES, packed - offset));
    let at = 0;
    let byte = header.readUInt8(at++);
    const kind = (byte >> 4) & 7;
    let size = byte & 15;
    for (let scale = 16; byte & 0x80; scale *= 128) {
      byte = header.readUInt8(at++);
      size += (byte & 0x7f) * scale;
    }
    if (size > LARGEST_OBJECT) return undefined;
    const type = TYPES[kind];
    if (type !== undefined) return { type, data: this.inflated(offset + at, size) };
    const base = this.base(kind, header, at, offset, depth);
    if (base === undefined) return undefined;
    const delta = this.inflated(offset + base.at, size);
    const data = patched(base.object.data, delta);
    return data && { type: base.object.type, data };
  }

  private base(
    kind: number,
    header: Buffer,
    start: number,
    offset: number,
    depth: number,
  ): { readonly object: GitObject; readonly at: number } | undefined {
    let at = start;
    if (kind === ID_DELTA) {
      const from = this.offsetOf(header.subarray(at, at + ID_BYTES));
      const object = from === undefined ? undefined : this.objectAt(from, depth + 1);
      return object && { object, at: at + ID_BYTES };
    }
    if (kind !== OFFSET_DELTA) return undefined;
    let byte = header.readUInt8(at++);
    let back = byte & 0x7f;
    while (byte & 0x80) {
      byte = header.readUInt8(at++);
      back = (back + 1) * 128 + (byte & 0x7f);
    }
    const object = back > 0 && back < offset ? this.objectAt(offset - back, depth + 1) : undefined;
    return object && { object, at };
  }

  private opened(): { readonly file: number; readonly size: number } {
    if (this.pack === undefined) {
      const file = openSync(`${this.path}.pack`, 'r');
      this.pack = { file, size: fstatSync(file).size };
    }
    return this.pack;
  }

  /** How long the compressed data is nobody says: a little longer than the plain data at the worst. */
  private inflated(offset: number, size: number): Buffer {
    const { file, size: packed } = this.opened();
    const compressed = readAt(file, offset, Math.min(packed - offset, size + (size >> 8) + 128));
    const data = inflateSync(compressed, { maxOutputLength: Math.max(size, 1) });
    if (data.length !== size) throw new Error('an object of another size');
    return data;
  }
}

function readAt(file: number, position: number, length: number): Buffer {
  const buffer = Buffer.alloc(length);
  let filled = 0;
  while (filled < length) {
    const count = readSync(file, buffer, filled, length - filled, position + filled);
    if (count === 0) throw new Error('the file ends early');
    filled += count;
  }
  return buffer;
}

/** What a delta makes of its base: runs copied from the base, and runs of its own. */
function patched(base: Buffer, delta: Buffer): Buffer | undefined {
  let at = 0;
  const number = (): number => {
    let value = 0;
    let byte: number;
    let scale = 1;
    do {
      byte = delta.readUInt8(at++);
      value += (byte & 0x7f) * scale;
      scale *= 128;
    } while (byte & 0x80);
    return value;
  };
  if (number() !== base.length) return undefined;
  const size = number();
  if (size > LARGEST_OBJECT) return undefined;
  const result = Buffer.alloc(size);
  let filled = 0;
  while (at < delta.length) {
    const code = delta.readUInt8(at++);
    if (code & 0x80) {
      let from = 0;
      let length = 0;
      for (let bit = 0; bit < 4; bit++) if (code & (1 << bit)) from += delta.readUInt8(at++) * 2 ** (8 * bit);
      for (let bit = 0; bit < 3; bit++) if (code & (0x10 << bit)) length += delta.readUInt8(at++) * 2 ** (8 * bit);
      filled += base.copy(result, filled, from, from + (length || 0x10000));
    } else {
      if (code === 0) return undefined;
      filled += delta.copy(result, filled, at, at + code);
      at += code;
    }
  }
  return filled === size ? result : undefined;
}

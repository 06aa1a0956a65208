// Writes all loose objects of a repository into one pack, some as deltas against an earlier one, as git itself would:
// isomorphic-git writes packs without deltas, but makes their index.

import { createHash } from 'node:crypto';
import * as fs from 'node:fs';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { deflateSync, inflateSync } from 'node:zlib';
import * as git from 'isomorphic-git';

const TYPES: Readonly<Record<string, number>> = { commit: 1, tree: 2, blob: 3, tag: 4 };
const OFFSET_DELTA = 6;
const ID_DELTA = 7;

interface Loose {
  readonly id: string;
  readonly type: number;
  readonly data: Buffer;
}

/** How many objects became a delta of each kind. */
export async function packWithDeltas(dir: string): Promise<{ readonly offset: number; readonly id: number }> {
  const objects = looseObjects(join(dir, '.git/objects'));
  const counts = { offset: 0, id: 0 };
  const chunks: Buffer[] = [packHeader(objects.length)];
  let size = 12;
  const bases = new Map<number, { readonly object: Loose; readonly offset: number }>();
  for (const object of objects) {
    const base = bases.get(object.type);
    const offset = size;
    const push = (...parts: readonly Buffer[]): void => {
      for (const part of parts) {
        chunks.push(part);
        size += part.length;
      }
    };
    if (base === undefined) {
      push(objectHeader(object.type, object.data.length), deflateSync(object.data));
      bases.set(object.type, { object, offset });
      continue;
    }
    const delta = deltaOf(base.object.data, object.data);
    const isById = (counts.offset + counts.id) % 2 === 1;
    counts[isById ? 'id' : 'offset']++;
    const reference = isById ? Buffer.from(base.object.id, 'hex') : backwards(offset - base.offset);
    push(objectHeader(isById ? ID_DELTA : OFFSET_DELTA, delta.length), reference, deflateSync(delta));
  }
  const content = Buffer.concat(chunks);
  const checksum = createHash('sha1').update(content).digest();
  mkdirSync(join(dir, '.git/objects/pack'), { recursive: true });
  const filepath = `.git/objects/pack/pack-${checksum.toString('hex')}.pack`;
  writeFileSync(join(dir, filepath), Buffer.concat([content, checksum]));
  await git.indexPack({ fs, dir, filepath });
  for (const { id } of objects) rmSync(join(dir, '.git/objects', id.slice(0, 2)), { recursive: true, force: true });
  return counts;
}

function looseObjects(folder: string): readonly Loose[] {
  return readdirSync(folder)
    .filter((name) => name.length === 2)
    .flatMap((name) => readdirSync(join(folder, name)).map((rest) => name + rest))
    .sort()
    .map((id) => {
      const content = inflateSync(readFileSync(join(folder, id.slice(0, 2), id.slice(2))));
      const end = content.indexOf(0);
      const [type = ''] = content.toString('latin1', 0, end).split(' ');
      return { id, type: TYPES[type] ?? 0, data: content.subarray(end + 1) };
    });
}

function packHeader(count: number): Buffer {
  const header = Buffer.from('PACK\0\0\0\u0002\0\0\0\0', 'latin1');
  header.writeUInt32BE(count, 8);
  return header;
}

function objectHeader(type: number, length: number): Buffer {
  const bytes = [(type << 4) | (length & 15)];
  for (let rest = length >> 4; rest > 0; rest >>= 7) {
    bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) | 0x80;
    bytes.push(rest & 0x7f);
  }
  return Buffer.from(bytes);
}

function backwards(distance: number): Buffer {
  const bytes = [distance & 0x7f];
  for (let rest = (distance >> 7) - 1; rest >= 0; rest = (rest >> 7) - 1) bytes.unshift((rest & 0x7f) | 0x80);
  return Buffer.from(bytes);
}

function varint(value: number): number[] {
  return value < 0x80 ? [value] : [(value & 0x7f) | 0x80, ...varint(value >> 7)];
}

/** Copies what both begin with, and brings the rest along. */
function deltaOf(base: Buffer, data: Buffer): Buffer {
  let same = 0;
  while (same < base.length && same < data.length && same < 0xffff && base[same] === data[same]) same++;
  const bytes = [...varint(base.length), ...varint(data.length)];
  if (same > 0) bytes.push(0x80 | 0x10 | 0x20, same & 0xff, same >> 8);
  for (let at = same; at < data.length; at += 127) {
    const piece = data.subarray(at, at + 127);
    bytes.push(piece.length, ...piece);
  }
  return Buffer.from(bytes);
}

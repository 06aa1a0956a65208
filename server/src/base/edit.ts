// Text edits and fixes: plain data until a host applies them.

import type { Message } from './message';
import type { Place } from './span';
import type { Uri } from './uri';

export interface Edit extends Place {
  readonly text: string;
  /**
   * Of an insertion behind an element of a list: what it adds, a key or a whole item. At the same place another element may
   * be added as well.
   */
  readonly adds?: string;
}

export interface Fix {
  readonly title: Message;
  /** What the author meant, and no comment lost: may be applied without asking. */
  readonly safe: boolean;
  readonly edits: readonly Edit[];
}

/** The smallest single replacement that turns one text into another. */
export interface Change {
  readonly start: number;
  readonly oldEnd: number;
  readonly newEnd: number;
}

/** Trims the common prefix and suffix. Two equal texts give an empty change at their end. */
export function changeBetween(before: string, after: string): Change {
  const shortest = Math.min(before.length, after.length);
  const start = commonPrefix(before, after, shortest);
  const suffix = commonSuffix(before, after, shortest - start);
  return { start, oldEnd: before.length - suffix, newEnd: after.length - suffix };
}

/** Slices compare natively, many times quicker than code units in a loop. */
const BLOCK = 4096;

function commonPrefix(before: string, after: string, limit: number): number {
  let at = 0;
  while (at + BLOCK <= limit && before.slice(at, at + BLOCK) === after.slice(at, at + BLOCK)) at += BLOCK;
  while (at < limit && before.charCodeAt(at) === after.charCodeAt(at)) at++;
  return at;
}

function commonSuffix(before: string, after: string, limit: number): number {
  const a = before.length;
  const b = after.length;
  let at = 0;
  while (at + BLOCK <= limit && before.slice(a - at - BLOCK, a - at) === after.slice(b - at - BLOCK, b - at))
    at += BLOCK;
  while (at < limit && before.charCodeAt(a - at - 1) === after.charCodeAt(b - at - 1)) at++;
  return at;
}

/** Applies the edits that belong to `uri`. Edits must not overlap; of two insertions at one place the first comes first. */
export function applyEdits(text: string, uri: Uri, edits: readonly Edit[]): string {
  const mine = edits.filter((edit) => edit.uri === uri);
  const ordered = mine.map((edit, index) => ({ edit, index }));
  ordered.sort(
    (a, b) => a.edit.span.start - b.edit.span.start || a.edit.span.end - b.edit.span.end || a.index - b.index,
  );
  let result = '';
  let at = 0;
  for (const { edit } of ordered) {
    result += text.slice(at, edit.span.start) + edit.text;
    at = edit.span.end;
  }
  return result + text.slice(at);
}

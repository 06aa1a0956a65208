// Positions inside the core: half-open ranges in UTF-16 code units, and a file they belong to.
// Lines and columns exist only at the edges (base/lines.ts).

import type { Uri } from './uri';

/** `[start, end)` in UTF-16 code units. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

export interface Place {
  readonly uri: Uri;
  readonly span: Span;
}

export function span(start: number, end: number): Span {
  return { start, end };
}

/** Moves a span by `offset` code units. */
export function shift(inner: Span, offset: number): Span {
  return { start: inner.start + offset, end: inner.end + offset };
}

export function contains(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

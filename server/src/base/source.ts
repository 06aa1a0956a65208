// One version of one file. A Source never changes; an edit makes a new one.

import { type LineStarts, lineStarts } from './lines';
import type { Uri } from './uri';

export interface Source {
  readonly uri: Uri;
  readonly text: string;
  /** Computed when first asked for. */
  readonly lines: LineStarts;
}

export function makeSource(uri: Uri, text: string): Source {
  let lines: LineStarts | undefined;
  return {
    uri,
    text,
    get lines() {
      lines ??= lineStarts(text);
      return lines;
    },
  };
}

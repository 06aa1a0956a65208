// What the language features answer with: plain data without editor or protocol types. lsp/ puts offsets into lines and
// places into links.

import type { Place, Span } from '../base/span';

export interface Completion {
  readonly label: string;
  readonly kind: 'key' | 'value' | 'template' | 'file';
  /** What is replaced. */
  readonly span: Span;
  /** What is written instead. */
  readonly text: string;
  /** `text` holds places to fill in: `${1:name}`. */
  readonly isSnippet?: true;
  /** A comma that the element before lacks. */
  readonly commaBefore?: number | undefined;
  /** A few words beside the label. */
  readonly detail?: string | undefined;
  readonly about?: Prose | undefined;
}

export interface Hover {
  readonly span: Span;
  readonly about: Prose;
}

/** Paragraphs of Markdown, and places with a few words each. */
export type Prose = readonly (string | readonly PlaceNote[])[];

export interface PlaceNote {
  readonly place: Place;
  /** Markdown. */
  readonly note: string;
}

const LONGEST_CODE = 80;

/** Text from a workspace as code in Markdown: on one line, bounded, with nothing in it that ends the code. */
export function code(text: string): string {
  const line = text.replace(/\s+/g, ' ').replaceAll('`', "'").trim();
  return `\`${line.length > LONGEST_CODE ? `${line.slice(0, LONGEST_CODE - 1)}…` : line || ' '}\``;
}

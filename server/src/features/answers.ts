// What the language features answer with: plain data without editor or protocol types. lsp/ puts words into the user's
// language, offsets into lines and places into links.

import { asIs, type Message } from '../base/message';
import type { Place, Span } from '../base/span';

export interface Completion {
  /** A name as it is, or words. */
  readonly label: string | Message;
  readonly kind: 'key' | 'value' | 'template' | 'file' | 'function' | 'method';
  /** What is replaced. */
  readonly span: Span;
  /** What is written instead. */
  readonly text: string;
  /** `text` holds places to fill in: `${1:name}`. */
  readonly isSnippet?: true;
  /** A comma that the element before lacks. */
  readonly commaBefore?: number | undefined;
  /** A few words beside the label. */
  readonly detail?: Message | undefined;
  readonly about?: Prose | undefined;
}

export interface Hover {
  readonly span: Span;
  readonly about: Prose;
}

/** Paragraphs of Markdown, and places with a few words each. */
export type Prose = readonly (Message | readonly PlaceNote[])[];

export interface PlaceNote {
  readonly place: Place;
  /** Markdown. */
  readonly note: Message;
}

const LONGEST_CODE = 80;
const MOST_LISTED = 20;

/** Text from a workspace as code in Markdown: on one line, bounded, with nothing in it that ends the code. */
export function code(text: string): string {
  const line = text.replace(/\s+/g, ' ').replaceAll('`', "'").trim();
  return `\`${line.length > LONGEST_CODE ? `${line.slice(0, LONGEST_CODE - 1)}…` : line || ' '}\``;
}

/** Several texts as code, with commas between them. */
export function codes(texts: readonly string[]): Message {
  const shown = texts.slice(0, MOST_LISTED).map(code);
  return asIs([...shown, ...(texts.length > shown.length ? ['…'] : [])].join(', '));
}

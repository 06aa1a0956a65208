// Edits of lists of packages: requirements files, and the words of an install command.

import type { Edit } from '../base/edit';
import type { Source } from '../base/source';
import { type Span, span } from '../base/span';

/** A further line at the end; undefined in a file that no plain line can be added to. */
export function appendLine({ uri, text }: Source, line: string): Edit | undefined {
  // UTF-16, read as something else.
  if (text.includes('\0')) return undefined;
  const end = text.length;
  const lineBreak = text.includes('\r\n') ? '\r\n' : '\n';
  const ends = text === '' || /[\r\n]$/.test(text);
  return { uri, span: span(end, end), text: `${ends ? '' : lineBreak}${line}${lineBreak}` };
}

/** Takes whole lines out, with their line break. */
export function removeLines({ uri, text }: Source, { start, end }: Span): Edit {
  const from = text.lastIndexOf('\n', start - 1) + 1;
  const lineBreak = /^[^\S\r\n]*(?:\r\n|\n|\r)?/.exec(text.slice(end))?.[0].length ?? 0;
  return { uri, span: span(from, end + lineBreak), text: '' };
}

/** A further word behind one, quoted where the shell would read it otherwise. */
export function addWord(uri: string, after: Span, word: string): Edit {
  return { uri, span: span(after.end, after.end), text: ` ${shellWord(word)}` };
}

/** Takes a word out, with the blanks in front of it. */
export function removeWord({ uri, text }: Source, { start, end }: Span): Edit {
  const blanks = /[ \t]*$/.exec(text.slice(Math.max(0, start - 200), start))?.[0].length ?? 0;
  return { uri, span: span(start - blanks, end), text: '' };
}

export function shellWord(word: string): string {
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `"${word}"`;
}

// Edits of Dockerfiles and ignore files: whole lines put in at places that a rule knows. Line ends are kept as the file has them.

import type { Edit } from '../base/edit';
import type { Source } from '../base/source';
import { type Span, span } from '../base/span';

/** `COPY utils.py /app/utils.py`; names with blanks need the form of a list. */
export function copyLine(from: string, to: string): string {
  return /\s/.test(from + to) ? `COPY ${JSON.stringify([from, to])}` : `COPY ${from} ${to}`;
}

/** A line behind an instruction. */
export function addLineBehind(source: Source, instruction: Span, line: string): Edit {
  const { text, uri } = source;
  const next = text.indexOf('\n', instruction.end - 1);
  if (next < 0) return { uri, span: span(text.length, text.length), text: `${lineEndOf(text)}${line}` };
  return { uri, span: span(next + 1, next + 1), text: line + lineEndOf(text) };
}

/** A line in front of the one in which an instruction starts; undefined where something else stands in front of it there. */
export function addLineBefore(source: Source, instruction: Span, line: string): Edit | undefined {
  const { text, uri } = source;
  const start = text.lastIndexOf('\n', instruction.start - 1) + 1;
  if (!/^\s*$/.test(text.slice(start, instruction.start))) return undefined;
  return { uri, span: span(start, start), text: line + lineEndOf(text) };
}

/** A line at the end of a file. */
export function addLineAtEnd({ text, uri }: Source, line: string): Edit {
  const end = span(text.length, text.length);
  const before = text === '' || text.endsWith('\n') ? '' : lineEndOf(text);
  return { uri, span: end, text: before + line + lineEndOf(text) };
}

function lineEndOf(text: string): string {
  return text.includes('\r\n') ? '\r\n' : '\n';
}

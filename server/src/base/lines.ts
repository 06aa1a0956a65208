// Offsets to lines and columns and back, by the line ends of the language server protocol: LF, CRLF and a lone CR.

export interface Position {
  /** From 0. */
  readonly line: number;
  /** From 0, in UTF-16 code units. */
  readonly character: number;
}

/** Offset of the first code unit of each line; the first is always 0. */
export type LineStarts = readonly number[];

export function lineStarts(text: string): LineStarts {
  if (text.includes('\r')) return lineStartsWithReturns(text);
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}

function lineStartsWithReturns(text: string): LineStarts {
  const starts = [0];
  for (const { index, 0: end } of text.matchAll(/\r\n|\r|\n/g)) starts.push(index + end.length);
  return starts;
}

/** Line and column of an offset; an offset past the end lies on the last line. */
export function positionAt(starts: LineStarts, offset: number): Position {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return { line: low, character: offset - (starts[low] ?? 0) };
}

/** Offset of a position; a line past the end gives the length of the text, a column past its line the next line's start. */
export function offsetAt(starts: LineStarts, length: number, position: Position): number {
  const start = starts[position.line];
  if (start === undefined) return length;
  const next = starts[position.line + 1] ?? length;
  return Math.min(start + position.character, next);
}

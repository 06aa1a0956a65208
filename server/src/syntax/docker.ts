// Dockerfile text to instructions with places. Total: what the parser cannot take gives no instructions, never an exception.
// What the instructions mean (stages, commands, variables) is facts/docker.ts's business.

import { DockerfileParser } from 'dockerfile-ast';
import { offsetAt } from '../base/lines';
import type { Source } from '../base/source';
import { type Span, span } from '../base/span';

export interface DockerInstruction {
  /** In capitals. */
  readonly keyword: string;
  readonly span: Span;
  /** What follows the keyword. */
  readonly argument: LogicalText;
}

/** Text that may have been written over several lines, as one line, with the offset that each code unit comes from. */
export interface LogicalText {
  readonly text: string;
  readonly offsets: readonly number[];
}

/** Longer files are not read: the parser's time grows faster than the text. */
const LONGEST = 200_000;

export function parseDockerfile(source: Source): readonly DockerInstruction[] {
  const { text } = source;
  if (text.length > LONGEST) return [];
  try {
    const file = DockerfileParser.parse(text);
    const escapeWith = file.getEscapeCharacter();
    return file.getInstructions().map((instruction) => {
      const whole = spanOf(source, instruction.getRange());
      // The parser's own range of the arguments leaves out flags.
      const { end } = spanOf(source, instruction.getInstructionRange());
      const argument = logicalText(text, span(end, whole.end), escapeWith);
      return { keyword: instruction.getKeyword(), span: whole, argument };
    });
  } catch {
    // The parser reads half-typed files well, but promises nothing.
    return [];
  }
}

interface Range {
  readonly start: { readonly line: number; readonly character: number };
  readonly end: { readonly line: number; readonly character: number };
}

function spanOf({ lines, text }: Source, { start, end }: Range): Span {
  return span(offsetAt(lines, text.length, start), offsetAt(lines, text.length, end));
}

/** Leaves out line continuations, and the comments and empty lines that may follow one. Heredocs are left as they are. */
function logicalText(text: string, { start, end }: Span, escapeWith: string): LogicalText {
  const lineBreak = /[ \t]*(?:\r\n|\n|\r)(?:[ \t]*(?:#[^\r\n]*)?(?:\r\n|\n|\r))*/y;
  const offsets: number[] = [];
  let line = '';
  let at = start;
  while (at < end && (text[at] === ' ' || text[at] === '\t')) at++;
  let inHeredoc = false;
  for (; at < end; at++) {
    if (text[at] === '\r' && text[at + 1] === '\n') continue;
    // Only the text of a heredoc stands behind the end of a line that does not go on.
    inHeredoc ||= text[at] === '\n';
    if (text[at] === escapeWith && !inHeredoc) {
      lineBreak.lastIndex = at + 1;
      if (lineBreak.test(text)) {
        at = lineBreak.lastIndex - 1;
        continue;
      }
    }
    line += text[at];
    offsets.push(at);
  }
  line = line.replace(/[ \t]+$/, '');
  return { text: line, offsets: offsets.slice(0, line.length) };
}

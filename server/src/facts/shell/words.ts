// Words of shell as values: which variables are known where they stand, and what a word is with these put in.

import type { Span } from '../../base/span';
import { known, type Static, unknown } from '../../base/static';
import type { ShellPiece, ShellText } from '../../syntax/shell-tree';
import type { ShellWord } from '../shell';

/** What variables stand for at a place of the text. One that is missing may be anything. */
export interface Variables {
  get(name: string): Static<string> | undefined;
}

/** Stands for what is not known. */
const HOLE = '\ufffc';

/** A part of a word: text with the offset of each code unit, or a hole. */
interface Part {
  readonly quoted: boolean;
  /** It came out of a variable, and falls into words at its blanks. */
  readonly expanded: boolean;
  readonly value: string;
  readonly offsets: readonly number[];
  readonly hole: boolean;
}

export type Place = (text: Span) => Span;
export type Offset = (text: number) => number;

/** The words that a word of the text becomes: none where it is an empty variable, several where one holds blanks. */
export function fieldsOf(
  text: ShellText,
  variables: Variables,
  placeOf: Place,
  offsetOf: Offset,
): readonly ShellWord[] {
  const parts = partsOf(text, variables);
  const at = placeOf(text.span);
  const fields: ShellWord[] = [];
  let open: Part[] = [];
  const close = (): void => {
    if (open.length > 0) fields.push(wordOf(open, at, offsetOf));
    open = [];
  };
  for (const part of parts) {
    if (!part.expanded || part.quoted || part.hole) {
      open.push(part);
      continue;
    }
    for (const [index, piece] of part.value.split(/[ \t\n]+/).entries()) {
      if (index > 0) close();
      if (piece !== '') open.push({ ...part, value: piece, offsets: part.offsets.slice(0, piece.length) });
    }
  }
  close();
  return fields;
}

/** The one value of a word where it does not fall into several, as behind `=` and `>`. */
export function wordOfText(text: ShellText, variables: Variables, placeOf: Place, offsetOf: Offset): ShellWord {
  return wordOf(partsOf(text, variables), placeOf(text.span), offsetOf);
}

function wordOf(parts: readonly Part[], at: Span, offsetOf: Offset): ShellWord {
  const text = parts.map(({ value }) => value).join('');
  const [first] = parts;
  // `~` stands for the home of whoever runs it.
  const home = first !== undefined && !first.quoted && !first.expanded && first.value.startsWith('~');
  const hole = home || parts.some((part) => part.hole) || text.includes(HOLE);
  return {
    value: hole ? unknown : known(text),
    text,
    span: at,
    offsets: parts.flatMap(({ offsets }) => offsets.map(offsetOf)),
  };
}

function partsOf({ pieces, span: { start } }: ShellText, variables: Variables): readonly Part[] {
  return pieces.map((piece) => {
    if (piece.kind === 'literal') return { ...piece, expanded: false, hole: false };
    const value = piece.kind === 'variable' ? valueOfVariable(piece, variables) : unknown;
    const at = piece.kind === 'variable' ? piece.span.start : start;
    const text = value.known ? value.value : HOLE;
    return {
      quoted: piece.quoted,
      expanded: true,
      value: text,
      offsets: Array.from({ length: text.length }, () => at),
      hole: !value.known,
    };
  });
}

type VariablePiece = ShellPiece & { readonly kind: 'variable' };

function valueOfVariable({ name, operator, operand }: VariablePiece, variables: Variables): Static<string> {
  const value = variables.get(name);
  if (value === undefined || !value.known || operator === 'other') return unknown;
  if (operator === undefined || operator.endsWith('?')) return value;
  const isSet = value.value !== '' || !operator.startsWith(':');
  const other = operand === undefined ? known('') : textOf(operand, variables);
  if (operator.endsWith('+')) return isSet ? other : known('');
  return isSet ? value : other;
}

/** The value of a text, without places. */
export function textOf(text: ShellText, variables: Variables): Static<string> {
  return wordOf(partsOf(text, variables), text.span, (offset) => offset).value;
}

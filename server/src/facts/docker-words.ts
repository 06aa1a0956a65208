// The words of a Dockerfile's instruction, with places and with variables put in. What the words mean to an instruction is
// facts/docker.ts's business.

import { type Span, span } from '../base/span';
import { known, type Static, unknown } from '../base/static';
import type { LogicalText } from '../syntax/docker';

export interface Word {
  /** Without quotes and escapes. */
  readonly value: string;
  /** As written, with quotes. */
  readonly span: Span;
  /** Offset in the file of each code unit of `value`. */
  readonly offsets: readonly number[];
}

export interface ExpandedWord extends Word {
  /** With the variables of ARG and ENV put in. */
  readonly expanded: Static<string>;
}

/** Variables by name; undefined: declared, but without a value. */
export interface Values {
  has(name: string): boolean;
  get(name: string): Static<string> | undefined;
}

/** What variables stand for; `outer` says of one that is not among them whether something else may set it. */
export interface Scope {
  readonly values: Values;
  readonly outer: 'none' | 'unknown';
}

/** Splits at blanks outside quotes, as a shell does. */
export function wordsOf(argument: LogicalText): readonly Word[] {
  return expandedWordsOf(argument, NOTHING);
}

const NOTHING: Scope = { values: new Map(), outer: 'unknown' };

export function expandedWordsOf(argument: LogicalText, scope: Scope): readonly ExpandedWord[] {
  const words: ExpandedWord[] = [];
  for (let at = 0; at < argument.text.length; ) {
    if (isBlank(argument.text[at])) {
      at++;
      continue;
    }
    const { word, end } = wordAt(argument, at, scope);
    words.push(word);
    at = end;
  }
  return words;
}

function wordAt(
  argument: LogicalText,
  start: number,
  scope: Scope,
): { readonly word: ExpandedWord; readonly end: number } {
  const { text, offsets } = argument;
  let value = '';
  let expanded: Static<string> = known('');
  const places: number[] = [];
  let quote: string | undefined;
  let at = start;
  const put = (from: number, to: number, piece: Static<string>): void => {
    value += text.slice(from, to);
    for (let unit = from; unit < to; unit++) places.push(offsets[unit] ?? 0);
    expanded = joined(expanded, piece);
  };
  while (at < text.length && (quote !== undefined || !isBlank(text[at]))) {
    const unit = text[at] ?? '';
    if (unit === quote) {
      quote = undefined;
      at++;
    } else if (quote === undefined && (unit === '"' || unit === "'")) {
      quote = unit;
      at++;
    } else if (unit === '$' && quote !== "'") {
      const variable = variableAt(text, at, scope);
      put(at, variable.end, variable.value);
      at = variable.end;
    } else {
      if (unit === '\\' && quote !== "'" && at + 1 < text.length) at++;
      put(at, at + 1, known(text[at] ?? ''));
      at++;
    }
  }
  return { word: { value, span: spanOf(argument, start, at), offsets: places, expanded }, end: at };
}

/** The strings of a JSON array, or undefined when the text is none: Docker then takes it for words. */
export function jsonStrings(argument: LogicalText, scope: Scope = NOTHING): readonly ExpandedWord[] | undefined {
  if (!argument.text.trimStart().startsWith('[')) return undefined;
  let parsed: unknown;
  try {
    parsed = JSON.parse(argument.text);
  } catch {
    return undefined;
  }
  if (!Array.isArray(parsed) || !parsed.every((item) => typeof item === 'string')) return undefined;
  const literals = [...argument.text.matchAll(/"(?:[^"\\]|\\.)*"/g)];
  return parsed.map((value: string, index) => {
    const start = literals[index]?.index ?? 0;
    const length = literals[index]?.[0].length ?? 0;
    const offsets = unitsOf(literals[index]?.[0] ?? '').map((at) => argument.offsets[start + at] ?? 0);
    return { value, span: spanOf(argument, start, start + length), offsets, expanded: expand(value, scope) };
  });
}

/** Where each code unit of a JSON string stands in its literal: that of an escape, at its last. */
function unitsOf(literal: string): readonly number[] {
  const units = literal.slice(1, -1).matchAll(/\\u[0-9a-fA-F]{4}|\\?./gs);
  return Array.from(units, ({ index, 0: unit }) => index + unit.length);
}

/** Flags such as `--from=…`, and what follows them. */
export function flagsOf(argument: LogicalText): { readonly flags: readonly Word[]; readonly rest: LogicalText } {
  const match = /^(?:--\S+\s+)*(?:--\S+$)?/.exec(argument.text);
  const length = match?.[0].length ?? 0;
  return { flags: wordsOf(sliceText(argument, 0, length)), rest: sliceText(argument, length) };
}

export function flagValues(flags: readonly Word[], name: string): readonly string[] {
  const start = `--${name}=`;
  return flags.flatMap(({ value }) => (value.startsWith(start) ? [value.slice(start.length)] : []));
}

export function flagValue(flags: readonly Word[], name: string): string | undefined {
  return flagValues(flags, name).at(-1);
}

/** The words of a script that a word of an exec form holds, as in `["sh", "-c", "python handler.py"]`. */
export function wordsWithin(word: Word): readonly Word[] {
  return wordsOf({ text: word.value, offsets: word.offsets });
}

/** Puts variables in where quotes have no meaning. */
export function expand(text: string, scope: Scope): Static<string> {
  let result: Static<string> = known('');
  for (let at = 0; at < text.length; ) {
    if (text[at] === '$') {
      const { value, end } = variableAt(text, at, scope);
      result = joined(result, value);
      at = end;
    } else {
      if (text[at] === '\\' && at + 1 < text.length) at++;
      result = joined(result, known(text[at] ?? ''));
      at++;
    }
  }
  return result;
}

/** Longer values are not kept: each could be the double of the one before. */
const LONGEST = 4000;

function joined(left: Static<string>, right: Static<string>): Static<string> {
  if (!left.known || !right.known || left.value.length > LONGEST) return unknown;
  return known(left.value + right.value);
}

/** `$A`, `${A}`, `${A:-other}`, `${A:+other}`, and a dollar that stands for itself. */
function variableAt(text: string, at: number, scope: Scope): { readonly value: Static<string>; readonly end: number } {
  const plain = /\$(?:(\w+)|\{(\w+)\})/y;
  plain.lastIndex = at;
  const match = plain.exec(text);
  if (match) return { value: variableNamed(match[1] ?? match[2] ?? '', scope), end: plain.lastIndex };
  const withOperator = /\$\{(\w+)(:?[-+])/y;
  withOperator.lastIndex = at;
  const opened = withOperator.exec(text);
  if (opened) {
    const end = closingBrace(text, withOperator.lastIndex);
    const [, name = '', operator = ''] = opened;
    const other = text.slice(withOperator.lastIndex, end);
    return { value: alternative(name, operator, other, scope), end: Math.min(end + 1, text.length) };
  }
  if (text[at + 1] === '{') return { value: unknown, end: Math.min(closingBrace(text, at + 2) + 1, text.length) };
  // Docker takes `$$`, `$1` and the like for variables that nobody sets.
  return /[@*#$?!\-\d]/.test(text[at + 1] ?? '') ? { value: unknown, end: at + 2 } : { value: known('$'), end: at + 1 };
}

function alternative(name: string, operator: string, other: string, scope: Scope): Static<string> {
  const isSet = isSetAs(name, operator.startsWith(':'), scope);
  if (isSet === undefined) return unknown;
  const word = other.length < 1000 ? expand(other, scope) : unknown;
  if (operator.endsWith('+')) return isSet ? word : known('');
  return isSet ? variableNamed(name, scope) : word;
}

/** Whether a variable counts as set, which one without text does not behind a colon; undefined: nobody knows. */
function isSetAs(name: string, colon: boolean, { values, outer }: Scope): boolean | undefined {
  if (!values.has(name)) return outer === 'none' ? false : undefined;
  const value = values.get(name);
  if (value === undefined) return false;
  return value.known ? !colon || value.value !== '' : undefined;
}

function variableNamed(name: string, { values }: Scope): Static<string> {
  return values.get(name) ?? unknown;
}

function closingBrace(text: string, from: number): number {
  let depth = 1;
  for (let at = from; at < text.length; at++) {
    if (text[at] === '{') depth++;
    else if (text[at] === '}' && --depth === 0) return at;
  }
  return text.length;
}

function isBlank(unit: string | undefined): boolean {
  return unit === ' ' || unit === '\t' || unit === '\n' || unit === '\r';
}

export function sliceText({ text, offsets }: LogicalText, start: number, end = text.length): LogicalText {
  return { text: text.slice(start, end), offsets: offsets.slice(start, end) };
}

export function spanOf({ offsets }: LogicalText, start: number, end: number): Span {
  const first = offsets[start] ?? (offsets.at(-1) ?? -1) + 1;
  return span(first, Math.max(first, (offsets[end - 1] ?? first - 1) + 1));
}

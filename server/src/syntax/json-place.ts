// Where in JSON text an offset lies, also while the text is being written: the path, whether a key or a value belongs
// there, and what a completion must put around it. One pass over the tokens up to the offset; no tree is needed.

import { createScanner, type JSONScanner } from 'jsonc-parser';
import { type Span, span } from '../base/span';

/** The scanner's tokens. Its own names are of a kind of enumeration that a bundler cannot look into. */
const TOKEN = {
  openBrace: 1,
  closeBrace: 2,
  openBracket: 3,
  closeBracket: 4,
  comma: 5,
  colon: 6,
  null: 7,
  true: 8,
  false: 9,
  string: 10,
  number: 11,
  lineComment: 12,
  blockComment: 13,
  unknown: 16,
  end: 17,
} as const;

export interface JsonPlace {
  /** From the root to the value that lies, or belongs, at the offset; with the key itself where that is being written. */
  readonly path: readonly (string | number)[];
  /** A key stands or belongs here, not a value. */
  readonly isKey: boolean;
  /** The string or word that the offset touches, with its quotes; empty at the offset where it touches none. */
  readonly token: Span;
  /** What the token says, without quotes; undefined where there is none. */
  readonly text: string | undefined;
  /** The offset lies between the quotes of a string, closed or not. */
  readonly inString: boolean;
  /** The element before lacks its comma: where that belongs. */
  readonly commaBefore: number | undefined;
  /** Something follows that a comma must separate from what is inserted here. */
  readonly needsComma: boolean;
  /** Behind a key: its colon is there already. */
  readonly hasColon: boolean;
}

type Expected = 'key' | 'colon' | 'value' | 'comma';

interface Frame {
  readonly kind: 'object' | 'array';
  expected: Expected;
  key: string | undefined;
  index: number;
  /** End of the last key or value in it. */
  elementEnd: number | undefined;
  /** The last string that was taken for a value: a colon behind it shows that it is a key. */
  lastString: string | undefined;
}

/** Undefined inside a comment, behind the end of the root, and where only punctuation can follow. */
export function jsonPlaceAt(text: string, offset: number): JsonPlace | undefined {
  const scanner = createScanner(text, false);
  const frames: Frame[] = [];
  let rootEnded = false;
  for (let kind: number = scanner.scan(); kind !== TOKEN.end; kind = scanner.scan()) {
    const start = scanner.getTokenOffset();
    const end = start + scanner.getTokenLength();
    if (start >= offset) break;
    if (isComment(kind)) {
      const isClosed = kind === TOKEN.blockComment && text.startsWith('*/', end - 2);
      if (offset < end || (offset === end && !isClosed)) return undefined;
      continue;
    }
    if (end >= offset && isWord(kind)) return placeIn(text, frames, rootEnded, scanner, offset);
    rootEnded = step(frames, kind, scanner, rootEnded);
  }
  return placeBetween(text, frames, rootEnded, offset);
}

function isComment(kind: number): boolean {
  return kind === TOKEN.lineComment || kind === TOKEN.blockComment;
}

function isWord(kind: number): boolean {
  switch (kind) {
    case TOKEN.string:
    case TOKEN.number:
    case TOKEN.true:
    case TOKEN.false:
    case TOKEN.null:
    case TOKEN.unknown:
      return true;
    default:
      return false;
  }
}

/** Takes one token in. True once the root value has ended. */
function step(frames: Frame[], kind: number, scanner: JSONScanner, rootEnded: boolean): boolean {
  const frame = frames.at(-1);
  const end = scanner.getTokenOffset() + scanner.getTokenLength();
  switch (kind) {
    case TOKEN.openBrace:
    case TOKEN.openBracket: {
      const isObject = kind === TOKEN.openBrace;
      frames.push({
        kind: isObject ? 'object' : 'array',
        expected: isObject ? 'key' : 'value',
        key: undefined,
        index: 0,
        elementEnd: undefined,
        lastString: undefined,
      });
      return rootEnded;
    }
    case TOKEN.closeBrace:
    case TOKEN.closeBracket: {
      const at = frames.findLastIndex((open) => (open.kind === 'object') === (kind === TOKEN.closeBrace));
      if (at < 0) return rootEnded;
      frames.length = at;
      const outer = frames.at(-1);
      if (outer === undefined) return true;
      outer.expected = 'comma';
      outer.elementEnd = end;
      outer.lastString = undefined;
      return rootEnded;
    }
    case TOKEN.comma:
      if (frame === undefined) return rootEnded;
      frame.expected = frame.kind === 'object' ? 'key' : 'value';
      frame.key = undefined;
      frame.elementEnd = undefined;
      frame.index++;
      return rootEnded;
    case TOKEN.colon:
      if (frame?.kind !== 'object') return rootEnded;
      // `"a": "b": 1`: the value of "a" is missing, and "b" is a key.
      if (frame.expected === 'comma' && frame.lastString !== undefined) frame.key = frame.lastString;
      frame.expected = 'value';
      frame.lastString = undefined;
      return rootEnded;
    default:
      if (!isWord(kind)) return rootEnded;
      if (frame === undefined) return true;
      takeWord(frame, scanner, kind, end);
      return rootEnded;
  }
}

function takeWord(frame: Frame, scanner: JSONScanner, kind: number, end: number): void {
  const isValue = frame.expected === 'value' || frame.kind === 'array';
  if (isValue) {
    if (frame.kind === 'array' && frame.expected === 'comma') frame.index++;
    frame.expected = 'comma';
    frame.lastString = kind === TOKEN.string ? scanner.getTokenValue() : undefined;
  } else {
    frame.expected = 'colon';
    frame.key = scanner.getTokenValue();
  }
  frame.elementEnd = end;
}

/** In or at the end of a word. */
function placeIn(
  text: string,
  frames: readonly Frame[],
  rootEnded: boolean,
  scanner: JSONScanner,
  offset: number,
): JsonPlace | undefined {
  const frame = frames.at(-1);
  if (frame === undefined && rootEnded) return undefined;
  const start = scanner.getTokenOffset();
  const token = span(start, start + scanner.getTokenLength());
  const isString = text[start] === '"';
  const closed = isString && token.end - start > 1 && text[token.end - 1] === '"' && scanner.getTokenError() === 0;
  const value = scanner.getTokenValue();
  const follows = nextToken(text, token.end);
  const missing = frame?.expected === 'comma' || frame?.expected === 'colon';
  // `"a": "b": 1`: a colon behind what would be a value.
  const isKey = frame?.kind === 'object' && (frame.expected !== 'value' || follows === ':');
  return {
    path: pathOf(frames, isKey ? value : undefined, frame?.kind === 'array' && missing),
    isKey,
    token,
    text: isString ? value : text.slice(token.start, token.end),
    inString: isString && (offset < token.end || !closed),
    commaBefore: frame?.expected === 'comma' ? frame.elementEnd : undefined,
    needsComma: isSeparated(follows) === false,
    hasColon: follows === ':',
  };
}

/** Between two tokens. */
function placeBetween(
  text: string,
  frames: readonly Frame[],
  rootEnded: boolean,
  offset: number,
): JsonPlace | undefined {
  const frame = frames.at(-1);
  if ((frame === undefined && rootEnded) || frame?.expected === 'colon') return undefined;
  const isKey = frame?.kind === 'object' && frame.expected !== 'value';
  const missing = frame?.expected === 'comma';
  return {
    path: pathOf(frames, isKey ? '' : undefined, frame?.kind === 'array' && missing),
    isKey,
    token: span(offset, offset),
    text: undefined,
    inString: false,
    commaBefore: missing ? frame?.elementEnd : undefined,
    needsComma: isSeparated(nextToken(text, offset)) === false,
    hasColon: false,
  };
}

function pathOf(
  frames: readonly Frame[],
  lastKey: string | undefined,
  isNextItem: boolean | undefined,
): readonly (string | number)[] {
  return frames.map((frame, depth) => {
    const isInnermost = depth === frames.length - 1;
    if (frame.kind === 'array') return frame.index + (isInnermost && isNextItem ? 1 : 0);
    return isInnermost && lastKey !== undefined ? lastKey : (frame.key ?? '');
  });
}

/** The first character of the next token that is no comment. */
function nextToken(text: string, offset: number): string | undefined {
  const scanner = createScanner(text, true);
  scanner.setPosition(offset);
  return (scanner.scan() as number) === TOKEN.end ? undefined : text[scanner.getTokenOffset()];
}

function isSeparated(next: string | undefined): boolean {
  return next === undefined || next === ',' || next === '}' || next === ']';
}

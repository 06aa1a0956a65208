// JSON text to a tree with places. Total: broken text gives errors and whatever is still readable, never an exception.
// RunPod and the SDK read strict JSON, so comments and trailing commas are read here, and are errors.

import { type ParseErrorCode, printParseErrorCode, visit } from 'jsonc-parser';
import type { Source } from '../base/source';
import { type Span, span } from '../base/span';

export type JsonValue = JsonObject | JsonArray | JsonScalar;

export interface JsonObject {
  readonly kind: 'object';
  readonly span: Span;
  readonly properties: readonly JsonProperty[];
}

export interface JsonProperty {
  readonly key: string;
  /** With its quotes. */
  readonly keySpan: Span;
  /** Key, colon and value. */
  readonly span: Span;
  /** Undefined where the text breaks off. */
  readonly value: JsonValue | undefined;
}

export interface JsonArray {
  readonly kind: 'array';
  readonly span: Span;
  readonly items: readonly JsonValue[];
}

export type JsonScalar = JsonString | JsonNumber | JsonBoolean | JsonNull;

export interface JsonString {
  readonly kind: 'string';
  /** With its quotes. */
  readonly span: Span;
  readonly value: string;
}

export interface JsonNumber {
  readonly kind: 'number';
  readonly span: Span;
  readonly value: number;
}

export interface JsonBoolean {
  readonly kind: 'boolean';
  readonly span: Span;
  readonly value: boolean;
}

export interface JsonNull {
  readonly kind: 'null';
  readonly span: Span;
  readonly value: null;
}

export type JsonErrorCode =
  | 'comment'
  | 'trailing-comma'
  | 'missing-comma'
  | 'byte-order-mark'
  | 'duplicate-key'
  | 'unclosed'
  | 'empty'
  | 'second-root'
  | 'too-deep'
  | 'invalid';

export interface JsonError {
  readonly code: JsonErrorCode;
  readonly span: Span;
}

export interface JsonFile {
  readonly source: Source;
  /** Undefined where nothing could be read. */
  readonly root: JsonValue | undefined;
  /** In the order of the text. */
  readonly errors: readonly JsonError[];
}

/** Deeper nesting is cut off: the parser recurses, and no file of a worker comes near it. */
export const DEEPEST = 200;

const BYTE_ORDER_MARK = '\uFEFF';

export function parseJson(source: Source): JsonFile {
  const marked = source.text.startsWith(BYTE_ORDER_MARK);
  const text = marked ? ` ${source.text.slice(1)}` : source.text;
  const limit = depthLimit(text);
  const builder = new Builder(limit === undefined ? text : text.slice(0, limit));
  if (marked) builder.fail('byte-order-mark', 0, 1);
  builder.read();
  if (limit !== undefined) builder.fail('too-deep', limit, limit + 1);
  return { source, root: builder.root, errors: builder.finish(limit !== undefined) };
}

interface OpenProperty {
  readonly key: string;
  readonly keySpan: Span;
  span: Span;
  value: JsonValue | undefined;
}

interface OpenObject {
  readonly kind: 'object';
  readonly start: number;
  readonly properties: OpenProperty[];
  /** Once there are many: most objects have few, and nothing is quicker than looking through those. */
  keys: Set<string> | undefined;
}

const FEW_KEYS = 16;

function isThere(object: OpenObject, key: string): boolean {
  if (object.keys === undefined) {
    if (object.properties.length < FEW_KEYS) return object.properties.some((property) => property.key === key);
    object.keys = new Set(object.properties.map((property) => property.key));
  }
  return object.keys.has(key);
}

interface OpenArray {
  readonly kind: 'array';
  readonly start: number;
  readonly items: JsonValue[];
}

/** Collects the parser's events into a tree. Lives for one parse. */
class Builder {
  root: JsonValue | undefined;
  private readonly errors: JsonError[] = [];
  private readonly open: (OpenObject | OpenArray)[] = [];
  /** Offset of a comma that nothing has followed yet. */
  private comma: number | undefined;
  /** The innermost bracket that the text ends in. */
  private unclosed: number | undefined;

  constructor(private readonly text: string) {}

  read(): void {
    visit(
      this.text,
      {
        onObjectBegin: (offset) => {
          this.comma = undefined;
          this.open.push({ kind: 'object', start: offset, properties: [], keys: undefined });
        },
        onArrayBegin: (offset) => {
          this.comma = undefined;
          this.open.push({ kind: 'array', start: offset, items: [] });
        },
        onObjectProperty: (key, offset, length) => this.property(key, offset, length),
        onObjectEnd: (offset) => this.close(offset, '}'),
        onArrayEnd: (offset) => this.close(offset, ']'),
        onLiteralValue: (value, offset, length) => {
          if (!this.isCut(value, offset, offset + length)) this.value(scalar(value, span(offset, offset + length)));
        },
        onSeparator: (character, offset) => {
          if (character === ',') this.comma = offset;
        },
        onError: (code, offset, length) => this.error(code, offset, length),
      },
      { disallowComments: true, allowTrailingComma: true },
    );
  }

  fail(code: JsonErrorCode, start: number, end: number): void {
    this.errors.push({ code, span: span(start, end) });
  }

  finish(cut: boolean): readonly JsonError[] {
    // An unclosed string swallows the brackets that would have closed.
    const swallowed = cut || this.errors.some(({ code }) => code === 'unclosed');
    if (this.unclosed !== undefined && !swallowed) this.fail('unclosed', this.unclosed, this.unclosed + 1);
    if (this.root === undefined && this.errors.every(({ code }) => code === 'comment' || code === 'byte-order-mark')) {
      this.fail('empty', 0, 0);
    }
    return this.errors.sort((a, b) => a.span.start - b.span.start);
  }

  private property(key: string, offset: number, length: number): void {
    this.comma = undefined;
    const object = this.open.at(-1);
    if (object?.kind !== 'object') return;
    const keySpan = span(offset, offset + length);
    if (isThere(object, key)) this.fail('duplicate-key', keySpan.start, keySpan.end);
    object.keys?.add(key);
    object.properties.push({ key, keySpan, span: keySpan, value: undefined });
  }

  private value(value: JsonValue): void {
    this.comma = undefined;
    const container = this.open.at(-1);
    if (container === undefined) {
      this.root ??= value;
    } else if (container.kind === 'array') {
      container.items.push(value);
    } else {
      const property = container.properties.at(-1);
      if (property === undefined || property.value !== undefined) return;
      property.value = value;
      property.span = span(property.keySpan.start, value.span.end);
    }
  }

  /** Whether only the beginning of a value is there: a string without its end, `6` of `60000`. */
  private isCut(value: unknown, start: number, end: number): boolean {
    if (typeof value === 'number') return this.open.length > 0 && end === this.text.length;
    if (typeof value !== 'string') return false;
    let backslashes = 0;
    while (this.text[end - 2 - backslashes] === '\\') backslashes++;
    return end - start < 2 || this.text[end - 1] !== '"' || backslashes % 2 === 1;
  }

  private close(offset: number, bracket: '}' | ']'): void {
    const container = this.open.pop();
    if (container === undefined) return;
    const closed = this.text[offset] === bracket;
    if (closed && this.comma !== undefined) this.fail('trailing-comma', this.comma, this.comma + 1);
    if (!closed) this.unclosed ??= container.start;
    const whole = span(container.start, closed ? offset + 1 : Math.min(offset, this.text.length));
    this.value(
      container.kind === 'object'
        ? { kind: 'object', span: whole, properties: container.properties }
        : { kind: 'array', span: whole, items: container.items },
    );
  }

  private error(code: ParseErrorCode, offset: number, length: number): void {
    const name = codeOf(code);
    // At the end of the text there is nothing to point at, and the open bracket or the empty file is reported anyway.
    if (length > 0 && name !== undefined) this.fail(name, offset, offset + length);
  }
}

/** Undefined where the open bracket itself is reported instead. */
function codeOf(code: ParseErrorCode): JsonErrorCode | undefined {
  switch (printParseErrorCode(code)) {
    case 'InvalidCommentToken':
      return 'comment';
    case 'CommaExpected':
      return 'missing-comma';
    case 'EndOfFileExpected':
      return 'second-root';
    case 'UnexpectedEndOfString':
      return 'unclosed';
    case 'CloseBraceExpected':
    case 'CloseBracketExpected':
      return undefined;
    default:
      return 'invalid';
  }
}

function scalar(value: unknown, at: Span): JsonScalar {
  if (typeof value === 'string') return { kind: 'string', span: at, value };
  if (typeof value === 'number') return { kind: 'number', span: at, value };
  if (typeof value === 'boolean') return { kind: 'boolean', span: at, value };
  return { kind: 'null', span: at, value: null };
}

/** Whether the text nests more deeply than a tree of it goes. */
export function isTooDeep(text: string): boolean {
  return depthLimit(text) !== undefined;
}

/** Code units; numbers, since this runs over the whole text after each key. */
const LINE_FEED = 10;
const RETURN = 13;
const QUOTE = 34;
const STAR = 42;
const SLASH = 47;
const OPEN_BRACKET = 91;
const BACKSLASH = 92;
const CLOSE_BRACKET = 93;
const OPEN_BRACE = 123;
const CLOSE_BRACE = 125;

/** Where nesting first exceeds the bound, or undefined. One pass without recursion. */
function depthLimit(text: string): number | undefined {
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    switch (text.charCodeAt(at)) {
      case QUOTE:
        at = endOfString(text, at + 1);
        break;
      case SLASH:
        at = endOfComment(text, at);
        break;
      case OPEN_BRACKET:
      case OPEN_BRACE:
        depth++;
        if (depth > DEEPEST) return at;
        break;
      case CLOSE_BRACKET:
      case CLOSE_BRACE:
        if (depth > 0) depth--;
    }
  }
  return undefined;
}

/** Of the closing quote, or of the line end that cuts the string off. */
function endOfString(text: string, start: number): number {
  for (let at = start; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit === BACKSLASH) at++;
    else if (unit === QUOTE || unit === LINE_FEED || unit === RETURN) return at;
  }
  return text.length;
}

/** Of the comment's last unit; of the slash itself where it opens none. */
function endOfComment(text: string, slash: number): number {
  const next = text.charCodeAt(slash + 1);
  if (next === STAR) {
    const end = text.indexOf('*/', slash + 2);
    return end < 0 ? text.length : end + 1;
  }
  if (next !== SLASH) return slash;
  for (let at = slash + 2; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit === LINE_FEED || unit === RETURN) return at;
  }
  return text.length;
}

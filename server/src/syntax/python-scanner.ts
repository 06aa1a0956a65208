// The tokens of Python text, as Python's own tokenizer sees them: strings, brackets, logical lines. The grammar's parser
// recovers from errors and says little about them; this knows where a bracket or a string was never closed.

export type TokenKind = 'name' | 'number' | 'string' | 'operator' | 'newline' | 'end' | 'illegal';

/** Moves over the text token by token, without allocating: the current token is in the fields. */
export class Scanner {
  kind: TokenKind = 'newline';
  start: number;
  end: number;
  /** Start of the line on which the current logical line begins. */
  lineStart: number;
  /** Brackets that are open after the current token, outermost first: their offsets. */
  readonly open: number[] = [];
  /** The current token is a string without an end of its own. */
  unterminated = false;
  /** Of a closing bracket: offset of the bracket that was open last; -1 where none was. */
  opened = -1;

  constructor(
    readonly text: string,
    start = 0,
  ) {
    this.start = start;
    this.end = start;
    this.lineStart = start;
  }

  /** The text of the current token. */
  word(): string {
    return this.text.slice(this.start, this.end);
  }

  /** The code unit that the current token begins with. */
  first(): number {
    return this.text.charCodeAt(this.start);
  }

  next(): void {
    const { text } = this;
    const atLineStart = this.kind === 'newline';
    this.unterminated = false;
    let at = this.end;
    for (;;) {
      const code = text.charCodeAt(at);
      if (code === SPACE || code === TAB || code === FORM_FEED) {
        at++;
      } else if (code === HASH) {
        at = lineEnd(text, at);
      } else if (code === LINE_FEED || code === RETURN) {
        const after = at + (code === RETURN && text.charCodeAt(at + 1) === LINE_FEED ? 2 : 1);
        if (this.open.length === 0 && !atLineStart && this.kind !== 'newline') {
          this.token('newline', at, after);
          this.lineStart = after;
          return;
        }
        if (this.open.length === 0) this.lineStart = after;
        at = after;
      } else if (code === BACKSLASH && isLineEnd(text.charCodeAt(at + 1))) {
        at += text.charCodeAt(at + 1) === RETURN && text.charCodeAt(at + 2) === LINE_FEED ? 3 : 2;
      } else break;
    }
    if (at >= text.length) {
      this.token('end', text.length, text.length);
      return;
    }
    this.tokenAt(at);
  }

  private token(kind: TokenKind, start: number, end: number): void {
    this.kind = kind;
    this.start = start;
    this.end = end;
  }

  private tokenAt(at: number): void {
    const { text } = this;
    const code = text.charCodeAt(at);
    if (isQuote(code)) {
      this.string(at, at, false);
    } else if (isDigit(code) || (code === DOT && isDigit(text.charCodeAt(at + 1)))) {
      this.token('number', at, numberEnd(text, at));
    } else if (isWordCode(code)) {
      this.name(at);
    } else if (OPERATORS.has(code)) {
      this.operator(at, code);
    } else {
      this.token('illegal', at, at + ((text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1));
    }
  }

  private name(at: number): void {
    const { text } = this;
    let end = at;
    for (;;) {
      const code = text.charCodeAt(end);
      if (code < 128 ? isWordCode(code) : isWide(text, end)) end += (text.codePointAt(end) ?? 0) > 0xffff ? 2 : 1;
      else break;
    }
    if (end === at) {
      this.token('illegal', at, at + ((text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1));
    } else if (end - at <= 2 && isQuote(text.charCodeAt(end)) && STRING_PREFIX.test(text.slice(at, end))) {
      this.string(at, end, /[ft]/i.test(text.slice(at, end)));
    } else {
      this.token('name', at, end);
    }
  }

  private string(start: number, quoteAt: number, interpolated: boolean): void {
    const end = stringEnd(this.text, quoteAt, interpolated, 0);
    this.unterminated = end < 0;
    const triple = isTriple(this.text, quoteAt);
    this.token('string', start, end >= 0 ? end : triple ? this.text.length : lineEnd(this.text, quoteAt));
  }

  private operator(at: number, code: number): void {
    if (isOpening(code)) this.open.push(at);
    else if (isClosing(code)) this.opened = this.open.pop() ?? -1;
    const two = this.text.charCodeAt(at + 1) === EQUALS && WITH_EQUALS.has(code);
    if (code === EXCLAMATION && !two) this.token('illegal', at, at + 1);
    else this.token('operator', at, at + (two ? 2 : 1));
  }
}

const TAB = 9;
const LINE_FEED = 10;
const FORM_FEED = 12;
const RETURN = 13;
const SPACE = 32;
const EXCLAMATION = 33;
const DOUBLE_QUOTE = 34;
const HASH = 35;
const SINGLE_QUOTE = 39;
const DOT = 46;
const COLON = 58;
const EQUALS = 61;
const BACKSLASH = 92;
const OPEN_BRACE = 123;
const CLOSE_BRACE = 125;

const OPERATORS = codes('()[]{}.,:;@=+-*/%&|^~<>!');
const WITH_EQUALS = codes('!=<>+-*/%&|^@:');
const STRING_PREFIX = /^(?:[rbuft]|br|rb|fr|rf|tr|rt)$/i;
const MOST_NESTED = 8;

function codes(characters: string): ReadonlySet<number> {
  return new Set([...characters].map((character) => character.charCodeAt(0)));
}

export function isOpening(code: number): boolean {
  return code === 40 || code === 91 || code === 123;
}

export function isClosing(code: number): boolean {
  return code === 41 || code === 93 || code === 125;
}

/** Whether `close` is the bracket that ends what `open` begins. */
export function closes(open: number, close: number): boolean {
  return open === 40 ? close === 41 : close === open + 2;
}

function isQuote(code: number): boolean {
  return code === DOUBLE_QUOTE || code === SINGLE_QUOTE;
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

function isLineEnd(code: number): boolean {
  return code === LINE_FEED || code === RETURN;
}

/** Letters, digits and `_`; of what lies beyond ASCII, everything for now. */
function isWordCode(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || code === 95 || isDigit(code) || code >= 128;
}

function isWide(text: string, at: number): boolean {
  return /[\p{XID_Continue}]/u.test(String.fromCodePoint(text.codePointAt(at) ?? 0));
}

function numberEnd(text: string, start: number): number {
  let at = start;
  for (;;) {
    const code = text.charCodeAt(at);
    const exponent = (code === 43 || code === 45) && /^[\d.][\d_.]*e$/i.test(text.slice(start, at));
    if (code !== DOT && !exponent && (code >= 128 || !isWordCode(code))) return at;
    at++;
  }
}

function lineEnd(text: string, from: number): number {
  let at = from;
  while (at < text.length && !isLineEnd(text.charCodeAt(at))) at++;
  return at;
}

function isTriple(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return text.charCodeAt(at + 1) === code && text.charCodeAt(at + 2) === code;
}

/** Behind the string whose first quote is at `at`; -1 when it never ends. */
function stringEnd(text: string, at: number, interpolated: boolean, depth: number): number {
  const quote = text.charCodeAt(at);
  const triple = isTriple(text, at);
  let here = at + (triple ? 3 : 1);
  if (!triple && text.charCodeAt(at + 1) === quote) return at + 2;
  while (here < text.length) {
    const code = text.charCodeAt(here);
    if (code === BACKSLASH) {
      here += text.charCodeAt(here + 1) === RETURN && text.charCodeAt(here + 2) === LINE_FEED ? 3 : 2;
    } else if (code === quote && (!triple || isTriple(text, here))) {
      return here + (triple ? 3 : 1);
    } else if (!triple && isLineEnd(code)) {
      return -1;
    } else if (interpolated && code === OPEN_BRACE) {
      if (text.charCodeAt(here + 1) === OPEN_BRACE) here += 2;
      else here = fieldEnd(text, here + 1, triple ? -1 : quote, depth);
      if (here < 0) return -1;
    } else {
      here++;
    }
  }
  return -1;
}

/** Behind the `}` of a replacement field; -1 when it never ends. Strings in it may use any quotes; `quote` ends a format. */
function fieldEnd(text: string, start: number, quote: number, depth: number): number {
  let nested = 0;
  let at = start;
  while (at < text.length) {
    const code = text.charCodeAt(at);
    if (isQuote(code)) {
      if (depth >= MOST_NESTED) return -1;
      at = stringEnd(text, at, /[ft]/i.test(prefixBefore(text, at)), depth + 1);
      if (at < 0) return -1;
    } else if (code === CLOSE_BRACE && nested === 0) {
      return at + 1;
    } else if (code === COLON && nested === 0) {
      return specEnd(text, at + 1, quote, depth);
    } else {
      if (isOpening(code)) nested++;
      else if (isClosing(code)) nested--;
      if (nested < 0) return -1;
      at++;
    }
  }
  return -1;
}

/** The format behind the `:` of a field is plain text, apart from fields inside it. */
function specEnd(text: string, start: number, quote: number, depth: number): number {
  let at = start;
  while (at < text.length) {
    const code = text.charCodeAt(at);
    if (code === CLOSE_BRACE) return at + 1;
    if (code === quote || depth > MOST_NESTED) return -1;
    if (code === OPEN_BRACE) {
      at = fieldEnd(text, at + 1, quote, depth + 1);
      if (at < 0) return -1;
    } else {
      at++;
    }
  }
  return -1;
}

/** The letters directly before a quote. */
function prefixBefore(text: string, quoteAt: number): string {
  let at = quoteAt;
  while (at > quoteAt - 2 && /[a-z]/i.test(text[at - 1] ?? '')) at--;
  return /\w/.test(text[at - 1] ?? '') ? '' : text.slice(at, quoteAt);
}

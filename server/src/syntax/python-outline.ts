// What tokens alone tell around a place in Python text, also while it does not parse: the brackets around it, and which
// names are imported, assigned, defined and handed over nearby. What those stand for is not decided here.

import { type Span, span } from '../base/span';
import { Chain, type Frame, Frames, type NameUse, type Position } from './python-frames';
import { Lines, type NameBinding, type Scope } from './python-lines';
import { Scanner } from './python-scanner';

export interface PythonOutline {
  /** Undefined in comments, in plain text and where nothing can be said. */
  readonly place: PythonPlace | undefined;
  readonly bindings: readonly NameBinding[];
  readonly uses: readonly NameUse[];
  /** Every dictionary or set that is written out. */
  readonly dicts: readonly Frame[];
  /** The module, then functions and classes, in order. */
  readonly scopes: readonly Scope[];
}

export interface PythonPlace {
  readonly offset: number;
  /** The word or string that the offset touches, with its quotes; empty at the offset where it touches none. */
  readonly token: Span;
  /** What the token says, without quotes. */
  readonly text: string;
  readonly quote: '"' | "'" | undefined;
  /** What stands before the dot in front of the word: `log` of `log.info`. */
  readonly object: string | undefined;
  /** The innermost bracket around it. */
  readonly frame: Frame | undefined;
  /** What the token is there, where it is the first of its element. */
  readonly position: Position | undefined;
  readonly scope: Scope;
  /** The element before lacks its comma: where that belongs. */
  readonly commaBefore: number | undefined;
  /** The first sign behind the token, unless a new statement begins there. */
  readonly next: string | undefined;
}

/** How much of the text behind the offset is read. */
const LOOK_AHEAD = 20_000;

/** `from`: the start of a statement before the offset. */
export function outlinePython(text: string, offset: number, from = 0): PythonOutline {
  return new Outliner(text, offset, from).run();
}

class Outliner {
  private readonly scanner: Scanner;
  private readonly chain = new Chain();
  private readonly lines = new Lines();
  private readonly frames = new Frames();
  private place: PythonPlace | undefined;
  private isPlaced = false;
  /** The place's token was read, and the one behind it was not. */
  private awaitsNext = false;
  /** End of the last token. */
  private behind: number;
  /** The last token can end an expression. */
  private isAfterOperand = false;

  constructor(
    private readonly text: string,
    private readonly offset: number,
    from: number,
  ) {
    this.scanner = new Scanner(text, from);
    this.behind = from;
  }

  run(): PythonOutline {
    const { scanner, lines, frames } = this;
    const end = this.offset + LOOK_AHEAD;
    for (scanner.next(); scanner.kind !== 'end' && scanner.start < end; scanner.next()) {
      if (!this.isPlaced && scanner.start >= this.offset) this.placeBetween();
      this.recover();
      const touched = this.isPlaced ? undefined : this.placeHere();
      if (!touched) this.tellNext();
      this.take(touched ?? scanner.word());
      this.behind = scanner.end;
    }
    if (!this.isPlaced) this.placeBetween();
    this.endStatement();
    return {
      place: this.place,
      bindings: lines.bindings,
      scopes: lines.scopes,
      uses: frames.uses,
      dicts: frames.dicts,
    };
  }

  /** A statement that begins inside of brackets shows that one was never closed. */
  private recover(): void {
    const { scanner, frames, lines, text } = this;
    if (frames.top === undefined || scanner.kind !== 'name') return;
    const column = columnOf(text, scanner.start);
    if (column === undefined || (column > lines.column && !BEGINS_STATEMENT.has(scanner.word()))) return;
    this.endStatement();
    this.awaitsNext = false;
    scanner.open.length = 0;
  }

  private endStatement(): void {
    const { frames, lines, chain } = this;
    frames.closeAll();
    lines.end(chain);
    chain.clear();
    this.isAfterOperand = false;
  }

  /** What the token says, where the place is in it. */
  private placeHere(): string | undefined {
    const { scanner, offset } = this;
    const { kind, start, end } = scanner;
    const isWord = kind === 'name' || kind === 'number' || (kind === 'string' && scanner.unterminated);
    if (end < offset || (end === offset && !isWord)) return undefined;
    this.isPlaced = true;
    if (kind === 'string') return this.placeInString();
    if (kind !== 'name') return undefined;
    this.placeAt(span(start, end), scanner.word(), undefined);
    return scanner.word();
  }

  /** A string that is being written seems to go on to the next quote, or to the end of its line: it ends with its word. */
  private placeInString(): string | undefined {
    const { scanner, text, offset } = this;
    const { start, end } = scanner;
    const quote = text[start];
    if ((quote !== '"' && quote !== "'") || text.startsWith(quote.repeat(3), start)) return undefined;
    const word = wordFrom(text, start + 1);
    const wordEnd = start + 1 + word.length;
    if (wordEnd < offset) return undefined;
    if (wordEnd + 1 !== end || scanner.unterminated) scanner.end = wordEnd;
    this.placeAt(span(start, scanner.end), word, quote);
    return quote + word + quote;
  }

  private placeBetween(): void {
    this.isPlaced = true;
    const gap = this.text.slice(this.behind, this.offset);
    const line = gap.slice(Math.max(gap.lastIndexOf('\n'), gap.lastIndexOf('\r')) + 1);
    if (!line.includes('#')) this.placeAt(span(this.offset, this.offset), '', undefined);
  }

  private placeAt(token: Span, text: string, quote: PythonPlace['quote']): void {
    const { frames, lines, chain, offset } = this;
    const lacksComma = this.lacksComma(token.start);
    if (lacksComma) frames.endElement();
    const object = chain.isDotted ? chain.text : undefined;
    this.place = {
      offset,
      token,
      text,
      quote,
      object,
      frame: frames.top,
      position: chain.isDotted ? undefined : this.position(),
      scope: lines.scope,
      commaBefore: lacksComma ? this.behind : undefined,
      next: undefined,
    };
    this.awaitsNext = true;
  }

  private position(): Position | undefined {
    return this.frames.top ? this.frames.position() : this.lines.position();
  }

  /** Whether an element of a dictionary has ended before `at`, since nothing there can go on with it. */
  private lacksComma(at: number): boolean {
    const isWholeEntry = this.frames.top?.bracket === '{' && this.frames.isInValue && this.isAfterOperand;
    return isWholeEntry && /[\n\r]/.test(this.text.slice(this.behind, at));
  }

  private tellNext(): void {
    const { scanner, place } = this;
    if (this.awaitsNext && place && scanner.kind !== 'newline') {
      this.place = { ...place, next: this.text[scanner.start] };
    }
    this.awaitsNext = false;
  }

  private take(word: string): void {
    const { scanner, frames, lines, chain } = this;
    const { kind, start } = scanner;
    if (kind === 'newline') {
      this.endStatement();
      return;
    }
    const isKeyword = kind === 'name' && KEYWORDS.has(word);
    const isValue = (kind === 'name' && !isKeyword) || kind === 'number' || kind === 'string';
    if (isValue && this.lacksComma(start)) frames.endElement();
    if (frames.top === undefined && lines.isBetween) lines.begin(start, columnOf(this.text, start));
    const position = this.position();
    const opening = kind === 'operator' ? OPENING.get(word) : undefined;
    const isClosing = kind === 'operator' && CLOSING.has(word);
    if (!isClosing) {
      if (frames.top === undefined) {
        lines.take(word, kind, start, chain);
      } else {
        frames.take(word, kind);
        lines.takeInner(word);
      }
    }
    if (opening) {
      const isCall = this.isAfterOperand && !chain.isDotted && opening !== '{';
      frames.open(
        { bracket: opening, start, position, header: lines.header, scope: lines.scope },
        isCall ? chain : undefined,
      );
      lines.header = undefined;
      chain.clear();
    } else if (isClosing) {
      const closed = frames.close();
      chain.put(closed?.callee, closed?.calleeStart ?? start, word === ')' ? '()' : '[]');
    } else {
      chain.add(word, isKeyword ? 'operator' : kind, start, this.isAfterOperand);
    }
    this.isAfterOperand = isValue || isClosing || CONSTANTS.has(word);
  }
}

const OPENING: ReadonlyMap<string, Frame['bracket']> = new Map([
  ['(', '('],
  ['[', '['],
  ['{', '{'],
]);
const CLOSING: ReadonlySet<string> = new Set([')', ']', '}']);
const CONSTANTS: ReadonlySet<string> = new Set(['None', 'True', 'False']);

/** Words that only a statement begins with. `if`, `for`, `async` and `else` may begin a line of an expression. */
const BEGINS_STATEMENT: ReadonlySet<string> = new Set(
  'def class return import while try with raise pass del global nonlocal assert break continue except finally elif'.split(
    ' ',
  ),
);

const KEYWORDS: ReadonlySet<string> = new Set([
  ...BEGINS_STATEMENT,
  ...CONSTANTS,
  ...'and as async await else for from if in is lambda not or yield'.split(' '),
]);

/** Columns before `at`, where nothing but blanks stands before it on its line. */
function columnOf(text: string, at: number): number | undefined {
  let lineStart = at;
  while (text[lineStart - 1] === ' ' || text[lineStart - 1] === '\t') lineStart--;
  const before = text[lineStart - 1];
  return before === undefined || before === '\n' || before === '\r' ? at - lineStart : undefined;
}

function wordFrom(text: string, start: number): string {
  let end = start;
  while (/\w/.test(text[end] ?? '')) end++;
  return text.slice(start, end);
}

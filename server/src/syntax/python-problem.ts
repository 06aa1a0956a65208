// The first place where Python text is broken, and in what way, so that it can be said in words. Finds what the parser
// does not (indentation) and what it misplaces (brackets and strings that are never closed).

import type { Span } from '../base/span';
import { closes, isClosing, isOpening, Scanner } from './python-scanner';

export type SyntaxProblem = Span &
  (
    | {
        readonly kind:
          | 'unclosed-bracket'
          | 'unopened-bracket'
          | 'unterminated-string'
          | 'unterminated-text'
          | 'unexpected-indent'
          | 'unknown-indent'
          | 'mixed-indent'
          | 'conflict-marker'
          | 'markdown-fence'
          | 'missing-comma'
          | 'missing-value'
          | 'assignment-in-test'
          | 'else-if'
          | 'print-statement'
          | 'lonely-try';
      }
    /** `opening`: the bracket that stands open. */
    | { readonly kind: 'wrong-bracket'; readonly opening: Span }
    /** `word`: what stands there, or the keyword that it is about. */
    | {
        readonly kind:
          | 'illegal-character'
          | 'missing-block'
          | 'missing-colon'
          | 'missing-line-break'
          | 'command-option'
          | 'shell-command'
          | 'stray-keyword'
          | 'unreadable';
        readonly word: string;
      }
  );

/**
 * The first problem in the order of the text; `errors` are the places where the parser stumbled, in order. `from`: start
 * of a statement at the margin, with nothing wrong before it.
 */
export function findProblem(text: string, errors: readonly Span[], from = 0): SyntaxProblem | undefined {
  return new Search(text, errors, from).run();
}

interface Token extends Span {
  readonly kind: 'name' | 'number' | 'string' | 'operator';
  readonly word: string;
  /** Brackets open around it. */
  readonly depth: number;
}

interface Indent {
  /** With tabs to every eighth column, and with tabs as one column: both must agree. */
  readonly column: number;
  readonly narrow: number;
  /** A `try` of this level whose `except` or `finally` has not come yet. */
  openTry: Span | undefined;
}

interface FirstToken extends Span {
  readonly word: string;
}

class Search {
  private readonly scanner: Scanner;
  private readonly indents: Indent[] = [{ column: 0, narrow: 0, openTry: undefined }];
  /** Tokens of the current logical line, kept only where the parser stumbled somewhere. */
  private line: Token[] = [];
  /** First token of the logical line before, where that ended in a colon. */
  private opener: FirstToken | undefined;
  /** The first token of the logical line, and how many came before the current one. */
  private first: FirstToken | undefined;
  private before = 0;
  private lastWasColon = false;
  private nextError = 0;

  constructor(
    private readonly text: string,
    private readonly errors: readonly Span[],
    from: number,
  ) {
    this.scanner = new Scanner(text, from === 0 && text.charCodeAt(0) === 0xfeff ? 1 : from);
  }

  run(): SyntaxProblem | undefined {
    const { scanner } = this;
    for (;;) {
      const startsLine = scanner.kind === 'newline';
      scanner.next();
      const problem =
        (startsLine && scanner.kind !== 'end' ? this.indentation() : undefined) ?? this.current() ?? this.lineProblem();
      if (problem) return problem;
      if (scanner.kind === 'end') return this.unreadable();
    }
  }

  /** What is wrong with the token itself. */
  private current(): SyntaxProblem | undefined {
    const { scanner, text } = this;
    const { start, end } = scanner;
    switch (scanner.kind) {
      case 'illegal':
        if (text.startsWith('```', start)) return { kind: 'markdown-fence', start, end: start + 3 };
        return { kind: 'illegal-character', start, end, word: scanner.word() };
      case 'string':
        if (!scanner.unterminated) return this.printStatement();
        return {
          kind: /^[a-z]*(?:'''|""")/i.test(text.slice(start, start + 5)) ? 'unterminated-text' : 'unterminated-string',
          start,
          end: firstLineEnd(text, start, end),
        };
      case 'operator':
        return isClosing(scanner.first()) ? this.closing() : undefined;
      case 'name': {
        if (this.first?.word === 'print' && !KEYWORDS.has(scanner.word())) return this.printStatement();
        const opening = scanner.open.at(-1);
        if (opening === undefined || !STATEMENTS.has(scanner.word()) || !isFirstOnLine(text, start)) return undefined;
        return { kind: 'unclosed-bracket', start: opening, end: opening + 1 };
      }
      case 'end': {
        const opening = scanner.open.at(-1);
        if (opening !== undefined) return { kind: 'unclosed-bracket', start: opening, end: opening + 1 };
        const lonely = this.indents.find(({ openTry }) => openTry)?.openTry;
        return this.missingBlock() ?? (lonely && { kind: 'lonely-try', ...lonely });
      }
      default:
        return undefined;
    }
  }

  /** `print "text"`, which Python 3 does not know. */
  private printStatement(): SyntaxProblem | undefined {
    const { first, before } = this;
    if (first?.word !== 'print' || before !== 1) return undefined;
    return { kind: 'print-statement', start: first.start, end: first.end };
  }

  private closing(): SyntaxProblem | undefined {
    const { scanner, text } = this;
    const { start, end, opened } = scanner;
    if (opened < 0) return { kind: 'unopened-bracket', start, end };
    if (closes(text.charCodeAt(opened), scanner.first())) return undefined;
    return { kind: 'wrong-bracket', start, end, opening: { start: opened, end: opened + 1 } };
  }

  /** What is wrong with the indentation of the line whose first token is the current one. */
  private indentation(): SyntaxProblem | undefined {
    const { scanner, text, indents } = this;
    const { start, end } = scanner;
    if (text.startsWith('<<<<<<< ', start) || text.startsWith('>>>>>>> ', start)) {
      if (start === scanner.lineStart) return { kind: 'conflict-marker', start, end: start + 7 };
    }
    const indent = indentOf(text, scanner.lineStart, start);
    const top = indents.at(-1) ?? indent;
    const deeper = indent.column > top.column;
    if (deeper !== indent.narrow > top.narrow) return { kind: 'mixed-indent', start, end };
    if (deeper) {
      if (this.opener === undefined) return { kind: 'unexpected-indent', start, end };
      this.opener = undefined;
      indents.push(indent);
      return undefined;
    }
    const missing = this.missingBlock();
    if (missing) return missing;
    for (;;) {
      const level = indents.at(-1) ?? indent;
      const continued = level.column === indent.column && CLAUSES.has(scanner.word());
      if (level.openTry && !continued) return { kind: 'lonely-try', ...level.openTry };
      if (level.column <= indent.column) {
        level.openTry = undefined;
        return level.column === indent.column ? undefined : { kind: 'unknown-indent', start, end };
      }
      indents.pop();
    }
  }

  /** At the end of the text, the header itself has to show where. */
  private missingBlock(): SyntaxProblem | undefined {
    const { opener, scanner } = this;
    if (!opener) return undefined;
    const { start, end } = scanner.kind === 'end' ? opener : scanner;
    return { kind: 'missing-block', start, end, word: opener.word };
  }

  /** Gathers the line; at its end, what is wrong with it where the parser stumbled on it. */
  private lineProblem(): SyntaxProblem | undefined {
    const { scanner, errors, text } = this;
    const { kind, start, end } = scanner;
    if (kind === 'newline' || kind === 'end') {
      this.opener = this.lastWasColon ? this.first : undefined;
      const { line } = this;
      this.line = [];
      this.first = undefined;
      this.before = 0;
      this.lastWasColon = false;
      if (errors.length === 0 || !line[0]) return undefined;
      while ((errors[this.nextError]?.end ?? Number.POSITIVE_INFINITY) < line[0].start) this.nextError++;
      const error = errors[this.nextError];
      return error && error.start <= start ? problemOfLine(line) : undefined;
    }
    if (kind === 'illegal') return undefined;
    if (!this.first) {
      this.first = { start, end, word: scanner.word() };
      const level = this.indents.at(-1);
      if (level && this.first.word === 'try') level.openTry = { start, end };
    }
    this.before++;
    const code = text.charCodeAt(start);
    const opens = kind === 'operator' && isOpening(code);
    this.lastWasColon = kind === 'operator' && end === start + 1 && code === COLON && scanner.open.length === 0;
    if (errors.length > 0)
      this.line.push({ kind, start, end, word: scanner.word(), depth: scanner.open.length - (opens ? 1 : 0) });
    return undefined;
  }

  /** The parser stumbled, and no reason was found: the token at which it did. */
  private unreadable(): SyntaxProblem | undefined {
    const [error] = this.errors;
    if (!error) return undefined;
    const scanner = new Scanner(this.text, error.start);
    scanner.next();
    const { start, end } = scanner.kind === 'end' ? error : scanner;
    return { kind: 'unreadable', start, end: firstLineEnd(this.text, start, end), word: this.text.slice(start, end) };
  }
}

const TAB = 9;
const COLON = 58;

function indentOf(text: string, from: number, to: number): Indent {
  let column = 0;
  let narrow = 0;
  for (let at = from; at < to; at++) {
    const code = text.charCodeAt(at);
    if (code === TAB) {
      column = (Math.floor(column / 8) + 1) * 8;
      narrow++;
    } else if (code === 32) {
      column++;
      narrow++;
    } else if (code === 12) {
      column = 0;
      narrow = 0;
    } else break;
  }
  return { column, narrow, openTry: undefined };
}

function isFirstOnLine(text: string, start: number): boolean {
  let at = start - 1;
  while (at >= 0 && (text[at] === ' ' || text[at] === '\t')) at--;
  return at < 0 || text[at] === '\n' || text[at] === '\r';
}

function firstLineEnd(text: string, start: number, end: number): number {
  const line = /[\r\n]/.exec(text.slice(start, end));
  return line ? Math.max(start + line.index, start) : end;
}

function words(list: string): ReadonlySet<string> {
  return new Set(list.split(' '));
}

/** What begins a statement and stands nowhere else. */
const STATEMENTS = words(
  'def class return raise import while with try except finally del global nonlocal assert pass break continue',
);
const BLOCKS = words('def class if elif else for while with try except finally async');
const TESTS = words('if elif while');
const CLAUSES = words('elif else except finally');
const KEYWORDS = words(
  'and as assert async await break class continue def del elif else except finally for from global if import in is lambda ' +
    'nonlocal not or pass raise return try while with yield',
);
/** Keywords only at the start of a line, where a value follows. */
const SOFT_KEYWORDS = words('match case type');
const COMMANDS = words('pip pip3 apt apt-get sudo python python3 cd export git npm bash sh curl wget docker conda');

function problemOfLine(line: readonly Token[]): SyntaxProblem | undefined {
  const [first, second] = line;
  if (!first) return undefined;
  if (first.word === 'else' && second?.word === 'if') return { kind: 'else-if', start: first.start, end: second.end };
  if (COMMANDS.has(first.word) && second && (isOperand(second) || second.word === '-'))
    return { kind: 'shell-command', start: first.start, end: first.end, word: first.word };
  return blockProblem(first, line) ?? neighbourProblem(line) ?? strayClause(first, line);
}

/** A header without its colon, or `=` where a test stands. */
function blockProblem(first: Token, line: readonly Token[]): SyntaxProblem | undefined {
  if (first.kind !== 'name' || !BLOCKS.has(first.word)) return undefined;
  const colon = line.findIndex(({ word, depth }) => word === ':' && depth === 0);
  const last = line.at(-1);
  if (colon < 0 && last) return { kind: 'missing-colon', start: last.start, end: last.end, word: first.word };
  const equals = line.slice(0, colon).find(({ word, depth }) => word === '=' && depth === 0);
  if (!equals || !TESTS.has(first.word)) return undefined;
  return { kind: 'assignment-in-test', start: equals.start, end: equals.end };
}

/** Two tokens that cannot stand side by side. */
function neighbourProblem(line: readonly Token[]): SyntaxProblem | undefined {
  for (const [index, right] of line.entries()) {
    const left = line[index - 1];
    if (!left || (index === 1 && SOFT_KEYWORDS.has(left.word))) continue;
    if (isValueEnd(left)) {
      if (isOperandStart(right) && !(left.kind === 'string' && right.kind === 'string')) {
        return optionBefore(line, index) ?? sideBySide(left, right);
      }
      if (right.kind === 'name' && STATEMENTS.has(right.word) && right.word !== 'import')
        return { kind: 'missing-line-break', start: right.start, end: right.end, word: right.word };
    } else if (
      left.kind === 'operator' &&
      right.word === ',' &&
      left.word !== ']' &&
      !isClosing(left.word.charCodeAt(0))
    ) {
      return { kind: 'missing-value', start: right.start, end: right.end };
    }
  }
  const last = line.at(-1);
  const unfinished = last?.kind === 'operator' && /^[-+*/%&|^~@=<>.!]/.test(last.word);
  return unfinished ? { kind: 'missing-value', start: last.start, end: last.end } : undefined;
}

function sideBySide(left: Token, right: Token): SyntaxProblem {
  if (right.depth > 0 && left.depth > 0) return { kind: 'missing-comma', start: left.start, end: left.end };
  return { kind: 'missing-line-break', start: right.start, end: right.end, word: right.word };
}

/** `"a" --upgrade "b"`: the option whose last word is the token before `index`. */
function optionBefore(line: readonly Token[], index: number): SyntaxProblem | undefined {
  const name = line[index - 1];
  let at = index - 2;
  while (line[at]?.word === '-' && line[at]?.end === line[at + 1]?.start) at--;
  const dash = line[at + 1];
  if (name?.kind !== 'name' || dash?.word !== '-' || line[at]?.kind !== 'string') return undefined;
  const dashes = name.start - dash.start;
  return { kind: 'command-option', start: dash.start, end: name.end, word: '-'.repeat(dashes) + name.word };
}

/** `else:` and the like, where nothing came that it could belong to. */
function strayClause(first: Token, line: readonly Token[]): SyntaxProblem | undefined {
  const colon = line.findIndex(({ word, depth }) => word === ':' && depth === 0);
  if (first.kind !== 'name' || !CLAUSES.has(first.word) || colon < 0) return undefined;
  return { kind: 'stray-keyword', start: first.start, end: first.end, word: first.word };
}

function isOperand({ kind, word }: Token): boolean {
  return kind === 'number' || kind === 'string' || (kind === 'name' && !KEYWORDS.has(word));
}

function isOperandStart(token: Token): boolean {
  return isOperand(token) || token.word === '{';
}

function isValueEnd(token: Token): boolean {
  return isOperand(token) || (token.kind === 'operator' && isClosing(token.word.charCodeAt(0)));
}

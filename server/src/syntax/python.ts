// Python text to small typed trees, through web-tree-sitter. The only file that knows the parser. Trees of the parser are
// handles into WASM memory: they stay in here, and each is deleted when its successor exists.

import { Language, type Node, Parser, type Tree, Edit as TreeEdit } from 'web-tree-sitter';
import { type Change, changeBetween } from '../base/edit';
import { positionAt } from '../base/lines';
import type { Source } from '../base/source';
import { type Span, span } from '../base/span';
import { Cursor, type CursorExports } from './python-cursor';
import { lowerStatement, type RawNode } from './python-lower';
import { findProblem, type SyntaxProblem } from './python-problem';
import type { Statement } from './python-tree';

/** One statement at the top level of a file, or a comment between them. */
export interface TopLevel extends Span {
  /** Offsets in it are relative to `start`. Undefined for a comment. The same object as long as its text is the same. */
  readonly tree: Statement | undefined;
  /** Whether the parser found an error inside, or indentation that it is too patient about. */
  readonly broken: boolean;
  /** Comments in it, relative to `start`. */
  readonly comments: readonly Span[];
}

export interface PythonSyntax {
  readonly source: Source;
  readonly statements: readonly TopLevel[];
  /** Where the text does not parse, in order; at most `MOST_ERRORS`. Empty means that the file is whole. */
  readonly errors: readonly Span[];
  /** The first of them in words; there is one whenever there are errors. */
  readonly problem: SyntaxProblem | undefined;
}

/** Parses one file again and again. Keeps the parser's tree between two calls, so that an edit costs what it changed. */
export interface PythonDocument {
  /** `fresh`: without the history of earlier texts, on which the parser's error recovery depends. */
  parse(source: Source, fresh?: boolean): PythonSyntax;
  /** Whether the next `parse` builds on an earlier text. */
  isOpen(): boolean;
  /** Frees the parser's tree. Parsing again is possible and starts afresh. */
  release(): void;
}

export interface PythonParser {
  open(): PythonDocument;
}

const MOST_ERRORS = 20;

/** Deeper nesting than any written code; what lies below is not looked at. */
const DEEPEST = 200;

/** Starts the WASM parser from the bytes of the core and of the grammar. */
export async function loadPythonParser(wasm: {
  readonly core: Uint8Array;
  readonly grammar: Uint8Array;
}): Promise<PythonParser> {
  const exports = await startCore(wasm.core);
  const language = await Language.load(wasm.grammar);
  const parser = new Parser();
  parser.setLanguage(language);
  const cursor = new Cursor(exports);
  const grammar: Grammar = { types: language.types, named: namedTypes(language), fields: language.fields };
  return { open: () => new Document(parser, cursor, grammar) };
}

let started: Promise<CursorExports> | undefined;

/** The library has one core a process, whose exports appear on the options of the first `init`. */
export function startCore(bytes: Uint8Array): Promise<CursorExports> {
  started ??= (async () => {
    const module = { wasmBinary: bytes, locateFile: (name: string) => name, print: () => {}, printErr: () => {} };
    await Parser.init(module);
    return module as unknown as CursorExports;
  })();
  return started;
}

interface Grammar {
  /** Node types by id. */
  readonly types: readonly string[];
  /** By id: whether the type is more than a token. */
  readonly named: readonly boolean[];
  /** Field names by id. */
  readonly fields: readonly (string | null)[];
}

function namedTypes(language: Language): readonly boolean[] {
  return language.types.map((_, id) => language.nodeTypeIsNamed(id));
}

class Document implements PythonDocument {
  private tree: Tree | undefined;
  private last: PythonSyntax | undefined;

  constructor(
    private readonly parser: Parser,
    private readonly cursor: Cursor,
    private readonly grammar: Grammar,
  ) {}

  parse(source: Source, fresh = false): PythonSyntax {
    const { tree: oldTree, last } = this;
    const change = last && !fresh ? changeBetween(last.source.text, source.text) : undefined;
    if (oldTree && last && change) oldTree.edit(treeEdit(last.source, source, change));
    const tree = this.parser.parse(source.text, fresh ? null : (oldTree ?? null));
    if (!tree) throw new Error('the Python parser gave no tree');
    const root = tree.rootNode;
    const stumbles = root.hasError ? findErrors(root) : [];
    const statements = this.statements(tree, source, last, change);
    const suspicious = stumbles.length > 0 || statements.some(({ broken }) => broken);
    const problem = suspicious ? findProblem(source.text, stumbles, wholeBefore(source.text, statements)) : undefined;
    const errors = problem && stumbles.length === 0 ? [span(problem.start, problem.end)] : stumbles;
    const syntax = { source, statements, errors, problem };
    oldTree?.delete();
    this.tree = tree;
    this.last = syntax;
    return syntax;
  }

  isOpen(): boolean {
    return this.tree !== undefined;
  }

  release(): void {
    this.tree?.delete();
    this.tree = undefined;
    this.last = undefined;
  }

  private statements(
    tree: Tree,
    source: Source,
    last: PythonSyntax | undefined,
    change: Change | undefined,
  ): readonly TopLevel[] {
    const earlier = last && change ? unchangedStatements(last.statements, change) : undefined;
    const result: TopLevel[] = [];
    const { cursor } = this;
    cursor.open(tree);
    if (cursor.firstChild()) {
      do {
        const start = cursor.start();
        const end = cursor.end();
        result.push(earlier?.(start, end) ?? this.lower(source.text, start, end));
      } while (cursor.nextSibling());
    }
    cursor.close();
    return result;
  }

  /** The statement under the cursor. */
  private lower(text: string, start: number, end: number): TopLevel {
    const found: Found = { comments: [], broken: false };
    const raw = this.copy(text, start, found, 0);
    if (raw.type !== 'comment' && isFirstOnLine(text, start) && columnOf(text, start) > 0) found.broken = true;
    const tree = raw.type === 'comment' ? undefined : lowerStatement(raw, text, start);
    return { start, end, tree, ...found };
  }

  private copy(text: string, base: number, found: Found, depth: number): RawNode {
    const { cursor, grammar } = this;
    const id = cursor.type();
    const type = grammar.types[id] ?? 'ERROR';
    const start = cursor.start() - base;
    const end = cursor.end() - base;
    const field = grammar.fields[cursor.field()] ?? null;
    if (type === 'comment') found.comments.push(span(start, end));
    if (type === 'ERROR' || (start === end && cursor.isMissing())) found.broken = true;
    const children: RawNode[] = [];
    if (depth < DEEPEST && cursor.firstChild()) {
      do children.push(this.copy(text, base, found, depth + 1));
      while (cursor.nextSibling());
      cursor.parent();
    }
    if (type === 'block' && !isAligned(text, base, children)) found.broken = true;
    if (type.endsWith('_statement') && children.some((part) => isClauseAstray(text, base, start, part)))
      found.broken = true;
    if (type === 'print_statement' || (type === 'try_statement' && children.length < 4)) found.broken = true;
    return { type, named: grammar.named[id] ?? true, field, start, end, children };
  }
}

/**
 * Start of the last statement at the margin before anything looks broken. Pieces of what the parser could not put
 * together stand at the top level too, and look whole by themselves.
 */
function wholeBefore(text: string, statements: readonly TopLevel[]): number {
  let whole = 0;
  for (const { start, broken, tree } of statements) {
    if (broken || tree?.kind === 'opaque-statement') break;
    if (tree && isLineEnd(text[start - 1])) whole = start;
  }
  return whole;
}

/** Whether a block has statements, and those that begin a line begin in the same column: the parser asks for neither. */
function isAligned(text: string, base: number, children: readonly RawNode[]): boolean {
  const statements = children.filter(({ named, type }) => named && type !== 'comment');
  const lines = statements.filter(({ start }) => isFirstOnLine(text, base + start));
  const column = lines[0] && columnOf(text, base + lines[0].start);
  return statements.length > 0 && lines.every(({ start }) => columnOf(text, base + start) === column);
}

/** Whether an `else` or the like begins its line in another column than the statement it belongs to. */
function isClauseAstray(text: string, base: number, owner: number, { type, start }: RawNode): boolean {
  if (!type.endsWith('_clause') || !isFirstOnLine(text, base + start) || !isFirstOnLine(text, base + owner))
    return false;
  return type !== 'case_clause' && columnOf(text, base + start) !== columnOf(text, base + owner);
}

function isFirstOnLine(text: string, offset: number): boolean {
  return isLineEnd(text[offset - 1 - columnOf(text, offset)]);
}

/** How many blanks stand directly before an offset. */
function columnOf(text: string, offset: number): number {
  let at = offset;
  while (text[at - 1] === ' ' || text[at - 1] === '\t') at--;
  return offset - at;
}

function isLineEnd(character: string | undefined): boolean {
  return character === undefined || character === '\n' || character === '\r';
}

interface Found {
  readonly comments: Span[];
  broken: boolean;
}

/**
 * Finds a statement of the earlier text that stands unchanged at a place of the new one. A whole statement's tree depends on
 * its text alone; a broken one's does not, so it is never kept. Statements that touch the change are new.
 */
function unchangedStatements(
  earlier: readonly TopLevel[],
  change: Change,
): (start: number, end: number) => TopLevel | undefined {
  const moved = change.newEnd - change.oldEnd;
  let at = 0;
  return (start, end) => {
    const before = end < change.start;
    if (!before && start <= change.newEnd) return undefined;
    const from = before ? start : start - moved;
    while ((earlier[at]?.start ?? Number.POSITIVE_INFINITY) < from) at++;
    const candidate = earlier[at];
    if (!candidate || candidate.broken || candidate.start !== from || candidate.end - candidate.start !== end - start)
      return undefined;
    return before || moved === 0 ? candidate : { ...candidate, start, end };
  };
}

function treeEdit(before: Source, after: Source, change: Change): TreeEdit {
  return new TreeEdit({
    startIndex: change.start,
    oldEndIndex: change.oldEnd,
    newEndIndex: change.newEnd,
    startPosition: pointAt(before, change.start),
    oldEndPosition: pointAt(before, change.oldEnd),
    newEndPosition: pointAt(after, change.newEnd),
  });
}

function pointAt(source: Source, offset: number): { row: number; column: number } {
  const { line, character } = positionAt(source.lines, offset);
  return { row: line, column: character };
}

/** The innermost broken places, by descending only where an error is. */
function findErrors(root: Node): readonly Span[] {
  const errors: Span[] = [];
  const visit = (node: Node, depth: number): void => {
    if (errors.length >= MOST_ERRORS) return;
    if (node.isMissing) {
      errors.push(span(node.startIndex, node.endIndex));
      return;
    }
    const before = errors.length;
    if (depth < DEEPEST) {
      for (const part of node.children) if (part?.hasError || part?.isMissing) visit(part, depth + 1);
    }
    if (node.isError && errors.length === before) {
      errors.push(span(node.startIndex, node.endIndex));
    }
  };
  visit(root, 0);
  return errors;
}

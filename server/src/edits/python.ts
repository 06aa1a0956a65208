// Edits of Python text that keep its indentation, quotes, line ends and comments. Nodes count from their statement's
// start (`base`). They say what to change; which change is right is the rules' business.

import type { Edit } from '../base/edit';
import type { Source } from '../base/source';
import { type Span, shift } from '../base/span';
import type { Call, Dict, DictEntry, FunctionDefinition, Statement } from '../syntax/python-tree';

/** A file, and where the statement that the nodes belong to starts in it. */
export interface Statements {
  readonly source: Source;
  readonly base: number;
}

/** Puts `"key": value` in front of a dictionary's first entry, on a line of its own where the entries have theirs. */
export function addEntry(at: Statements, dict: Dict, key: string, value: string): readonly Edit[] {
  const { text } = at.source;
  const [first] = dict.entries;
  const quoted = `${quoteOf(at, dict)}${key}${quoteOf(at, dict)}`;
  if (!first) return [insert(at, dict.start + 1, `${quoted}: ${value}`)];
  const start = at.base + first.start;
  const opening = text.slice(at.base + dict.start, start);
  const gap = opening.includes('\n') ? lineBreakBefore(text, start) : ' ';
  return [insert(at, first.start, `${quoted}: ${value},${gap}`)];
}

/** Puts `"key": value` behind an entry, on a line of its own where the entries have theirs. */
export function addEntryAfter(
  at: Statements,
  dict: Dict,
  entry: DictEntry,
  key: string,
  value: string,
): readonly Edit[] {
  const { text } = at.source;
  const start = at.base + entry.start;
  const gap = text.slice(at.base + dict.start, start).includes('\n') ? lineBreakBefore(text, start) : ' ';
  return [insert(at, entry.end, `,${gap}${quoteOf(at, dict)}${key}${quoteOf(at, dict)}: ${value}`)];
}

/** Takes an entry out, with the comma that separates it. */
export function removeEntry(at: Statements, dict: Dict, entry: DictEntry): readonly Edit[] {
  const index = dict.entries.indexOf(entry);
  const before = dict.entries[index - 1];
  const after = dict.entries[index + 1];
  if (before) return [replace(at, { start: before.end, end: entry.end }, '')];
  return [replace(at, { start: entry.start, end: after ? after.start : entry.end }, '')];
}

/** Puts `"key": value` behind a dictionary's last entry. Undefined where comments stand between that and the brace. */
export function addEntryBehind(at: Statements, dict: Dict, key: string, value: string): readonly Edit[] | undefined {
  const last = dict.entries.at(-1);
  if (!last) return addEntry(at, dict, key, value);
  const rest = at.source.text.slice(at.base + last.end, at.base + dict.end - 1);
  if (rest.includes('#')) return undefined;
  const code = `${quoteOf(at, dict)}${key}${quoteOf(at, dict)}: ${value}`;
  const comma = /^\s*,/.exec(rest)?.[0].length;
  const gap = startsLine(at, last) ? lineBreakBefore(at.source.text, at.base + last.start) : ' ';
  return comma === undefined
    ? [insert(at, last.end, `,${gap}${code}`)]
    : [insert(at, last.end + comma, `${gap}${code}${gap === ' ' ? '' : ','}`)];
}

/** Writes a statement of one line in front of another, at the same depth. */
export function addStatementBefore(at: Statements, statement: Span, code: string): readonly Edit[] {
  return [insert(at, statement.start, `${code}${lineBreakBefore(at.source.text, at.base + statement.start)}`)];
}

/** Writes a statement of one line behind another, at the same depth. */
export function insertAfter(at: Statements, statement: Span, code: string): readonly Edit[] {
  return [insert(at, statement.end, `${lineBreakBefore(at.source.text, at.base + statement.start)}${code}`)];
}

/** Writes lines behind a statement, at its depth; a leading tab stands for one level more. Undefined where it does not have its lines for itself. */
export function addStatementAfter(
  at: Statements,
  statement: Span,
  lines: readonly string[],
): readonly Edit[] | undefined {
  const { text } = at.source;
  const end = at.base + statement.end;
  const rest = /[^\r\n]*/y;
  rest.lastIndex = end;
  const trailing = rest.exec(text)?.[0] ?? '';
  if (!startsLine(at, statement) || !/^[ \t]*(#.*)?$/.test(trailing)) return undefined;
  const gap = lineBreakBefore(text, at.base + statement.start);
  const written = lines.map((line) => `${gap}${line.replace(/^\t+/, (tabs) => indentUnit(text).repeat(tabs.length))}`);
  return [insert(at, statement.end + trailing.length, written.join(''))];
}

/** Adds an argument behind the last one, on a line of its own where that one has its line. */
export function addArgument(at: Statements, call: Call, code: string): readonly Edit[] {
  const { text } = at.source;
  const last = call.args.at(-1);
  if (!last) return [insert(at, call.argsSpan.start + 1, code)];
  const end = at.base + last.end;
  const rest = text.slice(end, at.base + call.argsSpan.end - 1);
  // What is left behind the last argument: a comma, comments, line ends.
  const comma = /^\s*,/.exec(rest)?.[0].length;
  const ownLine = startsLine(at, last) && /[\r\n]/.test(rest);
  if (!ownLine) {
    const written = comma === undefined ? `, ${code}` : ` ${code}`;
    return [insert(at, last.end + (comma ?? 0), written)];
  }
  const line = /^[^\r\n]*/.exec(rest)?.[0].length ?? 0;
  const written = `${lineBreakBefore(text, at.base + last.start)}${code}`;
  if (comma !== undefined) return [insert(at, last.end + Math.max(line, comma), `${written},`)];
  return line === 0
    ? [insert(at, last.end, `,${written}`)]
    : [insert(at, last.end, ','), insert(at, last.end + line, written)];
}

/** Whether a node is the first thing on its line. */
export function startsLine(at: Statements, node: Span): boolean {
  return indentBefore(at.source.text, at.base + node.start) !== undefined;
}

export function replace(at: Statements, node: Span, text: string): Edit {
  return { uri: at.source.uri, span: shift({ start: node.start, end: node.end }, at.base), text };
}

function insert(at: Statements, offset: number, text: string): Edit {
  return replace(at, { start: offset, end: offset }, text);
}

/** The line end and indentation of the line that an offset begins. */
function lineBreakBefore(text: string, offset: number): string {
  const lineStart = text.lastIndexOf('\n', offset - 1) + 1;
  const lineEnd = text[lineStart - 2] === '\r' ? '\r\n' : '\n';
  return `${lineEnd}${indentBefore(text, offset) ?? ''}`;
}

function indentBefore(text: string, offset: number): string | undefined {
  const indent = text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset);
  return indent.trim() === '' ? indent : undefined;
}

/** The quotes that a dictionary's keys are in. */
function quoteOf({ source, base }: Statements, dict: Dict): string {
  const key = dict.entries.find((entry) => entry.key?.kind === 'string')?.key;
  return key && source.text[base + key.start] === "'" ? "'" : '"';
}

/**
 * Puts a statement of the top level under a header of its own, one level deeper. Undefined where it does not have its lines
 * for itself, or holds a text over several lines, which deeper lines would change.
 */
export function indentStatement(at: Statements, statement: Span, header: string): readonly Edit[] | undefined {
  const { text } = at.source;
  const start = at.base + statement.start;
  const end = at.base + statement.end;
  if (
    indentBefore(text, start) !== '' ||
    /^[^\n]*;/.test(text.slice(end)) ||
    /"""|'''|\\\r?\n/.test(text.slice(start, end))
  )
    return undefined;
  const deeper = indentUnit(text);
  return [insert(at, statement.start, `${header}${lineEndOf(text)}${deeper}`), ...indentLines(at, start, end, deeper)];
}

/**
 * Puts the body of a function, but for its docstring, between a header and the lines that close it, one level deeper.
 * Undefined where a text over several lines, which deeper lines would change, or a line shared with `def` stands in the way.
 */
export function wrapBody(
  at: Statements,
  { body }: FunctionDefinition,
  header: string,
  closing: readonly string[],
): readonly Edit[] | undefined {
  const { text } = at.source;
  const first = body.find((statement) => statement.kind !== 'expression' || statement.value.kind !== 'string');
  const last = body.at(-1);
  if (!first || !last) return undefined;
  const start = at.base + first.start;
  const end = at.base + last.end;
  const indent = indentBefore(text, start);
  if (indent === undefined || indent === '' || /"""|'''|\\\r?\n/.test(text.slice(start, end))) return undefined;
  const lineEnd = lineEndOf(text);
  const deeper = indentUnit(text);
  const newline = text.indexOf('\n', end);
  const lastLineEnd = newline < 0 ? text.length : text[newline - 1] === '\r' ? newline - 1 : newline;
  const after = closing.map((line) => `${lineEnd}${indent}${line.replace(/^ {4}/, deeper)}`).join('');
  return [
    insert(at, first.start, `${header}${lineEnd}${indent}${deeper}`),
    ...indentLines(at, start, end, deeper),
    insert(at, lastLineEnd - at.base, after),
  ];
}

/** Every line that begins between two offsets, one level deeper; blank ones stay as they are. */
function indentLines(at: Statements, start: number, end: number, deeper: string): readonly Edit[] {
  const { text } = at.source;
  const edits: Edit[] = [];
  for (let line = text.indexOf('\n', start) + 1; line > 0 && line < end; line = text.indexOf('\n', line) + 1) {
    if (text[line] !== '\n' && text[line] !== '\r') edits.push(insert(at, line - at.base, deeper));
  }
  return edits;
}

function lineEndOf(text: string): string {
  return text.includes('\r\n') ? '\r\n' : '\n';
}

/** How deep the file's first indented line is, else four spaces. */
function indentUnit(text: string): string {
  return /\n([ \t]+)\S/.exec(text)?.[1] ?? '    ';
}

/**
 * Moves statements of the top level, with the comments right above them, in front of the line of an earlier one. Undefined
 * where one of them does not have its lines for itself.
 */
export function moveStatements(
  source: Source,
  moved: readonly { readonly base: number; readonly statement: Statement }[],
  offset: number,
): readonly Edit[] | undefined {
  const { uri, text } = source;
  const edits: Edit[] = [];
  let written = '';
  for (const { base, statement } of moved) {
    const at = { source, base };
    const rest = /[^\n]*/y;
    rest.lastIndex = base + statement.end;
    const trailing = rest.exec(text)?.[0] ?? '';
    if (!startsLine(at, statement) || !/^[ \t]*(#.*)?\r?$/.test(trailing)) return undefined;
    const end = base + statement.end + trailing.length;
    const start = withCommentsAbove(text, base + statement.start);
    const next = text[end] === '\n' ? end + 1 : end;
    written += next > end ? text.slice(start, next) : `${text.slice(start, end)}\n`;
    edits.push({ uri, span: { start, end: next }, text: '' });
  }
  return [{ uri, span: { start: offset, end: offset }, text: written }, ...edits];
}

/** Where the lines of comment begin that stand directly above a line. */
function withCommentsAbove(text: string, lineStart: number): number {
  let start = lineStart;
  while (start > 0) {
    const above = text.lastIndexOf('\n', start - 2) + 1;
    if (text[above] !== '#' || above === 0) return start;
    start = above;
  }
  return start;
}

/** Writes `import name` in front of a file's first import; without one, in front of its first statement but the docstring. */
export function addImport(
  source: Source,
  statements: readonly { readonly base: number; readonly statement: Statement }[],
  name: string,
): Edit {
  const imports = statements.find(({ statement }) => statement.kind === 'import' && statement.module !== '__future__');
  const follows = ({ statement }: { readonly statement: Statement }): boolean =>
    !(statement.kind === 'expression' && statement.value.kind === 'string') && statement.kind !== 'import';
  const next = imports ?? statements.find(follows);
  const offset = next?.base ?? source.text.length;
  const lineEnd = source.text.includes('\r\n') ? '\r\n' : '\n';
  const gap = imports ? '' : lineEnd.repeat(2);
  return { uri: source.uri, span: { start: offset, end: offset }, text: `import ${name}${lineEnd}${gap}` };
}

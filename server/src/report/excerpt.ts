// Pieces of the worker's files for people to read: the lines of a place, and what a fix changes. Bounded, and safe to show.

import { applyEdits, type Edit, type Fix } from '../base/edit';
import { positionAt } from '../base/lines';
import { makeSource, type Source } from '../base/source';
import type { Place } from '../base/span';
import { basename, type Uri } from '../base/uri';
import { secretsIn } from '../model/secrets';
import { isolated, visible } from './rich';

export interface CodeLine {
  /** `skip`: lines are left out here. */
  readonly kind: 'same' | 'old' | 'new' | 'skip';
  readonly text: string;
}

/** One piece of one file. */
export interface Excerpt {
  readonly path: string;
  /** Of the first line, from 1; of a change the first that changes, in the file as it is. */
  readonly line: number;
  /** As Markdown names it; empty where it is none that we know. */
  readonly language: string;
  readonly lines: readonly CodeLine[];
}

export type Sources = ReadonlyMap<Uri, Source>;

const MOST_LINES = 6;
const LONGEST_LINE = 160;

/** The lines that a place lies on, and those up to where its brackets close. Undefined where the file's text is not there. */
export function linesAt(place: Place, sources: Sources, showPath: (uri: Uri) => string): Excerpt | undefined {
  const source = sources.get(place.uri);
  if (!source) return undefined;
  const first = positionAt(source.lines, place.span.start);
  const last = positionAt(source.lines, Math.max(place.span.start, place.span.end - 1)).line;
  const lines: CodeLine[] = [];
  let line = first.line;
  for (let open = 0; line < source.lines.length && lines.length < MOST_LINES; ) {
    const text = lineText(source, line);
    const column = line === first.line ? first.character : 0;
    lines.push({ kind: 'same', text: shownLine(text, column) });
    open += bracketsOpen(text.slice(column));
    if (line++ >= last && open <= 0) break;
  }
  if (line <= last) lines.push(SKIP);
  return { path: showPath(place.uri), line: first.line + 1, language: languageOf(place.uri), lines: dedented(lines) };
}

/** Brackets that a line opens, less those it closes; strings are not told apart. */
function bracketsOpen(line: string): number {
  let open = 0;
  for (const [bracket] of line.matchAll(/[()[\]{}]/g)) open += '([{'.includes(bracket) ? 1 : -1;
  return open;
}

/** The first lines of several places, file by file, in the order of the text. */
export function linesOfAll(
  places: readonly Place[],
  sources: Sources,
  showPath: (uri: Uri) => string,
): readonly Excerpt[] {
  const numbers = new Map<Source, Set<number>>();
  for (const { uri, span } of places) {
    const source = sources.get(uri);
    if (!source) continue;
    const known = numbers.get(source) ?? new Set();
    numbers.set(source, known.add(positionAt(source.lines, span.start).line));
  }
  return [...numbers].map(([source, set]) => {
    const inOrder = [...set].sort((a, b) => a - b).slice(0, MOST_LINES);
    const lines = inOrder.flatMap((line, index): CodeLine[] => {
      const text: CodeLine = { kind: 'same', text: shownLine(lineText(source, line), 0) };
      return index > 0 && line - (inOrder[index - 1] ?? 0) > 1 ? [SKIP, text] : [text];
    });
    const { uri } = source;
    return { path: showPath(uri), line: (inOrder[0] ?? 0) + 1, language: languageOf(uri), lines: dedented(lines) };
  });
}

const SKIP: CodeLine = { kind: 'skip', text: '…' };

/** Lines that stand by to show where a change is. */
const CONTEXT = 1;
/** Changes with fewer lines than this between them are shown as one. */
const NEAR = 3;
const MOST_EXCERPTS = 3;
const LONGEST_CHANGE = 24;

/** What a fix does, file by file, the first few places. */
export function changesOf({ edits }: Fix, sources: Sources, showPath: (uri: Uri) => string): readonly Excerpt[] {
  const uris = [...new Set(edits.map(({ uri }) => uri))];
  return uris
    .flatMap((uri) => {
      const source = sources.get(uri) ?? makeSource(uri, '');
      return nearby(
        source,
        edits.filter((edit) => edit.uri === uri),
      ).map((group) => change(source, group, showPath));
    })
    .filter(({ lines }) => lines.some(({ kind }) => kind === 'old' || kind === 'new'))
    .slice(0, MOST_EXCERPTS);
}

interface Group {
  readonly edits: readonly Edit[];
  /** Lines of the file that the edits lie in, from 0. */
  readonly first: number;
  readonly last: number;
}

function nearby(source: Source, edits: readonly Edit[]): readonly Group[] {
  const groups: Group[] = [];
  for (const edit of [...edits].sort((a, b) => a.span.start - b.span.start)) {
    const first = positionAt(source.lines, edit.span.start).line;
    const last = positionAt(source.lines, edit.span.end).line;
    const before = groups.at(-1);
    if (before && first - before.last <= NEAR) {
      groups[groups.length - 1] = { ...before, edits: [...before.edits, edit], last: Math.max(last, before.last) };
    } else {
      groups.push({ edits: [edit], first, last });
    }
  }
  return groups;
}

function change(source: Source, { edits, first, last }: Group, showPath: (uri: Uri) => string): Excerpt {
  const from = Math.max(0, first - CONTEXT);
  const to = Math.min(source.lines.length - 1, last + CONTEXT);
  const start = source.lines[from] ?? 0;
  const end = source.lines[to + 1] ?? source.text.length;
  const before = source.text.slice(start, end);
  const moved = edits.map((edit) => ({
    ...edit,
    span: { start: edit.span.start - start, end: edit.span.end - start },
  }));
  const lines = difference(linesOf(before), linesOf(applyEdits(before, source.uri, moved)));
  const firstShown = lines.findIndex(({ kind }) => kind !== 'same');
  const shown = shortened(trimmed(lines)).map((one) => (one === SKIP ? one : { ...one, text: shownLine(one.text, 0) }));
  return {
    path: showPath(source.uri),
    line: from + Math.max(0, firstShown) + 1,
    language: languageOf(source.uri),
    lines: dedented(shown),
  };
}

/** Without the unchanged lines at both ends, but for the context. */
function trimmed(lines: readonly CodeLine[]): readonly CodeLine[] {
  const first = lines.findIndex(({ kind }) => kind !== 'same');
  const last = lines.findLastIndex(({ kind }) => kind !== 'same');
  return lines.filter(
    ({ kind, text }, at) =>
      kind !== 'same' ||
      (at >= first - CONTEXT && at <= last + CONTEXT && (text.trim() !== '' || (at > first && at < last))),
  );
}

/** Of a long change what it comes to: the old lines are in the file. */
function shortened(lines: readonly CodeLine[]): readonly CodeLine[] {
  if (lines.length <= LONGEST_CHANGE) return lines;
  const fresh = lines.filter(({ kind }) => kind !== 'old');
  return fresh.length > LONGEST_CHANGE ? [...fresh.slice(0, LONGEST_CHANGE), SKIP] : fresh;
}

/** Texts beyond this are shown as one change: comparing them line by line would cost their product. */
const MOST_COMPARED = 200;

/** The longest common lines stay, the rest is old or new. */
function difference(before: readonly string[], after: readonly string[]): readonly CodeLine[] {
  const old = (text: string): CodeLine => ({ kind: 'old', text });
  const fresh = (text: string): CodeLine => ({ kind: 'new', text });
  if (before.length > MOST_COMPARED || after.length > MOST_COMPARED) {
    return [...before.slice(0, LONGEST_CHANGE / 2).map(old), ...after.slice(0, LONGEST_CHANGE + 1).map(fresh)];
  }
  // common[i][j]: how many lines before[i…] and after[j…] have in common, in order.
  const common = Array.from({ length: before.length + 1 }, () => new Array<number>(after.length + 1).fill(0));
  const at = (i: number, j: number): number => common[i]?.[j] ?? 0;
  for (let i = before.length - 1; i >= 0; i--) {
    for (let j = after.length - 1; j >= 0; j--) {
      const row = common[i];
      if (row) row[j] = before[i] === after[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  const lines: CodeLine[] = [];
  let i = 0;
  let j = 0;
  while (i < before.length || j < after.length) {
    const [a, b] = [before[i], after[j]];
    if (a !== undefined && a === b) {
      lines.push({ kind: 'same', text: a });
      i++;
      j++;
    } else if (a !== undefined && (b === undefined || at(i + 1, j) >= at(i, j + 1))) {
      lines.push(old(a));
      i++;
    } else if (b !== undefined) {
      lines.push(fresh(b));
      j++;
    }
  }
  return lines;
}

function linesOf(text: string): readonly string[] {
  const lines = text.split(/\r\n|\r|\n/);
  if (lines.at(-1) === '') lines.pop();
  return lines;
}

function lineText({ text, lines }: Source, line: number): string {
  return text.slice(lines[line] ?? text.length, lines[line + 1] ?? text.length).replace(/[\r\n]+$/, '');
}

/** A line with spaces for tabs, nothing unprintable, and of a very long one what lies around `column`. */
function shownLine(whole: string, column: number): string {
  const line = withoutSecrets(whole);
  const from = line.length > LONGEST_LINE && column > LONGEST_LINE / 2 ? Math.floor(column - LONGEST_LINE / 2) : 0;
  const piece = line.slice(from, from + LONGEST_LINE);
  const text = visible(piece.replaceAll('\t', '    '));
  return `${from > 0 ? '…' : ''}${text}${from + LONGEST_LINE < line.length ? '…' : ''}`;
}

/** A report is passed on: keys and tokens in the lines it shows become asterisks. */
function withoutSecrets(line: string): string {
  let shown = line;
  for (const { span } of secretsIn(makeSource('', line))) {
    shown = shown.slice(0, span.start) + '*'.repeat(span.end - span.start) + shown.slice(span.end);
  }
  return shown;
}

/** Without the indentation that all lines share; what is written from right to left cannot turn its neighbours. */
function dedented(lines: readonly CodeLine[]): readonly CodeLine[] {
  const depths = lines
    .filter(({ kind, text }) => kind !== 'skip' && text.trim() !== '')
    .map(({ text }) => text.length - text.trimStart().length);
  const depth = depths.length === 0 ? 0 : Math.min(...depths);
  return lines.map(({ kind, text }) => ({ kind, text: kind === 'skip' ? text : isolated(text.slice(depth)) }));
}

const LANGUAGES: Readonly<Record<string, string>> = {
  py: 'python',
  json: 'json',
  sh: 'bash',
  toml: 'toml',
  yml: 'yaml',
  yaml: 'yaml',
};

function languageOf(uri: Uri): string {
  const name = basename(uri);
  if (/^Dockerfile|\.Dockerfile$/i.test(name)) return 'dockerfile';
  return LANGUAGES[name.slice(name.lastIndexOf('.') + 1).toLowerCase()] ?? '';
}

// Comments that switch rules off where they stand: `# runpod: ignore[rule-id] reason` and `ignore-file[…]`.

import { positionAt } from '../base/lines';
import type { Source } from '../base/source';
import type { Span } from '../base/span';
import { basename, type Uri } from '../base/uri';
import type { Worker } from '../model/worker';

export interface Suppression {
  readonly source: Source;
  /** The whole comment. */
  readonly comment: Span;
  readonly rules: readonly SuppressedRule[];
  /** Line from 0 that it speaks of; undefined: the whole file. */
  readonly line: number | undefined;
}

export interface SuppressedRule {
  readonly id: string;
  readonly span: Span;
}

const COMMENT = /#\s*runpod:\s*ignore(-file)?\[([^\]\n]*)\]/;

/** All in a worker's files. */
export function suppressionsOf({ inputs }: Worker, sources: ReadonlyMap<Uri, Source>): readonly Suppression[] {
  const result: Suppression[] = [];
  for (const { facts } of [...(inputs.python?.modules ?? []), ...(inputs.python?.observers ?? [])]) {
    if (facts.source.text.includes('runpod:')) result.push(...suppressionsIn(facts.source, facts.comments));
  }
  for (const source of sources.values()) result.push(...suppressionsIn(source, hashComments(source)));
  return result;
}

/** Suppressions among the comments of a file. */
function suppressionsIn(source: Source, comments: readonly Span[]): readonly Suppression[] {
  const { text, lines } = source;
  const result: Suppression[] = [];
  // Both once for a run of comments, which may be as long as the file.
  let leading: number | undefined;
  let run = { start: 0, end: 0 };
  for (const comment of comments) {
    const match = COMMENT.exec(text.slice(comment.start, comment.end));
    if (!match) continue;
    const [whole, file, list = ''] = match;
    const listStart = comment.start + match.index + whole.length - 1 - list.length;
    const { line } = positionAt(lines, comment.start);
    if (file) {
      leading ??= leadingLines(source);
      if (line >= leading) continue;
    }
    const alone = text.slice(lines[line], comment.start).trim() === '';
    if (alone && !(run.start <= line && line < run.end)) run = { start: line, end: nextCodeLine(source, line) };
    result.push({
      source,
      comment,
      rules: rulesIn(list, listStart),
      line: file ? undefined : alone ? run.end : line,
    });
  }
  return result;
}

/**
 * Where `#` opens a comment in a file that no parser has told the comments of: at the start of a line alone, or behind
 * something too. Undefined: nowhere.
 */
export function commentsStand(uri: Uri): 'alone' | 'anywhere' | undefined {
  const name = basename(uri);
  if (/dockerfile|^\.\w*ignore$/i.test(name)) return 'alone';
  return /\.(?:sh|bash|txt|in|toml|ya?ml|mk)$|^(?:[\w-]+|Pipfile)$/.test(name) ? 'anywhere' : undefined;
}

/** Whether a suppression may stand in a file of this name. */
export function takesComments(uri: Uri): boolean {
  return uri.endsWith('.py') || commentsStand(uri) !== undefined;
}

/** Those of its comments that may hold a suppression. */
function hashComments({ text, lines, uri }: Source): readonly Span[] {
  const stand = commentsStand(uri);
  if (stand === undefined || !text.includes('runpod:')) return [];
  const opener = stand === 'alone' ? /^\s*#/ : /(?:^|\s)#(?=\s*runpod:)/;
  return lines.flatMap((start, line) => {
    const content = text.slice(start, lines[line + 1] ?? text.length).trimEnd();
    const match = opener.exec(content);
    return match ? [{ start: start + match.index + match[0].length - 1, end: start + content.length }] : [];
  });
}

function rulesIn(list: string, offset: number): readonly SuppressedRule[] {
  return [...list.matchAll(/[^,\s]+/g)].map((match) => ({
    id: match[0],
    span: { start: offset + match.index, end: offset + match.index + match[0].length },
  }));
}

/** The next line that is neither blank nor a comment. */
function nextCodeLine({ text, lines }: Source, from: number): number {
  let line = from + 1;
  while (line < lines.length && /^\s*(#.*)?$/.test(text.slice(lines[line], lines[line + 1] ?? text.length))) line++;
  return line;
}

/** How many lines there are before the first that is neither blank nor a comment. What they say is about the whole file. */
export function leadingLines({ text, lines }: Source): number {
  const first = lines.findIndex((start, line) => !/^\s*(?:#|$)/.test(text.slice(start, lines[line + 1])));
  return first < 0 ? lines.length : first;
}

/** What removing one rule from a suppression replaces: the whole comment when it was the last. */
export function removal(
  { source, comment, rules }: Suppression,
  rule: SuppressedRule,
): { readonly span: Span; readonly text: string } {
  const { text, lines } = source;
  const index = rules.indexOf(rule);
  if (rules.length > 1) {
    const next = rules[index + 1];
    const before = rules[index - 1];
    if (next) return { span: { start: rule.span.start, end: next.span.start }, text: '' };
    return { span: { start: before ? before.span.end : rule.span.start, end: rule.span.end }, text: '' };
  }
  const { line } = positionAt(lines, comment.start);
  const lineStart = lines[line] ?? 0;
  const before = text.slice(lineStart, comment.start);
  if (before.trim() === '') return { span: { start: lineStart, end: lines[line + 1] ?? text.length }, text: '' };
  return { span: { start: lineStart + before.trimEnd().length, end: comment.end }, text: '' };
}

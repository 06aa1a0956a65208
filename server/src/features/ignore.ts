// "Ignore this": the edit that writes a suppression, at the finding's place, for its file or for the whole worker. As a
// comment where the format has comments, else in the worker's configuration (ignore-config.ts). What a suppression does is
// the engine's policy.

import type { Edit } from '../base/edit';
import { positionAt } from '../base/lines';
import type { Source } from '../base/source';
import { span } from '../base/span';
import { relativeTo } from '../base/uri';
import type { Report, Reported } from '../engine/report';
import { DEFAULT_SETTINGS, type Settings } from '../engine/session';
import { commentsStand, leadingLines } from '../engine/suppressions';
import { pointerAt } from '../model/json';
import { UNUSED_SUPPRESSION } from '../rules/suppressions/unused-suppression';
import { parseJson } from '../syntax/json';
import { addIgnoreEntry, switchOff } from './ignore-config';

/** At its place, everywhere in its file, or the rule in the whole worker. */
export const IGNORE_SCOPES = ['here', 'file', 'project'] as const;

export type IgnoreScope = (typeof IGNORE_SCOPES)[number];

/** Undefined where no suppression can be written, or where it would have no effect. */
export function ignoreEdits(
  report: Report,
  finding: Reported,
  scope: IgnoreScope,
  settings: Settings = DEFAULT_SETTINGS,
): readonly Edit[] | undefined {
  const { rule } = finding;
  // What the user's own settings say of a rule comes before the worker's.
  if (scope === 'project') return settings.config && !(rule in settings.rules) ? switchOff(report, rule) : undefined;
  const source = report.sources.get(finding.uri);
  // A suppression of this rule would have to be unused itself.
  if (!settings.ignores || source === undefined || rule === UNUSED_SUPPRESSION.id) return undefined;
  const stand = finding.uri.endsWith('.py') ? 'anywhere' : commentsStand(finding.uri);
  if (stand !== undefined) {
    return scope === 'here' ? commentHere(source, finding.span.start, rule, stand) : commentForFile(source, rule);
  }
  return settings.config ? entryFor(report, source, finding, scope) : undefined;
}

/** In JSON a place has a pointer; in other formats without comments, such as Markdown, only the whole file can be named. */
function entryFor(
  report: Report,
  source: Source,
  { uri, span: at, rule }: Reported,
  scope: 'here' | 'file',
): readonly Edit[] | undefined {
  const path = relativeTo(report.root, uri);
  if (path === undefined) return undefined;
  const file = uri.endsWith('.json') ? parseJson(source) : undefined;
  if (scope === 'file') return addIgnoreEntry(report, { rule, path, reason: '' }, file);
  const pointer = file && pointerAt(file, at);
  // What is wrong with all of it is ignored in the file, not here.
  return pointer ? addIgnoreEntry(report, { rule, path, pointer, reason: '' }, file) : undefined;
}

/** An existing list of rules on the line or above it takes the rule in; else a line above it is made. */
function commentHere(
  source: Source,
  offset: number,
  rule: string,
  stand: 'alone' | 'anywhere',
): readonly Edit[] | undefined {
  const { uri, text, lines } = source;
  const { line } = positionAt(lines, offset);
  const here = lineAt(source, line);
  const above = lineAt(source, line - 1);

  const listEnd =
    (stand === 'anywhere' ? listEndIn(here, LIST_HERE) : undefined) ??
    (isComment(above.text) ? listEndIn(above, LIST_HERE) : undefined);
  if (listEnd !== undefined) return [insert(source, listEnd, `, ${rule}`)];

  const comment = `# runpod: ignore[${rule}]`;
  const behind = [insert(source, here.start + here.text.length, `  ${comment}`)];
  // Rules about a file as a whole point at its first line, which a line above would become.
  if (isFirst(source, here) && stand === 'anywhere' && !uri.endsWith('.py') && !isContinued(here.text)) return behind;
  // Docker takes comments out before it joins lines; where comments may stand anywhere, they would part a statement.
  if (stand === 'alone' || !isContinued(above.text)) {
    const indent = /^\ufeff?([ \t]*)/.exec(here.text)?.[1] ?? '';
    return [insert(source, behindMark(here), `${indent}${comment}${lineEndOf(text)}`)];
  }
  // Behind the last line of a statement that backslashes continue it may stand.
  return isContinued(here.text) ? undefined : behind;
}

/**
 * An existing list for the file takes the rule in; else a line is made behind the comments that the file begins with, since
 * a shebang, an encoding and Docker's parser directives must stay first.
 */
function commentForFile(source: Source, rule: string): readonly Edit[] {
  const { text, lines } = source;
  const leading = leadingLines(source);
  for (let line = 0; line < leading; line++) {
    const listEnd = listEndIn(lineAt(source, line), LIST_FOR_FILE);
    if (listEnd !== undefined) return [insert(source, listEnd, `, ${rule}`)];
  }
  // Python looks for the encoding in the second line too.
  let line = leading > 1 && !isComment(lineAt(source, 0).text) && isComment(lineAt(source, 1).text) ? 1 : 0;
  while (line < leading && isComment(lineAt(source, line).text)) line++;
  const comment = `# runpod: ignore-file[${rule}]`;
  const lineEnd = lineEndOf(text);
  return line === lines.length
    ? [insert(source, text.length, `${lineEnd}${comment}${lineEnd}`)]
    : [insert(source, behindMark(lineAt(source, line)), `${comment}${lineEnd}`)];
}

interface Line {
  readonly start: number;
  readonly text: string;
}

function lineAt({ text, lines }: Source, index: number): Line {
  const start = lines[index] ?? text.length;
  const content = index < 0 ? '' : text.slice(start, lines[index + 1] ?? text.length);
  return { start, text: content.replace(/[\r\n]+$/, '') };
}

function insert({ uri }: Source, at: number, text: string): Edit {
  return { uri, span: span(at, at), text };
}

/** Where the line begins, but behind a byte order mark, which must stay first in the file. */
function behindMark({ start, text }: Line): number {
  return start + (text.startsWith('\ufeff') ? 1 : 0);
}

const LIST_HERE = /#\s*runpod:\s*ignore\[[^\]]*/;
const LIST_FOR_FILE = /^\s*#\s*runpod:\s*ignore-file\[[^\]]*/;

/** Offset of the bracket that closes the list of ignored rules. */
function listEndIn({ start, text }: Line, list: RegExp): number | undefined {
  const match = list.exec(text);
  if (match === null || text[match.index + match[0].length] !== ']') return undefined;
  return start + match.index + match[0].length;
}

/** Whether nothing stands above. A shebang takes nothing behind it. */
function isFirst({ text }: Source, { start, text: content }: Line): boolean {
  return text.slice(0, start).trim() === '' && !content.startsWith('#!');
}

function isComment(line: string): boolean {
  return /^\s*#/.test(line);
}

function isContinued(line: string): boolean {
  return line.endsWith('\\');
}

function lineEndOf(text: string): string {
  return /\r\n|\n|\r/.exec(text)?.[0] ?? '\n';
}

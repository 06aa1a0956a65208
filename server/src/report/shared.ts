// What every format shares: the order of findings, places in lines and columns from 1, and text made safe to print.

import { type LineStarts, positionAt } from '../base/lines';
import { counted, format, type Message, say } from '../base/message';
import { SEVERITIES, type Severity } from '../base/severity';
import type { Place } from '../base/span';
import type { Uri } from '../base/uri';
import type { Report, Reported, Verdict } from '../engine/report';
import { ENGLISH, type Language } from '../languages';
import type { WorkerKind } from '../model/kind';

/** How a format names a file. */
export type ShowPath = (uri: Uri) => string;

export interface ShownPosition {
  readonly line: number;
  /** In UTF-16 code units. */
  readonly column: number;
}

export interface ShownPlace {
  readonly path: string;
  readonly range: { readonly start: ShownPosition; readonly end: ShownPosition };
}

export function showPlace(report: Report, place: Place, showPath: ShowPath): ShownPlace {
  const lines = report.sources.get(place.uri)?.lines ?? [0];
  return {
    path: showPath(place.uri),
    range: { start: showPosition(lines, place.span.start), end: showPosition(lines, place.span.end) },
  };
}

function showPosition(lines: LineStarts, offset: number): ShownPosition {
  const { line, character } = positionAt(lines, offset);
  return { line: line + 1, column: character + 1 };
}

/** All findings of a worker by path, place and rule. */
export function findingsInOrder(report: Report, showPath: ShowPath): readonly Reported[] {
  return report.outcomes
    .flatMap((outcome) => outcome.findings)
    .map((finding) => ({ finding, path: showPath(finding.uri) }))
    .sort(
      (a, b) =>
        compare(a.path, b.path) ||
        a.finding.span.start - b.finding.span.start ||
        a.finding.span.end - b.finding.span.end ||
        compare(a.finding.rule, b.finding.rule),
    )
    .map(({ finding }) => finding);
}

export function reportsInOrder(reports: readonly Report[], showPath: ShowPath): readonly Report[] {
  return [...reports].sort((a, b) => compare(showPath(a.root), showPath(b.root)));
}

/** By code units: the same on every machine, whatever its language. */
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

export type Counts = Readonly<Record<Severity, number>>;

export function countFindings(reports: readonly Report[]): Counts {
  const counts = { error: 0, warning: 0, info: 0, hint: 0 };
  for (const report of reports) {
    for (const outcome of report.outcomes) for (const finding of outcome.findings) counts[finding.severity]++;
  }
  return counts;
}

const NOUNS: Readonly<Record<Severity, (count: number) => Message>> = {
  error: (count) => counted(count, say`${count} error`, say`${count} errors`),
  warning: (count) => counted(count, say`${count} warning`, say`${count} warnings`),
  info: (count) => counted(count, say`${count} note`, say`${count} notes`),
  hint: (count) => counted(count, say`${count} hint`, say`${count} hints`),
};

/** Such as `1 error, 3 warnings`; undefined where there is nothing to count. */
export function showCounts(counts: Counts, { bundle }: Language = ENGLISH): string | undefined {
  const parts = SEVERITIES.filter((severity) => counts[severity] > 0).map((severity) =>
    format(NOUNS[severity](counts[severity]), bundle),
  );
  return parts.length > 0 ? parts.join(', ') : undefined;
}

export const SEVERITY_NAMES: Readonly<Record<Severity, Message>> = {
  error: say`error`,
  warning: say`warning`,
  info: say`note`,
  hint: say`hint`,
};

/** The same in every language: it is what CI logs are searched for. */
export const VERDICT_WORDS: Readonly<Record<Verdict, string>> = {
  go: 'GO',
  'conditional-go': 'CONDITIONAL GO',
  'no-go': 'NO-GO',
};

/** With the decimal sign of the language. */
export function showScore(score: number, { code }: Language): string {
  return score.toFixed(1).replace('.', code === 'pl' ? ',' : '.');
}

const KINDS: Readonly<Record<WorkerKind, Message>> = {
  queue: say`queue worker`,
  streaming: say`streaming worker`,
  concurrent: say`concurrent worker`,
  'load-balancer': say`load balancing worker`,
  flash: say`Flash worker`,
  'dual-mode': say`dual-mode worker`,
  'base-image': say`worker of its base image`,
  pod: say`pod`,
  unknown: say`worker`,
};

export function kindName(kind: WorkerKind): Message {
  return KINDS[kind];
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what a hostile file name or text would smuggle in.
const UNPRINTABLE = /[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g;

/** Names and texts come from the workspace: a terminal must not obey them. */
export function printable(text: string): string {
  return text.replace(UNPRINTABLE, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

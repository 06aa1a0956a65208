// What every format shares: the order of findings, places in lines and columns from 1, and text made safe to print.

import { type LineStarts, positionAt } from '../base/lines';
import { SEVERITIES, type Severity } from '../base/severity';
import type { Place } from '../base/span';
import type { Uri } from '../base/uri';
import type { Report, Reported } from '../engine/report';

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

const NOUNS: Readonly<Record<Severity, readonly [one: string, many: string]>> = {
  error: ['error', 'errors'],
  warning: ['warning', 'warnings'],
  info: ['information', 'information'],
  hint: ['hint', 'hints'],
};

/** Such as `1 error, 3 warnings`; undefined where there is nothing to count. */
export function showCounts(counts: Counts): string | undefined {
  const parts = SEVERITIES.filter((severity) => counts[severity] > 0).map((severity) => {
    const [one, many] = NOUNS[severity];
    return `${counts[severity]} ${counts[severity] === 1 ? one : many}`;
  });
  return parts.length > 0 ? parts.join(', ') : undefined;
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what a hostile file name or text would smuggle in.
const UNPRINTABLE = /[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g;

/** Names and texts come from the workspace: a terminal must not obey them. */
export function printable(text: string): string {
  return text.replace(UNPRINTABLE, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

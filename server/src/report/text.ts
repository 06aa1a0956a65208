// Reports as text for people: grouped by worker and file, places to click on, one line of verdict at the end.
// Where it goes, and whether it may be coloured, the caller knows.

import { format } from '../base/message';
import type { Severity } from '../base/severity';
import { unreachable } from '../base/unreachable';
import type { Report, Reported, Verdict } from '../engine/report';
import type { WorkerKind } from '../model/kind';
import {
  countFindings,
  findingsInOrder,
  printable,
  reportsInOrder,
  type ShownPlace,
  type ShowPath,
  showCounts,
  showPlace,
} from './shared';

export interface TextOptions {
  readonly showPath: ShowPath;
  readonly colours: boolean;
  /** Findings only: no heading, no verdict. */
  readonly quiet: boolean;
}

export function textReport(reports: readonly Report[], options: TextOptions): string {
  const paint = painter(options.colours);
  const workers = reportsInOrder(reports, options.showPath).map((report) => workerText(report, options, paint));
  const total = reports.length > 1 && !options.quiet ? [totalLine(reports, paint)] : [];
  return [...workers, ...total]
    .filter((block) => block !== '')
    .map((block) => `${block}\n`)
    .join('\n');
}

function workerText(report: Report, options: TextOptions, paint: Paint): string {
  const files = filesText(report, options, paint);
  if (options.quiet) return files.join('\n\n');
  const root = printable(options.showPath(report.root));
  const head = `${paint('bold', root)} ${paint('dim', `· ${kindText(report.kind)}`)}`;
  return [head, ...files, [...exceptions(report, paint), verdictLine(report, paint)].join('\n')].join('\n\n');
}

/** One block of text for each file that has findings. */
function filesText(report: Report, options: TextOptions, paint: Paint): readonly string[] {
  const blocks = new Map<string, string[]>();
  for (const finding of findingsInOrder(report, options.showPath)) {
    const place = showPlace(report, finding, options.showPath);
    const lines = blocks.get(place.path) ?? [paint('underline', printable(place.path))];
    blocks.set(place.path, lines);
    lines.push(...findingLines(report, finding, place, options, paint));
  }
  return [...blocks.values()].map((lines) => lines.join('\n'));
}

function findingLines(
  report: Report,
  finding: Reported,
  place: ShownPlace,
  options: TextOptions,
  paint: Paint,
): readonly string[] {
  const severity = paint(COLOURS[finding.severity], finding.severity);
  const message = printable(format(finding.message));
  const lines = [`  ${address(place)}  ${severity}  ${message}  ${paint('dim', finding.rule)}`];
  for (const note of finding.related ?? []) {
    const there = showPlace(report, note, options.showPath);
    lines.push(`      ${paint('dim', '↳')} ${address(there)}  ${printable(format(note.message))}`);
  }
  for (const fix of finding.fixes ?? []) {
    const caution = fix.safe ? '' : paint('dim', ' (look it over)');
    lines.push(`      ${paint('dim', 'fix:')} ${printable(format(fix.title))}${caution}`);
  }
  return lines;
}

function address({ path, range }: ShownPlace): string {
  return `${printable(path)}:${range.start.line}:${range.start.column}`;
}

/** Rules whose silence means nothing: they could not decide, or they broke. */
function exceptions(report: Report, paint: Paint): readonly string[] {
  const undecided = report.outcomes.filter((outcome) => outcome.state === 'undecided');
  const lines = report.outcomes
    .filter((outcome) => outcome.state === 'crashed')
    .map(({ meta, crash }) =>
      paint('red', `${meta.id} crashed, which is our fault, not yours: ${printable(crash ?? 'no message')}`),
    );
  if (undecided.length > 0) {
    lines.unshift(paint('dim', `Could not be decided: ${undecided.map(({ meta }) => meta.id).join(', ')}`));
  }
  return lines;
}

function verdictLine(report: Report, paint: Paint): string {
  const [colour, word] = VERDICTS[report.verdict];
  const found = showCounts(countFindings([report])) ?? passedText(report);
  const reason = printable(format(report.reason));
  return `${paint(colour, word)} · score ${report.score.toFixed(1)} of 10 · ${found} · ${reason}`;
}

function totalLine(reports: readonly Report[], paint: Paint): string {
  const found = showCounts(countFindings(reports)) ?? 'nothing found';
  return paint('bold', `${reports.length} workers · ${found}`);
}

function passedText({ outcomes }: Report): string {
  const passed = outcomes.filter(({ state }) => state === 'passed').length;
  return `${passed} ${passed === 1 ? 'rule' : 'rules'} passed`;
}

function kindText(kind: WorkerKind): string {
  switch (kind) {
    case 'queue':
      return 'queue worker';
    case 'streaming':
      return 'streaming worker';
    case 'concurrent':
      return 'concurrent worker';
    case 'load-balancer':
      return 'load balancing worker';
    case 'flash':
      return 'Flash worker';
    case 'dual-mode':
      return 'dual-mode worker';
    case 'base-image':
      return 'worker of its base image';
    case 'pod':
      return 'pod';
    case 'unknown':
      return 'worker';
    default:
      return unreachable(kind);
  }
}

type Colour = 'bold' | 'dim' | 'underline' | 'red' | 'yellow' | 'green' | 'blue';

const COLOURS: Readonly<Record<Severity, Colour>> = { error: 'red', warning: 'yellow', info: 'blue', hint: 'dim' };

const VERDICTS: Readonly<Record<Verdict, readonly [Colour, string]>> = {
  go: ['green', 'GO'],
  'conditional-go': ['yellow', 'CONDITIONAL GO'],
  'no-go': ['red', 'NO-GO'],
};

const CODES: Readonly<Record<Colour, readonly [on: number, off: number]>> = {
  bold: [1, 22],
  dim: [2, 22],
  underline: [4, 24],
  red: [31, 39],
  yellow: [33, 39],
  green: [32, 39],
  blue: [34, 39],
};

type Paint = (colour: Colour, text: string) => string;

function painter(colours: boolean): Paint {
  if (!colours) return (_, text) => text;
  return (colour, text) => {
    const [on, off] = CODES[colour];
    return `\u001b[${on}m${text}\u001b[${off}m`;
  };
}

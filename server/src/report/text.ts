// Reports as text for people: grouped by worker and file, places to click on, one line of verdict at the end.
// Where it goes, and whether it may be coloured, the caller knows.

import { counted, format, type Message, say } from '../base/message';
import type { Severity } from '../base/severity';
import type { Report, Reported, Verdict } from '../engine/report';
import { ENGLISH, type Language } from '../languages';
import {
  countFindings,
  findingsInOrder,
  kindName,
  printable,
  reportsInOrder,
  SEVERITY_NAMES,
  type ShownPlace,
  type ShowPath,
  showCounts,
  showPlace,
  showScore,
  VERDICT_WORDS,
} from './shared';

export interface TextOptions {
  readonly showPath: ShowPath;
  readonly colours: boolean;
  /** Findings only: no heading, no verdict. */
  readonly quiet: boolean;
  readonly language?: Language;
}

/** How this text is written. */
interface Writing extends TextOptions {
  readonly language: Language;
  readonly paint: Paint;
  /** A message in the reader's language, with nothing in it that a terminal would obey. */
  readonly say: (message: Message) => string;
}

export function textReport(reports: readonly Report[], options: TextOptions): string {
  const { language = ENGLISH } = options;
  const writing: Writing = {
    ...options,
    language,
    paint: painter(options.colours),
    say: (message) => printable(format(message, language.bundle)),
  };
  const workers = reportsInOrder(reports, options.showPath).map((report) => workerText(report, writing));
  const total = reports.length > 1 && !options.quiet ? [totalLine(reports, writing)] : [];
  return [...workers, ...total]
    .filter((block) => block !== '')
    .map((block) => `${block}\n`)
    .join('\n');
}

function workerText(report: Report, writing: Writing): string {
  const { paint, quiet, showPath } = writing;
  const files = filesText(report, writing);
  if (quiet) return files.join('\n\n');
  const root = printable(showPath(report.root));
  const head = `${paint('bold', root)} ${paint('dim', `· ${writing.say(kindName(report.kind))}`)}`;
  return [head, ...files, [...exceptions(report, writing), verdictLine(report, writing)].join('\n')].join('\n\n');
}

/** One block of text for each file that has findings. */
function filesText(report: Report, writing: Writing): readonly string[] {
  const blocks = new Map<string, string[]>();
  for (const finding of findingsInOrder(report, writing.showPath)) {
    const place = showPlace(report, finding, writing.showPath);
    const lines = blocks.get(place.path) ?? [writing.paint('underline', printable(place.path))];
    blocks.set(place.path, lines);
    lines.push(...findingLines(report, finding, place, writing));
  }
  return [...blocks.values()].map((lines) => lines.join('\n'));
}

function findingLines(report: Report, finding: Reported, place: ShownPlace, writing: Writing): readonly string[] {
  const { paint } = writing;
  const severity = paint(COLOURS[finding.severity], severityWord(finding.severity, writing));
  const message = writing.say(finding.message);
  const lines = [`  ${address(place)}  ${severity}  ${message}  ${paint('dim', finding.rule)}`];
  for (const note of finding.related ?? []) {
    const there = showPlace(report, note, writing.showPath);
    lines.push(`      ${paint('dim', '↳')} ${address(there)}  ${writing.say(note.message)}`);
  }
  for (const fix of finding.fixes ?? []) {
    const caution = fix.safe ? '' : ` ${paint('dim', `(${writing.say(say`look it over`)})`)}`;
    lines.push(`      ${paint('dim', writing.say(say`fix:`))} ${writing.say(fix.title)}${caution}`);
  }
  return lines;
}

/** In English the word that --rule and --fail-on take. */
function severityWord(severity: Severity, { language, say: words }: Writing): string {
  return language.code === 'en' ? severity : words(SEVERITY_NAMES[severity]);
}

function address({ path, range }: ShownPlace): string {
  return `${printable(path)}:${range.start.line}:${range.start.column}`;
}

/** Rules whose silence means nothing: they could not decide, or they broke. */
function exceptions(report: Report, { paint, say: words }: Writing): readonly string[] {
  const undecided = report.outcomes.filter((outcome) => outcome.state === 'undecided');
  const lines = report.outcomes
    .filter((outcome) => outcome.state === 'crashed')
    .map(({ meta, crash }) =>
      paint('red', words(say`${meta.id} crashed, which is our fault, not yours: ${crash ?? say`no message`}`)),
    );
  if (undecided.length > 0) {
    const ids = undecided.map(({ meta }) => meta.id).join(', ');
    lines.unshift(paint('dim', `${words(say`Could not be decided:`)} ${ids}`));
  }
  return lines;
}

function verdictLine(report: Report, { paint, say: words, language }: Writing): string {
  const score = words(say`score ${showScore(report.score, language)} of 10`);
  const found = showCounts(countFindings([report]), language) ?? words(passedMessage(report));
  const verdict = paint(VERDICT_COLOURS[report.verdict], VERDICT_WORDS[report.verdict]);
  return `${verdict} · ${score} · ${found} · ${words(report.reason)}`;
}

function totalLine(reports: readonly Report[], { paint, say: words, language }: Writing): string {
  const workers = counted(reports.length, say`${reports.length} worker`, say`${reports.length} workers`);
  return paint(
    'bold',
    `${words(workers)} · ${showCounts(countFindings(reports), language) ?? words(say`nothing found`)}`,
  );
}

function passedMessage({ outcomes }: Report): Message {
  const passed = outcomes.filter(({ state }) => state === 'passed').length;
  return counted(passed, say`${passed} rule passed`, say`${passed} rules passed`);
}

type Colour = 'bold' | 'dim' | 'underline' | 'red' | 'yellow' | 'green' | 'blue';

const COLOURS: Readonly<Record<Severity, Colour>> = { error: 'red', warning: 'yellow', info: 'blue', hint: 'dim' };

const VERDICT_COLOURS: Readonly<Record<Verdict, Colour>> = {
  go: 'green',
  'conditional-go': 'yellow',
  'no-go': 'red',
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

export type Paint = (colour: Colour, text: string) => string;

export function painter(colours: boolean): Paint {
  if (!colours) return (_, text) => text;
  return (colour, text) => {
    const [on, off] = CODES[colour];
    return `\u001b[${on}m${text}\u001b[${off}m`;
  };
}

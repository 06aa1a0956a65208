// The compliance report as a tree of plain data in the reader's language: what markdown.ts and html.ts write, be it a file or
// a page in which things can be done. A view of the Report: it finds nothing out.

import { counted, type Message, say } from '../base/message';
import { basename, relativeTo, type Uri } from '../base/uri';
import type { Report, Verdict } from '../engine/report';
import { DOCUMENTATION_DATE, TOOL_VERSION } from '../knowledge/documentation';
import type { Language, LanguageCode } from '../languages';
import { type LiveOptions, type LiveWords, liveWordsOf } from './live';
import { type Priorities, type Problems, prioritiesOf, problemsOf } from './problems';
import { type Rich, richOf, shown } from './rich';
import { countFindings, kindName, type ShowPath, showCounts, showScore, VERDICT_WORDS } from './shared';
import { type AreaTable, areaTableOf, type Checklist, checklistOf, type Right, rightOf } from './standing';

export interface DocumentOptions {
  readonly language: Language;
  /** Of the worker itself; its files are named from there. */
  readonly showPath: ShowPath;
  /** Day of the check, such as `2026-08-20`: the core has no clock. */
  readonly date: string;
  /** A rule's page in docs/rules, where the host has it: its good example stands in where no fix shows the better way. */
  readonly page?: (rule: string) => string | undefined;
  /** For a page in which places can be opened and fixes applied. */
  readonly live?: LiveOptions;
}

export interface ReportDocument {
  readonly language: LanguageCode;
  readonly title: string;
  /** The worker's folder. */
  readonly name: string;
  readonly facts: readonly Fact[];
  readonly score: Score;
  readonly verdict: VerdictText;
  /** Such as `1 error, 3 warnings · 12 checks passed`. */
  readonly counts: string;
  readonly right: Right;
  readonly problems: Problems;
  readonly priorities: Priorities;
  readonly checklist: Checklist;
  readonly areas: AreaTable;
  readonly footer: string;
  /** Of the list of links to the sections. */
  readonly contentsLabel: string;
  /** What can be done in a live page; undefined in one that is only read. */
  readonly live: LiveWords | undefined;
}

export interface Fact {
  readonly label: string;
  readonly value: string;
}

export interface Score {
  readonly value: number;
  readonly label: string;
  readonly text: string;
  readonly ofTen: string;
}

export interface VerdictText {
  readonly kind: Verdict;
  readonly label: string;
  readonly word: string;
  readonly reason: Rich;
  readonly meaning: string;
}

/** What the parts of a document are made from. */
export interface Making {
  readonly report: Report;
  readonly language: Language;
  /** A file of the worker, from its folder. */
  readonly showFile: ShowPath;
  readonly page: (rule: string) => string | undefined;
  readonly live: LiveOptions | undefined;
  /** Our own words, in the reader's language. */
  say(message: Message): string;
}

export function documentOf(report: Report, options: DocumentOptions): ReportDocument {
  const { language, showPath, page = () => undefined, live } = options;
  const making: Making = {
    report,
    language,
    showFile: (uri) => shown(relativeTo(report.root, uri) ?? showPath(uri)),
    page,
    live,
    say: (message) => inWords(message, language),
  };
  const problems = problemsOf(making);
  return {
    language: language.code,
    title: making.say(say`RunPod compliance report`),
    name: shown(nameOf(report.root, showPath)),
    facts: factsOf(making, options),
    score: scoreOf(making),
    verdict: verdictOf(making),
    counts: countsOf(making),
    right: rightOf(making),
    problems,
    priorities: prioritiesOf(making, problems),
    checklist: checklistOf(making, problems),
    areas: areaTableOf(making, problems),
    contentsLabel: making.say(say`Contents`),
    live: live && liveWordsOf(making),
    footer: making.say(
      say`Made by RunPod Compliance from the text of the files alone: nothing was run, nothing was sent anywhere.`,
    ),
  };
}

/** Without the runs. */
export function inWords(message: Message, language: Language): string {
  return richOf(message, language)
    .map(({ text }) => text)
    .join('');
}

/** The name of the folder, also of the one that the path `.` stands for. */
export function nameOf(root: Uri, showPath: ShowPath): string {
  const path = showPath(root);
  return basename(path === '.' ? root : path) || path;
}

function factsOf({ report, say: words, language }: Making, { showPath, date }: DocumentOptions): readonly Fact[] {
  return [
    { label: words(say`Worker`), value: shown(showPath(report.root)) },
    { label: words(say`Kind`), value: words(kindName(report.kind)) },
    { label: words(say`Date of the check`), value: longDate(date, language.code) },
    { label: words(say`Checked with`), value: `RunPod Compliance ${TOOL_VERSION}` },
    {
      label: words(say`RunPod documentation`),
      value: words(say`as of ${longDate(DOCUMENTATION_DATE, language.code)}`),
    },
  ];
}

const LOCALES: Readonly<Record<LanguageCode, string>> = { en: 'en-GB', pl: 'pl-PL' };

function longDate(day: string, language: LanguageCode): string {
  const date = new Date(`${day}T00:00:00Z`);
  if (Number.isNaN(date.getTime())) return shown(day);
  return new Intl.DateTimeFormat(LOCALES[language], { dateStyle: 'long', timeZone: 'UTC' }).format(date);
}

function scoreOf({ report: { score }, say: words, language }: Making): Score {
  return { value: score, label: words(say`Score`), text: showScore(score, language), ofTen: words(say`of 10`) };
}

const MEANINGS: Readonly<Record<Verdict, Message>> = {
  go: say`Nothing that can be seen in the files stands against the deployment.`,
  'conditional-go': say`It can be deployed and tried out. Settle what is open before it takes jobs that matter.`,
  'no-go': say`Put the critical problems right before you deploy it.`,
};

function verdictOf({ report, say: words, language }: Making): VerdictText {
  return {
    kind: report.verdict,
    label: words(say`Verdict`),
    word: VERDICT_WORDS[report.verdict],
    reason: richOf(report.reason, language),
    meaning: words(MEANINGS[report.verdict]),
  };
}

function countsOf({ report, language, say: words }: Making): string {
  const passed = report.outcomes.filter(({ state }) => state === 'passed').length;
  const counts = showCounts(countFindings([report]), language) ?? words(say`Nothing found`);
  return `${counts} · ${words(counted(passed, say`${passed} check passed`, say`${passed} checks passed`))}`;
}

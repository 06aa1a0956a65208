// The report's problems, the gravest first: place, what is wrong, what it does on RunPod, the better way as code. And the
// priorities, which say the same once more in one line each, in the order in which to work.

import { positionAt } from '../base/lines';
import { counted, say } from '../base/message';
import { SEVERITIES, type Severity } from '../base/severity';
import type { Place } from '../base/span';
import type { Outcome, Reported } from '../engine/report';
import { AREAS } from '../rules/rule';
import type { Making } from './document';
import { goodExample } from './example';
import { changesOf, type Excerpt, linesAt } from './excerpt';
import { type Offers, offersOf } from './live';
import { plain, type Rich, richOf } from './rich';
import { SEVERITY_NAMES } from './shared';

export interface Problems {
  readonly title: string;
  /** Where there are none. */
  readonly none: string | undefined;
  readonly items: readonly Problem[];
}

export type Priority = 'critical' | 'high' | 'low';

export interface Problem {
  readonly rule: string;
  /** From 1, in the order of the report. */
  readonly number: number;
  readonly priority: Priority;
  readonly severity: Severity;
  readonly severityName: string;
  readonly title: Rich;
  readonly why: Labelled;
  readonly findings: readonly Found[];
  /** Where there are more findings than are shown. */
  readonly more: string | undefined;
  /** By what the fixes do; from the rule's page, where there is no fix. */
  readonly better: readonly Better[];
  readonly sources: { readonly label: string; readonly urls: readonly string[] };
}

export interface Labelled {
  readonly label: string;
  readonly text: Rich;
}

export interface Better {
  readonly label: string;
  /** What the fix does. */
  readonly title: Rich | undefined;
  /** For a fix that is not safe. */
  readonly caution: string | undefined;
  readonly excerpts: readonly Excerpt[];
}

/** Such as `handler.py:48`. */
export interface PlaceName {
  readonly text: string;
  /** What the host of a live page opens it by. */
  readonly link: string | undefined;
}

export interface Found {
  readonly place: PlaceName;
  readonly message: Rich;
  readonly code: Excerpt | undefined;
  readonly steps: { readonly label: string; readonly items: readonly Step[] } | undefined;
  /** What can be done about it in a live page. */
  readonly offers: Offers | undefined;
}

export interface Step {
  readonly place: PlaceName;
  readonly text: Rich;
}

/** Findings of one rule that are shown with their code; after them those that are named with their message. */
const MOST_WITH_CODE = 3;
const MOST_FINDINGS = 25;
/** Of all rules together, more or less: nobody reads on, and a page of them has to be there at once. */
const MOST_IN_ALL = 150;
const MOST_STEPS = 8;

export function problemsOf(making: Making): Problems {
  const { report, say: words } = making;
  const failed = report.outcomes
    .filter(({ state }) => state === 'failed')
    .map((outcome, index) => ({ outcome, index }))
    .sort((a, b) => rank(a.outcome) - rank(b.outcome) || a.index - b.index);
  const most = Math.min(MOST_FINDINGS, Math.max(1, Math.floor(MOST_IN_ALL / failed.length)));
  return {
    title: words(say`Problems to fix`),
    none: failed.length === 0 ? words(say`None were found.`) : undefined,
    items: failed.map(({ outcome }, index) => problemOf(making, outcome, index + 1, most)),
  };
}

function rank({ severity, meta }: Outcome): number {
  return SEVERITIES.indexOf(severity) * AREAS.length + AREAS.indexOf(meta.area);
}

const PRIORITY: Readonly<Record<Severity, Priority>> = { error: 'critical', warning: 'high', info: 'low', hint: 'low' };

function problemOf(making: Making, { meta, severity, findings }: Outcome, number: number, most: number): Problem {
  const { say: words, language } = making;
  const some = findings.slice(0, most);
  const rest = findings.length - some.length;
  const better = changes(making, some.slice(0, MOST_WITH_CODE));
  return {
    rule: meta.id,
    number,
    priority: PRIORITY[severity],
    severity,
    severityName: words(SEVERITY_NAMES[severity]),
    title: titleOf(richOf({ template: meta.summary, args: [] }, language)),
    why: { label: words(say`What you will see on RunPod`), text: richOf({ template: meta.why, args: [] }, language) },
    findings: withoutEchoes(some.map((finding, index) => foundOf(making, finding, index))),
    more: rest === 0 ? undefined : words(counted(rest, say`and ${rest} more place`, say`and ${rest} more places`)),
    better: better.length > 0 ? better : example(making, meta.id),
    sources: { label: words(say`Read more`), urls: meta.sources.filter((source) => source.startsWith('https://')) },
  };
}

/** A sentence without its full stop. */
function titleOf(summary: Rich): Rich {
  return summary.map((run, index) =>
    index === summary.length - 1 ? { ...run, text: run.text.replace(/\.$/, '') } : run,
  );
}

function foundOf(making: Making, finding: Reported, index: number): Found {
  const { report, say: words, language, showFile } = making;
  const steps = (finding.related ?? []).slice(0, MOST_STEPS).map((note) => ({
    place: placeName(making, note),
    text: richOf(note.message, language),
  }));
  return {
    place: placeName(making, finding),
    message: richOf(finding.message, language),
    code: index < MOST_WITH_CODE ? linesAt(finding, report.sources, showFile) : undefined,
    steps: steps.length > 0 ? { label: words(say`See also`), items: steps } : undefined,
    offers: offersOf(making, finding),
  };
}

/** The way that several findings share is told once. */
function withoutEchoes(findings: readonly Found[]): readonly Found[] {
  const told = new Set<string>();
  return findings.map((found) => {
    const way = JSON.stringify(found.steps?.items);
    if (found.steps === undefined || !told.has(way)) {
      told.add(way);
      return found;
    }
    return { ...found, steps: undefined };
  });
}

/** What the findings' first fixes change; those that do the same stand together. */
function changes({ report, say: words, language, showFile }: Making, findings: readonly Reported[]): readonly Better[] {
  const byTitle = new Map<string, Better>();
  for (const [fix] of findings.map(({ fixes = [] }) => fixes)) {
    const excerpts = fix ? changesOf(fix, report.sources, showFile) : [];
    if (!fix || excerpts.length === 0) continue;
    const title = richOf(fix.title, language);
    const same = byTitle.get(plain(title));
    byTitle.set(plain(title), {
      label: words(say`Better`),
      title,
      caution: fix.safe ? same?.caution : words(say`Look it over: it may change more than the fault.`),
      excerpts: [...(same?.excerpts ?? []), ...excerpts],
    });
  }
  return [...byTitle.values()];
}

function example({ page, say: words }: Making, rule: string): readonly Better[] {
  const excerpts = goodExample(page(rule));
  if (excerpts.length === 0) return [];
  return [{ label: words(say`Better, for example`), title: undefined, caution: undefined, excerpts }];
}

export function placeName({ report, showFile, live }: Making, place: Place): PlaceName {
  const { uri, span } = place;
  const lines = report.sources.get(uri)?.lines;
  const text = lines ? `${showFile(uri)}:${positionAt(lines, span.start).line + 1}` : showFile(uri);
  return { text, link: live?.link(place) };
}

export interface Priorities {
  readonly title: string;
  readonly levels: readonly Level[];
}

export interface Level {
  readonly priority: Priority;
  readonly title: string;
  readonly remark: string;
  readonly items: readonly Task[];
}

export interface Task {
  readonly problem: Problem;
  /** Such as `handler.py:48` and `56`: each file once, with its lines. */
  readonly places: readonly PlaceName[];
  /** What the fix does, where it is the same everywhere. */
  readonly remedy: Rich | undefined;
}

/** Levels that have something on them. */
export function prioritiesOf({ say: words }: Making, { items }: Problems): Priorities {
  const levels: readonly Omit<Level, 'items'>[] = [
    { priority: 'critical', title: words(say`Critical`), remark: words(say`before you deploy`) },
    { priority: 'high', title: words(say`High`), remark: words(say`before it takes jobs that matter`) },
    { priority: 'low', title: words(say`Low`), remark: words(say`when there is time`) },
  ];
  return {
    title: words(say`Priorities`),
    levels: levels
      .map((level) => ({
        ...level,
        items: items.filter(({ priority }) => priority === level.priority).map(taskOf),
      }))
      .filter((level) => level.items.length > 0),
  };
}

const MOST_PLACES = 6;

function taskOf(problem: Problem): Task {
  const [better, other] = problem.better;
  return { problem, places: placesOf(problem.findings), remedy: other ? undefined : better?.title };
}

function placesOf(findings: readonly Found[]): readonly PlaceName[] {
  const places = [...new Map(findings.map(({ place }) => [place.text, place])).values()];
  let last = '';
  const names = places.slice(0, MOST_PLACES).map(({ text, link }) => {
    const colon = text.lastIndexOf(':');
    const file = text.slice(0, colon);
    const isSame = colon >= 0 && file === last;
    last = file;
    return { text: isSame ? text.slice(colon + 1) : text, link };
  });
  return places.length > MOST_PLACES ? [...names, { text: '…', link: undefined }] : names;
}

// How a worker stands, rule by rule: what is right with the place that shows it, the checklist, and the table of areas.

import { counted, type Message, say } from '../base/message';
import type { Outcome } from '../engine/report';
import type { Landmark } from '../model/landmarks';
import { AREA_TITLES, AREAS } from '../rules/rule';
import type { Making } from './document';
import { type Excerpt, linesOfAll } from './excerpt';
import { type PlaceName, type Problems, placeName } from './problems';
import { code, type Rich, richOf, words } from './rich';

export interface Right {
  readonly title: string;
  readonly remark: string;
  readonly areas: readonly RightArea[];
}

export interface RightArea {
  readonly title: string;
  readonly points: readonly Point[];
  /** What the places say. */
  readonly excerpts: readonly Excerpt[];
}

export interface Point {
  readonly rule: string;
  readonly text: Rich;
  readonly places: readonly PlaceName[];
}

const MOST_PLACES = 3;
/** In these the line itself says something; the first line of a JSON file does not. */
const TELLING: ReadonlySet<Landmark> = new Set(['handler', 'input', 'start', 'guard', 'command', 'base']);

/** Only what a place proves. That a fault was looked for and not found is for the checklist. */
export function rightOf(making: Making): Right {
  const { report, say: inWords } = making;
  const areas = byArea(report.outcomes.filter(isShown(making))).map(([title, outcomes]) =>
    rightArea(making, inWords({ template: title, args: [] }), outcomes),
  );
  return {
    title: inWords(say`What is right`),
    remark: inWords(areas.length > 0 ? say`Each with the place that shows it.` : say`Nothing that a place could show.`),
    areas,
  };
}

function isShown({ report }: Making): (outcome: Outcome) => boolean {
  return ({ state, severity, meta: { good, shownBy } }) =>
    state === 'passed' &&
    severity !== 'hint' &&
    good !== undefined &&
    shownBy !== undefined &&
    (report.landmarks[shownBy]?.length ?? 0) > 0;
}

function rightArea(making: Making, title: string, outcomes: readonly Outcome[]): RightArea {
  const { report, language, showFile } = making;
  const landmarks = [...new Set(outcomes.flatMap(({ meta: { shownBy } }) => shownBy ?? []))];
  const telling = landmarks
    .filter((landmark) => TELLING.has(landmark))
    .flatMap((landmark) => report.landmarks[landmark] ?? []);
  return {
    title,
    points: outcomes.map(({ meta: { id, good = '', shownBy } }) => ({
      rule: id,
      text: richOf({ template: good, args: [] }, language),
      places: (shownBy === undefined ? [] : (report.landmarks[shownBy] ?? []))
        .slice(0, MOST_PLACES)
        .map((place) => placeName(making, place)),
    })),
    excerpts: linesOfAll(telling, report.sources, showFile),
  };
}

/** The areas that have any of the outcomes, with their titles. */
function byArea(outcomes: readonly Outcome[]): readonly (readonly [string, readonly Outcome[]])[] {
  return AREAS.map((area) => [area, outcomes.filter(({ meta }) => meta.area === area)] as const)
    .filter(([, own]) => own.length > 0)
    .map(([area, own]) => [AREA_TITLES[area], own]);
}

export interface Checklist {
  readonly title: string;
  readonly remark: string;
  readonly groups: readonly CheckGroup[];
}

export interface CheckGroup {
  readonly title: string;
  readonly items: readonly CheckItem[];
}

export interface CheckItem {
  readonly rule: string;
  /** `unknown`: not looked for, or not to be decided. */
  readonly state: 'done' | 'open' | 'unknown';
  readonly text: Rich;
  /** The state for those who cannot see the box. */
  readonly stateName: string;
  readonly note: string | undefined;
  /** The problem's number in the report. */
  readonly problem: number | undefined;
}

/** Every rule of weight that applies to the worker. */
export function checklistOf(making: Making, problems: Problems): Checklist {
  const { report, say: inWords } = making;
  const numbers = numbersOf(problems);
  const weighty = report.outcomes.filter(
    ({ state, severity }) => state === 'failed' || (severity !== 'hint' && state !== 'inapplicable' && state !== 'off'),
  );
  return {
    title: inWords(say`Checklist before deployment`),
    remark: inWords(
      weighty.some(({ state }) => state === 'undecided')
        ? say`A tick means that the fault was looked for and is not there. What is undecided depends on a file that cannot be read in full.`
        : say`A tick means that the fault was looked for and is not there.`,
    ),
    groups: byArea(weighty).map(([title, outcomes]) => ({
      title: inWords({ template: title, args: [] }),
      items: outcomes.map((outcome) => checkItem(making, outcome, numbers.get(outcome.meta.id))),
    })),
  };
}

function checkItem({ say: inWords, language }: Making, outcome: Outcome, problem: number | undefined): CheckItem {
  const { state, meta } = outcome;
  const summary = { template: meta.summary, args: [] };
  const text = meta.good === undefined ? say`Ruled out: ${summary}` : { template: meta.good, args: [] };
  const box = { rule: meta.id, text: richOf(text, language), problem };
  switch (state) {
    case 'passed':
      return { ...box, state: 'done', stateName: inWords(say`done`), note: undefined };
    case 'failed':
      return {
        ...box,
        state: 'open',
        stateName: inWords(say`open`),
        note: problem === undefined ? undefined : inWords(say`see problem ${problem}`),
      };
    default:
      return {
        ...box,
        state: 'unknown',
        stateName: inWords(say`undecided`),
        note: inWords(state === 'crashed' ? say`not checked, which is our fault, not yours` : say`undecided`),
      };
  }
}

export interface AreaTable {
  readonly title: string;
  readonly columns: readonly [area: string, status: string, remarks: string];
  readonly rows: readonly AreaRow[];
}

export type Standing = 'good' | 'error' | 'warning' | 'note' | 'unknown' | 'none';

export interface AreaRow {
  readonly title: string;
  readonly standing: Standing;
  readonly status: string;
  readonly remarks: readonly Remark[];
}

export interface Remark {
  readonly text: Rich;
  /** The problem that it names, by its number in the report. */
  readonly problem: number | undefined;
}

export function areaTableOf(making: Making, problems: Problems): AreaTable {
  const { report, say: inWords } = making;
  const numbers = numbersOf(problems);
  return {
    title: inWords(say`Agreement with the RunPod documentation`),
    columns: [inWords(say`Area`), inWords(say`Status`), inWords(say`Remarks`)],
    rows: byArea(report.outcomes).map(([title, outcomes]) => rowOf(making, title, outcomes, numbers)),
  };
}

function numbersOf({ items }: Problems): ReadonlyMap<string, number> {
  return new Map(items.map(({ rule, number }) => [rule, number]));
}

function rowOf(
  making: Making,
  title: string,
  outcomes: readonly Outcome[],
  numbers: ReadonlyMap<string, number>,
): AreaRow {
  const { say: inWords } = making;
  const standing = standingOf(outcomes);
  return {
    title: inWords({ template: title, args: [] }),
    standing,
    status: inWords(STATUS[standing]),
    remarks: remarksOf(making, outcomes, numbers),
  };
}

const STATUS = {
  good: say`Compliant`,
  error: say`Errors`,
  warning: say`Warnings`,
  note: say`Could be better`,
  unknown: say`Undecided`,
  none: say`Does not apply`,
};

function standingOf(outcomes: readonly Outcome[]): Standing {
  const failed = outcomes.filter(({ state }) => state === 'failed');
  if (failed.some(({ severity }) => severity === 'error')) return 'error';
  if (failed.some(({ severity }) => severity === 'warning')) return 'warning';
  if (outcomes.some(({ state }) => state === 'undecided' || state === 'crashed')) return 'unknown';
  if (failed.length > 0) return 'note';
  return outcomes.some(({ state }) => state === 'passed') ? 'good' : 'none';
}

/** What failed by name, then how many passed and how many could not be decided. */
function remarksOf(
  { say: inWords }: Making,
  outcomes: readonly Outcome[],
  numbers: ReadonlyMap<string, number>,
): readonly Remark[] {
  const failed = outcomes.filter(({ state }) => state === 'failed');
  const amount = (...states: readonly Outcome['state'][]): number =>
    outcomes.filter(({ state }) => states.includes(state)).length;
  const passed = amount('passed');
  const open = amount('undecided', 'crashed');
  const remark = (message: Message): Remark => ({ text: words(inWords(message)), problem: undefined });
  if (failed.length + passed + open === 0) return [remark(say`Nothing of it in this worker`)];
  const remarks = failed.map(
    ({ meta: { id }, findings: { length } }): Remark => ({
      text: length === 1 ? code(id) : [...code(id), ...words(` × ${length}`)],
      problem: numbers.get(id),
    }),
  );
  if (passed > 0) remarks.push(remark(counted(passed, say`${passed} check passed`, say`${passed} checks passed`)));
  if (open > 0) remarks.push(remark(counted(open, say`${open} check undecided`, say`${open} checks undecided`)));
  return remarks;
}

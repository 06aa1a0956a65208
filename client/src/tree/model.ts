// What the tree shows, as plain data: the reports grouped by worker, area and rule, and filtered. No editor and no words
// in here; which of it has become lines is lines.ts.

import type {
  PanelArea,
  PanelFinding,
  PanelOutcome,
  PanelReport,
  WorkerStatus,
} from '../../../server/src/lsp/protocol';
import { parentPaths } from './text';

export type Severity = PanelFinding['severity'];
export type Counts = WorkerStatus['counts'];

/** What an icon says of an area or a rule, gravest first. */
export type Mark = Severity | 'undecided' | 'passed';

export const MARKS: readonly Mark[] = ['error', 'warning', 'info', 'hint', 'undecided', 'passed'];

/** What is hidden, not what is shown: a rule in an area that is new to the user is not to be missed. */
export interface Filter {
  readonly marks: readonly Mark[];
  readonly areas: readonly string[];
}

export const NO_FILTER: Filter = { marks: [], areas: [] };

export interface RuleView {
  readonly mark: Mark;
  readonly outcome: PanelOutcome;
  /** Those that the filter lets through. */
  readonly findings: readonly PanelFinding[];
}

export interface AreaView {
  readonly area: string;
  readonly title: string;
  readonly mark: Mark;
  /** Failed and undecided, gravest first. */
  readonly rules: readonly RuleView[];
  readonly counts: Counts;
  readonly undecided: number;
  /** Rules that passed, whatever the filter. */
  readonly passed: number;
}

export interface WorkerView {
  readonly report: PanelReport;
  /** Where another worker has the same name. */
  readonly parent: string | undefined;
  readonly counts: Counts;
  readonly areas: readonly AreaView[];
}

/** A worker without anything to show is left out where a filter is why. */
export function workersOf(reports: readonly PanelReport[], filter: Filter): readonly WorkerView[] {
  const parents = parentPaths(reports.map(({ root }) => root));
  return reports
    .map((report) => {
      const areas = areasOf(report, filter);
      return { report, parent: parents.get(report.root), counts: sum(areas.map(({ counts }) => counts)), areas };
    })
    .filter(({ areas }) => areas.length > 0 || !isFiltering(filter));
}

function areasOf(report: PanelReport, filter: Filter): readonly AreaView[] {
  return report.areas
    .filter(({ area }) => !filter.areas.includes(area))
    .flatMap((area) => areaOf(area, report.outcomes, filter) ?? []);
}

/** Undefined where nothing applies to the worker, or the filter hides what does. */
function areaOf({ area, title }: PanelArea, all: readonly PanelOutcome[], filter: Filter): AreaView | undefined {
  const outcomes = all.filter((outcome) => outcome.area === area);
  const passed = outcomes.filter(({ state }) => state === 'passed').length;
  const wanting = outcomes.filter(({ state }) => state === 'failed' || state === 'undecided' || state === 'crashed');
  const rules = wanting.flatMap((outcome) => ruleOf(outcome, filter) ?? []).sort(byGravity);
  // An area is right only where nothing is wrong, hidden or not.
  const isRight = wanting.length === 0 && passed > 0 && !filter.marks.includes('passed');
  if (rules.length === 0 && !isRight) return undefined;
  return {
    area,
    title,
    mark: rules[0]?.mark ?? 'passed',
    rules,
    counts: countFindings(rules.flatMap(({ findings }) => findings)),
    undecided: rules.filter(({ mark }) => mark === 'undecided').length,
    passed,
  };
}

function ruleOf(outcome: PanelOutcome, { marks }: Filter): RuleView | undefined {
  if (outcome.state !== 'failed') {
    return marks.includes('undecided') ? undefined : { mark: 'undecided', outcome, findings: [] };
  }
  const findings = outcome.findings.filter(({ severity }) => !marks.includes(severity));
  const mark = MARKS.find((candidate) => findings.some(({ severity }) => severity === candidate));
  return mark && { mark, outcome, findings };
}

function byGravity(a: RuleView, b: RuleView): number {
  return MARKS.indexOf(a.mark) - MARKS.indexOf(b.mark);
}

/** Whether there is something that a reader should see without asking. */
export function isGrave({ counts }: AreaView): boolean {
  return counts.error + counts.warning > 0;
}

export function hasSafeFix({ fixes }: PanelFinding): boolean {
  return fixes.some(({ safe }) => safe);
}

function countFindings(findings: readonly PanelFinding[]): Counts {
  const counts = { error: 0, warning: 0, info: 0, hint: 0 };
  for (const { severity } of findings) counts[severity]++;
  return counts;
}

export function sum(all: readonly Counts[]): Counts {
  const total = { error: 0, warning: 0, info: 0, hint: 0 };
  for (const { error, warning, info, hint } of all) {
    total.error += error;
    total.warning += warning;
    total.info += info;
    total.hint += hint;
  }
  return total;
}

/** What the view's badge says: notes and hints are no reason to look. */
export function badgeOf(workers: readonly WorkerStatus[]): number {
  const { error, warning } = sum(workers.map(({ counts }) => counts));
  return error + warning;
}

export function isFiltering({ marks, areas }: Filter): boolean {
  return marks.length > 0 || areas.length > 0;
}

/** What was kept may be of another version, or nothing. */
export function parseFilter(kept: unknown): Filter {
  if (typeof kept !== 'object' || kept === null) return NO_FILTER;
  const { marks, areas } = { ...kept } as Readonly<Record<string, unknown>>;
  return {
    marks: Array.isArray(marks) ? MARKS.filter((mark) => marks.includes(mark)) : [],
    areas: Array.isArray(areas) ? areas.filter((area) => typeof area === 'string') : [],
  };
}

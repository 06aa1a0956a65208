// The two overviews at the end of a report: the table of areas with their status, and the checklist with every rule.

import type { PanelOutcome, PanelReport } from '../../../server/src/lsp/protocol';
import { type Child, h, spoken } from './dom';
import { type IconName, icon } from './icons';
import { countList, notApplicable, passedOf, SEVERITIES, type Severity, stateWord, WORDS } from './words';

interface AreaView {
  readonly area: string;
  readonly title: string;
  /** Without those that are turned off. */
  readonly outcomes: readonly PanelOutcome[];
  readonly failed: readonly PanelOutcome[];
  readonly passed: number;
  /** Passed, failed or undecided: what concerns this worker at all. */
  readonly applicable: number;
}

interface Status {
  readonly icon: IconName;
  readonly tone: string;
  readonly word: string;
}

const FAILED_WORDS: Readonly<Record<Severity, string>> = {
  error: 'Broken',
  warning: 'Needs work',
  info: 'Notes',
  hint: 'Hints',
};

export function areas(report: PanelReport): HTMLElement {
  const header = [WORDS.area, WORDS.status, WORDS.checks, WORDS.remark];
  const views = viewsOf(report);
  const others = views.filter(({ applicable }) => applicable === 0);
  return h(
    'section',
    { class: 'areas', 'data-key': 'areas', 'aria-labelledby': 'areas' },
    h('h2', { id: 'areas' }, WORDS.areas),
    h(
      'table',
      {},
      h(
        'thead',
        {},
        h(
          'tr',
          {},
          header.map((title) => h('th', { scope: 'col' }, title)),
        ),
      ),
      h('tbody', {}, views.filter(({ applicable }) => applicable > 0).map(areaRow)),
    ),
    others.length === 0 ? undefined : h('p', { class: 'lead' }, notApplicable(others.map(({ title }) => title))),
  );
}

function areaRow(view: AreaView): HTMLElement {
  const status = statusOf(view);
  return h(
    'tr',
    { 'data-key': view.area },
    h('th', { scope: 'row' }, view.title),
    h('td', {}, h('span', { class: 'status' }, icon(status.icon, status.tone), status.word)),
    h('td', { class: 'number' }, passedOf(view.passed, view.applicable)),
    h('td', {}, remark(view)),
  );
}

function remark(view: AreaView): Child {
  return h(
    'span',
    { class: 'jumps' },
    view.failed.map(({ rule, findings }) =>
      h(
        'button',
        { type: 'button', class: 'jump', 'data-action': 'jump', 'data-rule': rule, title: countList(findings) },
        rule,
      ),
    ),
  );
}

export function checklist(report: PanelReport): HTMLElement {
  return h(
    'section',
    { class: 'checklist', 'data-key': 'checklist', 'aria-labelledby': 'checklist' },
    h('h2', { id: 'checklist' }, WORDS.checklist),
    h('p', { class: 'lead' }, WORDS.checklistRemark),
    viewsOf(report)
      .filter(({ applicable }) => applicable > 0)
      .map(checklistArea),
  );
}

function checklistArea(view: AreaView): HTMLElement {
  const status = statusOf(view);
  return h(
    'details',
    { 'data-key': view.area, 'data-reader': `checklist ${view.area}`, open: view.failed.length > 0 },
    h(
      'summary',
      {},
      icon(status.icon, status.tone),
      h('span', { class: 'area-title' }, view.title),
      h('span', { class: 'number' }, passedOf(view.passed, view.applicable)),
    ),
    h('ul', { class: 'plain' }, view.outcomes.filter(({ state }) => state !== 'inapplicable').map(checklistLine)),
  );
}

function checklistLine(outcome: PanelOutcome): HTMLElement {
  const status = lineStatus(outcome);
  return h(
    'li',
    { 'data-key': outcome.rule, class: outcome.state },
    icon(status.icon, status.tone),
    spoken(`${stateWord(outcome.state)}: `),
    h('code', { class: 'rule' }, outcome.rule),
    h('span', { class: 'message' }, outcome.summary),
  );
}

function lineStatus({ state, severity }: PanelOutcome): { readonly icon: IconName; readonly tone: string } {
  switch (state) {
    case 'passed':
      return { icon: 'passed', tone: 'passed' };
    case 'failed':
      return { icon: severity, tone: severity };
    case 'undecided':
    case 'crashed':
      return { icon: 'undecided', tone: 'undecided' };
    case 'inapplicable':
    case 'off':
      return { icon: 'none', tone: 'none' };
  }
}

function statusOf(view: AreaView): Status {
  const gravest = SEVERITIES.find((severity) => view.failed.some((outcome) => outcome.severity === severity));
  if (gravest !== undefined) return { icon: gravest, tone: gravest, word: FAILED_WORDS[gravest] };
  if (view.passed < view.applicable) return { icon: 'undecided', tone: 'undecided', word: stateWord('undecided') };
  return { icon: 'passed', tone: 'passed', word: stateWord('passed') };
}

/** Areas that hold at least one rule that is on. */
function viewsOf(report: PanelReport): readonly AreaView[] {
  return report.areas
    .map(({ area, title }) => {
      const outcomes = report.outcomes.filter((outcome) => outcome.area === area && outcome.state !== 'off');
      return {
        area,
        title,
        outcomes,
        failed: outcomes.filter(({ state }) => state === 'failed'),
        passed: outcomes.filter(({ state }) => state === 'passed').length,
        applicable: outcomes.filter(({ state }) => state !== 'inapplicable').length,
      };
    })
    .filter(({ outcomes }) => outcomes.length > 0);
}

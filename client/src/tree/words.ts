// The tree's own words. What rules say comes with the reports, in the user's language.

import * as vscode from 'vscode';
import type { PanelReport, WorkerStatus } from '../../../server/src/lsp/protocol';
import { countsInWords, places } from '../words';
import { type AreaView, type Filter, MARKS, type Mark, type RuleView, sum } from './model';

/** What a screen reader says in place of an icon. */
export function markInWords(mark: Mark): string {
  switch (mark) {
    case 'error':
      return vscode.l10n.t('Error');
    case 'warning':
      return vscode.l10n.t('Warning');
    case 'info':
      return vscode.l10n.t('Note');
    case 'hint':
      return vscode.l10n.t('Hint');
    case 'undecided':
      return vscode.l10n.t('Undecided');
    case 'passed':
      return vscode.l10n.t('Passed');
  }
}

/** As an entry of the filter. */
export function marksInWords(mark: Mark): string {
  switch (mark) {
    case 'error':
      return vscode.l10n.t('Errors');
    case 'warning':
      return vscode.l10n.t('Warnings');
    case 'info':
      return vscode.l10n.t('Notes');
    case 'hint':
      return vscode.l10n.t('Hints');
    case 'undecided':
      return vscode.l10n.t('Undecided');
    case 'passed':
      return vscode.l10n.t('Areas that passed');
  }
}

/** Areas beyond this many are only counted. */
const MOST_AREAS = 3;

/** Such as `Shown: Errors, Warnings · Container image`: what is left; empty where nothing is hidden. */
export function filterInWords({ marks, areas }: Filter, known: PanelReport['areas']): string {
  const shownMarks = MARKS.filter((mark) => !marks.includes(mark)).map(marksInWords);
  const shownAreas = known.filter(({ area }) => !areas.includes(area)).map(({ title }) => title);
  const inAreas =
    shownAreas.length > MOST_AREAS
      ? vscode.l10n.t('{0} of {1} areas', shownAreas.length, known.length)
      : shownAreas.join(', ');
  const parts = [marks.length > 0 ? shownMarks.join(', ') : '', shownAreas.length < known.length ? inAreas : ''];
  const shown = parts.filter((part) => part !== '').join(' · ');
  return shown === '' ? '' : vscode.l10n.t('Shown: {0}', shown);
}

/** What stands behind an area's title. */
export function areaInWords({ mark, counts, undecided, passed }: AreaView): string {
  if (mark === 'passed') return vscode.l10n.t('{0} passed', passed);
  const parts = [countsInWords(counts), undecided === 0 ? '' : vscode.l10n.t('{0} undecided', undecided)];
  return parts.filter((part) => part !== '').join(', ');
}

/** What stands behind a rule's name; nothing where the one place below it says everything. */
export function ruleInWords({ outcome, findings }: RuleView): string {
  if (outcome.state === 'crashed') return vscode.l10n.t('not checked');
  if (findings.length === 0) return vscode.l10n.t('undecided');
  return findings.length === 1 ? '' : places(findings.length);
}

/** Of the view's badge. */
export function badgeInWords(workers: readonly WorkerStatus[]): string {
  const { error, warning } = sum(workers.map(({ counts }) => counts));
  return countsInWords({ error, warning, info: 0, hint: 0 });
}

/** Why there is no finding where nothing has passed either. */
export function reasonInWords({ outcome }: RuleView): string {
  if (outcome.state === 'crashed') return vscode.l10n.t('This check failed, through no fault of the worker.');
  return vscode.l10n.t('A file it depends on cannot be read in full, and a conclusion would be a guess.');
}

/** One phrase out of several, for a screen reader. */
export function spoken(parts: readonly (string | undefined)[]): string {
  return parts.filter((part) => part !== undefined && part !== '').join(', ');
}

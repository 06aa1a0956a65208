// Fills the findings view once the server runs: lines from the reports, the filter, the badge, and the lines' actions.
// While the view is hidden nothing is fetched, and only the badge follows.

import * as vscode from 'vscode';
import type { PanelReport, WorkerStatus } from '../../../server/src/lsp/protocol';
import type { ReportStore } from '../reports';
import { chooseWorker } from '../workers';
import { type AskEdit, fixAll, fixLine, type Ignorable, ignorableOf, ignore } from './actions';
import { askFilter } from './filter';
import { itemOf, tooltipOf } from './items';
import { createLines, type Line } from './lines';
import { badgeOf, type Filter, isFiltering, NO_FILTER, parseFilter, workersOf } from './model';
import type { FindingsView, ViewState } from './view';
import { badgeInWords, filterInWords } from './words';

const KEPT_FILTER = 'runpodCompliance.filter';

/** Commands are given what the menu stands on; without that, the selected line is meant. */
export interface Findings {
  readonly content: vscode.TreeDataProvider<Line>;
  /** How the workers stand, known whether the view is visible or not. */
  follow(workers: readonly WorkerStatus[]): void;
  filter(): Promise<void>;
  clearFilter(): Promise<void>;
  fix(given: unknown): Promise<void>;
  /** Takes the id of a finding, too. */
  ignore(given: unknown): Promise<void>;
  explain(given: unknown): Promise<void>;
  /** Of the worker with this root, else of the one that the user means. */
  fixAllSafe(root: unknown): Promise<void>;
  dispose(): void;
}

export function createFindings(view: FindingsView, store: ReportStore, ask: AskEdit, memory: vscode.Memento): Findings {
  const changes = new vscode.EventEmitter<Line | Line[] | undefined>();
  const lines = createLines();
  const { tree } = view;
  let filter = parseFilter(memory.get(KEPT_FILTER));
  let workers: readonly WorkerStatus[] = [];
  let hold: vscode.Disposable | undefined;

  const draw = () => {
    if (!tree.visible) return;
    const reports = store.current() ?? [];
    const changed = lines.update(workersOf(reports, filter));
    view.become(viewState(), reports.length > 0 ? filterInWords(filter, areasOf(reports)) : '');
    if (changed === undefined) changes.fire(undefined);
    else if (changed.length > 0) changes.fire([...changed]);
  };

  const viewState = (): ViewState => {
    const state = store.state();
    if (state.kind !== 'reports') return state.kind;
    if (state.reports.length === 0) return 'noWorker';
    return lines.roots().length === 0 ? 'nothingShown' : 'reports';
  };

  const see = () => {
    if (tree.visible) hold ??= store.hold();
    draw();
    if (tree.visible) return;
    hold?.dispose();
    hold = undefined;
  };

  const setFilter = async (next: Filter) => {
    filter = next;
    view.set('filtered', isFiltering(filter));
    draw();
    await memory.update(KEPT_FILTER, isFiltering(filter) ? filter : undefined);
  };

  const lineFor = (given: unknown) => lines.lineOf(given) ?? tree.selection[0];

  const withLine = async (given: unknown, act: (line: Line) => Promise<void>) => {
    const line = lineFor(given);
    if (line !== undefined) await act(line);
  };

  const ignorable = (given: unknown): Ignorable | undefined => {
    const located = typeof given === 'string' ? store.find(given) : undefined;
    if (located !== undefined) {
      return { rule: located.outcome.rule, isWhole: false, finding: () => located.finding.id };
    }
    const line = lineFor(given);
    return line && ignorableOf(line);
  };

  const content: vscode.TreeDataProvider<Line> = {
    onDidChangeTreeData: changes.event,
    getChildren: (line) => [...(line === undefined ? lines.roots() : lines.childrenOf(line))],
    getTreeItem: (line) => itemOf(line, lines.roots().length === 1),
    resolveTreeItem: (item, line) => {
      item.tooltip = tooltipOf(line);
      return item;
    },
  };

  const subscriptions = [
    changes,
    store.onChange(draw),
    tree.onDidChangeVisibility(see),
    { dispose: () => hold?.dispose() },
  ];
  view.set('filtered', isFiltering(filter));
  view.fill(content);
  see();

  return {
    content,
    follow: (now) => {
      workers = now;
      const amount = badgeOf(workers);
      view.set('hasWorker', workers.length > 0);
      tree.badge = amount === 0 ? undefined : { value: amount, tooltip: badgeInWords(workers) };
    },
    filter: async () => {
      const chosen = await askFilter(filter, areasOf(store.current() ?? []));
      if (chosen !== undefined) await setFilter(chosen);
    },
    clearFilter: () => setFilter(NO_FILTER),
    fix: (given) => withLine(given, (line) => fixLine(line, ask)),
    ignore: async (given) => {
      const what = ignorable(given);
      if (what !== undefined) await ignore(what, ask);
    },
    explain: (given) =>
      withLine(given, async ({ content: what }) => {
        if (what.kind !== 'rule' && what.kind !== 'finding') return;
        await vscode.commands.executeCommand('runpodCompliance.explain', what.rule.outcome.rule);
      }),
    fixAllSafe: async (root) => {
      const worker = workers.find((one) => one.root === root) ?? (await chooseWorker(workers));
      if (worker !== undefined) await fixAll({ root: worker.root }, ask);
    },
    dispose: () => {
      for (const subscription of subscriptions) subscription.dispose();
    },
  };
}

/** Areas in which something applies to a worker, in the report's order. */
function areasOf(reports: readonly PanelReport[]): PanelReport['areas'] {
  const applicable = new Set(
    reports
      .flatMap(({ outcomes }) => outcomes)
      .filter(({ state }) => state !== 'inapplicable' && state !== 'off')
      .map(({ area }) => area),
  );
  return (reports[0]?.areas ?? []).filter(({ area }) => applicable.has(area));
}

// The reports as the server sends them, kept once for all that show them: the panel and the tree. The server makes them
// only while somebody holds the store. Showing is the views' business, and judging the server's.

import * as vscode from 'vscode';
import type { PanelFinding, PanelOutcome, PanelReport } from '../../server/src/lsp/protocol';

/** What the store needs of the server. */
export interface ReportSource {
  ask(): Promise<readonly PanelReport[]>;
  /** Whether changes are to be sent; a restarted server has forgotten it. */
  watch(on: boolean): Promise<void>;
  isRunning(): boolean;
  readonly onReports: vscode.Event<readonly PanelReport[]>;
  /** Says why the server does not run. */
  readonly onStop: vscode.Event<string>;
  readonly log: Pick<vscode.LogOutputChannel, 'error'>;
}

export type ReportsState =
  | { readonly kind: 'checking' }
  | { readonly kind: 'reports'; readonly reports: readonly PanelReport[] }
  | { readonly kind: 'stopped'; readonly reason: string };

/** A finding with what it belongs to. */
export interface Located {
  readonly report: PanelReport;
  readonly outcome: PanelOutcome;
  readonly finding: PanelFinding;
}

export interface ReportStore {
  /** Up to date while somebody holds the store. */
  state(): ReportsState;
  /** The reports of the state, where it has any. */
  current(): readonly PanelReport[] | undefined;
  readonly onChange: vscode.Event<ReportsState>;
  /** Keeps the reports coming until it is disposed of. Whoever is not visible holds nothing. */
  hold(): vscode.Disposable;
  /** Asks the server, whether somebody holds the store or not. */
  fetch(): Promise<readonly PanelReport[]>;
  /** Begins anew, such as after a restart of the server. Nothing happens where nobody holds the store. */
  refresh(): Promise<void>;
  /** By the id of the current reports. */
  find(finding: string): Located | undefined;
  dispose(): void;
}

export function createReportStore(source: ReportSource): ReportStore {
  const changes = new vscode.EventEmitter<ReportsState>();
  const holders = new Set<object>();
  let state: ReportsState = { kind: 'checking' };

  const become = (next: ReportsState) => {
    state = next;
    changes.fire(next);
  };
  const current = () => (state.kind === 'reports' ? state.reports : undefined);

  const update = async () => {
    try {
      if (!source.isRunning()) throw new Error(vscode.l10n.t('It was stopped or could not be started.'));
      await source.watch(true);
      become({ kind: 'reports', reports: await source.ask() });
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      source.log.error(`The reports could not be fetched: ${reason}`);
      become({ kind: 'stopped', reason });
    }
  };

  const subscriptions = [
    source.onReports((reports) => become({ kind: 'reports', reports })),
    source.onStop((reason) => become({ kind: 'stopped', reason })),
    changes,
  ];

  return {
    state: () => state,
    current,
    onChange: changes.event,
    hold() {
      const holder = {};
      holders.add(holder);
      if (holders.size === 1) void update();
      return {
        dispose: () => {
          if (holders.delete(holder) && holders.size === 0) void source.watch(false);
        },
      };
    },
    fetch: () => source.ask(),
    async refresh() {
      if (holders.size === 0) return;
      become({ kind: 'checking' });
      await update();
    },
    find(id) {
      for (const report of current() ?? []) {
        for (const outcome of report.outcomes) {
          const finding = outcome.findings.find((candidate) => candidate.id === id);
          if (finding !== undefined) return { report, outcome, finding };
        }
      }
      return undefined;
    },
    dispose() {
      for (const subscription of subscriptions) subscription.dispose();
    },
  };
}

// The findings view from the moment the extension is active: what it says before there is a server, and the place for what
// comes after. In the extension's first bundle, so it knows nothing of reports; findings.ts fills it.

import * as vscode from 'vscode';
import type { Line } from './lines';

const VIEW = 'runpodCompliance.findings';

/** Decides between the welcome texts of the manifest. */
export type ViewState = 'noWorker' | 'nothingShown' | 'stopped' | 'checking' | 'reports';

export interface FindingsView {
  readonly tree: vscode.TreeView<Line>;
  /** `remark`: what is to be said of the lines, such as that some are hidden. */
  become(state: ViewState, remark?: string): void;
  /** A condition of the view's buttons. */
  set(key: 'hasWorker' | 'filtered', on: boolean): void;
  fill(content: vscode.TreeDataProvider<Line>): void;
  dispose(): void;
}

export function createFindingsView(): FindingsView {
  const changes = new vscode.EventEmitter<Line | Line[] | undefined>();
  const context = new Map<string, unknown>();
  let content: vscode.TreeDataProvider<Line> | undefined;
  let subscription: vscode.Disposable | undefined;

  const setContext = (key: string, value: unknown) => {
    if (context.get(key) === value) return;
    context.set(key, value);
    void vscode.commands.executeCommand('setContext', `runpodCompliance.${key}`, value);
  };

  const tree = vscode.window.createTreeView<Line>(VIEW, {
    showCollapseAll: true,
    treeDataProvider: {
      onDidChangeTreeData: changes.event,
      getChildren: (line) => content?.getChildren(line) ?? [],
      getTreeItem: (line) => content?.getTreeItem(line) ?? {},
      resolveTreeItem: (item, line, token) => content?.resolveTreeItem?.(item, line, token) ?? item,
    },
  });

  return {
    tree,
    become: (state, remark = '') => {
      setContext('state', state);
      tree.message = state === 'checking' ? vscode.l10n.t('Checking the workspace…') : remark;
    },
    set: setContext,
    fill: (next) => {
      subscription?.dispose();
      content = next;
      subscription = next.onDidChangeTreeData?.((line) => changes.fire(line ?? undefined));
      changes.fire(undefined);
    },
    dispose: () => {
      subscription?.dispose();
      changes.dispose();
      tree.dispose();
    },
  };
}

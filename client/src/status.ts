// The language status item: one for each worker, shown while a file of that worker is in the active editor.

import * as vscode from 'vscode';
import type { WorkerStatus } from '../../server/src/lsp/protocol';

export interface Status {
  show(workers: readonly WorkerStatus[]): void;
  dispose(): void;
}

const VERDICTS: Readonly<Record<WorkerStatus['verdict'], string>> = {
  go: 'GO',
  'conditional-go': 'CONDITIONAL GO',
  'no-go': 'NO-GO',
};

const SEVERITIES: Readonly<Record<WorkerStatus['verdict'], vscode.LanguageStatusSeverity>> = {
  go: vscode.LanguageStatusSeverity.Information,
  'conditional-go': vscode.LanguageStatusSeverity.Warning,
  'no-go': vscode.LanguageStatusSeverity.Error,
};

export function createStatus(): Status {
  const items = new Map<string, vscode.LanguageStatusItem>();

  const drop = (root: string) => {
    items.get(root)?.dispose();
    items.delete(root);
  };

  return {
    show: (workers) => {
      const roots = new Set(workers.map(({ root }) => root));
      for (const root of [...items.keys()]) if (!roots.has(root)) drop(root);
      for (const worker of workers) {
        const item = items.get(worker.root) ?? createItem(worker.root);
        items.set(worker.root, item);
        fill(item, worker);
      }
    },
    dispose: () => {
      for (const root of [...items.keys()]) drop(root);
    },
  };
}

function createItem(root: string): vscode.LanguageStatusItem {
  const pattern = new vscode.RelativePattern(vscode.Uri.parse(root, true), '**/*');
  return vscode.languages.createLanguageStatusItem(`runpodCompliance.status ${root}`, { pattern });
}

function fill(item: vscode.LanguageStatusItem, { name, verdict, score, counts }: WorkerStatus): void {
  item.name = 'RunPod Compliance';
  item.text = `RunPod: ${VERDICTS[verdict]} ${score.toFixed(1)}`;
  item.detail = `${name}: ${describe(counts)}`;
  item.severity = SEVERITIES[verdict];
  item.command = { command: 'runpodCompliance.check', title: vscode.l10n.t('Show report') };
  item.accessibilityInformation = { label: `${item.text}. ${item.detail}` };
}

function describe(counts: WorkerStatus['counts']): string {
  const parts = [
    counts.error === 1 ? vscode.l10n.t('1 error') : vscode.l10n.t('{0} errors', counts.error),
    counts.warning === 1 ? vscode.l10n.t('1 warning') : vscode.l10n.t('{0} warnings', counts.warning),
  ];
  const notes = counts.info + counts.hint;
  if (notes > 0) parts.push(notes === 1 ? vscode.l10n.t('1 note') : vscode.l10n.t('{0} notes', notes));
  return parts.join(', ');
}

// The language status item: one for each worker, shown while a file of that worker is in the active editor. Until the first
// word of the server there is one for all, which says that it is busy.

import * as vscode from 'vscode';
import type { WorkerStatus } from '../../server/src/lsp/protocol';
import { countsInWords, verdictInWords } from './words';

export interface Status {
  /** The server starts: what was known is no longer, and nothing else is yet. */
  checking(): void;
  /** All workers there are; none, also where no server runs. */
  show(workers: readonly WorkerStatus[]): void;
  dispose(): void;
}

const SEVERITIES: Readonly<Record<WorkerStatus['verdict'], vscode.LanguageStatusSeverity>> = {
  go: vscode.LanguageStatusSeverity.Information,
  'conditional-go': vscode.LanguageStatusSeverity.Warning,
  'no-go': vscode.LanguageStatusSeverity.Error,
};

/** `documents`: those that may belong to a worker. */
export function createStatus(documents: vscode.DocumentSelector): Status {
  const items = new Map<string, vscode.LanguageStatusItem>();
  let busy: vscode.LanguageStatusItem | undefined;

  const show = (workers: readonly WorkerStatus[]) => {
    busy?.dispose();
    busy = undefined;
    const roots = new Set(workers.map(({ root }) => root));
    for (const [root, item] of items) {
      if (roots.has(root)) continue;
      item.dispose();
      items.delete(root);
    }
    for (const worker of workers) {
      const item = items.get(worker.root) ?? createItem(worker.root);
      items.set(worker.root, item);
      fill(item, worker);
    }
  };

  return {
    checking: () => {
      show([]);
      busy = vscode.languages.createLanguageStatusItem('runpodCompliance.checking', documents);
      busy.name = NAME;
      busy.text = vscode.l10n.t('RunPod: checking the workers…');
      busy.busy = true;
    },
    show,
    dispose: () => show([]),
  };
}

const NAME = 'RunPod Compliance';

function createItem(root: string): vscode.LanguageStatusItem {
  const pattern = new vscode.RelativePattern(vscode.Uri.parse(root, true), '**/*');
  return vscode.languages.createLanguageStatusItem(`runpodCompliance.status ${root}`, { pattern });
}

function fill(item: vscode.LanguageStatusItem, worker: WorkerStatus): void {
  const { name, verdict, counts } = worker;
  item.name = NAME;
  item.text = `RunPod: ${verdictInWords(worker)}`;
  item.detail = `${name} · ${countsInWords(counts) || vscode.l10n.t('nothing found')}`;
  item.severity = SEVERITIES[verdict];
  item.command = { command: 'runpodCompliance.check', title: vscode.l10n.t('Show report') };
  item.accessibilityInformation = { label: `${item.text}. ${item.detail}` };
}

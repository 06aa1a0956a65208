// Which of several workers is meant: the one around a document, or the user's choice.

import * as vscode from 'vscode';
import type { WorkerStatus } from '../../server/src/lsp/protocol';
import { parentPaths, pickLabel } from './tree/text';

type Rooted = Pick<WorkerStatus, 'root'>;

/** The innermost worker that holds the document. */
export function workerAround<W extends Rooted>(workers: readonly W[], document: vscode.Uri | undefined): W | undefined {
  const path = document?.toString();
  return workers.filter(({ root }) => path?.startsWith(`${root}/`)).sort((a, b) => b.root.length - a.root.length)[0];
}

/** The worker of the active editor, else the only one, else the user's choice. */
export async function chooseWorker<W extends Rooted & Pick<WorkerStatus, 'name'>>(
  workers: readonly W[],
): Promise<W | undefined> {
  const around = workerAround(workers, vscode.window.activeTextEditor?.document.uri);
  if (around !== undefined || workers.length < 2) return around ?? workers[0];
  const parents = parentPaths(workers.map(({ root }) => root));
  const choices = workers.map((worker) => ({
    label: pickLabel(worker.name),
    description: pickLabel(parents.get(worker.root) ?? ''),
    worker,
  }));
  return (await vscode.window.showQuickPick(choices, { title: vscode.l10n.t('Which worker?') }))?.worker;
}

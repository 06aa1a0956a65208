// Edits that the server has worked out, put into the workspace: the one way in which a fix, an ignored finding or a
// created file gets there. Nothing is saved, so that undo takes everything back.

import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { openRange } from './places';

type SentEdit = Parameters<BaseLanguageClient['validateWorkspaceEdit']>[0];

const REMARK_MS = 5000;

/** Undefined where there is nothing to change, or the report or a document has moved on. */
export async function askForEdit(
  client: BaseLanguageClient,
  request: string,
  params: object,
): Promise<vscode.WorkspaceEdit | undefined> {
  const sent = await client.sendRequest<SentEdit | null>(request, params);
  return sent === null ? undefined : toEdit(client, sent);
}

/** Undefined where a document is not the version that the edit was made for. */
export async function toEdit(client: BaseLanguageClient, sent: SentEdit): Promise<vscode.WorkspaceEdit | undefined> {
  return client.validateWorkspaceEdit(sent) ? client.protocol2CodeConverter.asWorkspaceEdit(sent) : undefined;
}

/** Applies an edit that belongs to a finding and shows what it has changed, without taking the focus away. */
export async function applyEdit(
  edit: vscode.WorkspaceEdit | undefined,
  whyNone = vscode.l10n.t('The file has changed since this report. Try again with the new one.'),
): Promise<boolean> {
  if (edit === undefined) {
    void vscode.window.showInformationMessage(whyNone);
    return false;
  }
  // The editor says itself what went wrong, and a preview may have been discarded, which is nothing wrong.
  const isApplied = await vscode.workspace.applyEdit(edit);
  if (isApplied) await showChanged(edit);
  else remark(vscode.l10n.t('Nothing was changed.'));
  return isApplied;
}

/** Said for a moment where it disturbs nobody. */
export function remark(text: string): void {
  vscode.window.setStatusBarMessage(text, REMARK_MS);
}

async function showChanged(edit: vscode.WorkspaceEdit): Promise<void> {
  const [first] = edit.entries();
  const start = first?.[1][0]?.range.start;
  if (first === undefined || start === undefined) return;
  await openRange(first[0], new vscode.Range(start, start), { preserveFocus: true });
}

// The commands that write a file which a worker lacks. What is in it the server says; here it is put into the workspace,
// unsaved, and shown, with what the author should know of it.

import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { CREATE_REQUEST, type CreateAnswer, type CreateParams } from '../../server/src/lsp/protocol';
import { toEdit } from './edits';

export async function createFile(client: BaseLanguageClient, what: CreateParams['what']): Promise<void> {
  const active = vscode.window.activeTextEditor?.document.uri;
  const params: CreateParams = active === undefined ? { what } : { what, uri: active.toString() };
  const answer = await client.sendRequest<CreateAnswer>(CREATE_REQUEST, params);
  if (answer.kind === 'refused') {
    if (answer.uri !== undefined) await show(answer.uri);
    void vscode.window.showInformationMessage(answer.reason);
    return;
  }
  const edit = await toEdit(client, answer.edit);
  if (edit === undefined || !(await vscode.workspace.applyEdit(edit))) {
    void vscode.window.showErrorMessage(vscode.l10n.t('The file could not be written.'));
    return;
  }
  await show(answer.uri);
  if (answer.notes.length > 0) void vscode.window.showInformationMessage(answer.notes.join(' '));
}

async function show(uri: string): Promise<void> {
  await vscode.window.showTextDocument(vscode.Uri.parse(uri, true));
}

// "New handler": an unsaved Python file with the contributed snippet in it. Needs no server; once the file is saved, it is
// a worker like any other.

import * as vscode from 'vscode';

/** A name in client/snippets/python.json. */
const SNIPPET = 'RunPod handler';

export async function newHandler(): Promise<void> {
  const document = await vscode.workspace.openTextDocument({ language: 'python' });
  await vscode.window.showTextDocument(document);
  await vscode.commands.executeCommand('editor.action.insertSnippet', { langId: 'python', name: SNIPPET });
}

// Whether there is a RunPod worker to look at: a few known paths, and the Python documents that happen to be open.
// Nothing here searches a workspace; a folder without a worker costs a handful of stat calls and no server.

import * as vscode from 'vscode';
import { HANDLER_PATHS, LISTING_PATHS } from './known-paths';

/** Larger files are not read only to find a word in them; opening one still counts. */
const LARGEST_READ = 1024 * 1024;

const SDK = /\brunpod\b/;

/**
 * Calls `sighted` once, as soon as a worker is seen, and `nothing` when the first look has seen none. Dispose the result to
 * stop looking.
 */
export function watchForWorker(sighted: () => void, nothing: () => void): vscode.Disposable {
  const subscriptions: vscode.Disposable[] = [];
  let looking = true;
  const stop = () => {
    looking = false;
    for (const subscription of subscriptions.splice(0)) subscription.dispose();
  };
  const seen = () => {
    if (!looking) return;
    stop();
    sighted();
  };

  subscriptions.push(
    vscode.workspace.onDidOpenTextDocument((document) => {
      if (isWorkerDocument(document)) seen();
    }),
    vscode.workspace.onDidSaveTextDocument((document) => {
      if (isWorkerDocument(document)) seen();
    }),
    vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      if (isPython(document) && contentChanges.some((change) => mentionsSdk(document, change))) seen();
    }),
    vscode.workspace.onDidChangeWorkspaceFolders(({ added }) => {
      void anyHoldsWorker(added).then((found) => found && seen());
    }),
  );
  if (vscode.workspace.textDocuments.some(isWorkerDocument)) seen();
  else {
    void anyHoldsWorker(vscode.workspace.workspaceFolders ?? []).then((found) => {
      if (found) seen();
      else if (looking) nothing();
    });
  }
  return { dispose: stop };
}

/** The server looks at files alone: a document that was never saved is no reason to start it. */
function isPython({ languageId, uri }: vscode.TextDocument): boolean {
  return languageId === 'python' && uri.scheme === 'file';
}

function isWorkerDocument(document: vscode.TextDocument): boolean {
  if (LISTING_PATHS.some((path) => document.uri.path.endsWith(`/${path}`))) return true;
  return isPython(document) && SDK.test(document.getText());
}

/** Looks only at what was typed or pasted and the rest of its line, since this runs on every key. */
function mentionsSdk(document: vscode.TextDocument, change: vscode.TextDocumentContentChangeEvent): boolean {
  return SDK.test(change.text) || SDK.test(document.lineAt(change.range.start.line).text);
}

async function anyHoldsWorker(folders: readonly vscode.WorkspaceFolder[]): Promise<boolean> {
  const answers = await Promise.all(folders.map(({ uri }) => holdsWorker(uri)));
  return answers.includes(true);
}

async function holdsWorker(folder: vscode.Uri): Promise<boolean> {
  const answers = await Promise.all([
    ...LISTING_PATHS.map((path) => isFile(vscode.Uri.joinPath(folder, path))),
    ...HANDLER_PATHS.map((path) => fileMentionsSdk(vscode.Uri.joinPath(folder, path))),
  ]);
  return answers.includes(true);
}

async function isFile(uri: vscode.Uri): Promise<boolean> {
  try {
    return ((await vscode.workspace.fs.stat(uri)).type & vscode.FileType.File) !== 0;
  } catch {
    return false;
  }
}

async function fileMentionsSdk(uri: vscode.Uri): Promise<boolean> {
  try {
    if ((await vscode.workspace.fs.stat(uri)).size > LARGEST_READ) return false;
    return SDK.test(new TextDecoder().decode(await vscode.workspace.fs.readFile(uri)));
  } catch {
    return false;
  }
}

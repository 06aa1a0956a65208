// Desktop entry, loaded in every window with a Python file: registers the commands and waits until a worker is sighted.
// The language client is a bundle of its own, loaded only then.

import * as vscode from 'vscode';
import { type Api, activateWith } from './activate';
import type * as NodeMain from './main.node';

let api: Api | undefined;

export function activate(context: vscode.ExtensionContext): Api {
  api = activateWith(context, async (view) => {
    // Asked for by its path at run time, so that the bundler leaves it where it is.
    const main: typeof NodeMain = require(vscode.Uri.joinPath(context.extensionUri, 'dist', 'client.js').fsPath);
    return main.start(context, view);
  });
  return api;
}

/** The editor waits for it, so that the server ends in order. */
export async function deactivate(): Promise<void> {
  await (await api?.face())?.stop();
}

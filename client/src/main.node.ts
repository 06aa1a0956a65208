// Starts the language server as a process of its own. Everything else the face does is the same in every host.

import * as vscode from 'vscode';
import { LanguageClient, type ServerOptions, TransportKind } from 'vscode-languageclient/node';
import { type Face, startFace } from './face';
import { CLIENT_ID, CLIENT_NAME } from './identity';
import type { FindingsView } from './tree/view';

/**
 * The stock client reports a failed start in a notification with the whole stack. It belongs into the output; what the
 * user needs to know the face says in one line.
 */
class QuietClient extends LanguageClient {
  override error(message: string, data?: unknown): void {
    super.error(message, data, false);
  }
}

export function start(context: vscode.ExtensionContext, view: FindingsView): Promise<Face> {
  const module = vscode.Uri.joinPath(context.extensionUri, 'dist', 'server.js').fsPath;
  const server: ServerOptions = {
    run: { module, transport: TransportKind.ipc },
    debug: { module, transport: TransportKind.ipc, options: { execArgv: ['--nolazy', '--inspect=6009'] } },
  };
  return startFace(context, view, (options) => new QuietClient(CLIENT_ID, CLIENT_NAME, server, options));
}

// "Why does the Hub not see my repository?": the server's answer as a read-only document, shown as Markdown preview.

import * as vscode from 'vscode';
import type { DiagnosisParams } from '../../server/src/lsp/protocol';

const SCHEME = 'runpod-diagnosis';

export interface DiagnosisView {
  show(): Promise<void>;
  dispose(): void;
}

export function createDiagnosisView(ask: (params: DiagnosisParams) => Promise<string | null>): DiagnosisView {
  const changes = new vscode.EventEmitter<vscode.Uri>();
  let text = '';
  const provider = vscode.workspace.registerTextDocumentContentProvider(SCHEME, {
    onDidChange: changes.event,
    provideTextDocumentContent: () => text,
  });
  const uri = vscode.Uri.from({ scheme: SCHEME, path: `/${vscode.l10n.t('Hub diagnosis')}.md` });

  return {
    async show() {
      const active = vscode.window.activeTextEditor?.document.uri;
      const answer = await ask(active?.scheme === 'file' ? { uri: active.toString() } : {});
      if (answer === null) {
        void vscode.window.showInformationMessage(vscode.l10n.t('There is no RunPod worker in this workspace.'));
        return;
      }
      text = answer;
      changes.fire(uri);
      await showPreview(uri);
    },
    dispose() {
      provider.dispose();
      changes.dispose();
    },
  };
}

/** As plain text where the editor's own Markdown support is turned off. */
async function showPreview(uri: vscode.Uri): Promise<void> {
  try {
    await vscode.commands.executeCommand('markdown.showPreview', uri);
  } catch {
    await vscode.window.showTextDocument(uri, { preview: true });
  }
}

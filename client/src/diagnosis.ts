// "Why does the Hub not see my repository?": asks the server about the worker of the active editor, and shows the answer.

import * as vscode from 'vscode';
import type { DiagnosisParams } from '../../server/src/lsp/protocol';
import { createPreview } from './preview';

export interface DiagnosisView {
  show(): Promise<void>;
  dispose(): void;
}

export function createDiagnosisView(ask: (params: DiagnosisParams) => Promise<string | null>): DiagnosisView {
  const preview = createPreview('runpod-diagnosis');
  return {
    async show() {
      const active = vscode.window.activeTextEditor?.document.uri;
      const answer = await ask(active?.scheme === 'file' ? { uri: active.toString() } : {});
      if (answer === null) {
        void vscode.window.showInformationMessage(vscode.l10n.t('There is no RunPod worker in this workspace.'));
        return;
      }
      await preview.show(vscode.l10n.t('Hub diagnosis'), answer);
    },
    dispose: preview.dispose,
  };
}

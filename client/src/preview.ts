// Markdown that the server has written, as a read-only document in the editor's own preview.

import * as vscode from 'vscode';

export interface Preview {
  /** `name` is what the preview's tab is called. Shows the document anew where it is open already. */
  show(name: string, markdown: string): Promise<void>;
  dispose(): void;
}

export function createPreview(scheme: string): Preview {
  const changes = new vscode.EventEmitter<vscode.Uri>();
  const texts = new Map<string, string>();
  const provider = vscode.workspace.registerTextDocumentContentProvider(scheme, {
    onDidChange: changes.event,
    provideTextDocumentContent: ({ path }) => texts.get(path) ?? '',
  });
  return {
    async show(name, markdown) {
      const uri = vscode.Uri.from({ scheme, path: `/${name}.md` });
      texts.set(uri.path, markdown);
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

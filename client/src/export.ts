// Saves a worker's compliance report where the user says, as Markdown or as one HTML file. The server writes the text.

import * as vscode from 'vscode';
import type { ExportParams, PanelReport } from '../../server/src/lsp/protocol';
import { remark } from './edits';
import { openRange } from './places';

type Format = ExportParams['format'];

const ENDINGS: Readonly<Record<Format, string>> = { markdown: 'md', html: 'html' };

/** Nothing is said where the user changes their mind. */
export async function exportReport(
  { root, name }: Pick<PanelReport, 'root' | 'name'>,
  format: Format,
  ask: (params: ExportParams) => Promise<string | null>,
): Promise<void> {
  const ending = ENDINGS[format];
  const uri = await vscode.window.showSaveDialog({
    defaultUri: vscode.Uri.joinPath(vscode.Uri.parse(root, true), `${fileName(name)}-compliance.${ending}`),
    filters: { [format === 'markdown' ? 'Markdown' : 'HTML']: [ending] },
    title: vscode.l10n.t('Save the compliance report'),
  });
  if (uri === undefined) return;
  try {
    // Asked for after the dialog, so that the file says what is true now.
    const text = await ask({ root, format });
    if (text === null) throw new Error(vscode.l10n.t('There is no RunPod worker in this folder any more.'));
    await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    void vscode.window.showErrorMessage(vscode.l10n.t('The report could not be saved: {0}', reason));
    return;
  }
  // As text, HTML is nothing to read.
  if (format === 'markdown') await openRange(uri, new vscode.Range(0, 0, 0, 0));
  else remark(vscode.l10n.t('The report was saved as {0}.', uri.path.slice(uri.path.lastIndexOf('/') + 1)));
}

/** Without what a file system or a shell might take for something else. */
function fileName(name: string): string {
  return name.replace(/[^\p{L}\p{N}._-]+/gu, '-').slice(0, 80) || 'worker';
}

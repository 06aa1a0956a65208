// Shows a place that the server has named, in a column that leaves the compliance report in view.

import * as vscode from 'vscode';
import type { ProtocolRange } from '../../server/src/lsp/protocol';
import { PANEL_TYPE } from './identity';

export interface ServerPlace {
  readonly uri: string;
  readonly range: ProtocolRange;
}

/** How a place is shown where nobody says otherwise; the column is not to be chosen. */
export type Manner = Pick<vscode.TextDocumentShowOptions, 'preserveFocus' | 'preview'>;

export function asRange({ start, end }: ProtocolRange): vscode.Range {
  return new vscode.Range(start.line, start.character, end.line, end.character);
}

/** Says so where the file cannot be shown: it may have gone since the report. */
export async function openPlace({ uri, range }: ServerPlace, manner: Manner = {}): Promise<void> {
  await openRange(vscode.Uri.parse(uri, true), asRange(range), manner);
}

export async function openRange(uri: vscode.Uri, selection: vscode.Range, manner: Manner = {}): Promise<void> {
  try {
    await vscode.window.showTextDocument(uri, { ...manner, selection, viewColumn: columnFor(uri) });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    void vscode.window.showErrorMessage(vscode.l10n.t('{0} could not be opened: {1}', uri.path, reason));
  }
}

/** Where the file is open already, else the active column, unless the report is in front there. */
function columnFor(uri: vscode.Uri): vscode.ViewColumn {
  const holds = (group: vscode.TabGroup) =>
    group.tabs.some(({ input }) => input instanceof vscode.TabInputText && input.uri.toString() === uri.toString());
  const { all, activeTabGroup } = vscode.window.tabGroups;
  const candidates = [activeTabGroup, ...all];
  const group = candidates.find(holds) ?? candidates.find((candidate) => !showsReport(candidate));
  return group?.viewColumn ?? vscode.ViewColumn.Beside;
}

/** The editor puts a name of its own before the type. */
function showsReport({ activeTab }: vscode.TabGroup): boolean {
  return activeTab?.input instanceof vscode.TabInputWebview && activeTab.input.viewType.endsWith(PANEL_TYPE);
}

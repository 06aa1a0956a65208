// What the tests need of the editor: the extension's own answer, diagnostics as readable lines, and patience.

import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { Api } from '../../client/src/activate';

const EXTENSION_ID = 'runpod-compliance.runpod-compliance';
/** Only a failure takes this long. A machine of two cores that is busy with other things does need much of it. */
const PATIENCE_MS = 45_000;

export function extension(): vscode.Extension<Api> {
  const found = vscode.extensions.getExtension<Api>(EXTENSION_ID);
  assert.ok(found, `${EXTENSION_ID} is not there`);
  return found;
}

export function fileIn(...path: string[]): vscode.Uri {
  const folder = vscode.workspace.workspaceFolders?.[0];
  assert.ok(folder, 'no folder is open');
  return vscode.Uri.joinPath(folder.uri, ...path);
}

export async function open(...path: string[]): Promise<vscode.TextDocument> {
  const document = await vscode.workspace.openTextDocument(fileIn(...path));
  await vscode.window.showTextDocument(document, vscode.ViewColumn.One);
  return document;
}

/** Tries until the check no longer throws. */
export async function eventually<T>(check: () => T | Promise<T>): Promise<T> {
  const deadline = Date.now() + PATIENCE_MS;
  for (;;) {
    try {
      return await check();
    } catch (error) {
      if (Date.now() > deadline) throw error;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}

export function ruleOf(diagnostic: vscode.Diagnostic): string {
  const { code } = diagnostic;
  return String(typeof code === 'object' ? code.value : code);
}

export function diagnosticsOf(uri: vscode.Uri, rule: string): readonly vscode.Diagnostic[] {
  return vscode.languages.getDiagnostics(uri).filter((diagnostic) => ruleOf(diagnostic) === rule);
}

/** Waits for the diagnostics of a rule in a file. */
export function found(uri: vscode.Uri, rule: string): Promise<readonly [vscode.Diagnostic, ...vscode.Diagnostic[]]> {
  return eventually(() => {
    const [first, ...others] = diagnosticsOf(uri, rule);
    const rules = vscode.languages.getDiagnostics(uri).map(ruleOf);
    assert.ok(first, `${rule} is not among [${rules.join(', ')}] of ${uri.path}`);
    return [first, ...others] as const;
  });
}

/** Waits until the rule marks exactly this: "line: text under the squiggle", lines from 1; or only the lines. */
export async function marks(
  document: vscode.TextDocument,
  rule: string,
  expected: readonly (string | number)[],
): Promise<void> {
  await eventually(() => {
    const rows = diagnosticsOf(document.uri, rule).map(({ range: { start, end } }) => ({
      line: start.line + 1,
      text: document.getText(new vscode.Range(start, end)),
    }));
    const shown = rows.map(({ line, text }, index) =>
      typeof expected[index] === 'number' ? line : `${line}: ${text}`,
    );
    assert.deepEqual(shown, expected);
  });
}

/** Replaces the whole text: unlike the command "undo", it does not depend on what has the focus. */
export async function retype(document: vscode.TextDocument, text: string): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  edit.replace(document.uri, new vscode.Range(0, 0, document.lineCount, 0), text);
  assert.ok(await vscode.workspace.applyEdit(edit));
}

/** Makes the text of the file on the disk that of the document again. */
export async function revert(document: vscode.TextDocument): Promise<void> {
  await retype(document, new TextDecoder().decode(await vscode.workspace.fs.readFile(document.uri)));
  assert.ok(await document.save());
}

/** All that is said there, as one text. */
export async function hoverAt(uri: vscode.Uri, position: vscode.Position): Promise<string> {
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>('vscode.executeHoverProvider', uri, position);
  const contents = hovers.flatMap((hover) => hover.contents);
  return contents.map((part) => (typeof part === 'string' ? part : part.value)).join('\n');
}

async function actionsAt(uri: vscode.Uri, range: vscode.Range, kind: vscode.CodeActionKind) {
  const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
    'vscode.executeCodeActionProvider',
    uri,
    range,
    kind.value,
  );
  return actions.filter(({ edit }) => edit !== undefined);
}

/**
 * The first action that is wanted, asked for again until there is one: the editor answers a request with nothing when any
 * extension registers a provider meanwhile.
 */
export function actionAt(
  uri: vscode.Uri,
  range: vscode.Range,
  kind: vscode.CodeActionKind,
  isWanted: (action: vscode.CodeAction) => boolean,
): Promise<vscode.CodeAction> {
  return eventually(async () => {
    const actions = await actionsAt(uri, range, kind);
    const action = actions.find(isWanted);
    assert.ok(action, `not among: ${actions.map(({ title }) => title).join(' | ')}`);
    return action;
  });
}

export async function apply(action: vscode.CodeAction): Promise<void> {
  assert.ok(action.edit, `"${action.title}" has no edit`);
  assert.ok(await vscode.workspace.applyEdit(action.edit), `"${action.title}" was refused`);
}

export function openPanels(): readonly vscode.Tab[] {
  return vscode.window.tabGroups.all
    .flatMap(({ tabs }) => tabs)
    .filter(
      ({ input }) => input instanceof vscode.TabInputWebview && input.viewType.includes('runpodCompliance.panel'),
    );
}

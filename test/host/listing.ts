// The example "clean", opened as a folder: completion, hover, definition and outline in its hub.json, beside the editor's own
// features for JSON.

import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { eventually, extension, hoverAt, open, revert } from './editor';

export function listing(): void {
  const labelOf = ({ label }: vscode.CompletionItem): string => (typeof label === 'string' ? label : label.label);

  async function labelsAt(document: vscode.TextDocument, offset: number): Promise<string[]> {
    const list = await vscode.commands.executeCommand<vscode.CompletionList>(
      'vscode.executeCompletionItemProvider',
      document.uri,
      document.positionAt(offset),
    );
    // What the editor gathers from the text of open files and from snippets is neither ours nor about JSON.
    const kinds = new Set([vscode.CompletionItemKind.Text, vscode.CompletionItemKind.Snippet]);
    return list.items.filter(({ kind }) => kind === undefined || !kinds.has(kind)).map(labelOf);
  }

  /** The offset behind a piece of the text. */
  function behind(document: vscode.TextDocument, piece: string): number {
    const at = document.getText().indexOf(piece);
    assert.ok(at >= 0, `${piece} is not in ${document.getText()}`);
    return at + piece.length;
  }

  async function insert(document: vscode.TextDocument, offset: number, text: string): Promise<void> {
    const edit = new vscode.WorkspaceEdit();
    edit.insert(document.uri, document.positionAt(offset), text);
    assert.ok(await vscode.workspace.applyEdit(edit));
  }

  function assertOnce(labels: readonly string[], wanted: readonly string[]): void {
    for (const label of wanted) {
      const bare = label.replaceAll('"', '');
      const same = labels.filter((other) => other.replaceAll('"', '') === bare);
      assert.deepEqual(same, [label], `in ${labels.join(' ')}`);
    }
  }

  describe('hub.json', () => {
    before(async () => {
      await open('.runpod', 'hub.json');
      await eventually(async () => assert.ok(await (await extension().activate()).face()));
    });

    it('offers the pools behind a comma in gpuIds', async () => {
      const document = await open('.runpod', 'hub.json');
      await insert(document, behind(document, '"gpuIds": "ADA_24'), ',');
      await eventually(async () => {
        const labels = await labelsAt(document, behind(document, '"gpuIds": "ADA_24,'));
        assertOnce(labels, ['AMPERE_48', 'HOPPER_141']);
        assert.ok(!labels.includes('ADA_24'));
      });
      await revert(document);
    });

    it('offers each key and each value once', async () => {
      const document = await open('.runpod', 'hub.json');
      await insert(document, behind(document, '"env": ['), '{ "key": "A", "input": { "type": "" } }, { }, ');
      await eventually(async () => {
        assertOnce(await labelsAt(document, behind(document, '{ }, ') - ' }, '.length), ['key', 'value', 'input']);
        assertOnce(await labelsAt(document, behind(document, '"input": { "type": "')), [
          '"string"',
          '"number"',
          '"huggingface"',
        ]);
      });
      await revert(document);
    });

    it('says in a hover what a field means and which GPUs a pool has', async () => {
      const document = await open('.runpod', 'hub.json');
      const says = (offset: number, words: RegExp) =>
        eventually(async () => assert.match(await hoverAt(document.uri, document.positionAt(offset)), words));
      await says(behind(document, '"runsO'), /Kind of machine/);
      await says(behind(document, '"gpuIds": "ADA_'), /RTX 4090/);
    });

    it('has its outline once', async () => {
      const document = await open('.runpod', 'hub.json');
      await eventually(async () => {
        const symbols = await vscode.commands.executeCommand<vscode.DocumentSymbol[]>(
          'vscode.executeDocumentSymbolProvider',
          document.uri,
        );
        const names = symbols.map(({ name }) => name);
        assert.ok(names.includes('config'), names.join(' '));
        assert.deepEqual(names, [...new Set(names)]);
      });
    });
  });
}

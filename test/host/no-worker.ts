// A Python project that has nothing to do with RunPod, with a handler.py of its own: no server, no client, no squiggle.

import assert from 'node:assert/strict';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { extension, open } from './editor';

/** Longer than the sighting of a worker takes in the other windows. */
const SETTLE_MS = 2000;

export function noWorker(): void {
  describe('a workspace without a worker', () => {
    it('starts no server and does not even load the language client', async () => {
      const document = await open('handler.py');
      const api = await extension().activate();
      await new Promise((resolve) => setTimeout(resolve, SETTLE_MS));

      assert.equal(document.languageId, 'python');
      assert.equal(await api.face(), undefined);
      const client = join(extension().extensionPath, 'dist', 'client.js');
      assert.equal(require.cache[client], undefined);
      assert.deepEqual(vscode.languages.getDiagnostics(document.uri), []);
    });

    it('starts one as soon as a Python document mentions the SDK', async () => {
      const document = await open('handler.py');
      const edit = new vscode.WorkspaceEdit();
      edit.insert(document.uri, new vscode.Position(0, 0), 'import runpod\n');
      assert.ok(await vscode.workspace.applyEdit(edit));

      const api = await extension().activate();
      const deadline = Date.now() + 10_000;
      while ((await api.face()) === undefined && Date.now() < deadline) {
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
      assert.ok(await api.face());
      const client = join(extension().extensionPath, 'dist', 'client.js');
      assert.ok(require.cache[client], 'the test above looks in the wrong place');
    });
  });
}

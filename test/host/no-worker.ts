// A Python project that has nothing to do with RunPod, with a handler.py of its own: no server, no client, no squiggle.

import assert from 'node:assert/strict';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { eventually, extension, fileIn, open } from './editor';

export function noWorker(): void {
  describe('a workspace without a worker', () => {
    it('starts no server and does not even load the language client', async () => {
      const document = await open('handler.py');
      const api = await extension().activate();
      // Behind these answers is the one to the extension's own look into the file.
      await vscode.workspace.fs.stat(fileIn('handler.py'));
      for (let time = 0; time < 3; time++) await vscode.workspace.fs.readFile(fileIn('handler.py'));

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
      await eventually(async () => assert.ok(await api.face()));
      const client = join(extension().extensionPath, 'dist', 'client.js');
      assert.ok(require.cache[client], 'the test above looks in the wrong place');
    });
  });
}

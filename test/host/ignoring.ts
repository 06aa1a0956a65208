// Ignoring a finding of the example fast-backend at its place, in its file and in the whole project, by quick fix; and what
// is said of a suppression once the fault is gone.

import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { actionAt, apply, diagnosticsOf, eventually, fileIn, found, marks, open, retype, revert } from './editor';

const RULE = 'error-reported-as-success';
const LINES = [56, 79, 82];
const FAULT = 'return {"status": "error", "message": "image_url is required"}';

export function ignoring(): void {
  describe('ignoring a finding', () => {
    const config = () => fileIn('fast-backend', '.runpod', 'compliance.json');

    async function ignore(where: string): Promise<vscode.TextDocument> {
      const document = await open('fast-backend', 'handler.py');
      await marks(document, RULE, LINES);
      const [first] = await found(document.uri, RULE);
      const title = `Ignore ${RULE} ${where}`;
      await apply(
        await actionAt(document.uri, first.range, vscode.CodeActionKind.QuickFix, (action) => action.title === title),
      );
      return document;
    }

    afterEach(async () => {
      await revert(await open('fast-backend', 'handler.py'));
      const isThere = await vscode.workspace.fs.stat(config()).then(
        () => true,
        () => false,
      );
      if (isThere) await vscode.workspace.fs.delete(config());
    });

    it('here leaves the others', async () => {
      const document = await ignore('here');
      await marks(document, RULE, [80, 83]);
      assert.ok(document.lineAt(55).text.endsWith(`# runpod: ignore[${RULE}]`), document.lineAt(55).text);
    });

    it('in the file takes them all', async () => {
      const document = await ignore('in this file');
      await marks(document, RULE, []);
      assert.ok(document.getText().includes(`# runpod: ignore-file[${RULE}]`));
    });

    it('in the project is written into compliance.json', async () => {
      const document = await ignore('in the project');
      await marks(document, RULE, []);
      const written = await vscode.workspace.openTextDocument(config());
      assert.deepEqual(JSON.parse(written.getText()), { rules: { [RULE]: 'off' } });
      assert.ok(await written.save());
      await marks(document, RULE, []);
    });

    it('is called unused once the fault is put right, and the fix removes it', async () => {
      const document = await ignore('here');
      await marks(document, RULE, [80, 83]);
      assert.deepEqual(diagnosticsOf(document.uri, 'unused-suppression'), []);
      await retype(document, document.getText().replace(FAULT, 'return {"error": "image_url is required"}'));
      await marks(document, 'unused-suppression', [56]);
      const [unused] = await found(document.uri, 'unused-suppression');
      const { QuickFix } = vscode.CodeActionKind;
      await apply(await actionAt(document.uri, unused.range, QuickFix, ({ isPreferred }) => isPreferred === true));
      await eventually(() => assert.deepEqual(diagnosticsOf(document.uri, 'unused-suppression'), []));
      assert.ok(!document.getText().includes('runpod: ignore'));
    });
  });
}

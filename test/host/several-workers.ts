// A folder that holds two workers below it and is none itself: found through the file that is opened.

import assert from 'node:assert/strict';
import { basename } from 'node:path';
import * as vscode from 'vscode';
import { actionAt, apply, diagnosticsOf, eventually, extension, fileIn, found, marks, open } from './editor';

export function severalWorkers(): void {
  describe('a folder with two workers', () => {
    it('waits until a worker is opened', async () => {
      assert.equal(await (await extension().activate()).face(), undefined);
    });

    it('marks the faults of the opened worker exactly', async () => {
      const document = await open('first-draft', 'handler.py');
      await marks(document, 'handler-signature', ['17: handler']);
      await marks(document, 'start-argument-invalid', ['24: handler']);
      const [unguarded] = await found(document.uri, 'main-guard-missing');
      assert.equal(unguarded.severity, vscode.DiagnosticSeverity.Warning);
      assert.equal(unguarded.range.start.line, 23);
    });

    it('marks the faults of the other one, whose files are closed', async () => {
      const [broken] = await found(fileIn('fast-backend', 'packages.py'), 'python-syntax-error');
      assert.equal(broken.range.start.line, 5);
    });

    it('reports both, each under its own name', async () => {
      await open('first-draft', 'handler.py');
      await eventually(async () => {
        const face = await (await extension().activate()).face();
        assert.ok(face);
        const reports = await face.reports();
        assert.deepEqual(reports.map(({ root }) => basename(root)).sort(), ['fast-backend', 'first-draft']);
      });
    });

    it('takes the quick fixes one after the other until the draft is sound', async () => {
      const document = await open('first-draft', 'handler.py');
      for (const rule of ['handler-signature', 'start-argument-invalid', 'main-guard-missing']) {
        const [diagnostic] = await found(document.uri, rule);
        const { range } = diagnostic;
        const isFix = ({ title }: vscode.CodeAction) => !title.startsWith('Ignore');
        await apply(await actionAt(document.uri, range, vscode.CodeActionKind.QuickFix, isFix));
        await eventually(() => assert.deepEqual(diagnosticsOf(document.uri, rule), []));
      }
      const text = document.getText();
      assert.match(text, /def handler\(event/);
      assert.match(text, /if __name__ == "__main__":\n {4}runpod\.serverless\.start\(\{"handler": handler\}\)/);
    });
  });
}

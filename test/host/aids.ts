// What the editor shows beside squiggles in a Python file of a worker: code lenses, the hover that explains a finding, and the
// kind of the worker as an inlay hint.

import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { eventually, found, hoverAt, marks, open } from './editor';

const RULE = 'error-reported-as-success';

export function aids(): void {
  describe('beside the squiggles', () => {
    async function lensesOf(document: vscode.TextDocument): Promise<readonly string[]> {
      const lenses = await vscode.commands.executeCommand<vscode.CodeLens[]>(
        'vscode.executeCodeLensProvider',
        document.uri,
        10,
      );
      return lenses.map(({ range, command }) => `${range.start.line + 1}: ${command?.title}`);
    }

    const configure = (name: string, value: unknown): Thenable<void> =>
      vscode.workspace.getConfiguration('runpodCompliance').update(name, value, vscode.ConfigurationTarget.Global);

    it('a lens above the handler says how the worker stands, and one above start() what it serves', async () => {
      const document = await open('fast-backend', 'handler.py');
      await eventually(async () => {
        const [standing, start, ...more] = await lensesOf(document);
        assert.match(standing ?? '', /^61: RunPod: NO-GO \d\.\d · 1 error, \d+ warnings$/);
        assert.match(start ?? '', /^91: .*handler/);
        assert.deepEqual(more, []);
      });
    });

    it('the lenses go with their setting', async () => {
      const document = await open('fast-backend', 'handler.py');
      await configure('codeLens', false);
      await eventually(async () => assert.deepEqual(await lensesOf(document), []));
      await configure('codeLens', undefined);
      await eventually(async () => assert.equal((await lensesOf(document)).length, 2));
    });

    it('a finding is explained in a hover, with its documentation', async () => {
      const document = await open('fast-backend', 'handler.py');
      await marks(document, RULE, [56, 79, 82]);
      const [first] = await found(document.uri, RULE);
      await eventually(async () => {
        const words = await hoverAt(document.uri, first.range.start);
        assert.match(words, /COMPLETED/);
        assert.match(words, /command:runpodCompliance\.explain\?/);
      });
    });

    it('the kind of the worker stands behind the handler when it is asked for', async () => {
      const document = await open('fast-backend', 'handler.py');
      const hints = async () => {
        const everywhere = new vscode.Range(0, 0, document.lineCount, 0);
        const all = await vscode.commands.executeCommand<vscode.InlayHint[]>(
          'vscode.executeInlayHintProvider',
          document.uri,
          everywhere,
        );
        return all.map(({ label, position }) => {
          const text = typeof label === 'string' ? label : label.map(({ value }) => value).join('');
          return `${position.line + 1}: ${text.trim()}`;
        });
      };
      assert.deepEqual(await hints(), []);
      await configure('inlayHints.handlerKind', true);
      await eventually(async () => assert.deepEqual(await hints(), ['61: queue worker']));
      await configure('inlayHints.handlerKind', undefined);
      await eventually(async () => assert.deepEqual(await hints(), []));
    });
  });
}

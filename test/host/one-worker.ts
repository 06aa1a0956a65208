// The example fast-backend, opened as a folder: squiggles, a quick fix, the command and the panel, and a restart.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import * as vscode from 'vscode';
import type { Face } from '../../client/src/face';
import {
  actionAt,
  apply,
  diagnosticsOf,
  eventually,
  extension,
  fileIn,
  found,
  marks,
  open,
  openPanels,
  retype,
  ruleOf,
} from './editor';

export function oneWorker(): void {
  const handler = () => fileIn('handler.py');

  describe('a worker', () => {
    it('is checked before any of its files is opened', async () => {
      await found(handler(), 'lazy-setup-in-handler');
      await found(fileIn('packages.py'), 'python-syntax-error');
    });

    it('has its faults marked exactly', async () => {
      await marks(await open('handler.py'), 'error-reported-as-success', [56, 79, 82]);
      await marks(await open('environment.py'), 'runtime-install', [14, 20]);
    });

    it('shows the way from the handler to the setup as related places', async () => {
      await eventually(async () => {
        const [lazy] = await found(handler(), 'lazy-setup-in-handler');
        const related = lazy.relatedInformation ?? [];
        assert.ok(related.length >= 2, `only ${related.length} related places`);
        assert.ok(related.some(({ location }) => location.uri.path.endsWith('/environment.py')));
      });
    });

    it('offers a fix that removes its finding, and one that ignores it', async () => {
      const document = await open('handler.py');
      await marks(document, 'error-reported-as-success', [56, 79, 82]);
      const [first] = await found(document.uri, 'error-reported-as-success');
      const { QuickFix } = vscode.CodeActionKind;
      await actionAt(document.uri, first.range, QuickFix, ({ title }) => /ignore/i.test(title));
      await apply(await actionAt(document.uri, first.range, QuickFix, ({ isPreferred }) => isPreferred === true));
      await marks(document, 'error-reported-as-success', [79, 82]);
      assert.match(document.lineAt(first.range.start.line).text, /"error":/);
    });

    it('fixes all that is safe at once', async () => {
      const document = await open('handler.py');
      const kind = vscode.CodeActionKind.SourceFixAll.append('runpodCompliance');
      const everywhere = new vscode.Range(0, 0, document.lineCount, 0);
      await apply(await actionAt(document.uri, everywhere, kind, () => true));
      await eventually(() => assert.deepEqual(diagnosticsOf(document.uri, 'error-reported-as-success'), []));
    });
  });

  describe('Why does the Hub not see my repository?', () => {
    it('shows the diagnosis as a preview of a document that nobody can edit', async () => {
      await open('handler.py');
      await vscode.commands.executeCommand('runpodCompliance.diagnose');
      await eventually(() => {
        const shown = vscode.workspace.textDocuments.find(({ uri }) => uri.scheme === 'runpod-diagnosis');
        assert.match(shown?.getText() ?? '', /^# Why does the Hub not see this repository\?\n/);
        assert.match(shown?.getText() ?? '', /## What cannot be seen from here\n/);
      });
    });
  });

  describe('Check RunPod compliance', () => {
    it('opens the panel with all that was found', async () => {
      await vscode.commands.executeCommand('runpodCompliance.check');
      await eventually(() => assert.equal(openPanels().length, 1));
      await eventually(async () => assert.deepEqual(shown(), await expected()));
    });

    it('does not open a second one', async () => {
      await vscode.commands.executeCommand('runpodCompliance.check');
      assert.equal(openPanels().length, 1);
    });

    it('follows what is typed', async () => {
      const document = await open('handler.py');
      const before = document.getText();
      const findings = shown()?.findings ?? 0;
      const edit = new vscode.WorkspaceEdit();
      edit.insert(document.uri, document.lineAt(document.lineCount - 1).range.end, '\n)\n');
      assert.ok(await vscode.workspace.applyEdit(edit));
      await found(document.uri, 'python-syntax-error');
      await eventually(async () => {
        assert.notEqual(shown()?.findings, findings);
        assert.deepEqual(shown(), await expected());
      });
      await retype(document, before);
      await eventually(() => assert.deepEqual(diagnosticsOf(document.uri, 'python-syntax-error'), []));
    });

    it('still works after the server was restarted', async () => {
      const before = (await face().reports()).length;
      await vscode.commands.executeCommand('runpodCompliance.restart');
      await found(fileIn('packages.py'), 'python-syntax-error');
      await eventually(async () => assert.equal((await face().reports()).length, before));
      await eventually(async () => assert.deepEqual(shown(), await expected()));
    });

    it('recovers by itself when the server dies', async function () {
      if (process.platform === 'win32') this.skip();
      process.kill(serverProcess(), 'SIGKILL');
      await eventually(() => assert.deepEqual(vscode.languages.getDiagnostics(fileIn('packages.py')), []));
      await found(fileIn('packages.py'), 'python-syntax-error');
      await eventually(async () => assert.deepEqual(shown(), await expected()));
    });

    it('takes settings while it runs', async () => {
      const settings = vscode.workspace.getConfiguration('runpodCompliance');
      await settings.update('rules', { 'python-syntax-error': 'off' }, vscode.ConfigurationTarget.Global);
      const rules = () => vscode.languages.getDiagnostics(fileIn('packages.py')).map(ruleOf);
      await eventually(() => assert.ok(!rules().includes('python-syntax-error')));
      await settings.update('rules', undefined, vscode.ConfigurationTarget.Global);
      await eventually(() => assert.ok(rules().includes('python-syntax-error')));
    });

    it('takes its squiggles along when it is turned off, and brings them back', async () => {
      const settings = vscode.workspace.getConfiguration('runpodCompliance');
      await settings.update('enable', false, vscode.ConfigurationTarget.Global);
      await eventually(() => assert.deepEqual(vscode.languages.getDiagnostics(fileIn('packages.py')), []));
      await settings.update('enable', undefined, vscode.ConfigurationTarget.Global);
      await found(fileIn('packages.py'), 'python-syntax-error');
    });
  });

  let running: Face | undefined;
  beforeEach(async () => {
    running = await (await extension().activate()).face();
  });
  const face = (): Face => {
    assert.ok(running, 'no server was started');
    return running;
  };
  const shown = () => face().drawn();
  const expected = async () => {
    const [report] = await face().reports();
    assert.ok(report);
    return {
      worker: report.name,
      findings: report.outcomes.reduce((sum, { findings }) => sum + findings.length, 0),
    };
  };
}

/** The one that this extension host has started; other windows have theirs. */
function serverProcess(): number {
  const rows = execFileSync('ps', ['-A', '-o', 'pid=,ppid=,args='], { encoding: 'utf8' }).split('\n');
  const row = rows
    .map((line) => line.trim().split(/\s+/))
    .find(
      ([, parent, ...args]) => Number(parent) === process.pid && args.some((arg) => arg.endsWith('dist/server.js')),
    );
  assert.ok(row, 'no server process');
  return Number(row[0]);
}

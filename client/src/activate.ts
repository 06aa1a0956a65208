// What every host's entry does: commands, the panel's return after a reload, and the decision when to start the server.
// Shared by the desktop entry and a later web entry, which differ only in how they start one.

import * as vscode from 'vscode';
import type { Face } from './face';
import { PANEL_TYPE } from './identity';
import { newHandler } from './new-handler';
import { watchForWorker } from './sighting';
import { createFindingsView, type FindingsView } from './tree/view';

/** What `activate` returns: for the tests in a real editor, and for other extensions that want to know. */
export interface Api {
  /** The running face, or undefined while no worker has been sighted. Never starts one. */
  face(): Promise<Face | undefined>;
}

export function activateWith(context: vscode.ExtensionContext, start: (view: FindingsView) => Promise<Face>): Api {
  let starting: Promise<Face> | undefined;
  let watching: vscode.Disposable | undefined;
  const view = createFindingsView();

  const demand = (): Promise<Face> => {
    watching?.dispose();
    if (starting === undefined) {
      view.become('checking');
      const attempt = start(view);
      starting = attempt;
      // A failed start may be tried again by the next command.
      attempt.catch(() => {
        if (starting === attempt) starting = undefined;
        view.become('stopped');
      });
    }
    return starting;
  };
  const watch = () => {
    watching = watchForWorker(
      () => void demand().catch(reportStartFailure),
      () => view.become('noWorker'),
    );
  };
  const command = (name: string, run: (face: Face, argument: unknown) => Promise<void> | void) =>
    vscode.commands.registerCommand(`runpodCompliance.${name}`, async (argument: unknown) => {
      if (!isEnabled()) return offerToEnable();
      return run(await demand(), argument);
    });
  const adopt = async (panel: vscode.WebviewPanel) => {
    if (isEnabled()) (await demand()).adopt(panel);
    else panel.dispose();
  };
  const follow = async () => {
    watching?.dispose();
    if (isEnabled()) {
      if (starting === undefined) watch();
      else await (await starting).restart();
    } else {
      await (await starting)?.stop();
    }
  };

  if (isEnabled()) watch();
  context.subscriptions.push(
    command('check', (face) => face.check()),
    command('diagnose', (face) => face.diagnose()),
    command('explain', (face, rule) => face.explain(rule)),
    command('createHub', (face) => face.create('hub')),
    command('createTests', (face) => face.create('tests')),
    command('createTestInput', (face) => face.create('testInput')),
    command('migrateHub', (face) => face.create('migration')),
    command('exportMarkdown', (face) => face.exportReport('markdown')),
    command('exportHtml', (face) => face.exportReport('html')),
    command('filter', ({ findings }) => findings.filter()),
    command('clearFilter', ({ findings }) => findings.clearFilter()),
    command('fixFinding', ({ findings }, line) => findings.fix(line)),
    command('ignoreFinding', ({ findings }, line) => findings.ignore(line)),
    command('explainFinding', ({ findings }, line) => findings.explain(line)),
    command('fixAllSafe', ({ findings }, root) => findings.fixAllSafe(root)),
    command('restart', (face) => face.restart()),
    command('showOutput', (face) => face.showOutput()),
    vscode.window.registerWebviewPanelSerializer(PANEL_TYPE, { deserializeWebviewPanel: adopt }),
    vscode.workspace.onDidChangeConfiguration(async (event) => {
      if (event.affectsConfiguration('runpodCompliance.enable')) await follow();
    }),
    vscode.commands.registerCommand('runpodCompliance.newHandler', newHandler),
    { dispose: () => watching?.dispose() },
    view,
  );
  return { face: async () => starting };
}

function isEnabled(): boolean {
  return vscode.workspace.getConfiguration('runpodCompliance').get<boolean>('enable', true);
}

async function offerToEnable(): Promise<void> {
  const settings = vscode.l10n.t('Open settings');
  const chosen = await vscode.window.showInformationMessage(
    vscode.l10n.t('RunPod Compliance is turned off by the setting runpodCompliance.enable.'),
    settings,
  );
  if (chosen === settings) {
    await vscode.commands.executeCommand('workbench.action.openSettings', 'runpodCompliance.enable');
  }
}

function reportStartFailure(error: unknown): void {
  const reason = error instanceof Error ? error.message : String(error);
  void vscode.window.showErrorMessage(
    vscode.l10n.t('RunPod Compliance could not start: {0}. "RunPod: Restart server" tries again.', reason),
  );
}

// The extension once a worker is sighted: keeps the language client running, and hands what the server sends to the
// panel and the status item. Knows no host: main.node.ts or a later main.web.ts says how the server is started.

import * as vscode from 'vscode';
import type { BaseLanguageClient, LanguageClientOptions } from 'vscode-languageclient';
import {
  type CreateParams,
  DIAGNOSIS_REQUEST,
  FIX_REQUEST,
  type PanelReport,
  REPORTS_NOTIFICATION,
  REPORTS_REQUEST,
  STATUS_NOTIFICATION,
  WATCH_REQUEST,
  type WorkerStatus,
} from '../../server/src/lsp/protocol';
import { createFile } from './creation';
import { createDiagnosisView } from './diagnosis';
import { CLIENT_ID, CLIENT_NAME } from './identity';
import { createPanel, type Drawn, type Link } from './panel';
import { createStatus } from './status';

export interface Face {
  /** Shows the panel, with the worker of the active editor in front. */
  check(): Promise<void>;
  /** Shows why the Hub does not see the repository of the active editor's worker. */
  diagnose(): Promise<void>;
  restart(): Promise<void>;
  /** Writes a file that the worker of the active editor lacks. */
  create(what: CreateParams['what']): Promise<void>;
  showOutput(): void;
  /** Takes over a panel that the editor has kept over a reload. */
  adopt(panel: vscode.WebviewPanel): void;
  reports(): Promise<readonly PanelReport[]>;
  /** What the panel's page said last that it shows. */
  drawn(): Drawn | undefined;
  /** Ends the server and takes back what it has shown. `restart` begins anew. */
  stop(): Promise<void>;
}

/** What the server is told about; it looks for workers among these and reads the rest of their files itself. */
const DOCUMENTS = [
  { scheme: 'file', language: 'python' },
  { scheme: 'file', language: 'dockerfile' },
  { scheme: 'file', language: 'shellscript' },
  { scheme: 'file', pattern: '**/{hub,tests,test_input}.json' },
  { scheme: 'file', pattern: '**/.runpod/*.json' },
  { scheme: 'file', language: 'pip-requirements' },
  { scheme: 'file', pattern: '**/requirements*.txt' },
] satisfies LanguageClientOptions['documentSelector'];

/** Restarts by itself unless it keeps falling over. */
const MOST_RESTARTS = 3;
const WITHIN_MS = 3 * 60 * 1000;

/** Values of the language client's enumerations, so that this file needs only its types. */
const RUNNING = 2;
const CONTINUE = 1;
const DO_NOT_RESTART = 1;
const RESTART = 2;

export async function startFace(
  context: vscode.ExtensionContext,
  makeClient: (options: LanguageClientOptions) => BaseLanguageClient,
): Promise<Face> {
  const output = vscode.window.createOutputChannel(CLIENT_NAME, { log: true });
  const changes = new vscode.EventEmitter<readonly PanelReport[]>();
  const stops = new vscode.EventEmitter<string>();
  const status = createStatus();
  const falls: number[] = [];
  let watched = false;

  const client = makeClient({
    documentSelector: DOCUMENTS,
    outputChannel: output,
    diagnosticCollectionName: CLIENT_ID,
    // VS Code has these for JSON itself; other editors take the server's.
    middleware: {
      provideDocumentSymbols: () => undefined,
      provideFoldingRanges: () => undefined,
      provideSelectionRanges: () => undefined,
    },
    initializationFailedHandler: () => false,
    errorHandler: {
      error: (error) => {
        output.error(error.message);
        return { action: CONTINUE, handled: true };
      },
      closed: () => {
        const now = Date.now();
        falls.push(now);
        if (falls.filter((time) => now - time < WITHIN_MS).length <= MOST_RESTARTS) {
          return { action: RESTART, handled: true };
        }
        stopped(vscode.l10n.t('It stopped several times in a row. The output says more.'));
        return { action: DO_NOT_RESTART, handled: true };
      },
    },
  });

  const stopped = (reason: string) => {
    stops.fire(reason);
    status.show([]);
    const restart = vscode.l10n.t('Restart');
    const showOutput = vscode.l10n.t('Show Output');
    void vscode.window
      .showErrorMessage(vscode.l10n.t('The RunPod compliance server is not running: {0}', reason), restart, showOutput)
      .then((chosen) => {
        if (chosen === restart) void face.restart();
        if (chosen === showOutput) output.show();
      });
  };

  const run = async (begin: () => Promise<void>) => {
    try {
      await begin();
    } catch (error) {
      stopped(firstLine(error));
    }
  };

  const link: Link = {
    reports: () => client.sendRequest<readonly PanelReport[]>(REPORTS_REQUEST),
    watch: async (on) => {
      watched = on;
      if (client.isRunning()) await client.sendRequest(WATCH_REQUEST, { on }).catch(() => undefined);
    },
    edit: async (params) => {
      const edit = await client.sendRequest<Parameters<typeof client.validateWorkspaceEdit>[0] | null>(
        FIX_REQUEST,
        params,
      );
      if (edit === null || !client.validateWorkspaceEdit(edit)) return undefined;
      return client.protocol2CodeConverter.asWorkspaceEdit(edit);
    },
    asRange: (range) => new vscode.Range(range.start.line, range.start.character, range.end.line, range.end.character),
    isRunning: () => client.isRunning(),
    onChange: changes.event,
    onStop: stops.event,
    restart: async () => {
      // As a command, since the setting may have turned everything off.
      await vscode.commands.executeCommand(`${CLIENT_ID}.restart`);
    },
    showOutput: () => output.show(),
    log: output,
  };
  const panel = createPanel(context.extensionUri, link);
  const diagnosis = createDiagnosisView((params) => client.sendRequest<string | null>(DIAGNOSIS_REQUEST, params));

  client.onNotification(REPORTS_NOTIFICATION, (reports: readonly PanelReport[]) => changes.fire(reports));
  client.onNotification(STATUS_NOTIFICATION, (workers: readonly WorkerStatus[]) => status.show(workers));
  client.onDidChangeState(({ newState }) => {
    // A restarted server has forgotten that somebody is watching.
    if (newState === RUNNING && watched) void panel.refresh();
  });

  const face: Face = {
    check: () => panel.show(),
    diagnose: () => diagnosis.show(),
    restart: async () => {
      falls.length = 0;
      status.show([]);
      await run(async () => {
        if (client.needsStop()) await client.stop();
        await client.start();
      });
    },
    create: async (what) => {
      if (client.isRunning()) await createFile(client, what);
      else stopped(vscode.l10n.t('It was stopped or could not be started.'));
    },
    showOutput: () => output.show(),
    adopt: (adopted) => panel.adopt(adopted),
    reports: link.reports,
    drawn: panel.drawn,
    stop: async () => {
      status.show([]);
      stops.fire(vscode.l10n.t('It was stopped.'));
      if (client.needsStop()) await client.stop();
    },
  };
  // The client is not among them: it stops asynchronously, which deactivate waits for.
  context.subscriptions.push(
    output,
    changes,
    stops,
    { dispose: panel.dispose },
    { dispose: diagnosis.dispose },
    { dispose: status.dispose },
  );

  await run(() => client.start());
  return face;
}

function firstLine(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  return text.split('\n', 1)[0] ?? text;
}

// The extension once a worker is sighted: keeps the language client running, and hands what the server sends to the
// panel and the status item. Knows no host: main.node.ts or a later main.web.ts says how the server is started.

import * as vscode from 'vscode';
import type { BaseLanguageClient, LanguageClientOptions } from 'vscode-languageclient';
import {
  CHECK_COMMAND,
  type ClientOptions,
  type CreateParams,
  DIAGNOSIS_REQUEST,
  DOCUMENT_REQUEST,
  EXPLAIN_COMMAND,
  EXPORT_REQUEST,
  type ExportParams,
  FIX_REQUEST,
  OPEN_COMMAND,
  type OpenParams,
  type PanelDocument,
  type PanelReport,
  REPORTS_NOTIFICATION,
  REPORTS_REQUEST,
  STATUS_NOTIFICATION,
  WATCH_REQUEST,
  type WorkerStatus,
} from '../../server/src/lsp/protocol';
import { sendAndTick } from './confirmation';
import { createFile } from './creation';
import { createDiagnosisView } from './diagnosis';
import { applyEdit, askForEdit } from './edits';
import { exportReport } from './export';
import { CLIENT_ID, CLIENT_NAME } from './identity';
import { createPanel, type Drawn, type Link } from './panel';
import { openPlace } from './places';
import { createReportStore } from './reports';
import { createRulePages } from './rule-page';
import { createStatus } from './status';
import { traceInto } from './trace';
import type { AskEdit } from './tree/actions';
import { createFindings, type Findings } from './tree/findings';
import type { FindingsView } from './tree/view';
import { chooseWorker } from './workers';

export interface Face {
  /** Shows the panel, with the worker of the active editor in front. */
  check(): Promise<void>;
  /** Shows why the Hub does not see the repository of the active editor's worker. */
  diagnose(): Promise<void>;
  /** Shows the documentation of a rule: of the one at the cursor, or of one to choose, where none is named. */
  explain(rule?: unknown): Promise<void>;
  restart(): Promise<void>;
  /** Writes a file that the worker of the active editor lacks. */
  create(what: CreateParams['what']): Promise<void>;
  /** Saves the report of the worker in the active panel or around the active editor, or of one that the user picks. */
  exportReport(format: ExportParams['format']): Promise<void>;
  showOutput(): void;
  /** Takes over a panel that the editor has kept over a reload. */
  adopt(panel: vscode.WebviewPanel): void;
  reports(): Promise<readonly PanelReport[]>;
  /** What the panel's page said last that it shows. */
  drawn(): Drawn | undefined;
  /** The tree of the view container, and what can be done there. */
  readonly findings: Findings;
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
  view: FindingsView,
  makeClient: (options: LanguageClientOptions) => BaseLanguageClient,
): Promise<Face> {
  const output = vscode.window.createOutputChannel(CLIENT_NAME, { log: true });
  const changes = new vscode.EventEmitter<readonly PanelReport[]>();
  const stops = new vscode.EventEmitter<string>();
  const status = createStatus(DOCUMENTS);
  const falls: number[] = [];

  const client = makeClient({
    documentSelector: DOCUMENTS,
    outputChannel: output,
    traceOutputChannel: traceInto(output),
    diagnosticCollectionName: CLIENT_ID,
    initializationOptions: {
      client: { commands: [EXPLAIN_COMMAND, CHECK_COMMAND, OPEN_COMMAND] } satisfies ClientOptions,
    },
    // What hovers link to: a rule's documentation, which the server names by its id.
    markdown: { isTrusted: { enabledCommands: [EXPLAIN_COMMAND] }, supportHtml: false },
    // VS Code has these for JSON itself; other editors take the server's.
    middleware: {
      sendRequest: sendAndTick,
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

  /** What is known of the workers without anybody looking. */
  const stand = (workers: readonly WorkerStatus[]) => {
    status.show(workers);
    findings.follow(workers);
  };

  const stopped = (reason: string) => {
    stops.fire(reason);
    stand([]);
    const restart = vscode.l10n.t('Restart');
    const showOutput = vscode.l10n.t('Show output');
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

  const store = createReportStore({
    ask: () => client.sendRequest<readonly PanelReport[]>(REPORTS_REQUEST),
    watch: async (on) => {
      if (client.isRunning()) await client.sendRequest(WATCH_REQUEST, { on }).catch(() => undefined);
    },
    isRunning: () => client.isRunning(),
    onReports: changes.event,
    onStop: stops.event,
    log: output,
  });

  const ask: Link = {
    document: (root) => client.sendRequest<PanelDocument | null>(DOCUMENT_REQUEST, { root }),
    fix: async (params) => {
      await applyEdit(await askForEdit(client, FIX_REQUEST, params));
    },
    ignore: async (finding) => {
      await vscode.commands.executeCommand(`${CLIENT_ID}.ignoreFinding`, finding);
    },
    explain: async (rule) => {
      await vscode.commands.executeCommand(`${CLIENT_ID}.explain`, rule);
    },
    fixAll: async (root) => {
      await vscode.commands.executeCommand(`${CLIENT_ID}.fixAllSafe`, root);
    },
    export: async (root, format) => {
      const report = store.current()?.find((one) => one.root === root);
      if (report !== undefined) await save(report, format);
    },
    // As a command, since the setting may have turned everything off.
    restart: async () => {
      await vscode.commands.executeCommand(`${CLIENT_ID}.restart`);
    },
    showOutput: () => output.show(),
    log: output,
  };
  const save = (report: PanelReport, format: ExportParams['format']) =>
    exportReport(report, format, (params) => client.sendRequest<string | null>(EXPORT_REQUEST, params));
  const panel = createPanel(context.extensionUri, store, ask);
  const askEdit: AskEdit = (request, params) => askForEdit(client, request, params);
  const findings = createFindings(view, store, askEdit, context.workspaceState);
  const diagnosis = createDiagnosisView((params) => client.sendRequest<string | null>(DIAGNOSIS_REQUEST, params));
  const rulePages = createRulePages(client);

  client.onNotification(REPORTS_NOTIFICATION, (reports: readonly PanelReport[]) => changes.fire(reports));
  client.onNotification(STATUS_NOTIFICATION, (workers: readonly WorkerStatus[]) => stand(workers));
  client.onDidChangeState(({ newState }) => {
    // A restarted server has forgotten that somebody is watching.
    if (newState === RUNNING) void store.refresh();
  });

  const face: Face = {
    check: () => panel.show(),
    diagnose: () => diagnosis.show(),
    explain: async (rule) => {
      if (client.isRunning()) await rulePages.show(rule);
      else stopped(vscode.l10n.t('It was stopped or could not be started.'));
    },
    restart: async () => {
      falls.length = 0;
      stand([]);
      status.checking();
      await run(async () => {
        if (client.needsStop()) await client.stop();
        await client.start();
      });
    },
    create: async (what) => {
      if (client.isRunning()) await createFile(client, what);
      else stopped(vscode.l10n.t('It was stopped or could not be started.'));
    },
    exportReport: async (format) => {
      if (!client.isRunning()) return stopped(vscode.l10n.t('It was stopped or could not be started.'));
      const reports = await store.fetch();
      if (reports.length === 0) {
        void vscode.window.showInformationMessage(vscode.l10n.t('There is no RunPod worker in this workspace.'));
        return;
      }
      const inPanel = reports.find(({ root }) => root === panel.activeWorker());
      const report = inPanel ?? (await chooseWorker(reports));
      if (report !== undefined) await save(report, format);
    },
    showOutput: () => output.show(),
    adopt: (adopted) => panel.adopt(adopted),
    reports: store.fetch,
    drawn: panel.drawn,
    findings,
    stop: async () => {
      stand([]);
      stops.fire(vscode.l10n.t('It was stopped.'));
      if (client.needsStop()) await client.stop();
    },
  };
  // The client is not among them: it stops asynchronously, which deactivate waits for.
  context.subscriptions.push(
    output,
    changes,
    stops,
    { dispose: store.dispose },
    { dispose: findings.dispose },
    { dispose: panel.dispose },
    { dispose: diagnosis.dispose },
    { dispose: rulePages.dispose },
    { dispose: status.dispose },
    // Not in the manifest: lenses bring the place along.
    vscode.commands.registerCommand(OPEN_COMMAND, (place: OpenParams) => openPlace(place)),
  );

  status.checking();
  await run(() => client.start());
  return face;
}

function firstLine(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  return text.split('\n', 1)[0] ?? text;
}

// The compliance panel: a webview beside the editor. This side owns the reports and carries out what the page asks
// for; drawing is the page's business (webview/), and judging the server's.

import * as vscode from 'vscode';
import type { FixParams, PanelFinding, PanelNote, PanelReport, ProtocolRange } from '../../server/src/lsp/protocol';
import { PANEL_TYPE } from './identity';
import { type Ask, type PanelState, parseAsk, type Show } from './messages';

/** What the panel needs of the server and the editor. */
export interface Link {
  reports(): Promise<readonly PanelReport[]>;
  watch(on: boolean): Promise<void>;
  /** Undefined when the report or the document has moved on. */
  edit(params: FixParams): Promise<vscode.WorkspaceEdit | undefined>;
  asRange(range: ProtocolRange): vscode.Range;
  isRunning(): boolean;
  readonly onChange: vscode.Event<readonly PanelReport[]>;
  readonly onStop: vscode.Event<string>;
  restart(): Promise<void>;
  showOutput(): void;
  readonly log: vscode.LogOutputChannel;
}

export interface Drawn {
  readonly worker: string;
  readonly findings: number;
}

export interface Panel {
  show(): Promise<void>;
  adopt(panel: vscode.WebviewPanel): void;
  /** Fetches everything anew, such as after a restart of the server. */
  refresh(): Promise<void>;
  drawn(): Drawn | undefined;
  dispose(): void;
}

export function createPanel(extension: vscode.Uri, link: Link): Panel {
  let view: vscode.WebviewPanel | undefined;
  let state: PanelState = { kind: 'checking' };
  let drawn: Drawn | undefined;
  let pageIsReady = false;
  /** The worker that the page has yet to bring to the front. */
  let select: string | undefined;

  const post = () => {
    if (view === undefined || !pageIsReady) return;
    const message: Show = select === undefined ? { type: 'show', state } : { type: 'show', state, select };
    select = undefined;
    void view.webview.postMessage(message);
  };

  const setState = (next: PanelState) => {
    state = next;
    post();
  };

  const refresh = async () => {
    if (view === undefined) return;
    try {
      if (!link.isRunning()) throw new Error(vscode.l10n.t('It was stopped or could not be started.'));
      await link.watch(view.visible);
      setState({ kind: 'reports', reports: await link.reports() });
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      link.log.error(`The panel could not get the reports: ${reason}`);
      setState({ kind: 'stopped', reason });
    }
  };

  const answer = async (ask: Ask) => {
    switch (ask.type) {
      case 'ready':
        pageIsReady = true;
        post();
        return;
      case 'open': {
        const finding = findFinding(state, ask.finding);
        const place = ask.note === undefined ? finding : finding?.related[ask.note];
        if (place !== undefined) await openPlace(place);
        return;
      }
      case 'fix':
        await applyFix(ask.finding, ask.fix);
        return;
      case 'restart':
        setState({ kind: 'checking' });
        await link.restart();
        await refresh();
        return;
      case 'output':
        link.showOutput();
        return;
      case 'drawn':
        drawn = { worker: ask.worker, findings: ask.findings };
        link.log.trace(`The panel shows ${ask.worker} with ${ask.findings} findings.`);
        return;
      case 'trouble':
        link.log.error(`The panel's page failed: ${ask.message}`);
        return;
    }
  };

  const openPlace = async (place: PanelNote) => {
    const uri = vscode.Uri.parse(place.uri, true);
    const selection = link.asRange(place.range);
    try {
      await vscode.window.showTextDocument(uri, { viewColumn: columnFor(uri, view), selection });
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      void vscode.window.showErrorMessage(vscode.l10n.t('{0} could not be opened: {1}', uri.path, reason));
    }
  };

  const applyFix = async (id: string, fix: number) => {
    const finding = findFinding(state, id);
    const edit = finding === undefined ? undefined : await link.edit({ id, fix });
    if (finding === undefined || edit === undefined) {
      void vscode.window.showInformationMessage(
        vscode.l10n.t('The file has changed since this report. Try again with the new one.'),
      );
      return;
    }
    if (!(await vscode.workspace.applyEdit(edit))) {
      void vscode.window.showErrorMessage(vscode.l10n.t('The fix could not be applied.'));
      return;
    }
    await openChanged(finding, edit);
  };

  /** Shows what a fix has done without taking the focus out of the panel. */
  const openChanged = async (finding: PanelFinding, edit: vscode.WorkspaceEdit) => {
    const [first] = edit.entries();
    if (first === undefined) return;
    const [uri, edits] = first;
    const start = edits[0]?.range.start ?? link.asRange(finding.range).start;
    await vscode.window.showTextDocument(uri, {
      viewColumn: columnFor(uri, view),
      preserveFocus: true,
      selection: new vscode.Range(start, start),
    });
  };

  const take = (panel: vscode.WebviewPanel) => {
    view = panel;
    pageIsReady = false;
    const { webview } = panel;
    webview.options = {
      enableScripts: true,
      localResourceRoots: [vscode.Uri.joinPath(extension, 'dist'), vscode.Uri.joinPath(extension, 'client', 'media')],
    };
    panel.iconPath = {
      light: vscode.Uri.joinPath(extension, 'client', 'media', 'panel-light.svg'),
      dark: vscode.Uri.joinPath(extension, 'client', 'media', 'panel-dark.svg'),
    };
    const subscriptions = [
      webview.onDidReceiveMessage((data: unknown) => {
        const ask = parseAsk(data);
        if (ask === undefined) link.log.warn('The panel received a message that it does not know.');
        else void answer(ask);
      }),
      link.onChange((reports) => setState({ kind: 'reports', reports })),
      link.onStop((reason) => setState({ kind: 'stopped', reason })),
      panel.onDidChangeViewState(() => {
        // A hidden page is thrown away by the editor and says "ready" anew when it comes back.
        if (!panel.visible) pageIsReady = false;
        if (panel.visible) void refresh();
        else void link.watch(false);
      }),
    ];
    panel.onDidDispose(() => {
      for (const subscription of subscriptions) subscription.dispose();
      view = undefined;
      drawn = undefined;
      void link.watch(false);
    });
    webview.html = pageFor(webview, extension);
  };

  return {
    show: async () => {
      const active = vscode.window.activeTextEditor?.document.uri.toString();
      if (view === undefined) {
        const column = { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true };
        take(vscode.window.createWebviewPanel(PANEL_TYPE, vscode.l10n.t('RunPod Compliance'), column));
      } else {
        view.reveal(undefined, true);
      }
      await refresh();
      if (state.kind !== 'reports') return;
      select = workerOf(state.reports, active);
      if (select !== undefined) post();
    },
    adopt: (panel) => {
      view?.dispose();
      take(panel);
      void refresh();
    },
    refresh,
    drawn: () => drawn,
    dispose: () => view?.dispose(),
  };
}

/** Root of the innermost worker that holds the document. */
function workerOf(reports: readonly PanelReport[], document: string | undefined): string | undefined {
  return reports
    .map(({ root }) => root)
    .filter((root) => document?.startsWith(`${root}/`))
    .sort((a, b) => b.length - a.length)[0];
}

function findFinding(state: PanelState, id: string): PanelFinding | undefined {
  if (state.kind !== 'reports') return undefined;
  return state.reports
    .flatMap(({ outcomes }) => outcomes)
    .flatMap(({ findings }) => findings)
    .find((finding) => finding.id === id);
}

/** Where the file is open already, else any column but the panel's own. */
function columnFor(uri: vscode.Uri, view: vscode.WebviewPanel | undefined): vscode.ViewColumn {
  const holds = (group: vscode.TabGroup) =>
    group.tabs.some(({ input }) => input instanceof vscode.TabInputText && input.uri.toString() === uri.toString());
  const { all } = vscode.window.tabGroups;
  const group = all.find(holds) ?? all.find(({ viewColumn }) => viewColumn !== view?.viewColumn);
  return group?.viewColumn ?? vscode.ViewColumn.Beside;
}

function pageFor(webview: vscode.Webview, extension: vscode.Uri): string {
  const asset = (...path: string[]) => webview.asWebviewUri(vscode.Uri.joinPath(extension, ...path)).toString();
  const nonce = makeNonce();
  const policy = `default-src 'none'; style-src ${webview.cspSource}; script-src 'nonce-${nonce}'`;
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>RunPod Compliance</title>
<link rel="stylesheet" href="${asset('client', 'media', 'panel.css')}">
</head>
<body>
<div id="voice" class="spoken" role="status" aria-live="polite"></div>
<main id="page"></main>
<script nonce="${nonce}" src="${asset('dist', 'webview.js')}"></script>
</body>
</html>`;
}

function makeNonce(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

// The compliance panel: a webview beside the editor. This side chooses what is shown and carries out what the page asks
// for; the report's page is written by the server, and drawn without losing the reader's place by webview/.

import * as vscode from 'vscode';
import type { ExportParams, FixParams, PanelDocument, PanelReport } from '../../server/src/lsp/protocol';
import { PANEL_TYPE } from './identity';
import { type Ask, type Notice, parseAsk, type Show, type Shown } from './messages';
import { openPlace } from './places';
import type { ReportStore } from './reports';
import { VERDICTS } from './words';
import { workerAround } from './workers';

/** How long the panel rests between two reports, by how long the first took. */
const REST = 3;
const LONGEST_REST_MS = 1000;

/** What the panel needs of the server and the editor beside the reports. */
export interface Link {
  /** Null when the worker has gone. */
  document(root: string): Promise<PanelDocument | null>;
  fix(params: FixParams): Promise<void>;
  ignore(finding: string): Promise<void>;
  explain(rule: string): Promise<void>;
  fixAll(root: string): Promise<void>;
  export(root: string, format: ExportParams['format']): Promise<void>;
  restart(): Promise<void>;
  showOutput(): void;
  readonly log: vscode.LogOutputChannel;
}

export interface Drawn {
  readonly worker: string;
  readonly findings: number;
}

export interface Panel {
  /** With the worker of the active editor in front. */
  show(): Promise<void>;
  adopt(panel: vscode.WebviewPanel): void;
  drawn(): Drawn | undefined;
  /** Root of the worker in front, while the panel is the active editor. */
  activeWorker(): string | undefined;
  dispose(): void;
}

/** One view of the panel, from its opening to its closing. */
interface Open {
  readonly view: vscode.WebviewPanel;
  readonly isRestored: boolean;
  pageIsReady: boolean;
  /** Reports come in while the view is visible. */
  held: vscode.Disposable | undefined;
  /** Root of the worker that the reader wants to see; without it that around a file, or the first. */
  worker: string | undefined;
  near: vscode.Uri | undefined;
  /** What the page shows, unless that is a notice. */
  document: PanelDocument | undefined;
  /** Whether the document is of the running server: another one counts its versions anew. */
  isFresh: boolean;
}

export function createPanel(extension: vscode.Uri, store: ReportStore, link: Link): Panel {
  let open: Open | undefined;
  let drawn: Drawn | undefined;
  let drawing: Promise<void> | undefined;
  let drawAgain = false;

  /**
   * Never asks the server twice at a time: what has changed meanwhile is drawn afterwards, as it is by then. A large report
   * comes the less often the longer it takes: the server has other things to do while somebody types.
   */
  const draw = async (): Promise<void> => {
    drawAgain = true;
    drawing ??= (async () => {
      while (drawAgain) {
        drawAgain = false;
        const began = Date.now();
        await drawOnce();
        if (drawAgain) await rest(Math.min(LONGEST_REST_MS, REST * (Date.now() - began)));
      }
    })().finally(() => {
      drawing = undefined;
    });
    return drawing;
  };

  const drawOnce = async () => {
    const current = open;
    // The page of a restored panel says which worker it showed; for a new one the report is made while the page loads.
    if (!current?.view.visible || (current.isRestored && !current.pageIsReady)) return;
    const view = await viewOf(current);
    if (view === undefined || current !== open || !current.pageIsReady) return;
    const message: Show = { type: 'show', view };
    await current.view.webview.postMessage(message);
  };

  const viewOf = async (current: Open): Promise<Notice | Shown | undefined> => {
    const state = store.state();
    // A report that is being made anew stays in view meanwhile.
    if (state.kind === 'checking') return current.document === undefined ? notice('checking') : undefined;
    if (state.kind === 'stopped') {
      current.document = undefined;
      return notice('stopped', state.reason);
    }
    const { reports } = state;
    const wanted = reports.find(({ root }) => root === current.worker);
    const report = wanted ?? workerAround(reports, current.near) ?? reports[0];
    if (report === undefined) {
      current.document = undefined;
      return notice('noWorker');
    }
    current.worker = report.root;
    try {
      const document = await documentOf(current, report);
      return document && { kind: 'report', ...tabsFor(reports), document: withoutPlaces(document) };
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      link.log.error(`The panel could not get the report of ${report.name}: ${reason}`);
      return undefined;
    }
  };

  /** Undefined when the worker has gone: the next reports will say so. */
  const documentOf = async (current: Open, { root, version }: PanelReport): Promise<PanelDocument | undefined> => {
    const isShown = current.isFresh && current.document?.root === root && current.document.version === version;
    if (isShown) return current.document;
    current.isFresh = true;
    const document = await link.document(root);
    if (document !== null) current.document = document;
    return document ?? undefined;
  };

  const answer = async (current: Open, ask: Ask): Promise<void> => {
    switch (ask.type) {
      case 'ready':
        current.pageIsReady = true;
        current.worker ??= ask.worker;
        // What is being made already will find the page ready.
        return drawing ?? draw();
      case 'select':
        current.worker = ask.worker;
        return draw();
      case 'open': {
        const { places = {} } = current.document ?? {};
        const place = Object.hasOwn(places, ask.link) ? places[ask.link] : undefined;
        return place && openPlace(place);
      }
      case 'fix':
        return link.fix({ id: ask.finding, fix: ask.fix });
      case 'ignore':
        return link.ignore(ask.finding);
      case 'explain':
        return link.explain(ask.rule);
      case 'fixAll':
        return current.document && link.fixAll(current.document.root);
      case 'export':
        return current.document && link.export(current.document.root, ask.format);
      case 'restart':
        return link.restart();
      case 'output':
        return link.showOutput();
      case 'newHandler':
        await vscode.commands.executeCommand('runpodCompliance.newHandler');
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

  const holdWhileVisible = (current: Open) => {
    if (!current.view.visible) {
      // A hidden page is thrown away by the editor and says "ready" anew when it comes back.
      current.pageIsReady = false;
      current.held?.dispose();
      current.held = undefined;
    } else {
      current.held ??= store.hold();
    }
  };

  const take = (view: vscode.WebviewPanel, { near, isRestored }: Pick<Open, 'near' | 'isRestored'>) => {
    const current: Open = {
      view,
      isRestored,
      pageIsReady: false,
      held: undefined,
      worker: undefined,
      near,
      document: undefined,
      isFresh: false,
    };
    open = current;
    const { webview } = view;
    webview.options = {
      enableScripts: true,
      localResourceRoots: [vscode.Uri.joinPath(extension, 'dist')],
    };
    view.iconPath = {
      light: vscode.Uri.joinPath(extension, 'client', 'media', 'panel-light.svg'),
      dark: vscode.Uri.joinPath(extension, 'client', 'media', 'panel-dark.svg'),
    };
    const subscriptions = [
      webview.onDidReceiveMessage((data: unknown) => {
        const ask = parseAsk(data);
        if (ask === undefined) link.log.warn('The panel received a message that it does not know.');
        else void answer(current, ask);
      }),
      store.onChange(({ kind }) => {
        if (kind !== 'reports') current.isFresh = false;
        void draw();
      }),
      view.onDidChangeViewState(() => holdWhileVisible(current)),
    ];
    view.onDidDispose(() => {
      for (const subscription of subscriptions) subscription.dispose();
      current.held?.dispose();
      if (open !== current) return;
      open = undefined;
      drawn = undefined;
    });
    holdWhileVisible(current);
    webview.html = pageFor(webview, extension);
  };

  return {
    show: async () => {
      const near = vscode.window.activeTextEditor?.document.uri;
      if (open === undefined) {
        const column = { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true };
        take(vscode.window.createWebviewPanel(PANEL_TYPE, 'RunPod Compliance', column), { near, isRestored: false });
        return;
      }
      // The worker of the file comes to the front, and stays there until the reader chooses another.
      open.worker = workerAround(store.current() ?? [], near)?.root ?? open.worker;
      open.view.reveal(undefined, true);
      await draw();
    },
    adopt: (view) => {
      open?.view.dispose();
      take(view, { near: undefined, isRestored: true });
    },
    drawn: () => drawn,
    activeWorker: () => (open?.view.active === true ? open.document?.root : undefined),
    dispose: () => open?.view.dispose(),
  };
}

function rest(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

function withoutPlaces({ places: _, ...document }: PanelDocument): Omit<PanelDocument, 'places'> {
  return document;
}

function tabsFor(reports: readonly PanelReport[]): Pick<Shown, 'tabs' | 'tabsLabel'> {
  const tabs = reports.map(({ root, name, verdict }) => ({ root, name, verdict, verdictWord: VERDICTS[verdict] }));
  return { tabs: tabs.length > 1 ? tabs : [], tabsLabel: vscode.l10n.t('Workers') };
}

function notice(about: Notice['about'], reason?: string): Notice {
  const base = { kind: 'notice', about, language: vscode.env.language } as const;
  switch (about) {
    case 'checking':
      return { ...base, title: vscode.l10n.t('Checking the workspace…'), actions: [] };
    case 'stopped':
      return {
        ...base,
        title: vscode.l10n.t('The compliance server is not running'),
        ...(reason !== undefined && { text: reason }),
        actions: [
          { action: 'restart', label: vscode.l10n.t('Restart server') },
          { action: 'output', label: vscode.l10n.t('Show output') },
        ],
      };
    case 'noWorker':
      return {
        ...base,
        title: vscode.l10n.t('No RunPod worker here'),
        text: vscode.l10n.t(
          'A worker is a folder with a Python file that calls runpod.serverless.start, or with a .runpod/hub.json.',
        ),
        actions: [{ action: 'newHandler', label: vscode.l10n.t('New handler') }],
      };
  }
}

function pageFor(webview: vscode.Webview, extension: vscode.Uri): string {
  const asset = (name: string) => webview.asWebviewUri(vscode.Uri.joinPath(extension, 'dist', name)).toString();
  const nonce = makeNonce();
  const policy = `default-src 'none'; style-src ${webview.cspSource}; script-src 'nonce-${nonce}'`;
  return `<!DOCTYPE html>
<html lang="${vscode.env.language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>RunPod Compliance</title>
<link rel="stylesheet" href="${asset('panel.css')}">
</head>
<body>
<div id="voice" class="hidden" role="status" aria-live="polite"></div>
<main id="page"></main>
<script nonce="${nonce}" src="${asset('webview.js')}"></script>
</body>
</html>`;
}

function makeNonce(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

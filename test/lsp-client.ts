// A language client for tests: the built server over stdio, its diagnostics by file, documents kept as an editor keeps them.

import { type ChildProcess, type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import {
  type ClientCapabilities,
  type CodeAction,
  createMessageConnection,
  type InitializeResult,
  type MessageConnection,
  type PublishDiagnosticsParams,
  type Range,
  StreamMessageReader,
  StreamMessageWriter,
  type TextEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';

const PROJECT = process.cwd();
const TIMEOUT_MS = 10_000;

export const FULL_CLIENT: ClientCapabilities = {
  workspace: {
    configuration: true,
    workspaceFolders: true,
    didChangeWatchedFiles: { dynamicRegistration: true },
    workspaceEdit: { documentChanges: true, resourceOperations: ['create'] },
  },
  textDocument: {
    publishDiagnostics: {
      versionSupport: true,
      relatedInformation: true,
      codeDescriptionSupport: true,
      dataSupport: true,
    },
  },
};

/** A client with snippets and Markdown. */
export const EDITOR: ClientCapabilities = {
  ...FULL_CLIENT,
  textDocument: {
    ...FULL_CLIENT.textDocument,
    completion: { completionItem: { snippetSupport: true, documentationFormat: ['markdown'] } },
    hover: { contentFormat: ['markdown'] },
  },
};

export interface StartOptions {
  readonly folders?: readonly string[] | null;
  readonly capabilities?: ClientCapabilities;
  /** Answer to workspace/configuration. */
  readonly settings?: unknown;
  readonly initializationOptions?: unknown;
  /** The editor's display language. */
  readonly locale?: string;
}

export interface TestClient {
  readonly connection: MessageConnection;
  readonly initialized: InitializeResult;
  /** All that was published, in order. */
  readonly published: readonly PublishDiagnosticsParams[];
  readonly notifications: readonly { readonly method: string; readonly params: unknown }[];
  readonly registered: readonly string[];
  settings: unknown;
  open(path: string, text: string): void;
  /** As typed: replaces the first `before` by `after`. */
  edit(path: string, before: string, after: string): number;
  apply(path: string, edits: readonly TextEdit[]): number;
  close(path: string): void;
  text(path: string): string;
  version(path: string): number;
  /** The latest diagnostics of a file once they fulfil the condition. */
  diagnostics(path: string, holds: (params: PublishDiagnosticsParams) => boolean): Promise<PublishDiagnosticsParams>;
  codes(path: string): readonly unknown[];
  notified(method: string, holds?: (params: unknown) => boolean): Promise<unknown>;
  actions(path: string, range: Range, only?: string[]): Promise<CodeAction[]>;
  /** Exit code after shutdown and exit. */
  stop(): Promise<number | null>;
}

/** A folder of files that is gone after the test. */
export function worker(files: Readonly<Record<string, string>>, after: (clean: () => void) => void): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'lsp worker-')));
  after(() => rmSync(folder, { recursive: true, force: true }));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}

export const uriOf = (path: string): string => pathToFileURL(path).href;

export async function startClient(after: (clean: () => void) => void, options: StartOptions): Promise<TestClient> {
  const child = spawn(process.execPath, [join(PROJECT, 'dist/server.js'), '--stdio'], {
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  const complaints: string[] = [];
  child.stderr.setEncoding('utf8').on('data', (text: string) => complaints.push(text));
  // What is still on its way when the test ends finds nobody.
  child.stdin.on('error', () => undefined);
  after(() => end(child));
  const connection = createMessageConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  );
  const client = await introduce(connection, child, options);
  return client;
}

/** Whatever it is still doing: a test that is over waits for nobody. */
function end(child: ChildProcessWithoutNullStreams): void {
  child.kill('SIGKILL');
  for (const stream of [child.stdin, child.stdout, child.stderr]) stream.destroy();
  child.unref();
}

async function introduce(
  connection: MessageConnection,
  child: ChildProcess,
  { folders = null, capabilities = FULL_CLIENT, settings = null, initializationOptions, locale }: StartOptions,
): Promise<TestClient> {
  const published: PublishDiagnosticsParams[] = [];
  const notifications: { method: string; params: unknown }[] = [];
  const registered: string[] = [];
  const documents = new Map<string, TextDocument>();
  const waiting = new Set<() => void>();
  const latest = (uri: string) => published.findLast((params) => params.uri === uri);

  const heard = (method: string, params: unknown) => {
    notifications.push({ method, params });
    for (const look of waiting) look();
  };
  connection.onNotification('textDocument/publishDiagnostics', (params: PublishDiagnosticsParams) => {
    published.push(params);
    heard('textDocument/publishDiagnostics', params);
  });
  for (const method of ['runpod/status', 'runpod/reportsChanged', 'window/logMessage']) {
    connection.onNotification(method, (params: unknown) => heard(method, params));
  }
  for (const method of ['workspace/codeLens/refresh', 'workspace/inlayHint/refresh']) {
    connection.onRequest(method, () => {
      heard(method, null);
      return null;
    });
  }
  connection.onRequest('client/registerCapability', ({ registrations }: { registrations: { method: string }[] }) => {
    registered.push(...registrations.map(({ method }) => method));
    return null;
  });
  connection.onRequest('workspace/configuration', ({ items }: { items: unknown[] }) =>
    items.map(() => client.settings),
  );
  connection.listen();

  const workspaceFolders = folders?.map((folder) => ({ uri: uriOf(folder), name: folder })) ?? null;
  const initialized: InitializeResult = await connection.sendRequest('initialize', {
    processId: process.pid,
    rootUri: workspaceFolders?.[0]?.uri ?? null,
    workspaceFolders,
    capabilities,
    initializationOptions,
    ...(locale === undefined ? {} : { locale }),
  });

  const client: TestClient = {
    connection,
    initialized,
    published,
    notifications,
    registered,
    settings,
    open(path, text) {
      const document = TextDocument.create(uriOf(path), 'any', 1, text);
      documents.set(path, document);
      notify('textDocument/didOpen', { textDocument: { uri: document.uri, languageId: 'any', version: 1, text } });
    },
    edit(path, before, after) {
      const document = known(path);
      const at = document.getText().indexOf(before);
      if (at < 0) throw new Error(`${JSON.stringify(before)} is not in ${path}`);
      const range = { start: document.positionAt(at), end: document.positionAt(at + before.length) };
      return client.apply(path, [{ range, newText: after }]);
    },
    apply(path, edits) {
      const document = known(path);
      const text = TextDocument.applyEdits(document, [...edits]);
      const version = document.version + 1;
      const range = { start: { line: 0, character: 0 }, end: document.positionAt(document.getText().length) };
      const changes =
        edits.length === 1
          ? edits.map(({ range: where, newText }) => ({ range: where, text: newText }))
          : [{ range, text }];
      TextDocument.update(document, [{ text }], version);
      notify('textDocument/didChange', { textDocument: { uri: document.uri, version }, contentChanges: changes });
      return version;
    },
    close(path) {
      documents.delete(path);
      notify('textDocument/didClose', { textDocument: { uri: uriOf(path) } });
    },
    text: (path) => known(path).getText(),
    version: (path) => known(path).version,
    diagnostics: (path, holds) =>
      eventually(`diagnostics of ${path}`, () => {
        const params = latest(uriOf(path));
        return params && holds(params) ? params : undefined;
      }),
    codes: (path) => latest(uriOf(path))?.diagnostics.map(({ code }) => code) ?? [],
    notified: (method, holds = () => true) =>
      eventually(method, () => notifications.findLast((one) => one.method === method && holds(one.params))?.params),
    async actions(path, range, only) {
      const answer: CodeAction[] | null = await connection.sendRequest('textDocument/codeAction', {
        textDocument: { uri: uriOf(path) },
        range,
        context: { diagnostics: [], ...(only ? { only } : {}) },
      });
      return answer ?? [];
    },
    async stop() {
      const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
      await connection.sendRequest('shutdown');
      notify('exit', null);
      return ended;
    },
  };
  notify('initialized', {});
  return client;

  function notify(method: string, params: unknown): void {
    connection.sendNotification(method, params).catch(() => undefined);
  }

  function known(path: string): TextDocument {
    const document = documents.get(path);
    if (document === undefined) throw new Error(`${path} is not open`);
    return document;
  }

  function eventually<T>(what: string, find: () => T | undefined): Promise<T> {
    return new Promise((resolve, reject) => {
      const look = () => {
        const found = find();
        if (found === undefined) return;
        clearTimeout(timer);
        waiting.delete(look);
        resolve(found);
      };
      const timer = setTimeout(() => {
        waiting.delete(look);
        const seen = notifications.slice(-5).map((one) => JSON.stringify(one).slice(0, 400));
        reject(new Error(`${what}: never came. Last seen:\n${seen.join('\n')}`));
      }, TIMEOUT_MS);
      waiting.add(look);
      look();
    });
  }
}

/** The edits that a versioned workspace edit makes to a file, and the version that it is for. */
export function editsOf(edit: WorkspaceEdit | undefined, path: string): { edits: TextEdit[]; version: number | null } {
  for (const change of edit?.documentChanges ?? []) {
    if (!('textDocument' in change) || change.textDocument.uri !== uriOf(path)) continue;
    return {
      version: change.textDocument.version,
      edits: change.edits.map((one) => {
        if (!('newText' in one)) throw new Error('a snippet edit');
        return one;
      }),
    };
  }
  throw new Error(`no edit of ${path} in ${JSON.stringify(edit)}`);
}

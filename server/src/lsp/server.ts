// The language server: what the client says goes into the workspace, what the reports say goes out, diagnostics first.
// No file system, no process: main/server.node.ts (and a later worker for the web) brings those.

import type {
  CodeAction,
  CodeActionParams,
  Connection,
  DidChangeTextDocumentParams,
  InitializeParams,
  InitializeResult,
} from 'vscode-languageserver';
import {
  CodeActionKind,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  FileChangeType,
  TextDocumentSyncKind,
  WatchKind,
} from 'vscode-languageserver';
import { cell } from '../base/cell';
import type { Uri } from '../base/uri';
import type { Report } from '../engine/report';
import { DEFAULT_SETTINGS, type Session, type Settings } from '../engine/session';
import { jsonSchemas } from '../features/json-schemas';
import { TOOL_NAME, TOOL_VERSION } from '../knowledge/documentation';
import { ENGLISH, type Language, type LanguageCode, loadLanguage } from '../languages';
import { METAS } from '../rules/index';
import { type ActionContext, codeActionsFor, FIX_ALL_KIND } from './actions';
import { aidCapabilities, registerAids } from './aids';
import type { ClientView, EditTarget } from './convert';
import { createDocuments } from './documents';
import { registerFaceRequests } from './face-requests';
import { createPanelFeed, createStatusFeed } from './feeds';
import type { JsonService, Spoken } from './json-service';
import { LANGUAGE_CAPABILITIES, type LanguageContext, registerLanguageFeatures } from './language';
import { EXPLAIN_COMMAND, REPORTS_NOTIFICATION, STATUS_NOTIFICATION } from './protocol';
import { createPublisher } from './publisher';
import { isRecord, readCommands, readFeatures, readLanguage, readSettings, SECTION } from './settings';
import { fromClient, toClient } from './uris';
import { createWorkspace, type Host, type Workspace } from './workspace';

export interface ServerHost extends Host {
  /** Loads the parsers: begun before the client says anything. */
  readonly session: Promise<Session>;
  /** Loads the language features of JSON files, which are large. Called when they are first needed, and for another language. */
  json(spoken: Spoken, client: InitializeParams['capabilities']): Promise<JsonService>;
  /** A rule's page, as in docs/rules; undefined where it is not packed. */
  page(rule: string): string | undefined;
  /** The day where the user is, such as `2026-08-20`. */
  today(): string;
}

/** A client that does not answer gets the defaults. */
const CONFIGURATION_MS = 1000;

const WATCHED = [
  '**/*.{py,json,sh,txt,toml}',
  '**/*Dockerfile*',
  '**/*.dockerfile',
  '**/dockerfile',
  '**/README.md',
  '**/.git/{HEAD,index,packed-refs}',
  '**/.git/refs/**',
];
const WATCHED_FOR_DELETION = '**';

export function startServer(connection: Connection, host: ServerHost): void {
  const documents = createDocuments();
  let client: InitializeParams['capabilities'] = {};
  let commands: ReadonlySet<string> = new Set();
  let folders: readonly Uri[] = [];
  let sentSettings: unknown;
  let settings: Settings = DEFAULT_SETTINGS;
  let features = readFeatures(undefined);
  let locale: string | undefined;
  let language: Language = ENGLISH;
  let workspace: Workspace | undefined;
  let reports: readonly Report[] = [];
  let following = Promise.resolve();
  let begin: () => void = () => undefined;
  /** Once the client is initialized and the parsers are loaded. */
  const ready = new Promise<void>((resolve) => {
    begin = resolve;
  }).then(start);
  ready.catch((error: unknown) => complain('The server could not start', error));

  const clientUri = (uri: Uri): string => documents.byUri(uri)?.uri ?? toClient(uri);
  const view: ClientView = {
    clientUri,
    get language() {
      return language;
    },
    get relatedInformation() {
      return client.textDocument?.publishDiagnostics?.relatedInformation === true;
    },
    get codeDescription() {
      return client.textDocument?.publishDiagnostics?.codeDescriptionSupport === true;
    },
    get data() {
      return client.textDocument?.publishDiagnostics?.dataSupport === true;
    },
    get explains() {
      return commands.has(EXPLAIN_COMMAND);
    },
  };
  const target: EditTarget = {
    clientUri,
    version: (uri) => documents.byUri(uri)?.version ?? null,
    exists: (uri) => workspace?.exists(uri) ?? false,
    get documentChanges() {
      return client.workspace?.workspaceEdit?.documentChanges === true;
    },
    get createFiles() {
      return client.workspace?.workspaceEdit?.resourceOperations?.includes('create') === true;
    },
    get changeAnnotations() {
      return client.workspace?.workspaceEdit?.changeAnnotationSupport !== undefined;
    },
  };
  const actions: ActionContext = {
    view,
    target,
    get settings() {
      return settings;
    },
  };
  const publish = createPublisher(view, documents, {
    send: (params) => connection.sendDiagnostics(params),
    soon: host.soon,
    failed: (error) => complain('Diagnostics were not sent', error),
  });
  const panel = createPanelFeed(actions, (all) => notify(REPORTS_NOTIFICATION, all));
  const status = createStatusFeed(view, (workers) => notify(STATUS_NOTIFICATION, workers));

  connection.onInitialize((params): InitializeResult => {
    client = params.capabilities ?? {};
    folders = foldersOf(params);
    sentSettings = settingsIn(params.initializationOptions);
    commands = readCommands(params.initializationOptions);
    locale = typeof params.locale === 'string' ? params.locale : undefined;
    return {
      serverInfo: { name: TOOL_NAME, version: TOOL_VERSION },
      capabilities: {
        positionEncoding: 'utf-16',
        textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
        codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, FIX_ALL_KIND] },
        ...LANGUAGE_CAPABILITIES,
        ...aidCapabilities(commands),
        workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
      },
    };
  });

  connection.onInitialized(() => begin());

  /** Documents that come in meanwhile wait in `documents`. */
  async function start(): Promise<Workspace> {
    const [session, sent] = await Promise.all([host.session, askSettings(), register()]);
    await speak(readLanguage(sent, locale));
    const started = createWorkspace(session, host, {
      reported,
      failed: (error) => complain('A check failed', error),
    });
    workspace = started;
    settings = readSettings(sent);
    features = readFeatures(sent);
    started.configure(settings);
    started.setFolders(folders);
    for (const { core, text } of documents.all()) started.opened(core, text);
    return started;
  }

  function reported(current: readonly Report[]): void {
    const before = reports;
    reports = current;
    publish(current);
    status(current);
    panel.update(current);
    aids.changed();
    for (const report of current) if (!before.includes(report)) nameCrashes(report);
  }

  function nameCrashes(report: Report): void {
    for (const { meta, state, crash } of report.outcomes) {
      if (state === 'crashed') connection.console.error(`The rule ${meta.id} crashed: ${crash ?? 'no message'}`);
    }
  }

  connection.onDidOpenTextDocument(({ textDocument }) => {
    const opened = documents.open(textDocument);
    if (opened !== undefined) workspace?.opened(opened.core, opened.text);
  });
  connection.onDidChangeTextDocument((params: DidChangeTextDocumentParams) => {
    const edited = documents.change(params);
    if (edited !== undefined) workspace?.edited(edited.core, edited.text);
  });
  connection.onDidCloseTextDocument(({ textDocument }) => {
    const closed = documents.close(textDocument.uri);
    if (closed !== undefined) workspace?.closed(closed.core);
  });

  connection.onDidChangeWatchedFiles(({ changes }) => {
    workspace?.filesChanged(
      changes.map(({ uri, type }) => ({
        uri: fromClient(uri),
        kind: type === FileChangeType.Deleted ? 'deleted' : 'written',
      })),
    );
  });
  connection.onDidChangeConfiguration(({ settings }) => {
    sentSettings = settingsIn(settings);
    // One after the other, or an earlier change could be the last to arrive.
    following = following.then(follow).catch((error: unknown) => complain('The settings could not be read', error));
  });

  async function register(): Promise<void> {
    const registrations: Promise<unknown>[] = [];
    if (client.workspace?.didChangeWatchedFiles?.dynamicRegistration === true) {
      const watchers = [
        ...WATCHED.map((globPattern) => ({ globPattern })),
        // A deleted folder is one event, whatever lay in it.
        { globPattern: WATCHED_FOR_DELETION, kind: WatchKind.Delete },
      ];
      registrations.push(connection.client.register(DidChangeWatchedFilesNotification.type, { watchers }));
    }
    if (client.workspace?.didChangeConfiguration?.dynamicRegistration === true) {
      const section = { section: SECTION };
      registrations.push(connection.client.register(DidChangeConfigurationNotification.type, section));
    }
    if (client.workspace?.workspaceFolders === true) {
      connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
        const gone = new Set(removed.map(({ uri }) => fromClient(uri)));
        folders = [
          ...new Set([...folders.filter((uri) => !gone.has(uri)), ...added.map(({ uri }) => fromClient(uri))]),
        ];
        workspace?.setFolders(folders);
      });
    }
    // Nothing waits for the answers: a client that refuses is served all the same.
    for (const registration of registrations) {
      registration.catch((error: unknown) => complain('The client refused a registration', error));
    }
  }

  async function follow(): Promise<void> {
    const sent = await askSettings();
    const isOther = await speak(readLanguage(sent, locale));
    settings = readSettings(sent);
    features = readFeatures(sent);
    workspace?.configure(settings);
    if (isOther) reported(reports);
    aids.changed();
  }

  /** Loads the language; says whether it is another than before. */
  async function speak(code: LanguageCode): Promise<boolean> {
    const isOther = code !== language.code;
    if (isOther) language = await loadLanguage(code);
    return isOther;
  }

  async function askSettings(): Promise<unknown> {
    if (client.workspace?.configuration !== true) return sentSettings;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const late = new Promise<undefined>((resolve) => {
      timer = setTimeout(resolve, CONFIGURATION_MS, undefined);
    });
    try {
      const answer: unknown = await Promise.race([connection.workspace.getConfiguration(SECTION), late]);
      return answer ?? sentSettings;
    } catch {
      return sentSettings;
    } finally {
      clearTimeout(timer);
    }
  }

  connection.onCodeAction(async (params: CodeActionParams): Promise<CodeAction[]> => {
    const document = documents.byClientUri(params.textDocument.uri);
    await (await ready).settled();
    const uri = document?.core ?? fromClient(params.textDocument.uri);
    return codeActionsFor(reports, uri, params, actions);
  });

  const jsonIn = cell(({ bundle }: Language) => host.json({ schemas: jsonSchemas(METAS, bundle), bundle }, client));
  const languageContext: LanguageContext = {
    documents,
    target,
    get client() {
      return client;
    },
    get language() {
      return language;
    },
    get explains() {
      return commands.has(EXPLAIN_COMMAND);
    },
    settled: async () => {
      await (await ready).settled();
      return host.session;
    },
    reports: () => reports,
    json: () => jsonIn(language),
  };
  registerLanguageFeatures(connection, languageContext);
  const aids = registerAids(connection, languageContext, view, () => features);

  registerFaceRequests(connection, {
    panel,
    target,
    host,
    ready: async () => {
      await ready;
    },
    settled: async () => {
      await (await ready).settled();
    },
    repositories: async () => (await ready).settledWithRepositories(),
    reports: () => reports,
    get folders() {
      return folders;
    },
    get language() {
      return language;
    },
  });

  connection.onShutdown(() => {
    panel.watch(false);
    aids.dispose();
    workspace?.dispose();
  });

  function notify(method: string, params: unknown): void {
    connection.sendNotification(method, params).catch((error: unknown) => complain(`${method} was not sent`, error));
  }

  function complain(what: string, error: unknown): void {
    const reason = error instanceof Error ? (error.stack ?? error.message) : String(error);
    connection.console.error(`${what}: ${reason}`);
  }
}

/** Clients send the section's content, or an object with the section in it. */
function settingsIn(sent: unknown): unknown {
  return isRecord(sent) && SECTION in sent ? sent[SECTION] : sent;
}

function foldersOf({ workspaceFolders, rootUri }: InitializeParams): readonly Uri[] {
  const sent = workspaceFolders?.map(({ uri }) => uri) ?? (typeof rootUri === 'string' ? [rootUri] : []);
  return [...new Set(sent.map(fromClient))];
}

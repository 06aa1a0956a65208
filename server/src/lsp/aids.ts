// What is shown in the text without being asked at a place: code lenses and inlay hints. Answered from the current reports;
// when those say something else at rest, the client is told to ask again.

import type { CodeLens, Connection, InlayHint, Range, ServerCapabilities } from 'vscode-languageserver';
import { CodeLensRefreshRequest, InlayHintRefreshRequest } from 'vscode-languageserver';
import { positionAt } from '../base/lines';
import { format } from '../base/message';
import type { Uri } from '../base/uri';
import type { Report } from '../engine/report';
import type { Session } from '../engine/session';
import { handlerKinds } from '../features/handler-kind';
import { kindName } from '../report/shared';
import type { ClientView } from './convert';
import type { LanguageContext } from './language';
import { codeLenses } from './lenses';
import { CHECK_COMMAND } from './protocol';
import type { EditorFeatures } from './settings';
import { fromClient } from './uris';

export interface Aids {
  /** The reports, the settings or the language may be others: looked at when nothing more comes for a while. */
  changed(): void;
  dispose(): void;
}

/** An editor asks by itself about the file that is typed in, sooner than this. */
const REST_MS = 500;

export function aidCapabilities(commands: ReadonlySet<string>): ServerCapabilities {
  return {
    inlayHintProvider: true,
    ...(commands.has(CHECK_COMMAND) ? { codeLensProvider: {} } : {}),
  };
}

export function registerAids(
  connection: Connection,
  context: LanguageContext,
  view: ClientView,
  features: () => EditorFeatures,
): Aids {
  const lenses = new Told<CodeLens>(({ command }) => command);
  const hints = new Told<InlayHint>(({ label, tooltip }) => ({ label, tooltip }));
  let timer: ReturnType<typeof setTimeout> | undefined;

  connection.onCodeLens(async ({ textDocument: { uri } }) => {
    if (!isPython(uri)) return [];
    return lenses.tell(coreOf(uri), features().codeLens ? lensesIn(await context.settled(), coreOf(uri)) : []);
  });
  connection.languages.inlayHint.on(async ({ textDocument: { uri }, range }) => {
    if (!isPython(uri)) return [];
    const all = hints.tell(coreOf(uri), features().handlerKind ? hintsIn(await context.settled(), coreOf(uri)) : []);
    return all.filter(({ position: { line } }) => isIn(line, range));
  });

  function lensesIn(session: Session, uri: Uri): CodeLens[] {
    if (!features().codeLens) return [];
    return workersAround(session, uri).flatMap(({ report, worker }) => codeLenses(report, worker, uri, view));
  }

  function hintsIn(session: Session, uri: Uri): InlayHint[] {
    if (!features().handlerKind) return [];
    const { bundle } = context.language;
    return workersAround(session, uri).flatMap(({ report, worker }) => {
      const lines = report.sources.get(uri)?.lines ?? [0];
      const { meaning, places } = handlerKinds(worker, uri) ?? { places: [] };
      return places.map(
        ({ span }): InlayHint => ({
          position: positionAt(lines, span.start),
          label: format(kindName(worker.kind), bundle),
          paddingLeft: true,
          ...(meaning && { tooltip: format(meaning, bundle) }),
        }),
      );
    });
  }

  function workersAround(session: Session, uri: Uri) {
    return context.reports().flatMap((report: Report) => {
      const worker = report.sources.has(uri) ? session.worker(report.root) : undefined;
      return worker === undefined ? [] : [{ report, worker }];
    });
  }

  function coreOf(uri: string): Uri {
    return context.documents.byClientUri(uri)?.core ?? fromClient(uri);
  }

  async function look(): Promise<void> {
    const { workspace } = context.client;
    const session = await context.settled();
    const isOpen = (uri: Uri) => context.documents.byUri(uri) !== undefined;
    if (workspace?.codeLens?.refreshSupport === true && lenses.isStale(isOpen, (uri) => lensesIn(session, uri))) {
      await connection.sendRequest(CodeLensRefreshRequest.type);
    }
    if (workspace?.inlayHint?.refreshSupport === true && hints.isStale(isOpen, (uri) => hintsIn(session, uri))) {
      await connection.sendRequest(InlayHintRefreshRequest.type);
    }
  }

  return {
    changed() {
      clearTimeout(timer);
      // A client that refuses asks when it likes.
      timer = setTimeout(() => void look().catch(() => undefined), REST_MS);
    },
    dispose: () => clearTimeout(timer),
  };
}

/** What the client was told of each file, but for the lines, which it moves by itself. */
class Told<T> {
  private readonly byFile = new Map<Uri, string>();

  constructor(private readonly essence: (one: T) => unknown) {}

  tell(uri: Uri, all: T[]): T[] {
    this.byFile.set(uri, this.textOf(all));
    return all;
  }

  /** Whether a file that is still open would be told something else now. */
  isStale(isOpen: (uri: Uri) => boolean, now: (uri: Uri) => T[]): boolean {
    for (const uri of this.byFile.keys()) if (!isOpen(uri)) this.byFile.delete(uri);
    return [...this.byFile].some(([uri, told]) => this.textOf(now(uri)) !== told);
  }

  private textOf(all: readonly T[]): string {
    return JSON.stringify(all.map(this.essence));
  }
}

function isPython(uri: unknown): uri is string {
  return typeof uri === 'string' && uri.endsWith('.py');
}

function isIn(line: number, range: Range | undefined): boolean {
  return range === undefined || (range.start.line <= line && line <= range.end.line);
}

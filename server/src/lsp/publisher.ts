// Pushes diagnostics for every file of every worker, open or closed, with versions; takes them back when the file or
// the fault is gone; and says nothing twice. Open files go first, the rest when these are on their way: who types waits for
// the file in front of them.

import type { Diagnostic, PublishDiagnosticsParams } from 'vscode-languageserver';
import type { Uri } from '../base/uri';
import type { Report } from '../engine/report';
import { type ClientView, diagnosticsOf, type MakeDiagnostics } from './convert';
import type { Documents } from './documents';

interface Sent {
  readonly uri: string;
  readonly version: number | undefined;
  readonly diagnostics: readonly Diagnostic[];
  /** What the client was told, to compare with. */
  readonly text: string;
}

export interface PublisherHost {
  send(params: PublishDiagnosticsParams): Promise<void>;
  /** Runs after what is already waiting to be handled. */
  soon(run: () => void): void;
  failed(error: unknown): void;
}

export function createPublisher(
  view: ClientView,
  documents: Documents,
  host: PublisherHost,
): (reports: readonly Report[]) => void {
  const sent = new Map<Uri, Sent>();
  let converted = new WeakMap<Report, ReadonlyMap<Uri, MakeDiagnostics>>();
  let { language } = view;
  let latest: ReadonlyMap<Uri, MakeDiagnostics> = new Map();

  return (reports) => {
    if (language !== view.language) converted = new WeakMap();
    language = view.language;
    const byFile = merge(reports.map(diagnosticsIn));
    latest = byFile;
    const sending = documents.all().map(({ core }) => {
      const make = byFile.get(core);
      return make && tell(core, make());
    });
    Promise.all(sending)
      .then(() => new Promise<void>((resolve) => host.soon(resolve)))
      .then(() => (byFile === latest ? tellOthers(byFile) : undefined))
      .catch(host.failed);
  };

  async function tellOthers(byFile: ReadonlyMap<Uri, MakeDiagnostics>): Promise<void> {
    const others = [...byFile].filter(([uri]) => documents.byUri(uri) === undefined);
    const gone = [...sent.keys()].filter((uri) => !byFile.has(uri));
    await Promise.all([...others.map(([uri, make]) => tell(uri, make())), ...gone.map(retract)]);
  }

  function diagnosticsIn(report: Report): ReadonlyMap<Uri, MakeDiagnostics> {
    const known = converted.get(report);
    if (known !== undefined) return known;
    const fresh = diagnosticsOf(report, view);
    converted.set(report, fresh);
    return fresh;
  }

  async function tell(core: Uri, diagnostics: readonly Diagnostic[]): Promise<void> {
    const document = documents.byUri(core);
    const uri = document?.uri ?? view.clientUri(core);
    const version = document?.version;
    const before = sent.get(core);
    // A closed file of which nothing is known needs no empty list; an open one gets it, as a sign that it was checked.
    if (before === undefined && version === undefined && diagnostics.length === 0) return;
    const isSame = before?.uri === uri && (version === undefined || version === before.version);
    if (isSame && before.diagnostics === diagnostics) return;
    const text = JSON.stringify(diagnostics);
    if (isSame && before.text === text) return;
    sent.set(core, { uri, version, diagnostics, text });
    // First: to a client that reads URIs both may be the same file.
    if (before !== undefined && before.uri !== uri) void push({ uri: before.uri, diagnostics: [] });
    await push({ uri, diagnostics: [...diagnostics], ...(version === undefined ? {} : { version }) });
  }

  async function retract(core: Uri): Promise<void> {
    const before = sent.get(core);
    sent.delete(core);
    if (before !== undefined && before.diagnostics.length > 0) await push({ uri: before.uri, diagnostics: [] });
  }

  /** A client that is gone reads nothing; the connection's end is noticed elsewhere. */
  async function push(params: PublishDiagnosticsParams): Promise<void> {
    try {
      await host.send(params);
    } catch {
      // Nothing to say, and nobody to say it to.
    }
  }
}

/** A file may belong to two workers, one inside the other: what both say is said once. */
function merge(maps: readonly ReadonlyMap<Uri, MakeDiagnostics>[]): ReadonlyMap<Uri, MakeDiagnostics> {
  const [only] = maps;
  if (maps.length === 1 && only !== undefined) return only;
  const merged = new Map<Uri, MakeDiagnostics>();
  for (const map of maps) {
    for (const [uri, make] of map) {
      const others = merged.get(uri);
      merged.set(uri, others === undefined ? make : () => joined(others(), make()));
    }
  }
  return merged;
}

function joined(some: readonly Diagnostic[], more: readonly Diagnostic[]): readonly Diagnostic[] {
  const known = new Set(some.map((one) => JSON.stringify(one)));
  return [...some, ...more.filter((one) => !known.has(JSON.stringify(one)))];
}

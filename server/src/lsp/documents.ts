// Open documents: their text by incremental sync, their version, and the URI by which the client knows them.
// What the client sends is checked here: a range outside the text is moved into it, nonsense is left out.

import type { DidChangeTextDocumentParams, Position, Range, TextDocumentItem } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Uri } from '../base/uri';
import { fromClient } from './uris';

export interface OpenDocument {
  /** As the client wrote it. */
  readonly uri: string;
  /** As the core compares it. */
  readonly core: Uri;
  readonly version: number;
  readonly text: string;
}

export interface Documents {
  open(item: TextDocumentItem): OpenDocument | undefined;
  /** Undefined where the client never opened the document. */
  change(params: DidChangeTextDocumentParams): OpenDocument | undefined;
  close(uri: string): OpenDocument | undefined;
  byClientUri(uri: string): OpenDocument | undefined;
  byUri(uri: Uri): OpenDocument | undefined;
  all(): readonly OpenDocument[];
}

interface Entry {
  readonly core: Uri;
  readonly document: TextDocument;
}

export function createDocuments(): Documents {
  const byClient = new Map<string, Entry>();
  const byCore = new Map<Uri, Entry>();

  const shown = (entry: Entry | undefined): OpenDocument | undefined =>
    entry && {
      uri: entry.document.uri,
      core: entry.core,
      version: entry.document.version,
      text: entry.document.getText(),
    };

  return {
    open({ uri, languageId, version, text }) {
      if (typeof uri !== 'string' || typeof text !== 'string') return undefined;
      const entry: Entry = { core: fromClient(uri), document: TextDocument.create(uri, languageId, version, text) };
      byClient.set(uri, entry);
      byCore.set(entry.core, entry);
      return shown(entry);
    },
    change({ textDocument, contentChanges }) {
      const entry = byClient.get(textDocument.uri);
      if (entry === undefined || !Array.isArray(contentChanges)) return undefined;
      const { document } = entry;
      for (const change of contentChanges) {
        if (typeof change.text !== 'string') continue;
        const range = 'range' in change ? rangeWithin(document, change.range) : undefined;
        if (range !== undefined) TextDocument.update(document, [{ range, text: change.text }], textDocument.version);
        else if (!('range' in change)) TextDocument.update(document, [{ text: change.text }], textDocument.version);
      }
      TextDocument.update(document, [], textDocument.version);
      return shown(entry);
    },
    close(uri) {
      const entry = byClient.get(uri);
      byClient.delete(uri);
      if (entry !== undefined && byCore.get(entry.core) === entry) byCore.delete(entry.core);
      return shown(entry);
    },
    byClientUri: (uri) => shown(byClient.get(uri)),
    byUri: (uri) => shown(byCore.get(uri)),
    all: () => [...byClient.values()].flatMap((entry) => shown(entry) ?? []),
  };
}

function rangeWithin(document: TextDocument, range: Range): Range | undefined {
  const start = positionWithin(document, range?.start);
  const end = positionWithin(document, range?.end);
  return start && end && { start, end };
}

function positionWithin(document: TextDocument, position: Position | undefined): Position | undefined {
  if (!Number.isInteger(position?.line) || !Number.isInteger(position?.character) || position === undefined) {
    return undefined;
  }
  return document.positionAt(document.offsetAt(position));
}

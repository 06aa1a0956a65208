// A worker on disk as the corpus suite sees it: read once, as the command line reads it, then given to sessions again and
// again. Nothing in it is executed or changed.

import { applyEdits, type Edit } from '../../server/src/base/edit';
import { positionAt } from '../../server/src/base/lines';
import { makeSource } from '../../server/src/base/source';
import type { Place } from '../../server/src/base/span';
import type { Uri } from '../../server/src/base/uri';
import { createSession, DEFAULT_SETTINGS, type Session } from '../../server/src/engine/session';
import { listFiles, readText } from '../../server/src/main/files.node';
import { pathOfUri, shownPath, uriOfPath } from '../../server/src/main/paths.node';
import { parseJson } from '../../server/src/syntax/json';
import { pythonParser } from '../harness/workers';

export interface DiskWorker {
  readonly folder: string;
  readonly names: readonly Uri[];
  /** What could be read so far, by URI; null where it could not. */
  readonly texts: Map<Uri, string | null>;
}

/** All rules, and nothing kept back by what the worker's own files suppress. */
const SETTINGS = { ...DEFAULT_SETTINGS, profile: 'strict', ignores: false, config: false } as const;

export function openFolder(folder: string): DiskWorker {
  return { folder, names: listFiles(folder).paths.map(uriOfPath), texts: new Map() };
}

export function showUri({ folder }: DiskWorker, uri: Uri): string {
  return shownPath(folder, pathOfUri(uri));
}

/** Path and line, from 1. */
export function showPlace(worker: DiskWorker, { uri, span }: Place): string {
  const { lines } = makeSource(uri, worker.texts.get(uri) ?? '');
  return `${showUri(worker, uri)}:${positionAt(lines, span.start).line + 1}`;
}

/** A session over the worker, filled in the order of `names`. */
export async function sessionOver(worker: DiskWorker, names: readonly Uri[]): Promise<Session> {
  const session = createSession({ python: await pythonParser(), now: () => performance.now() });
  session.configure(SETTINGS);
  session.list(names);
  const rank = new Map(names.map((uri, index) => [uri, index]));
  for (let wanted = session.wanted(); wanted.length > 0; wanted = session.wanted()) {
    for (const uri of [...wanted].sort((a, b) => (rank.get(a) ?? 0) - (rank.get(b) ?? 0))) {
      const text = textOf(worker, uri);
      if (text === null) session.drop(uri);
      else session.put(uri, text);
    }
  }
  return session;
}

function textOf({ texts }: DiskWorker, uri: Uri): string | null {
  const known = texts.get(uri);
  if (known !== undefined) return known;
  const reading = readText(pathOfUri(uri));
  const text = 'text' in reading ? reading.text : null;
  texts.set(uri, text);
  return text;
}

/** Texts after the edits, by URI. An edit of a file that does not exist makes it. */
export function edited({ texts }: DiskWorker, edits: readonly Edit[]): ReadonlyMap<Uri, string> {
  const uris = new Set(edits.map(({ uri }) => uri));
  return new Map([...uris].map((uri) => [uri, applyEdits(texts.get(uri) ?? '', uri, edits)]));
}

/** How many places of a text do not parse; 0 for formats that cannot be broken. */
export async function syntaxErrors(uri: Uri, text: string): Promise<number> {
  const source = makeSource(uri, text);
  if (uri.endsWith('.json')) return parseJson(source).errors.length;
  if (!uri.endsWith('.py')) return 0;
  const document = (await pythonParser()).open();
  const { errors } = document.parse(source);
  document.release();
  return errors.length;
}

// When git's facts about the workers are read: after the first reports, and when typing rests after something was saved,
// committed or tagged. Never while somebody types, and never before the first diagnostics. How they are read the host knows.

import { isWithin, type Uri } from '../base/uri';
import type { Session } from '../engine/session';
import type { Repository } from '../model/repository/repository';
import type { FileChange } from './workspace';

/** A worker's folder and the files in it. */
export interface WorkerFiles {
  readonly root: Uri;
  readonly uris: readonly Uri[];
}

/** Reads the repositories around workers, each once. Does not throw for what the disk holds. */
export type ReadRepositories = (workers: readonly WorkerFiles[]) => Promise<readonly Repository[]>;

export interface Repositories {
  /** These are the workers now. */
  reported(roots: readonly Uri[]): void;
  filesChanged(changes: readonly FileChange[]): void;
  /** Somebody types: what waits, waits longer. */
  edited(): void;
  /** Reads now what waits to be read. */
  settled(): Promise<void>;
  /** The innermost repository around a folder, whatever it publishes. */
  around(folder: Uri): Repository | undefined;
  dispose(): void;
}

export interface RepositoryEvents {
  /** The session knows something else than before. */
  changed(): void;
  failed(error: unknown): void;
}

/** Longer than typing takes to come to rest, and than the writes of one git command take. */
const REST_MS = 400;

const INSIDE_GIT = /\/\.git\//;
const TELLING = /\/\.git\/(?:HEAD|index|packed-refs|refs\/.*)$/;

export function createRepositories(
  session: Pick<Session, 'putRepository' | 'worker'>,
  read: ReadRepositories | undefined,
  events: RepositoryEvents,
): Repositories {
  let roots: readonly Uri[] = [];
  /** What the session was told, as text, by root. */
  const told = new Map<Uri, string>();
  let known: ReadonlyMap<Uri, Repository> = new Map();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let reading: Promise<void> | undefined;
  let disposed = false;

  function soon(): void {
    if (read === undefined || disposed) return;
    clearTimeout(timer);
    timer = setTimeout(() => void readNow(), REST_MS);
  }

  async function readNow(): Promise<void> {
    clearTimeout(timer);
    timer = undefined;
    if (read === undefined) return;
    if (reading !== undefined) {
      await reading;
      return readNow();
    }
    const workers = roots.map((root) => ({ root, uris: session.worker(root)?.inputs.files?.uris ?? [] }));
    reading = read(workers).then(tell).catch(events.failed);
    await reading;
    reading = undefined;
  }

  function tell(repositories: readonly Repository[]): void {
    if (disposed) return;
    const found = new Map(repositories.map((repository) => [repository.root, repository]));
    known = found;
    let isChanged = false;
    for (const root of new Set([...told.keys(), ...found.keys()])) {
      const repository = found.get(root);
      const text = repository && JSON.stringify(repository);
      if (told.get(root) === text) continue;
      if (text === undefined) told.delete(root);
      else told.set(root, text);
      session.putRepository(root, repository);
      isChanged = true;
    }
    if (isChanged) events.changed();
  }

  return {
    reported(current) {
      const isSame = current.length === roots.length && current.every((root, index) => root === roots[index]);
      roots = current;
      if (!isSame) soon();
    },
    filesChanged(changes) {
      if (changes.some(({ uri }) => !INSIDE_GIT.test(uri) || TELLING.test(uri))) soon();
    },
    edited() {
      if (timer !== undefined) soon();
    },
    around: (folder) =>
      [...known.values()].filter(({ root }) => isWithin(root, folder)).sort((a, b) => b.root.length - a.root.length)[0],
    async settled() {
      if (timer !== undefined) await readNow();
      await reading;
    },
    dispose() {
      disposed = true;
      clearTimeout(timer);
    },
  };
}

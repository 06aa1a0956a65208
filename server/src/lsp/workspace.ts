// What exists and what it says: open documents before files on disk, pushed into the session. The asynchronous loop
// around the core, and the only place that decides when to check. Nothing here knows what a report holds.

import type { Uri } from '../base/uri';
import { basename, dirname, isWithin, relativeTo } from '../base/uri';
import type { Report } from '../engine/report';
import type { Session, Settings } from '../engine/session';
import { isForeignFolder } from '../knowledge/folders';
import { createRepositories, type ReadRepositories, type Repositories } from './repositories';

/** How far below a folder to look: all of a workspace, or only what can belong to one file opened on its own. */
export type ListReach = 'workspace' | 'nearby';

/** What the host can do with files. Both are bounded, and neither throws for what the disk holds. */
export interface FileAccess {
  list(root: Uri, reach: ListReach): Promise<readonly Uri[]>;
  /** Undefined for a file that is gone, too large, or no UTF-8 text. */
  read(uri: Uri): Promise<string | undefined>;
}

export interface Host {
  readonly files: FileAccess;
  /** Runs after what is already waiting to be handled, as `setImmediate` does. */
  soon(run: () => void): void;
  /** Not on every host. */
  readonly repositories?: ReadRepositories;
}

export interface FileChange {
  readonly uri: Uri;
  readonly kind: 'written' | 'deleted';
}

export interface Workspace {
  setFolders(folders: readonly Uri[]): void;
  configure(settings: Settings): void;
  opened(uri: Uri, text: string): void;
  edited(uri: Uri, text: string): void;
  closed(uri: Uri): void;
  filesChanged(changes: readonly FileChange[]): void;
  exists(uri: Uri): boolean;
  /** Checks now what waits to be checked; afterwards the reports are those of the current texts. */
  settled(): Promise<void>;
  /** The same, and what git knows is up to date as well. Afterwards tells the innermost repository around a folder. */
  settledWithRepositories(): Promise<Repositories['around']>;
  dispose(): void;
}

export interface WorkspaceEvents {
  reported(reports: readonly Report[]): void;
  failed(error: unknown): void;
}

/** Typing has come to rest when no edit came for this long after the last was answered. */
const REST_MS = 150;

/** Edits that keep coming in are put off at most this often. */
const MOST_ROUNDS = 200;

const READ_AT_ONCE = 32;

export function createWorkspace(session: Session, host: Host, events: WorkspaceEvents): Workspace {
  const open = new Map<Uri, string>();
  /** Names on disk, by the folder they were listed for. */
  const listed = new Map<Uri, Set<Uri>>();
  /** Folders listed for files that were opened on their own. */
  const lone = new Set<Uri>();
  /** Files on disk that the session was given, or that could not be read when it wanted them. */
  const asked = new Set<Uri>();
  const toRead = new Set<Uri>();

  let workspaceFolders: readonly Uri[] = [];
  /** Names as the session knows them. */
  let told: ReadonlySet<Uri> = new Set();
  let namesChanged = false;
  let changes = 0;
  let waiting = false;
  let filling: Promise<void> | undefined;
  const listings = new Set<Promise<void>>();
  /** Whether anything was edited since typing came to rest. */
  let unsettled = false;
  let rest: ReturnType<typeof setTimeout> | undefined;
  let disposed = false;
  const repositories = createRepositories(session, host.repositories, { changed: schedule, failed: events.failed });

  function setFolders(folders: readonly Uri[]): void {
    workspaceFolders = folders;
    for (const root of listed.keys()) if (!folders.includes(root) && !lone.has(root)) listed.delete(root);
    for (const root of folders) if (!listed.has(root)) list(root, 'workspace');
    for (const uri of open.keys()) adopt(uri);
    namesChanged = true;
    schedule();
  }

  /** Nothing is checked before a listing is complete: a module not yet listed would look as if it were missing. */
  function list(root: Uri, reach: ListReach): void {
    const names = new Set<Uri>();
    listed.set(root, names);
    const listing = host.files
      .list(root, reach)
      .then((uris) => {
        for (const uri of uris) names.add(uri);
      })
      .catch(events.failed)
      .then(() => {
        listings.delete(listing);
        namesChanged = true;
        schedule();
      });
    listings.add(listing);
  }

  /** Gives an open file to the session, once it lies in a folder that is looked at. */
  function adopt(uri: Uri): void {
    const text = open.get(uri);
    if (text === undefined) return;
    if (!isLookedAt(uri)) {
      const root = loneRoot(uri, text);
      if (root === undefined) return;
      lone.add(root);
      list(root, 'nearby');
    }
    session.put(uri, text);
    namesChanged = true;
  }

  function isLookedAt(uri: Uri): boolean {
    for (const root of [...workspaceFolders, ...lone]) {
      const path = relativeTo(root, uri);
      if (path !== undefined && !path.split('/').some(isForeignFolder)) return true;
    }
    return false;
  }

  function isInWorkspace(uri: Uri): boolean {
    return workspaceFolders.some((root) => isWithin(root, uri));
  }

  /** The worker's folder that a file opened on its own seems to lie in. */
  function loneRoot(uri: Uri, text: string): Uri | undefined {
    if (isInWorkspace(uri) || !uri.startsWith('file:')) return undefined;
    const folder = dirname(uri);
    if (basename(folder) === '.runpod') return dirname(folder);
    return uri.endsWith('.py') && text.includes('runpod') ? folder : undefined;
  }

  function opened(uri: Uri, text: string): void {
    open.set(uri, text);
    adopt(uri);
    schedule();
  }

  function edited(uri: Uri, text: string): void {
    open.set(uri, text);
    if (isLookedAt(uri)) session.put(uri, text);
    else adopt(uri);
    schedule();
    clearTimeout(rest);
    unsettled = true;
    repositories.edited();
  }

  /** Counted from the answer on: on a slow machine the check alone may take longer, and the next key comes first. */
  function awaitRest(): void {
    if (!unsettled || disposed) return;
    clearTimeout(rest);
    rest = setTimeout(atRest, REST_MS);
  }

  function atRest(): void {
    unsettled = false;
    guarded(() => {
      if (session.settle()) schedule();
    });
  }

  function closed(uri: Uri): void {
    open.delete(uri);
    toRead.add(uri);
    namesChanged = true;
    for (const root of lone) {
      if ([...open.keys()].some((other) => isWithin(root, other))) continue;
      lone.delete(root);
      listed.delete(root);
    }
    schedule();
  }

  function filesChanged(events: readonly FileChange[]): void {
    const deleted = new Set<Uri>();
    for (const { uri, kind } of events) {
      if (kind === 'deleted') deleted.add(uri);
      else written(uri);
    }
    if (deleted.size > 0) forget(deleted);
    repositories.filesChanged(events);
    schedule();
  }

  function written(uri: Uri): void {
    for (const [root, names] of listed) {
      const path = relativeTo(root, uri);
      if (path === undefined || names.has(uri) || path.split('/').some(isForeignFolder)) continue;
      names.add(uri);
      namesChanged = true;
    }
    if (asked.has(uri)) toRead.add(uri);
  }

  /** A deleted folder takes along what lies in it: nobody names those files one by one. */
  function forget(deleted: ReadonlySet<Uri>): void {
    const isGone = (uri: Uri): boolean => {
      for (let at: Uri = uri; ; ) {
        if (deleted.has(at)) return true;
        const above = dirname(at);
        if (above.length >= at.length) return false;
        at = above;
      }
    };
    for (const names of listed.values()) {
      for (const uri of names) {
        if (!isGone(uri)) continue;
        names.delete(uri);
        namesChanged = true;
      }
    }
  }

  /**
   * Checks when no further change came in for two rounds of the event loop. Two, since the protocol library hands
   * over one message per round: after one round the next key of a burst is still on its way.
   */
  function schedule(): void {
    changes++;
    if (waiting || disposed) return;
    waiting = true;
    awaitQuiet(0);
  }

  function awaitQuiet(round: number): void {
    const seen = changes;
    host.soon(() =>
      host.soon(() => {
        if (!waiting) return;
        if (changes !== seen && round < MOST_ROUNDS) awaitQuiet(round + 1);
        else check();
      }),
    );
  }

  function check(): void {
    waiting = false;
    if (disposed || filling !== undefined || listings.size > 0) return;
    guarded(() => {
      tellNames();
      if (toRead.size === 0 && session.wanted().length === 0) report();
      else fillThenReport();
    });
  }

  function report(): void {
    const reports = session.reports();
    events.reported(reports);
    repositories.reported(reports.map(({ root }) => root));
    awaitRest();
  }

  function fillThenReport(): void {
    filling = fill()
      .catch(events.failed)
      .then(() => {
        filling = undefined;
        if (!disposed) guarded(report);
      });
  }

  /** The session keeps whatever text it has: what is no longer there must be dropped by name. */
  function tellNames(): void {
    if (!namesChanged) return;
    namesChanged = false;
    const names = new Set<Uri>();
    for (const some of listed.values()) for (const uri of some) names.add(uri);
    for (const uri of open.keys()) if (isLookedAt(uri)) names.add(uri);
    for (const uri of told) {
      if (names.has(uri)) continue;
      session.drop(uri);
      asked.delete(uri);
    }
    told = names;
    session.list([...names]);
  }

  /** Reads until the session wants nothing more. What it wants twice is not there to be had. */
  async function fill(): Promise<void> {
    const tried = new Set<Uri>();
    for (;;) {
      tellNames();
      const wanted = [...toRead, ...session.wanted()].filter((uri) => toRead.has(uri) || !tried.has(uri));
      if (wanted.length === 0) return;
      const batch = [...new Set(wanted)].slice(0, READ_AT_ONCE);
      for (const uri of batch) {
        toRead.delete(uri);
        tried.add(uri);
      }
      await Promise.all(batch.map(load));
      if (batch.length === READ_AT_ONCE) await new Promise<void>((resolve) => host.soon(resolve));
    }
  }

  async function load(uri: Uri): Promise<void> {
    const isKnown = isListed(uri);
    if (isKnown) asked.add(uri);
    const onDisk = isKnown && !open.has(uri) ? await host.files.read(uri) : undefined;
    // Looked up after the reading: what the editor says comes before what the disk says.
    const text = open.get(uri) ?? onDisk;
    if (text === undefined) session.drop(uri);
    else if (isLookedAt(uri)) session.put(uri, text);
  }

  function isListed(uri: Uri): boolean {
    for (const names of listed.values()) if (names.has(uri)) return true;
    return false;
  }

  async function settled(): Promise<void> {
    while (!disposed && (waiting || filling !== undefined || listings.size > 0)) {
      await Promise.all(listings);
      if (filling === undefined) check();
      await filling;
    }
  }

  function guarded(run: () => void): void {
    try {
      run();
    } catch (error) {
      events.failed(error);
    }
  }

  return {
    setFolders,
    configure: (settings) => {
      session.configure(settings);
      schedule();
    },
    opened,
    edited,
    closed,
    filesChanged,
    exists: (uri) => open.has(uri) || isListed(uri),
    settled,
    settledWithRepositories: async () => {
      await settled();
      await repositories.settled();
      await settled();
      return repositories.around;
    },
    dispose: () => {
      disposed = true;
      repositories.dispose();
      clearTimeout(rest);
    },
  };
}

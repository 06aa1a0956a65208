// Which directories are workers, and which files are where they start. Decides by names, and by a first glance at the
// text of Python files; nothing is parsed here.

import { basename, dirname, relativeTo, type Uri } from '../base/uri';

export interface Discovered {
  readonly root: Uri;
  /** Python files that call `start`, or that a worker's entry is usually named after; sorted. */
  readonly entries: readonly Uri[];
  /** All files below the root that do not belong to a worker further down; sorted. */
  readonly uris: readonly Uri[];
  /** Roots of the workers further down. */
  readonly others: readonly Uri[];
}

/** What a glance at a Python file tells. */
export type Glance = 'starts' | 'mentions' | 'nothing';

/** `runpod.serverless.start(`, under any import of it. */
export function glance(text: string): Glance {
  if (!text.includes('runpod')) return 'nothing';
  return /\bstart\s*\(/.test(text) && /\bserverless\b|\bfrom\s+runpod\b/.test(text) ? 'starts' : 'mentions';
}

/**
 * Whether a text may import, patch or start the module: a first look, so that a file that merely has the word in it, such as
 * a logging handler, need not be parsed.
 */
export function mayImport(text: string, name: string): boolean {
  let looked = 0;
  for (let at = text.indexOf(name); at >= 0 && looked < MOST_LOOKED_AT; at = text.indexOf(name, at + 1)) {
    looked++;
    if (isWordUnit(text[at - 1]) || isWordUnit(text[at + name.length])) continue;
    const before = text.slice(Math.max(0, at - FARTHEST), at);
    const line = before.slice(before.lastIndexOf('\n') + 1);
    if (/^\s*(?:from|import)\b/.test(line) || /["'][\w./-]*$/.test(line.slice(-80))) return true;
    const list = before.lastIndexOf('(');
    if (list > before.lastIndexOf(')') && /\bimport[ \t]*$/.test(before.slice(Math.max(0, list - 20), list)))
      return true;
  }
  return looked >= MOST_LOOKED_AT;
}

const MOST_LOOKED_AT = 500;
/** Characters from the bracket of a list of imports to a name in it. */
const FARTHEST = 2000;

function isWordUnit(unit: string | undefined): boolean {
  return unit !== undefined && /\w/.test(unit);
}

/** Names under which people look for the handler. Source: docs.runpod.io and the official workers. */
const CONVENTIONAL: ReadonlySet<string> = new Set(['handler.py', 'rp_handler.py', 'runpod_handler.py']);

/** Names under which people keep an HTTP server. */
const SERVERS: ReadonlySet<string> = new Set(['app.py', 'main.py', 'server.py', 'api.py', 'lb_handler.py']);

const PROJECT_FILES = new Set(['requirements.txt', 'pyproject.toml', 'setup.py', 'environment.yml', 'package.json']);

/** `handler (1).py`, `handler copy.py`: what a file manager leaves; no image starts it and no module imports it. */
const STRAY_COPY = /\(\d+\)| - copy| copy/i;

const TEST_FOLDER = /(^|\/)(tests?|__tests__|spec)\//;

export function discover(uris: readonly Uri[], glances: ReadonlyMap<Uri, Glance>): readonly Discovered[] {
  const sorted = [...uris].sort();
  const names = new Set(sorted);
  const folders = markedFolders(sorted);
  const roots = new Set<Uri>();
  for (const uri of sorted) {
    if (uri.endsWith('/.runpod/hub.json')) roots.add(dirname(dirname(uri)));
    else if (isMisplacedListing(uri) && folders.get(dirname(dirname(uri)))?.image) roots.add(dirname(dirname(uri)));
    else if (
      basename(uri) === 'hub.json' &&
      folders.get(dirname(uri))?.image &&
      dirname(uri) !== folderNamedRunpod(uri)
    )
      roots.add(dirname(uri));
    else if (glances.get(uri) === 'starts' && !isTestFile(uri, names)) roots.add(rootOf(uri, folders));
  }
  const byRoot = new Map<Uri, Uri[]>([...roots].map((root) => [root, []]));
  for (const uri of sorted) byRoot.get(innermost(roots, uri) ?? '')?.push(uri);
  const inside = rootsInside(roots);
  return [...byRoot]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([root, mine]) => ({
      root,
      uris: mine,
      others: inside.get(root) ?? [],
      entries: entriesOf(root, mine, glances, names),
    }));
}

/** The nearest of the roots at or above a path. Walks up, so that many workers cost no more than few. */
function innermost(roots: ReadonlySet<Uri>, uri: Uri): Uri | undefined {
  for (let folder = uri; ; folder = dirname(folder)) {
    if (roots.has(folder)) return folder;
    if (folder === dirname(folder)) return undefined;
  }
}

/** The roots further down, by root. */
function rootsInside(roots: ReadonlySet<Uri>): ReadonlyMap<Uri, readonly Uri[]> {
  const inside = new Map<Uri, Uri[]>();
  for (const root of roots) {
    for (let folder = root, above = dirname(root); above !== folder; folder = above, above = dirname(above)) {
      if (!roots.has(above)) continue;
      const found = inside.get(above);
      if (found) found.push(root);
      else inside.set(above, [root]);
    }
  }
  return inside;
}

/** Files that start a handler or are named like it; where there is none, those that a server is usually named after. */
function entriesOf(
  root: Uri,
  uris: readonly Uri[],
  glances: ReadonlyMap<Uri, Glance>,
  names: ReadonlySet<Uri>,
): readonly Uri[] {
  const python = uris.filter(
    (uri) => uri.endsWith('.py') && !isTestFile(uri, names) && !STRAY_COPY.test(basename(uri)),
  );
  const entries = python.filter((uri) => glances.get(uri) === 'starts' || isNamed(CONVENTIONAL, root, uri));
  return entries.length > 0 ? entries : python.filter((uri) => isNamed(SERVERS, root, uri));
}

/** `runpod/hub.json`, `.RunPod/Hub.json`: not where the Hub looks, and yet what makes a folder a worker. */
function isMisplacedListing(uri: Uri): boolean {
  return /\/[._]?run[-_]?pod\/hub\.json$/i.test(uri);
}

function folderNamedRunpod(uri: Uri): Uri | undefined {
  const folder = dirname(uri);
  return basename(folder) === '.runpod' ? folder : undefined;
}

interface Marks {
  /** Holds a Dockerfile or a `.runpod` folder. */
  image: boolean;
  /** Holds a file that a Python or Node project has at its top. */
  project: boolean;
}

function markedFolders(uris: readonly Uri[]): ReadonlyMap<Uri, Marks> {
  const marks = new Map<Uri, Marks>();
  const mark = (folder: Uri, kind: keyof Marks): void => {
    const found = marks.get(folder) ?? { image: false, project: false };
    found[kind] = true;
    marks.set(folder, found);
  };
  for (const uri of uris) {
    const name = basename(uri);
    const folder = dirname(uri);
    if (basename(folder) === '.runpod') mark(dirname(folder), 'image');
    else if (/^Dockerfile(\..+)?$|\.Dockerfile$/i.test(name)) mark(folder, 'image');
    else if (PROJECT_FILES.has(name)) mark(folder, 'project');
  }
  return marks;
}

/** The nearest folder at or above a file that holds an image, else a project, else the file's own. */
function rootOf(uri: Uri, folders: ReadonlyMap<Uri, Marks>): Uri {
  const own = dirname(uri);
  let project: Uri | undefined;
  for (let folder = own; folder.includes('/'); folder = dirname(folder)) {
    const marks = folders.get(folder);
    if (marks?.image && basename(folder) !== '.runpod') return folder;
    if (marks?.project) project ??= folder;
    if (folder === dirname(folder)) break;
  }
  return project ?? (basename(own) === '.runpod' ? dirname(own) : own);
}

/** Named so, at the root or in a folder of it. */
function isNamed(usual: ReadonlySet<string>, root: Uri, uri: Uri): boolean {
  const path = relativeTo(root, uri) ?? '';
  return usual.has(basename(uri)) && path.split('/').length <= 2;
}

/** A file of a test suite: it may call `start` on purpose, and is not what the image runs. */
export function isTestFile(uri: Uri, names: Pick<ReadonlySet<Uri>, 'has'>): boolean {
  const name = basename(uri);
  if (/^(test_.*|.*_test|conftest)\.py$/.test(name)) return true;
  const folder = TEST_FOLDER.exec(uri);
  if (!folder) return false;
  // A worker that lives as a whole in a folder named "test" is still one.
  const top = uri.slice(0, folder.index + folder[0].length);
  return ![...['Dockerfile', '.runpod/hub.json', 'requirements.txt']].some((marker) => names.has(`${top}${marker}`));
}

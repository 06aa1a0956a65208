// Where the modules of a worker lie: the folders that imports are looked up in, and the file behind a module's name.

import { dirname, isWithin, join, type Uri } from '../../base/uri';
import type { Files } from '../files';
import { callsNamed, type Module, type Python } from './python';
import { resolve } from './resolve';

const PATH_EDITS: ReadonlySet<string> = new Set(['append', 'insert']);
/** Folders in which an absolute import is looked up: those of the entry files, the root, and literal additions to `sys.path`. */

export function searchRoots(root: Uri, entries: readonly Uri[], modules: readonly Module[]): readonly Uri[] {
  const roots = new Set<Uri>();
  for (const entry of entries) roots.add(dirname(entry));
  roots.add(root);
  const editing = modules.filter((module) => module.facts.source.text.includes('sys.path'));
  for (const { fn, fact } of callsNamed(editing, PATH_EDITS)) {
    const origin = resolve(undefined, fn, fact.call.callee);
    if (origin.kind !== 'external' || !origin.path.startsWith('sys.path.')) continue;
    const added = fact.call.args.at(-1)?.value;
    if (added?.kind === 'string' && added.value !== undefined && !added.value.startsWith('/')) {
      const folder = join(dirname(fn.module.uri), added.value);
      if (isWithin(root, folder)) roots.add(folder);
    }
  }
  return [...roots];
}

export function locateModule(
  files: Files,
  roots: readonly Uri[],
  from: Uri,
  name: string,
  level: number,
): Uri | undefined {
  const path = name.replaceAll('.', '/');
  if (level > 0) {
    let folder = dirname(from);
    for (let up = 1; up < level; up++) folder = dirname(folder);
    return moduleFile(files, path === '' ? folder : `${folder}/${path}`);
  }
  if (path === '') return undefined;
  for (const folder of new Set([...roots, dirname(from)])) {
    const found = moduleFile(files, `${folder}/${path}`);
    if (found) return found;
  }
  return undefined;
}
function moduleFile(files: Files, stem: string): Uri | undefined {
  return [`${stem}.py`, `${stem}/__init__.py`].find((uri) => files.has(uri));
}
export function joinPython(
  root: Uri,
  files: Files,
  modules: readonly Module[],
  entries: readonly Uri[],
  observers: readonly Module[],
  siblings: readonly Module[],
): Python {
  const roots = searchRoots(root, entries, modules);
  return {
    root,
    modules,
    entries,
    observers,
    siblings,
    byUri: new Map(modules.map((module) => [module.uri, module])),
    memo: { origins: new Map(), names: new Map(), edges: new Map(), edgesAt: new Map() },
    locate: remembered((from: Module, name: string, level: number) =>
      locateModule(files, roots, from.uri, name, level),
    ),
  };
}
type Locate = Python['locate'];
function remembered(locate: Locate): Locate {
  const known = new Map<string, Uri | undefined>();
  return (from, name, level) => {
    const key = `${level}:${name}:${from.uri}`;
    if (!known.has(key)) known.set(key, locate(from, name, level));
    return known.get(key);
  };
}

// Which Python files of the worker its container starts, and whether they come to `start()`: where the image's launches meet
// the Python modules.

import type { Uri } from '../../base/uri';
import { basename } from '../../base/uri';
import type { Files } from '../files';
import type { Module, Python } from '../python/python';
import { findStarts } from '../python/starts';
import type { Image, Launch } from './image';

export interface StartedFile {
  readonly uri: Uri;
  readonly launch: Launch;
  /** Where it lies in the image; undefined for `python -m`. */
  readonly path: string | undefined;
}

/** In the order in which they are started. */
export function startedFiles({ launches }: Image): readonly StartedFile[] {
  return launches.flatMap((launch): readonly StartedFile[] => {
    const { program } = launch;
    if (program.kind !== 'python-file' && program.kind !== 'python-module') return [];
    if (program.location.kind !== 'file') return [];
    const path = program.kind === 'python-file' && program.path.known ? program.path.value : undefined;
    return [{ uri: program.location.uri, launch, path }];
  });
}

/** More than one Dockerfile: each may start another file. */
export function hasSeveralDockerfiles({ uris }: Files): boolean {
  return (
    uris.filter((uri) =>
      /^(?:Dockerfile|Containerfile)(?:[._-].*)?$|\.(?:dockerfile|containerfile)$/i.test(basename(uri)),
    ).length > 1
  );
}

/** Words of everything that may lead to `start()` in a way the model does not follow, or that serves in another way. */
const OTHERWISE =
  /\b(runpy|importlib|exec|execv\w*|Popen|__import__|runpod_flash|uvicorn|gunicorn|hypercorn|FastAPI|Flask|aiohttp|realtime)\b/;

export function startsOtherwise({ facts }: Module): boolean {
  return OTHERWISE.test(facts.source.text);
}

export type Reach =
  | 'starts'
  /** It imports the file that calls `start()`, where the call waits behind the main guard. */
  | 'waits'
  | 'never'
  | 'unknown';

/** Whether starting a file comes to `start()`: there, or in what it imports. */
export function reachOf(python: Python, uri: Uri): Reach {
  const all = findStarts(python);
  if (all.some(({ fn }) => fn.module.uri === uri)) return 'starts';
  const closure = importsFrom(python, uri);
  if (closure === undefined || closure.some((module) => !module.whole || mayStartProcess(module))) return 'unknown';
  const modules = new Set(closure.map((module) => module.uri));
  const starts = all.filter(({ fn }) => modules.has(fn.module.uri));
  if (starts.length === 0) return 'never';
  return starts.every(({ guarded }) => guarded) ? 'waits' : 'starts';
}

function mayStartProcess(module: Module): boolean {
  return startsOtherwise(module) || /\bsubprocess\b/.test(module.facts.source.text);
}

/** The file and all modules of the worker that it imports, anywhere in it; undefined where one of them was not read. */
function importsFrom(python: Python, entry: Uri): readonly Module[] | undefined {
  const known = new Map(
    [...python.siblings, ...python.observers, ...python.modules].map((module) => [module.uri, module]),
  );
  const found = new Map<Uri, Module>();
  const todo = [entry];
  for (let uri = todo.pop(); uri !== undefined; uri = todo.pop()) {
    if (found.has(uri)) continue;
    const module = known.get(uri);
    if (module === undefined) return undefined;
    found.set(uri, module);
    for (const { name, level } of module.imports) {
      const imported = python.locate(module, name, level);
      if (imported !== undefined) todo.push(imported);
    }
  }
  return [...found.values()];
}

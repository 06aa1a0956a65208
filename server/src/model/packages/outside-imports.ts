// Imports of modules from outside the worker and outside Python that surely run: when the entry files are loaded, or in a job.
// What stands under a condition, or in a `try` that is ready for its absence, is left out.

import { type Place, span } from '../../base/span';
import type { Uri } from '../../base/uri';
import type { ImportFact, Where } from '../../facts/python';
import { SHARED_NAMES } from '../../knowledge/distributions';
import { STANDARD_MODULES } from '../../knowledge/python';
import type { Files } from '../files';
import type { Image } from '../image/image';
import { hasSeveralDockerfiles, startedFiles } from '../image/started-files';
import { isInputTest, onceGuard } from '../python/guard';
import type { Handlers } from '../python/handler';
import { modulesOf } from '../python/handler';
import type { Fn, Module, Python } from '../python/python';
import type { Reached } from '../python/reach';
import { isMainGuarded } from '../python/starts';

export interface OutsideImport extends Place {
  /** Dotted, with the imported member where there is one: `google.cloud.storage`. */
  readonly module: string;
}

/** One for each package, as far as names tell, in the order in which they are met. */
export function outsideImports(
  files: Files,
  python: Python,
  handlers: Handlers | undefined,
  entries: readonly Uri[],
): readonly OutsideImport[] {
  const found = new Map<string, OutsideImport>();
  const loaded = loadedModules(python, entries);
  const take = (fn: Fn, fact: ImportFact): void => {
    for (const one of importsIn(files, python, fn, fact)) {
      const [top = '', second] = one.module.split('.');
      const key = SHARED_NAMES.has(top) ? `${top}.${second}` : top;
      if (!found.has(key)) found.set(key, one);
    }
  };
  for (const module of loaded)
    for (const fn of module.parts)
      for (const fact of fn.facts.imports) if (runs(fact.where, module, entries)) take(fn, fact);
  for (const { fn, fact } of importsInJobs(python, handlers, loaded)) take(fn, fact);
  return [...found.values()];
}

/**
 * The Python files that a container starts: those of the Dockerfile's command where it can be followed, else the one that
 * calls `start`. Empty where it cannot be told.
 */
export function entriesThatRun(
  files: Files,
  python: Python,
  handlers: Handlers | undefined,
  image: Image | undefined,
): readonly Uri[] {
  const launched = image ? startedFiles(image).map(({ uri }) => uri) : [];
  if (launched.length > 0) return [...new Set(launched.filter((uri) => python.byUri.has(uri)))];
  const starting = [...new Set(handlers?.starts.map(({ fn }) => fn.module.uri))];
  const candidates = starting.length > 0 ? starting : python.entries;
  return candidates.length === 1 && !hasSeveralDockerfiles(files) ? candidates : [];
}

/** The entries, and what they import whatever happens. */
function loadedModules(python: Python, entries: readonly Uri[]): ReadonlySet<Module> {
  const loaded = new Set<Module>();
  const todo = entries.flatMap((uri) => python.byUri.get(uri) ?? []);
  for (let module = todo.shift(); module; module = todo.shift()) {
    if (loaded.has(module)) continue;
    loaded.add(module);
    for (const { facts } of module.parts)
      for (const fact of facts.imports)
        if (runs(fact.where, module, entries)) todo.push(...modulesOf(python, module, fact.statement));
  }
  return loaded;
}

function runs(where: Where | undefined, { uri }: Module, entries: readonly Uri[]): boolean {
  if (where === undefined) return true;
  return isMainGuarded(where) && where.outer === undefined && entries.includes(uri);
}

/** Imports in functions, where the jobs decide whether they run: not settings, the machine, or what is installed. */
function* importsInJobs(
  python: Python,
  handlers: Handlers | undefined,
  loaded: ReadonlySet<Module>,
): Iterable<{ readonly fn: Fn; readonly fact: ImportFact }> {
  // Of several handlers, one may never be used.
  if (handlers?.functions.length !== 1) return;
  const reachedBy = new Map(handlers.reached.map((reached) => [reached.fn.facts, reached]));
  const isCertain = (fn: Fn, where: Where | undefined): boolean => {
    const reached = reachedBy.get(fn.facts);
    return reached !== undefined && leftToJobs(python, handlers, reached, where);
  };
  for (const { fn, steps } of handlers.reached) {
    if (!loaded.has(fn.module) || fn.facts.imports.length === 0) continue;
    if (!steps.every(({ caller, fact }) => isCertain(caller, fact.where))) continue;
    for (const fact of fn.facts.imports) if (isCertain(fn, fact.where)) yield { fn, fact };
  }
}

/** Conditions on the job's input or on state that is still missing, and the handler's own `try` around everything. */
function leftToJobs(
  python: Python,
  handlers: Handlers,
  { fn, handler, tainted }: Reached,
  where: Where | undefined,
): boolean {
  for (let here = where; here; here = here.outer) {
    const alone = { ...here, outer: undefined };
    const isBroadTry = here.kind === 'try' && here.broad && here.outer === undefined && fn.facts === handler.facts;
    const ofJob =
      here.kind === 'branch' &&
      (isInputTest(alone, tainted) || onceGuard(python, handlers.persistence, fn, alone, tainted) !== undefined);
    if (here.kind !== 'with' && !isBroadTry && !ofJob) return false;
  }
  return true;
}

function importsIn(files: Files, python: Python, fn: Fn, { statement }: ImportFact): readonly OutsideImport[] {
  const { module: from, level, names } = statement;
  if (level > 0) return [];
  return names.flatMap((name): readonly OutsideImport[] => {
    const module = from === undefined ? name.name : name.name === '*' ? from : `${from}.${name.name}`;
    const [top = ''] = module.split('.');
    if (STANDARD_MODULES.has(top) || GENERATED.test(module) || isLocal(files, python, fn.module, from ?? name.name))
      return [];
    const place = from === undefined ? name : undefined;
    const at =
      place === undefined
        ? fromSpan(fn, statement.start, from ?? '')
        : { start: fn.base + place.start, end: fn.base + place.start + name.name.length };
    return at === undefined ? [] : [{ uri: fn.module.uri, span: at, module }];
  });
}

/** The module's name in `from NAME import …`. */
function fromSpan({ module, base }: Fn, start: number, name: string): { start: number; end: number } | undefined {
  const { text } = module.facts.source;
  const at = text.indexOf(name, base + start + 'from'.length);
  return at < 0 ? undefined : span(at, at + name.length);
}

/** Modules that a build makes: those of protocol buffers. */
const GENERATED = /_pb2(?:_grpc)?(?:\.|$)/;

/** A file or folder of this name anywhere in the worker may be what is meant: who knows which folders Python looks into. */
function isLocal(files: Files, python: Python, module: Module, name: string): boolean {
  const [top = ''] = name.split('.');
  if (python.locate(module, name, 0) !== undefined || python.locate(module, top, 0) !== undefined) return true;
  return files.hasNamed(top);
}

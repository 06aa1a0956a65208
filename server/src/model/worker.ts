// One deployable directory: its files' facts joined into the named inputs that rules read.

import { cell } from '../base/cell';
import type { Source } from '../base/source';
import { basename, dirname, type Uri } from '../base/uri';
import { readBuildDocument } from '../facts/builds';
import { type IgnoreFile, readIgnoreFile } from '../facts/ignore';
import { type JsonFile, parseJson } from '../facts/json';
import { readProject } from '../facts/project';
import { readRequirements } from '../facts/requirements';
import { readScript } from '../facts/shell';
import { type Discovered, isTestFile } from './discover';
import { type Documents, documentsOf } from './documents';
import { type Environment, environmentOf } from './environment/environment';
import { variableWords } from './environment/variable-words';
import { type Files, makeFiles } from './files';
import { isForeign, isWhole } from './hub/hub';
import { type Docker, readDocker } from './image/docker';
import { type Image, imageOf } from './image/image';
import { kindOf, type WorkerKind } from './kind';
import { type Packages, packagesOf } from './packages/packages';
import { type Handlers, joinHandlers } from './python/handler';
import { joinPython, locateModule, searchRoots } from './python/modules';
import type { Module, Python } from './python/python';
import type { Repository } from './repository/repository';
import { textFilesOf } from './text-files';

export interface Inputs {
  /** Names of the files below the root. */
  readonly files: Files;
  /** The Python modules: those that start the worker, and all they import from it. */
  readonly python: Python;
  /** The handlers that `runpod.serverless.start` is given, and all they reach. */
  readonly handlers: Handlers;
  /** Whatever lies at `.runpod/hub.json` or `hub.json`. */
  readonly hubFile: JsonFile;
  /** The same, when it follows RunPod's format at least in outline. */
  readonly hub: JsonFile;
  readonly tests: JsonFile;
  readonly testInput: JsonFile;
  /** What the Dockerfile says. */
  readonly docker: Docker;
  /** What it builds, and what a container then runs. */
  readonly image: Image;
  /** What is left out of the image. */
  readonly dockerIgnore: IgnoreFile;
  readonly packages: Packages;
  /** Variables that are read and set. */
  readonly environment: Environment;
  /** The same, where all that reads variables in a container was read itself. */
  readonly wholeEnvironment: Environment;
  readonly documents: Documents;
  /** What git knows, where the worker is what its repository publishes. */
  readonly repository: Repository;
}

export interface Worker {
  readonly root: Uri;
  readonly kind: WorkerKind;
  readonly inputs: Partial<Inputs>;
  /** Inputs whose text is not whole: a conclusion from absence would be a guess. */
  readonly broken: ReadonlySet<keyof Inputs>;
}

/** Where the model gets what a file says. Undefined: its text is not there (yet). */
export interface FactSource {
  module(uri: Uri): Module | undefined;
  /** What `reader` makes of the file's current version; the same object until the file changes. */
  read<T>(uri: Uri, reader: (source: Source) => T): T | undefined;
  /** Whether the text of a Python file looks as if it imported, patched or ran a module; false where it is not there. */
  mayImport(uri: Uri, name: string): boolean;
}

/** Files that are read by name, the first that exists counts. `.runpod/` goes before the root (reference: Hub files). */
const NAMED = {
  hub: ['.runpod/hub.json', 'hub.json'],
  tests: ['.runpod/tests.json', 'tests.json'],
  testInput: ['test_input.json'],
  // Docker takes the small letters where there is no other.
  docker: ['.runpod/Dockerfile', 'Dockerfile', 'dockerfile'],
  dockerIgnore: ['.runpod/Dockerfile.dockerignore', 'Dockerfile.dockerignore', '.dockerignore'],
} as const;

export const CONFIG_PATH = '.runpod/compliance.json';

/** Files of a worker, apart from Python, whose text the model reads. */
export function namedFiles({ root, uris }: Discovered): readonly Uri[] {
  const names = new Set(uris);
  const wanted = [...Object.values(NAMED).flat(), CONFIG_PATH].map((path) => `${root}/${path}`);
  const others = Object.values(textFilesOf(makeFiles(root, uris))).flat();
  return [...new Set([...wanted.filter((uri) => names.has(uri)), ...others])];
}

/** Most modules that are followed from the entry files. */
const MOST_MODULES = 400;

/** Joins one worker again and again; what did not change stays the same object. */
export function workerJoiner(): (
  discovered: Discovered,
  facts: FactSource,
  repository: Repository | undefined,
) => Worker {
  const filesOf = cell((root: Uri, uris: readonly Uri[], others: readonly Uri[]) => makeFiles(root, uris, others));
  const namesOf = cell(textFilesOf);
  const pythonOf = lastOfEqual(joinPython);
  const handlersOf = cell(joinHandlers);
  const joinImage = lastOfEqual(imageOf);
  const joinPackages = lastOfEqual(packagesOf);
  const joinEnvironment = lastOfEqual(environmentOf);
  const joinDocuments = lastOfEqual(documentsOf);
  const unfollowedOf = cell(unfollowedFiles);
  return (discovered, facts, repository) => {
    const { root, uris, others, entries } = discovered;
    const files = filesOf(root, uris, others);
    const names = namesOf(files);
    const readAll = <T>(wanted: readonly Uri[], reader: (source: Source) => T): readonly T[] =>
      wanted.flatMap((uri) => facts.read(uri, reader) ?? []);
    const first = (paths: readonly string[]): Uri | undefined =>
      paths.map((path) => `${root}/${path}`).find((uri) => files.has(uri));
    const json = (paths: readonly string[]): JsonFile | undefined => {
      const uri = first(paths);
      return uri === undefined ? undefined : facts.read(uri, parseJson);
    };
    const { modules, observers, siblings, complete } = closure(files, entries, facts);
    const python = modules.length > 0 ? pythonOf(root, files, modules, entries, observers, siblings) : undefined;
    const handlers = python && handlersOf(python);
    const hubFile = json(NAMED.hub);
    const dockerUri = first(NAMED.docker);
    const docker = dockerUri === undefined ? undefined : facts.read(dockerUri, readDocker);
    // The Dockerfile's own goes before the one that all share.
    const ignoreUri = [`${dockerUri ?? ''}.dockerignore`, `${root}/.dockerignore`].find((uri) => files.has(uri));
    const ignore = ignoreUri === undefined ? undefined : facts.read(ignoreUri, readIgnoreFile);
    const scripts = readAll(names.scripts, readScript);
    const requirements = readAll(names.requirements, readRequirements);
    const projects = readAll(names.projects, readProject);
    const image = docker && joinImage(files, docker, scripts, ignore);
    const unfollowed = unfollowedOf(files, ...modules.map(({ uri }) => uri));
    const environment = joinEnvironment(
      files,
      python,
      handlers,
      docker,
      image,
      scripts,
      readAll(unfollowed, variableWords),
    );
    const hub = hubFile?.root && !isForeign(hubFile) ? hubFile : undefined;
    const inputs: Partial<Inputs> = {
      files,
      ...defined('python', python),
      ...defined('handlers', handlers),
      ...defined('hubFile', hubFile),
      ...defined('hub', hub),
      ...defined('tests', hubFile && json(NAMED.tests)),
      ...defined('testInput', json(NAMED.testInput)),
      ...defined('docker', docker),
      ...defined('image', image),
      ...defined('dockerIgnore', ignore),
      ...defined('packages', joinPackages(files, docker, scripts, requirements, projects)),
      ...defined('environment', environment),
      ...defined('wholeEnvironment', environment?.whole ? environment : undefined),
      ...defined(
        'documents',
        joinDocuments(files, readAll(names.documents, readBuildDocument), readAll(names.strays, sourceOf)),
      ),
      ...defined('repository', repository),
    };
    const broken = new Set<keyof Inputs>();
    if (!complete || modules.some((module) => !module.whole)) broken.add('python').add('handlers');
    for (const name of ['hubFile', 'hub', 'tests', 'testInput'] as const) {
      const file = inputs[name];
      if (file && !isWhole(file)) broken.add(name);
    }
    return { root, kind: kindOf(inputs), inputs, broken };
  };
}

/** Python files that no import of the entries leads to; without tests. */
function unfollowedFiles(files: Files, ...followed: readonly Uri[]): readonly Uri[] {
  const known = new Set(followed);
  return files.uris.filter((uri) => uri.endsWith('.py') && !known.has(uri) && !isTestFile(uri, files));
}

function sourceOf(source: Source): Source {
  return source;
}

/** `{ [name]: value }`, or nothing: an input that does not exist has no key. */
function defined<K extends keyof Inputs>(name: K, value: Inputs[K] | undefined): Partial<Inputs> {
  return value === undefined ? {} : { [name]: value };
}

interface Closure {
  readonly modules: readonly Module[];
  /** Modules outside the closure that import one of the entries: tests, tools. */
  readonly observers: readonly Module[];
  readonly siblings: readonly Module[];
  /** Every local import was found and read. */
  readonly complete: boolean;
}

function closure(files: Files, entries: readonly Uri[], facts: FactSource): Closure {
  const found = new Map<Uri, Module>();
  let complete = true;
  const roots = searchRoots(
    files.root,
    entries,
    entries.flatMap((uri) => facts.module(uri) ?? []),
  );
  const todo = [...entries];
  for (let uri = todo.shift(); uri !== undefined && found.size < MOST_MODULES; uri = todo.shift()) {
    if (found.has(uri)) continue;
    const module = facts.module(uri);
    if (!module) {
      complete = false;
      continue;
    }
    found.set(uri, module);
    for (const { name, level } of module.imports) {
      const local = locateModule(files, roots, module.uri, name, level);
      if (local !== undefined) todo.push(local);
    }
  }
  return {
    modules: [...found.values()],
    observers: observersOf(files, entries, found, facts),
    siblings: siblingsOf(files, entries, found, facts),
    complete,
  };
}

function siblingsOf(
  files: Files,
  entries: readonly Uri[],
  found: ReadonlyMap<Uri, Module>,
  facts: FactSource,
): readonly Module[] {
  const folders = new Set(entries.map(dirname));
  const names = new Set(files.uris);
  return files.uris.flatMap((uri) => {
    const importable = folders.has(dirname(uri)) && /^[^\W\d]\w*\.py$/.test(basename(uri));
    return importable && !found.has(uri) && !isTestFile(uri, names) ? (facts.module(uri) ?? []) : [];
  });
}

function observersOf(
  files: Files,
  entries: readonly Uri[],
  found: ReadonlyMap<Uri, Module>,
  facts: FactSource,
): readonly Module[] {
  const observers: Module[] = [];
  const names = entries.map((uri) => basename(uri).slice(0, -'.py'.length));
  for (const uri of files.uris) {
    if (!uri.endsWith('.py') || found.has(uri) || !names.some((name) => facts.mayImport(uri, name))) continue;
    const module = facts.module(uri);
    if (module) observers.push(module);
  }
  return observers;
}

/** Like a cell, but compares lists item by item. */
function lastOfEqual<A extends readonly unknown[], R>(compute: (...args: A) => R): (...args: A) => R {
  let last: { readonly args: A; readonly result: R } | undefined;
  return (...args: A) => {
    if (last?.args.every((value, index) => sameItems(value, args[index]))) return last.result;
    last = { args, result: compute(...args) };
    return last.result;
  };
}

function sameItems(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  return Array.isArray(a) && Array.isArray(b) && a.length === b.length && a.every((item, index) => item === b[index]);
}

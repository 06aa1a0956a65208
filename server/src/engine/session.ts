// The one mutable object of the core: text goes in, reports come out. Holds the cells and the trees.

import { cell } from '../base/cell';
import type { Severity } from '../base/severity';
import { makeSource, type Source } from '../base/source';
import { isWithin, type Uri } from '../base/uri';
import type { JsonFile } from '../facts/json';
import { type PythonFacts, pythonExtractor } from '../facts/python';
import { type ProfileName, readConfig } from '../model/config';
import { type Discovered, discover, type Glance, glance, mayImport } from '../model/discover';
import { makeModule } from '../model/python/module';
import type { Module } from '../model/python/python';
import { isPublishedFrom, type Repository } from '../model/repository/repository';
import { CONFIG_PATH, type FactSource, namedFiles, type Worker, workerJoiner } from '../model/worker';
import { RULES } from '../rules';
import type { Rule } from '../rules/rule';
import { parseJson } from '../syntax/json';
import type { PythonDocument, PythonParser, PythonSyntax } from '../syntax/python';
import { makeReport } from './policy';
import type { Report } from './report';
import { type Ran, ruleRunner } from './run';

export type Profile = ProfileName;

/** What the user decides. A worker's own `.runpod/compliance.json` comes on top. */
export interface Settings {
  readonly profile: Profile;
  /** By rule id; overrides the rule's own severities. */
  readonly rules: Readonly<Record<string, Severity | 'off'>>;
  /** Whether suppressions in the worker's files are honoured. */
  readonly ignores: boolean;
  /** Whether the worker's `.runpod/compliance.json` is honoured. */
  readonly config: boolean;
}

export const DEFAULT_SETTINGS: Settings = { profile: 'recommended', rules: {}, ignores: true, config: true };

export interface Session {
  /** Names of all files that exist, besides those that were put. No text is needed for a name to count. */
  list(paths: readonly Uri[]): void;
  /** Text of a file that was opened, edited or loaded: one call for all. */
  put(uri: Uri, text: string): void;
  /** Forgets a file: deleted, or unreadable. It is not wanted again until it is listed or put anew. */
  drop(uri: Uri): void;
  /** What git knows of the files below `root`; undefined: no repository, or none that could be read. */
  putRepository(root: Uri, repository: Repository | undefined): void;
  configure(settings: Settings): void;
  /** Files whose text the model needs and lacks. Empty when `reports` says all that can be said. */
  wanted(): readonly Uri[];
  /** One per worker, sorted by root. The same object as before where nothing changed. */
  reports(): readonly Report[];
  /**
   * What the innermost worker around a file says, for answers at a place such as a completion. No rule runs for it, and
   * its inputs are the very objects that the rules get. Undefined where the file belongs to no worker.
   */
  worker(uri: Uri): Worker | undefined;
  /** The folders of the workers, sorted. No rule runs for it. */
  roots(): readonly Uri[];
  /**
   * Parses afresh what was parsed incrementally with errors in it, since error recovery depends on history.
   * True when that changed a file. Hosts call it when typing rests.
   */
  settle(): boolean;
}

export interface SessionOptions {
  readonly python: PythonParser;
  /** Default: all of them. */
  readonly rules?: readonly Rule[];
  /** Milliseconds from any moment on, to time the rules; the core has no clock of its own. */
  readonly now?: () => number;
}

/** Parser trees that are kept for incremental parsing: those of the files edited last. */
const MOST_TREES = 8;

export function createSession({ python, rules = RULES, now = () => 0 }: SessionOptions): Session {
  return new LiveSession(python, rules, now);
}

class LiveSession implements Session {
  private names = new Set<Uri>();
  private readonly texts = new Map<Uri, TextFile>();
  private readonly workers = new Map<Uri, LiveWorker>();
  private glances = new Map<Uri, Glance>();
  /** Names and glances are with the model: the next change makes new ones. Thousands of files are put at a start. */
  private shown = false;
  private settings = DEFAULT_SETTINGS;
  /** By the root of their work tree. */
  private readonly repositories = new Map<Uri, Repository>();
  private readonly trees: PythonFile[] = [];
  private readonly discovered = cell((names: ReadonlySet<Uri>, glances: ReadonlyMap<Uri, Glance>) =>
    discover([...names], glances),
  );

  private readonly readable = cell((workers: readonly Discovered[], names: ReadonlySet<Uri>): readonly Uri[] => {
    const python = [...names].filter((uri) => uri.endsWith('.py'));
    return [...python, ...workers.flatMap(namedFiles)];
  });

  /** `_known`, the number of texts, changes whenever a file gets its first text or loses it. */
  private readonly missing = cell((readable: readonly Uri[], _known: number): readonly Uri[] =>
    readable.filter((uri) => !this.texts.has(uri)),
  );

  constructor(
    private readonly python: PythonParser,
    private readonly rules: readonly Rule[],
    private readonly now: () => number,
  ) {}

  list(paths: readonly Uri[]): void {
    this.names = new Set([...paths, ...this.texts.keys()]);
  }

  put(uri: Uri, text: string): void {
    if (!this.names.has(uri)) this.owned().names.add(uri);
    const existing = this.texts.get(uri);
    if (existing) {
      if (existing.source.text === text) return;
      existing.put(makeSource(uri, text));
      if (existing instanceof PythonFile) this.keepTree(existing);
    } else {
      const source = makeSource(uri, text);
      this.texts.set(uri, uri.endsWith('.py') ? new PythonFile(source, this.python.open()) : new TextFile(source));
    }
    if (!uri.endsWith('.py')) return;
    const seen = glance(text);
    if (this.glances.get(uri) !== seen) this.owned().glances.set(uri, seen);
  }

  drop(uri: Uri): void {
    if (this.names.has(uri)) this.owned().names.delete(uri);
    const file = this.texts.get(uri);
    if (file instanceof PythonFile) file.release();
    this.texts.delete(uri);
    if (this.glances.has(uri)) this.owned().glances.delete(uri);
  }

  putRepository(root: Uri, repository: Repository | undefined): void {
    if (repository) this.repositories.set(root, repository);
    else this.repositories.delete(root);
  }

  configure(settings: Settings): void {
    this.settings = settings;
  }

  /** To change names or glances: the model is to find what it was given as it was. */
  private owned(): this {
    if (this.shown) {
      this.names = new Set(this.names);
      this.glances = new Map(this.glances);
      this.shown = false;
    }
    return this;
  }

  private workersFound(): readonly Discovered[] {
    this.shown = true;
    return this.discovered(this.names, this.glances);
  }

  wanted(): readonly Uri[] {
    return this.missing(this.readable(this.workersFound(), this.names), this.texts.size);
  }

  reports(): readonly Report[] {
    const discovered = this.workersFound();
    const roots = new Set(discovered.map(({ root }) => root));
    for (const root of this.workers.keys()) if (!roots.has(root)) this.workers.delete(root);
    return discovered.map((found) =>
      this.liveWorker(found.root).report(found, this.texts, this.repositoryOf(found.root), this.settings),
    );
  }

  worker(uri: Uri): Worker | undefined {
    const around = this.workersFound().filter(({ root }) => isWithin(root, uri));
    const found = around.sort((a, b) => b.root.length - a.root.length)[0];
    return found && this.liveWorker(found.root).worker(found, this.texts, this.repositoryOf(found.root));
  }

  roots(): readonly Uri[] {
    return this.workersFound().map(({ root }) => root);
  }

  private liveWorker(root: Uri): LiveWorker {
    const existing = this.workers.get(root);
    if (existing) return existing;
    const worker = new LiveWorker(this.rules, this.now);
    this.workers.set(root, worker);
    return worker;
  }

  /** The innermost repository around a worker, where it publishes that worker. */
  private repositoryOf(root: Uri): Repository | undefined {
    const around = [...this.repositories.values()].filter((repository) => isWithin(repository.root, root));
    const nearest = around.sort((a, b) => b.root.length - a.root.length)[0];
    return nearest && isPublishedFrom(nearest, root) ? nearest : undefined;
  }

  settle(): boolean {
    let changed = false;
    for (const file of this.texts.values()) if (file instanceof PythonFile && file.settle()) changed = true;
    return changed;
  }

  /** The file was edited: its tree pays. Those not edited for the longest time give theirs up. */
  private keepTree(file: PythonFile): void {
    const at = this.trees.indexOf(file);
    if (at >= 0) this.trees.splice(at, 1);
    this.trees.push(file);
    file.keepTree = true;
    while (this.trees.length > MOST_TREES) {
      const oldest = this.trees.shift();
      if (oldest) {
        oldest.keepTree = false;
        oldest.release();
      }
    }
  }
}

/** One worker's cells. */
class LiveWorker {
  private readonly join = workerJoiner();
  private readonly run: (worker: Worker) => readonly Ran[];
  private last: { readonly inputs: readonly unknown[]; readonly report: Report } | undefined;
  private readonly configOf = cell((file: JsonFile | undefined) => file && readConfig(file));

  constructor(rules: readonly Rule[], now: () => number) {
    this.run = ruleRunner(rules, now);
  }

  report(
    discovered: Discovered,
    texts: ReadonlyMap<Uri, TextFile>,
    repository: Repository | undefined,
    settings: Settings,
  ): Report {
    const worker = this.worker(discovered, texts, repository);
    const ran = this.run(worker);
    const config = this.configOf(texts.get(`${discovered.root}/${CONFIG_PATH}`)?.read(parseJson));
    const sources = new Map<Uri, Source>();
    for (const uri of discovered.uris) {
      const file = texts.get(uri);
      if (file) sources.set(uri, file.source);
    }
    const inputs = [settings, config, worker.kind, ...ran, ...sources.values()];
    const { last } = this;
    if (last && last.inputs.length === inputs.length && last.inputs.every((value, index) => value === inputs[index]))
      return last.report;
    const report = makeReport(ran, { worker, settings, config, sources });
    this.last = { inputs, report };
    return report;
  }

  worker(discovered: Discovered, texts: ReadonlyMap<Uri, TextFile>, repository: Repository | undefined): Worker {
    return this.join(discovered, factsFrom(texts), repository);
  }
}

function factsFrom(texts: ReadonlyMap<Uri, TextFile>): FactSource {
  return {
    module: (uri) => {
      const file = texts.get(uri);
      return file instanceof PythonFile ? file.module() : undefined;
    },
    read: (uri, reader) => texts.get(uri)?.read(reader),
    mayImport: (uri, name) => mayImport(texts.get(uri)?.source.text ?? '', name),
  };
}

/** A file's current version, and what was made of it. */
class TextFile {
  /** What readers made of this version. */
  private readonly derived = new Map<(source: Source) => unknown, unknown>();

  constructor(public source: Source) {}

  put(source: Source): void {
    this.source = source;
    this.derived.clear();
  }

  /** The cast says what the map holds: under each reader, what that reader gave. */
  read<T>(reader: (source: Source) => T): T {
    if (!this.derived.has(reader)) this.derived.set(reader, reader(this.source));
    return this.derived.get(reader) as T;
  }
}

class PythonFile extends TextFile {
  /** Whether the parser's tree stays for the next edit. */
  keepTree = false;
  private syntax: PythonSyntax | undefined;
  /** Parsed with the history of an earlier text. */
  private incremental = false;
  private readonly extract = pythonExtractor();
  private readonly factsOf = cell((syntax: PythonSyntax): PythonFacts => this.extract(syntax));
  private readonly moduleOf = cell((facts: PythonFacts): Module => makeModule(this.source.uri, facts));

  constructor(
    source: Source,
    private readonly document: PythonDocument,
  ) {
    super(source);
  }

  override put(source: Source): void {
    super.put(source);
    this.syntax = undefined;
  }

  module(): Module {
    if (!this.syntax) {
      this.incremental = this.document.isOpen();
      this.syntax = this.document.parse(this.source);
      if (!this.keepTree) this.document.release();
    }
    return this.moduleOf(this.factsOf(this.syntax));
  }

  settle(): boolean {
    if (!this.syntax || !this.incremental || this.syntax.errors.length === 0) return false;
    this.incremental = false;
    this.syntax = this.document.parse(this.source, true);
    return true;
  }

  release(): void {
    this.document.release();
  }
}

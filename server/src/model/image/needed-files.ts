// The files of the worker that a started Python file cannot do without: modules that it imports, and data that it opens by a
// literal name, in code that every start or every job runs. What is optional (`try`, a condition) is not needed.

import { parentOf, resolvePath, within } from '../../base/image-path';
import type { Place, Span } from '../../base/span';
import { known, type Static, unknown } from '../../base/static';
import { dirname, join, relativeTo, type Uri } from '../../base/uri';
import type { CallFact, ImportFact, Where } from '../../facts/python';
import type { Call, Expression } from '../../syntax/python-tree';
import type { Files } from '../files';
import { argument } from '../python/expressions';
import type { Handlers } from '../python/handler';
import { callsNamed, type Fn, type Module, type Python, placeIn } from '../python/python';
import { resolve } from '../python/resolve';
import { isMainTest } from '../python/starts';
import { type SureCode, sureCode } from '../python/sure';
import type { StartedFile } from './started-files';

export interface NeededFile {
  readonly kind: 'module' | 'data';
  readonly uri: Uri;
  /** The import, or the name of the file. */
  readonly place: Place;
  /** As written. */
  readonly name: string;
  /** Where it belongs in the image; unknown where that is not beside the started file. */
  readonly path: Static<string>;
  /** Other places in which the program would find it. */
  readonly elsewhere: readonly string[];
}

export function neededFiles(
  python: Python,
  handlers: Handlers | undefined,
  files: Files,
  started: StartedFile,
): readonly NeededFile[] {
  const entry = python.byUri.get(started.uri);
  return entry ? new Search(python, sureCode(python, handlers), files, started, entry).all() : [];
}

class Search {
  private readonly modules: readonly Module[];
  private readonly needed: NeededFile[] = [];

  constructor(
    private readonly python: Python,
    private readonly sure: SureCode,
    private readonly files: Files,
    private readonly started: StartedFile,
    private readonly entry: Module,
  ) {
    this.modules = this.imported();
  }

  all(): readonly NeededFile[] {
    for (const { fn, fact } of callsNamed(this.modules, OPENING)) {
      if (!this.isSure(fn, fact.where)) continue;
      const needed = this.opened(fn, fact);
      if (needed) this.needed.push(needed);
    }
    return this.needed;
  }

  private imported(): readonly Module[] {
    const found = new Map([[this.entry.uri, this.entry]]);
    for (const module of found.values()) {
      for (const fn of [...module.parts, ...module.functions]) {
        for (const fact of fn.facts.imports) {
          if (!this.isSure(fn, fact.where)) continue;
          for (const imported of this.modulesOf(module, fact)) {
            this.needed.push(this.importOf(fn, imported));
            const next = this.python.byUri.get(imported.uri);
            if (next) found.set(imported.uri, next);
          }
        }
      }
    }
    return [...found.values()];
  }

  /** Module level of the entry and of what it imports; functions as far as they surely run. */
  private isSure(fn: Fn, where: Where | undefined): boolean {
    return fn.facts.kind === 'module' ? isPlain(where, fn.module === this.entry) : this.sure.runs(fn, where);
  }

  /** The files of the worker that an import names, and where it names them. */
  private modulesOf(module: Module, { statement }: ImportFact): readonly Imported[] {
    const { module: from, names, level } = statement;
    const written =
      from === undefined
        ? names.map((node) => ({ name: node.name, node }))
        : [from, ...names.map(({ name }) => (from === '' ? name : `${from}.${name}`))].map((name) => ({
            name,
            node: statement,
          }));
    return written.flatMap(({ name, node }) => {
      const uri = this.beside(name, level) ?? this.python.locate(module, name, level);
      return uri === undefined ? [] : { uri, name, node, level };
    });
  }

  /** Python looks in the folder of the started file first. */
  private beside(name: string, level: number): Uri | undefined {
    if (level > 0 || name === '') return undefined;
    const stem = `${dirname(this.entry.uri)}/${name.replaceAll('.', '/')}`;
    return [`${stem}.py`, `${stem}/__init__.py`].find((uri) => this.files.has(uri));
  }

  private pathsOf(name: string, level: number): readonly string[] {
    const { path } = this.started;
    if (path === undefined || level > 0 || name === '') return [];
    const stem = within(parentOf(path), name.replaceAll('.', '/'));
    return [`${stem}.py`, `${stem}/__init__.py`];
  }

  private importOf(fn: Fn, { uri, name, node, level }: Imported): NeededFile {
    return {
      kind: 'module',
      uri,
      place: placeIn(fn, firstLine(fn, node)),
      name: '.'.repeat(level) + name,
      path: this.besideEntry(uri),
      elsewhere: this.pathsOf(name, level),
    };
  }

  /** Where a module lies in the image if it lies there as it does in the worker. */
  private besideEntry(uri: Uri): Static<string> {
    const relative = relativeTo(dirname(this.entry.uri), uri);
    if (relative === undefined || this.started.path === undefined) return unknown;
    return resolvePath(known(this.started.path), `../${relative}`);
  }

  private opened(fn: Fn, fact: CallFact): NeededFile | undefined {
    const expression = openedBy(this.python, fn, fact.call);
    const named = expression && this.fileNamed(fn, expression, 0);
    if (!expression || !named || named.path === '' || named.path.endsWith('/')) return undefined;
    const { folder } = this.started.launch;
    const place = placeIn(fn, expression);
    if (named.from === 'module') {
      const uri = join(dirname(fn.module.uri), named.path);
      const at = this.besideEntry(uri);
      return this.files.has(uri) ? { kind: 'data', uri, place, name: named.path, path: at, elsewhere: [] } : undefined;
    }
    if (named.path.startsWith('/')) return undefined;
    const uri = [dirname(this.entry.uri), this.files.root]
      .map((root) => join(root, named.path))
      .find((candidate) => this.files.has(candidate));
    if (uri === undefined) return undefined;
    return { kind: 'data', uri, place, name: named.path, path: resolvePath(folder, named.path), elsewhere: [] };
  }

  /** `"a.json"`, `Path(__file__).parent / "a.json"`, `os.path.join(os.path.dirname(__file__), "a.json")`. */
  private fileNamed(fn: Fn, expression: Expression, depth: number): NamedFile | undefined {
    if (depth > 6) return undefined;
    const follow = (part: Expression): NamedFile | undefined => this.fileNamed(fn, part, depth + 1);
    switch (expression.kind) {
      case 'string':
        return expression.value === undefined ? undefined : { from: 'folder', path: expression.value };
      case 'operation': {
        const [left, ...rest] = expression.operands.map(follow);
        return expression.operator === '/' && left && rest.length > 0 ? joined([left, ...rest]) : undefined;
      }
      case 'attribute':
        if (expression.name !== 'parent') return undefined;
        return isOwnFile(expression.object) ? { from: 'module', path: '' } : undefined;
      case 'call':
        return this.fileOfCall(fn, expression, follow);
      case 'name': {
        const origin = resolve(this.python, fn, expression);
        const value =
          origin.kind === 'expression'
            ? origin.expression
            : origin.kind === 'external-result'
              ? origin.call
              : undefined;
        const owner = 'fn' in origin && origin.fn.module === fn.module ? origin.fn : undefined;
        return value && owner && value !== expression ? this.fileNamed(owner, value, depth + 1) : undefined;
      }
      default:
        return undefined;
    }
  }

  private fileOfCall(fn: Fn, call: Call, follow: (part: Expression) => NamedFile | undefined): NamedFile | undefined {
    const origin = resolve(this.python, fn, call.callee);
    const path = origin.kind === 'external' ? origin.path : '';
    const [first] = call.args;
    if (path === 'os.path.join') return joined(call.args.map(({ value }) => follow(value)));
    if (path === 'os.path.dirname') return first && isOwnFile(first.value) ? { from: 'module', path: '' } : undefined;
    return path === 'pathlib.Path' && call.args.length === 1 && first ? follow(first.value) : undefined;
  }
}

interface Imported {
  readonly uri: Uri;
  readonly name: string;
  readonly node: Span;
  readonly level: number;
}

interface NamedFile {
  /** Seen from the folder of the module, or from the current one. */
  readonly from: 'module' | 'folder';
  readonly path: string;
}

function joined(parts: readonly (NamedFile | undefined)[]): NamedFile | undefined {
  const [first] = parts;
  const paths = parts.flatMap((part) => part?.path ?? []);
  if (!first || paths.length < parts.length || parts.slice(1).some((part) => part?.from === 'module')) return undefined;
  return { from: first.from, path: paths.filter((path) => path !== '').join('/') };
}

/** `__file__`, `os.path.abspath(__file__)`, `Path(__file__).resolve()`. */
function isOwnFile(expression: Expression): boolean {
  if (expression.kind === 'name') return expression.id === '__file__';
  if (expression.kind !== 'call') return false;
  const { callee, args } = expression;
  if (callee.kind === 'attribute' && (callee.name === 'resolve' || callee.name === 'absolute'))
    return isOwnFile(callee.object);
  const name = callee.kind === 'attribute' ? callee.name : callee.kind === 'name' ? callee.id : '';
  return (
    /^(?:Path|abspath|realpath)$/.test(name) && args.length === 1 && args[0] !== undefined && isOwnFile(args[0].value)
  );
}

const OPENING: ReadonlySet<string> = new Set(['open', 'read_text', 'read_bytes']);

/** What a call opens for reading. */
function openedBy(python: Python, fn: Fn, call: Call): Expression | undefined {
  const { callee } = call;
  if (callee.kind === 'attribute' && (callee.name === 'read_text' || callee.name === 'read_bytes'))
    return callee.object;
  const origin = resolve(python, fn, callee);
  const isOpen =
    (origin.kind === 'builtin' && origin.name === 'open') || (origin.kind === 'external' && origin.path === 'io.open');
  if (!isOpen) return undefined;
  const mode = argument(call, 'mode', 1)?.value;
  if (mode && (mode.kind !== 'string' || mode.value === undefined || /[wax+]/.test(mode.value))) return undefined;
  return argument(call, 'file', 0)?.value;
}

/** An import may be written over several lines: its module's are on the first. */
function firstLine(fn: Fn, statement: Span): Span {
  const { text } = fn.module.facts.source;
  const lineEnd = text.indexOf('\n', fn.base + statement.start);
  const end = lineEnd < 0 ? text.length : lineEnd;
  return { start: statement.start, end: Math.min(statement.end, end - fn.base) };
}

function isPlain(where: Where | undefined, isEntry: boolean): boolean {
  for (let here = where; here; here = here.outer) {
    if (here.kind === 'with' || here.kind === 'finally') continue;
    if (here.kind !== 'branch' || !here.taken || !isEntry || !isMainTest(here.test)) return false;
  }
  return true;
}

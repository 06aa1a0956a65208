// The statements of Python text as its tokens go by: which function or class each stands in, what it imports, assigns and
// defines. Fed token by token by python-outline.ts.

import type { Chain, Position } from './python-frames';
import type { TokenKind } from './python-scanner';

export interface Scope {
  readonly kind: 'module' | 'function' | 'class';
  readonly name: string;
  readonly start: number;
  readonly outer: Scope | undefined;
  readonly parameters: { readonly name: string; readonly isOptional: boolean }[];
  readonly isAsync: boolean;
  /** Column of the line that it begins with. */
  readonly column: number;
}

export interface NameBinding {
  /** A name, or a chain such as `self.log`. */
  readonly name: string;
  readonly scope: Scope;
  readonly start: number;
  /** Undefined where it is something else than a chain of names and calls. */
  readonly value: { readonly kind: 'import' | 'chain'; readonly path: string } | undefined;
}

const MOST_KEPT = 2000;
const MOST_WORDS = 200;

/** Statements that have others on their own line, behind a colon. */
const COMPOUND: ReadonlySet<string> = new Set(
  'if elif else for while try except finally with def class async'.split(' '),
);

export class Lines {
  readonly bindings: NameBinding[] = [];
  readonly scopes: Scope[];
  scope: Scope;
  /** Of the line that the statement begins on. */
  column = 0;
  /** No statement is begun. */
  isBetween = true;
  /** The function whose header this is, up to its parameters. */
  header: Scope | undefined;
  private start = 0;
  private words: string[] = [];
  private annotated: string | undefined;
  private targets: string[] = [];
  /** Where the assigned value begins; -1 until it does. */
  private valueStart: number | undefined;

  constructor() {
    this.scope = { kind: 'module', name: '', start: 0, outer: undefined, parameters: [], isAsync: false, column: -1 };
    this.scopes = [this.scope];
  }

  position(): Position | undefined {
    const target = this.targets.at(-1);
    return this.valueStart === -1 && target !== undefined ? { kind: 'assigned', target, scope: this.scope } : undefined;
  }

  /** `column`: undefined for a statement behind another one on its line. */
  begin(start: number, column: number | undefined): void {
    this.isBetween = false;
    this.start = start;
    if (column === undefined) return;
    this.column = column;
    while (this.scope.outer && this.scope.column >= column) this.scope = this.scope.outer;
  }

  /** Takes a token outside of brackets, an opening one too. `chain`: what was read before it. */
  take(word: string, kind: TokenKind, start: number, chain: Chain): void {
    if (this.valueStart === -1) this.valueStart = start;
    const whole = chain.start === this.start && !chain.isDotted ? chain.text : undefined;
    if (kind === 'operator' && word === '=') {
      const target = this.annotated ?? (this.targets.length === 0 ? whole : this.chained(chain));
      if (target !== undefined) this.targets.push(target);
      this.valueStart = -1;
    } else if (kind === 'operator' && word === ';') {
      this.end(chain);
    } else if (kind === 'operator' && word === ':' && this.valueStart === undefined) {
      if (COMPOUND.has(this.words[0] ?? '')) this.end(chain);
      else this.annotated ??= whole;
    } else {
      this.push(word);
      if (kind === 'name') this.define(word, start);
    }
  }

  /** Takes a token in brackets. */
  takeInner(word: string): void {
    if (this.isImport()) this.push(word);
  }

  end(chain: Chain): void {
    if (this.isImport()) this.bindImports();
    for (const name of this.targets) {
      const path =
        chain.text !== undefined && chain.start === this.valueStart && !chain.isDotted ? chain.text : undefined;
      this.bind(name, path === undefined ? undefined : { kind: 'chain', path });
    }
    this.isBetween = true;
    this.words = [];
    this.annotated = undefined;
    this.targets = [];
    this.valueStart = undefined;
    this.header = undefined;
  }

  /** `b` of `a = b = value`. */
  private chained(chain: Chain): string | undefined {
    return chain.start === this.valueStart && !chain.isDotted ? chain.text : undefined;
  }

  private push(word: string): void {
    if (this.words.length < MOST_WORDS) this.words.push(word);
  }

  private isImport(): boolean {
    return this.words[0] === 'import' || this.words[0] === 'from';
  }

  private define(name: string, start: number): void {
    const { words } = this;
    const isAsync = words[0] === 'async';
    const at = isAsync ? 1 : 0;
    const keyword = words[at];
    if (words.length !== at + 2 || (keyword !== 'def' && keyword !== 'class') || this.scopes.length > MOST_KEPT) return;
    const kind = keyword === 'def' ? 'function' : 'class';
    const scope: Scope = { kind, name, start, outer: this.scope, parameters: [], isAsync, column: this.column };
    this.bind(name, undefined);
    this.scopes.push(scope);
    this.scope = scope;
    if (kind === 'function') this.header = scope;
  }

  private bind(name: string, value: NameBinding['value']): void {
    if (this.bindings.length < MOST_KEPT) this.bindings.push({ name, scope: this.scope, start: this.start, value });
  }

  /** `import a.b as c, d` and `from a.b import (c as d, e)`. */
  private bindImports(): void {
    const words = this.words.filter((word) => word !== '(' && word !== ')');
    const [first, ...rest] = words;
    const at = first === 'from' ? rest.indexOf('import') : -1;
    if (first === 'from' && at < 0) return;
    const module = first === 'from' ? `${rest.slice(0, at).join('')}.` : '';
    for (const imported of rest
      .slice(at + 1)
      .join(' ')
      .split(' , ')) {
      const [path = '', alias] = imported.split(' as ');
      const whole = path.replaceAll(' ', '');
      const local = alias?.trim() ?? (module === '' ? whole.split('.')[0] : whole);
      if (local === undefined || !/^\w+$/.test(local)) continue;
      const bound = alias === undefined && module === '' ? local : module + whole;
      this.bind(local, { kind: 'import', path: bound });
    }
  }
}

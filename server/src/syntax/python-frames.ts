// The brackets that are open at a token of Python text, with what stands in each so far: keys, arguments, parameters. And the
// chain of names that an expression is, such as `runpod.serverless.start`. Fed token by token by python-outline.ts.

import type { Scope } from './python-lines';
import type { TokenKind } from './python-scanner';

/** What the first token of an element is there. */
export type Position =
  | { readonly kind: 'key' }
  | { readonly kind: 'value'; readonly key: string }
  | { readonly kind: 'argument'; readonly index: number; readonly name: string | undefined }
  | { readonly kind: 'index' }
  /** Behind `target =`. */
  | { readonly kind: 'assigned'; readonly target: string; readonly scope: Scope };

export interface Frame {
  readonly bracket: '(' | '[' | '{';
  readonly start: number;
  readonly outer: Frame | undefined;
  /** What is called or subscripted, as written. */
  readonly callee: string | undefined;
  /** What the bracket is where it stands, if an element begins with it. */
  readonly position: Position | undefined;
  readonly scope: Scope;
  /** The keys of a dictionary, with the value where that is one word. */
  readonly keys: ReadonlyMap<string, string | undefined>;
}

/** A name handed to a call: `config` of `start(config)`. */
export interface NameUse {
  /** What is called, as written. */
  readonly callee: string;
  readonly index: number;
  /** Of a keyword argument. */
  readonly name: string | undefined;
  readonly value: string;
  readonly scope: Scope;
}

interface Opened extends Frame {
  readonly keys: Map<string, string | undefined>;
  readonly calleeStart: number;
  /** The function whose parameters are in it. */
  readonly header: Scope | undefined;
  /** Tokens of the element, or of the value since the colon. */
  count: number;
  /** The element as long as it is one token. */
  only: string | undefined;
  first: string;
  key: string | undefined;
  inValue: boolean;
  index: number;
  name: string | undefined;
  hasDefault: boolean;
}

/** What is kept of one text at most: nobody writes more of these by hand. */
const MOST_KEPT = 2000;

export class Frames {
  readonly uses: NameUse[] = [];
  readonly dicts: Frame[] = [];
  private readonly stack: Opened[] = [];

  get top(): Frame | undefined {
    return this.stack.at(-1);
  }

  /** In a dictionary behind the colon of an entry, and past the value's first token. */
  get isInValue(): boolean {
    const top = this.stack.at(-1);
    return top?.inValue === true && top.count > 0;
  }

  /** What the next token is in the innermost bracket. */
  position(): Position | undefined {
    const top = this.stack.at(-1);
    if (top === undefined || top.count > 0) return undefined;
    switch (top.bracket) {
      case '(':
        return { kind: 'argument', index: top.index, name: top.name };
      case '[':
        return top.index === 0 ? { kind: 'index' } : undefined;
      case '{':
        if (!top.inValue) return { kind: 'key' };
        return top.key === undefined ? undefined : { kind: 'value', key: top.key };
    }
  }

  open(begun: Pick<Opened, 'bracket' | 'start' | 'position' | 'header' | 'scope'>, chain: Chain | undefined): void {
    const { bracket, start, position, header, scope } = begun;
    const opened: Opened = {
      bracket,
      start,
      position,
      header,
      scope,
      callee: chain?.text,
      calleeStart: chain?.start ?? 0,
      outer: this.top,
      keys: new Map(),
      count: 0,
      only: undefined,
      first: '',
      key: undefined,
      inValue: false,
      index: 0,
      name: undefined,
      hasDefault: false,
    };
    this.stack.push(opened);
    if (bracket === '{' && this.dicts.length < MOST_KEPT) this.dicts.push(opened);
  }

  /** Takes the innermost bracket's end. */
  close(): { readonly callee: string | undefined; readonly calleeStart: number; readonly bracket: string } | undefined {
    this.endElement();
    return this.stack.pop();
  }

  closeAll(): void {
    while (this.stack.length > 0) this.close();
  }

  /** Takes a token between brackets, an opening one too. */
  take(word: string, kind: TokenKind): void {
    const top = this.stack.at(-1);
    if (top === undefined) return;
    const { bracket } = top;
    if (word === ',') {
      this.endElement();
      top.index++;
    } else if (word === ':' && bracket === '{' && !top.inValue) {
      top.key = top.only === undefined ? undefined : unquoted(top.only);
      top.inValue = true;
      top.count = 0;
      top.only = undefined;
    } else if (word === '=' && bracket === '(' && (top.header !== undefined || top.count === 1)) {
      top.name = top.first;
      top.hasDefault = true;
      top.count = 0;
      top.only = undefined;
    } else {
      if (top.count === 0 && !top.hasDefault) top.first = word;
      top.count++;
      top.only = top.count === 1 && (kind === 'name' || kind === 'string') ? word : undefined;
    }
  }

  /** The element ends, whether or not a comma says so. */
  endElement(): void {
    const top = this.stack.at(-1);
    if (top === undefined) return;
    const { header, callee, key, only, index, name, scope } = top;
    if (top.inValue && key !== undefined) top.keys.set(key, only);
    else if (header && top.first !== '')
      header.parameters.push({ name: top.first, isOptional: top.hasDefault || !isName(top.first) });
    else if (callee !== undefined && only !== undefined && isName(only) && this.uses.length < MOST_KEPT)
      this.uses.push({ callee, index, name, value: only, scope });
    top.count = 0;
    top.only = undefined;
    top.first = '';
    top.key = undefined;
    top.inValue = false;
    top.name = undefined;
    top.hasDefault = false;
  }
}

function isName(token: string): boolean {
  return /^\w+$/.test(token);
}

/** The word in a plain string; undefined for any other token. */
function unquoted(token: string): string | undefined {
  return /^(["'])(\w*)\1$/.exec(token)?.[2];
}

/** Longest chain of names that is of use. */
const LONGEST = 200;

/** The expression that was read last, as long as it is a chain of names and calls. */
export class Chain {
  text: string | undefined;
  start = 0;
  /** A dot follows it. */
  isDotted = false;

  clear(): void {
    this.text = undefined;
    this.isDotted = false;
  }

  /** It was called or subscripted. */
  put(callee: string | undefined, start: number, end: '()' | '[]'): void {
    this.text = callee === undefined || callee.length > LONGEST ? undefined : callee + end;
    this.start = start;
    this.isDotted = false;
  }

  add(word: string, kind: TokenKind, start: number, isAfterOperand: boolean): void {
    if (word === '.' && kind === 'operator' && isAfterOperand) {
      this.isDotted = true;
    } else if (kind !== 'name') {
      this.clear();
    } else if (this.isDotted) {
      if (this.text !== undefined) this.text = this.text.length > LONGEST ? undefined : `${this.text}.${word}`;
      this.isDotted = false;
    } else {
      this.text = word;
      this.start = start;
    }
  }
}

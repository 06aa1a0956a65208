// TOML text to a plain tree in which each string knows its place. Total: broken text gives no tree. The library tells no
// places, so each string is read twice: as it is, and from a copy of the text in which a number stands for it.

import { parse } from 'smol-toml';
import type { Source } from '../base/source';
import { type Span, span } from '../base/span';

export type TomlValue =
  | { readonly kind: 'table'; readonly entries: ReadonlyMap<string, TomlValue> }
  | { readonly kind: 'list'; readonly items: readonly TomlValue[] }
  | TomlString
  /** A number, a boolean, a date. */
  | { readonly kind: 'other' };

export interface TomlString {
  readonly kind: 'string';
  readonly value: string;
  /** With its quotes. */
  readonly span: Span;
  /** The value is what stands between the quotes, unit by unit. */
  readonly exact: boolean;
  /** The key at the start of the statement that it stands in. */
  readonly key: Span | undefined;
}

export interface TomlFile {
  readonly source: Source;
  readonly root: TomlValue | undefined;
}

/** Longer files are not read, and deeper values left out. */
const LONGEST = 500_000;
const DEEPEST = 50;

export function parseToml(source: Source): TomlFile {
  const { text } = source;
  if (text.length > LONGEST) return { source, root: undefined };
  try {
    const { literals, marked } = markStrings(text);
    return { source, root: merge(parse(text), parse(marked), literals, text, 0) };
  } catch {
    // The library throws at the first error.
    return { source, root: undefined };
  }
}

interface Literal {
  readonly span: Span;
  readonly key: Span | undefined;
}

/** Stands for a string in the copy. */
function marker(index: number): string {
  return `\u2317${index}`;
}

function merge(value: unknown, mark: unknown, literals: readonly Literal[], text: string, depth: number): TomlValue {
  if (depth > DEEPEST) return { kind: 'other' };
  if (typeof value === 'string') return stringOf(value, mark, literals, text);
  if (Array.isArray(value)) {
    const marks: readonly unknown[] = Array.isArray(mark) ? mark : [];
    return { kind: 'list', items: value.map((item, index) => merge(item, marks[index], literals, text, depth + 1)) };
  }
  if (!isTable(value) || !isTable(mark)) return { kind: 'other' };
  const entries = Object.keys(value).map((key): [string, TomlValue] => [
    key,
    merge(value[key], mark[key], literals, text, depth + 1),
  ]);
  return { kind: 'table', entries: new Map(entries) };
}

function stringOf(value: string, mark: unknown, literals: readonly Literal[], text: string): TomlValue {
  const literal = typeof mark === 'string' ? literals[Number(mark.slice(1))] : undefined;
  if (literal === undefined) return { kind: 'other' };
  const { start, end } = literal.span;
  return {
    kind: 'string',
    value,
    span: literal.span,
    exact: text.slice(start + 1, end - 1) === value,
    key: literal.key,
  };
}

function isTable(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !(value instanceof Date);
}

const STRING = /"""(?:[^\\]|\\[\s\S])*?"{3,5}|'''[\s\S]*?'{3,5}|"(?:[^"\\\n]|\\.)*"|'[^'\n]*'/y;
const KEY = /[A-Za-z0-9_-]+/y;

/** Finds the strings that are values, in one pass over the text. */
function markStrings(text: string): { readonly literals: readonly Literal[]; readonly marked: string } {
  const literals: Literal[] = [];
  const open: string[] = [];
  let marked = '';
  let copied = 0;
  // A key may come: at the start of a statement, in an inline table, in the brackets of a header.
  let keyAhead = true;
  let header = false;
  let key: Span | undefined;
  for (let at = 0; at < text.length; at++) {
    const unit = text[at] ?? '';
    if (unit === '#') {
      while (at + 1 < text.length && text[at + 1] !== '\n') at++;
    } else if (unit === '\n') {
      if (open.length === 0) {
        keyAhead = true;
        header = false;
        key = undefined;
      }
    } else if (unit === '"' || unit === "'") {
      STRING.lastIndex = at;
      const length = STRING.exec(text)?.[0].length ?? 1;
      const place = span(at, at + length);
      if (keyAhead) {
        if (open.length === 0) key ??= place;
      } else {
        marked += `${text.slice(copied, at)}"${marker(literals.length)}"`;
        copied = place.end;
        literals.push({ span: place, key });
      }
      at += length - 1;
    } else if (unit === '=') {
      keyAhead = false;
    } else if (unit === '[' && keyAhead && open.length === 0) {
      header = true;
    } else if (header) {
    } else if (unit === '[' || unit === '{') {
      open.push(unit);
      keyAhead = unit === '{';
    } else if (unit === ']' || unit === '}') {
      open.pop();
      keyAhead = false;
    } else if (unit === ',') {
      keyAhead = open.at(-1) === '{';
    } else if (keyAhead && open.length === 0) {
      KEY.lastIndex = at;
      const length = KEY.exec(text)?.[0].length ?? 0;
      if (length === 0) continue;
      key ??= span(at, at + length);
      at += length - 1;
    }
  }
  return { literals, marked: marked + text.slice(copied) };
}

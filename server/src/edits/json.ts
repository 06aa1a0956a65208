// Edits of JSON text that keep its indentation, line ends, key order, and comments where it has them.
// They say what to change; which change is right is the rules' business.

import type { Edit } from '../base/edit';
import { type Span, span } from '../base/span';
import type { JsonArray, JsonFile, JsonObject, JsonProperty, JsonValue } from '../syntax/json';

/** A JSON value without places: what is to be written. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/** The value without its places. */
export function plain(value: JsonValue): Json {
  switch (value.kind) {
    case 'object':
      return Object.fromEntries(
        value.properties.flatMap(({ key, value: inner }) => (inner === undefined ? [] : [[key, plain(inner)]])),
      );
    case 'array':
      return value.items.map(plain);
    default:
      return value.value;
  }
}

/** Adds a property behind `after`, or behind the last one. */
export function insertProperty(
  file: JsonFile,
  object: JsonObject,
  key: string,
  value: Json,
  after: JsonProperty | undefined = object.properties.at(-1),
): readonly Edit[] {
  const write = (layout: Layout) => `${JSON.stringify(key)}: ${render(value, layout)}`;
  return insertElement(file, object.span, after?.span, write, key);
}

/** Adds an item at the end. */
export function insertItem(file: JsonFile, array: JsonArray, value: Json): readonly Edit[] {
  const last = array.items.at(-1);
  const like = last && file.source.text.slice(last.span.start, last.span.end);
  const inline = like !== undefined && !/[\r\n]/.test(like);
  return insertElement(file, array.span, last?.span, (layout) => fitting(value, layout, inline), JSON.stringify(value));
}

export function removeProperty(file: JsonFile, object: JsonObject, property: JsonProperty): readonly Edit[] {
  return removeProperties(file, object, [property]);
}

export function removeProperties(
  file: JsonFile,
  object: JsonObject,
  properties: readonly JsonProperty[],
): readonly Edit[] {
  return removeElements(file, object.span, object.properties, new Set(properties));
}

export function removeItem(file: JsonFile, array: JsonArray, item: JsonValue): readonly Edit[] {
  return removeItems(file, array, [item]);
}

export function removeItems(file: JsonFile, array: JsonArray, items: readonly JsonValue[]): readonly Edit[] {
  return removeElements(file, array.span, array.items, new Set(items));
}

export function replaceValue(file: JsonFile, value: JsonValue, replacement: Json): readonly Edit[] {
  const { text } = file.source;
  const { start, end } = value.span;
  const oneLine = value.kind === 'object' && value.properties.length > 0 && !/[\r\n]/.test(text.slice(start, end));
  const inside = /[{[]/.test(text.slice(lineStart(text, start), start));
  return [replace(file, value.span, fitting(replacement, layoutOf(file, indentAt(text, start)), oneLine || inside))];
}

export function renameKey(file: JsonFile, property: JsonProperty, key: string): readonly Edit[] {
  return [replace(file, property.keySpan, JSON.stringify(key))];
}

/** The whole text of a new file with this value, laid out as `file` is. */
export function renderFile(file: JsonFile, value: Json): string {
  const layout = layoutOf(file, '');
  return render(value, layout) + layout.lineEnd;
}

/** The whole text of a file that does not exist yet. */
export function renderNewFile(value: Json): string {
  return `${render(value, { indent: '', unit: '  ', lineEnd: '\n', inline: false })}\n`;
}

/** Puts a comma behind what stands before `offset`, in front of comments that lie between. */
export function insertCommaBefore(file: JsonFile, offset: number): readonly Edit[] {
  const { text } = file.source;
  let at = offset;
  for (;;) {
    while (at > 0 && isBlank(text[at - 1])) at--;
    const end = at;
    const comment = file.errors.find((error) => error.code === 'comment' && error.span.end === end);
    if (comment === undefined) break;
    at = comment.span.start;
  }
  return [replace(file, span(at, at), ',')];
}

/** Takes a comment away, with its line when nothing else is on it, else with the blanks before it. */
export function removeComment(file: JsonFile, comment: Span): readonly Edit[] {
  const { text } = file.source;
  let start = comment.start;
  while (start > 0 && (text[start - 1] === ' ' || text[start - 1] === '\t')) start--;
  const ownLine = start === 0 || text[start - 1] === '\n' || text[start - 1] === '\r';
  if (!ownLine) return [replace(file, span(start, comment.end), '')];
  const lineEnd = /^[ \t]*(?:\r\n|\n|\r)/.exec(text.slice(comment.end));
  // Something follows the comment on its line: its indentation stays.
  if (lineEnd === null && comment.end < text.length) return [replace(file, comment, '')];
  return [replace(file, span(start, comment.end + (lineEnd?.[0].length ?? 0)), '')];
}

export function replace(file: JsonFile, at: Span, text: string): Edit {
  return { uri: file.source.uri, span: at, text };
}

interface Layout {
  /** Indentation of the line that the value starts on. */
  readonly indent: string;
  /** One level more. */
  readonly unit: string;
  readonly lineEnd: string;
  /** Everything on one line, as its surroundings are. */
  readonly inline: boolean;
}

function layoutOf(file: JsonFile, indent: string, inline = false): Layout {
  const { text } = file.source;
  return {
    indent,
    inline,
    unit: /[{[][ \t]*(?:\r\n|\n|\r)([ \t]+)\S/.exec(text)?.[1] ?? '  ',
    lineEnd: /\r\n|\n|\r/.exec(text)?.[0] ?? '\n',
  };
}

const LONGEST_INLINE = 100;

/** On one line where its surroundings are, and it is not too long for it. */
function fitting(value: Json, layout: Layout, inline: boolean): string {
  const line = render(value, { ...layout, inline: true });
  return inline && line.length <= LONGEST_INLINE ? line : render(value, layout);
}

/** Arrays without objects or arrays in them stay on one line, as people write them. */
function render(value: Json, layout: Layout): string {
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  const inner = { ...layout, indent: layout.indent + layout.unit };
  if (isList(value)) {
    const items = value.map((item) => render(item, inner));
    const short = layout.inline || value.every((item) => item === null || typeof item !== 'object');
    return short ? `[${items.join(', ')}]` : block('[', items, ']', layout);
  }
  const members = Object.entries(value).map(([key, item]) => `${JSON.stringify(key)}: ${render(item, inner)}`);
  if (members.length === 0) return '{}';
  return layout.inline ? `{ ${members.join(', ')} }` : block('{', members, '}', layout);
}

function isList(value: object): value is readonly Json[] {
  return Array.isArray(value);
}

function block(open: string, lines: readonly string[], close: string, layout: Layout): string {
  const start = layout.lineEnd + layout.indent + layout.unit;
  return `${open}${start}${lines.join(`,${start}`)}${layout.lineEnd}${layout.indent}${close}`;
}

function insertElement(
  file: JsonFile,
  container: Span,
  after: Span | undefined,
  write: (layout: Layout) => string,
  adds: string,
): readonly Edit[] {
  const { text } = file.source;
  const outer = layoutOf(file, indentAt(text, container.start));
  const oneLine = !/[\r\n]/.test(text.slice(container.start, container.end));
  if (after === undefined) {
    // The brackets hold nothing, or comments, which stay in front of the closing bracket.
    const inside = text.slice(container.start + 1, container.end - 1);
    const line = outer.lineEnd + outer.indent + outer.unit;
    const element = write({ ...outer, indent: outer.indent + outer.unit });
    const blank = inside.trim() === '';
    const at = blank ? span(container.start + 1, container.end - 1) : span(container.start + 1, container.start + 1);
    return [replace(file, at, line + element + (blank ? outer.lineEnd + outer.indent : ''))];
  }
  const at = span(after.end, after.end);
  if (oneLine) return [{ ...replace(file, at, `, ${write({ ...outer, inline: true })}`), adds }];
  const startsLine = text.slice(lineStart(text, after.start), after.start).trim() === '';
  const indent = startsLine ? indentAt(text, after.start) : outer.indent + outer.unit;
  return [{ ...replace(file, at, `,${outer.lineEnd}${indent}${write({ ...outer, indent })}`), adds }];
}

interface Element {
  readonly span: Span;
}

/** Takes elements out with the commas that they leave without a purpose; neighbours go as one. */
function removeElements(
  file: JsonFile,
  container: Span,
  elements: readonly Element[],
  unwanted: ReadonlySet<Element>,
): readonly Edit[] {
  const edits: Edit[] = [];
  let first: number | undefined;
  for (let at = 0; at <= elements.length; at++) {
    const element = elements[at];
    if (element !== undefined && unwanted.has(element)) {
      first ??= at;
    } else if (first !== undefined) {
      edits.push(...removeRun(file, container, elements, first, at));
      first = undefined;
    }
  }
  return edits;
}

/** The elements from `first` to before `end`. */
function removeRun(
  file: JsonFile,
  container: Span,
  elements: readonly Element[],
  first: number,
  end: number,
): readonly Edit[] {
  const { text } = file.source;
  const run = elements.slice(first, end).map(({ span: at }) => at);
  const previous = elements[first - 1]?.span;
  const next = elements[end]?.span;
  const start = run[0]?.start ?? container.end;
  const stop = run.at(-1)?.end ?? container.end;
  const [from, to] =
    next !== undefined
      ? [start, next.start]
      : previous !== undefined
        ? [previous.end, stop]
        : [container.start + 1, container.end - 1];
  const kept = run.reduce(
    (rest, { start: a, end: b }) => rest.slice(0, a - from) + blanks(b - a) + rest.slice(b - from),
    text.slice(from, to),
  );
  if (isBlankOrComma(kept)) return [replace(file, span(from, to), '')];
  // Comments lie between: only the elements go, each with the comma before it, or behind it at the beginning.
  return run.flatMap((at, index) => {
    const before = run[index - 1] ?? previous;
    const behind = run[index + 1] ?? next;
    const comma =
      previous === undefined
        ? behind && commaIn(file, at.end, behind.start)
        : before && commaIn(file, before.end, at.start);
    return comma === undefined ? [replace(file, at, '')] : [replace(file, at, ''), replace(file, comma, '')];
  });
}

function blanks(count: number): string {
  return ' '.repeat(count);
}

/** The comma between two elements, outside comments. */
function commaIn(file: JsonFile, start: number, end: number): Span | undefined {
  const comments = file.errors.filter(({ code }) => code === 'comment');
  for (let at = start; at < end; at++) {
    if (file.source.text[at] !== ',') continue;
    if (comments.every((comment) => at < comment.span.start || at >= comment.span.end)) return span(at, at + 1);
  }
  return undefined;
}

function isBlank(character: string | undefined): boolean {
  return character === ' ' || character === '\t' || character === '\n' || character === '\r';
}

function isBlankOrComma(text: string): boolean {
  return /^[\s,]*$/.test(text);
}

function lineStart(text: string, offset: number): number {
  let at = offset;
  while (at > 0 && text[at - 1] !== '\n' && text[at - 1] !== '\r') at--;
  return at;
}

function indentAt(text: string, offset: number): string {
  return /^[ \t]*/.exec(text.slice(lineStart(text, offset), offset))?.[0] ?? '';
}

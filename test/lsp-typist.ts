// Types in a document of a language client as an editor does: places the cursor, asks for completions, takes one in with its
// tab stops and additional edits. What is offered is the server's business.

import assert from 'node:assert/strict';
import type { CompletionItem, CompletionList, Hover, Position, TextEdit } from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { type TestClient, uriOf } from './lsp-client';

const INDENT = '  ';

interface Stop {
  readonly start: number;
  readonly end: number;
}

export class Typist {
  /** Where the next key goes; what is selected there is replaced. */
  private cursor: Stop = { start: 0, end: 0 };
  private stops: Stop[] = [];

  constructor(
    private readonly client: TestClient,
    private readonly path: string,
  ) {}

  get text(): string {
    return this.client.text(this.path);
  }

  /** Puts the cursor where `|` stands in a text that is otherwise found in the document. */
  at(context: string): this {
    const before = context.indexOf('|');
    const found = this.text.indexOf(context.replace('|', ''));
    assert.ok(before >= 0 && found >= 0, `${context} is not in ${this.text}`);
    this.cursor = { start: found + before, end: found + before };
    return this;
  }

  move(offset: number): this {
    this.cursor = { start: offset, end: offset };
    return this;
  }

  /** Behind what was taken in last, past all its tab stops, on a line of its own. */
  end(): this {
    const last = this.stops.at(-1);
    if (last !== undefined) this.cursor = last;
    this.stops = [];
    return this.type('\n');
  }

  type(text: string): this {
    this.write([{ range: this.range(this.cursor), newText: text }]);
    const grown = text.length - (this.cursor.end - this.cursor.start);
    const behind = this.cursor.end;
    const moved = (at: number): number => (at >= behind ? at + grown : at);
    this.stops = this.stops.map((stop) => ({ start: moved(stop.start), end: moved(stop.end) }));
    const end = this.cursor.start + text.length;
    this.cursor = { start: end, end };
    return this;
  }

  /** The next tab stop of what was taken in last; behind the last one its end. */
  next(): this {
    const stop = this.stops.shift();
    assert.ok(stop, 'no tab stop is left');
    this.cursor = stop;
    return this;
  }

  async items(triggerCharacter?: string): Promise<CompletionItem[]> {
    if (this.cursor.start !== this.cursor.end) this.type('');
    const answer: CompletionItem[] | CompletionList | null = await this.client.connection.sendRequest(
      'textDocument/completion',
      {
        textDocument: { uri: uriOf(this.path) },
        position: this.position(this.cursor.start),
        context: triggerCharacter === undefined ? { triggerKind: 1 } : { triggerKind: 2, triggerCharacter },
      },
    );
    const items = Array.isArray(answer) ? answer : (answer?.items ?? []);
    return [...items].sort((a, b) => ((a.sortText ?? a.label) < (b.sortText ?? b.label) ? -1 : 1));
  }

  async labels(triggerCharacter?: string): Promise<string[]> {
    return (await this.items(triggerCharacter)).map(({ label }) => label);
  }

  /** Takes the item of that label, or the first one. */
  async take(label?: string): Promise<this> {
    const items = await this.items();
    const item = label === undefined ? items[0] : items.find((candidate) => candidate.label === label);
    assert.ok(item, `no ${label ?? 'item'} among [${items.map((one) => one.label).join(', ')}] in\n${this.text}`);
    this.apply(item);
    return this;
  }

  apply(item: CompletionItem): void {
    const edit = item.textEdit;
    assert.ok(edit && 'range' in edit, `${item.label} has no edit`);
    const { line, character } = edit.range.start;
    const lineStart = this.offset({ line, character: 0 });
    const indent = /^[ \t]*/.exec(this.text.slice(lineStart, lineStart + character))?.[0] ?? '';
    const isSnippet = item.insertTextFormat === 2;
    const { text, stops } = isSnippet ? expand(edit.newText, indent) : { text: edit.newText, stops: [] };
    const additional = item.additionalTextEdits ?? [];
    const shift = additional.reduce((sum, { newText }) => sum + newText.length, 0);
    const start = this.offset(edit.range.start) + shift;
    this.write([...additional, { range: edit.range, newText: text }]);
    const end = start + text.length;
    this.stops = [...stops.map((stop) => ({ start: start + stop.start, end: start + stop.end })), { start: end, end }];
    this.next();
  }

  async hover(): Promise<string> {
    const answer: Hover | null = await this.client.connection.sendRequest('textDocument/hover', {
      textDocument: { uri: uriOf(this.path) },
      position: this.position(this.cursor.start),
    });
    const contents = answer?.contents;
    if (contents === undefined) return '';
    const parts = Array.isArray(contents) ? contents : [contents];
    return parts.map((part) => (typeof part === 'string' ? part : part.value)).join('\n');
  }

  position(offset = this.cursor.start): Position {
    return this.document().positionAt(offset);
  }

  private offset(position: Position): number {
    return this.document().offsetAt(position);
  }

  private range({ start, end }: Stop) {
    return { start: this.position(start), end: this.position(end) };
  }

  private document(): TextDocument {
    return TextDocument.create('', '', 0, this.text);
  }

  private write(edits: readonly TextEdit[]): void {
    this.client.apply(this.path, edits);
  }
}

/** A snippet's text with its defaults, and the places to fill in by their numbers; one place for each number. */
function expand(snippet: string, indent: string): { text: string; stops: Stop[] } {
  const stops = new Map<number, Stop>();
  let text = '';
  const pattern =
    /\\([\\$}])|\$\{(\d+)(?::((?:\\.|[^}\\])*)|\|((?:\\.|[^,|\\])*)[^|]*\|)?\}|\$(\d+)|\n|\t|[^\\$\n\t]+|[\\$]/g;
  for (const [whole, escaped, braced, given, chosen, bare] of snippet.matchAll(pattern)) {
    const number = braced ?? bare;
    const written = (given ?? chosen ?? '').replaceAll(/\\(.)/g, '$1');
    const start = text.length;
    if (number !== undefined) text += written;
    else if (escaped !== undefined) text += escaped;
    else if (whole === '\n') text += `\n${indent}`;
    else text += whole === '\t' ? INDENT : whole;
    if (number !== undefined && !stops.has(Number(number))) stops.set(Number(number), { start, end: text.length });
  }
  return { text, stops: [...stops].sort(([a], [b]) => a - b).map(([, stop]) => stop) };
}

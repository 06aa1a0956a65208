// Answers of the language features in the protocol's terms: offsets become lines and columns, places become links.

import {
  type CompletionItem,
  CompletionItemKind,
  InsertTextFormat,
  type Location,
  type MarkupContent,
  type Range,
  type TextEdit,
} from 'vscode-languageserver';
import { positionAt } from '../base/lines';
import { type Bundle, format, say } from '../base/message';
import type { Source } from '../base/source';
import { type Place, span } from '../base/span';
import type { Completion, Prose } from '../features/answers';
import type { Sources } from '../features/variables';
import { rangeOf } from './convert';

/** How words and places are shown. */
export interface Shown {
  readonly bundle: Bundle;
  readonly sources: Sources;
  clientUri(uri: string): string;
  /** Whether the client renders Markdown; else it gets the words alone. */
  readonly markdown: boolean;
}

const KINDS: Readonly<Record<Completion['kind'], CompletionItemKind>> = {
  key: CompletionItemKind.Property,
  value: CompletionItemKind.Value,
  template: CompletionItemKind.Module,
  file: CompletionItemKind.File,
  function: CompletionItemKind.Function,
  method: CompletionItemKind.Method,
};

/** `rank` orders the items: smaller ones first. */
export function completionItem(
  source: Source,
  completion: Completion,
  rank: number,
  shown: Shown,
  snippets: boolean,
): CompletionItem {
  const { kind, text, isSnippet, about, commaBefore } = completion;
  const label = typeof completion.label === 'string' ? completion.label : format(completion.label, shown.bundle);
  const detail = completion.detail && format(completion.detail, shown.bundle);
  const range = rangeOf(source.lines, completion.span);
  const isPlain = isSnippet !== true || !snippets;
  return {
    label,
    kind: KINDS[kind],
    sortText: sortTextOf(rank),
    // Editors compare this with what stands in the range, quotes and all.
    filterText: quoted(label, source.text[completion.span.start]),
    textEdit: { range, newText: isSnippet === true && isPlain ? withoutPlaces(text) : text },
    ...(isPlain ? {} : { insertTextFormat: InsertTextFormat.Snippet }),
    // The first is shown beside the item in focus, the second beside each.
    ...(detail === undefined ? {} : { detail, labelDetails: { description: detail } }),
    ...(about === undefined ? {} : { documentation: markupOf(about, shown) }),
    ...(commaBefore === undefined ? {} : { additionalTextEdits: [commaEdit(source, commaBefore)] }),
  };
}

function quoted(label: string, quote: string | undefined): string {
  if (quote === "'") return `'${label}'`;
  return quote === '"' ? JSON.stringify(label) : label;
}

export function sortTextOf(rank: number): string {
  return String(rank).padStart(5, '0');
}

export function commaEdit(source: Source, offset: number): TextEdit {
  return { range: rangeOf(source.lines, span(offset, offset)), newText: ',' };
}

/** What a snippet becomes in an editor that has none. */
export function withoutPlaces(text: string): string {
  return text
    .replaceAll(/\$\{\d+\|((?:\\.|[^,|\\])*)[^|]*\|\}/g, '$1')
    .replaceAll(/\$\{\d+:((?:\\.|[^}\\])*)\}/g, '$1')
    .replaceAll(/(^|[^\\])\$\d+/g, '$1')
    .replaceAll(/\\([\\$}])/g, '$1');
}

export function markupOf(prose: Prose, shown: Shown): MarkupContent {
  const parts = prose.map((part) =>
    'template' in part
      ? format(part, shown.bundle)
      : part.map(({ place, note }) => `- ${format(note, shown.bundle)}${whereabouts(place, shown)}`).join('\n'),
  );
  const value = parts.filter((part) => part !== '').join('\n\n');
  return shown.markdown ? { kind: 'markdown', value } : { kind: 'plaintext', value: withoutMarkup(value) };
}

function withoutMarkup(markdown: string): string {
  return markdown.replaceAll('`', '').replaceAll(/\[([^[\]\n]*)\]\((https:[^()\s]*)\)/g, '$1 ($2)');
}

function whereabouts({ uri, span: at }: Place, { sources, clientUri, markdown, bundle }: Shown): string {
  const source = sources.get(uri);
  if (source === undefined) return '';
  const line = positionAt(source.lines, at.start).line + 1;
  const words = format(say`line ${line}`, bundle);
  return markdown ? ` ([${words}](${clientUri(uri)}#L${line}))` : ` (${words})`;
}

export function locationOf({ uri, span: at }: Place, { sources, clientUri }: Shown): Location {
  const lines = sources.get(uri)?.lines;
  return { uri: clientUri(uri), range: lines === undefined ? START : rangeOf(lines, at) };
}

const START: Range = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

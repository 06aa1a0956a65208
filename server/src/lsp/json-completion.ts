// Completion in a worker's JSON files: what its own files suggest before what the schema allows, each thing once, with the
// commas that are missing around it.

import { type CompletionItem, InsertTextFormat } from 'vscode-languageserver';
import { format, say } from '../base/message';
import type { Source } from '../base/source';
import type { Asked } from '../features/asked';
import { valueCompletion } from '../features/json-insert';
import { isObjectAt, keyFits } from '../features/schema-fit';
import { suggestionsFor } from '../features/suggestions';
import type { JsonService } from './json-service';
import { commaEdit, completionItem, type Shown, sortTextOf, withoutPlaces } from './language-convert';

export interface CompletionOptions {
  /** Loads the schemas. */
  json(): Promise<JsonService>;
  readonly shown: Shown;
  readonly snippets: boolean;
}

/** Ranks of what the schema offers: behind all that the worker suggests. */
const SCHEMA_RANK = 1000;
const OPTIONAL_RANK = 2000;
const VALUE_RANK = 3000;
const LAST_RANK = 9000;

export async function jsonCompletion(
  asked: Asked,
  source: Source,
  options: CompletionOptions,
): Promise<CompletionItem[]> {
  const { shown, snippets } = options;
  const { items, isAll } = suggestionsFor(asked);
  const own = items.map((item, rank) => completionItem(source, item, rank, shown, snippets));
  if (isAll) return own;
  const service = await options.json();
  const offered = await service.complete({ kind: asked.kind, text: source.text }, asked.offset);
  const documented = new Map(offered.map((item) => [item.label, item]));
  const known = own.map((item) => ({ ...wordsOf(documented.get(item.label)), ...item }));
  const schema = fitting(offered, asked, source, options).filter(
    ({ label }) => !own.some((one) => one.label === label),
  );
  const empty = schema.some(({ label }) => label === '{}') ? [] : emptyObject(asked, source, options);
  return [...known, ...schema, ...empty];
}

function wordsOf(item: CompletionItem | undefined): Pick<CompletionItem, 'documentation'> {
  return item?.documentation === undefined ? {} : { documentation: item.documentation };
}

/** For those who would rather be led from key to key than start from a template. */
function emptyObject({ kind, place }: Asked, source: Source, { shown, snippets }: CompletionOptions): CompletionItem[] {
  if (place.isKey || place.text !== undefined || !isObjectAt(kind, place)) return [];
  return [completionItem(source, valueCompletion(place, '{}', '{\n\t$1\n}', {}), LAST_RANK, shown, snippets)];
}

function fitting(
  offered: readonly CompletionItem[],
  asked: Asked,
  source: Source,
  { shown, snippets }: CompletionOptions,
): CompletionItem[] {
  const { kind, file, place } = asked;
  const required = format(say`required`, shown.bundle);
  const fits = keyFits(kind, file, place);
  return offered.flatMap((item, index) => {
    const fit = place.isKey ? fits(item.label) : undefined;
    if (fit?.isWanted === false) return [];
    const rank = fit === undefined ? VALUE_RANK + index : (fit.isRequired ? SCHEMA_RANK : OPTIONAL_RANK) + fit.order;
    const { commaBefore } = place;
    return [
      {
        ...withSnippets(item, snippets),
        sortText: sortTextOf(rank),
        ...(fit?.isRequired === true ? { detail: required } : {}),
        ...(commaBefore === undefined ? {} : { additionalTextEdits: [commaEdit(source, commaBefore)] }),
      },
    ];
  });
}

/** The library writes snippets whatever the client can do with them, and names a command that only VS Code has. */
function withSnippets({ command: _, insertText: __, ...item }: CompletionItem, snippets: boolean): CompletionItem {
  const edit = item.textEdit;
  if (snippets || item.insertTextFormat !== InsertTextFormat.Snippet || edit === undefined) return item;
  return {
    ...item,
    insertTextFormat: InsertTextFormat.PlainText,
    textEdit: { ...edit, newText: withoutPlaces(edit.newText) },
  };
}

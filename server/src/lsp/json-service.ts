// What the schemas say at a place of a JSON file: completion, hover, outline, folding. Over vscode-json-languageservice,
// which is large: a bundle of its own, loaded with the first request that needs it. Knows schemas and texts, no worker.

import {
  type ClientCapabilities,
  getLanguageService,
  type JSONDocument,
  TextDocument,
} from 'vscode-json-languageservice';
import type { CompletionItem, DocumentSymbol, FoldingRange, Hover, SelectionRange } from 'vscode-languageserver';
import { type Bundle, format, type Message, say } from '../base/message';
import type { JsonKind } from '../features/json-kind';
import type { JsonSchema } from '../features/json-schemas';
import { isTooDeep } from '../syntax/json';

export interface JsonService {
  complete(file: JsonText, offset: number): Promise<readonly CompletionItem[]>;
  hover(file: JsonText, offset: number): Promise<Hover | undefined>;
  symbols(file: JsonText): readonly DocumentSymbol[];
  folds(file: JsonText): readonly FoldingRange[];
  selections(file: JsonText, offsets: readonly number[]): readonly SelectionRange[];
}

export interface JsonText {
  readonly kind: JsonKind;
  readonly text: string;
}

/** What the service says, in one language. */
export interface Spoken {
  readonly schemas: Readonly<Record<JsonKind, JsonSchema>>;
  readonly bundle: Bundle;
}

const MOST_SYMBOLS = 5000;
const MOST_FOLDS = 5000;

/** The library looks schemas up by name. */
const uriOf = (kind: JsonKind): string => `runpod:///${kind}.json`;

export function createJsonService({ schemas, bundle }: Spoken, clientCapabilities: ClientCapabilities): JsonService {
  const service = getLanguageService({ clientCapabilities });
  service.configure({
    validate: false,
    schemas: Object.entries(schemas).map(([kind, schema]) => ({
      uri: `runpod:///schemas/${kind}`,
      fileMatch: [`/${kind}.json`],
      schema,
    })),
  });

  let last: { readonly kind: JsonKind; readonly text: string; readonly parsed: Parsed } | undefined;

  /** Undefined for text nested so deeply that the library, which recurses, would not survive it. */
  function parse({ kind, text }: JsonText): Parsed | undefined {
    if (last?.kind === kind && last.text === text) return last.parsed;
    if (isTooDeep(text)) return undefined;
    // A schema that the file names itself would be used instead, but nothing is fetched here.
    const document = TextDocument.create(uriOf(kind), 'json', 1, text.replaceAll('"$schema"', '"_schema"'));
    const parsed = { document, tree: service.parseJSONDocument(document) };
    last = { kind, text, parsed };
    return parsed;
  }

  return {
    async complete(file, offset) {
      const parsed = parse(file);
      if (parsed === undefined) return [];
      const { document, tree } = parsed;
      const list = await service.doComplete(document, document.positionAt(offset), tree);
      return (list?.items ?? []).map((item) => translated(item, bundle));
    },
    async hover(file, offset) {
      const parsed = parse(file);
      if (parsed === undefined) return undefined;
      const { document, tree } = parsed;
      return (await service.doHover(document, document.positionAt(offset), tree)) ?? undefined;
    },
    symbols(file) {
      const parsed = parse(file);
      if (parsed === undefined) return [];
      const limit = { resultLimit: MOST_SYMBOLS };
      // By the text as it is: the names of the symbols come from it.
      const document = TextDocument.create(parsed.document.uri, 'json', 1, file.text);
      return service.findDocumentSymbols2(document, parsed.tree, limit);
    },
    folds({ kind, text }) {
      const document = TextDocument.create(uriOf(kind), 'json', 1, text);
      return service.getFoldingRanges(document, { rangeLimit: MOST_FOLDS });
    },
    selections(file, offsets) {
      const parsed = parse(file);
      if (parsed === undefined) return [];
      const { document, tree } = parsed;
      const positions = offsets.map((offset) => document.positionAt(offset));
      return service.getSelectionRanges(document, positions, tree);
    },
  };
}

interface Parsed {
  readonly document: TextDocument;
  readonly tree: JSONDocument;
}

/** The library's own words beside an item. */
const LIBRARY_WORDS: ReadonlyMap<string | undefined, Message> = new Map([
  ['Default value', say`Default value`],
  ['New object', say`New object`],
  ['New array', say`New array`],
]);

function translated(item: CompletionItem, bundle: Bundle): CompletionItem {
  const detail = LIBRARY_WORDS.get(item.detail);
  const description = LIBRARY_WORDS.get(item.labelDetails?.description);
  return {
    ...item,
    ...(detail && { detail: format(detail, bundle) }),
    ...(description && { labelDetails: { description: format(description, bundle) } }),
  };
}

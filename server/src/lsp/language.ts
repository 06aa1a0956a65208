// The language features: completion, hover, outline, folding, definition, references, rename. Asked at a place, answered
// from the current texts and the worker around them; what they say is made in features/ and by the schemas.

import {
  type CompletionItem,
  type CompletionParams,
  type Connection,
  type DefinitionParams,
  type DocumentSymbol,
  ErrorCodes,
  type FoldingRange,
  type Hover,
  type InitializeParams,
  type Location,
  type Position,
  type Range,
  type ReferenceParams,
  type RenameParams,
  ResponseError,
  type SelectionRange,
  type ServerCapabilities,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import { offsetAt } from '../base/lines';
import { format } from '../base/message';
import type { Source } from '../base/source';
import { makeSource } from '../base/source';
import { basename, type Uri } from '../base/uri';
import type { Report } from '../engine/report';
import type { Session } from '../engine/session';
import { copyCompletions, imageHover, namedFiles } from '../features/image-navigation';
import { variableProse, workerHover } from '../features/json-hover';
import { type JsonKind, jsonKindOf } from '../features/json-kind';
import { pythonCompletions } from '../features/python-completion';
import { pythonHover } from '../features/python-hover';
import { surroundingsOf } from '../features/python-names';
import { isInIgnoreList } from '../features/rule-mentions';
import {
  definitionsOf,
  mentionsOf,
  renameVariable,
  type Variable,
  variableAt,
  whyNotRenamed,
} from '../features/variables';
import type { Language } from '../languages';
import type { Worker } from '../model/worker';
import { parseJson } from '../syntax/json';
import { jsonPlaceAt } from '../syntax/json-place';
import { type EditTarget, rangeOf, workspaceEditOf } from './convert';
import type { Documents } from './documents';
import { type CompletionOptions, jsonCompletion } from './json-completion';
import type { JsonService } from './json-service';
import { completionItem, locationOf, markupOf, type Shown } from './language-convert';
import { ruleIdItems } from './rule-completion';
import { beside, findingsHover, mentionHover, type RuleWords } from './rule-hover';
import { fromClient } from './uris';

/** Registered with the start: what a file is about decides each time whether there is an answer. */
export const LANGUAGE_CAPABILITIES: ServerCapabilities = {
  completionProvider: { triggerCharacters: ['"', ':', ',', '-', '/', '[', "'", '.'] },
  hoverProvider: true,
  documentSymbolProvider: true,
  foldingRangeProvider: true,
  selectionRangeProvider: true,
  definitionProvider: true,
  referencesProvider: true,
  renameProvider: { prepareProvider: true },
};

export interface LanguageContext {
  readonly documents: Documents;
  readonly target: EditTarget;
  readonly client: InitializeParams['capabilities'];
  readonly language: Language;
  /** Whether a link can open a rule's documentation. */
  readonly explains: boolean;
  /** The session once all current texts are checked. */
  settled(): Promise<Session>;
  reports(): readonly Report[];
  /** The JSON features, loaded when first asked for. */
  json(): Promise<JsonService>;
}

/** A place that is asked about, and what lies around it. */
interface Spot {
  readonly uri: Uri;
  readonly source: Source;
  readonly offset: number;
  readonly worker: Worker | undefined;
  readonly report: Report | undefined;
}

const START: Position = { line: 0, character: 0 };

export function registerLanguageFeatures(connection: Connection, context: LanguageContext): void {
  connection.onCompletion((params) => completion(context, params));
  connection.onHover((params) => hover(context, params));
  connection.onDocumentSymbol((params) => symbols(context, params.textDocument.uri));
  connection.onFoldingRanges((params) => folds(context, params.textDocument.uri));
  connection.onSelectionRanges((params) => selections(context, params.textDocument.uri, params.positions));
  connection.onDefinition((params) => definition(context, params));
  connection.onReferences((params) => references(context, params));
  connection.onPrepareRename(({ textDocument, position }) => prepareRename(context, textDocument.uri, position));
  connection.onRenameRequest((params) => rename(context, params));
}

/** Undefined for a document that is not open, or a position that is none. */
async function spotAt(context: LanguageContext, clientUri: string, position: Position): Promise<Spot | undefined> {
  const session = await context.settled();
  const document = context.documents.byClientUri(clientUri);
  const uri = document?.core ?? fromClient(clientUri);
  const worker = session.worker(uri);
  const report = context.reports().find(({ root }) => root === worker?.root);
  const known = report?.sources.get(uri);
  const source = document === undefined || known?.text === document.text ? known : makeSource(uri, document.text);
  if (source === undefined || !isNumber(position?.line) || !isNumber(position?.character)) return undefined;
  return { uri, source, worker, report, offset: offsetAt(source.lines, source.text.length, position) };
}

function isNumber(value: unknown): boolean {
  return Number.isInteger(value) && Number(value) >= 0;
}

interface JsonSpot extends Spot {
  readonly kind: JsonKind;
}

async function jsonSpotAt(context: LanguageContext, uri: string, position: Position): Promise<JsonSpot | undefined> {
  // Most requests are about other files: they wait for nothing.
  if (typeof uri !== 'string' || !uri.endsWith('.json')) return undefined;
  const spot = await spotAt(context, uri, position);
  const kind = spot && jsonKindOf(spot.uri, spot.worker);
  return kind && { ...spot, kind };
}

function shownFor(
  { target, client, language }: LanguageContext,
  formats: readonly string[] | undefined,
  spot: Spot,
): Shown {
  return {
    bundle: language.bundle,
    sources: spot.report?.sources ?? new Map([[spot.uri, spot.source]]),
    clientUri: target.clientUri,
    markdown: (formats ?? client.textDocument?.hover?.contentFormat)?.includes('markdown') === true,
  };
}

async function completion(context: LanguageContext, params: CompletionParams): Promise<CompletionItem[]> {
  const uri = params.textDocument?.uri;
  if (isInIgnoreComment(context, uri, params.position)) return ruleCompletion(context, params);
  if (isDockerfile(uri)) return dockerCompletion(context, params);
  if (isPython(uri)) return pythonCompletion(context, params);
  const trigger = params.context?.triggerCharacter;
  if (trigger === '.' || trigger === "'") return [];
  const spot = await jsonSpotAt(context, uri, params.position);
  if (spot === undefined) return [];
  const place = jsonPlaceAt(spot.source.text, spot.offset);
  if (place === undefined) return [];
  const { kind, source, offset, worker } = spot;
  const isInList = place.inString && place.path.at(-1) === 'gpuIds';
  if (trigger !== undefined && trigger !== '"' && trigger !== ':' && !isInList) return [];
  const options = completionOptions(context, spot);
  return jsonCompletion({ kind, file: parseJson(source), place, offset, worker }, source, options);
}

function completionOptions(context: LanguageContext, spot: Spot): CompletionOptions {
  const { completionItem: can } = context.client.textDocument?.completion ?? {};
  return {
    json: () => context.json(),
    shown: shownFor(context, can?.documentationFormat ?? [], spot),
    snippets: can?.snippetSupport === true,
  };
}

function isDockerfile(uri: unknown): boolean {
  return typeof uri === 'string' && /dockerfile/i.test(basename(uri));
}

/** Told from the text alone: most requests are not about it, and wait for nothing. */
function isInIgnoreComment({ documents }: LanguageContext, uri: string, position: Position): boolean {
  const document = documents.byClientUri(uri);
  if (document === undefined || !isNumber(position?.line) || !isNumber(position?.character)) return false;
  const source = makeSource(document.core, document.text);
  return isInIgnoreList(source, offsetAt(source.lines, source.text.length, position));
}

async function ruleCompletion(context: LanguageContext, params: CompletionParams): Promise<CompletionItem[]> {
  const spot = await spotAt(context, params.textDocument.uri, params.position);
  if (spot === undefined) return [];
  const { shown } = completionOptions(context, spot);
  return ruleIdItems(spot.source, spot.offset, spot.report, ruleWords(context, shown), shown);
}

function ruleWords({ language, explains }: LanguageContext, { markdown }: Shown): RuleWords {
  return { language, explains, markdown };
}

async function dockerCompletion(context: LanguageContext, params: CompletionParams): Promise<CompletionItem[]> {
  const trigger = params.context?.triggerCharacter;
  if (trigger !== undefined && trigger !== '/') return [];
  const spot = await spotAt(context, params.textDocument.uri, params.position);
  if (spot?.worker === undefined) return [];
  const { shown, snippets } = completionOptions(context, spot);
  const { worker, uri, source, offset } = spot;
  const items = copyCompletions(worker, uri, source.text, offset);
  return items.map((item, rank) => completionItem(source, item, rank, shown, snippets));
}

function isPython(uri: unknown): boolean {
  return typeof uri === 'string' && uri.endsWith('.py');
}

const PYTHON_TRIGGERS: ReadonlySet<string> = new Set(['"', "'", '.']);

async function pythonCompletion(context: LanguageContext, params: CompletionParams): Promise<CompletionItem[]> {
  const trigger = params.context?.triggerCharacter;
  if (trigger !== undefined && !PYTHON_TRIGGERS.has(trigger)) return [];
  const spot = await spotAt(context, params.textDocument.uri, params.position);
  const around = spot && surroundingsOf(spot.uri, spot.source.text, spot.offset, spot.worker);
  if (spot === undefined || around === undefined) return [];
  const { shown, snippets } = completionOptions(context, spot);
  const { source } = spot;
  const items = pythonCompletions(around, source.text, snippets);
  return items.map((item, rank) => completionItem(source, item, rank, shown, snippets));
}

async function hover(context: LanguageContext, params: DefinitionParams): Promise<Hover | null> {
  const spot = await spotAt(context, params.textDocument.uri, params.position);
  if (spot === undefined) return null;
  const shown = shownFor(context, undefined, spot);
  const how = ruleWords(context, shown);
  const mention = mentionHover(spot, how);
  return mention ?? beside(await placeHover(context, spot, shown), findingsHover(spot, how), shown.markdown);
}

/** What stands there, whatever is wrong with it. */
async function placeHover(context: LanguageContext, spot: Spot, shown: Shown): Promise<Hover | null> {
  const kind = jsonKindOf(spot.uri, spot.worker);
  if (kind === undefined) return codeHover(spot, shown);
  const { source, offset, worker } = spot;
  const own = workerHover({ kind, file: parseJson(source), offset, worker, sources: shown.sources });
  if (own !== undefined) return { range: rangeOf(source.lines, own.span), contents: markupOf(own.about, shown) };
  return (await (await context.json()).hover({ kind, text: source.text }, offset)) ?? null;
}

/** In Python, scripts, the Dockerfile and requirements. */
function codeHover(spot: Spot, shown: Shown): Hover | null {
  const { worker, uri, offset, source } = spot;
  const variable = variableIn(spot);
  const answer =
    variable && worker
      ? { span: variable.span, about: variableProse(worker, variable.name, true) }
      : (sdkHover(spot) ?? (worker && imageHover(worker, uri, offset)));
  return answer ? { range: rangeOf(source.lines, answer.span), contents: markupOf(answer.about, shown) } : null;
}

function sdkHover({ uri, source: { text }, offset, worker }: Spot) {
  if (!isPython(uri)) return undefined;
  // The sign behind the offset is the one that is pointed at.
  const around = surroundingsOf(uri, text, /[\w"']/.test(text[offset] ?? '') ? offset + 1 : offset, worker);
  return around && pythonHover(around);
}

function variableIn({ worker, report, uri, offset }: Spot): Variable | undefined {
  return worker && report && variableAt(worker, report.sources, uri, offset);
}

async function symbols(context: LanguageContext, uri: string): Promise<DocumentSymbol[]> {
  const spot = await jsonSpotAt(context, uri, START);
  if (spot === undefined) return [];
  return [...(await context.json()).symbols({ kind: spot.kind, text: spot.source.text })];
}

async function folds(context: LanguageContext, uri: string): Promise<FoldingRange[]> {
  const spot = await jsonSpotAt(context, uri, START);
  if (spot === undefined) return [];
  return [...(await context.json()).folds({ kind: spot.kind, text: spot.source.text })];
}

async function selections(context: LanguageContext, uri: string, positions: Position[]): Promise<SelectionRange[]> {
  const spot = await jsonSpotAt(context, uri, START);
  if (spot === undefined || !Array.isArray(positions)) return [];
  const { source } = spot;
  const offsets = positions.map((position) => offsetAt(source.lines, source.text.length, position));
  return [...(await context.json()).selections({ kind: spot.kind, text: source.text }, offsets)];
}

async function definition(context: LanguageContext, params: DefinitionParams): Promise<Location[]> {
  const spot = await spotAt(context, params.textDocument.uri, params.position);
  if (spot?.worker === undefined || spot.report === undefined) return [];
  const { worker, report, uri, offset } = spot;
  const variable = variableIn(spot);
  const places = variable
    ? definitionsOf(worker, report.sources, variable, { uri, span: variable.span })
    : namedFiles(worker, uri, offset);
  const shown = shownFor(context, undefined, spot);
  return places.map((place) => locationOf(place, shown));
}

async function references(context: LanguageContext, params: ReferenceParams): Promise<Location[]> {
  const spot = await spotAt(context, params.textDocument.uri, params.position);
  const variable = spot && variableIn(spot);
  if (spot?.worker === undefined || spot.report === undefined || variable === undefined) return [];
  const shown = shownFor(context, undefined, spot);
  return mentionsOf(spot.worker, spot.report.sources, variable.name)
    .filter(({ kind }) => kind !== 'offered' || params.context?.includeDeclaration !== false)
    .map((place) => locationOf(place, shown));
}

async function prepareRename(
  context: LanguageContext,
  uri: string,
  position: Position,
): Promise<{ range: Range; placeholder: string } | null> {
  const spot = await spotAt(context, uri, position);
  const variable = spot && variableIn(spot);
  if (spot === undefined || variable === undefined) return null;
  const reason = whyNotRenamed(variable.name);
  if (reason !== undefined) throw refusal(format(reason, context.language.bundle));
  return { range: rangeOf(spot.source.lines, variable.span), placeholder: variable.name };
}

async function rename(context: LanguageContext, params: RenameParams): Promise<WorkspaceEdit | null> {
  const spot = await spotAt(context, params.textDocument.uri, params.position);
  const variable = spot && variableIn(spot);
  if (spot?.worker === undefined || spot.report === undefined || variable === undefined) return null;
  const renaming = renameVariable(spot.worker, spot.report.sources, variable, String(params.newName));
  if (renaming.kind === 'refused') throw refusal(format(renaming.reason, context.language.bundle));
  return workspaceEditOf(spot.report, renaming.edits, context.target) ?? null;
}

function refusal(reason: string): ResponseError<void> {
  return new ResponseError(ErrorCodes.InvalidRequest, reason);
}

// What a worker's own files say for its listing on the Hub: a title, a description, a category, the variables to offer.
// The machine is machine.ts's business; how a file is laid out is the rules'.

import { makeSource } from '../../base/source';
import { basename, type Uri } from '../../base/uri';
import { isCredential, isInfrastructure, isSetByOthers } from '../../knowledge/environment';
import { CATEGORIES, CATEGORY_WORDS, LONGEST_DESCRIPTION, PLACEHOLDERS } from '../../knowledge/hub';
import type { Documents } from '../documents';
import type { Environment, EnvironmentRead } from '../environment/environment';
import { secretsIn } from '../secrets';

const LONGEST_TITLE = 60;

/** The README's first heading; else the name of the folder, without the words that every worker has in it. */
export function titleOf(root: Uri, documents: Documents | undefined): string {
  const heading = documents?.readme && /^#[ \t]+(.{1,200}?)[ \t#]*$/m.exec(withoutCode(documents.readme.text))?.[1];
  const title = heading === undefined ? '' : plainText(heading);
  const isTitle = /\p{L}{2}/u.test(title) && title.length <= LONGEST_TITLE;
  return isTitle && !PLACEHOLDERS.title.some((placeholder) => placeholder === title) ? title : titleOfFolder(root);
}

function titleOfFolder(root: Uri): string {
  const name = decoded(basename(root)).replace(/^(?:runpod[-_ ]?)?worker[-_ ]|^runpod[-_ ]/i, '');
  const words = name.replace(/[-_\s]+/g, ' ').trim();
  return words === '' ? 'Worker' : `${words.charAt(0).toUpperCase()}${words.slice(1, LONGEST_TITLE)}`;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** The README's first sentence; else one that says no more than the title. */
export function descriptionOf(title: string, documents: Documents | undefined): string {
  const paragraphs = withoutCode(documents?.readme?.text ?? '')
    .slice(0, 20_000)
    .split(/\r?\n[ \t]*\r?\n/);
  for (const paragraph of paragraphs) {
    if (/^\s*(?:#|[-*+|>]|\d+[.)]|<|\[!?\[?)/.test(paragraph)) continue;
    const text = plainText(paragraph);
    if (text.split(' ').filter((word) => /\p{L}{2}/u.test(word)).length < 3) continue;
    const sentence = /^.*?[.!?](?=\s|$)/.exec(text)?.[0] ?? text;
    if (!PLACEHOLDERS.description.some((placeholder) => placeholder === sentence)) return boundedDescription(sentence);
  }
  return boundedDescription(`${title}, as a RunPod serverless worker.`);
}

/** A description that fits the Hub's database: cut between words. */
export function boundedDescription(text: string): string {
  const characters = [...text];
  if (characters.length <= LONGEST_DESCRIPTION) return text;
  const cut = characters.slice(0, LONGEST_DESCRIPTION - 1).join('');
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), LONGEST_DESCRIPTION / 2)).trimEnd()}…`;
}

function withoutCode(text: string): string {
  return text
    .slice(0, 100_000)
    .replace(/^\ufeff/, '')
    .replace(/^(```|~~~)[\s\S]*?^\1/gm, '');
}

/** Markdown without its marks: pictures and HTML go, links leave their words. */
function plainText(markdown: string): string {
  return markdown
    .slice(0, 2000)
    .replace(/!\[[^\]]{0,300}\]\([^)]{0,500}\)/g, ' ')
    .replace(/\[([^\]]{0,300})\]\([^)]{0,500}\)/g, '$1')
    .replace(/<[^<>]{0,300}>/g, ' ')
    .replace(/[*`]|__/g, '')
    .replace(/\p{Extended_Pictographic}|\u{fe0f}|\u{200d}/gu, '')
    .replace(/\s+/g, ' ')
    .trim();
}

/** The first category whose words fit; undefined where none does. */
export function categoryFor(text: string): string | undefined {
  const exact = CATEGORIES.find((category) => category === text.trim().toLowerCase());
  return exact ?? CATEGORY_WORDS.find(([, words]) => words.test(text))?.[0];
}

/** One variable that whoever deploys the worker should be offered. */
export interface OfferedVariable {
  readonly name: string;
  readonly type: 'string' | 'number' | 'boolean';
  readonly default: string | number | boolean | undefined;
  /** Without it the worker fails. */
  readonly required: boolean;
  /** Of a boolean: how the code writes true and false. */
  readonly words: { readonly trueValue: string; readonly falseValue: string } | undefined;
}

/** Most variables that a form has use for. */
const MOST_OFFERED = 60;

/** In the order in which they are read. Not what others set, nor what the code only looks at that libraries read. */
export function variablesToOffer(environment: Environment | undefined): readonly OfferedVariable[] {
  const byName = new Map<string, EnvironmentRead[]>();
  for (const read of environment?.reads ?? []) {
    if (read.from === 'python' && isOffered(read)) byName.set(read.name, [...(byName.get(read.name) ?? []), read]);
  }
  const isSetInCode = (name: string): boolean => environment?.set.get(name)?.uri.endsWith('.py') ?? false;
  return [...byName.values()]
    .map((reads) => offered(reads, environment))
    .filter(({ name }) => !isSetInCode(name))
    .slice(0, MOST_OFFERED);
}

function isOffered({ name, fallback }: EnvironmentRead): boolean {
  if (isSetByOthers(name) || !/^[A-Za-z_]\w*$/.test(name)) return false;
  return fallback === undefined || isCredential(name) || !isInfrastructure(name);
}

function offered(reads: readonly EnvironmentRead[], environment: Environment | undefined): OfferedVariable {
  const name = reads[0]?.name ?? '';
  const image = environment?.set.get(name);
  const fallback = reads.map((read) => read.fallback).find((one) => one?.known);
  const text = image?.value.known ? image.value.value : fallback?.known ? fallback.value : undefined;
  const type = reads.map((read) => read.type).find((one) => one !== undefined);
  const required = reads.some((read) => read.required) && text === undefined;
  return { name, required, ...fieldFor(text, type) };
}

type Value = Pick<OfferedVariable, 'type' | 'default' | 'words'>;

function fieldFor(text: string | undefined, type: EnvironmentRead['type']): Value {
  const truth = /^(?:(true|1|yes|on)|(?:false|0|no|off))$/i.exec(text ?? '');
  const isWord = truth !== null && !/^[01]$/.test(text ?? '');
  if (
    text !== undefined &&
    truth &&
    (type === 'boolean' || (isWord && type === undefined && /^(?:true|false)$/i.test(text)))
  ) {
    return { type: 'boolean', default: truth[1] !== undefined, words: truthWords(text) };
  }
  if (type === 'boolean' && text === undefined) return { type, default: undefined, words: undefined };
  const number = text !== undefined && /^-?(?:0|[1-9]\d{0,14})(?:\.\d{1,10})?$/.test(text) ? Number(text) : undefined;
  if (type === 'number' && (text === undefined || number !== undefined))
    return { type, default: number, words: undefined };
  if (type === undefined && number !== undefined) return { type: 'number', default: number, words: undefined };
  const isKept = text !== undefined && text !== '' && secretsIn(makeSource('', text)).length === 0;
  return { type: 'string', default: isKept ? text : undefined, words: undefined };
}

const TRUTHS: readonly (readonly [string, string])[] = [
  ['true', 'false'],
  ['1', '0'],
  ['yes', 'no'],
  ['on', 'off'],
];

/** Both words, written as the one that is known: `True` and `False`. */
function truthWords(text: string): OfferedVariable['words'] {
  const lower = text.toLowerCase();
  const [yes, no] = TRUTHS.find((pair) => pair.includes(lower)) ?? ['true', 'false'];
  const write = (word: string): string => {
    if (text === text.toUpperCase()) return word.toUpperCase();
    return text === lower ? word : word.charAt(0).toUpperCase() + word.slice(1);
  };
  return { trueValue: write(yes), falseValue: write(no) };
}

/** A label for a form field: `MAX_STEPS` is `Max steps`. */
export function labelOf(name: string): string {
  const words = name.replace(/_+/g, ' ').trim().toLowerCase();
  return words === '' ? name : words.charAt(0).toUpperCase() + words.slice(1);
}

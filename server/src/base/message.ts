// Words for people: an English template that is also its key, and the arguments. A face puts it into the user's language.

export interface Message {
  /** English, with `{0}`, `{1}`… where the arguments go. Key into the translation bundles. */
  readonly template: string;
  /** Names, numbers and code as they are; a message where an argument is itself a phrase that has a translation. */
  readonly args: readonly (string | Message)[];
}

/** A phrase that counts, in a language with two forms beside that for one: `few` for 2, 3, 4, 22…, `many` for the rest. */
export interface Forms {
  readonly few: string;
  readonly many: string;
}

/** Translations by English template; what it lacks stays English. */
export type Bundle = Readonly<Record<string, string | Forms>>;

/** A piece of a message: words of ours, or an argument, which comes from the workspace more often than not. */
export interface Part {
  readonly kind: 'words' | 'argument';
  readonly text: string;
}

const LONGEST_ARGUMENT = 120;

/** Template tag: say`hub.json does not offer ${name}.` Arguments are bounded, since they may come from a hostile workspace. */
export function say(strings: TemplateStringsArray, ...values: readonly (string | number | Message)[]): Message {
  let template = templates.get(strings);
  if (template === undefined) {
    template = strings.reduce((text, part, index) => `${text}{${index - 1}}${part}`);
    templates.set(strings, template);
  }
  return {
    template,
    args: values.map((value) => (typeof value === 'object' ? value : bounded(String(value)))),
  };
}

/** One text for all messages that are written in one place: a report has thousands. */
const templates = new WeakMap<TemplateStringsArray, string>();

/** Names, code and numbers without a word of ours, where a message is wanted. What a workspace says is bounded before. */
export function asIs(text: string): Message {
  return { template: '{0}', args: [text] };
}

/** Of two messages that count their first argument: the one for one, or that for any other number. */
export function counted(number: number, one: Message, other: Message): Message {
  return number === 1 ? one : other;
}

export function format(message: Message, bundle?: Bundle): string {
  return partsOf(message, bundle)
    .map(({ text }) => text)
    .join('');
}

/** The message in the bundle's language, its own words apart from its arguments. */
export function partsOf(message: Message, bundle?: Bundle): readonly Part[] {
  const parts: Part[] = [];
  const words = (text: string): void => {
    if (text !== '') parts.push({ kind: 'words', text });
  };
  const template = templateOf(message, bundle);
  // Most texts are as they stand, and a report has a thousand of them.
  const pieces = template.includes('{') ? template.split(/\{(\d+)\}/) : [template];
  for (const [index, piece] of pieces.entries()) {
    const isHole = index % 2 === 1;
    const argument = isHole ? message.args[Number(piece)] : undefined;
    if (!isHole) words(piece);
    else if (argument === undefined) words(`{${piece}}`);
    else if (typeof argument === 'string') parts.push({ kind: 'argument', text: argument });
    else parts.push(...partsOf(argument, bundle));
  }
  return parts;
}

function templateOf({ template, args }: Message, bundle: Bundle | undefined): string {
  const entry = bundle && Object.hasOwn(bundle, template) ? bundle[template] : undefined;
  if (entry === undefined || typeof entry === 'string') return entry ?? template;
  return isFew(Number(args[0])) ? entry.few : entry.many;
}

/** 2, 3, 4, 22, 23, 24…, but not 12, 13, 14. */
function isFew(number: number): boolean {
  const tens = number % 100;
  const ones = number % 10;
  return ones >= 2 && ones <= 4 && (tens < 12 || tens > 14);
}

function bounded(text: string): string {
  const line = isOneWord(text) ? text : text.replace(/\s+/g, ' ');
  return line.length > LONGEST_ARGUMENT ? `${line.slice(0, LONGEST_ARGUMENT - 1)}…` : line;
}

/** Most arguments are names and numbers, and a regular expression takes longer to say so. */
function isOneWord(text: string): boolean {
  if (text.length > LONGEST_ARGUMENT) return false;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code <= SPACE || code > LAST_ASCII) return false;
  }
  return true;
}

const SPACE = 0x20;
const LAST_ASCII = 0x7e;

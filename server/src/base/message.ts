// Words for people: an English template that is also its key, and the arguments. A face puts it into the user's language.

export interface Message {
  /** English, with `{0}`, `{1}`… where the arguments go. Key into the translation bundles. */
  readonly template: string;
  readonly args: readonly string[];
}

/** Translations by English template. */
export type Bundle = Readonly<Record<string, string>>;

const LONGEST_ARGUMENT = 120;

/** Template tag: say`hub.json does not offer ${name}.` Arguments are bounded, since they may come from a hostile workspace. */
export function say(strings: TemplateStringsArray, ...values: readonly (string | number)[]): Message {
  return {
    template: strings.reduce((text, part, index) => `${text}{${index - 1}}${part}`),
    args: values.map((value) => bounded(String(value))),
  };
}

export function format(message: Message, bundle?: Bundle): string {
  const template = bundle?.[message.template] ?? message.template;
  return template.replace(/\{(\d+)\}/g, (hole, index) => message.args[Number(index)] ?? hole);
}

function bounded(text: string): string {
  const line = text.replace(/\s+/g, ' ');
  return line.length > LONGEST_ARGUMENT ? `${line.slice(0, LONGEST_ARGUMENT - 1)}…` : line;
}

// Keys, values and names as completions at a place in Python: with the quotes that are used there, colon, and the commas that are
// missing around them. What is worth offering is the callers' business.

import type { Message } from '../base/message';
import type { Frame } from '../syntax/python-frames';
import type { PythonPlace } from '../syntax/python-outline';
import type { Completion } from './answers';
import type { Surroundings } from './python-names';

/** A place that completions are asked for. */
export interface Here {
  readonly around: Surroundings;
  readonly text: string;
  readonly place: PythonPlace;
  /** Whether the editor knows places to fill in. */
  readonly snippets: boolean;
}

type Extra = Pick<Completion, 'detail' | 'about'>;

/** `value` may hold places to fill in; it is left out where the key has its colon already. */
export function keyItem(here: Here, dict: Frame, name: string, value: string, extra: Extra): Completion {
  const { place, text } = here;
  const quote = place.quote ?? quoteIn(text, dict);
  const quoted = quote + name + quote;
  return {
    label: name,
    kind: 'key',
    span: place.token,
    text: place.next === ':' ? quoted : `${quoted}: ${withQuotes(quote, value)}${comma(place)}`,
    isSnippet: true,
    commaBefore: place.commaBefore,
    ...extra,
  };
}

export function valueItem(
  { place, text }: Here,
  dict: Frame,
  label: string | Message,
  value: string,
  extra: Extra & { readonly kind?: Completion['kind'] } = {},
): Completion {
  return {
    label,
    kind: 'value',
    span: place.token,
    text: withQuotes(quoteIn(text, dict), value) + comma(place),
    isSnippet: true,
    ...extra,
  };
}

/** The first of them as default, the others to be chosen from where there are any. */
export function choice(texts: readonly string[]): string | undefined {
  const [first] = texts;
  return first === undefined ? undefined : texts.length === 1 ? `\${1:${first}}` : `\${1|${texts.join(',')}|}`;
}

/** Something follows that a comma must separate. */
function comma({ next }: PythonPlace): string {
  return next === undefined || /[,)\]}]/.test(next) ? '' : ',';
}

function withQuotes(quote: string, text: string): string {
  return quote === '"' ? text : text.replaceAll('"', quote);
}

const FAR = 400;

/** The quotes that a dictionary has, or the text before it. */
function quoteIn(text: string, { start }: Frame): string {
  const inside = /["']/.exec(text.slice(start, start + FAR))?.[0];
  return inside ?? /["'](?=[^"']*$)/.exec(text.slice(Math.max(0, start - FAR), start))?.[0] ?? '"';
}

// Small pieces that the sections of the HTML report are made of. In a live page, which a host draws and listens to, places
// are buttons; each button says in data attributes what it is for.

import type { CodeLine, Excerpt } from './excerpt';
import type { LiveWords } from './live';
import { type Attributes, type Child, type Html, h } from './markup';
import type { PlaceName } from './problems';
import type { Rich } from './rich';
import { symbol } from './symbols';

export interface Page {
  /** Of the first heading. */
  readonly level: number;
  /** Keeps the ids of several workers apart. */
  readonly prefix: string;
  /** Undefined in a page that is only read. */
  readonly live: LiveWords | undefined;
}

/** In a live page the focus follows a link to it. */
export function heading(
  { level, live }: Page,
  depth: number,
  attributes: Attributes,
  ...children: readonly Child[]
): Html {
  const focusable = live && 'id' in attributes ? { tabindex: -1 } : {};
  return h(`h${Math.min(6, level + depth)}`, { ...attributes, ...focusable }, ...children);
}

/** Which element of the page before it is, whatever else has come or gone. Of use only where pages follow each other. */
export function key({ live }: Page, name: string): Attributes {
  return { 'data-key': live && name };
}

export function button(action: string, attributes: Attributes, ...children: readonly Child[]): Html {
  return h('button', { type: 'button', ...attributes, 'data-action': action }, ...children);
}

export function placeOf({ live }: Page, { text, link }: PlaceName): Html {
  if (live && link !== undefined) return button('open', { class: 'place', 'data-link': link }, text);
  return h('code', { class: 'place' }, text);
}

/** One after another, with commas. */
export function placesOf(page: Page, places: readonly PlaceName[]): Child {
  if (page.live) return places.map((place, index) => [index === 0 ? '' : ', ', placeOf(page, place)]);
  const text = places.map((place) => place.text).join(', ');
  return text === '' ? undefined : placeOf(page, { text, link: undefined });
}

/**
 * What a reader may want to fold away. In a page that is only read, and so on paper, everything is there to see.
 * `isOpen` is how it begins; from then on it is the reader's.
 */
export function foldable(
  { live }: Page,
  { name, isOpen, amount }: { readonly name: string; readonly isOpen: boolean; readonly amount: Child },
  title: Html,
  ...content: readonly Child[]
): Child {
  if (live === undefined) return [title, content];
  return h(
    'details',
    { class: 'fold', 'data-reader': name, open: isOpen ? '' : undefined },
    h('summary', {}, symbol('fold'), title, amount && h('span', { class: 'amount' }, amount)),
    h('div', { class: 'folded' }, ...content),
  );
}

export function codeBlock({ lines }: Excerpt, caption?: string): Html {
  const isChange = lines.some(({ kind }) => kind === 'old' || kind === 'new');
  const block = h('pre', isChange ? { class: 'change' } : {}, h('code', {}, lines.map(codeLine)));
  return caption === undefined ? block : h('figure', {}, h('figcaption', {}, h('code', {}, caption)), block);
}

const LINE_ELEMENTS = { same: 'span', skip: 'span', old: 'del', new: 'ins' } as const;

function codeLine({ kind, text }: CodeLine): Html {
  return h(LINE_ELEMENTS[kind], { class: `line ${kind}` }, `${text}\n`);
}

export function inline(rich: Rich): readonly Child[] {
  return rich.map(({ kind, text }) => (kind === 'code' ? h('code', {}, text) : text));
}

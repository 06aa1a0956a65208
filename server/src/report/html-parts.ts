// Small pieces that the sections of the HTML report are made of.

import type { CodeLine, Excerpt } from './excerpt';
import { type Child, type Html, h } from './markup';
import type { Rich } from './rich';

export interface Page {
  readonly level: number;
  readonly prefix: string;
}

export function heading(
  { level }: Page,
  depth: number,
  attributes: Record<string, string>,
  ...children: Child[]
): Html {
  return h(`h${Math.min(6, level + depth)}`, attributes, ...children);
}

export function placeOf(place: string): Child {
  return [h('code', { class: 'place' }, place), ' '];
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

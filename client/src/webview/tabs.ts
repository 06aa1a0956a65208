// The workers of the workspace as tabs above the report, where there are several: worked with the keys of every tab list.

import type { Shown } from '../messages';
import { type Child, h } from './dom';

export function tabs({ tabs: all, tabsLabel, document: { root: shown } }: Shown): Child {
  if (all.length < 2) return undefined;
  return h(
    'div',
    { class: 'tabs', role: 'tablist', 'aria-label': tabsLabel, 'data-key': 'tabs' },
    all.map(({ root, name, verdict, verdictWord }) =>
      h(
        'button',
        {
          type: 'button',
          role: 'tab',
          class: `tab verdict-${verdict}`,
          title: `${name}: ${verdictWord}`,
          'aria-selected': String(root === shown),
          'aria-controls': 'report',
          tabindex: root === shown ? 0 : -1,
          'data-key': root,
          'data-action': 'select',
          'data-worker': root,
        },
        h('span', { class: 'dot' }),
        h('span', { class: 'name' }, name),
        h('span', { class: 'hidden' }, ` ${verdictWord}`),
      ),
    ),
  );
}

/** The tab that arrow keys, Home and End lead to; undefined for any other key and outside of the tabs. */
export function nextTab({ key, target }: KeyboardEvent): HTMLElement | undefined {
  const list = target instanceof Element ? target.closest('[role=tablist]') : null;
  if (list === null) return undefined;
  const all = [...list.querySelectorAll<HTMLElement>('[role=tab]')];
  const at = all.findIndex((tab) => tab.contains(document.activeElement));
  switch (key) {
    case 'ArrowRight':
      return all[(at + 1) % all.length];
    case 'ArrowLeft':
      return all.at(at - 1);
    case 'Home':
      return all[0];
    case 'End':
      return all.at(-1);
    default:
      return undefined;
  }
}

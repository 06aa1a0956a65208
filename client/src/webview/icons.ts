// The few pictures of the panel, drawn here so that no font and no file has to be loaded. All are decoration:
// whatever they say is also said in words.

import { svg } from './dom';

const SHAPES = {
  error: ['M8 1.5a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13Z', 'M5.6 5.6l4.8 4.8M10.4 5.6l-4.8 4.8'],
  warning: ['M8 2 1.6 13.4h12.8L8 2Z', 'M8 6.3v3.4M8 11.4v.4'],
  info: ['M8 1.5a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13Z', 'M8 7.2v4M8 4.7v.4'],
  hint: ['M5.8 11.2c-1.3-.8-2.2-2.1-2.2-3.8a4.4 4.4 0 1 1 8.8 0c0 1.7-.9 3-2.2 3.8v1.2H5.8v-1.2Z', 'M6.3 14.5h3.4'],
  passed: ['M8 1.5a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13Z', 'M5 8.2l2.1 2.1L11 6.1'],
  undecided: [
    'M8 1.5a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13Z',
    'M6.2 6.3a1.8 1.8 0 1 1 2.6 1.6c-.5.3-.8.6-.8 1.2M8 11.4v.3',
  ],
  none: ['M5 8h6'],
  fix: [
    'M9.9 2.2a3.4 3.4 0 0 0-3 4.7L2.3 11.5a1.5 1.5 0 1 0 2.2 2.2l4.6-4.6a3.4 3.4 0 0 0 4.5-4.3L11.5 7 9.3 6.7 9 4.5l2.2-2.1a3.4 3.4 0 0 0-1.3-.2Z',
  ],
} as const satisfies Record<string, readonly string[]>;

export type IconName = keyof typeof SHAPES;

export function icon(name: IconName, tone?: string, size?: 'large'): SVGElement {
  const classes = ['icon', tone === undefined ? '' : `tone-${tone}`, size ?? ''].join(' ').trim();
  const shape = SHAPES[name].map((path) => svg('path', { d: path }));
  return svg('svg', { class: classes, viewBox: '0 0 16 16', 'aria-hidden': 'true' }, shape);
}

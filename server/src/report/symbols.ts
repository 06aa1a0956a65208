// The report's pictures, as SVG inside the page: the score as a ring, and a symbol for each state, beside its word.

import type { Score } from './document';
import { type Html, h } from './markup';

const RADIUS = 42;
const ROUND = 2 * Math.PI * RADIUS;

export function scorePicture({ value, label, text, ofTen }: Score): Html {
  const filled = (ROUND * Math.max(0, Math.min(10, value))) / 10;
  const circle = { cx: 50, cy: 50, r: RADIUS };
  return h(
    'svg',
    { class: 'score', viewBox: '0 0 100 100', role: 'img', 'aria-label': `${label}: ${text} ${ofTen}` },
    h('circle', { class: 'track', ...circle }),
    h('circle', {
      class: 'arc',
      ...circle,
      transform: 'rotate(-90 50 50)',
      'stroke-dasharray': `${filled.toFixed(2)} ${ROUND.toFixed(2)}`,
    }),
    h('text', { x: 50, y: 57, class: 'number' }, text),
    h('text', { x: 50, y: 72, class: 'of' }, ofTen),
  );
}

/** Drawn in a square of 16, with a line of the text's colour. */
const PATHS = {
  good: 'M8 1.5a6.5 6.5 0 1 0 0 13a6.5 6.5 0 1 0 0-13M5 8.2l2.1 2.1L11.2 6',
  error: 'M8 1.5a6.5 6.5 0 1 0 0 13a6.5 6.5 0 1 0 0-13M5.6 5.6l4.8 4.8M10.4 5.6l-4.8 4.8',
  warning: 'M8 1.8L15 14H1zM8 6.2v3.9M8 11.9v.3',
  note: 'M8 1.5a6.5 6.5 0 1 0 0 13a6.5 6.5 0 1 0 0-13M8 7.2v4M8 4.6v.3',
  unknown: 'M8 1.5a6.5 6.5 0 1 0 0 13a6.5 6.5 0 1 0 0-13M6 6.3a2 2 0 1 1 2.8 1.8c-.6.3-.8.7-.8 1.4M8 11.5v.3',
  none: 'M4 8h8',
  checked: 'M2.5 2.5h11v11h-11zM5 8.2l2.1 2.1L11.2 6',
  unchecked: 'M2.5 2.5h11v11h-11z',
  fold: 'M6 3.5L10.5 8L6 12.5',
  fix: 'M10.2 2.2a3.6 3.6 0 0 0-3.5 4.6L2.4 11a1.8 1.8 0 0 0 2.6 2.6l4.2-4.3a3.6 3.6 0 0 0 4.6-4.5L11.5 7L9.4 6.6L9 4.5l2.3-2.2a3.6 3.6 0 0 0-1.1-.1',
} as const;

/** Says nothing that the word beside it does not. */
export function symbol(name: keyof typeof PATHS): Html {
  return h(
    'svg',
    { class: `symbol ${name}`, viewBox: '0 0 16 16', 'aria-hidden': 'true' },
    h('path', { d: PATHS[name] }),
  );
}

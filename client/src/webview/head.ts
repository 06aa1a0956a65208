// The head of a report: the score as a ring, the verdict with its reason, and how the checks came out as one bar.

import type { PanelOutcome, PanelReport } from '../../../server/src/lsp/protocol';
import { type Child, h, svg } from './dom';
import { type IconName, icon } from './icons';
import { checksPassed, checksUndecided, count, kindWord, SEVERITIES, scoreWord, verdictWord, WORDS } from './words';

const RADIUS = 42;
const ROUND = 2 * Math.PI * RADIUS;

const VERDICT_ICONS: Readonly<Record<PanelReport['verdict'], IconName>> = {
  go: 'passed',
  'conditional-go': 'warning',
  'no-go': 'error',
};

export function head(report: PanelReport): HTMLElement {
  return h(
    'header',
    { class: `head verdict-${report.verdict}`, 'data-key': 'head' },
    ring(report.score),
    h(
      'div',
      { class: 'head-text' },
      h('p', { class: 'overline' }, WORDS.product, h('span', { class: 'kind' }, kindWord(report.kind))),
      h('h1', { tabindex: -1 }, report.name),
      h(
        'p',
        { class: 'verdict' },
        h('span', { class: 'badge' }, icon(VERDICT_ICONS[report.verdict]), verdictWord(report.verdict)),
        h('span', { class: 'reason' }, report.reason),
      ),
    ),
    tally(report),
  );
}

function ring(score: number): SVGElement {
  const filled = (ROUND * Math.max(0, Math.min(10, score))) / 10;
  const label = `Score ${scoreWord(score)} ${WORDS.ofTen}`;
  return svg(
    'svg',
    { class: 'ring', viewBox: '4 4 92 92', role: 'img', 'aria-label': label },
    svg('circle', { class: 'ring-track', cx: 50, cy: 50, r: RADIUS }),
    svg('circle', {
      class: 'ring-arc',
      cx: 50,
      cy: 50,
      r: RADIUS,
      transform: 'rotate(-90 50 50)',
      'stroke-dasharray': `${filled.toFixed(2)} ${ROUND.toFixed(2)}`,
    }),
    svg('text', { class: 'ring-score', x: 50, y: 54 }, scoreWord(score)),
    svg('text', { class: 'ring-of', x: 50, y: 70 }, WORDS.ofTen),
  );
}

interface Slice {
  readonly tone: string;
  readonly label: string;
  readonly amount: number;
}

/** The bar counts rules, as the score does; the legend counts what the reader sees below: findings. */
function tally(report: PanelReport): HTMLElement {
  const slices = slicesOf(report.outcomes).filter(({ amount }) => amount > 0);
  const whole = slices.reduce((sum, { amount }) => sum + amount, 0);
  let at = 0;
  const bars = slices.map(({ tone, amount }) => {
    const x = (at / whole) * 100;
    at += amount;
    return svg('rect', { class: `bar tone-${tone}`, x: `${x}%`, y: 0, width: `${(amount / whole) * 100}%`, height: 6 });
  });
  const legend: Child[] = slices.map(({ tone, label }) =>
    h('li', { 'data-key': tone }, h('span', { class: `dot tone-${tone}` }), label),
  );
  return h(
    'div',
    { class: 'tally' },
    svg('svg', { class: 'bars', 'aria-hidden': 'true' }, bars),
    h('ul', { class: 'legend' }, legend),
  );
}

function slicesOf(outcomes: readonly PanelOutcome[]): readonly Slice[] {
  const amountOf = (...states: PanelOutcome['state'][]) =>
    outcomes.filter(({ state }) => states.includes(state)).length;
  const failed = SEVERITIES.map((severity) => {
    const rules = outcomes.filter((outcome) => outcome.state === 'failed' && outcome.severity === severity);
    const all = outcomes.flatMap(({ findings }) => findings).filter((finding) => finding.severity === severity);
    return { tone: severity, amount: rules.length, label: count(severity, all.length) };
  });
  const passed = amountOf('passed');
  const open = amountOf('undecided', 'crashed');
  return [
    ...failed,
    { tone: 'undecided', amount: open, label: checksUndecided(open) },
    { tone: 'passed', amount: passed, label: checksPassed(passed) },
  ];
}

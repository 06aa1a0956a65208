// What was found, one card for each rule, by priority: the message, its places, the route that leads there, the fixes.
// Buttons carry what they do as data attributes; main.ts listens for all of them in one place.

import type { PanelFinding, PanelNote, PanelOutcome, PanelReport } from '../../../server/src/lsp/protocol';
import { type Child, h, spoken } from './dom';
import { icon } from './icons';
import { places, type Severity, WORDS } from './words';

const PRIORITIES: readonly { readonly key: keyof typeof WORDS.priorities; readonly holds: readonly Severity[] }[] = [
  { key: 'critical', holds: ['error'] },
  { key: 'high', holds: ['warning'] },
  { key: 'low', holds: ['info', 'hint'] },
];

export function findings(report: PanelReport): HTMLElement {
  const failed = report.outcomes.filter(({ state }) => state === 'failed');
  const groups = PRIORITIES.map(({ key, holds }) =>
    priority(
      report,
      key,
      failed.filter((one) => holds.includes(one.severity)),
    ),
  );
  return h(
    'section',
    { class: 'findings', 'aria-label': WORDS.findings, 'data-key': 'findings' },
    failed.length === 0 ? nothing(report) : groups,
    notChecked(report),
  );
}

function nothing(report: PanelReport): Child {
  if (report.outcomes.some(({ state }) => state === 'undecided' || state === 'crashed')) return undefined;
  return h(
    'div',
    { class: 'calm', 'data-key': 'nothing' },
    icon('passed', 'passed', 'large'),
    h('div', {}, h('h2', {}, WORDS.nothingFound), h('p', {}, WORDS.nothingFoundRemark)),
  );
}

function priority(report: PanelReport, key: keyof typeof WORDS.priorities, outcomes: readonly PanelOutcome[]): Child {
  if (outcomes.length === 0) return undefined;
  const { title, remark } = WORDS.priorities[key];
  return h(
    'section',
    { class: 'priority', 'data-key': key, 'aria-labelledby': `priority-${key}` },
    h('h2', { id: `priority-${key}` }, title, h('span', { class: 'remark' }, remark)),
    outcomes.map((outcome) => card(report, outcome)),
  );
}

function card(report: PanelReport, outcome: PanelOutcome): HTMLElement {
  const [first, ...others] = outcome.findings;
  // Said once, as the title, where every place has the same message.
  const shared = others.every(({ message }) => message === first?.message) ? first?.message : undefined;
  const title = `title-${outcome.rule}`;
  return h(
    'article',
    {
      class: `card tone-${outcome.severity}`,
      'data-key': outcome.rule,
      id: `rule-${outcome.rule}`,
      'aria-labelledby': title,
    },
    h(
      'div',
      { class: 'card-head' },
      icon(outcome.severity, outcome.severity),
      h('h3', { id: title, tabindex: -1 }, spoken(`${outcome.severity}: `), shared ?? outcome.summary),
      others.length === 0 ? undefined : h('span', { class: 'amount' }, places(outcome.findings.length)),
    ),
    outcome.findings.map((finding, index) => body(report, finding, index, shared === undefined)),
    h(
      'details',
      { class: 'why', 'data-key': 'why', 'data-reader': `why ${outcome.rule}` },
      h('summary', {}, h('span', {}, WORDS.why), h('code', { class: 'rule' }, outcome.rule)),
      h('p', {}, outcome.why),
    ),
  );
}

function body(report: PanelReport, finding: PanelFinding, index: number, withMessage: boolean): HTMLElement {
  return h(
    'div',
    { class: 'finding', 'data-key': `finding-${index}` },
    h(
      'div',
      { class: 'finding-line', 'data-key': 'line' },
      placeButton(report, finding, { 'data-finding': finding.id }),
      withMessage ? h('span', { class: 'message' }, finding.message) : undefined,
    ),
    finding.related.length > 0 ? route(report, finding) : undefined,
    finding.fixes.length > 0 ? fixes(finding) : undefined,
  );
}

/** Related places in order, as the steps that lead to the finding. */
function route(report: PanelReport, finding: PanelFinding): HTMLElement {
  return h(
    'ol',
    { class: 'route', 'aria-label': WORDS.route, 'data-key': 'route' },
    finding.related.map((note, step) =>
      h(
        'li',
        {},
        placeButton(report, note, { 'data-finding': finding.id, 'data-note': step }),
        h('span', { class: 'message' }, note.message),
      ),
    ),
  );
}

function fixes(finding: PanelFinding): HTMLElement {
  return h(
    'div',
    { class: 'fixes', 'data-key': 'fixes' },
    finding.fixes.map(({ title, safe }, index) =>
      h(
        'button',
        {
          type: 'button',
          class: safe ? 'fix' : 'fix unsafe',
          title: safe ? undefined : WORDS.reviewHint,
          'data-action': 'fix',
          'data-finding': finding.id,
          'data-fix': index,
        },
        icon('fix'),
        h('span', {}, title),
        safe ? undefined : h('span', { class: 'tag' }, WORDS.review),
      ),
    ),
  );
}

function placeButton(
  report: PanelReport,
  { uri, range }: PanelNote,
  data: Record<string, string | number>,
): HTMLElement {
  const line = range.start.line + 1;
  return h(
    'button',
    { type: 'button', class: 'place', 'data-action': 'open', ...data },
    `${relativePath(report.root, uri)}:${line}`,
  );
}

function relativePath(root: string, uri: string): string {
  const below = uri.startsWith(`${root}/`) ? uri.slice(root.length + 1) : uri.slice(uri.lastIndexOf('/') + 1);
  try {
    return decodeURIComponent(below);
  } catch {
    return below;
  }
}

function notChecked(report: PanelReport): Child {
  const outcomes = report.outcomes.filter(({ state }) => state === 'undecided' || state === 'crashed');
  if (outcomes.length === 0) return undefined;
  return h(
    'section',
    { class: 'priority', 'data-key': 'not-checked', 'aria-labelledby': 'not-checked' },
    h('h2', { id: 'not-checked' }, WORDS.notChecked),
    h('p', { class: 'lead' }, WORDS.undecidedReason),
    h(
      'ul',
      { class: 'plain' },
      outcomes.map(({ rule, summary, crash }) =>
        h(
          'li',
          { 'data-key': rule },
          icon('undecided', 'undecided'),
          h('code', { class: 'rule' }, rule),
          h('span', { class: 'message' }, crash ?? summary),
        ),
      ),
    ),
  );
}

// The panel's page: draws what the extension sends, keeps the reader's place while it does, and sends back what the
// reader asks for. It decides nothing about findings.

import type { PanelReport } from '../../../server/src/lsp/protocol';
import { type Ask, type PanelState, parseShow } from '../messages';
import { areas, checklist } from './areas';
import { type Child, h } from './dom';
import { findings } from './findings';
import { head } from './head';
import { icon } from './icons';
import { morph } from './morph';
import { announcement, rulesFrom, verdictWord, WORDS } from './words';

/** Kept by the editor while the panel is hidden and over a reload of the window. */
interface Kept {
  readonly worker?: string;
  readonly scroll?: number;
  /** Details that the reader opened or closed, by their `data-reader`. */
  readonly opened?: Readonly<Record<string, boolean>>;
}

declare function acquireVsCodeApi(): {
  postMessage(message: Ask): void;
  getState(): Kept | undefined;
  setState(state: Kept): void;
};

const editor = acquireVsCodeApi();
const page = document.querySelector('#page') ?? document.body;
const voice = document.querySelector('#voice') ?? document.body;

let kept: Kept = editor.getState() ?? {};
let state: PanelState = { kind: 'checking' };
let said = '';
let scrollRestored = false;

window.addEventListener('error', ({ message }) => editor.postMessage({ type: 'trouble', message }));
window.addEventListener('message', ({ data }) => {
  const show = parseShow(data);
  if (show === undefined) return;
  state = show.state;
  if (show.select !== undefined) keep({ worker: show.select });
  draw();
});
page.addEventListener('click', ({ target }) => {
  if (!(target instanceof Element)) return;
  const button = target.closest<HTMLElement>('[data-action]');
  const summary = target.closest('summary');
  if (button !== null) act(button.dataset);
  else if (summary !== null) rememberToggle(summary);
});
page.addEventListener('keydown', (event) => {
  if (event instanceof KeyboardEvent) moveBetweenTabs(event);
});
window.addEventListener('scroll', () => scrollRestored && keep({ scroll: window.scrollY }), { passive: true });

draw();
editor.postMessage({ type: 'ready' });

function draw(): void {
  const report = shownReport();
  const focused = focusedCard();
  morph(page, h('main', { id: 'page', class: `is-${state.kind}` }, content(report)));
  keepFocus(focused);
  if (report === undefined) return;
  say(announcement(report));
  restore();
  const amount = report.outcomes.reduce((sum, outcome) => sum + outcome.findings.length, 0);
  editor.postMessage({ type: 'drawn', worker: report.name, findings: amount });
}

function shownReport(): PanelReport | undefined {
  if (state.kind !== 'reports') return undefined;
  return state.reports.find(({ root }) => root === kept.worker) ?? state.reports[0];
}

function content(report: PanelReport | undefined): Child {
  switch (state.kind) {
    case 'checking':
      return h('div', { class: 'empty', role: 'status' }, h('p', { class: 'busy' }, WORDS.checking));
    case 'stopped':
      return h(
        'div',
        { class: 'empty', role: 'alert' },
        icon('error', 'error', 'large'),
        h('h1', {}, WORDS.stopped),
        h('p', {}, state.reason),
        h(
          'div',
          { class: 'fixes' },
          h('button', { type: 'button', class: 'fix', 'data-action': 'restart' }, WORDS.restart),
          h('button', { type: 'button', class: 'fix unsafe', 'data-action': 'output' }, WORDS.output),
        ),
      );
    case 'reports':
      if (report === undefined) {
        return h('div', { class: 'empty' }, h('h1', {}, WORDS.noWorker), h('p', {}, WORDS.noWorkerRemark));
      }
      return [tabs(state.reports, report), reportView(report, state.reports.length > 1)];
  }
}

function tabs(reports: readonly PanelReport[], shown: PanelReport): Child {
  if (reports.length < 2) return undefined;
  return h(
    'div',
    { class: 'tabs', role: 'tablist', 'aria-label': WORDS.workers, 'data-key': 'tabs' },
    reports.map((report) =>
      h(
        'button',
        {
          type: 'button',
          role: 'tab',
          class: `tab verdict-${report.verdict}`,
          'aria-selected': String(report === shown),
          'aria-controls': 'report',
          tabindex: report === shown ? 0 : -1,
          'data-key': report.root,
          'data-action': 'select',
          'data-worker': report.root,
        },
        h('span', { class: 'dot' }),
        h('span', {}, report.name),
        h('span', { class: 'spoken' }, verdictWord(report.verdict)),
      ),
    ),
  );
}

/** Keyed by worker, so that another worker's report is a new element and starts with its own details. */
function reportView(report: PanelReport, inTab: boolean): HTMLElement {
  const view = h(
    'div',
    {
      id: 'report',
      role: inTab ? 'tabpanel' : undefined,
      'aria-label': inTab ? report.name : undefined,
      'data-key': report.root,
    },
    head(report),
    h(
      'div',
      { class: 'columns' },
      h('div', { class: 'column', 'data-key': 'main' }, findings(report)),
      h('div', { class: 'column', 'data-key': 'side' }, areas(report), checklist(report)),
    ),
    h('footer', {}, rulesFrom(report)),
  );
  for (const details of view.querySelectorAll<HTMLDetailsElement>('details[data-reader]')) {
    const wanted = kept.opened?.[details.getAttribute('data-reader') ?? ''];
    if (wanted !== undefined) details.open = wanted;
  }
  return view;
}

function act({ action, finding, note, fix, rule, worker }: DOMStringMap): void {
  switch (action) {
    case 'open':
      if (finding === undefined) return;
      editor.postMessage(
        note === undefined ? { type: 'open', finding } : { type: 'open', finding, note: Number(note) },
      );
      return;
    case 'fix':
      if (finding !== undefined) editor.postMessage({ type: 'fix', finding, fix: Number(fix) });
      return;
    case 'jump':
      jumpTo(rule ?? '');
      return;
    case 'select':
      if (worker === undefined) return;
      keep({ worker });
      draw();
      window.scrollTo(0, 0);
      return;
    case 'restart':
    case 'output':
      editor.postMessage({ type: action });
      return;
  }
}

function jumpTo(rule: string): void {
  const card = document.getElementById(`rule-${rule}`);
  card?.scrollIntoView({ block: 'start' });
  card?.querySelector<HTMLElement>('h3')?.focus({ preventScroll: true });
}

/** Position among the cards of the one that holds the focus. */
function focusedCard(): number | undefined {
  const card = document.activeElement?.closest('.card');
  return card instanceof Element ? allCards().indexOf(card) : undefined;
}

/** Where the focused button has gone with its finding, the card itself or the one that took its place gets the focus. */
function keepFocus(focused: number | undefined): void {
  if (focused === undefined || document.activeElement !== document.body) return;
  const cards = allCards();
  const next = cards[Math.min(focused, cards.length - 1)];
  (next ?? page).querySelector<HTMLElement>('h3, h1')?.focus({ preventScroll: true });
}

function allCards(): readonly Element[] {
  return [...page.querySelectorAll('.card')];
}

/** Arrow keys, Home and End, as in every tab list. */
function moveBetweenTabs(event: KeyboardEvent): void {
  const tab = event.target instanceof Element ? event.target.closest('[role=tab]') : null;
  if (tab === null || tab.parentElement === null) return;
  const all = [...tab.parentElement.querySelectorAll<HTMLElement>('[role=tab]')];
  const at = all.indexOf(tab as HTMLElement);
  const next = new Map([
    ['ArrowRight', all[(at + 1) % all.length]],
    ['ArrowLeft', all.at(at - 1)],
    ['Home', all[0]],
    ['End', all.at(-1)],
  ]).get(event.key);
  if (next === undefined) return;
  event.preventDefault();
  act(next.dataset);
  next.focus();
}

/** From the click, not the toggle event: that one also comes when details are drawn open. */
function rememberToggle(summary: Element): void {
  const details = summary.parentElement;
  const key = details?.getAttribute('data-reader');
  if (!(details instanceof HTMLDetailsElement) || typeof key !== 'string') return;
  keep({ opened: { ...kept.opened, [key]: !details.open } });
}

function say(words: string): void {
  if (words === said) return;
  said = words;
  voice.textContent = words;
}

/** Once, after the first report: from then on the page keeps its own place. */
function restore(): void {
  if (scrollRestored) return;
  scrollRestored = true;
  window.scrollTo(0, kept.scroll ?? 0);
}

function keep(change: Kept): void {
  kept = { ...kept, ...change };
  editor.setState(kept);
}

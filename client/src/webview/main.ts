// The panel's page: draws what the extension sends, keeps the reader's place while it does, and sends back what the
// reader asks for. It decides nothing about findings, and says no word of its own.

import { type Ask, type Notice, parseShow, type Shown } from '../messages';
import { h } from './dom';
import { morph } from './morph';
import { jumpTo, keepFocus, returnFocus } from './place';
import { nextTab, tabs } from './tabs';

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

/** A verdict that lasts this long is worth saying aloud: while somebody types, it comes and goes. */
const VOICE_MS = 1200;

const editor = acquireVsCodeApi();
const page = document.querySelector('#page') ?? document.body;
const voice = document.querySelector('#voice') ?? document.body;

let kept: Kept = editor.getState() ?? {};
/** What was said last of which worker and verdict. */
let said = '';
let speaking: ReturnType<typeof setTimeout> | undefined;
let scrollRestored = false;

window.addEventListener('error', ({ message }) => editor.postMessage({ type: 'trouble', message }));
window.addEventListener('message', ({ data }) => {
  const show = parseShow(data);
  if (show === undefined) return;
  if (show.view.kind === 'report') drawReport(show.view);
  else drawNotice(show.view);
});
page.addEventListener('click', (event) => {
  if (!(event.target instanceof Element)) return;
  const button = event.target.closest<HTMLElement>('[data-action]');
  const link = event.target.closest('a[href^="#"]');
  const summary = event.target.closest('summary');
  if (button !== null) {
    const ask = askOf(button.dataset);
    if (ask !== undefined) editor.postMessage(ask);
  } else if (link !== null) {
    // The editor would only scroll there.
    event.preventDefault();
    event.stopPropagation();
    jumpTo(page, link.getAttribute('href')?.slice(1) ?? '');
  } else if (summary !== null) {
    rememberToggle(summary);
  }
});
page.addEventListener('keydown', (event) => {
  const tab = event instanceof KeyboardEvent ? nextTab(event) : undefined;
  if (tab === undefined) return;
  event.preventDefault();
  tab.focus();
  tab.click();
});
returnFocus();
window.addEventListener('scroll', () => scrollRestored && keep({ scroll: window.scrollY }), { passive: true });

const { worker } = kept;
editor.postMessage(worker === undefined ? { type: 'ready' } : { type: 'ready', worker });

function drawReport(shown: Shown): void {
  const { root, name, language, html, findings, verdict, summary } = shown.document;
  const isOther = kept.worker !== undefined && kept.worker !== root;
  const inTabs = shown.tabs.length > 0;
  document.documentElement.lang = language;
  keep({ worker: root });
  // Keyed by worker, so that another worker's report is a new element and begins with its own details.
  const report = h('div', {
    id: 'report',
    class: 'report',
    role: inTabs ? 'tabpanel' : undefined,
    'aria-label': inTabs ? name : undefined,
    'data-key': root,
  });
  report.append(...elementsOf(html));
  for (const details of report.querySelectorAll<HTMLDetailsElement>('details[data-reader]')) {
    const { reader = '' } = details.dataset;
    const wanted = kept.opened?.[reader];
    if (wanted !== undefined) details.open = wanted;
  }
  keepFocus(page, () => morph(page, h('main', { id: 'page', class: 'is-reports' }, tabs(shown), report)));
  if (isOther) window.scrollTo(0, 0);
  else restoreScroll();
  say(`${root} ${verdict}`, summary);
  editor.postMessage({ type: 'drawn', worker: name, findings });
}

/** The server has escaped what it did not write itself; scripts in a parsed document do not run in any case. */
function elementsOf(html: string): readonly Node[] {
  return [...new DOMParser().parseFromString(html, 'text/html').body.childNodes];
}

function drawNotice({ about, title, text, actions, language }: Notice): void {
  document.documentElement.lang = language;
  const buttons = actions.map(({ action, label }, index) =>
    h('button', { type: 'button', class: index === 0 ? 'button' : 'button secondary', 'data-action': action }, label),
  );
  const content = h(
    'div',
    { class: `notice ${about}`, 'data-key': about },
    about === 'checking' ? h('p', { class: 'busy' }, title) : h('h1', {}, title),
    text === undefined ? undefined : h('p', {}, text),
    buttons.length === 0 ? undefined : h('div', { class: 'actions' }, buttons),
  );
  morph(page, h('main', { id: 'page', class: `is-${about}` }, content));
  say(about, title);
}

function askOf(data: DOMStringMap): Ask | undefined {
  const { action = '', link = '', finding = '', fix = '', rule = '', format, worker: root = '' } = data;
  switch (action) {
    case 'open':
      return { type: action, link };
    case 'fix':
      return { type: action, finding, fix: Number(fix) };
    case 'ignore':
      return { type: action, finding };
    case 'explain':
      return { type: action, rule };
    case 'export':
      return { type: action, format: format === 'html' ? 'html' : 'markdown' };
    case 'select':
      return { type: action, worker: root };
    case 'fixAll':
    case 'restart':
    case 'output':
    case 'newHandler':
      return { type: action };
    default:
      return undefined;
  }
}

/** From the click, not the toggle event: that one also comes when details are drawn open. */
function rememberToggle(summary: Element): void {
  const details = summary.parentElement;
  const name = details?.getAttribute('data-reader');
  if (!(details instanceof HTMLDetailsElement) || typeof name !== 'string') return;
  keep({ opened: { ...kept.opened, [name]: !details.open } });
}

/** `about` is what it is about: the same is not said twice. */
function say(about: string, words: string): void {
  clearTimeout(speaking);
  if (about === said) return;
  speaking = setTimeout(() => {
    said = about;
    voice.textContent = words;
  }, VOICE_MS);
}

/** Once, after the first report: from then on the page keeps its own place. */
function restoreScroll(): void {
  if (scrollRestored) return;
  scrollRestored = true;
  if (kept.scroll) window.scrollTo(0, kept.scroll);
}

function keep(change: Kept): void {
  kept = { ...kept, ...change };
  editor.setState(kept);
}

// A problem of the HTML report: a card with its findings, what it does on RunPod, the better way, and in a live page what
// can be done about it.

import type { Severity } from '../base/severity';
import { button, codeBlock, foldable, heading, inline, key, type Page, placeOf } from './html-parts';
import type { Offers } from './live';
import { type Child, type Html, h } from './markup';
import type { Better, Found, Problem } from './problems';
import { symbol } from './symbols';

export function problemCard(problem: Problem, page: Page): Html {
  const { number, severity, severityName, rule, title, findings, more, why, better, sources } = problem;
  const id = `${page.prefix}problem-${number}`;
  return h(
    'article',
    {
      class: `problem ${severity}`,
      'aria-labelledby': id,
      'data-rule': page.live && rule,
      ...key(page, rule),
    },
    heading(page, 2, { id }, `${number}. `, inline(title)),
    h(
      'p',
      { class: 'meta' },
      severityBadge(severity, severityName),
      ' ',
      h('code', {}, rule),
      page.live && [
        ' ',
        button('explain', { class: 'quiet', 'data-rule': rule, 'aria-describedby': id }, page.live.documentation),
      ],
    ),
    findings.map((found) => finding(found, page)),
    more === undefined ? undefined : h('p', { class: 'more' }, more),
    h('p', { class: 'why' }, h('strong', {}, `${why.label}: `), inline(why.text)),
    better.map((way) => betterWay(way, rule, page)),
    sources.urls.length === 0
      ? undefined
      : h(
          'p',
          { class: 'sources' },
          `${sources.label}: `,
          sources.urls.map((url) => [h('a', { href: url }, url), ' ']),
        ),
  );
}

function severityBadge(severity: Severity, name: string): Html {
  return h('span', { class: 'severity' }, symbol(SEVERITY_SYMBOLS[severity]), name);
}

const SEVERITY_SYMBOLS = { error: 'error', warning: 'warning', info: 'note', hint: 'note' } as const;

function finding({ place, message, code, steps, offers }: Found, page: Page): Html {
  return h(
    'div',
    { class: 'finding' },
    h('p', {}, placeOf(page, place), ' ', inline(message)),
    code && codeBlock(code),
    steps && [
      h('p', { class: 'steps' }, `${steps.label}:`),
      h(
        'ol',
        { class: 'steps' },
        steps.items.map((step) => h('li', {}, placeOf(page, step.place), ' ', inline(step.text))),
      ),
    ],
    offers && actions(offers, place.text, page),
  );
}

/** Several buttons say the same: where each is about is heard with it. */
function actions({ id, fixes, ignorable }: Offers, place: string, { live }: Page): Child {
  if (live === undefined || (fixes.length === 0 && !ignorable)) return undefined;
  const about = h('span', { class: 'hidden' }, ` ${place}`);
  return h(
    'div',
    { class: 'actions' },
    fixes.map(({ title, safe }, index) => {
      const label = [symbol('fix'), h('span', {}, inline(title), about)];
      const data = { 'data-finding': id, 'data-fix': index };
      // Every one of them the first choice would be too loud: that is the head's button for all.
      if (safe) return button('fix', { class: 'button secondary fix safe', ...data }, label);
      const tag = h('span', { class: 'tag' }, live.review);
      return button('fix', { class: 'button secondary fix', title: live.reviewHint, ...data }, label, tag);
    }),
    ignorable ? button('ignore', { class: 'quiet', 'data-finding': id }, live.ignore, about) : undefined,
  );
}

/** In a live page an example is folded: the rule's documentation has it too, and what a fix writes says more. */
function betterWay({ label, title, caution, excerpts }: Better, rule: string, page: Page): Html {
  const heading = h('strong', {}, `${label}:`);
  const blocks = excerpts.map((excerpt) =>
    codeBlock(excerpt, title ? `${excerpt.path}:${excerpt.line}` : excerpt.path),
  );
  if (title === undefined) {
    const fold = { name: `example ${rule}`, isOpen: false, amount: undefined };
    return h('div', { class: 'better' }, foldable(page, fold, page.live ? heading : h('p', {}, heading), blocks));
  }
  return h(
    'div',
    { class: 'better' },
    h(
      'p',
      {},
      heading,
      ' ',
      inline(title),
      caution === undefined ? undefined : h('span', { class: 'caution' }, ` ${caution}`),
    ),
    blocks,
  );
}

// A problem of the HTML report: a card with its findings, what it does on RunPod, and the better way.

import type { Severity } from '../base/severity';
import { codeBlock, heading, inline, type Page, placeOf } from './html-parts';
import { type Html, h } from './markup';
import type { Better, Found, Problem } from './problems';
import { symbol } from './symbols';

export function problemCard(problem: Problem, page: Page): Html {
  const { number, severity, severityName, rule, title, findings, more, why, better, sources } = problem;
  const id = `${page.prefix}problem-${number}`;
  return h(
    'article',
    { class: `problem ${severity}`, 'aria-labelledby': id },
    heading(page, 2, { id }, `${number}. `, inline(title)),
    h('p', { class: 'meta' }, severityBadge(severity, severityName), ' ', h('code', {}, rule)),
    findings.map(finding),
    more === undefined ? undefined : h('p', { class: 'more' }, more),
    h('p', { class: 'why' }, h('strong', {}, `${why.label}: `), inline(why.text)),
    better.map(betterWay),
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

function finding({ place, message, code, steps }: Found): Html {
  return h(
    'div',
    { class: 'finding' },
    h('p', {}, placeOf(place), inline(message)),
    code && codeBlock(code),
    steps && [
      h('p', { class: 'steps' }, `${steps.label}:`),
      h(
        'ol',
        { class: 'steps' },
        steps.items.map((step) => h('li', {}, placeOf(step.place), inline(step.text))),
      ),
    ],
  );
}

function betterWay({ label, title, caution, excerpts }: Better): Html {
  return h(
    'div',
    { class: 'better' },
    h(
      'p',
      {},
      h('strong', {}, `${label}: `),
      title && inline(title),
      caution === undefined ? undefined : h('span', { class: 'caution' }, ` ${caution}`),
    ),
    excerpts.map((excerpt) => codeBlock(excerpt, title ? `${excerpt.path}:${excerpt.line}` : excerpt.path)),
  );
}

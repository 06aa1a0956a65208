// The compliance report as one HTML file that needs nothing else: no script, nothing fetched, the style inside. Read on a
// screen of any width, in the dark, by a screen reader, and printed. The look is html-style.ts's.

import type { ReportDocument } from './document';
import { codeBlock, heading, inline, type Page, placeOf } from './html-parts';
import { problemCard } from './html-problems';
import { STYLE } from './html-style';
import { type Child, type Html, h, htmlOf, raw } from './markup';
import type { Index } from './overview';
import type { Level } from './problems';
import type { CheckItem, RightArea, Standing } from './standing';
import { scorePicture, symbol } from './symbols';

/** Should anything slip through after all: no script, no request. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

export function htmlReport(index: Index): string {
  const { documents, language, title } = index;
  const [only] = documents;
  const name = documents.length === 1 && only ? `${only.name} – ${title}` : title;
  const head = h(
    'head',
    {},
    h('meta', { charset: 'utf-8' }),
    h('meta', { 'http-equiv': 'Content-Security-Policy', content: POLICY }),
    h('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
    h('meta', { name: 'color-scheme', content: 'light dark' }),
    h('title', {}, name),
    h('style', {}, raw(STYLE)),
  );
  const page = h('html', { lang: language }, head, h('body', {}, reportBody(index)));
  return `<!doctype html>\n${htmlOf(page)}\n`;
}

/** What stands in the body, for a host that has a page of its own. */
export function reportBody(index: Index): readonly Html[] {
  const { documents } = index;
  const several = documents.length !== 1;
  return [
    ...(several ? [overview(index)] : []),
    h(
      'main',
      {},
      ...documents.map((document, place) => worker(document, several ? 2 : 1, several ? `w${place + 1}-` : '')),
    ),
  ];
}

function overview({ title, columns, rows, none }: Index): Html {
  return h(
    'header',
    { class: 'overview' },
    h('h1', {}, title),
    rows.length === 0
      ? h('p', {}, none)
      : table(
          columns,
          rows.map(({ name, verdict, score, counts }, place) => [
            h('a', { href: `#w${place + 1}-top` }, h('code', {}, name)),
            verdict,
            score,
            counts,
          ]),
        ),
  );
}

/** Headings begin at `level`; `prefix` keeps the ids of several workers apart, whose sections are no landmarks then. */
function worker(document: ReportDocument, level: number, prefix: string): Html {
  const page: Page = { level, prefix };
  const { right, problems, priorities, checklist, areas } = document;
  return h(
    'article',
    { class: `worker verdict-${document.verdict.kind}`, id: `${prefix}top` },
    head(document, page),
    contents(document, page),
    section(
      page,
      'right',
      right.title,
      h('p', { class: 'remark' }, right.remark),
      right.areas.map((area) => rightArea(area, page)),
    ),
    section(
      page,
      'problems',
      problems.title,
      problems.none === undefined ? undefined : h('p', { class: 'none' }, symbol('good'), problems.none),
      problems.items.map((problem) => problemCard(problem, page)),
    ),
    priorities.levels.length === 0
      ? undefined
      : section(
          page,
          'priorities',
          priorities.title,
          priorities.levels.map((entry) => priorityLevel(entry, page)),
        ),
    section(
      page,
      'checklist',
      checklist.title,
      h('p', { class: 'remark' }, checklist.remark),
      h(
        'div',
        { class: 'groups' },
        checklist.groups.map(({ title, items }) =>
          h(
            'div',
            { class: 'group' },
            heading(page, 2, {}, title),
            h(
              'ul',
              { class: 'checks' },
              items.map((item) => check(item, page)),
            ),
          ),
        ),
      ),
    ),
    section(page, 'areas', areas.title, areaTable(document)),
    h('footer', {}, document.footer),
  );
}

function section(page: Page, id: string, title: string, ...children: Child[]): Html {
  const name = `${page.prefix}${id}`;
  return h(
    'section',
    { 'aria-labelledby': page.prefix === '' ? name : undefined, class: id },
    heading(page, 1, { id: name }, title),
    ...children,
  );
}

function head({ title, name, facts, score, verdict, counts }: ReportDocument, page: Page): Html {
  return h(
    'header',
    { class: 'head' },
    scorePicture(score),
    h(
      'div',
      { class: 'headline' },
      h('p', { class: 'overline' }, title),
      heading(page, 0, {}, name),
      h(
        'p',
        { class: 'verdict' },
        h('span', { class: 'hidden' }, `${verdict.label}: `),
        h('span', { class: 'badge' }, verdict.word),
        ' ',
        h('span', {}, inline(verdict.reason)),
      ),
      h('p', { class: 'meaning' }, verdict.meaning),
      h('p', { class: 'counts' }, counts),
    ),
    h(
      'dl',
      { class: 'facts' },
      facts.map(({ label, value }) => h('div', {}, h('dt', {}, label), h('dd', {}, value))),
    ),
  );
}

function contents(
  { name, right, problems, priorities, checklist, areas, contentsLabel }: ReportDocument,
  { prefix }: Page,
): Html {
  const links: readonly (readonly [string, string])[] = [
    ['right', right.title],
    ['problems', problems.title],
    ...(priorities.levels.length > 0 ? [['priorities', priorities.title] as const] : []),
    ['checklist', checklist.title],
    ['areas', areas.title],
  ];
  return h(
    'nav',
    { 'aria-label': prefix === '' ? contentsLabel : `${contentsLabel}: ${name}` },
    h(
      'ul',
      {},
      links.map(([id, text]) => h('li', {}, h('a', { href: `#${prefix}${id}` }, text))),
    ),
  );
}

function rightArea({ title, points, excerpts }: RightArea, page: Page): Html {
  return h(
    'div',
    { class: 'area' },
    heading(page, 2, {}, title),
    h(
      'ul',
      { class: 'points' },
      points.map(({ text, places }) =>
        h('li', {}, symbol('good'), h('span', {}, inline(text), ' ', places.map(placeOf))),
      ),
    ),
    excerpts.map((excerpt) => codeBlock(excerpt)),
  );
}

function priorityLevel({ priority, title, remark, items }: Level, page: Page): Html {
  return h(
    'div',
    { class: `level ${priority}` },
    heading(page, 2, {}, title, h('span', { class: 'remark' }, ` – ${remark}`)),
    h(
      'ol',
      {},
      items.map(({ problem, places, remedy }) =>
        h(
          'li',
          {},
          h('a', { href: `#${page.prefix}problem-${problem.number}` }, inline(problem.title)),
          ' ',
          places === '' ? undefined : placeOf(places),
          remedy && h('span', { class: 'remedy' }, '→ ', inline(remedy)),
        ),
      ),
    ),
  );
}

function check({ state, stateName, text, note, problem }: CheckItem, { prefix }: Page): Html {
  return h(
    'li',
    { class: state },
    symbol(CHECK_SYMBOLS[state]),
    h(
      'span',
      {},
      h('span', { class: 'hidden' }, `${stateName}: `),
      inline(text),
      note === undefined
        ? undefined
        : [
            ' ',
            problem === undefined
              ? h('span', { class: 'aside' }, note)
              : h('a', { class: 'aside', href: `#${prefix}problem-${problem}` }, note),
          ],
    ),
  );
}

const CHECK_SYMBOLS = { done: 'checked', open: 'unchecked', unknown: 'unknown' } as const;

function areaTable({ areas: { columns, rows } }: ReportDocument): Html {
  return table(
    columns,
    rows.map(({ title, standing, status, remark }) => [title, standingBadge(standing, status), inline(remark)]),
  );
}

function standingBadge(standing: Standing, status: string): Html {
  return h('span', { class: `standing ${standing}` }, symbol(standing), status);
}

/** The first cell of a row is its heading. */
function table(columns: readonly string[], rows: readonly (readonly Child[])[]): Html {
  return h(
    'table',
    {},
    h(
      'thead',
      {},
      h(
        'tr',
        {},
        columns.map((column) => h('th', { scope: 'col' }, column)),
      ),
    ),
    h(
      'tbody',
      {},
      rows.map(([first, ...others]) =>
        h(
          'tr',
          {},
          h('th', { scope: 'row' }, first),
          others.map((cell) => h('td', {}, cell)),
        ),
      ),
    ),
  );
}

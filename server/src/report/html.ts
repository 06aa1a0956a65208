// The compliance report as HTML: as one file that needs nothing else (no script, nothing fetched, the style inside), and as a
// piece of a live page that a host draws and listens to. The look is report.css's.

import type { ReportDocument } from './document';
import { button, codeBlock, foldable, heading, inline, key, type Page, placeOf, placesOf } from './html-parts';
import { problemCard } from './html-problems';
import type { LiveWords } from './live';
import { type Child, type Html, h, htmlOf, raw } from './markup';
import type { Index } from './overview';
import type { Level } from './problems';
import STYLE from './report.css';
import type { CheckGroup, CheckItem, RightArea, Standing } from './standing';
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

/** One worker's report for a page that is there already. Its buttons and links are the host's to listen to. */
export function liveReport(document: ReportDocument): string {
  return htmlOf(worker(document, { level: 1, prefix: '', live: document.live }));
}

function reportBody(index: Index): readonly Html[] {
  const { documents } = index;
  const several = documents.length !== 1;
  const level = several ? 2 : 1;
  return [
    ...(several ? [overview(index)] : []),
    h(
      'main',
      {},
      ...documents.map((document, place) =>
        worker(document, { level, prefix: several ? `w${place + 1}-` : '', live: undefined }),
      ),
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

function worker(document: ReportDocument, page: Page): Html {
  const { problems, priorities, checklist, areas } = document;
  return h(
    'article',
    { class: `worker verdict-${document.verdict.kind}`, id: `${page.prefix}top` },
    head(document, page),
    contents(document, page),
    rightSection(document, page),
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
        checklist.groups.map((group) => checkGroup(group, page)),
      ),
    ),
    section(page, 'areas', areas.title, areaTable(document, page)),
    h('footer', {}, document.footer),
  );
}

/** The sections of several workers are no landmarks: there would be too many of one name. */
function section(page: Page, id: string, title: string, ...children: readonly Child[]): Html {
  return sectionAround(page, id, heading(page, 1, { id: `${page.prefix}${id}` }, title), ...children);
}

function sectionAround(page: Page, id: string, ...children: readonly Child[]): Html {
  const name = page.prefix === '' ? id : undefined;
  return h('section', { 'aria-labelledby': name, class: id, ...key(page, id) }, ...children);
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
      heading(page, 0, page.live ? { id: 'name' } : {}, name),
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
      page.live && toolbar(page.live),
    ),
    h(
      'dl',
      { class: 'facts' },
      facts.map(({ label, value }) => h('div', {}, h('dt', {}, label), h('dd', {}, value))),
    ),
  );
}

function toolbar({ fixAll, saveMarkdown, saveHtml }: LiveWords): Html {
  const save = (format: string, label: string): Html =>
    button('export', { class: 'button secondary', 'data-key': format, 'data-format': format }, label);
  return h(
    'div',
    { class: 'actions' },
    fixAll === undefined
      ? undefined
      : button('fixAll', { class: 'button', 'data-key': 'fixAll' }, symbol('fix'), h('span', {}, fixAll)),
    save('markdown', saveMarkdown),
    save('html', saveHtml),
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

/** Good to know, and in a live page not why it was opened: it begins folded. */
function rightSection({ right }: ReportDocument, page: Page): Html {
  const points = right.areas.reduce((sum, area) => sum + area.points.length, 0);
  return sectionAround(
    page,
    'right',
    foldable(
      page,
      { name: 'right', isOpen: false, amount: String(points) },
      heading(page, 1, { id: `${page.prefix}right` }, right.title),
      h('p', { class: 'remark' }, right.remark),
      right.areas.map((area) => rightArea(area, page)),
    ),
  );
}

function rightArea({ title, points, excerpts }: RightArea, page: Page): Html {
  return h(
    'div',
    { class: 'area', ...key(page, title) },
    heading(page, 2, {}, title),
    h(
      'ul',
      { class: 'points' },
      points.map(({ text, places }) =>
        h(
          'li',
          {},
          symbol('good'),
          h(
            'span',
            {},
            inline(text),
            places.map((place) => [' ', placeOf(page, place)]),
          ),
        ),
      ),
    ),
    excerpts.map((excerpt) => codeBlock(excerpt)),
  );
}

function priorityLevel({ priority, title, remark, items }: Level, page: Page): Html {
  return h(
    'div',
    { class: `level ${priority}`, ...key(page, priority) },
    heading(page, 2, {}, title, h('span', { class: 'remark' }, ` – ${remark}`)),
    h(
      'ol',
      {},
      items.map(({ problem, places, remedy }) =>
        h(
          'li',
          key(page, problem.rule),
          h('a', { href: `#${page.prefix}problem-${problem.number}` }, inline(problem.title)),
          ' ',
          placesOf(page, places),
          ' ',
          remedy && h('span', { class: 'remedy' }, '→ ', inline(remedy)),
        ),
      ),
    ),
  );
}

/** Groups with something open begin unfolded. */
function checkGroup({ title, items }: CheckGroup, page: Page): Html {
  const done = items.filter(({ state }) => state === 'done').length;
  return h(
    'div',
    { class: 'group', ...key(page, title) },
    foldable(
      page,
      { name: `checklist ${title}`, isOpen: done < items.length, amount: `${done} / ${items.length}` },
      heading(page, 2, {}, title),
      h(
        'ul',
        { class: 'checks' },
        items.map((item) => check(item, page)),
      ),
    ),
  );
}

function check({ rule, state, stateName, text, note, problem }: CheckItem, page: Page): Html {
  return h(
    'li',
    { class: state, ...key(page, rule) },
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
              : h('a', { class: 'aside', href: `#${page.prefix}problem-${problem}` }, note),
          ],
    ),
  );
}

const CHECK_SYMBOLS = { done: 'checked', open: 'unchecked', unknown: 'unknown' } as const;

function areaTable({ areas: { columns, rows } }: ReportDocument, { prefix }: Page): Html {
  return table(
    columns,
    rows.map(({ title, standing, status, remarks }) => [
      title,
      standingBadge(standing, status),
      remarks.map(({ text, problem }, index) => [
        index === 0 ? '' : ', ',
        problem === undefined ? inline(text) : h('a', { href: `#${prefix}problem-${problem}` }, inline(text)),
      ]),
    ]),
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

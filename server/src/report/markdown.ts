// The compliance report as Markdown, to be read as it is as well as rendered. Names from the workspace stand in code spans,
// where neither Markdown nor a forge's own syntax (mentions, references) reads them.

import type { Severity } from '../base/severity';
import type { ReportDocument } from './document';
import type { Excerpt } from './excerpt';
import type { Index } from './overview';
import type { Better, Found, Level, PlaceName, Priority, Problem } from './problems';
import type { Rich, Run } from './rich';
import type { CheckItem, RightArea, Standing } from './standing';

export function markdownReport(index: Index): string {
  const { documents } = index;
  const blocks = documents.length === 1 ? [] : overview(index);
  const depth = documents.length === 1 ? 1 : 2;
  const slugs = new Slugs();
  for (const document of documents) blocks.push(...worker(document, depth, slugs));
  return `${blocks.filter((block) => block !== '').join('\n\n')}\n`;
}

function overview({ title, columns, rows, none }: Index): string[] {
  const blocks = [`# ${title}`];
  if (rows.length === 0) return [...blocks, none];
  const lines = rows.map(({ name, verdict, score, counts }) =>
    row([cell(codeSpan(name)), ...[verdict, score, counts].map(cellOfText)]),
  );
  return [...blocks, [row(columns.map(cellOfText)), row(columns.map(() => '---')), ...lines].join('\n')];
}

function worker(document: ReportDocument, depth: number, slugs: Slugs): string[] {
  const h = (level: number, text: string): string => `${'#'.repeat(level + depth - 1)} ${text}`;
  const { right, problems, priorities, checklist, areas } = document;
  const numbered = new Map(problems.items.map((item) => [item, slugs.take(headingOf(item))]));
  return [
    h(1, depth === 1 ? `${document.title}: ${nameText(document.name)}` : nameText(document.name)),
    ...head(document),
    h(2, right.title),
    right.remark,
    ...right.areas.flatMap((area) => [h(3, area.title), ...rightArea(area)]),
    h(2, problems.title),
    problems.none ?? '',
    ...problems.items.flatMap((problem) => [h(3, headingOf(problem)), ...problemBlocks(problem)]),
    ...(priorities.levels.length > 0 ? [h(2, priorities.title)] : []),
    ...priorities.levels.flatMap((level) => [
      h(3, `${PRIORITY_MARKS[level.priority]} ${level.title} – ${level.remark}`),
      tasks(level, numbered),
    ]),
    h(2, checklist.title),
    checklist.remark,
    ...checklist.groups.flatMap(({ title, items }) => [h(3, title), items.map(checkLine).join('\n')]),
    h(2, areas.title),
    areaTable(document),
    '---',
    `*${document.footer}*`,
  ];
}

function head({ facts, score, verdict, counts }: ReportDocument): string[] {
  const lines = facts.map(
    ({ label, value }, index) => `- **${label}:** ${index === 0 ? codeSpan(value) : text(value)}`,
  );
  return [
    [
      ...lines,
      `- **${score.label}:** ${scoreBar(score.value)} **${score.text}** ${score.ofTen}`,
      `- **${verdict.label}:** ${VERDICT_MARKS[verdict.kind]} **${verdict.word}**`,
    ].join('\n'),
    `${inline(verdict.reason)} ${verdict.meaning}`,
    counts,
  ];
}

const VERDICT_MARKS = { go: '🟢', 'conditional-go': '🟡', 'no-go': '🔴' } as const;
const PRIORITY_MARKS: Readonly<Record<Priority, string>> = { critical: '🔴', high: '🟡', low: '🟢' };
const SEVERITY_MARKS: Readonly<Record<Severity, string>> = { error: '❌', warning: '⚠️', info: 'ℹ️', hint: '💡' };
const STANDING_MARKS: Readonly<Record<Standing, string>> = {
  good: '✅',
  error: '❌',
  warning: '⚠️',
  note: 'ℹ️',
  unknown: '❔',
  none: '➖',
};

const BAR = 10;

function scoreBar(score: number): string {
  const filled = Math.round(Math.max(0, Math.min(BAR, score)));
  return '▰'.repeat(filled) + '▱'.repeat(BAR - filled);
}

function rightArea({ points, excerpts }: RightArea): string[] {
  const lines = points.map(({ text: point, places }) => `- ✅ ${inline(point)} ${places.map(placeSpan).join(', ')}`);
  return [lines.join('\n'), ...excerpts.map((excerpt) => fence(excerpt))];
}

function headingOf({ number, title }: Problem): string {
  return `${number}. ${inline(title)}`;
}

function problemBlocks(problem: Problem): string[] {
  const { severity, severityName, rule, findings, more, why, better, sources } = problem;
  return [
    `${SEVERITY_MARKS[severity]} **${severityName}** · ${codeSpan(rule)}`,
    ...listOf(findings, found),
    more ?? '',
    `**${why.label}:** ${inline(why.text)}`,
    ...better.flatMap((way) => betterBlocks(way)),
    sources.urls.length > 0 ? `${sources.label}: ${sources.urls.map((url) => `<${url}>`).join(' · ')}` : '',
  ];
}

/** Findings without code follow each other as a list. */
function listOf(findings: readonly Found[], blocksOf: (found: Found) => string[]): string[] {
  const blocks: string[] = [];
  let list: string[] = [];
  const flush = (): void => {
    if (list.length > 0) blocks.push(list.join('\n'));
    list = [];
  };
  for (const finding of findings) {
    const own = blocksOf(finding);
    if (own.length === 1 && finding.code === undefined) {
      list.push(`- ${own[0]}`);
    } else {
      flush();
      blocks.push(...own);
    }
  }
  flush();
  return blocks;
}

function found({ place, message, code, steps }: Found): string[] {
  const blocks = [`${placeSpan(place)} – ${inline(message)}`];
  if (code) blocks.push(fence(code));
  if (steps) {
    const lines = steps.items.map((step) => `- ${placeSpan(step.place)} ${inline(step.text)}`);
    blocks.push(`${steps.label}:`, lines.join('\n'));
  }
  return blocks;
}

function betterBlocks({ label, title, caution, excerpts }: Better): string[] {
  const heading = title ? `**${label}:** ${sentence(inline(title))}` : `**${label}:**`;
  return [
    caution ? `${heading} ${caution}` : heading,
    ...excerpts.flatMap((excerpt) => [
      codeSpan(title ? `${excerpt.path}:${excerpt.line}` : excerpt.path),
      fence(excerpt),
    ]),
  ];
}

function sentence(words: string): string {
  return /[.!?]$/.test(words) ? words : `${words}.`;
}

function tasks({ items }: Level, slugs: ReadonlyMap<Problem, string>): string {
  return items
    .map(({ problem, places, remedy }, index) => {
      const link = `[${inline(problem.title)}](#${slugs.get(problem) ?? ''})`;
      const where = places.length === 0 ? '' : ` – ${codeSpan(places.map(({ text: place }) => place).join(', '))}`;
      return `${index + 1}. ${link}${where}${remedy ? ` → ${sentence(inline(remedy))}` : ''}`;
    })
    .join('\n');
}

function checkLine({ state, text: what, note }: CheckItem): string {
  const mark = { done: '- [x]', open: '- [ ] ❌', unknown: '- [ ] ❔' }[state];
  return `${mark} ${inline(what)}${note ? ` (${note})` : ''}`;
}

function areaTable({ areas: { columns, rows } }: ReportDocument): string {
  return [
    row(columns.map(cellOfText)),
    row(columns.map(() => '---')),
    ...rows.map(({ title, standing, status, remarks }) =>
      row([
        cellOfText(title),
        `${STANDING_MARKS[standing]} ${cellOfText(status)}`,
        remarks.map((remark) => cell(inline(remark.text))).join(', '),
      ]),
    ),
  ].join('\n');
}

function row(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}

function cellOfText(words: string): string {
  return cell(text(words));
}

/** In a table a pipe ends the cell, in code spans too. */
function cell(markdown: string): string {
  return markdown.replaceAll('|', '\\|');
}

export function inline(rich: Rich): string {
  return rich.map(run).join('');
}

function run({ kind, text: content }: Run): string {
  return kind === 'code' ? codeSpan(content) : text(content);
}

/** Words that Markdown takes as they are. */
function text(words: string): string {
  return words
    .replace(/[\\`*[\]<>~$|]/g, '\\$&')
    .replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '\\_')
    .replace(/&(?=#?\w+;)/g, '&amp;')
    .replace(/(?<=https?):(?=\/\/)|(?<=www)\./gi, (sign) => `&#${sign.charCodeAt(0)};`);
}

/** A worker's name as it is, where it holds nothing that Markdown or a forge might read. */
function nameText(name: string): string {
  return /^[\p{L}\p{N}](?:[\p{L}\p{N} .-]*[\p{L}\p{N}])?$/u.test(name) ? name : codeSpan(name);
}

function placeSpan({ text: place }: PlaceName): string {
  return codeSpan(place);
}

/** Fenced by more backticks than it holds. */
export function codeSpan(content: string): string {
  const fenced = '`'.repeat(longestTicks(content) + 1);
  const pad = content.startsWith('`') || content.endsWith('`') ? ' ' : '';
  return content === '' ? '' : `${fenced}${pad}${content}${pad}${fenced}`;
}

const SIGNS = { same: '  ', old: '- ', new: '+ ', skip: '  ' } as const;

export function fence({ language, lines }: Excerpt): string {
  const isChange = lines.some(({ kind }) => kind === 'old' || kind === 'new');
  const content = lines.map(({ kind, text: line }) => (isChange ? `${SIGNS[kind]}${line}`.trimEnd() : line)).join('\n');
  const ticks = '`'.repeat(Math.max(3, longestTicks(content) + 1));
  return `${ticks}${isChange ? 'diff' : language}\n${content}\n${ticks}`;
}

function longestTicks(content: string): number {
  return Math.max(0, ...[...content.matchAll(/`+/g)].map(([ticks]) => ticks.length));
}

/** What forges and editors make of a heading to link to it. */
class Slugs {
  private readonly taken = new Map<string, number>();

  take(heading: string): string {
    const slug = heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\p{M} _-]/gu, '')
      .replaceAll(' ', '-');
    const before = this.taken.get(slug) ?? 0;
    this.taken.set(slug, before + 1);
    return before === 0 ? slug : `${slug}-${before}`;
  }
}

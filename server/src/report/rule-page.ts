// The documentation of one rule as Markdown in the reader's language: what its metadata says, and its page (docs/rules). What
// a page holds for the tests alone becomes comments and captions.

import { format, type Message, say } from '../base/message';
import { makeSource } from '../base/source';
import { span } from '../base/span';
import { commentsStand, takesComments } from '../engine/suppressions';
import type { Language } from '../languages';
import { AREA_TITLES, type RuleMeta } from '../rules/rule';
import { UNUSED_SUPPRESSION } from '../rules/suppressions/unused-suppression';
import { changesOf, type Excerpt } from './excerpt';
import { codeSpan, fence, inline } from './markdown';
import { type Block, isFixed, type Mark, type PageFile, readPage, type Section } from './page';
import { richOf } from './rich';
import { SEVERITY_NAMES } from './shared';

/** `page` as in docs/rules; undefined where it is not at hand. `language` has the prose of the pages (`withRulePages`). */
export function rulePageMarkdown(meta: RuleMeta, page: string | undefined, language: Language): string {
  const ours = (template: string): string => wordsOf({ template, args: [] }, language);
  const [intro, ...sections] = page === undefined ? [] : readPage(page).sections;
  const why = `**${wordsOf(say`What you will see on RunPod`, language)}:** ${ours(meta.why)}`;
  const blocks = [
    `# ${meta.id}`,
    ours(meta.summary),
    factsOf(meta, language),
    ...(intro === undefined ? [why] : blocksOf(intro, language)),
    ...sections.flatMap((section) => [`## ${headingOf(section.heading, language)}`, ...blocksOf(section, language)]),
    `## ${wordsOf(say`How to ignore it`, language)}`,
    ...ignoring(meta, sections, language),
    ...sourcesOf(meta, language),
  ];
  return `${blocks.filter((block) => block !== '').join('\n\n')}\n`;
}

function wordsOf(message: Message, language: Language): string {
  return inline(richOf(message, language));
}

function factsOf({ severity, hubSeverity, profile, area, since }: RuleMeta, language: Language): string {
  const usual = SEVERITY_NAMES[severity];
  const shown =
    hubSeverity !== undefined
      ? say`${usual}; in the profile ${'hub'} ${SEVERITY_NAMES[hubSeverity]}`
      : profile !== undefined
        ? say`${usual}; only in the profile ${profile}`
        : usual;
  const facts: readonly (readonly [Message, string])[] = [
    [say`Severity`, wordsOf(shown, language)],
    [say`Area`, wordsOf({ template: AREA_TITLES[area], args: [] }, language)],
    [say`Since version`, since],
  ];
  return facts.map(([label, value]) => `**${wordsOf(label, language)}:** ${value}`).join(' · ');
}

function headingOf(heading: string, language: Language): string {
  if (heading === 'Bad') return wordsOf(say`Bad`, language);
  return heading === 'Good' ? wordsOf(say`Good`, language) : heading;
}

function blocksOf({ blocks }: Section, language: Language): readonly string[] {
  return blocks.flatMap((block) => blockOf(block, language));
}

function blockOf(block: Block, language: Language): readonly string[] {
  // Raw: it is Markdown already.
  if (block.kind === 'prose') return [format({ template: block.text, args: [] }, language.bundle)];
  const before = block.files.filter((file) => !isFixed(file));
  return block.files.flatMap((file) => (isFixed(file) ? fixOf(file, before, language) : fileOf(file, language)));
}

function fileOf(file: PageFile, language: Language): readonly string[] {
  if (file.path === GIT)
    return [`${wordsOf(say`What git says of it`, language)}:`, fence(excerptOf({ ...file, language: 'text' }))];
  const profile = file.options.find((option) => option.startsWith(PROFILE))?.slice(PROFILE.length);
  const caption = codeSpan(file.path);
  return [
    profile === undefined ? caption : `${caption} · ${wordsOf(say`in the profile ${profile}`, language)}`,
    fence(excerptOf({ ...file, lines: withMarks(file) })),
  ];
}

const GIT = '.git';
const PROFILE = 'profile=';

function excerptOf({ path, language, lines }: Pick<PageFile, 'path' | 'language' | 'lines'>): Excerpt {
  return { path, line: 1, language, lines: lines.map((text) => ({ kind: 'same', text })) };
}

/** What changes, rather than the whole file once more. */
function fixOf(file: PageFile, before: readonly PageFile[], language: Language): readonly string[] {
  const old = before.find(({ path }) => path === file.path);
  const source = makeSource(file.path, textOf(old));
  const edit = { uri: file.path, span: span(0, source.text.length), text: textOf(file) };
  const fix = { title: say`Quick fix`, safe: true, edits: [edit] };
  const changes = changesOf(fix, new Map([[source.uri, source]]), (path) => path);
  return [`${wordsOf(fix.title, language)} · ${codeSpan(file.path)}`, ...changes.map(fence)];
}

function textOf(file: PageFile | undefined): string {
  return (file?.lines ?? []).map((line) => `${line}\n`).join('');
}

/** Each marked line with a comment below that points at the same place. */
function withMarks({ language, lines, marks }: PageFile): readonly string[] {
  return lines.flatMap((line, index) => {
    const own = marks.filter((mark) => mark.line === index);
    return own.length === 0 ? [line] : [line, commentOf(language, line, own)];
  });
}

function commentOf(language: string, line: string, marks: readonly Mark[]): string {
  const [open, close] = COMMENTS[language] ?? ['#', ''];
  const first = Math.min(...marks.map(({ start }) => start));
  const indent = line.length - line.trimStart().length;
  // Where the place begins too far to the left, the comment's sign covers its beginning.
  const at = Math.max(0, Math.min(indent, first - open.length - 1));
  let comment = `${' '.repeat(at)}${open} `;
  for (const { start, end } of marks) {
    comment = comment.padEnd(start);
    comment = comment.padEnd(Math.max(end, comment.length + 1), '^');
  }
  return `${comment}${close}`;
}

const COMMENTS: Readonly<Record<string, readonly [open: string, close: string]>> = {
  json: ['//', ''],
  markdown: ['<!--', ' -->'],
};

/** By the files that the examples mark: a comment where they take one, else an entry in the worker's configuration. */
function ignoring({ id }: RuleMeta, sections: readonly Section[], language: Language): readonly string[] {
  const reason = wordsOf(say`why it is right here`, language);
  const marked = markedPaths(sections);
  const bare = marked.find((path) => !takesComments(path));
  const commented = marked.filter(takesComments);
  const isAbove = commented.length > 0 && commented.every((path) => commentsStand(path) === 'alone');
  const where = isAbove
    ? say`On a line of its own above it; with ${'ignore-file'} among the first comments of a file, in all of it:`
    : say`On the line itself or on a line of its own above it; with ${'ignore-file'} among the first comments of a file, in all of it:`;
  const inComment = [wordsOf(where, language), fenced('text', `# runpod: ignore[${id}] ${reason}`)];
  const inConfig = [
    wordsOf(say`In a file that takes no comments, by an entry in ${CONFIG}:`, language),
    fenced('json', JSON.stringify({ ignore: [{ rule: id, path: bare, reason }] }, undefined, 2)),
  ];
  const off = [
    wordsOf(say`In the whole worker, in ${CONFIG}:`, language),
    fenced('json', `{ "rules": { ${JSON.stringify(id)}: "off" } }`),
  ];
  if (id === UNUSED_SUPPRESSION.id) return off;
  const takesComment = marked.length === 0 || commented.length > 0;
  return [...(takesComment ? inComment : []), ...(bare === undefined ? [] : inConfig), ...off];
}

const CONFIG = '.runpod/compliance.json';

function markedPaths(sections: readonly Section[]): readonly string[] {
  return sections.flatMap(({ blocks }) =>
    blocks.flatMap((block) =>
      block.kind === 'example' ? block.files.filter(({ marks }) => marks.length > 0).map(({ path }) => path) : [],
    ),
  );
}

function fenced(language: string, text: string): string {
  return `\`\`\`${language}\n${text}\n\`\`\``;
}

/** Of our own pages there is this one. */
function sourcesOf({ sources }: RuleMeta, language: Language): readonly string[] {
  const links = sources.filter((source) => source.startsWith('https://')).map((source) => `- <${source}>`);
  return links.length === 0 ? [] : [`## ${wordsOf(say`Sources`, language)}`, links.join('\n')];
}

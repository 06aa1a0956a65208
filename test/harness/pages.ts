// Reads the examples of a rule's page as tests: fences with a path are files, carets mark spans, a `fixed` fence is the
// file after its fixes. What is probably a slip of the pen is refused.

import { basename } from 'node:path';
import { FIXED, isFixed, type PageFile, readPage as readPageText } from '../../server/src/report/page';

export interface Expectation {
  readonly path: string;
  /** In the file's text, carets stripped; of a finding over several lines, the part on its first line. */
  readonly start: number;
  readonly end: number;
  /** Part of the message, where the page gives one. */
  readonly message: string | undefined;
}

export interface Example {
  /** The heading it stands under and its number there. */
  readonly title: string;
  readonly heading: string;
  /** Line of the first fence in the page, from 1. */
  readonly line: number;
  readonly profile: 'recommended' | 'hub' | 'strict';
  /** Text by path. */
  readonly files: ReadonlyMap<string, string>;
  readonly fixed: ReadonlyMap<string, string>;
  readonly expected: readonly Expectation[];
}

export interface Page {
  /** The rule's id: the page's name. */
  readonly id: string;
  readonly title: string | undefined;
  readonly headings: readonly string[];
  readonly examples: readonly Example[];
}

export function readPage(file: string, text: string): Page {
  const id = basename(file, '.md');
  const { title, sections, unclosed } = readPageText(text);
  if (unclosed !== undefined) throw new Error(`${file}:${unclosed}: this fence is never closed.`);
  const examples = sections.flatMap(({ heading, blocks }) =>
    blocks
      .flatMap((block) => (block.kind === 'example' ? [block.files] : []))
      .map((files, index) => makeExample(id, file, heading, index + 1, files)),
  );
  return { id, title, headings: sections.flatMap(({ heading }) => (heading === '' ? [] : [heading])), examples };
}

function makeExample(id: string, page: string, heading: string, number: number, all: readonly PageFile[]): Example {
  const files = new Map<string, string>();
  const fixed = new Map<string, string>();
  const expected: Expectation[] = [];
  const profiles: Example['profile'][] = [];
  for (const file of all) {
    for (const option of file.options) {
      if (option === 'profile=recommended') profiles.push('recommended');
      else if (option === 'profile=hub') profiles.push('hub');
      else if (option === 'profile=strict') profiles.push('strict');
      else if (option !== FIXED) {
        throw new Error(`${page}:${file.line}: unknown word "${option}" after the path. Known: fixed, profile=….`);
      }
    }
    if (isFixed(file) && file.marks.length > 0) throw new Error(`${id}, line ${file.line}: carets in a fixed fence.`);
    (isFixed(file) ? fixed : files).set(file.path, file.lines.map((line) => `${line}\n`).join(''));
    expected.push(...expectationsOf(id, file));
  }
  return {
    title: `${heading} ${number}`,
    heading,
    line: all[0]?.line ?? 0,
    profile: profiles[0] ?? 'recommended',
    files,
    fixed,
    expected,
  };
}

function expectationsOf(id: string, { path, lines, marks }: PageFile): readonly Expectation[] {
  return marks.map(({ pageLine, line, start, end, rule, message }) => {
    const where = `${id}, line ${pageLine}`;
    if (rule !== id) throw new Error(`${where}: carets for ${rule} on the page of ${id}.`);
    if (line < 0) throw new Error(`${where}: carets with no line above them.`);
    const offset = lines.slice(0, line).reduce((sum, text) => sum + text.length + 1, 0);
    return { path, start: offset + start, end: offset + end, message };
  });
}

// A rule's page (docs/rules) as data: prose, and examples with their files and the places that are marked in them. Total:
// what is odd in a page is kept as it is, and the tests are those who refuse it.

export interface Page {
  readonly title: string | undefined;
  /** The first has no heading: it is what stands above them. */
  readonly sections: readonly Section[];
  /** Line of a fence that is never closed, from 1. */
  readonly unclosed: number | undefined;
}

export interface Section {
  readonly heading: string;
  readonly blocks: readonly Block[];
}

export type Block =
  /** Markdown: one paragraph, or what else stands between blank lines; a fence without a path. */
  | { readonly kind: 'prose'; readonly text: string }
  /** Files that follow each other; text, a heading, or a file that it has already begins the next example. */
  | { readonly kind: 'example'; readonly files: readonly PageFile[] };

export interface PageFile {
  readonly path: string;
  /** As the fence names it. */
  readonly language: string;
  /** What follows the path, such as `fixed`. */
  readonly options: readonly string[];
  /** Line of the fence in the page, from 1. */
  readonly line: number;
  /** Without the marks. */
  readonly lines: readonly string[];
  readonly marks: readonly Mark[];
}

export interface Mark {
  /** Line of the page, from 1. */
  readonly pageLine: number;
  /** Index into `lines`; -1: there is none above it. */
  readonly line: number;
  readonly start: number;
  readonly end: number;
  readonly rule: string;
  /** A part of the finding's message. */
  readonly message: string | undefined;
}

const FENCE = /^(`{3,})(\S*)[ \t]*(.*)$/;
const HEADING = /^(#{1,6}) (.*)$/;
const MARK = /^(\s*)(\^+)\s+([a-z0-9-]+)(?:\s+"(.*)")?\s*$/;

export const FIXED = 'fixed';

export function readPage(text: string): Page {
  const lines = text.split('\n');
  let blocks: Block[] = [];
  const sections: Section[] = [{ heading: '', blocks }];
  let files: PageFile[] = [];
  let prose: string[] = [];
  let title: string | undefined;
  let unclosed: number | undefined;

  function endExample(): void {
    if (files.length > 0) blocks.push({ kind: 'example', files });
    files = [];
  }

  function endProse(): void {
    if (prose.length > 0) blocks.push({ kind: 'prose', text: prose.join('\n') });
    prose = [];
  }

  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] ?? '';
    const fence = FENCE.exec(line);
    if (fence !== null) {
      const [, ticks = '', language = '', words = ''] = fence;
      endProse();
      const closing = lines.indexOf(ticks, at + 1);
      if (closing < 0) unclosed ??= at + 1;
      const end = closing < 0 ? lines.length : closing;
      if (words === '') {
        endExample();
        blocks.push({ kind: 'prose', text: lines.slice(at, end + 1).join('\n') });
      } else {
        const file = fileOf(language, words, at + 1, lines.slice(at + 1, end));
        if (files.some((other) => isSame(other, file))) endExample();
        files.push(file);
      }
      at = end;
      continue;
    }
    if (line.trim() === '') {
      endProse();
      continue;
    }
    endExample();
    const [, level, heading = ''] = HEADING.exec(line) ?? [];
    if (level === undefined) {
      prose.push(line);
      continue;
    }
    endProse();
    if (level === '#') {
      title ??= heading;
    } else {
      blocks = [];
      sections.push({ heading, blocks });
    }
  }
  endExample();
  endProse();
  return { title, sections, unclosed };
}

function fileOf(language: string, words: string, line: number, content: readonly string[]): PageFile {
  const [path = '', ...options] = words.trim().split(/\s+/);
  const lines: string[] = [];
  const marks: Mark[] = [];
  for (const [index, text] of content.entries()) {
    const found = MARK.exec(text);
    if (found === null) {
      lines.push(text);
      continue;
    }
    const [, before = '', carets = '', rule = '', message] = found;
    const start = before.length;
    marks.push({
      pageLine: line + 1 + index,
      line: lines.length - 1,
      start,
      end: start + carets.length,
      rule,
      message,
    });
  }
  return { path, language, options, line, lines, marks };
}

export function isFixed({ options }: PageFile): boolean {
  return options.includes(FIXED);
}

/** The file before its fix and after it are two. */
function isSame(a: PageFile, b: PageFile): boolean {
  return a.path === b.path && isFixed(a) === isFixed(b);
}

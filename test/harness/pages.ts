// Reads the examples of a rule's page: fences with a path are files, carets mark spans, a `fixed` fence is the file
// after its fixes. An example is a run of such fences; a heading, text, or a file that it already has begins the next.

import { basename } from 'node:path';

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

interface Fence {
  readonly path: string;
  readonly fixed: boolean;
  readonly profile: Example['profile'] | undefined;
  readonly line: number;
  readonly lines: readonly string[];
}

const FENCE = /^(`{3,})(\S*)[ \t]*(.*)$/;
const HEADING = /^(#{1,6}) (.*)$/;
const CARETS = /^(\s*)(\^+)\s+([a-z0-9-]+)(?:\s+"(.*)")?\s*$/;

export function readPage(file: string, text: string): Page {
  const id = basename(file, '.md');
  const lines = text.split('\n');
  const headings: string[] = [];
  const examples: Example[] = [];
  let title: string | undefined;
  let heading = '';
  let run: Fence[] = [];

  function endExample(): void {
    if (run.length === 0) return;
    const number = examples.filter((example) => example.heading === heading).length + 1;
    examples.push(makeExample(id, heading, number, run));
    run = [];
  }

  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] ?? '';
    const fence = FENCE.exec(line);
    if (fence !== null) {
      const [, ticks = '', , words = ''] = fence;
      const end = lines.indexOf(ticks, at + 1);
      if (end < 0) throw new Error(`${file}:${at + 1}: this fence is never closed.`);
      const next = words === '' ? undefined : makeFence(file, at + 1, words, lines.slice(at + 1, end));
      if (next === undefined || run.some(({ path, fixed }) => path === next.path && fixed === next.fixed)) endExample();
      if (next !== undefined) run.push(next);
      at = end;
      continue;
    }
    if (line.trim() === '') continue;
    endExample();
    const found = HEADING.exec(line);
    if (found?.[1] === '#') title ??= found[2];
    else if (found?.[2] !== undefined) {
      heading = found[2];
      headings.push(heading);
    }
  }
  endExample();
  return { id, title, headings, examples };
}

function makeFence(file: string, line: number, words: string, lines: readonly string[]): Fence {
  const [path = '', ...options] = words.split(/\s+/);
  let fixed = false;
  let profile: Example['profile'] | undefined;
  for (const option of options) {
    if (option === 'fixed') fixed = true;
    else if (option === 'profile=recommended') profile = 'recommended';
    else if (option === 'profile=hub') profile = 'hub';
    else if (option === 'profile=strict') profile = 'strict';
    else throw new Error(`${file}:${line}: unknown word "${option}" after the path. Known: fixed, profile=….`);
  }
  return { path, fixed, profile, line, lines };
}

function makeExample(id: string, heading: string, number: number, fences: readonly Fence[]): Example {
  const files = new Map<string, string>();
  const fixed = new Map<string, string>();
  const expected: Expectation[] = [];
  for (const fence of fences) {
    const { text, marks } = stripCarets(id, fence);
    const into = fence.fixed ? fixed : files;
    if (fence.fixed && marks.length > 0) throw new Error(`${id}, line ${fence.line}: carets in a fixed fence.`);
    into.set(fence.path, text);
    expected.push(...marks);
  }
  return {
    title: `${heading} ${number}`,
    heading,
    line: fences[0]?.line ?? 0,
    profile: fences.find(({ profile }) => profile !== undefined)?.profile ?? 'recommended',
    files,
    fixed,
    expected,
  };
}

function stripCarets(id: string, fence: Fence): { text: string; marks: Expectation[] } {
  const marks: Expectation[] = [];
  const kept: string[] = [];
  let start = 0;
  let next = 0;
  for (const [index, line] of fence.lines.entries()) {
    const carets = CARETS.exec(line);
    if (carets === null) {
      start = next;
      next += line.length + 1;
      kept.push(line);
      continue;
    }
    const [, before = '', run = '', rule, message] = carets;
    const where = `${id}, line ${fence.line + 1 + index}`;
    if (rule !== id) throw new Error(`${where}: carets for ${rule} on the page of ${id}.`);
    if (kept.length === 0) throw new Error(`${where}: carets with no line above them.`);
    const from = start + before.length;
    marks.push({ path: fence.path, start: from, end: from + run.length, message });
  }
  return { text: kept.map((line) => `${line}\n`).join(''), marks };
}

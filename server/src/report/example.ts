// The first good example on a rule's page (docs/rules), where the page is at hand.

import type { Excerpt } from './excerpt';

/** Longer than this, an example is not read in passing. */
const MOST_LINES = 40;

const FENCE = /^```(\w+) (\S+)[^\n]*\n([\s\S]*?)^```[^\S\n]*\n?/m;

/** Its files; none without a page. */
export function goodExample(page: string | undefined): readonly Excerpt[] {
  let rest = page?.split(/^## Good\s*$/m)[1] ?? '';
  const files: Excerpt[] = [];
  for (let fence = FENCE.exec(rest); fence; fence = FENCE.exec(rest)) {
    const [whole, language = '', path = '', text = ''] = fence;
    // Files of one example follow each other; words between them begin the next, and so does a second file of that name.
    const isNext = rest.slice(0, fence.index).trim() !== '' || files.some((file) => file.path === path);
    if (isNext && files.length > 0) break;
    const lines = text.replace(/\n$/, '').split('\n');
    files.push({ path, line: 1, language, lines: lines.map((line) => ({ kind: 'same', text: line })) });
    rest = rest.slice(fence.index + whole.length);
  }
  return files.reduce((sum, { lines }) => sum + lines.length, 0) > MOST_LINES ? [] : files;
}

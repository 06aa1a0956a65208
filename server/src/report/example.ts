// The first good example on a rule's page (docs/rules), where the page is at hand.

import type { Excerpt } from './excerpt';
import { readPage } from './page';

/** Longer than this, an example is not read in passing. */
const MOST_LINES = 40;

/** Its files; none without a page. */
export function goodExample(page: string | undefined): readonly Excerpt[] {
  if (page === undefined) return [];
  const good = readPage(page).sections.find(({ heading }) => heading === 'Good');
  for (const block of good?.blocks ?? []) {
    if (block.kind !== 'example') continue;
    const total = block.files.reduce((sum, { lines }) => sum + lines.length, 0);
    return total > MOST_LINES ? [] : block.files.map(({ path, language, lines }) => excerptOf(path, language, lines));
  }
  return [];
}

function excerptOf(path: string, language: string, lines: readonly string[]): Excerpt {
  return { path, line: 1, language, lines: lines.map((text) => ({ kind: 'same', text })) };
}

// The patterns of an ignore file (`.dockerignore`, `.gitignore`), one to a line.

import type { Source } from '../base/source';
import type { Span } from '../base/span';

export interface IgnoreFile {
  readonly source: Source;
  readonly patterns: readonly IgnorePattern[];
}

export interface IgnorePattern {
  /** Without the blanks around it. */
  readonly text: string;
  readonly span: Span;
}

export function readIgnoreFile(source: Source): IgnoreFile {
  const patterns: IgnorePattern[] = [];
  for (const { 0: line, index } of source.text.matchAll(/[^\r\n]+/g)) {
    const text = line.replace(/^\ufeff/, '').trim();
    if (text === '' || text.startsWith('#')) continue;
    const start = index + line.indexOf(text);
    patterns.push({ text, span: { start, end: start + text.length } });
  }
  return { source, patterns };
}

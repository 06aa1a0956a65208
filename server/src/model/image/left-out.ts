// Which files of the build context `.dockerignore` leaves out, and which of its patterns decides: the last one that fits the
// file or a folder around it. Source: docs.docker.com/build/concepts/context/#dockerignore-files.

import { pathMatcher, segmentsOf } from '../../base/glob';
import type { Place } from '../../base/span';
import type { IgnoreFile, IgnorePattern } from '../../facts/ignore';

/** The pattern that leaves a path of the context out; undefined where none does. */
export type LeftOut = (path: string) => Place | undefined;

interface Compiled {
  readonly pattern: IgnorePattern;
  readonly negated: boolean;
  readonly segments: readonly string[];
  fits(path: readonly string[]): boolean;
}

/** More patterns than this are not read: then nothing is said to be left out. */
const MOST_PATTERNS = 1000;

export function leftOutBy(ignore: IgnoreFile | undefined): LeftOut {
  const compiled = ignore === undefined || ignore.patterns.length > MOST_PATTERNS ? [] : ignore.patterns.map(compile);
  const known = new Map<string, Place | undefined>();
  return (path) => {
    if (!known.has(path)) {
      const pattern = decide(compiled, segmentsOf(path));
      known.set(path, ignore && pattern && { uri: ignore.source.uri, span: pattern.span });
    }
    return known.get(path);
  };
}

function compile(pattern: IgnorePattern): Compiled {
  const negated = pattern.text.startsWith('!');
  const text = negated ? pattern.text.slice(1).trim() : pattern.text;
  // `**.py` is `**/.py` to Docker; `data**` means what `data*` does, since all below a match is left out with it.
  const segments = segmentsOf(text.replace(/(^|\/)\*\*(?=[^/])/g, '$1**/')).map((part) =>
    part === '**' ? part : part.replace(/\*{2,}/g, '*'),
  );
  return { pattern, negated, segments, fits: pathMatcher(segments) };
}

function decide(compiled: readonly Compiled[], path: readonly string[]): IgnorePattern | undefined {
  const last = compiled.findLast((one) => one.segments.length > 0 && leavesOut(one, path));
  return last === undefined || last.negated ? undefined : last.pattern;
}

/** It fits the file, or a folder around it. */
function leavesOut({ segments, fits }: Compiled, path: readonly string[]): boolean {
  if (!segments.includes('**')) return path.length >= segments.length && fits(path.slice(0, segments.length));
  return path.some((_, index) => fits(path.slice(0, index + 1)));
}

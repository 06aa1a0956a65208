// Words of a text that look like names of environment variables: the most that can be said of a file that is not followed.

import type { Source } from '../../base/source';

/** Longest text that is searched. */
const LONGEST = 2_000_000;

export function variableWords({ text }: Source): ReadonlySet<string> {
  return new Set(text.slice(0, LONGEST).match(/\b[A-Za-z][A-Za-z0-9]*_[A-Za-z0-9_]+\b|\b[A-Z][A-Z0-9]{2,}\b/g));
}

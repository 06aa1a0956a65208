// A bound for findings of one kind in one file: a hostile file must cost neither time nor patience.

import type { Finding } from './rule';

const MOST_FINDINGS = 100;

/** The first findings. The rest is not computed. */
export function* bounded(findings: Iterable<Finding>): Iterable<Finding> {
  let count = 0;
  for (const finding of findings) {
    yield finding;
    if (++count >= MOST_FINDINGS) return;
  }
}

// The metadata of the one rule that no rule can check: only policy knows what a suppression suppressed.

import type { RuleMeta } from '../rule';

export const UNUSED_SUPPRESSION: RuleMeta = {
  id: 'unused-suppression',
  area: 'suppressions',
  severity: 'info',
  since: '0.1.0',
  summary: 'A suppression has nothing to suppress.',
  why: 'It would silently hide the fault if it came back, and it says something about the code that is no longer true.',
  good: 'Every suppression still has something to suppress.',
  sources: ['docs/rules/unused-suppression.md'],
};

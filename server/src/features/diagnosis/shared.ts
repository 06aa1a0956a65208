// Small readers that several checks share.

import { type Message, say } from '../../base/message';
import type { Finding } from '../../rules/rule';
import type { Case } from './index';
import type { Check, Evidence } from './types';

/** Where it is read on GitHub what the Hub does. */
export const GUIDE = 'https://docs.runpod.io/hub/publishing-guide';

export function evidenceOf(findings: readonly Finding[]): readonly Evidence[] {
  return findings.slice(0, MOST_SHOWN).map(({ message, uri, span }) => ({ message, place: { uri, span } }));
}

const MOST_SHOWN = 5;

/** What some rules find. Those that could not decide count as having found nothing; `isDecided` tells. */
export function findingsOf({ found }: Case, rules: readonly string[]): readonly Finding[] {
  return rules.flatMap((rule) => {
    const findings = found(rule);
    return findings === 'undecided' ? [] : findings;
  });
}

export function isDecided({ found }: Case, rule: string): boolean {
  return found(rule) !== 'undecided';
}

/** A check that there is no point in making while an earlier one fails. */
export function pointless(question: Message, source = GUIDE): Check {
  return { question, source, state: 'not-applicable', says: say`First what is said above.` };
}

/** Files in a message: the first few by name, the rest by number. */
export function named(paths: readonly string[]): string {
  const more = paths.length - FEW;
  return more > 1 ? `${paths.slice(0, FEW).join(', ')} +${more}` : paths.join(', ');
}

const FEW = 5;

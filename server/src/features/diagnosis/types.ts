// What a diagnosis consists of: checks in the order in which the Hub would stop, what is behind each, and claims to answer.

import type { Message } from '../../base/message';
import type { Place } from '../../base/span';
import type { Uri } from '../../base/uri';

export type CheckState =
  | 'ok'
  /** Explains by itself why there is no listing. */
  | 'cause'
  /** To be put right, but the Hub would list the repository all the same. */
  | 'flaw'
  | 'cannot-see'
  | 'not-applicable';

export interface Evidence {
  readonly message: Message;
  readonly place: Place | undefined;
}

export interface Answer {
  readonly state: CheckState;
  readonly says: Message;
  readonly evidence?: readonly Evidence[];
  /** What to do about it; how to look, for what cannot be seen. */
  readonly remedy?: Message;
}

export interface Check extends Answer {
  readonly question: Message;
  /** URL of what says that it matters. */
  readonly source: string;
}

export interface Claim {
  readonly claim: Message;
  readonly answer: Message;
  /** Something here gives reason to ask. */
  readonly isNear: boolean;
}

export interface Diagnosis {
  readonly root: Uri;
  readonly checks: readonly Check[];
  readonly claims: readonly Claim[];
}

export function inState(diagnosis: Diagnosis, state: CheckState): readonly Check[] {
  return diagnosis.checks.filter((check) => check.state === state);
}

// The one result that every face shows: outcomes of all rules over one worker, with score and verdict.

import type { Message } from '../base/message';
import type { Severity } from '../base/severity';
import type { Source } from '../base/source';
import type { Uri } from '../base/uri';
import type { WorkerKind } from '../model/kind';
import type { Landmarks } from '../model/landmarks';
import type { Finding, RuleMeta } from '../rules/rule';

export type State = 'passed' | 'failed' | 'inapplicable' | 'undecided' | 'off' | 'crashed';

export type Verdict = 'go' | 'conditional-go' | 'no-go';

/** A finding with the severity that settings gave it. */
export interface Reported extends Finding {
  readonly rule: string;
  readonly severity: Severity;
}

export interface Outcome {
  readonly meta: RuleMeta;
  readonly state: State;
  /** The gravest of the findings; without findings what the rule would have. */
  readonly severity: Severity;
  readonly findings: readonly Reported[];
  /** Time that the rule took, where it ran. */
  readonly milliseconds?: number;
  /** Of `crashed`: the exception's message, one line. */
  readonly crash?: string;
}

export interface Report {
  readonly root: Uri;
  readonly kind: WorkerKind;
  readonly outcomes: readonly Outcome[];
  /** From 0 to 10, one decimal, rounded down. */
  readonly score: number;
  readonly verdict: Verdict;
  /** Why the verdict is what it is, in a sentence. */
  readonly reason: Message;
  /** Places that show what the worker does right. */
  readonly landmarks: Landmarks;
  /** The files the worker consists of, as far as their text was read: to turn offsets into lines. */
  readonly sources: ReadonlyMap<Uri, Source>;
}

// What a rule is: metadata, the inputs it reads, and a pure function from exactly those inputs to findings.

import type { Fix } from '../base/edit';
import type { Message } from '../base/message';
import type { Severity } from '../base/severity';
import type { Place } from '../base/span';
import type { WorkerKind } from '../model/kind';
import type { Landmark } from '../model/landmarks';
import type { Inputs } from '../model/worker';

/** The areas of the catalogue, in the order in which reports show them. */
export const AREAS = [
  'handler',
  'start',
  'input-output',
  'performance',
  'local-testing',
  'production',
  'dependencies',
  'image',
  'hub',
  'hub-tests',
  'repository',
  'suppressions',
] as const;

export type Area = (typeof AREAS)[number];

/** What people call them. */
export const AREA_TITLES: Readonly<Record<Area, string>> = {
  handler: 'Handler',
  start: 'Start',
  'input-output': 'Input and output',
  performance: 'Cold start and performance',
  'local-testing': 'Local testing',
  production: 'Production readiness',
  dependencies: 'Syntax and dependencies',
  image: 'Container image',
  hub: 'Hub listing',
  'hub-tests': 'Hub tests',
  repository: 'Repository and release',
  suppressions: 'Suppressions',
};

export interface RuleMeta {
  /** Kebab-case, names the fault, never reused. */
  readonly id: string;
  readonly area: Area;
  /** The default in the profile `recommended`. */
  readonly severity: Severity;
  /** That in the profile `hub`, where it differs. */
  readonly hubSeverity?: Severity;
  /** Runs only in this profile; without it in all. */
  readonly profile?: 'strict';
  /** Kinds of workers that it does not fit: it is inapplicable to them. */
  readonly notFor?: ReadonlySet<WorkerKind>;
  /** Version of the product that first had the rule. */
  readonly since: string;
  /** What is wrong, in one sentence. */
  readonly summary: string;
  /** What it costs: what the user will see on RunPod. */
  readonly why: string;
  /** What holds where the rule finds nothing, in one sentence: its line in the report's checklist. */
  readonly good?: string;
  /** The place that proves `good`, not only lies near it: the report then names it under what is right. */
  readonly shownBy?: Landmark;
  readonly sources: readonly string[];
}

/** A place that belongs to a finding, with what happens there. */
export interface Note extends Place {
  readonly message: Message;
}

export interface Finding extends Place {
  readonly message: Message;
  /** Where the catalogue gives a rule several severities: the one of this case. Settings override it. */
  readonly severity?: Severity;
  readonly related?: readonly Note[];
  readonly fixes?: readonly Fix[];
}

export type InputName = keyof Inputs;

/**
 * An input that a rule reads. Plain: the rule is inapplicable without it. `?`: it may be undefined.
 * `!`: it must also be whole (no syntax error, nothing unresolved), else the rule is undecided.
 * A rule that concludes from absence reads with `!`.
 */
export type Read = InputName | `${InputName}?` | `${InputName}!`;

export type Given<R extends Read> = {
  readonly [K in R as K extends `${infer N}?` | `${infer N}!` ? N & InputName : K & InputName]: K extends `${infer N}?`
    ? Inputs[N & InputName] | undefined
    : K extends `${infer N}!`
      ? Inputs[N & InputName]
      : Inputs[K & InputName];
};

export interface Rule {
  readonly meta: RuleMeta;
  readonly reads: readonly Read[];
  /** `given` holds the inputs that `reads` names, and no others. */
  check(given: Partial<Inputs>): Iterable<Finding>;
}

interface RuleSpec<R extends readonly Read[]> {
  readonly meta: RuleMeta;
  readonly reads: R;
  check(given: Given<R[number]>): Iterable<Finding>;
}

/** Types `check` by what `reads` declares. The engine hands over exactly those inputs, which the cast states. */
export function rule<const R extends readonly Read[]>(spec: RuleSpec<R>): Rule {
  return {
    meta: spec.meta,
    reads: spec.reads,
    check: (given) => spec.check(given as Given<R[number]>),
  };
}

/** The input's name without its mark. */
export function inputName(read: Read): InputName {
  return read.replace(/[?!]$/, '') as InputName;
}

// "Why does the Hub not see my repository?": what detection depends on, each checked, or said to be out of sight. The rules
// find what there is to find; here their findings become answers. Settings and suppressions have no say in it.

import { ruleRunner } from '../../engine/run';
import type { Repository } from '../../model/repository/repository';
import type { Worker } from '../../model/worker';
import { RULES } from '../../rules';
import type { Finding } from '../../rules/rule';
import { claimsOf } from './claims';
import { fileChecks } from './files';
import { githubChecks } from './github';
import { listingChecks } from './listing';
import { releaseChecks } from './release';
import type { Diagnosis } from './types';

export type { Answer, Check, CheckState, Claim, Diagnosis, Evidence } from './types';
export { inState } from './types';

/** What the checks ask: the worker, and what a rule finds in it, `undecided` where it cannot tell. */
export interface Case {
  readonly worker: Worker;
  found(rule: string): readonly Finding[] | 'undecided';
}

const noClock = (): number => 0;

/** `repository`: the one around the worker, also where it publishes another folder than this one. */
export function diagnose(subject: Worker, repository: Repository | undefined): Diagnosis {
  const worker = repository ? { ...subject, inputs: { ...subject.inputs, repository } } : subject;
  const given = caseOf(worker);
  const checks = [githubChecks, listingChecks, fileChecks, releaseChecks].flatMap((part) => part(given));
  return { root: worker.root, checks, claims: claimsOf(worker) };
}

function caseOf(worker: Worker): Case {
  const results = new Map<string, readonly Finding[] | 'undecided'>();
  for (const ran of ruleRunner(RULES, noClock)(worker)) {
    const { id } = ran.rule.meta;

    if (ran.state === 'decided') results.set(id, ran.findings);
    else if (ran.state !== 'inapplicable') results.set(id, 'undecided');
  }
  return { worker, found: (rule) => results.get(rule) ?? [] };
}

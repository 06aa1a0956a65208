// Runs rules over a worker. A rule runs again only when an input it reads is another object; an exception stays its own.

import { cell } from '../base/cell';
import type { Inputs, Worker } from '../model/worker';
import { type Finding, inputName, type Rule } from '../rules/rule';

export type Ran =
  | { readonly rule: Rule; readonly state: 'inapplicable' | 'undecided' }
  | {
      readonly rule: Rule;
      readonly state: 'decided';
      readonly findings: readonly Finding[];
      readonly milliseconds: number;
    }
  | { readonly rule: Rule; readonly state: 'crashed'; readonly crash: string };

/** Most findings that one rule may have in one worker. */
const MOST_FINDINGS = 1000;

/** `now` in milliseconds, for the rules' times; the core has no clock of its own. */
export function ruleRunner(rules: readonly Rule[], now: () => number): (worker: Worker) => readonly Ran[] {
  const runs = rules.map((rule) => {
    const names = rule.reads.map(inputName);
    const check = cell((...inputs: readonly unknown[]) => run(rule, names, inputs, now));
    return (worker: Worker): Ran => {
      const skipped = skip(rule, worker);
      return skipped ? { rule, state: skipped } : check(...names.map((name) => worker.inputs[name]));
    };
  });
  return (worker) => runs.map((one) => one(worker));
}

function skip(rule: Rule, worker: Worker): 'inapplicable' | 'undecided' | undefined {
  if (rule.meta.notFor?.has(worker.kind)) return 'inapplicable';
  const missing = rule.reads.some((read) => !read.endsWith('?') && worker.inputs[inputName(read)] === undefined);
  if (missing) return 'inapplicable';
  return rule.reads.some((read) => read.endsWith('!') && worker.broken.has(inputName(read))) ? 'undecided' : undefined;
}

function run(rule: Rule, names: readonly (keyof Inputs)[], inputs: readonly unknown[], now: () => number): Ran {
  const given: Partial<Inputs> = Object.fromEntries(names.map((name, index) => [name, inputs[index]]));
  const from = now();
  try {
    const findings: Finding[] = [];
    for (const finding of rule.check(given)) {
      findings.push(finding);
      if (findings.length >= MOST_FINDINGS) break;
    }
    return { rule, state: 'decided', findings, milliseconds: now() - from };
  } catch (error) {
    return { rule, state: 'crashed', crash: oneLine(error) };
  }
}

function oneLine(error: unknown): string {
  const text = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  return text.replace(/\s+/g, ' ').slice(0, 200);
}

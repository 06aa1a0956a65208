// What settings and suppressions make of the rules' findings, and the report with its score and verdict. No rule knows of it.

import { positionAt } from '../base/lines';
import { type Message, say } from '../base/message';
import { gravest, type Severity } from '../base/severity';
import type { Source } from '../base/source';
import { relativeTo, type Uri } from '../base/uri';
import type { IgnoreEntry, WorkerConfig } from '../model/config';
import { pointerAt } from '../model/json';
import { landmarksOf } from '../model/landmarks';
import type { Worker } from '../model/worker';
import type { Finding, RuleMeta } from '../rules/rule';
import { UNUSED_SUPPRESSION } from '../rules/suppressions/unused-suppression';
import type { Outcome, Report, Reported, Verdict } from './report';
import type { Ran } from './run';
import type { Profile, Settings } from './session';
import { removal, type Suppression, suppressionsOf } from './suppressions';

export interface Context {
  readonly worker: Worker;
  readonly settings: Settings;
  readonly config: WorkerConfig | undefined;
  readonly sources: ReadonlyMap<Uri, Source>;
}

/** Weight of a rule in the score, by its severity (product: verdict and score). */
const WEIGHT: Readonly<Record<Severity, number>> = { error: 10, warning: 4, info: 1, hint: 0 };

export function makeReport(ran: readonly Ran[], context: Context): Report {
  const ignores = new Ignores(context);
  const outcomes = ran.map((one) => outcomeOf(one, context, ignores));
  outcomes.push(unusedOutcome(ignores, outcomes, context));
  const { verdict, reason } = verdictOf(outcomes);
  const { root, kind, inputs } = context.worker;
  return {
    root,
    kind,
    outcomes,
    score: scoreOf(outcomes),
    verdict,
    reason,
    landmarks: landmarksOf(inputs),
    sources: context.sources,
  };
}

function severityOf(id: string, { settings, config }: Context): Severity | 'off' | undefined {
  return settings.rules[id] ?? (settings.config ? config?.rules?.[id] : undefined);
}

function profileOf({ settings, config }: Context): Profile {
  return (settings.config ? config?.profile : undefined) ?? settings.profile;
}

function outcomeOf(ran: Ran, context: Context, ignores: Ignores): Outcome {
  const { meta } = ran.rule;
  const chosen = severityOf(meta.id, context);
  const usual = (profileOf(context) === 'hub' ? meta.hubSeverity : undefined) ?? meta.severity;
  const severity = chosen === 'off' || chosen === undefined ? usual : chosen;
  const isOff =
    chosen === 'off' || (chosen === undefined && meta.profile === 'strict' && profileOf(context) !== 'strict');
  if (isOff) return { meta, state: 'off', severity, findings: [] };
  if (ran.state === 'crashed') return { meta, state: 'crashed', severity, findings: [], crash: ran.crash };
  if (ran.state !== 'decided') return { meta, state: ran.state, severity, findings: [] };
  const findings = unique(ran.findings)
    .filter((finding) => !ignores.suppress(meta.id, finding))
    .map((finding): Reported => ({ ...finding, rule: meta.id, severity: chosen ?? finding.severity ?? usual }))
    .sort(byPlace);
  return {
    meta,
    state: findings.length > 0 ? 'failed' : 'passed',
    severity: gravest(findings.map((finding) => finding.severity)) ?? severity,
    findings,
    milliseconds: ran.milliseconds,
  };
}

function unique(findings: readonly Finding[]): readonly Finding[] {
  const told = new Map<Uri, Map<number, Finding[]>>();
  return findings.filter((finding) => {
    const { uri, span } = finding;
    let inFile = told.get(uri);
    if (inFile === undefined) {
      inFile = new Map();
      told.set(uri, inFile);
    }
    const others = inFile.get(span.start);
    if (others === undefined) inFile.set(span.start, [finding]);
    else if (others.some((other) => isSame(other, finding))) return false;
    else others.push(finding);
    return true;
  });
}

/** Of two findings that begin at one place. */
function isSame(a: Finding, b: Finding): boolean {
  return (
    a.span.end === b.span.end &&
    a.message.template === b.message.template &&
    JSON.stringify(a.message.args) === JSON.stringify(b.message.args)
  );
}

function byPlace(a: Reported, b: Reported): number {
  if (a.uri !== b.uri) return a.uri < b.uri ? -1 : 1;
  return a.span.start - b.span.start || a.span.end - b.span.end;
}

/** Keeps account of which suppression was of use. */
class Ignores {
  private readonly comments: readonly Suppression[];
  private readonly entries: readonly IgnoreEntry[];
  private readonly used = new Set<object>();

  constructor(private readonly context: Context) {
    const { settings, config, worker, sources } = context;
    this.comments = settings.ignores ? suppressionsOf(worker, sources) : [];
    this.entries = settings.ignores && settings.config ? (config?.ignore ?? []) : [];
  }

  suppress(rule: string, finding: Finding): boolean {
    let suppressed = false;
    const source = this.context.sources.get(finding.uri);
    const line = source && positionAt(source.lines, finding.span.start).line;
    for (const { source: file, line: about, rules } of this.comments) {
      if (file.uri !== finding.uri || (about !== undefined && about !== line)) continue;
      for (const named of rules) {
        if (named.id !== rule) continue;
        this.used.add(named);
        suppressed = true;
      }
    }
    for (const entry of this.entries) {
      if (entry.rule !== rule || !this.speaksOf(entry, finding)) continue;
      this.used.add(entry);
      suppressed = true;
    }
    return suppressed;
  }

  private speaksOf(entry: IgnoreEntry, finding: Finding): boolean {
    const { root, inputs } = this.context.worker;
    if (relativeTo(root, finding.uri) !== entry.path) return false;
    if (entry.pointer === undefined) return true;
    const file = [inputs.hubFile, inputs.tests, inputs.testInput].find(
      (candidate) => candidate?.source.uri === finding.uri,
    );
    const pointer = file && pointerAt(file, finding.span);
    return pointer === entry.pointer || (pointer?.startsWith(`${entry.pointer}/`) ?? false);
  }

  /** `judges`: whether a rule came to a decision, so that a suppression of it can be called unused. */
  *unused(judges: (rule: string) => boolean): Iterable<Finding> {
    for (const suppression of this.comments) {
      const { uri } = suppression.source;
      for (const named of suppression.rules) {
        if (this.used.has(named) || !judges(named.id)) continue;
        const { span, text } = removal(suppression, named);
        yield {
          uri,
          span: named.span,
          message: say`Nothing to ignore: ${named.id} finds nothing here.`,
          fixes: [{ title: say`Remove the suppression of ${named.id}`, safe: true, edits: [{ uri, span, text }] }],
        };
      }
    }
    for (const entry of this.entries) {
      if (this.used.has(entry) || !judges(entry.rule)) continue;
      yield { ...entry.place, message: say`Nothing to ignore: ${entry.rule} finds nothing there.` };
    }
  }
}

function unusedOutcome(ignores: Ignores, outcomes: readonly Outcome[], context: Context): Outcome {
  const states = new Map(outcomes.map(({ meta, state }) => [meta.id, state]));
  const judges = (rule: string): boolean => {
    const state = states.get(rule);
    return state === undefined || state === 'passed' || state === 'failed';
  };
  const rule = { meta: UNUSED_SUPPRESSION, reads: [], check: () => [] };
  // Nothing suppresses this one: a suppression of it would have to be unused itself.
  const unsuppressed = { ...context, settings: { ...context.settings, ignores: false } };
  const ran: Ran = { rule, state: 'decided', findings: [...ignores.unused(judges)], milliseconds: 0 };
  return outcomeOf(ran, unsuppressed, new Ignores(unsuppressed));
}

function scoreOf(outcomes: readonly Outcome[]): number {
  let failed = 0;
  let total = 0;
  for (const { state, severity } of outcomes) {
    if (state !== 'passed' && state !== 'failed') continue;
    total += WEIGHT[severity];
    if (state === 'failed') failed += WEIGHT[severity];
  }
  return total === 0 ? 10 : Math.floor(100 * (1 - failed / total)) / 10;
}

function verdictOf(outcomes: readonly Outcome[]): { readonly verdict: Verdict; readonly reason: Message } {
  const failing = (severity: Severity): readonly RuleMeta[] =>
    outcomes.filter((outcome) => outcome.state === 'failed' && outcome.severity === severity).map(({ meta }) => meta);
  const named = (metas: readonly RuleMeta[]): string => metas.map(({ id }) => id).join(', ');
  const errors = failing('error');
  if (errors.length > 0) return { verdict: 'no-go', reason: say`Errors that fail on RunPod: ${named(errors)}.` };
  const warnings = failing('warning');
  if (warnings.length > 0)
    return { verdict: 'conditional-go', reason: say`Works, with warnings to settle first: ${named(warnings)}.` };
  const open = outcomes.filter(({ state }) => state === 'undecided' || state === 'crashed').map(({ meta }) => meta);
  if (open.length > 0) return { verdict: 'conditional-go', reason: say`Could not be decided: ${named(open)}.` };
  return { verdict: 'go', reason: say`No errors and no warnings.` };
}

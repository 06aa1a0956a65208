// Code actions: the fixes that the current report holds, looked up by place. Nothing is derived anew, so an action never
// says other than the squiggle.

import type { CodeAction, CodeActionParams, Diagnostic, Range } from 'vscode-languageserver';
import { CodeActionKind } from 'vscode-languageserver';
import { format, type Message, say } from '../base/message';
import type { Uri } from '../base/uri';
import type { Report, Reported } from '../engine/report';
import type { Settings } from '../engine/session';
import { safeFixOf } from '../features/fix-all';
import { IGNORE_SCOPES } from '../features/ignore';
import type { RuleMeta } from '../rules/rule';
import { type ClientView, diagnosticOf, type EditTarget, rangeAt } from './convert';
import { explainActions } from './explain-actions';
import { type EditForAll, fixAllEdit, fixEdit } from './fixes';
import { IGNORE_TITLES, ignoreEdit } from './ignores';

export const FIX_ALL_KIND = 'source.fixAll.runpodCompliance';

/** What an action needs beside the report. */
export interface ActionContext {
  readonly view: ClientView;
  readonly target: EditTarget;
  readonly settings: Settings;
}

export function codeActionsFor(
  reports: readonly Report[],
  uri: Uri,
  { range, context: { only: kinds } }: CodeActionParams,
  context: ActionContext,
): CodeAction[] {
  const only = Array.isArray(kinds) ? kinds : undefined;
  const actions: CodeAction[] = [];
  for (const report of reports) {
    if (!report.sources.has(uri)) continue;
    if (isAskedFor(CodeActionKind.QuickFix, only)) actions.push(...quickFixes(report, uri, range, context));
    // Asked for by name only: it is no answer to "what can be done at this place?".
    if (only !== undefined && isAskedFor(FIX_ALL_KIND, only)) actions.push(...fixAllInFile(report, uri, context));
  }
  return actions;
}

function isAskedFor(kind: string, only: readonly string[] | undefined): boolean {
  return only === undefined || only.some((asked) => asked === '' || kind === asked || kind.startsWith(`${asked}.`));
}

/** A finding at the place that is asked about. */
interface Offer {
  readonly meta: RuleMeta;
  readonly finding: Reported;
  readonly diagnostic: Diagnostic;
}

/** All fixes before all ignores: whoever takes the first offer gets the better one. */
function quickFixes(report: Report, uri: Uri, range: Range, context: ActionContext): CodeAction[] {
  const here = findingsIn(report, uri).filter(({ finding }) => overlaps(rangeAt(report, finding), range));
  const offers = here.map(
    ({ meta, finding }): Offer => ({ meta, finding, diagnostic: diagnosticOf(report, meta, finding, context.view) }),
  );
  return [
    ...offers.flatMap((offer) => fixesOf(report, offer, context)),
    ...fixesOfMore(report, offers, context),
    ...explainActions(offers, context.view),
    ...ignoresOf(report, offers, context),
  ];
}

function fixesOf(report: Report, { finding, diagnostic }: Offer, { view, target }: ActionContext): CodeAction[] {
  return (finding.fixes ?? []).flatMap((fix, index) => {
    const edit = fixEdit(report, fix, target, view.language);
    if (edit === undefined) return [];
    const isPreferred = fix.safe && index === 0;
    return [
      {
        title: format(fix.title, view.language.bundle),
        kind: CodeActionKind.QuickFix,
        diagnostics: [diagnostic],
        edit,
        ...(isPreferred ? { isPreferred } : {}),
      },
    ];
  });
}

interface FixOfMore {
  /** Those of them that are here. */
  readonly offers: readonly Offer[];
  readonly all: EditForAll | undefined;
  readonly title: Message;
}

/** In all files of the worker: what has a safe fix, by the rules of the findings here, and whatever rule it is of. */
function fixesOfMore(report: Report, offers: readonly Offer[], { view, target }: ActionContext): CodeAction[] {
  const fixable = offers.filter(({ finding }) => safeFixOf(finding) !== undefined);
  if (fixable.length === 0) return [];
  const ofRules = [...byRule(fixable)].map(([rule, own]): FixOfMore => {
    const findings = report.outcomes.find(({ meta }) => meta.id === rule)?.findings ?? [];
    const all = fixAllEdit(report, findings, target);
    const waiting = findings.filter((finding) => safeFixOf(finding) !== undefined).length - (all?.findings ?? 0);
    const count = all?.findings ?? 0;
    const title =
      waiting > 0 ? say`Fix ${count} of ${rule} at once, ${waiting} more after that` : say`Fix all ${count} of ${rule}`;
    return { offers: own, all, title };
  });
  const everything = fixAllEdit(
    report,
    report.outcomes.flatMap(({ findings }) => findings),
    target,
  );
  const title = say`Fix all that is safe in this worker (${everything?.findings ?? 0})`;
  const mostOfOne = Math.max(1, ...ofRules.map(({ all }) => all?.findings ?? 0));
  return [
    ...ofRules.flatMap((one) => actionFor(one, 1, view)),
    // Where all that is safe is of one rule, its own action says it better.
    ...actionFor({ offers: fixable, all: everything, title }, mostOfOne, view),
  ];
}

/** When it does more than another action. */
function actionFor({ offers, all, title }: FixOfMore, moreThan: number, { language }: ClientView): CodeAction[] {
  if (all === undefined || all.findings <= moreThan) return [];
  const diagnostics = offers.map(({ diagnostic }) => diagnostic);
  return [{ title: format(title, language.bundle), kind: CodeActionKind.QuickFix, diagnostics, edit: all.edit }];
}

function ignoresOf(report: Report, offers: readonly Offer[], { view, target, settings }: ActionContext): CodeAction[] {
  const actions: CodeAction[] = [];
  for (const [rule, own] of byRule(offers)) {
    for (const scope of IGNORE_SCOPES) {
      // For the file or the project once; here, for each of them.
      for (const { finding, diagnostic } of scope === 'here' ? own : own.slice(0, 1)) {
        const edit = ignoreEdit(report, finding, scope, settings, target);
        if (edit === undefined) continue;
        const title = format(IGNORE_TITLES[scope](rule), view.language.bundle);
        actions.push({ title, kind: CodeActionKind.QuickFix, diagnostics: [diagnostic], edit });
      }
    }
  }
  return actions;
}

function byRule(offers: readonly Offer[]): ReadonlyMap<string, readonly Offer[]> {
  const rules = new Map<string, Offer[]>();
  for (const offer of offers) {
    const own = rules.get(offer.meta.id) ?? [];
    rules.set(offer.meta.id, own);
    own.push(offer);
  }
  return rules;
}

function fixAllInFile(report: Report, uri: Uri, { view, target }: ActionContext): CodeAction[] {
  const all = fixAllEdit(
    report,
    findingsIn(report, uri).map(({ finding }) => finding),
    target,
  );
  if (all === undefined) return [];
  const title = format(say`Fix all that RunPod Compliance can fix safely`, view.language.bundle);
  return [{ title, kind: FIX_ALL_KIND, edit: all.edit }];
}

function findingsIn(report: Report, uri: Uri): readonly { meta: RuleMeta; finding: Reported }[] {
  return report.outcomes.flatMap(({ meta, findings }) =>
    findings.filter((finding) => finding.uri === uri).map((finding) => ({ meta, finding })),
  );
}

function overlaps(a: Range, b: Range): boolean {
  return !isBefore(a.end, b.start) && !isBefore(b.end, a.start);
}

function isBefore(a: Range['start'], b: Range['start']): boolean {
  return a.line < b.line || (a.line === b.line && a.character < b.character);
}

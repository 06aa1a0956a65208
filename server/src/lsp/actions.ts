// Code actions: the fixes that the current report holds, looked up by place. Nothing is derived anew, so an action never
// says other than the squiggle.

import type { CodeAction, CodeActionParams, Diagnostic, Range } from 'vscode-languageserver';
import { CodeActionKind } from 'vscode-languageserver';
import type { Edit } from '../base/edit';
import { format, say } from '../base/message';
import type { Uri } from '../base/uri';
import type { Report, Reported } from '../engine/report';
import { ignoreEdits } from '../features/ignore';
import type { RuleMeta } from '../rules/rule';
import { type ClientView, diagnosticOf, type EditTarget, rangeAt, workspaceEditOf } from './convert';

export const FIX_ALL_KIND = 'source.fixAll.runpodCompliance';

export function codeActionsFor(
  reports: readonly Report[],
  uri: Uri,
  { range, context }: CodeActionParams,
  view: ClientView,
  target: EditTarget,
): CodeAction[] {
  const only = Array.isArray(context?.only) ? context.only : undefined;
  const actions: CodeAction[] = [];
  for (const report of reports) {
    if (!report.sources.has(uri)) continue;
    if (isAskedFor(CodeActionKind.QuickFix, only)) actions.push(...quickFixes(report, uri, range, view, target));
    // Asked for by name only: it is no answer to "what can be done at this place?".
    if (only !== undefined && isAskedFor(FIX_ALL_KIND, only)) actions.push(...fixAll(report, uri, view, target));
  }
  return actions;
}

function isAskedFor(kind: string, only: readonly string[] | undefined): boolean {
  return only === undefined || only.some((asked) => asked === '' || kind === asked || kind.startsWith(`${asked}.`));
}

/** All fixes before all ignores: whoever takes the first offer gets the better one. */
function quickFixes(report: Report, uri: Uri, range: Range, view: ClientView, target: EditTarget): CodeAction[] {
  const here = findingsIn(report, uri).filter(({ finding }) => overlaps(rangeAt(report, finding), range));
  const offers = here.map(({ meta, finding }) => ({ finding, diagnostic: diagnosticOf(report, meta, finding, view) }));
  return [
    ...offers.flatMap(({ finding, diagnostic }) => fixesOf(report, finding, diagnostic, view, target)),
    ...offers.flatMap(({ finding, diagnostic }) => ignoreOf(report, finding, diagnostic, view, target)),
  ];
}

function fixesOf(
  report: Report,
  finding: Reported,
  diagnostic: Diagnostic,
  view: ClientView,
  target: EditTarget,
): CodeAction[] {
  return (finding.fixes ?? []).flatMap((fix, index) => {
    const edit = workspaceEditOf(report, fix.edits, target);
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

function ignoreOf(
  report: Report,
  finding: Reported,
  diagnostic: Diagnostic,
  view: ClientView,
  target: EditTarget,
): CodeAction[] {
  const edits = ignoreEdits(report, finding);
  const edit = edits && workspaceEditOf(report, edits, target);
  if (edit === undefined) return [];
  const title = format(say`Ignore ${finding.rule} here`, view.language.bundle);
  return [{ title, kind: CodeActionKind.QuickFix, diagnostics: [diagnostic], edit }];
}

/** The first safe fix of each finding in the file. One that touches what another changes waits for the next time. */
function fixAll(report: Report, uri: Uri, view: ClientView, target: EditTarget): CodeAction[] {
  const taken: Edit[] = [];
  for (const { finding } of findingsIn(report, uri)) {
    const fix = finding.fixes?.find(({ safe }) => safe);
    if (fix === undefined || fix.edits.some((edit) => taken.some((other) => touches(edit, other)))) continue;
    if (workspaceEditOf(report, fix.edits, target) !== undefined) taken.push(...fix.edits);
  }
  const edit = taken.length > 0 ? workspaceEditOf(report, taken, target) : undefined;
  if (edit === undefined) return [];
  const title = format(say`Fix all that RunPod Compliance can fix safely`, view.language.bundle);
  return [{ title, kind: FIX_ALL_KIND, edit }];
}

/** Two insertions at one place touch as well: neither knows of the other's comma or line end. */
function touches(a: Edit, b: Edit): boolean {
  return a.uri === b.uri && a.span.start <= b.span.end && b.span.start <= a.span.end;
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

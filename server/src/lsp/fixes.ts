// Fixes of the current report as workspace edits: one of a finding, and all safe ones at once.

import type { ChangeAnnotation, WorkspaceEdit } from 'vscode-languageserver';
import type { Fix } from '../base/edit';
import { format, say } from '../base/message';
import type { Report, Reported } from '../engine/report';
import { safeFixes } from '../features/fix-all';
import type { Language } from '../languages';
import { type EditTarget, workspaceEditOf } from './convert';

/** What changes several files and may be not what the author meant is shown before, where the client can. */
export function fixEdit(report: Report, fix: Fix, target: EditTarget, language: Language): WorkspaceEdit | undefined {
  const isShownBefore = !fix.safe && new Set(fix.edits.map(({ uri }) => uri)).size > 1;
  const annotation = isShownBefore && target.documentChanges && target.changeAnnotations;
  return workspaceEditOf(report, fix.edits, target, annotation ? annotationOf(fix, language) : undefined);
}

function annotationOf({ title }: Fix, { bundle }: Language): ChangeAnnotation {
  return {
    label: format(title, bundle),
    description: format(say`Look it over: it may change more than the fault.`, bundle),
    needsConfirmation: true,
  };
}

export interface EditForAll {
  readonly edit: WorkspaceEdit;
  /** How many findings it is for. */
  readonly findings: number;
}

/** The safe fixes of these findings that go together. */
export function fixAllEdit(report: Report, findings: readonly Reported[], target: EditTarget): EditForAll | undefined {
  const canBeMade = ({ edits }: Fix): boolean =>
    edits.every(({ uri }) => report.sources.has(uri)) || workspaceEditOf(report, edits, target) !== undefined;
  const fixes = safeFixes(findings, canBeMade);
  const edit = fixes.findings > 0 ? workspaceEditOf(report, fixes.edits, target) : undefined;
  return edit && { edit, findings: fixes.findings };
}

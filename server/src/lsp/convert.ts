// Reports in the protocol's terms: diagnostics, edits, and the panel's data. Offsets become lines and columns here,
// and messages words. Which of it is sent when is the server's business.

import type {
  ChangeAnnotation,
  Diagnostic,
  DiagnosticRelatedInformation,
  Range,
  TextDocumentEdit,
  TextEdit,
  WorkspaceEdit,
} from 'vscode-languageserver';
import type { Edit } from '../base/edit';
import { type LineStarts, positionAt } from '../base/lines';
import { format } from '../base/message';
import type { Severity } from '../base/severity';
import type { Place, Span } from '../base/span';
import { basename, type Uri } from '../base/uri';
import type { Outcome, Report, Reported } from '../engine/report';
import type { Language } from '../languages';
import { shown } from '../report/rich';
import { AREA_TITLES, AREAS, type RuleMeta } from '../rules/rule';
import {
  DIAGNOSTIC_SOURCE,
  type PanelFinding,
  type PanelNote,
  type PanelOutcome,
  type PanelReport,
  type WorkerStatus,
} from './protocol';

/** What the client can show, how it names files, and what its user reads. */
export interface ClientView {
  clientUri(uri: Uri): string;
  readonly language: Language;
  readonly relatedInformation: boolean;
  readonly codeDescription: boolean;
  readonly data: boolean;
  /** Whether it has the command that shows a rule's documentation. */
  readonly explains: boolean;
}

const SEVERITY_NUMBERS: Readonly<Record<Severity, 1 | 2 | 3 | 4>> = { error: 1, warning: 2, info: 3, hint: 4 };

/** Makes a file's diagnostics, once. */
export type MakeDiagnostics = () => readonly Diagnostic[];

/**
 * Diagnostics of one report by file, made when they are asked for: the file that is typed in need not wait for the others. A
 * file without findings is named too: it was checked.
 */
export function diagnosticsOf(report: Report, view: ClientView): ReadonlyMap<Uri, MakeDiagnostics> {
  const byFile = new Map<Uri, (readonly [RuleMeta, Reported])[]>();
  for (const uri of report.sources.keys()) byFile.set(uri, []);
  for (const { meta, findings } of report.outcomes) {
    for (const finding of findings) {
      const own = byFile.get(finding.uri) ?? [];
      byFile.set(finding.uri, own);
      own.push([meta, finding]);
    }
  }
  const named = withClientUris(view);
  const make = (own: readonly (readonly [RuleMeta, Reported])[]): MakeDiagnostics => {
    let made: readonly Diagnostic[] | undefined;
    return () => {
      made ??= own.map(([meta, finding]) => diagnosticOf(report, meta, finding, named)).sort(byPlace);
      return made;
    };
  };
  return new Map([...byFile].map(([uri, own]) => [uri, make(own)]));
}

/** The view, with the client's names for files remembered: there are fewer of them than places. */
function withClientUris(view: ClientView): ClientView {
  const { language, relatedInformation, codeDescription, data, explains } = view;
  const clientUri = remembered((uri) => view.clientUri(uri));
  return { clientUri, language, relatedInformation, codeDescription, data, explains };
}

export function diagnosticOf(report: Report, meta: RuleMeta, finding: Reported, view: ClientView): Diagnostic {
  const href = meta.sources.find((source) => source.startsWith('https://'));
  const related = view.relatedInformation ? relatedOf(report, finding, view) : [];
  return {
    range: rangeAt(report, finding),
    severity: SEVERITY_NUMBERS[finding.severity],
    code: finding.rule,
    ...(view.codeDescription && href !== undefined ? { codeDescription: { href } } : {}),
    source: DIAGNOSTIC_SOURCE,
    message: format(finding.message, view.language.bundle),
    ...(related.length > 0 ? { relatedInformation: related } : {}),
    ...(view.data ? { data: { rule: finding.rule, fixes: finding.fixes?.length ?? 0 } } : {}),
  };
}

function relatedOf(report: Report, finding: Reported, view: ClientView): DiagnosticRelatedInformation[] {
  return (finding.related ?? []).map((note) => ({
    location: { uri: view.clientUri(note.uri), range: rangeAt(report, note) },
    message: format(note.message, view.language.bundle),
  }));
}

function byPlace(a: Diagnostic, b: Diagnostic): number {
  return a.range.start.line - b.range.start.line || a.range.start.character - b.range.start.character;
}

/** A place in a file whose text nobody has is shown at the file's start. */
export function rangeAt(report: Report, { uri, span }: Place): Range {
  const lines = report.sources.get(uri)?.lines;
  return lines === undefined ? START : rangeOf(lines, span);
}

const START: Range = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

export function rangeOf(lines: LineStarts, { start, end }: Span): Range {
  return { start: positionAt(lines, start), end: positionAt(lines, end) };
}

/** What an edit needs to know of the client's documents. */
export interface EditTarget {
  clientUri(uri: Uri): string;
  /** Of an open document; null for a closed one, as the protocol has it. */
  version(uri: Uri): number | null;
  exists(uri: Uri): boolean;
  /** Versioned edits: a stale one is refused. */
  readonly documentChanges: boolean;
  readonly createFiles: boolean;
  /** Changes that the user is asked about. */
  readonly changeAnnotations: boolean;
}

/**
 * Undefined where the client cannot make the edit, or a file's text is not at hand to place it in. With an annotation, which
 * needs documentChanges, each change is under it.
 */
export function workspaceEditOf(
  report: Report,
  edits: readonly Edit[],
  target: EditTarget,
  annotation?: ChangeAnnotation,
): WorkspaceEdit | undefined {
  const byFile = new Map<Uri, TextEdit[]>();
  const created: Uri[] = [];
  const under = annotation === undefined ? {} : { annotationId: ANNOTATION_ID };
  for (const { uri, span, text } of edits) {
    const lines = report.sources.get(uri)?.lines;
    if (lines === undefined && !byFile.has(uri)) {
      if (target.exists(uri) || !target.createFiles || !target.documentChanges) return undefined;
      created.push(uri);
    }
    const list = byFile.get(uri) ?? [];
    byFile.set(uri, list);
    list.push({ range: lines === undefined ? START : rangeOf(lines, span), newText: text, ...under });
  }
  if (!target.documentChanges) {
    return { changes: Object.fromEntries([...byFile].map(([uri, list]) => [target.clientUri(uri), list])) };
  }
  return {
    documentChanges: [
      ...created.map((uri) => ({
        kind: 'create' as const,
        uri: target.clientUri(uri),
        options: { ignoreIfExists: true },
        ...under,
      })),
      ...[...byFile].map(
        ([uri, list]): TextDocumentEdit => ({
          textDocument: { uri: target.clientUri(uri), version: target.version(uri) },
          edits: list,
        }),
      ),
    ],
    ...(annotation === undefined ? {} : { changeAnnotations: { [ANNOTATION_ID]: annotation } }),
  };
}

const ANNOTATION_ID = 'runpod';

/** `idOf` names a finding by the places of its outcome and of itself in the report. */
export function panelReportOf(
  report: Report,
  version: number,
  view: ClientView,
  idOf: (outcome: number, finding: number) => string,
): PanelReport {
  const named = withClientUris(view);
  return {
    root: view.clientUri(report.root),
    version,
    name: shown(basename(report.root)),
    kind: report.kind,
    score: report.score,
    verdict: report.verdict,
    reason: format(report.reason, view.language.bundle),
    areas: AREAS.map((area) => ({ area, title: worded(AREA_TITLES[area], view) })),
    outcomes: report.outcomes.map((outcome, index) =>
      panelOutcomeOf(report, outcome, named, (finding) => idOf(index, finding)),
    ),
  };
}

/** Thousands of findings lie in a few files, and encoding a name costs more than all else of a finding. */
export function remembered<V>(work: (uri: Uri) => V): (uri: Uri) => V {
  const known = new Map<Uri, V>();
  return (uri) => {
    const before = known.get(uri);
    if (before !== undefined) return before;
    const fresh = work(uri);
    known.set(uri, fresh);
    return fresh;
  };
}

function panelOutcomeOf(
  report: Report,
  outcome: Outcome,
  view: ClientView,
  idOf: (finding: number) => string,
): PanelOutcome {
  const { meta, state, severity, findings } = outcome;
  return {
    rule: meta.id,
    area: meta.area,
    state,
    severity,
    summary: worded(meta.summary, view),
    why: worded(meta.why, view),
    findings: findings.map((finding, index) => panelFindingOf(report, finding, view, idOf(index))),
  };
}

function panelFindingOf(report: Report, finding: Reported, view: ClientView, id: string): PanelFinding {
  // Without a spread, which takes longer than all the rest where there are thousands.
  const { uri, range, message } = panelNoteOf(report, finding, view);
  return {
    uri,
    range,
    message,
    id,
    severity: finding.severity,
    related: (finding.related ?? []).map((note) => panelNoteOf(report, note, view)),
    fixes: (finding.fixes ?? []).map(({ title, safe }) => ({ title: format(title, view.language.bundle), safe })),
  };
}

function panelNoteOf(report: Report, note: Place & Pick<Reported, 'message'>, view: ClientView): PanelNote {
  const message = format(note.message, view.language.bundle);
  return { uri: view.clientUri(note.uri), range: rangeAt(report, note), message };
}

/** A text of ours that is its own key. */
function worded(template: string, { language }: ClientView): string {
  return format({ template, args: [] }, language.bundle);
}

export function statusOf(report: Report, view: ClientView): WorkerStatus {
  const counts = { error: 0, warning: 0, info: 0, hint: 0 };
  for (const { findings } of report.outcomes) for (const finding of findings) counts[finding.severity]++;
  return {
    root: view.clientUri(report.root),
    name: shown(basename(report.root)),
    verdict: report.verdict,
    score: report.score,
    counts,
  };
}

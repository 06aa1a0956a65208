// Reports as JSON, version 1: the shape that scripts and other people's CI rely on. It changes only with its version.

import { format } from '../base/message';
import type { Uri } from '../base/uri';
import type { Report, Reported } from '../engine/report';
import { DOCUMENTATION_DATE, TOOL_NAME, TOOL_VERSION } from '../knowledge/documentation';
import { pointerAt } from '../model/json';
import { type JsonFile, parseJson } from '../syntax/json';
import { countFindings, findingsInOrder, reportsInOrder, type ShowPath, showPlace } from './shared';

export interface JsonOptions {
  readonly showPath: ShowPath;
  readonly durationMs: number;
}

const VERSION = 1;

export function jsonReport(reports: readonly Report[], { showPath, durationMs }: JsonOptions): string {
  const files = new Set(reports.flatMap((report) => [...report.sources.keys()]));
  const result = {
    version: VERSION,
    tool: { name: TOOL_NAME, version: TOOL_VERSION, documentation: DOCUMENTATION_DATE },
    workers: reportsInOrder(reports, showPath).map((report) => workerOf(report, showPath)),
    summary: { ...countFindings(reports), files: files.size, workers: reports.length, durationMs },
  };
  return `${JSON.stringify(result, undefined, 2)}\n`;
}

function workerOf(report: Report, showPath: ShowPath) {
  const pointers = pointerFinder(report);
  return {
    root: showPath(report.root),
    kind: report.kind,
    score: report.score,
    verdict: report.verdict,
    outcomes: report.outcomes.map(({ meta, state, severity }) => ({
      rule: meta.id,
      area: meta.area,
      state,
      severity,
    })),
    findings: findingsInOrder(report, showPath).map((finding) => findingOf(report, finding, pointers, showPath)),
  };
}

function findingOf(report: Report, finding: Reported, pointerOf: PointerFinder, showPath: ShowPath) {
  return {
    rule: finding.rule,
    severity: finding.severity,
    ...showPlace(report, finding, showPath),
    pointer: pointerOf(finding),
    message: format(finding.message),
    related: (finding.related ?? []).map((note) => ({
      ...showPlace(report, note, showPath),
      message: format(note.message),
    })),
    fixes: (finding.fixes ?? []).map(({ title, safe }) => ({ title: format(title), safe })),
  };
}

type PointerFinder = (finding: Reported) => string | null;

/** Null for what is not JSON, or lies where no value can be read. Each file is parsed once. */
function pointerFinder(report: Report): PointerFinder {
  const parsed = new Map<Uri, JsonFile>();
  return ({ uri, span }) => {
    const source = report.sources.get(uri);
    if (source === undefined || !uri.endsWith('.json')) return null;
    const file = parsed.get(uri) ?? parseJson(source);
    parsed.set(uri, file);
    return pointerAt(file, span) ?? null;
  };
}

// A worker's compliance report for the editor: as the page of its panel, and as the text of a file to save. Both are
// written by report/; here they learn what the client calls its files.

import { say } from '../base/message';
import type { Place } from '../base/span';
import { basename, type Uri } from '../base/uri';
import type { Report, Reported } from '../engine/report';
import type { Language } from '../languages';
import { type DocumentOptions, documentOf, inWords, type ReportDocument } from '../report/document';
import { htmlReport, liveReport } from '../report/html';
import { markdownReport } from '../report/markdown';
import { indexOf } from '../report/overview';
import { shown } from '../report/rich';
import { type ClientView, rangeAt, remembered } from './convert';
import type { ExportParams, PanelDocument } from './protocol';
import { pathFrom } from './uris';

export interface PageHost {
  /** Of the workspace. */
  readonly folders: readonly Uri[];
  page(rule: string): string | undefined;
  today(): string;
}

/** `idOf` names a finding by the places of its outcome and of itself in the report. */
export function panelDocumentOf(
  report: Report,
  version: number,
  idOf: (outcome: number, finding: number) => string,
  view: ClientView,
  host: PageHost,
): PanelDocument {
  const ids = new Map<Reported, string>();
  for (const [at, { findings }] of report.outcomes.entries()) {
    for (const [index, finding] of findings.entries()) ids.set(finding, idOf(at, index));
  }
  const links = new Links(version);
  const clientUri = remembered((uri) => view.clientUri(uri));
  const options: DocumentOptions = {
    ...optionsFor(view.language, host),
    live: { link: (place) => links.to(place), idOf: (finding) => ids.get(finding) ?? '' },
  };
  const document = documentOf(report, options);
  return {
    root: view.clientUri(report.root),
    version,
    name: shown(basename(report.root)),
    verdict: report.verdict,
    findings: ids.size,
    language: document.language,
    html: liveReport(document),
    summary: summaryOf(document, view.language),
    places: links.places(({ uri, span }) => ({ uri: clientUri(uri), range: rangeAt(report, { uri, span }) })),
  };
}

export function exportedReport(
  report: Report,
  format: ExportParams['format'],
  language: Language,
  host: PageHost,
): string {
  const index = indexOf([report], optionsFor(language, host));
  return format === 'markdown' ? markdownReport(index) : htmlReport(index);
}

function optionsFor(language: Language, { folders, page, today }: PageHost): DocumentOptions {
  return { language, showPath: (uri) => pathFrom(folders, uri), date: today(), page };
}

/** For a screen reader. */
function summaryOf({ name, verdict, counts, score }: ReportDocument, language: Language): string {
  return `${name}: ${verdict.word}, ${inWords(say`score ${score.text} of 10`, language)}, ${counts}.`;
}

/** Names for places: a page can open what its report names, and nothing else. */
class Links {
  private readonly names = new Map<string, { readonly name: string; readonly place: Place }>();

  constructor(private readonly version: number) {}

  to(place: Place): string {
    const key = `${place.span.start} ${place.span.end} ${place.uri}`;
    const known = this.names.get(key);
    if (known !== undefined) return known.name;
    const name = `${this.version}.${this.names.size}`;
    this.names.set(key, { name, place });
    return name;
  }

  places<T>(convert: (place: Place) => T): Readonly<Record<string, T>> {
    return Object.fromEntries([...this.names.values()].map(({ name, place }) => [name, convert(place)]));
  }
}

// All workers of one run: their reports, and one line for each where there are several.

import { say } from '../base/message';
import type { Report } from '../engine/report';
import { type DocumentOptions, documentOf, inWords, type ReportDocument } from './document';
import { reportsInOrder } from './shared';

export interface Index {
  readonly language: ReportDocument['language'];
  readonly title: string;
  readonly columns: readonly [worker: string, verdict: string, score: string, findings: string];
  readonly rows: readonly IndexRow[];
  /** Where there is no worker. */
  readonly none: string;
  readonly documents: readonly ReportDocument[];
}

export interface IndexRow {
  readonly name: string;
  readonly verdict: string;
  readonly score: string;
  readonly counts: string;
}

export function indexOf(reports: readonly Report[], options: DocumentOptions): Index {
  const { language } = options;
  const documents = reportsInOrder(reports, options.showPath).map((report) => documentOf(report, options));
  return {
    language: language.code,
    title: inWords(say`RunPod compliance report`, language),
    columns: [
      inWords(say`Worker`, language),
      inWords(say`Verdict`, language),
      inWords(say`Score`, language),
      inWords(say`Findings`, language),
    ],
    rows: documents.map(({ facts, verdict, score, counts }) => ({
      name: facts[0]?.value ?? '',
      verdict: verdict.word,
      score: score.text,
      counts,
    })),
    none: inWords(say`No RunPod worker here.`, language),
    documents,
  };
}

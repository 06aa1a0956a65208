// The answer to "Why does the Hub not see my repository?" for the editor: Markdown about the worker that is looked at.

import type { Uri } from '../base/uri';
import type { Report } from '../engine/report';
import type { Session } from '../engine/session';
import { diagnose } from '../features/diagnosis';
import type { Language } from '../languages';
import type { Repository } from '../model/repository/repository';
import { diagnosisMarkdown } from '../report/diagnosis';
import { reportAround } from './report-around';
import { isRecord } from './settings';
import { fromClient, pathFrom } from './uris';

/** Null where there is no worker. */
export function diagnosisAnswer(
  session: Session,
  reports: readonly Report[],
  repositoryAround: (folder: Uri) => Repository | undefined,
  folders: readonly Uri[],
  language: Language,
  params: unknown,
): string | null {
  const { uri } = isRecord(params) ? params : {};
  const report = reportAround(reports, typeof uri === 'string' ? fromClient(uri) : undefined);
  const worker = report && session.worker(report.root);
  if (report === undefined || worker === undefined) return null;
  return diagnosisMarkdown(diagnose(worker, repositoryAround(report.root)), {
    showPath: (path) => pathFrom(folders, path),
    language,
    sources: report.sources,
  });
}

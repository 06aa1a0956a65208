// The answer to "Why does the Hub not see my repository?" for the editor: Markdown about the worker that is looked at.

import { isWithin, type Uri } from '../base/uri';
import type { Report } from '../engine/report';
import type { Session } from '../engine/session';
import { diagnose } from '../features/diagnosis';
import type { Language } from '../languages';
import type { Repository } from '../model/repository/repository';
import { diagnosisMarkdown } from '../report/diagnosis';
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

/** The innermost worker around a file; the first one where that is in none. */
function reportAround(reports: readonly Report[], uri: Uri | undefined): Report | undefined {
  const around = uri === undefined ? [] : reports.filter(({ root }) => isWithin(root, uri));
  return [...around].sort((a, b) => b.root.length - a.root.length)[0] ?? reports[0];
}

// Answers the client's wish for a file that a worker lacks. What is in it is features/create.ts's business.

import { format, say } from '../base/message';
import type { Report } from '../engine/report';
import type { Session } from '../engine/session';
import { CREATABLE, createFor } from '../features/create';
import type { Language } from '../languages';
import { type EditTarget, workspaceEditOf } from './convert';
import type { CreateAnswer } from './protocol';
import { reportAround } from './report-around';
import { isRecord } from './settings';
import { fromClient } from './uris';

/** `params` come from outside: whatever they are. */
export function answerCreation(
  session: Session,
  reports: readonly Report[],
  params: unknown,
  target: EditTarget,
  { bundle }: Language,
): CreateAnswer {
  const { what, uri } = isRecord(params) ? params : {};
  const wanted = CREATABLE.find((name) => name === what);
  const report = reportAround(reports, typeof uri === 'string' ? fromClient(uri) : undefined);
  const worker = report && session.worker(report.root);
  if (!wanted || !report || !worker)
    return { kind: 'refused', reason: format(say`No RunPod worker was found.`, bundle) };
  const creation = createFor(worker, wanted);
  if (creation.kind === 'refused') {
    const { reason } = creation;
    return {
      kind: 'refused',
      reason: format(reason, bundle),
      ...(creation.uri !== undefined && { uri: target.clientUri(creation.uri) }),
    };
  }
  const edit = workspaceEditOf(report, creation.fix.edits, target);
  // A file of that name may have come into being meanwhile, or the client cannot make files.
  if (!edit) return { kind: 'refused', reason: format(say`The file cannot be written here.`, bundle) };
  return {
    kind: 'created',
    edit,
    uri: target.clientUri(creation.uri),
    notes: creation.notes.map((note) => format(note, bundle)),
  };
}

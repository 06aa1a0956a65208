// "Ignore this" as workspace edits: here, in the file, in the project. What is written is features/ignore.ts's business.

import type { WorkspaceEdit } from 'vscode-languageserver';
import { type Message, say } from '../base/message';
import type { Report, Reported } from '../engine/report';
import type { Settings } from '../engine/session';
import { type IgnoreScope, ignoreEdits } from '../features/ignore';
import { type EditTarget, workspaceEditOf } from './convert';

export const IGNORE_TITLES: Readonly<Record<IgnoreScope, (rule: string) => Message>> = {
  here: (rule) => say`Ignore ${rule} here`,
  file: (rule) => say`Ignore ${rule} in this file`,
  project: (rule) => say`Ignore ${rule} in the project`,
};

/** Undefined where it cannot be written, or would have no effect. */
export function ignoreEdit(
  report: Report,
  finding: Reported,
  scope: IgnoreScope,
  settings: Settings,
  target: EditTarget,
): WorkspaceEdit | undefined {
  const edits = ignoreEdits(report, finding, scope, settings);
  return edits && workspaceEditOf(report, edits, target);
}

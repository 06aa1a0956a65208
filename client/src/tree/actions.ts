// What can be done from a line of the tree, or for a whole worker: fix and ignore. The server works the edits out.

import * as vscode from 'vscode';
import {
  FIX_ALL_REQUEST,
  FIX_REQUEST,
  type FixAllParams,
  type FixParams,
  IGNORE_REQUEST,
  type IgnoreParams,
  type PanelFinding,
} from '../../../server/src/lsp/protocol';
import { applyEdit, remark } from '../edits';
import { places } from '../words';
import type { Line } from './lines';
import { pickLabel } from './text';

/** Undefined where there is nothing to change, or the report has moved on. */
export type AskEdit = (
  request: string,
  params: FixParams | FixAllParams | IgnoreParams,
) => Promise<vscode.WorkspaceEdit | undefined>;

/** A finding's fix, or all that is safe of a rule. */
export async function fixLine(line: Line, ask: AskEdit): Promise<void> {
  const { content } = line;
  if (content.kind === 'rule') {
    await fixAll({ root: content.worker.report.root, rule: content.rule.outcome.rule }, ask);
  } else if (content.kind === 'finding') {
    const title = await chooseFix(content.finding);
    if (title !== undefined) await applyEdit(await askFix(line, title, ask));
  }
}

async function chooseFix({ fixes }: PanelFinding): Promise<string | undefined> {
  const [first, ...others] = fixes;
  if (first === undefined || others.length === 0) return first?.title;
  const choices = fixes.map(({ title, safe }) => ({
    label: pickLabel(title),
    title,
    ...(safe ? {} : { description: vscode.l10n.t('may change what the code does') }),
  }));
  return (await vscode.window.showQuickPick(choices, { title: vscode.l10n.t('Fix') }))?.title;
}

/** By title: while the user chose, a new report may have come. */
async function askFix({ content }: Line, title: string, ask: AskEdit): Promise<vscode.WorkspaceEdit | undefined> {
  if (content.kind !== 'finding') return undefined;
  const fix = content.finding.fixes.findIndex((candidate) => candidate.title === title);
  return fix < 0 ? undefined : ask(FIX_REQUEST, { id: content.finding.id, fix });
}

/** Says how much it was; nothing to fix is no trouble. */
export async function fixAll(params: FixAllParams, ask: AskEdit): Promise<void> {
  const edit = await ask(FIX_ALL_REQUEST, params);
  if (edit === undefined) {
    remark(vscode.l10n.t('Nothing that can be fixed safely.'));
    return;
  }
  const amount = edit.entries().reduce((sum, [, edits]) => sum + edits.length, 0);
  if (await applyEdit(edit)) remark(vscode.l10n.t('Changed: {0}.', places(amount)));
}

/** A finding, or with `isWhole` all that a rule finds in a worker. */
export interface Ignorable {
  readonly rule: string;
  readonly isWhole: boolean;
  /** Of the newest report: while the user chooses, another one may come. */
  finding(): string | undefined;
}

export function ignorableOf(line: Line): Ignorable | undefined {
  const { content } = line;
  if (content.kind !== 'finding' && content.kind !== 'rule') return undefined;
  return {
    rule: content.rule.outcome.rule,
    isWhole: content.kind === 'rule',
    finding: () => findingOf(line)?.id,
  };
}

function findingOf({ content }: Line): PanelFinding | undefined {
  if (content.kind === 'finding') return content.finding;
  return content.kind === 'rule' ? content.rule.findings[0] : undefined;
}

export async function ignore(what: Ignorable, ask: AskEdit): Promise<void> {
  const where = await chooseWhere(what);
  const id = what.finding();
  if (where === undefined || id === undefined) return;
  await applyEdit(await ask(IGNORE_REQUEST, { id, where }), vscode.l10n.t('This cannot be ignored there.'));
}

async function chooseWhere({ rule, isWhole }: Ignorable): Promise<IgnoreParams['where'] | undefined> {
  const choices: readonly (vscode.QuickPickItem & { readonly where: IgnoreParams['where'] })[] = [
    { label: vscode.l10n.t('Here'), where: 'here' },
    { label: vscode.l10n.t('In this file'), where: 'file' },
    { label: vscode.l10n.t('In the project'), description: '.runpod/compliance.json', where: 'project' },
  ];
  const offered = choices.filter(({ where }) => !isWhole || where === 'project');
  return (await vscode.window.showQuickPick(offered, { title: vscode.l10n.t('Ignore {0}', rule) }))?.where;
}

// What the tree is to show, asked of the user: severities and areas in one list, with everything that is shown ticked.

import * as vscode from 'vscode';
import type { PanelReport } from '../../../server/src/lsp/protocol';
import { type Filter, MARKS, type Mark } from './model';
import { marksInWords } from './words';

const ICONS: Readonly<Record<Mark, string>> = {
  error: 'error',
  warning: 'warning',
  info: 'info',
  hint: 'lightbulb',
  undecided: 'question',
  passed: 'pass',
};

interface Choice extends vscode.QuickPickItem {
  readonly mark?: Mark;
  readonly area?: string;
}

/** Undefined where the user has thought better of it. */
export async function askFilter(filter: Filter, areas: PanelReport['areas']): Promise<Filter | undefined> {
  const choices = choicesFor(filter, areas);
  const chosen = await vscode.window.showQuickPick(choices, {
    canPickMany: true,
    title: vscode.l10n.t('Filter findings'),
    placeHolder: vscode.l10n.t('What the tree shows'),
  });
  if (chosen === undefined) return undefined;
  const hidden = choices.filter((choice) => !chosen.includes(choice));
  const offered = areas.map(({ area }) => area);
  return {
    marks: hidden.flatMap(({ mark }) => mark ?? []),
    areas: [...filter.areas.filter((area) => !offered.includes(area)), ...hidden.flatMap(({ area }) => area ?? [])],
  };
}

function choicesFor(filter: Filter, areas: PanelReport['areas']): readonly Choice[] {
  return [
    separator(vscode.l10n.t('Severities')),
    ...MARKS.map((mark) => ({
      label: `$(${ICONS[mark]}) ${marksInWords(mark)}`,
      picked: !filter.marks.includes(mark),
      mark,
    })),
    separator(vscode.l10n.t('Areas')),
    ...areas.map(({ area, title }) => ({ label: title, picked: !filter.areas.includes(area), area })),
  ];
}

function separator(label: string): Choice {
  return { label, kind: vscode.QuickPickItemKind.Separator };
}

// The documentation of a rule: of the one that is named, else of the one that found something at the cursor, else of one that
// the user chooses from the list. What it says comes from the server.

import * as vscode from 'vscode';
import {
  DIAGNOSTIC_SOURCE,
  RULE_PAGE_REQUEST,
  RULES_REQUEST,
  type RuleEntry,
  type RulePageParams,
} from '../../server/src/lsp/protocol';
import { createPreview } from './preview';

export interface RulePages {
  /** What a link or another extension gives as rule may be anything. */
  show(rule?: unknown): Promise<void>;
  dispose(): void;
}

/** What the server can be asked. */
export interface RuleServer {
  sendRequest<R>(method: string, params?: RulePageParams): Promise<R>;
}

export function createRulePages(server: RuleServer): RulePages {
  const preview = createPreview('runpod-rule');
  return {
    async show(asked) {
      const rule = typeof asked === 'string' ? asked : await chooseRule(server);
      if (rule === undefined) return;
      const page = await server.sendRequest<string | null>(RULE_PAGE_REQUEST, { rule });
      if (page === null) void vscode.window.showInformationMessage(vscode.l10n.t('There is no rule {0}.', rule));
      else await preview.show(rule, page);
    },
    dispose: preview.dispose,
  };
}

async function chooseRule(server: RuleServer): Promise<string | undefined> {
  const here = rulesAtCursor();
  if (here.length === 1) return here[0];
  const rules = await server.sendRequest<readonly RuleEntry[]>(RULES_REQUEST);
  const chosen = await vscode.window.showQuickPick(itemsFor(rules, here), {
    placeHolder: vscode.l10n.t('Rule whose documentation to show'),
    matchOnDetail: true,
  });
  return chosen?.rule;
}

interface RuleItem extends vscode.QuickPickItem {
  /** Undefined for a heading. */
  readonly rule?: string;
}

/** Those at the cursor first, the others under the titles of their areas. */
function itemsFor(rules: readonly RuleEntry[], here: readonly string[]): readonly RuleItem[] {
  const near = rules.filter(({ rule }) => here.includes(rule));
  const groups = new Map<string, RuleEntry[]>(near.length > 0 ? [[vscode.l10n.t('At the cursor'), near]] : []);
  for (const entry of rules) {
    if (near.includes(entry)) continue;
    const group = groups.get(entry.area) ?? [];
    groups.set(entry.area, group);
    group.push(entry);
  }
  return [...groups].flatMap(([label, entries]): RuleItem[] => [
    { label, kind: vscode.QuickPickItemKind.Separator },
    ...entries.map(({ rule, summary, severity }) => ({
      label: rule,
      detail: summary,
      iconPath: ICONS[severity],
      rule,
    })),
  ]);
}

const ICONS: Readonly<Record<RuleEntry['severity'], vscode.ThemeIcon>> = {
  error: new vscode.ThemeIcon('error'),
  warning: new vscode.ThemeIcon('warning'),
  info: new vscode.ThemeIcon('info'),
  hint: new vscode.ThemeIcon('lightbulb'),
};

/** By the diagnostics, so that it is what the user sees there. */
function rulesAtCursor(): readonly string[] {
  const editor = vscode.window.activeTextEditor;
  if (editor === undefined) return [];
  const { document, selection } = editor;
  const rules = vscode.languages.getDiagnostics(document.uri).flatMap(({ source, range, code }) => {
    const rule = typeof code === 'object' ? code.value : code;
    return source === DIAGNOSTIC_SOURCE && typeof rule === 'string' && range.contains(selection.active) ? [rule] : [];
  });
  return [...new Set(rules)];
}

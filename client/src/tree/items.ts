// A line of the tree as the editor shows it: words, icon, tooltip, and which actions it has. What comes from the workspace
// is plain text in here, in the tooltips too.

import * as vscode from 'vscode';
import { OPEN_COMMAND, type OpenParams, type PanelFinding } from '../../../server/src/lsp/protocol';
import { countsInWords, kindInWords, verdictInWords } from '../words';
import type { Line } from './lines';
import { type AreaView, hasSafeFix, isGrave, type Mark, type RuleView, type WorkerView } from './model';
import { label, placeIn } from './text';
import { areaInWords, markInWords, reasonInWords, ruleInWords, spoken } from './words';

/** Rules with more places than this are closed at first. */
const MOST_OPEN = 3;

const { Collapsed, Expanded, None } = vscode.TreeItemCollapsibleState;

const ICONS: Readonly<Record<Mark, vscode.ThemeIcon>> = {
  error: icon('error', 'problemsErrorIcon.foreground'),
  warning: icon('warning', 'problemsWarningIcon.foreground'),
  info: icon('info', 'problemsInfoIcon.foreground'),
  hint: icon('lightbulb', 'descriptionForeground'),
  undecided: icon('question', 'descriptionForeground'),
  passed: icon('pass', 'testing.iconPassed'),
};

const VERDICT_ICONS: Readonly<Record<WorkerView['report']['verdict'], vscode.ThemeIcon>> = {
  go: ICONS.passed,
  'conditional-go': ICONS.warning,
  'no-go': ICONS.error,
};

function icon(id: string, color: string): vscode.ThemeIcon {
  return new vscode.ThemeIcon(id, new vscode.ThemeColor(color));
}

/** Quieter than the icon of the rule above. */
function dot(mark: Mark): vscode.ThemeIcon {
  return new vscode.ThemeIcon('circle-small-filled', ICONS[mark].color);
}

/** Without its tooltip, which is made when somebody asks for it. */
export function itemOf(line: Line, isOnlyWorker: boolean): vscode.TreeItem {
  const { content } = line;
  switch (content.kind) {
    case 'worker':
      return workerItem(line, content.worker, isOnlyWorker);
    case 'area':
      return areaItem(line, content.area);
    case 'rule':
      return ruleItem(line, content.rule);
    case 'finding':
      return findingItem(line, content.worker, content.rule, content.finding);
  }
}

function workerItem({ id }: Line, { report, parent, counts }: WorkerView, isOnly: boolean): vscode.TreeItem {
  const item = new vscode.TreeItem(label(report.name), isOnly ? Expanded : Collapsed);
  item.id = id;
  item.description = [verdictInWords(report), kindInWords(report.kind), parent].filter((part) => part).join(' · ');
  item.iconPath = VERDICT_ICONS[report.verdict];
  item.contextValue = 'worker';
  item.accessibilityInformation = { label: spoken([label(report.name), item.description, countsInWords(counts)]) };
  return item;
}

function areaItem({ id }: Line, area: AreaView): vscode.TreeItem {
  const { title, mark, rules } = area;
  const item = new vscode.TreeItem(title, rules.length === 0 ? None : isGrave(area) ? Expanded : Collapsed);
  item.id = id;
  item.description = areaInWords(area);
  item.iconPath = ICONS[mark];
  item.contextValue = 'area';
  item.accessibilityInformation = { label: spoken([title, item.description]) };
  return item;
}

function ruleItem({ id }: Line, rule: RuleView): vscode.TreeItem {
  const { mark, outcome, findings } = rule;
  const isOpen = findings.length <= MOST_OPEN;
  const item = new vscode.TreeItem(outcome.rule, findings.length === 0 ? None : isOpen ? Expanded : Collapsed);
  item.id = id;
  item.description = ruleInWords(rule);
  item.iconPath = ICONS[mark];
  item.contextValue = contextOf('rule', {
    explainable: true,
    ignorable: findings.length > 0,
    fixable: findings.some(hasSafeFix),
  });
  item.accessibilityInformation = {
    label: spoken([markInWords(mark), outcome.rule, outcome.summary, item.description]),
  };
  return item;
}

function findingItem(line: Line, { report }: WorkerView, rule: RuleView, finding: PanelFinding): vscode.TreeItem {
  // The place first: in a narrow view several findings of a rule would all read the same.
  const item = new vscode.TreeItem(placeIn(report.root, finding), None);
  item.id = line.id;
  item.description = label(finding.message);
  item.iconPath = finding.severity === rule.mark ? dot(finding.severity) : ICONS[finding.severity];
  item.contextValue = contextOf('finding', { explainable: true, ignorable: true, fixable: finding.fixes.length > 0 });
  const { uri, range } = finding;
  const place: OpenParams = { uri, range };
  item.command = { command: OPEN_COMMAND, title: vscode.l10n.t('Show place'), arguments: [place] };
  item.accessibilityInformation = {
    label: spoken([markInWords(finding.severity), item.description, placeIn(report.root, finding)]),
  };
  return item;
}

/** The tokens that the manifest's menus look for. */
function contextOf(kind: string, actions: Readonly<Record<string, boolean>>): string {
  return [kind, ...Object.keys(actions).filter((action) => actions[action])].join(' ');
}

/** Plain text, since names and code are in it. Undefined where the line says all there is. */
export function tooltipOf({ content }: Line): string | undefined {
  switch (content.kind) {
    case 'worker':
      return content.worker.report.reason;
    case 'area':
      return undefined;
    case 'rule': {
      const { summary, why } = content.rule.outcome;
      return paragraphs([summary, why, content.rule.mark === 'undecided' ? reasonInWords(content.rule) : '']);
    }
    case 'finding': {
      const { finding, worker } = content;
      const steps = finding.related.map((note) => `${placeIn(worker.report.root, note)}: ${label(note.message)}`);
      return paragraphs([label(finding.message), steps.join('\n')]);
    }
  }
}

function paragraphs(texts: readonly string[]): string {
  return texts.filter((text) => text !== '').join('\n\n');
}

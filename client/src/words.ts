// Words that more than one view of the client says, beside what the server sends in the user's language. English counts
// in two forms, Polish in three, and VS Code's bundles know of none: each form is a string of its own, told apart by its
// comment where English says the same twice.

import * as vscode from 'vscode';
import type { WorkerStatus } from '../../server/src/lsp/protocol';

/** The same in every language. */
export const VERDICTS: Readonly<Record<WorkerStatus['verdict'], string>> = {
  go: 'GO',
  'conditional-go': 'CONDITIONAL GO',
  'no-go': 'NO-GO',
};

let decimals: Intl.NumberFormat | undefined;

/** Such as `NO-GO 6.4`. */
export function verdictInWords({ verdict, score }: Pick<WorkerStatus, 'verdict' | 'score'>): string {
  decimals ??= new Intl.NumberFormat(language(), { minimumFractionDigits: 1, maximumFractionDigits: 1 });
  return `${VERDICTS[verdict]} ${decimals.format(score)}`;
}

export function errors(count: number): string {
  return choose(count, [
    vscode.l10n.t('{0} error', count),
    vscode.l10n.t({ message: '{0} errors', args: [count], comment: ['few'] }),
    vscode.l10n.t({ message: '{0} errors', args: [count], comment: ['many'] }),
  ]);
}

export function warnings(count: number): string {
  return choose(count, [
    vscode.l10n.t('{0} warning', count),
    vscode.l10n.t({ message: '{0} warnings', args: [count], comment: ['few'] }),
    vscode.l10n.t({ message: '{0} warnings', args: [count], comment: ['many'] }),
  ]);
}

export function notes(count: number): string {
  return choose(count, [
    vscode.l10n.t('{0} note', count),
    vscode.l10n.t({ message: '{0} notes', args: [count], comment: ['few'] }),
    vscode.l10n.t({ message: '{0} notes', args: [count], comment: ['many'] }),
  ]);
}

export function hints(count: number): string {
  return choose(count, [
    vscode.l10n.t('{0} hint', count),
    vscode.l10n.t({ message: '{0} hints', args: [count], comment: ['few'] }),
    vscode.l10n.t({ message: '{0} hints', args: [count], comment: ['many'] }),
  ]);
}

export function places(count: number): string {
  return choose(count, [
    vscode.l10n.t('{0} place', count),
    vscode.l10n.t({ message: '{0} places', args: [count], comment: ['few'] }),
    vscode.l10n.t({ message: '{0} places', args: [count], comment: ['many'] }),
  ]);
}

/** Without a bundle the words are English, whatever the editor's language is. */
function language(): string {
  return vscode.l10n.bundle === undefined ? 'en' : vscode.env.language;
}

let rules: Intl.PluralRules | undefined;

function choose(count: number, [one, few, many]: readonly [one: string, few: string, many: string]): string {
  rules ??= new Intl.PluralRules(language());
  switch (rules.select(count)) {
    case 'one':
      return one;
    case 'few':
      return few;
    default:
      return many;
  }
}

/** Such as `1 error, 3 warnings`; empty where there is nothing to count. */
export function countsInWords({ error, warning, info, hint }: WorkerStatus['counts']): string {
  const parts = [
    error > 0 && errors(error),
    warning > 0 && warnings(warning),
    info > 0 && notes(info),
    hint > 0 && hints(hint),
  ];
  return parts.filter((part) => part !== false).join(', ');
}

/** The kind of a worker, as an apposition; empty where it is unknown. */
export function kindInWords(kind: string): string {
  switch (kind) {
    case 'queue':
      return vscode.l10n.t('queue');
    case 'streaming':
      return vscode.l10n.t('streaming');
    case 'concurrent':
      return vscode.l10n.t('concurrent');
    case 'load-balancer':
      return vscode.l10n.t('load balancing');
    case 'flash':
      return 'Flash';
    case 'dual-mode':
      return vscode.l10n.t('dual-mode');
    case 'base-image':
      return vscode.l10n.t('base image');
    case 'pod':
      return 'Pod';
    default:
      return '';
  }
}

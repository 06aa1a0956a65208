// "Show documentation" among the quick fixes of a place, for clients that have the command.

import { type CodeAction, CodeActionKind, type Diagnostic } from 'vscode-languageserver';
import { format, say } from '../base/message';
import type { RuleMeta } from '../rules/rule';
import type { ClientView } from './convert';
import { EXPLAIN_COMMAND } from './protocol';

/** Each rule once, however often it found something there. Changes nothing, so it is neither preferred nor part of "fix all". */
export function explainActions(
  offers: readonly { readonly meta: RuleMeta; readonly diagnostic: Diagnostic }[],
  view: ClientView,
): CodeAction[] {
  if (!view.explains) return [];
  return [...new Set(offers.map(({ meta }) => meta.id))].map((rule) => {
    const title = format(say`Show documentation of ${rule}`, view.language.bundle);
    return {
      title,
      kind: CodeActionKind.QuickFix,
      diagnostics: offers.filter(({ meta }) => meta.id === rule).map(({ diagnostic }) => diagnostic),
      command: { title, command: EXPLAIN_COMMAND, arguments: [rule] },
    };
  });
}

// Ids of rules inside `# runpod: ignore[…]`: what was found in the file first.

import type { CompletionItem } from 'vscode-languageserver';
import { asIs, say } from '../base/message';
import type { Source } from '../base/source';
import type { Report } from '../engine/report';
import { ruleIdsFor } from '../features/rule-mentions';
import { completionItem, type Shown } from './language-convert';
import { type RuleWords, whatAndWhy } from './rule-hover';

export function ruleIdItems(
  source: Source,
  offset: number,
  report: Report | undefined,
  how: RuleWords,
  shown: Shown,
): CompletionItem[] {
  const { span, offered } = ruleIdsFor(report, source, offset);
  // Behind a comma, so that the list reads well.
  const space = source.text[span.start - 1] === ',' ? ' ' : '';
  return offered.map(({ meta, isFoundHere }, rank) => {
    const about = whatAndWhy(meta, how).map(asIs);
    const detail = isFoundHere ? say`in this file` : undefined;
    const item = { label: meta.id, kind: 'value' as const, span, text: `${space}${meta.id}`, detail, about };
    return completionItem(source, item, rank, shown, false);
  });
}

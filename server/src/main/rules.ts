// `runpod-compliance rules`: the list of all rules, or the documentation of one as Markdown.

import { format } from '../base/message';
import { type Language, loadLanguage, withRulePages } from '../languages';
import { rulePageMarkdown } from '../report/rule-page';
import { METAS } from '../rules';
import type { RulesArguments } from './arguments';
import { rulePage } from './packed.node';

export async function rulesText({ rule, language: code }: RulesArguments): Promise<string> {
  const language = await loadLanguage(code);
  const meta = METAS.find(({ id }) => id === rule);
  if (meta === undefined) return listOfRules(language);
  return rulePageMarkdown(meta, rulePage(meta.id), await withRulePages(language));
}

function listOfRules({ bundle }: Language): string {
  const width = Math.max(...METAS.map(({ id }) => id.length));
  return METAS.map(({ id, severity, summary }) => {
    const words = format({ template: summary, args: [] }, bundle);
    return `${id.padEnd(width)}  ${severity.padEnd(7)}  ${words}\n`;
  }).join('');
}

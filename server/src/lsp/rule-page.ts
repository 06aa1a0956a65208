// The answers about rules for the editor: the documentation of one, and a list to choose from.

import { format } from '../base/message';
import { type Language, withRulePages } from '../languages';
import { rulePageMarkdown } from '../report/rule-page';
import { METAS } from '../rules';
import { AREA_TITLES } from '../rules/rule';
import type { RuleEntry } from './protocol';
import { isRecord } from './settings';

/** Null for an unknown rule. `page` is asked for ids of ours only, since it may read a file of that name. */
export async function rulePageAnswer(
  params: unknown,
  page: (rule: string) => string | undefined,
  language: Language,
): Promise<string | null> {
  const { rule } = isRecord(params) ? params : {};
  const meta = METAS.find(({ id }) => id === rule);
  return meta === undefined ? null : rulePageMarkdown(meta, page(meta.id), await withRulePages(language));
}

export function rulesAnswer({ bundle }: Language): readonly RuleEntry[] {
  const worded = (template: string): string => format({ template, args: [] }, bundle);
  return METAS.map(({ id, area, severity, summary }) => ({
    rule: id,
    area: worded(AREA_TITLES[area]),
    severity,
    summary: worded(summary),
  }));
}

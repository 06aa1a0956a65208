// What can be done in a live page, such as the editor's panel: the words of its buttons, and for each finding the fixes. What
// a button sets off is the host's business.

import { say } from '../base/message';
import type { Place } from '../base/span';
import type { Reported } from '../engine/report';
import { UNUSED_SUPPRESSION } from '../rules/suppressions/unused-suppression';
import type { Making } from './document';
import { type Rich, richOf } from './rich';

/** What the host of a live page has to say of the report. */
export interface LiveOptions {
  /** Names a place to the host. */
  link(place: Place): string;
  /** Names a finding to the host. */
  idOf(finding: Reported): string;
}

export interface Offers {
  readonly id: string;
  /** In the order of the finding's own. */
  readonly fixes: readonly { readonly title: Rich; readonly safe: boolean }[];
  readonly ignorable: boolean;
}

/** Undefined in a page that is only read. */
export function offersOf({ live, language }: Making, finding: Reported): Offers | undefined {
  return (
    live && {
      id: live.idOf(finding),
      fixes: (finding.fixes ?? []).map(({ title, safe }) => ({ title: richOf(title, language), safe })),
      // A suppression of this rule would have to be unused itself.
      ignorable: finding.rule !== UNUSED_SUPPRESSION.id,
    }
  );
}

export interface LiveWords {
  readonly documentation: string;
  readonly ignore: string;
  /** On a fix that is not safe, and why it says so. */
  readonly review: string;
  readonly reviewHint: string;
  readonly saveMarkdown: string;
  readonly saveHtml: string;
  /** Where there is something safe to fix. */
  readonly fixAll: string | undefined;
}

export function liveWordsOf({ report, say: words }: Making): LiveWords {
  const safe = report.outcomes
    .flatMap(({ findings }) => findings)
    .filter(({ fixes = [] }) => fixes.some((fix) => fix.safe)).length;
  return {
    documentation: words(say`Show documentation`),
    ignore: words(say`Ignore…`),
    review: words(say`review`),
    reviewHint: words(say`This fix may change what the code does. Look the result over; undo takes it back.`),
    saveMarkdown: words(say`Save as Markdown`),
    saveHtml: words(say`Save as HTML`),
    fixAll: safe === 0 ? undefined : words(say`Fix all that is safe (${safe})`),
  };
}

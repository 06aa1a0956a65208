// A category that is none of the documented five.

import { say } from '../../base/message';
import { replaceValue } from '../../edits/json';
import { CATEGORIES, CATEGORY_WORDS, PUBLISHING_GUIDE } from '../../knowledge/hub';
import { placeOf, valueAt } from '../../model/json';
import { nearest } from '../../model/nearest';
import { rule } from '../rule';

export const hubCategoryUnknown = rule({
  meta: {
    id: 'hub-category-unknown',
    area: 'hub',
    severity: 'warning',
    since: '0.1.0',
    summary: 'The category is none of those the Hub lists workers under.',
    why: 'The Hub may refuse the listing, or show it under no category.',
    good: "The category is one of the Hub's.",
    shownBy: 'hub',
    sources: [PUBLISHING_GUIDE],
  },
  reads: ['hub'],
  *check({ hub }) {
    const category = valueAt(hub.root, 'category');
    if (category?.kind !== 'string' || CATEGORIES.includes(category.value)) return;
    // Another case or a slip is certain; what a word like "text-to-speech" belongs to is a good guess.
    const slip = nearest(category.value.trim(), CATEGORIES);
    const meant = slip ?? CATEGORY_WORDS.find(([, words]) => words.test(category.value))?.[0];
    yield {
      ...placeOf(hub, category.span),
      message: say`"${category.value}" is no category of the Hub: it has ${CATEGORIES.join(', ')}.`,
      fixes:
        meant === undefined
          ? []
          : [
              {
                title: say`Change to "${meant}"`,
                safe: slip !== undefined,
                edits: replaceValue(hub, category, meant),
              },
            ],
    };
  },
});

// A description that does not fit the Hub's database. Reported by publishers, not documented.

import { say } from '../../base/message';
import { LONGEST_DESCRIPTION, PUBLISHING_GUIDE } from '../../knowledge/hub';
import { placeOf, valueAt } from '../../model/json';
import { rule } from '../rule';

export const hubDescriptionTooLong = rule({
  meta: {
    id: 'hub-description-too-long',
    area: 'hub',
    severity: 'warning',
    since: '0.1.0',
    summary: `The description is longer than ${LONGEST_DESCRIPTION} characters.`,
    why: 'Publishers report that submitting such a listing fails with a database error that does not say why.',
    good: 'The description is short enough for the Hub.',
    sources: [PUBLISHING_GUIDE, 'https://github.com/sergeyshmakov/mineru-runpod/commit/5a5fe47'],
  },
  reads: ['hub'],
  *check({ hub }) {
    const description = valueAt(hub.root, 'description');
    if (description?.kind !== 'string') return;
    const length = [...description.value].length;
    if (length <= LONGEST_DESCRIPTION) return;
    yield {
      ...placeOf(hub, description.span),
      message: say`The description has ${length} characters. Submissions with more than ${LONGEST_DESCRIPTION} were reported to fail.`,
    };
  },
});

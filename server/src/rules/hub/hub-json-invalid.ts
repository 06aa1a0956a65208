// hub.json as text: strict JSON or not. Its keys and values are the other rules' business.

import { PUBLISHING_GUIDE } from '../../knowledge/hub';
import { bounded } from '../bounded';
import { jsonErrors } from '../json-errors';
import { rule } from '../rule';

export const hubJsonInvalid = rule({
  meta: {
    id: 'hub-json-invalid',
    area: 'hub',
    severity: 'error',
    since: '0.1.0',
    summary: 'hub.json is not strict JSON.',
    why: 'The Hub cannot read the file, so the repository is not listed.',
    good: 'hub.json is strict JSON.',
    shownBy: 'hub',
    sources: [PUBLISHING_GUIDE],
  },
  reads: ['hubFile'],
  check: ({ hubFile }) => bounded(jsonErrors(hubFile)),
});

// A listing without a release. A release of GitHub has a tag: where there is none, there is no release either.

import { say } from '../../base/message';
import { PUBLISHING_GUIDE } from '../../knowledge/hub';
import { rule } from '../rule';
import { listingPlace } from './places';

export const releaseMissing = rule({
  meta: {
    id: 'release-missing',
    area: 'repository',
    severity: 'warning',
    since: '0.2.0',
    summary: 'The repository has a hub.json and no tag, so nothing that the Hub could have indexed.',
    why: 'The Hub indexes GitHub releases, not commits: without one, the repository never appears.',
    good: 'There is a tag that a release can be made of.',
    sources: [PUBLISHING_GUIDE],
  },
  reads: ['hubFile', 'repository'],
  *check({ hubFile, repository: { head, tags } }) {
    if (head === undefined || tags === undefined || tags.length > 0) return;
    yield {
      ...listingPlace(hubFile),
      message: say`This repository has no tag, and so no release that is known here: the Hub lists releases, not commits. (A release made on GitHub brings its tag with the next "git fetch --tags".)`,
    };
  },
});

// Files of the worker that are on this disk as they are nowhere else.

import { say } from '../../base/message';
import { PUBLISHING_GUIDE } from '../../knowledge/hub';
import { isDeployed } from '../../model/repository/deployed';
import { rule } from '../rule';
import { listed } from './listed';
import { listingPlace } from './places';

export const changesUncommitted = rule({
  meta: {
    id: 'changes-uncommitted',
    area: 'repository',
    severity: 'info',
    since: '0.2.0',
    summary: 'Files of the worker are modified, or not in the repository at all.',
    why: 'RunPod builds what is on GitHub: a release made now goes without these changes.',
    good: 'Everything that the worker consists of is committed.',
    sources: [PUBLISHING_GUIDE],
  },
  reads: ['files', 'hubFile', 'repository'],
  *check({ files, hubFile, repository: { changes = [] } }) {
    const mine = changes.filter(
      ({ uri, state }) => isDeployed(files, uri) && (state !== 'untracked' || files.has(uri)),
    );
    if (mine.length === 0) return;
    yield {
      ...listingPlace(hubFile),
      message: say`Not committed: ${listed(files, mine)}. A release made now leaves that out.`,
    };
  },
});

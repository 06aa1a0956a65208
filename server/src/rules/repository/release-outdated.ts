// What the worker has been changed by since its newest tag. The Hub builds that tag's files until there is another release.

import { type Message, say } from '../../base/message';
import { PUBLISHING_GUIDE } from '../../knowledge/hub';
import { isDeployed } from '../../model/repository/deployed';
import { rule } from '../rule';
import { listed } from './listed';
import { listingPlace } from './places';

export const releaseOutdated = rule({
  meta: {
    id: 'release-outdated',
    area: 'repository',
    severity: 'info',
    since: '0.2.0',
    summary: 'Files of the worker have changed since the newest tag.',
    why: 'The Hub goes on showing and building the files of the last release.',
    good: 'The newest tag has the files as they are now.',
    sources: [PUBLISHING_GUIDE],
  },
  reads: ['files', 'hubFile', 'repository'],
  *check({ files, hubFile, repository: { sinceTag } }) {
    const changes = sinceTag?.changes.filter(({ uri }) => isDeployed(files, uri)) ?? [];
    if (sinceTag === undefined || changes.length === 0) return;
    yield { ...listingPlace(hubFile), message: messageOf(sinceTag.tag, listed(files, changes)) };
  },
});

function messageOf(tag: string, files: string): Message {
  return say`Changed since ${tag}: ${files}. The Hub shows and builds the files of the last release.`;
}

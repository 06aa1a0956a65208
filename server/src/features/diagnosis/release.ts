// The release: the Hub indexes nothing else. A tag can be seen here, the release that it belongs to only on GitHub.

import { say } from '../../base/message';
import { relativeTo, type Uri } from '../../base/uri';
import type { Files } from '../../model/files';
import { isDeployed } from '../../model/repository/deployed';
import type { Change, Repository } from '../../model/repository/repository';
import type { Case } from './index';
import { evidenceOf, findingsOf, GUIDE, named, pointless } from './shared';
import type { Answer, Check } from './types';

const TAGGED = say`Is there a tag for a release?`;
const CONTENT = say`Has that tag the files as you see them here?`;
const COMMITTED = say`Is everything committed?`;

export function releaseChecks(given: Case): readonly Check[] {
  const { repository, files } = given.worker.inputs;
  const isTagged = repository?.tags === undefined || repository.tags.length > 0;
  return [
    { question: COMMITTED, source: GUIDE, ...committedAnswer(given) },
    { question: TAGGED, source: GUIDE, ...taggedAnswer(repository) },
    {
      question: say`Has the tag become a release on GitHub?`,
      source: GUIDE,
      state: 'cannot-see',
      says: say`A tag alone is not a release, nor is a draft. Whether GitHub has the release cannot be seen from here.`,
      remedy: say`Look at "Releases" on the repository's page: the newest must be published, and of the right tag.`,
    },
    isTagged && files ? { question: CONTENT, source: GUIDE, ...contentAnswer(repository, files) } : pointless(CONTENT),
    {
      question: say`Was the release indexed, built and reviewed?`,
      source: GUIDE,
      state: 'cannot-see',
      says: say`The Hub takes up a release within about an hour, builds and tests it ("Pending"), and people at RunPod review it before it is listed. A build over 30 minutes or an image over 80 GB fails.`,
      remedy: say`Look at the repository's state and build log on its Hub page.`,
    },
  ];
}

function committedAnswer(given: Case): Answer {
  const { repository } = given.worker.inputs;
  if (repository === undefined || repository.changes === undefined) {
    return { state: 'cannot-see', says: say`There is no git repository here that could be read.` };
  }
  const findings = findingsOf(given, ['changes-uncommitted']);
  if (findings.length === 0) return { state: 'ok', says: say`Yes, all that the worker consists of.` };
  return {
    state: 'flaw',
    says: say`No. A release lacks what is not committed.`,
    evidence: evidenceOf(findings),
    remedy: say`Commit and push before you make a release.`,
  };
}

function taggedAnswer(repository: Repository | undefined): Answer {
  if (repository === undefined) {
    return { state: 'cannot-see', says: say`There is no git repository here that could be read.` };
  }
  const { tags, sinceTag } = repository;
  if (tags === undefined) {
    return { state: 'cannot-see', says: say`This clone has no tags, as it is a shallow one or one that fetches none.` };
  }
  if (tags.length === 0) {
    return {
      state: 'cause',
      says: say`No. The Hub indexes releases, not commits, and a release always has a tag.`,
      remedy: say`Make a release on GitHub. If there is one already, "git fetch --tags" brings its tag: then ask again.`,
    };
  }
  const names = named(tags.slice(-MOST_TAGS).map(({ name }) => name));
  if (sinceTag === undefined)
    return { state: 'ok', says: say`Yes: ${names}. None of them is known to lie behind the current commit.` };
  return { state: 'ok', says: say`Yes: ${names}. The newest behind the current commit is ${sinceTag.tag}.` };
}

const MOST_TAGS = 4;

/** Without these in it, a release is no listing. */
function isEssential({ root }: Files, uri: Uri): boolean {
  return /^(?:\.runpod\/)?(?:hub\.json|Dockerfile)$/.test(relativeTo(root, uri) ?? '');
}

function contentAnswer(repository: Repository | undefined, files: Files): Answer {
  const sinceTag = repository?.sinceTag;
  if (sinceTag === undefined) return { state: 'cannot-see', says: say`No tag was found to compare with.` };
  const { tag } = sinceTag;
  const changes = sinceTag.changes.filter(({ uri }) => isDeployed(files, uri));
  const paths = (some: readonly Change[]): string => named(some.map(({ uri }) => relativeTo(files.root, uri) ?? uri));
  const lacking = changes.filter(({ uri, state }) => state === 'added' && isEssential(files, uri));
  const remedy = say`Make a new release of the current commit.`;
  if (lacking.length > 0) {
    return { state: 'cause', says: say`No. ${tag} does not have ${paths(lacking)}, which came later.`, remedy };
  }
  const other = changes.filter(({ uri }) => /\/hub\.json$/.test(uri) && isEssential(files, uri));
  if (other.length > 0) {
    return {
      state: 'cause',
      says: say`No. ${tag} has another ${paths(other)} than the one judged above, and the Hub reads that of the release.`,
      remedy,
    };
  }
  if (changes.length === 0) return { state: 'ok', says: say`Yes: nothing that matters has changed since ${tag}.` };
  return {
    state: 'flaw',
    says: say`No. Changed since ${tag}: ${paths(changes)}. The Hub still builds the older files.`,
    remedy,
  };
}

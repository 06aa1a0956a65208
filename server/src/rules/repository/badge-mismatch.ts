// A badge of the Hub that was copied from another repository: the image shows one listing, the link opens another, or
// neither is this one's.

import { say } from '../../base/message';
import type { Source } from '../../base/source';
import { PUBLISHING_GUIDE } from '../../knowledge/hub';
import { type Badge, badgesIn, type NamedAt } from '../../model/repository/badge';
import {
  type GitHubName,
  gitHubName,
  isSameName,
  publishingRemote,
  type Repository,
  showName,
} from '../../model/repository/repository';
import { type Finding, rule } from '../rule';

export const badgeMismatch = rule({
  meta: {
    id: 'badge-mismatch',
    area: 'repository',
    severity: 'warning',
    since: '0.2.0',
    summary: "The badge in the README is another repository's.",
    why: 'It shows the state of another listing, and whoever clicks on it deploys that one.',
    good: "The badge in the README is this repository's own.",
    sources: [PUBLISHING_GUIDE, 'https://github.com/runpod-workers/worker-vllm/blob/main/README.md'],
  },
  reads: ['hubFile', 'documents', 'repository?'],
  *check({ documents: { readme }, repository }) {
    if (readme === undefined) return;
    const badges = badgesIn(readme);
    const own = repository && ownNames(repository);
    // A README may show other listings beside its own.
    const isOthers =
      own?.origin !== undefined && !badges.some((badge) => namesIn(badge).some((at) => isOneOf(own.all, at.name)));
    for (const badge of badges) {
      if (own?.origin !== undefined && isOthers) yield* notOwn(readme, badge, own.origin);
      else yield* inconsistent(readme, badge, own?.all ?? []);
    }
  },
});

/** Where this repository may have its listing: under its origin, and under the one that a fork was made of. */
function ownNames(repository: Repository): {
  readonly origin: GitHubName | undefined;
  readonly all: readonly GitHubName[];
} {
  const remote = publishingRemote(repository);
  return {
    origin: remote && gitHubName(remote.url),
    all: repository.remotes.flatMap(({ url }) => gitHubName(url) ?? []),
  };
}

function namesIn({ image, link }: Badge): readonly NamedAt[] {
  return link === undefined ? [image] : [image, link];
}

function isOneOf(all: readonly GitHubName[], name: GitHubName): boolean {
  return all.some((one) => isSameName(one, name));
}

function* notOwn(readme: Source, badge: Badge, origin: GitHubName): Iterable<Finding> {
  const shown = showName(origin);
  yield {
    uri: readme.uri,
    span: badge.image.span,
    message: say`This badge is that of ${showName(badge.image.name)}, and this repository is ${shown}.`,
    fixes: [change(readme, namesIn(badge), origin)],
  };
}

function* inconsistent(readme: Source, { image, link }: Badge, own: readonly GitHubName[]): Iterable<Finding> {
  if (link === undefined || isSameName(image.name, link.name)) return;
  // The one that is this repository's own is right; which it is where neither is, only the author knows.
  const isImageWrong = isOneOf(own, link.name) && !isOneOf(own, image.name);
  const isLinkWrong = isOneOf(own, image.name) && !isOneOf(own, link.name);
  const [wrong, right] = isImageWrong ? [image, link] : [link, image];
  yield {
    uri: readme.uri,
    span: wrong.span,
    message: say`The badge shows ${showName(image.name)} and leads to ${showName(link.name)}.`,
    fixes: isImageWrong || isLinkWrong ? [change(readme, [wrong], right.name)] : [],
  };
}

function change({ uri }: Source, places: readonly NamedAt[], name: GitHubName) {
  const text = showName(name);
  return {
    title: say`Change the badge to ${text}`,
    safe: true,
    edits: places.map(({ span }) => ({ uri, span, text })),
  };
}

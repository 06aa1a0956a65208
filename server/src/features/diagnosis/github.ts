// Whether the repository is where the Hub can be told of it: on GitHub, public, pushed, and added to the Hub.

import { say } from '../../base/message';
import { gitHubName, publishingRemote, showName } from '../../model/repository/repository';
import type { Case } from './index';
import { GUIDE } from './shared';
import type { Answer, Check } from './types';

export function githubChecks({ worker }: Case): readonly Check[] {
  const { repository } = worker.inputs;
  const remote = repository && publishingRemote(repository);
  const name = remote && gitHubName(remote.url);
  const page = name && `https://github.com/${showName(name)}`;
  return [
    { question: say`Is the repository on GitHub?`, source: GUIDE, ...onGitHub({ worker }) },
    {
      question: say`Is it public?`,
      source: 'https://github.com/runpod/runpod-plugins-official',
      state: 'cannot-see',
      says: say`Nothing is fetched, so this cannot be seen from here. A private repository cannot be on the Hub.`,
      remedy:
        page === undefined
          ? say`Open the repository's page in a private window of your browser: it must show without signing in.`
          : say`Open ${page} in a private window of your browser: it must show without signing in.`,
    },
    {
      question: say`Was it added to the Hub?`,
      source: GUIDE,
      state: 'cannot-see',
      says: say`A release alone is not enough the first time: the repository's URL has to be entered on the Hub page once.`,
      remedy: say`In the RunPod console: Hub, "Add your repo", "Get Started".`,
    },
    { question: say`Is what you see here on GitHub?`, source: GUIDE, ...pushed({ worker }) },
  ];
}

function onGitHub({ worker: { inputs } }: Pick<Case, 'worker'>): Answer {
  const { repository } = inputs;
  if (repository === undefined) {
    return { state: 'cannot-see', says: say`There is no git repository here that could be read.` };
  }
  const remote = publishingRemote(repository);
  if (remote === undefined) {
    return {
      state: 'cannot-see',
      says:
        repository.remotes.length === 0
          ? say`This clone has no remote: it does not say where the repository is published.`
          : say`This clone has several remotes and none is called origin: it does not say which one is published.`,
    };
  }
  const name = gitHubName(remote.url);
  if (name !== undefined) return { state: 'ok', says: say`Yes, as ${showName(name)}.` };
  if (/^(?:[\w.-]+@)?[\w-]+:/.test(remote.url) && !remote.url.includes('://')) {
    return {
      state: 'cannot-see',
      says: say`The remote ${remote.url} goes through a name that only this machine knows.`,
    };
  }
  return {
    state: 'cause',
    says: say`The remote ${remote.name} leads to ${remote.url}, and the Hub takes repositories from GitHub.`,
    remedy: say`Push the repository to GitHub, and enter that address on the Hub page.`,
  };
}

/** As the clone saw the remote last. */
function pushed({ worker: { inputs } }: Pick<Case, 'worker'>): Answer {
  const { repository } = inputs;
  const remote = repository && publishingRemote(repository);
  if (repository?.head === undefined || remote === undefined || remote.hasHead === undefined) {
    return {
      state: 'cannot-see',
      says: say`This clone does not know what the remote has.`,
      remedy: say`Compare with the repository's page, or run "git fetch" and ask again.`,
    };
  }
  const branch = repository.branch ?? 'HEAD';
  if (!remote.hasHead) {
    return {
      state: 'flaw',
      says: say`The last commit of ${branch} is not on ${remote.name}, as this clone saw it last.`,
      remedy: say`Push it. A release is made of what GitHub has.`,
    };
  }
  if (
    remote.defaultBranch !== undefined &&
    repository.branch !== undefined &&
    repository.branch !== remote.defaultBranch
  ) {
    return {
      state: 'ok',
      says: say`Yes, as this clone saw it last, on ${repository.branch}. The default branch is ${remote.defaultBranch}: make the release of the branch that has the files.`,
    };
  }
  return { state: 'ok', says: say`Yes, as this clone saw it last: the commit is on ${remote.name}.` };
}

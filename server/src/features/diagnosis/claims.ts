// Claims about the Hub that go round, each with what is known of it. Those that this repository gives reason to ask stand first.

import { say } from '../../base/message';
import { basename } from '../../base/uri';
import { member } from '../../model/json';
import { isMainGuarded } from '../../model/python/starts';
import { gitHubName, publishingRemote } from '../../model/repository/repository';
import { unreadConfiguration } from '../../model/repository/strays';
import type { Worker } from '../../model/worker';
import type { Claim } from './types';

export function claimsOf(worker: Worker): readonly Claim[] {
  const claims = allClaims(worker);
  return [...claims.filter(({ isNear }) => isNear), ...claims.filter(({ isNear }) => !isNear)];
}

function allClaims({ root, inputs }: Worker): readonly Claim[] {
  const { repository, files, hubFile, handlers } = inputs;
  const remote = repository && publishingRemote(repository);
  const name = (remote && gitHubName(remote.url)?.name) ?? basename(root);
  const oddKeys = ['runtime', 'schema', 'serverless', 'handler', 'handler_function', 'python_version'];
  return [
    {
      claim: say`"A repository with test in its name is filtered out."`,
      answer: say`There is no evidence for it. The claim goes back to an analysis written by a language model in 2025; the hub.json of that repository had neither title nor type nor config. Another project renamed its repository over it, without effect.`,
      isNear: /test/i.test(name),
    },
    {
      claim: say`"runpod.yaml, runpod.toml or .runpodignore is missing."`,
      answer: say`Neither the Hub nor Serverless reads them. runpod.yaml belongs to nothing; the others to the old "runpod project" commands.`,
      isNear: files !== undefined && unreadConfiguration(files).length > 0,
    },
    {
      claim: say`"hub.json needs runtime, handler_function, python_version or schema."`,
      answer: say`No RunPod format has these keys. The Hub reads title, description, type, category, iconUrl and config; the Dockerfile says what runs.`,
      isNear: oddKeys.some((key) => member(hubFile?.root, key) !== undefined),
    },
    {
      claim: say`"start() must stand behind a __main__ guard", or must not.`,
      answer: say`Both run. The worker of the documentation's own example for GitHub has the guard.`,
      isNear: handlers?.starts.some(({ fact }) => isMainGuarded(fact.where)) === true,
    },
    {
      claim: say`"The handler must be called handler.py and lie at the root."`,
      answer: say`It is not enforced: listed workers have src/handler.py, rp_handler.py, or no Python at all.`,
      isNear:
        handlers !== undefined &&
        files?.has(`${root}/handler.py`) === false &&
        !files.has(`${root}/.runpod/handler.py`),
    },
    {
      claim: say`"The handler is too complex, or has the wrong signature or result."`,
      answer: say`A handler that fails makes the Hub's tests fail. The listing is looked for in hub.json and the release, before any handler runs.`,
      isNear: false,
    },
    {
      claim: say`"Pushing a commit or a tag updates the Hub."`,
      answer: say`It takes a GitHub release. The same holds for endpoints that are deployed from GitHub.`,
      isNear: false,
    },
  ];
}

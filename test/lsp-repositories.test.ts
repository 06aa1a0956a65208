// Git's facts in the editor: read after the first diagnostics, again when git or a saved file changes, never while somebody
// types; and the diagnosis as the editor asks for it.

import assert from 'node:assert/strict';
import * as fs from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import * as git from 'isomorphic-git';
import type { Session } from '../server/src/engine/session';
import { DIAGNOSIS_REQUEST } from '../server/src/lsp/protocol';
import { createRepositories, type WorkerFiles } from '../server/src/lsp/repositories';
import type { Repository } from '../server/src/model/repository/repository';
import { startClient, uriOf } from './lsp-client';
import { repositoryFolder } from './repository-folder';

const ROOT = 'file:///w';

function repository(tags: readonly string[]): Repository {
  return {
    root: ROOT,
    branch: 'main',
    head: 'c0ffee',
    remotes: [],
    tags: tags.map((name) => ({ name, commit: 'c0ffee' })),
    changes: [],
    sinceTag: undefined,
    ignored: [],
    links: [],
    listings: [],
  };
}

function started() {
  const told: (Repository | undefined)[] = [];
  const asked: (readonly WorkerFiles[])[] = [];
  const state = { answer: [repository([])] as readonly Repository[], changes: 0 };
  const session: Pick<Session, 'putRepository' | 'worker'> = {
    putRepository: (_, put) => {
      told.push(put);
    },
    worker: () => undefined,
  };
  const repositories = createRepositories(
    session,
    async (workers) => {
      asked.push(workers);
      return state.answer;
    },
    { changed: () => state.changes++, failed: (error) => assert.fail(String(error)) },
  );
  return { repositories, told, asked, state };
}

test('nothing is read before the first report', async (t) => {
  const { repositories, asked } = started();
  t.after(repositories.dispose);
  await repositories.settled();
  assert.equal(asked.length, 0);
  repositories.reported([ROOT]);
  assert.equal(asked.length, 0, 'not at once: diagnostics go first');
  await repositories.settled();
  assert.deepEqual(asked, [[{ root: ROOT, uris: [] }]]);
});

test('what did not change is not told again, and what is gone is taken back', async (t) => {
  const { repositories, told, state } = started();
  t.after(repositories.dispose);
  repositories.reported([ROOT]);
  await repositories.settled();
  repositories.filesChanged([{ uri: `${ROOT}/.git/index`, kind: 'written' }]);
  await repositories.settled();
  assert.equal(told.length, 1);
  assert.equal(state.changes, 1);
  state.answer = [repository(['v1.0'])];
  repositories.filesChanged([{ uri: `${ROOT}/.git/refs/tags/v1.0`, kind: 'written' }]);
  await repositories.settled();
  assert.deepEqual(told.at(-1)?.tags?.length, 1);
  state.answer = [];
  repositories.filesChanged([{ uri: `${ROOT}/handler.py`, kind: 'written' }]);
  await repositories.settled();
  assert.equal(told.at(-1), undefined);
  assert.equal(state.changes, 3);
});

test('git’s own traffic is passed over, and typing puts a reading off', async (t) => {
  const { repositories, asked } = started();
  t.after(repositories.dispose);
  repositories.reported([ROOT]);
  await repositories.settled();
  repositories.filesChanged([{ uri: `${ROOT}/.git/index.lock`, kind: 'deleted' }]);
  repositories.filesChanged([{ uri: `${ROOT}/.git/objects/ab/cd`, kind: 'written' }]);
  await repositories.settled();
  assert.equal(asked.length, 1);

  repositories.filesChanged([{ uri: `${ROOT}/handler.py`, kind: 'written' }]);
  const typing = setInterval(repositories.edited, 50);
  await new Promise((resolve) => setTimeout(resolve, 700));
  assert.equal(asked.length, 1, 'longer than it rests, but never at rest');
  clearInterval(typing);
  await repositories.settled();
  assert.equal(asked.length, 2);
});

const HUB = '{ "title": "Scene renderer", "type": "serverless", "config": {} }\n';
const HANDLER =
  'import runpod\n\n\ndef handler(job):\n    return job["input"]\n\n\nrunpod.serverless.start({"handler": handler})\n';

test('a missing release is marked, until git says that there is a tag', async (t) => {
  const { dir, write, commit, tag } = await repositoryFolder((clean) => t.after(clean));
  write({ '.runpod/hub.json': HUB, 'handler.py': HANDLER });
  await commit();
  const client = await startClient((clean) => t.after(clean), { folders: [dir] });
  const hub = join(dir, '.runpod/hub.json');
  const has = (rule: string) => (params: { diagnostics: readonly { code?: unknown }[] }) =>
    params.diagnostics.some(({ code }) => code === rule);
  await client.diagnostics(hub, has('release-missing'));
  const [first] = client.published.filter(({ uri }) => uri === uriOf(hub));
  assert.ok(first && !has('release-missing')(first), 'The first diagnostics do not wait for git.');

  await tag('v1.0');
  await client.connection.sendNotification('workspace/didChangeWatchedFiles', {
    changes: [{ uri: uriOf(join(dir, '.git/refs/tags/v1.0')), type: 1 }],
  });
  await client.diagnostics(hub, (params) => !has('release-missing')(params));
});

test('the diagnosis, in the language of the editor', async (t) => {
  const { dir, write, commit } = await repositoryFolder((clean) => t.after(clean));
  write({ '.runpod/hub.json': '{ "runtime": {}, "build": {} }', 'handler.py': HANDLER });
  await commit();
  await git.addRemote({ fs, dir, remote: 'origin', url: 'https://github.com/me/scene-renderer' });
  const ask = async (locale: string): Promise<unknown> => {
    const client = await startClient((clean) => t.after(clean), { folders: [dir], locale });
    return client.connection.sendRequest(DIAGNOSIS_REQUEST, { uri: uriOf(join(dir, 'handler.py')) });
  };
  assert.match(String(await ask('en')), /✗ \*\*Is `hub\.json` in RunPod's format\?\*\* No\./);
  const polish = String(await ask('pl'));
  assert.match(polish, /Czy `hub\.json` ma format RunPod\?/);
  assert.match(polish, /✗ \*\*Czy jest tag dla wydania\?\*\* Nie\./, 'git is asked before the answer');
  assert.match(polish, /`\.runpod\/hub\.json:1:3`/);
});

test('without a worker there is no diagnosis', async (t) => {
  const { dir } = await repositoryFolder((clean) => t.after(clean));
  const client = await startClient((clean) => t.after(clean), { folders: [dir] });
  assert.equal(await client.connection.sendRequest(DIAGNOSIS_REQUEST, {}), null);
});

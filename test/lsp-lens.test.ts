// Code lenses and inlay hints in conversations: what they say, for whom, and when the editor is told to ask again.

import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import type { ClientCapabilities, CodeLens, InlayHint } from 'vscode-languageserver/node';
import { FULL_CLIENT, type StartOptions, startClient, type TestClient, uriOf, worker } from './lsp-client';

const HANDLER = `import runpod


def handler(job):
    return {"text": job["input"]["text"]}


if __name__ == "__main__":
    runpod.serverless.start({"handler": handler})
`;

const DOCKERFILE =
  'FROM python:3.11-slim\nRUN pip install runpod\nCOPY handler.py /\nCMD ["python", "-u", "/handler.py"]\n';
const SCRIPTED = DOCKERFILE.replace('handler.py /\n', 'handler.py start.sh /\n').replace(/CMD.*/, 'CMD ["/start.sh"]');

const REFRESHED: ClientCapabilities = {
  ...FULL_CLIENT,
  workspace: { ...FULL_CLIENT.workspace, codeLens: { refreshSupport: true }, inlayHint: { refreshSupport: true } },
};

/** As the project's own client begins. */
const OURS = {
  capabilities: REFRESHED,
  initializationOptions: { client: { commands: ['runpodCompliance.check', 'runpodCompliance.open'] } },
};

const HINTS_ON = { inlayHints: { handlerKind: true } };
const everything = { start: { line: 0, character: 0 }, end: { line: 999, character: 0 } };

type After = (clean: () => void) => void;

async function begin(files: Readonly<Record<string, string>>, after: After, options: StartOptions = OURS) {
  const folder = worker(files, after);
  const client = await startClient(after, { folders: [folder], ...options });
  const handler = join(folder, 'handler.py');
  client.open(handler, files['handler.py'] ?? '');
  await client.diagnostics(handler, ({ version }) => version === 1);
  return { client, handler, dockerfile: join(folder, 'Dockerfile') };
}

async function lenses({ connection }: TestClient, path: string): Promise<CodeLens[]> {
  return connection.sendRequest('textDocument/codeLens', { textDocument: { uri: uriOf(path) } });
}

async function hints({ connection }: TestClient, path: string, range = everything): Promise<InlayHint[]> {
  return connection.sendRequest('textDocument/inlayHint', { textDocument: { uri: uriOf(path) }, range });
}

const shown = (all: readonly CodeLens[]) => all.map(({ range, command }) => `${range.start.line} ${command?.title}`);

test('above the handler how the worker stands, above start() what starts it', async (t) => {
  const files = {
    'handler.py': HANDLER.replace('(job)', '()'),
    Dockerfile: DOCKERFILE,
    'requirements.txt': 'runpod\n',
  };
  const { client, handler, dockerfile } = await begin(files, t.after.bind(t));
  assert.ok(client.initialized.capabilities.codeLensProvider);
  const [standing, starting, ...others] = await lenses(client, handler);
  assert.deepEqual(others, []);
  assert.equal(standing?.range.start.line, 3);
  assert.match(standing?.command?.title ?? '', /^RunPod: NO-GO \d\.\d · 1 error/);
  assert.equal(standing?.command?.command, 'runpodCompliance.check');
  assert.equal(starting?.range.start.line, 8);
  assert.equal(starting?.command?.title, 'Started by CMD python -u /handler.py');
  assert.equal(starting?.command?.command, 'runpodCompliance.open');
  const at = (DOCKERFILE.split('\n')[3] ?? '').indexOf('/handler.py');
  const range = { start: { line: 3, character: at }, end: { line: 3, character: at + '/handler.py'.length } };
  assert.deepEqual(starting?.command?.arguments, [{ uri: uriOf(dockerfile), range }]);
  assert.deepEqual(await lenses(client, dockerfile), []);
});

test('what starts it through a script, never, or unknown', async (t) => {
  const starting = async (files: Readonly<Record<string, string>>) => {
    const { client, handler } = await begin({ 'handler.py': HANDLER, ...files }, t.after.bind(t));
    const all = await lenses(client, handler);
    return all.at(-1)?.command?.title;
  };
  const script = { Dockerfile: SCRIPTED, 'start.sh': '#!/bin/sh\nset -e\npython3 -u /handler.py "$@"\n' };
  assert.match((await starting(script)) ?? '', /^Started by start\.sh python3 -u \/handler\.py/);
  assert.equal(
    await starting({ Dockerfile: DOCKERFILE.replace('"/handler.py"', '"/main.py"') }),
    'Never started: the image lacks the file that the container runs',
  );
  assert.equal(
    await starting({ Dockerfile: DOCKERFILE.replace(/CMD.*/, '') }),
    'Never started: the Dockerfile has no CMD',
  );
  const other = { 'main.py': 'print("hello")\n', Dockerfile: DOCKERFILE.replaceAll('handler.py', 'main.py') };
  assert.equal(await starting(other), 'Never started: the container runs something else');
  assert.equal(await starting({}), 'Queue worker · handler: handler');
});

test('no lenses for an editor without the commands, nor where they are turned off', async (t) => {
  const without = await begin({ 'handler.py': HANDLER }, t.after.bind(t), {});
  assert.equal(without.client.initialized.capabilities.codeLensProvider, undefined);
  const off = await begin({ 'handler.py': HANDLER }, t.after.bind(t), { ...OURS, settings: { codeLens: false } });
  assert.deepEqual(await lenses(off.client, off.handler), []);
});

const LENS_REFRESH = 'workspace/codeLens/refresh';
const HINT_REFRESH = 'workspace/inlayHint/refresh';
const count = ({ notifications }: TestClient, method: string) =>
  notifications.filter((one) => one.method === method).length;

/** Longer than the server waits before it looks whether it has to say anything. */
const LOOKED_MS = 900;

test('the editor is told to ask again when the answer is another one, and only then', async (t) => {
  const files = { 'handler.py': HANDLER, Dockerfile: DOCKERFILE, 'requirements.txt': 'runpod\n' };
  const { client, handler, dockerfile } = await begin(files, t.after.bind(t));
  const [before] = shown(await lenses(client, handler));
  client.open(dockerfile, DOCKERFILE);
  await client.diagnostics(dockerfile, ({ version }) => version === 1);
  await wait(LOOKED_MS);
  assert.equal(count(client, LENS_REFRESH), 0);

  // Lines that move without another word are the editor's own business.
  client.edit(handler, 'import runpod', '\n\nimport runpod');
  client.edit(handler, 'import runpod', 'import  runpod');
  await wait(LOOKED_MS);
  assert.equal(count(client, LENS_REFRESH), 0);

  // Another file says something else of this one.
  for (const name of ['a', 'b', 'c']) client.edit(dockerfile, '"/handler.py"', `"/handler.py", "--${name}"`);
  await client.notified(LENS_REFRESH);
  assert.deepEqual(shown(await lenses(client, handler)).slice(-1), [
    '10 Started by CMD python -u /handler.py --c --b --a',
  ]);
  await wait(LOOKED_MS);
  assert.equal(count(client, LENS_REFRESH), 1);
  assert.equal(count(client, HINT_REFRESH), 0);
  assert.equal(shown(await lenses(client, handler))[0]?.replace('5 ', '3 '), before);

  client.settings = { codeLens: false };
  await client.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
  await wait(LOOKED_MS);
  assert.equal(count(client, LENS_REFRESH), 2);
  assert.deepEqual(await lenses(client, handler), []);

  // A closed file is nobody's business.
  client.close(handler);
  client.settings = {};
  await client.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
  await wait(LOOKED_MS);
  assert.equal(count(client, LENS_REFRESH), 2);
});

test('the kind of the worker behind the handler, off at first', async (t) => {
  const { client, handler } = await begin({ 'handler.py': HANDLER }, t.after.bind(t));
  assert.deepEqual(await hints(client, handler), []);
  client.settings = HINTS_ON;
  await client.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
  await client.notified(HINT_REFRESH);
  const [hint, ...others] = await hints(client, handler);
  assert.deepEqual(others, []);
  assert.deepEqual(hint?.position, { line: 3, character: 'def handler(job):'.length });
  assert.equal(hint?.label, 'queue worker');
  assert.match(String(hint?.tooltip), /one job at a time/);
  assert.deepEqual(await hints(client, handler, { ...everything, start: { line: 5, character: 0 } }), []);

  // Without Markdown, another kind, in a head of several lines.
  client.edit(handler, 'def handler(job):\n    return', 'async def handler(\n    job,\n) -> dict:  # ours\n    yield');
  await client.diagnostics(handler, ({ version }) => version === 2);
  const [streaming] = await hints(client, handler);
  assert.equal(streaming?.label, 'streaming worker');
  assert.deepEqual(streaming?.position, { line: 5, character: ') -> dict:'.length });
  client.edit(handler, ') -> dict:  # ours\n    yield', ') -> "a:b": yield');
  await client.diagnostics(handler, ({ version }) => version === 3);
  assert.deepEqual((await hints(client, handler))[0]?.position, { line: 5, character: 1 });
});

test('both are in the language of the user', async (t) => {
  const options = { ...OURS, locale: 'pl', settings: HINTS_ON };
  const { client, handler } = await begin({ 'handler.py': HANDLER, Dockerfile: DOCKERFILE }, t.after.bind(t), options);
  const all = shown(await lenses(client, handler));
  assert.match(all[0] ?? '', /^3 RunPod: [A-Z -]+ \d+,\d · /);
  assert.equal(all[1], '8 Uruchamiane przez CMD python -u /handler.py');
  assert.equal((await hints(client, handler))[0]?.label, 'worker kolejkowy');
});

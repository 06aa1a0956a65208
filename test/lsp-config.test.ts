// .runpod/compliance.json written by completion over stdio, from an empty file on, and taking effect while it is typed.
// That the command line reads it the same way: agreement.test.ts.

import assert from 'node:assert/strict';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { METAS } from '../server/src/rules/index';
import { EDITOR, startClient, type TestClient, worker } from './lsp-client';
import { Typist } from './lsp-typist';

const HANDLER = `import runpod


def handler(job, context):
    return {"text": job["input"]["text"]}


if __name__ == "__main__":
    runpod.serverless.start({"handler": handler})
`;

const HUB = `{
  "title": "Echo",
  "description": "Says it again.",
  "type": "serverless",
  "category": "language",
  "author": "me",
  "config": { "runsOn": "GPU", "containerDiskInGb": 20, "gpuIds": "ADA_24" }
}
`;

const RULES = METAS.map(({ id }) => id).sort();
const SEVERITIES = ['"error"', '"hint"', '"info"', '"off"', '"warning"'];

interface Opened {
  readonly client: TestClient;
  readonly typist: Typist;
  readonly handler: string;
  readonly hub: string;
}

async function openConfig(t: TestContext, text: string): Promise<Opened> {
  const folder = worker(
    { 'handler.py': HANDLER, '.runpod/hub.json': HUB, '.runpod/compliance.json': text },
    t.after.bind(t),
  );
  const client = await startClient(t.after.bind(t), { folders: [folder], capabilities: EDITOR });
  const config = join(folder, '.runpod/compliance.json');
  client.open(config, text);
  const typist = new Typist(client, config).move(text.length);
  return { client, typist, handler: join(folder, 'handler.py'), hub: join(folder, '.runpod/hub.json') };
}

/** Waits until a file has a finding of the rule, or has none. */
async function has(client: TestClient, path: string, rule: string, expected: boolean): Promise<void> {
  await client.diagnostics(path, ({ diagnostics }) => diagnostics.some(({ code }) => code === rule) === expected);
}

test('an empty file is filled by completion alone', async (t) => {
  const { client, typist, handler, hub } = await openConfig(t, '');
  await has(client, handler, 'handler-signature', true);
  await has(client, hub, 'hub-field-unknown', true);

  await typist.take('{}');
  assert.deepEqual(await typist.labels(), ['profile', 'rules', 'ignore']);
  await typist.take('profile');
  assert.deepEqual(await typist.labels(), ['"recommended"', '"hub"', '"strict"']);
  await typist.take('"hub"');
  await has(client, hub, 'tests-json-missing', true);

  await typist.end().take('rules');
  await typist.take('handler-signature');
  assert.deepEqual((await typist.labels()).sort(), SEVERITIES);
  await typist.take('"off"');
  await has(client, handler, 'handler-signature', false);

  typist.at('"off"}|}').type('\n');
  await typist.take('ignore');
  await typist.take('{}');
  assert.deepEqual(await typist.labels(), ['rule', 'path', 'pointer', 'reason']);
  await typist.take('rule');
  await typist.take('"hub-field-unknown"');
  await typist.end().take('path');
  assert.deepEqual(await typist.labels(), ['".runpod/compliance.json"', '".runpod/hub.json"', '"handler.py"']);
  await typist.take('".runpod/hub.json"');
  await has(client, hub, 'hub-field-unknown', false);

  assert.deepEqual(JSON.parse(typist.text), {
    profile: 'hub',
    rules: { 'handler-signature': 'off' },
    ignore: [{ rule: 'hub-field-unknown', path: '.runpod/hub.json' }],
  });
});

test('each rule can be named, with what it finds, and each severity', async (t) => {
  const { typist } = await openConfig(t, '{ "rules": { "');
  const items = await typist.items();
  assert.deepEqual(items.map(({ label }) => label).sort(), RULES);
  for (const { label, documentation } of items) assert.ok(documentation, `${label} is not described.`);
});

test('an entry that ignores can name every rule', async (t) => {
  const rules = await openConfig(t, '{ "ignore": [{ "rule": ');
  assert.deepEqual(
    (await rules.typist.labels()).sort(),
    RULES.map((id) => `"${id}"`),
  );
});

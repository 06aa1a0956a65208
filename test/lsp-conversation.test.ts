// Whole conversations with the built server over stdio, as an editor holds them.

import assert from 'node:assert/strict';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import type { PanelReport, WorkerStatus } from '../server/src/lsp/protocol';
import { editsOf, FULL_CLIENT, startClient, type TestClient, uriOf, worker } from './lsp-client';

const HANDLER = `import runpod


def handler(job):
    return {"text": job["input"]["text"]}


if __name__ == "__main__":
    runpod.serverless.start({"handler": handler})
`;

const TESTS = `{
  "tests": [
    { "name": "one", "input": { "text": "a" }, "timeout": 120 },
    { "name": "two", "input": { "text": "b" }, "timeout": 600 }
  ],
  "config": { "gpuTypeId": "NVIDIA GeForce RTX 4090", "gpuCount": 1 }
}
`;

const HUB = `{
  "title": "Echo",
  "description": "Answers with the text it was given.",
  "type": "serverless",
  "category": "language",
  "iconUrl": "https://raw.githubusercontent.com/echo/echo/main/icon.png",
  "config": { "runsOn": "GPU", "containerDiskInGb": 20, "gpuIds": "ADA_24", "gpuCount": 1 }
}
`;

const TEST_INPUT = '{ "input": { "prompt": "hello" } }\n';
const FILES = {
  'handler.py': HANDLER,
  '.runpod/hub.json': HUB,
  '.runpod/tests.json': TESTS,
  'test_input.json': TEST_INPUT,
};

const everything = { start: { line: 0, character: 0 }, end: { line: 999, character: 0 } };
const nothing = ({ diagnostics }: { diagnostics: readonly unknown[] }) => diagnostics.length === 0;
const anything = ({ diagnostics }: { diagnostics: readonly unknown[] }) => diagnostics.length > 0;

test('from the first diagnostics to the shutdown', async (t) => {
  const folder = worker(FILES, t.after.bind(t));
  const handler = join(folder, 'handler.py');
  const tests = join(folder, '.runpod/tests.json');
  const client = await startClient(t.after.bind(t), { folders: [folder] });
  assert.equal(client.initialized.capabilities.positionEncoding, 'utf-16');

  await t.test('a closed file has diagnostics, without a version', async () => {
    const found = await client.diagnostics(tests, anything);
    assert.equal(found.version, undefined);
    assert.deepEqual(client.codes(tests), ['test-timeout-unit', 'test-timeout-unit']);
    const [first] = found.diagnostics;
    assert.equal(first?.source, 'RunPod');
    assert.equal(first?.severity, 2);
    const at = (TESTS.split('\n')[2] ?? '').indexOf('120');
    assert.deepEqual(first?.range, { start: { line: 2, character: at }, end: { line: 2, character: at + 3 } });
    assert.match(first?.codeDescription?.href ?? '', /^https:\/\//);
    assert.ok(first?.message && first.data);
  });

  await t.test('an open file without a fault is reported as checked, with its version', async () => {
    client.open(handler, HANDLER);
    const checked = await client.diagnostics(handler, ({ version }) => version === 1);
    assert.deepEqual(checked.diagnostics, []);
  });

  await t.test('each edit is answered with its own version; files it does not concern stay unmentioned', async () => {
    const before = client.published.length;
    const broken = client.edit(handler, 'handler(job):', 'handler(job:');
    await client.diagnostics(handler, (params) => params.version === broken && anything(params));
    assert.deepEqual(client.codes(handler), ['python-syntax-error']);
    const mended = client.edit(handler, 'handler(job:', 'handler(job):');
    await client.diagnostics(handler, (params) => params.version === mended && nothing(params));
    assert.ok(client.published.slice(before).every(({ uri }) => uri === uriOf(handler)));
  });

  await t.test('after a burst only the last version counts', async () => {
    const before = client.published.length;
    let last = 0;
    for (const letter of 'return_value') last = client.edit(handler, '    return {', `    ${letter} = 1\n    return {`);
    await client.diagnostics(handler, ({ version }) => version === last);
    assert.ok(client.published.length - before < 12, 'one publication for each key');
    client.apply(handler, [{ range: everything, newText: HANDLER }]);
  });

  await t.test('a quick fix of a closed file is an edit without a version', async () => {
    const actions = await client.actions(tests, { start: { line: 2, character: 60 }, end: { line: 2, character: 60 } });
    const [fix] = actions;
    assert.equal(fix?.kind, 'quickfix');
    assert.equal(fix?.isPreferred, true);
    assert.equal(fix?.diagnostics?.[0]?.code, 'test-timeout-unit');
    const { edits, version } = editsOf(fix?.edit, tests);
    assert.equal(version, null);
    assert.deepEqual(
      edits.map(({ newText }) => newText),
      ['120000'],
    );
  });

  await t.test('fix all applies every safe fix of the file, for the version it has', async () => {
    client.open(tests, TESTS);
    const only = ['source.fixAll'];
    const [fixAll, ...others] = await client.actions(tests, everything, only);
    assert.deepEqual(others, []);
    assert.equal(fixAll?.kind, 'source.fixAll.runpodCompliance');
    const { edits, version } = editsOf(fixAll?.edit, tests);
    assert.equal(version, 1);
    const fixed = client.apply(tests, edits);
    assert.equal(client.text(tests), TESTS.replace('120 ', '120000 ').replace('600 ', '600000 '));
    await client.diagnostics(tests, (params) => params.version === fixed && nothing(params));
    assert.deepEqual(await client.actions(tests, everything, only), []);
  });

  await t.test('closing without saving brings back what the disk says', async () => {
    client.close(tests);
    await client.diagnostics(tests, anything);
    assert.equal(client.codes(tests).length, 2);
  });

  await t.test('a file changed on disk is read again, and a deleted one takes its diagnostics along', async () => {
    writeFileSync(tests, TESTS.replace('120 ', '120000 '));
    changed(client, tests, 2);
    await client.diagnostics(tests, ({ diagnostics }) => diagnostics.length === 1);
    rmSync(tests);
    changed(client, tests, 3);
    await client.diagnostics(tests, nothing);
  });

  await t.test('settings take effect at once', async () => {
    const broken = client.edit(handler, 'handler(job):', 'handler():');
    const found = await client.diagnostics(handler, (params) => params.version === broken && anything(params));
    assert.equal(found.diagnostics[0]?.severity, 1);
    client.settings = { rules: { 'handler-signature': 'hint', nonsense: 7 }, profile: [] };
    await client.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
    await client.diagnostics(handler, ({ diagnostics }) => diagnostics[0]?.severity === 4);
    client.settings = { rules: { 'handler-signature': 'off' } };
    await client.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
    await client.diagnostics(handler, nothing);
  });

  assert.ok(client.registered.includes('workspace/didChangeWatchedFiles'));
  assert.equal(await client.stop(), 0);
});

test('"ignore here" writes what takes the finding away', async (t) => {
  const folder = worker(FILES, t.after.bind(t));
  const handler = join(folder, 'handler.py');
  const tests = join(folder, '.runpod/tests.json');
  const config = join(folder, '.runpod/compliance.json');
  const client = await startClient(t.after.bind(t), { folders: [folder] });

  client.open(handler, HANDLER.replace('handler(job)', 'handler()'));
  const { diagnostics } = await client.diagnostics(handler, anything);
  const ignore = (await client.actions(handler, diagnostics[0]?.range ?? everything)).find(({ title }) =>
    title.startsWith('Ignore'),
  );
  assert.equal(ignore?.title, 'Ignore handler-signature here');
  client.apply(handler, editsOf(ignore?.edit, handler).edits);
  assert.match(client.text(handler), /\n# runpod: ignore\[handler-signature\]\ndef handler\(\):\n/);
  await client.diagnostics(handler, ({ version, diagnostics: left }) => version === 2 && left.length === 0);

  const [first] = (await client.diagnostics(tests, anything)).diagnostics;
  const inJson = (await client.actions(tests, first?.range ?? everything)).find(({ title }) =>
    title.startsWith('Ignore'),
  );
  assert.deepEqual(inJson?.edit?.documentChanges?.[0], {
    kind: 'create',
    uri: uriOf(config),
    options: { ignoreIfExists: true },
  });
  const [{ newText } = { newText: '' }] = editsOf(inJson?.edit, config).edits;
  assert.deepEqual(JSON.parse(newText), {
    ignore: [{ rule: 'test-timeout-unit', path: '.runpod/tests.json', pointer: '/tests/0/timeout', reason: '' }],
  });
  writeFileSync(config, newText);
  changed(client, config, 1);
  await client.diagnostics(tests, ({ diagnostics: left }) => left.length === 1);

  const [second] = (await client.diagnostics(tests, anything)).diagnostics;
  const again = (await client.actions(tests, second?.range ?? everything)).find(({ title }) =>
    title.startsWith('Ignore'),
  );
  client.open(config, newText);
  client.apply(config, editsOf(again?.edit, config).edits);
  assert.equal(JSON.parse(client.text(config)).ignore.length, 2);
  await client.diagnostics(tests, nothing);
  assert.equal(await client.stop(), 0);
});

test('the panel gets reports, changes and fixes', async (t) => {
  const folder = worker(FILES, t.after.bind(t));
  const handler = join(folder, 'handler.py');
  const client = await startClient(t.after.bind(t), { folders: [folder] });
  const ask = (): Promise<readonly PanelReport[]> => client.connection.sendRequest('runpod/reports');

  const [report] = await ask();
  assert.equal(report?.root, uriOf(folder));
  assert.equal(report?.verdict, 'conditional-go');
  assert.ok(report.areas.every(({ title }) => title !== ''));
  const outcome = report.outcomes.find(({ rule }) => rule === 'test-timeout-unit');
  assert.equal(outcome?.state, 'failed');
  assert.equal(outcome.findings[1]?.fixes[0]?.safe, true);
  assert.ok(outcome.why !== '' && outcome.summary !== '');

  const [status] = (await client.notified('runpod/status')) as readonly WorkerStatus[];
  // Two of them say that there is neither a Dockerfile nor a README.
  assert.deepEqual(status?.counts, { error: 0, warning: 4, info: 0, hint: 0 });
  assert.equal(status.verdict, report.verdict);

  const id = outcome.findings[1]?.id;
  const edit = await client.connection.sendRequest('runpod/fix', { id, fix: 0 });
  assert.deepEqual(
    editsOf(edit as never, join(folder, '.runpod/tests.json')).edits.map(({ newText }) => newText),
    ['600000'],
  );
  for (const params of [{ id, fix: 7 }, { id: '0.0.0', fix: 0 }, { id: 'x', fix: 0 }, {}, null, []]) {
    assert.equal(await client.connection.sendRequest('runpod/fix', params), null);
  }

  client.open(handler, HANDLER);
  await client.connection.sendRequest('runpod/watchReports', { on: true });
  client.edit(handler, 'handler(job):', 'handler():');
  const [changedReport] = (await client.notified('runpod/reportsChanged')) as readonly PanelReport[];
  assert.equal(changedReport?.verdict, 'no-go');
  await client.notified('runpod/status', (workers) => (workers as readonly WorkerStatus[])[0]?.verdict === 'no-go');
  assert.equal(await client.connection.sendRequest('runpod/fix', { id, fix: 0 }), null, 'an id of an earlier report');

  await client.connection.sendRequest('runpod/watchReports', { on: false });
  const before = client.notifications.filter(({ method }) => method === 'runpod/reportsChanged').length;
  client.edit(handler, 'handler():', 'handler(job):');
  await client.diagnostics(handler, nothing);
  await new Promise((resolve) => setTimeout(resolve, 250));
  assert.equal(client.notifications.filter(({ method }) => method === 'runpod/reportsChanged').length, before);
  assert.equal(await client.stop(), 0);
});

test('a file opened without a folder is checked when it looks like a worker', async (t) => {
  const folder = worker(FILES, t.after.bind(t));
  const handler = join(folder, 'handler.py');
  const client = await startClient(t.after.bind(t), { folders: null });
  client.open(handler, HANDLER.replace('handler(job)', 'handler()'));
  await client.diagnostics(handler, anything);
  await client.diagnostics(join(folder, '.runpod/tests.json'), anything);
  client.close(handler);
  await client.diagnostics(handler, nothing);
  await client.diagnostics(join(folder, '.runpod/tests.json'), nothing);
  assert.equal(await client.stop(), 0);
});

test('several folders, one added and one removed later', async (t) => {
  const [one, two] = [worker(FILES, t.after.bind(t)), worker(FILES, t.after.bind(t))];
  const client = await startClient(t.after.bind(t), { folders: [one] });
  await client.diagnostics(join(one, '.runpod/tests.json'), anything);
  await client.connection.sendNotification('workspace/didChangeWorkspaceFolders', {
    event: { added: [{ uri: uriOf(two), name: 'two' }], removed: [{ uri: uriOf(one), name: 'one' }] },
  });
  await client.diagnostics(join(two, '.runpod/tests.json'), anything);
  await client.diagnostics(join(one, '.runpod/tests.json'), nothing);
  assert.equal(await client.stop(), 0);
});

test('a client that can do little gets plain edits, and no fields it does not know', async (t) => {
  const folder = worker(FILES, t.after.bind(t));
  const tests = join(folder, '.runpod/tests.json');
  const client = await startClient(t.after.bind(t), {
    folders: [folder],
    capabilities: {},
    initializationOptions: { runpodCompliance: { rules: { 'test-timeout-unit': 'error' } } },
  });
  const { diagnostics } = await client.diagnostics(tests, anything);
  assert.deepEqual(Object.keys(diagnostics[0] ?? {}).sort(), ['code', 'message', 'range', 'severity', 'source']);
  assert.equal(diagnostics[0]?.severity, 1);
  const [fix] = await client.actions(tests, diagnostics[0]?.range ?? everything);
  assert.deepEqual(Object.keys(fix?.edit?.changes ?? {}), [uriOf(tests)]);
  assert.deepEqual(client.registered, []);
  assert.equal(await client.stop(), 0);
});

test('a client that sends nonsense is served on', async (t) => {
  const folder = worker(FILES, t.after.bind(t));
  const handler = join(folder, 'handler.py');
  const client = await startClient(t.after.bind(t), { folders: [folder], capabilities: FULL_CLIENT });
  client.open(handler, HANDLER);
  await client.diagnostics(handler, ({ version }) => version === 1);
  const uri = uriOf(handler);
  const far = { start: { line: 1e9, character: 1e9 }, end: { line: -3, character: -3 } };
  for (const [method, params] of [
    ['textDocument/didChange', { textDocument: { uri, version: 2 }, contentChanges: [{ range: null, text: 'x' }] }],
    ['textDocument/didChange', { textDocument: { uri, version: 2 }, contentChanges: 'x' }],
    ['textDocument/didChange', { textDocument: { uri: 'file:///never/opened.py', version: 2 }, contentChanges: [] }],
    ['textDocument/didChange', null],
    ['textDocument/didOpen', { textDocument: { uri: 7 } }],
    ['textDocument/didOpen', {}],
    ['textDocument/didClose', { textDocument: { uri: 'file:///%zz' } }],
    ['workspace/didChangeWatchedFiles', { changes: [{ uri: 'nonsense', type: 9 }] }],
    ['workspace/didChangeWatchedFiles', {}],
    ['workspace/didChangeConfiguration', null],
    ['no/such/notification', {}],
  ] as const) {
    await client.connection.sendNotification(method, params);
  }
  for (const [method, params] of [
    ['textDocument/codeAction', { textDocument: { uri }, range: far, context: { diagnostics: [] } }],
    ['textDocument/codeAction', { textDocument: { uri: 'x' }, range: null, context: null }],
    ['runpod/watchReports', 7],
    ['no/such/request', {}],
  ] as const) {
    await client.connection.sendRequest(method, params).catch(() => undefined);
  }
  const broken = client.edit(handler, 'handler(job):', 'handler():');
  await client.diagnostics(handler, (params) => params.version === broken && anything(params));
  assert.equal(await client.stop(), 0);
});

function changed(client: TestClient, path: string, type: 1 | 2 | 3): void {
  void client.connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri: uriOf(path), type }] });
}

// Code actions beyond a single fix, in conversations: all of a rule, all that is safe, ignoring in three ways, and fixes that
// are shown before they are made.

import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import type { ClientCapabilities, CodeAction, WorkspaceEdit } from 'vscode-languageserver/node';
import type { PanelReport } from '../server/src/lsp/protocol';
import { editsOf, FULL_CLIENT, type StartOptions, startClient, type TestClient, uriOf, worker } from './lsp-client';

const HANDLER = `import requests
import runpod


def handler(job):
    return requests.get(job["input"]["url"]).text


if __name__ == "__main__":
    runpod.serverless.start({"handler": handler})
`;

const TESTS = `{
  "tests": [
    { "name": "one", "input": { "url": "a" }, "timeout": 120 },
    { "name": "two", "input": { "url": "b" }, "timeout": 600 }
  ],
  "config": { "gpuTypeId": "NVIDIA GeForce RTX 4090", "gpuCount": 1 }
}
`;

const HUB = `{
  "title": "Fetch",
  "description": "Answers with what stands at an address.",
  "type": "serverless",
  "category": "language",
  "iconUrl": "https://raw.githubusercontent.com/fetch/fetch/main/icon.png",
  "config": { "runsOn": "GPU", "containerDiskInGb": 20, "gpuIds": "ADA_24", "gpuCount": 1 }
}
`;

const FILES = {
  'handler.py': HANDLER,
  'requirements.txt': 'requests\nrunpod\n',
  '.runpod/hub.json': HUB,
  '.runpod/tests.json': TESTS,
};

const everything = { start: { line: 0, character: 0 }, end: { line: 999, character: 0 } };

/** Asked first: an editor that can show a change before it is made. */
const PREVIEWING: ClientCapabilities = {
  ...FULL_CLIENT,
  workspace: {
    ...FULL_CLIENT.workspace,
    workspaceEdit: { ...FULL_CLIENT.workspace?.workspaceEdit, changeAnnotationSupport: { groupsOnLabel: true } },
  },
};

type After = (clean: () => void) => void;

async function begin(files: Readonly<Record<string, string>>, after: After, options: StartOptions = {}) {
  const folder = worker(files, after);
  const client = await startClient(after, { folders: [folder], ...options });
  const path = (name: string): string => join(folder, name);
  return { folder, client, path };
}

const titles = (actions: readonly CodeAction[]): string[] => actions.map(({ title }) => title);

function changed({ connection }: TestClient, path: string, type: 1 | 2): void {
  void connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri: uriOf(path), type }] });
}

/** Puts a new file on the disk, as an editor does that applies the edit and saves. */
function create(client: TestClient, edit: WorkspaceEdit | undefined | null, path: string): string {
  const newText = editsOf(edit ?? undefined, path).edits[0]?.newText ?? '';
  writeFileSync(path, newText);
  changed(client, path, 1);
  return newText;
}

test('all of a rule, and all that is safe, over the files of the worker', async (t) => {
  const { client, path } = await begin(FILES, t.after.bind(t));
  const tests = path('.runpod/tests.json');
  const handler = path('handler.py');
  client.open(handler, HANDLER);
  client.open(tests, TESTS);
  await client.diagnostics(tests, ({ version, diagnostics }) => version === 1 && diagnostics.length === 2);
  const { diagnostics } = await client.diagnostics(handler, ({ version }) => version === 1);
  const slow = diagnostics.find(({ code }) => code === 'request-without-timeout');
  assert.ok(slow);

  const [first] = (await client.diagnostics(tests, () => true)).diagnostics;
  assert.ok(first);
  const offered = await client.actions(tests, first.range);
  assert.deepEqual(titles(offered), [
    'Change to 120000',
    'Fix all 2 of test-timeout-unit',
    'Fix all that is safe in this worker (3)',
    'Ignore test-timeout-unit here',
    'Ignore test-timeout-unit in this file',
    'Ignore test-timeout-unit in the project',
  ]);
  assert.deepEqual(
    offered.map(({ isPreferred }) => isPreferred === true),
    [true, false, false, false, false, false],
  );
  assert.ok(offered.every(({ kind, diagnostics: about }) => kind === 'quickfix' && about?.length === 1));

  // One finding of its rule: nothing to do at once but all that is safe.
  assert.ok(!titles(await client.actions(handler, slow.range)).some((title) => title.startsWith('Fix all 1')));

  const all = offered[2]?.edit;
  const texts = [tests, handler].map((file) => {
    const { edits, version } = editsOf(all, file);
    assert.equal(version, 1);
    client.apply(file, edits);
    return client.text(file);
  });
  assert.equal(texts[0], TESTS.replace('120 ', '120000 ').replace('600 ', '600000 '));
  assert.match(texts[1] ?? '', /\.get\(job\["input"\]\["url"\], timeout=/);
  await client.diagnostics(tests, (params) => params.version === 2 && params.diagnostics.length === 0);

  // By request, for the tree and the report: of one rule, of all, and of what is not there.
  const root = uriOf(path('.'));
  client.apply(tests, [{ range: everything, newText: TESTS }]);
  const ask = (params: object): Promise<WorkspaceEdit | null> => client.connection.sendRequest('runpod/fixAll', params);
  const ofRule = await ask({ root, rule: 'test-timeout-unit' });
  assert.equal(editsOf(ofRule ?? undefined, tests).edits.length, 2);
  assert.deepEqual(await ask({ root }), ofRule);
  for (const params of [{ root, rule: 'handler-signature' }, { root: 'file:///nowhere' }, {}, { root: 7, rule: [] }]) {
    assert.equal(await ask(params), null);
  }
});

test('ignoring in the file and in the project, and what becomes of it when the fault is gone', async (t) => {
  const wrong = HANDLER.replace('handler(job)', 'handler()');
  const { client, path } = await begin({ ...FILES, 'handler.py': wrong }, t.after.bind(t));
  const handler = path('handler.py');
  const tests = path('.runpod/tests.json');
  const config = path('.runpod/compliance.json');
  client.open(handler, wrong);
  const { diagnostics } = await client.diagnostics(handler, ({ diagnostics: found }) => found.length > 0);
  const broken = diagnostics.find(({ code }) => code === 'handler-signature');
  assert.ok(broken);
  const inFile = (await client.actions(handler, broken.range)).find(({ title }) => title.endsWith('in this file'));
  client.apply(handler, editsOf(inFile?.edit, handler).edits);
  assert.ok(client.text(handler).startsWith('# runpod: ignore-file[handler-signature]\nimport requests\n'));
  const has = (code: string) => (params: { diagnostics: readonly { code?: unknown }[] }) =>
    params.diagnostics.some((one) => one.code === code);
  await client.diagnostics(handler, (params) => params.version === 2 && !has('handler-signature')(params));
  client.edit(handler, 'handler():', 'handler(job):');
  await client.diagnostics(handler, has('unused-suppression'));

  // In JSON, both are entries of the configuration.
  const [first] = (await client.diagnostics(tests, ({ diagnostics: found }) => found.length === 2)).diagnostics;
  const offered = await client.actions(tests, first?.range ?? everything);
  const jsonFile = offered.find(({ title }) => title.endsWith('in this file'))?.edit;
  const written = create(client, jsonFile, config);
  assert.deepEqual(JSON.parse(written), {
    ignore: [{ rule: 'test-timeout-unit', path: '.runpod/tests.json', reason: '' }],
  });
  await client.diagnostics(tests, ({ diagnostics: found }) => found.length === 0);
  const right = TESTS.replace('120 ', '120000 ').replace('600 ', '600000 ');
  writeFileSync(tests, right);
  changed(client, tests, 2);
  await client.diagnostics(config, has('unused-suppression'));

  // In the project the rule is off.
  const unused = (await client.diagnostics(config, has('unused-suppression'))).diagnostics[0];
  const forConfig = await client.actions(config, unused?.range ?? everything);
  assert.deepEqual(
    titles(forConfig).filter((title) => title.startsWith('Ignore')),
    ['Ignore unused-suppression in the project'],
  );
  const { edits } = editsOf(forConfig.at(-1)?.edit, config);
  client.open(config, written);
  client.apply(config, edits);
  assert.deepEqual(JSON.parse(client.text(config)).rules, { 'unused-suppression': 'off' });
  await client.diagnostics(config, ({ diagnostics: found }) => found.length === 0);
});

test('ignoring by request, as the tree and the report do', async (t) => {
  const { client, path } = await begin(FILES, t.after.bind(t));
  const ask = (params: object): Promise<WorkspaceEdit | null> => client.connection.sendRequest('runpod/ignore', params);
  const [report]: PanelReport[] = await client.connection.sendRequest('runpod/reports');
  const id = report?.outcomes.find(({ rule }) => rule === 'test-timeout-unit')?.findings[0]?.id;
  const config = path('.runpod/compliance.json');
  const text = async (where: string): Promise<unknown> => {
    const edit = (await ask({ id, where })) ?? undefined;
    return JSON.parse(editsOf(edit, config).edits[0]?.newText ?? '');
  };
  const entry = { rule: 'test-timeout-unit', path: '.runpod/tests.json' };
  assert.deepEqual(await text('here'), { ignore: [{ ...entry, pointer: '/tests/0/timeout', reason: '' }] });
  assert.deepEqual(await text('file'), { ignore: [{ ...entry, reason: '' }] });
  assert.deepEqual(await text('project'), { rules: { 'test-timeout-unit': 'off' } });
  for (const params of [{ id, where: 'everywhere' }, { id: '9.9.9', where: 'here' }, { where: 'here' }, { id: 1 }]) {
    assert.equal(await ask(params), null);
  }
  // The user's settings go before the worker's: turned on there, it cannot be turned off here.
  client.settings = { rules: { 'test-timeout-unit': 'error' } };
  await client.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
  const tests = path('.runpod/tests.json');
  const { diagnostics } = await client.diagnostics(tests, ({ diagnostics: found }) => found[0]?.severity === 1);
  const offered = titles(await client.actions(tests, diagnostics[0]?.range ?? everything));
  assert.ok(offered.includes('Ignore test-timeout-unit in this file'));
  assert.ok(!offered.includes('Ignore test-timeout-unit in the project'));
});

const UNREAD = {
  'handler.py': `import runpod


def handler(job):
    return {"text": job["input"]["text"]}


if __name__ == "__main__":
    runpod.serverless.start({"handler": handler})
`,
  Dockerfile: 'FROM python:3.11-slim\nRUN pip install runpod\nCOPY handler.py /\nCMD ["python", "-u", "/handler.py"]\n',
  '.runpod/hub.json':
    '{ "config": { "env": [{ "key": "GUIDANCE", "input": { "name": "Guidance", "type": "number", "default": 7 } }] } }\n',
  '.runpod/tests.json': '{ "tests": [], "config": { "env": [{ "key": "GUIDANCE", "value": "3" }] } }\n',
};

async function removal(client: TestClient, hub: string): Promise<CodeAction | undefined> {
  const found = await client.diagnostics(hub, ({ diagnostics }) =>
    diagnostics.some(({ code }) => code === 'hub-env-unread'),
  );
  const unread = found.diagnostics.find(({ code }) => code === 'hub-env-unread');
  return (await client.actions(hub, unread?.range ?? everything)).find(({ title }) => title === 'Remove GUIDANCE');
}

test('an unsafe fix over several files is to be confirmed, where the editor can ask', async (t) => {
  const { client, path } = await begin(UNREAD, t.after.bind(t), { capabilities: PREVIEWING });
  const action = await removal(client, path('.runpod/hub.json'));
  const [[id, annotation] = ['', undefined], ...others] = Object.entries(action?.edit?.changeAnnotations ?? {});
  assert.deepEqual(others, []);
  assert.deepEqual(annotation, {
    label: 'Remove GUIDANCE',
    description: 'Look it over: it may change more than the fault.',
    needsConfirmation: true,
  });
  const files = ['.runpod/hub.json', '.runpod/tests.json'];
  for (const file of files) {
    const { edits } = editsOf(action?.edit, path(file));
    assert.ok(edits.length > 0 && edits.every((one) => 'annotationId' in one && one.annotationId === id), file);
  }

  // By request as well; a fix within one file is made at once.
  const [report]: PanelReport[] = await client.connection.sendRequest('runpod/reports');
  const findings = report?.outcomes.flatMap((outcome) => outcome.findings) ?? [];
  const fixOf = async (title: string): Promise<WorkspaceEdit | null> => {
    const finding = findings.find(({ fixes }) => fixes.some((fix) => fix.title === title));
    return client.connection.sendRequest('runpod/fix', { id: finding?.id, fix: 0 });
  };
  assert.deepEqual((await fixOf('Remove GUIDANCE'))?.changeAnnotations, action?.edit?.changeAnnotations);
  const harmless = findings
    .flatMap(({ fixes }) => fixes.map(({ title }) => title))
    .filter((title) => title !== 'Remove GUIDANCE');
  assert.ok(harmless[0]);
  assert.equal((await fixOf(harmless[0]))?.changeAnnotations, undefined);
});

test('an editor that cannot ask gets the same edit without the question', async (t) => {
  const { client, path } = await begin(UNREAD, t.after.bind(t));
  const action = await removal(client, path('.runpod/hub.json'));
  assert.equal(action?.edit?.changeAnnotations, undefined);
  assert.deepEqual(editsOf(action?.edit, path('.runpod/tests.json')).edits.map(Object.keys), [['range', 'newText']]);
});

test('titles are in the language of the user', async (t) => {
  const { client, path } = await begin(FILES, t.after.bind(t), { locale: 'pl' });
  const tests = path('.runpod/tests.json');
  const [first] = (await client.diagnostics(tests, ({ diagnostics }) => diagnostics.length === 2)).diagnostics;
  const offered = titles(await client.actions(tests, first?.range ?? everything));
  assert.ok(offered.includes('Popraw wszystkie (2): test-timeout-unit'), offered.join('\n'));
  assert.ok(offered.includes('Wycisz test-timeout-unit w projekcie'));
});

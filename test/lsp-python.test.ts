// Completion and hover in Python over stdio, as any editor uses them: typed key by key, in texts that do not parse, with and
// without snippets and Markdown. What is offered where: python-completion.test.ts.

import assert from 'node:assert/strict';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import type { CompletionItem } from 'vscode-languageserver/node';
import { EDITOR, FULL_CLIENT, type StartOptions, startClient, type TestClient, worker } from './lsp-client';
import { Typist } from './lsp-typist';

const HANDLER = `import runpod

log = runpod.RunPodLogger()


def handler(job):
    for word in job["input"].get("prompt", "").split():
        yield word


if __name__ == "__main__":
    runpod.serverless.start()
`;

async function open(
  t: TestContext,
  text = HANDLER,
  options: StartOptions = { capabilities: EDITOR },
): Promise<{ readonly client: TestClient; readonly typist: Typist; readonly path: string }> {
  const folder = worker({ 'handler.py': text, Dockerfile: 'FROM python:3.11-slim\n' }, t.after.bind(t));
  const client = await startClient(t.after.bind(t), { folders: [folder], ...options });
  const path = join(folder, 'handler.py');
  client.open(path, text);
  return { client, path, typist: new Typist(client, path) };
}

const labelsOf = (items: readonly CompletionItem[]): readonly string[] => items.map(({ label }) => label);

test('the dictionary for start, written with completion alone', async (t) => {
  const { typist, client, path } = await open(t);
  typist.at('start(|)').type('{');
  assert.deepEqual(await typist.labels(), [
    'handler',
    'return_aggregate_stream',
    'refresh_worker',
    'concurrency_modifier',
  ]);
  // With the quote that an editor puts behind it by itself, and that it then stands before.
  typist.type('"');
  const offset = typist.text.indexOf('{"') + 2;
  typist.type('"').move(offset);
  assert.deepEqual((await typist.labels('"'))[0], 'handler');
  await typist.take('handler');
  typist.next().type(', ret');
  await typist.take();
  typist.next().type('}');
  assert.match(typist.text, /start\(\{"handler": handler, "return_aggregate_stream": True\}\)/);
  await client.diagnostics(path, ({ version }) => version === client.version(path));
  assert.deepEqual(
    client.codes(path).filter((code) => /start|stream|syntax/.test(String(code))),
    [],
  );
});

test('an item in the protocol', async (t) => {
  const { typist } = await open(t, HANDLER.replace('start()', "start({'re', 'handler': handler})"));
  const items = await typist.at("{'re|'").items("'");
  const [first] = items;
  assert.ok(first?.textEdit && 'range' in first.textEdit);
  // All between the quotes, and these, so that the closing one is not written twice.
  assert.equal(first.filterText, "'return_aggregate_stream'");
  assert.equal(first.textEdit.range.end.character - first.textEdit.range.start.character, "'re'".length);
  // biome-ignore lint/suspicious/noTemplateCurlyInString: a place to fill in, in the syntax of snippets
  assert.equal(first.textEdit.newText, "'return_aggregate_stream': ${1:True}");
  assert.equal(first.insertTextFormat, 2);
  assert.match(
    JSON.stringify(first.documentation),
    /"kind":"markdown","value":"For a handler that yields: with `True`/,
  );
  assert.deepEqual(
    [...items].map(({ sortText }) => sortText),
    [...items].map(({ sortText }) => sortText).sort(),
  );
});

test('an editor without snippets and Markdown', async (t) => {
  const { typist } = await open(t, HANDLER.replace('start()', 'start({})'), { capabilities: FULL_CLIENT });
  const [handler] = await typist.at('start({|})').items();
  assert.ok(handler?.textEdit && 'range' in handler.textEdit);
  assert.equal(handler.textEdit.newText, '"handler": handler');
  assert.equal(handler.insertTextFormat, undefined);
  assert.match(
    JSON.stringify(handler.documentation),
    /"plaintext","value":"The function that is called with each job[^`]*Documentation \(https:[^`)]*\)"/,
  );
  typist.at('        yield word|').type('\n        log.');
  assert.deepEqual((await typist.items('.')).map(({ textEdit }) => textEdit?.newText).slice(0, 3), [
    'info',
    'warn',
    'error',
  ]);
});

test('methods of the logger, and the keys of the job', async (t) => {
  const { typist } = await open(t, HANDLER.replace('start()', 'start({"handler": handler})'));
  typist.at('        yield word|').type('\n        log.');
  assert.equal((await typist.labels('.'))[0], 'info');
  typist.type('wa');
  await typist.take('warn');
  typist.type('"slow"');
  assert.match(typist.text, /log\.warn\("slow", job\["id"\]\)\n/);
  typist.at('job["id"])|').type('\n        print(job["');
  assert.deepEqual(await typist.labels('"'), ['input', 'id']);
  await typist.take('id');
  assert.match(typist.text, /print\(job\["id"\n/);
});

test('triggers of other files mean nothing in Python, and the other way round', async (t) => {
  const { typist, client } = await open(t, HANDLER.replace('start()', 'start({})'));
  for (const trigger of [':', ',', '-', '/', '[']) {
    assert.deepEqual(await typist.at('start({|})').labels(trigger), [], trigger);
  }
  assert.deepEqual(await typist.at('start({|})').labels(), [
    'handler',
    'return_aggregate_stream',
    'refresh_worker',
    'concurrency_modifier',
  ]);
  const hub = join(worker({}, t.after.bind(t)), '.runpod/hub.json');
  client.open(hub, '{ "config": { "gpuIds": "ADA_24," } }');
  const other = new Typist(client, hub).at('ADA_24,|');
  for (const trigger of ['.', "'"]) assert.deepEqual(await other.labels(trigger), [], trigger);
  assert.notDeepEqual(await other.labels(','), []);
});

test('a file of no worker, and one that is no worker yet', async (t) => {
  const folder = worker({}, t.after.bind(t));
  const client = await startClient(t.after.bind(t), { folders: [folder], capabilities: EDITOR });
  const path = join(folder, 'new.py');
  client.open(path, 'from runpod import serverless as s\n\ns.start({"|');
  const typist = new Typist(client, path).at('{"|');
  typist.type('');
  client.edit(path, '|', '');
  assert.equal((await typist.labels())[0], 'handler');
});

test('what a hover says, in the language of the editor', async (t) => {
  const text = HANDLER.replace('start()', 'start({"handler": handler, "return_aggregate_stream": True})');
  const english = await open(t, text);
  assert.match(await english.typist.at('"return_aggr|').hover(), /`return_aggregate_stream` · default False/);
  assert.match(await english.typist.at('job["in|put"]').hover(), /\[Documentation\]\(https:\/\/docs\.runpod\.io/);
  assert.equal(await english.typist.at('yield wo|rd').hover(), '');
  const polish = await open(t, text, { capabilities: EDITOR, locale: 'pl' });
  assert.match(await polish.typist.at('"return_aggr|').hover(), /domyślnie False/);
  const items = await polish.typist.at('"return_aggr|').items();
  assert.deepEqual(labelsOf(items)[0], 'return_aggregate_stream');
  assert.equal(items[0]?.detail, 'domyślnie False');
});

test('what is hostile, and what comes in quick succession', async (t) => {
  const { typist, client, path } = await open(t);
  const range = { start: { line: 0, character: 0 }, end: { line: 99_999, character: 0 } };
  for (const hostile of [
    `import runpod\nrunpod.serverless.start(${'{"a":'.repeat(20_000)}"`,
    `import runpod\nrunpod.serverless.start({"${'x'.repeat(200_000)}`,
    'import runpod\nrunpod.serverless.start({"__proto__": {"constructor": ',
    `import runpod\n${'# '.repeat(100_000)}`,
  ]) {
    client.apply(path, [{ range, newText: hostile }]);
    typist.move(hostile.length);
    assert.ok((await typist.items()).length < 60);
    await typist.hover();
  }
  client.apply(path, [{ range, newText: HANDLER }]);
  typist.at('start(|)');
  const answers: Promise<string[]>[] = [];
  for (const key of '{"handler": handler, "re') {
    typist.type(key);
    answers.push(typist.labels(key === '"' ? key : undefined));
  }
  const last = (await Promise.all(answers)).at(-1);
  assert.deepEqual(last, ['return_aggregate_stream', 'refresh_worker', 'concurrency_modifier']);
});

// Completion and hover in hub.json, tests.json, test_input.json and compliance.json over stdio, as any editor uses them.

import assert from 'node:assert/strict';
import { join } from 'node:path';
import { after, type TestContext, test } from 'node:test';
import type { DocumentSymbol, FoldingRange, SelectionRange } from 'vscode-languageserver/node';
import { EDITOR, FULL_CLIENT, startClient, type TestClient, uriOf, worker } from './lsp-client';
import { Typist } from './lsp-typist';

const HANDLER = `import os

import runpod

MODEL = os.environ["MODEL_NAME"]
STEPS = int(os.environ.get("STEPS", "20"))
TURBO = os.getenv("TURBO", "false") == "true"


def handler(job):
    job_input = job["input"]
    prompt = job_input.get("prompt")
    if not prompt:
        return {"error": "prompt is missing."}
    return {"text": prompt * job_input.get("times", 2), "model": MODEL, "steps": STEPS, "turbo": TURBO}


if __name__ == "__main__":
    runpod.serverless.start({"handler": handler})
`;

const DOCKERFILE = `FROM nvidia/cuda:12.8.1-runtime-ubuntu22.04
COPY . .
CMD ["python3", "-u", "handler.py"]
`;

const README = '# Echo\n\nAnswers with the text it was given. Nothing else.\n';

const HUB = `{
  "title": "Echo",
  "description": "Answers with the text it was given.",
  "type": "serverless",
  "category": "language",
  "config": {
    "runsOn": "GPU",
    "containerDiskInGb": 20,
    "gpuCount": 1,
    "gpuIds": "ADA_24,-NVIDIA L4",
    "env": [
      { "key": "MODEL_NAME", "input": { "name": "Model", "type": "huggingface", "description": "The model." } },
      { "key": "STEPS", "input": { "name": "Steps", "type": "number", "description": "Steps.", "default": 20 } },
      { "key": "MODE", "input": { "name": "Mode", "type": "string", "description": "Mode.", "options": [{ "label": "Fast", "value": "fast" }, { "label": "Good", "value": "good" }] } }
    ],
    "presets": [{ "name": "Fast", "defaults": { "STEPS": 10 } }]
  }
}
`;

const TESTS = '{ "tests": [{ "name": "a", "input": { "prompt": "a" }, "timeout": 300000 }] }\n';

const FILES = { 'handler.py': HANDLER, 'README.md': README, Dockerfile: DOCKERFILE };

interface Opened {
  readonly client: TestClient;
  readonly typist: Typist;
  readonly path: string;
}

const cleaners: (() => void)[] = [];
after(() => {
  for (const clean of cleaners.reverse()) clean();
});

/** One server for all tests: starting one takes longer than all that is asked of it. */
let editor: Promise<TestClient> | undefined;

function sharedEditor(): Promise<TestClient> {
  editor ??= startClient((clean) => cleaners.push(clean), { folders: [], capabilities: EDITOR });
  return editor;
}

/** A document whose text has `|` where the cursor is, in a worker of its own with a handler. */
async function open(
  t: TestContext,
  path: string,
  marked: string,
  files: Readonly<Record<string, string>> = {},
  starting: Promise<TestClient> = sharedEditor(),
): Promise<Opened> {
  const cursor = marked.indexOf('|');
  const text = marked.replace('|', '');
  const folder = worker({ ...FILES, [path]: text, ...files }, t.after.bind(t));
  const client = await starting;
  const added = [{ uri: uriOf(folder), name: folder }];
  void client.connection.sendNotification('workspace/didChangeWorkspaceFolders', { event: { added, removed: [] } });
  const file = join(folder, path);
  client.open(file, text);
  return { client, path: file, typist: new Typist(client, file).move(Math.max(cursor, 0)) };
}

/** Another text in the same document. */
function write({ client, path, typist }: Opened, marked: string): Typist {
  const range = { start: { line: 0, character: 0 }, end: { line: 99_999, character: 0 } };
  client.apply(path, [{ range, newText: marked.replace('|', '') }]);
  return typist.move(marked.indexOf('|'));
}

/** Of the version that the document has now. */
async function nothingFound(client: TestClient, path: string, but: readonly string[] = []): Promise<void> {
  await client.diagnostics(path, ({ version }) => version === client.version(path));
  assert.deepEqual(
    client.codes(path).filter((code) => !but.includes(String(code))),
    [],
  );
}

const POOLS_BUT_ADA_24 = [
  'AMPERE_16',
  'AMPERE_24',
  'ADA_32_PRO',
  'AMPERE_48',
  'ADA_48_PRO',
  'AMPERE_80',
  'ADA_80_PRO',
  'BLACKWELL_96',
  'HOPPER_141',
  'BLACKWELL_180',
];

test('a hub.json written by completion alone has no finding', async (t) => {
  await t.test('from key to key', async (t) => {
    const { client, typist, path } = await open(t, '.runpod/hub.json', '|', { '.runpod/tests.json': TESTS });
    assert.deepEqual(await typist.labels(), ['GPU worker', 'CPU worker', 'Load balancing worker', '{}']);
    await typist.take('{}');
    assert.deepEqual(await typist.labels(), ['title', 'description', 'type', 'category', 'config', 'iconUrl']);
    await typist.take('title');
    assert.deepEqual(await typist.labels(), ['"Echo"']);
    await typist.take();
    await typist.end().take('description');
    await typist.take();
    await typist.end().take('type');
    await typist.end().take('category');
    assert.deepEqual((await typist.labels()).sort(), ['"audio"', '"embedding"', '"image"', '"language"', '"video"']);
    await typist.take('"language"');
    await typist.end().take('config');
    await typist.take('{}');
    assert.deepEqual((await typist.labels()).slice(0, 2), ['runsOn', 'containerDiskInGb']);
    await typist.take('runsOn');
    assert.deepEqual(await typist.labels(), ['"GPU"', '"CPU"']);
    await typist.take();
    const keys = await typist.end().labels();
    assert.deepEqual(keys.slice(0, 3), ['containerDiskInGb', 'gpuCount', 'gpuIds']);
    assert.ok(!keys.includes('cpuFlavor') && !keys.includes('runsOn'), keys.join());
    await typist.take('containerDiskInGb');
    await typist.take();
    await typist.end().take('gpuCount');
    await typist.take();
    await typist.end().take('gpuIds');
    await typist.take('"ADA_24"');
    await typist.end().take('allowedCudaVersions');
    await typist.take('12.8 and newer');
    await typist.at('"13.3"]|').type('\n').take('env');
    for (const name of ['MODEL_NAME', 'STEPS', 'TURBO']) {
      assert.ok((await typist.labels()).includes('Choice'), 'the templates are offered, too');
      await typist.take(name);
      typist.end();
    }
    const hub = JSON.parse(typist.text);
    assert.deepEqual(Object.keys(hub), ['title', 'description', 'type', 'category', 'config']);
    assert.deepEqual(hub.config.allowedCudaVersions, ['12.8', '12.9', '13.0', '13.1', '13.2', '13.3']);
    const description = 'What it changes.';
    assert.deepEqual(hub.config.env, [
      { key: 'MODEL_NAME', input: { name: 'Model name', type: 'string', description, required: true } },
      { key: 'STEPS', input: { name: 'Steps', type: 'number', description, default: 20 } },
      {
        key: 'TURBO',
        input: { name: 'Turbo', type: 'boolean', description, default: false, trueValue: 'true', falseValue: 'false' },
      },
    ]);
    await nothingFound(client, path);
  });

  for (const template of ['GPU worker', 'CPU worker', 'Load balancing worker']) {
    await t.test(`from the template ${template}`, async (t) => {
      const { client, typist, path } = await open(t, '.runpod/hub.json', '|', { '.runpod/tests.json': TESTS });
      await typist.take(template);
      JSON.parse(typist.text);
      // The handler of this worker takes jobs, as an HTTP server does not.
      await nothingFound(client, path, template.startsWith('Load') ? ['hub-endpoint-type-mismatch'] : []);
    });
  }
});

test('a tests.json written by completion alone has no finding', async (t) => {
  const { client, typist, path } = await open(t, '.runpod/tests.json', '|', { '.runpod/hub.json': HUB });
  assert.deepEqual(await typist.labels(), ['Tests on a GPU', 'Tests on a CPU', '{}']);
  await typist.take('{}');
  assert.deepEqual(await typist.labels(), ['tests', 'config']);
  await typist.take('tests');
  assert.deepEqual(await typist.labels(), ['Test of this handler', 'Test', '{}']);
  await typist.take();
  typist.at('}|]\n}').type(',\n');
  await typist.take('{}');
  assert.deepEqual(await typist.labels(), ['name', 'input', 'timeout']);
  await typist.take('name');
  typist.type('again');
  await typist.end().take('input');
  assert.deepEqual(await typist.labels(), ['prompt', 'times']);
  await typist.take('times');
  await typist.at('"times": 2}|').type('\n').take('timeout');
  typist.at(']|\n}').type('\n');
  await typist.take('config');
  await typist.take('{}');
  await typist.take('gpuTypeId');
  assert.equal((await typist.labels()).length, 45);
  await typist.take('"NVIDIA L4"');
  const keys = await typist.end().labels();
  assert.deepEqual(keys, ['gpuCount', 'env', 'allowedCudaVersions']);
  await typist.take('env');
  assert.deepEqual((await typist.labels()).slice(0, 4), ['MODEL_NAME', 'STEPS', 'MODE', 'TURBO']);
  await typist.take('STEPS');
  typist.end();
  await typist.take('MODEL_NAME');
  typist.type('gpt2');
  assert.deepEqual(JSON.parse(typist.text), {
    tests: [
      { name: 'basic', input: { prompt: 'test', times: 2 }, timeout: 300_000 },
      { name: 'again', input: { times: 2 }, timeout: 300_000 },
    ],
    config: {
      gpuTypeId: 'NVIDIA L4',
      env: [
        { key: 'STEPS', value: '20' },
        { key: 'MODEL_NAME', value: 'gpt2' },
      ],
    },
  });
  await nothingFound(client, path);
});

test('test_input.json gets the keys that the handler reads', async (t) => {
  const opened = await open(t, 'test_input.json', '|', { '.runpod/hub.json': HUB });
  const { client, typist, path } = opened;
  await typist.take('{}');
  await typist.take('input');
  assert.deepEqual(await typist.labels(), ['prompt', 'times']);
  const whole = write(opened, '{"input": |}');
  assert.deepEqual(await whole.labels(), ['Input of this handler']);
  await whole.take();
  assert.deepEqual(JSON.parse(typist.text), { input: { prompt: 'test', times: 2 } });
  await nothingFound(client, path);
});

test('compliance.json gets rules, severities and paths', async (t) => {
  const opened = await open(t, '.runpod/compliance.json', '{ "rules": { "hub-gpu-unk|" } }', {
    '.runpod/hub.json': HUB,
  });
  assert.ok((await opened.typist.labels()).includes('hub-gpu-unknown'));
  await opened.typist.take('hub-gpu-unknown');
  assert.deepEqual((await opened.typist.labels()).sort(), ['"error"', '"hint"', '"info"', '"off"', '"warning"']);
  const paths = await write(opened, '{ "ignore": [{ "rule": "x", "path": "|" }] }').labels();
  assert.deepEqual(paths.slice(0, 2), ['".runpod/compliance.json"', '".runpod/hub.json"']);
  assert.ok(paths.includes('"handler.py"'));
});

test('inside gpuIds', async (t) => {
  const opened = await open(t, '.runpod/hub.json', HUB.replace('ADA_24,-NVIDIA L4', 'ADA_24,|'));
  const { typist } = opened;

  await t.test(
    'pools that are not there yet, with memory and GPUs; of a pool with one GPU nothing is left to exclude',
    async () => {
      const items = await typist.items(',');
      assert.deepEqual(
        items.map(({ label }) => label),
        POOLS_BUT_ADA_24,
      );
      assert.equal(items[0]?.detail, '16 GB');
      assert.match(JSON.stringify(items[1]?.documentation), /`NVIDIA L4`/);
      assert.equal(items[0]?.insertTextFormat, undefined, 'inserted as it is');
    },
  );

  await t.test('one is taken in behind the comma', async () => {
    await typist.take('AMPERE_24');
    assert.match(typist.text, /"gpuIds": "ADA_24,AMPERE_24",/);
  });

  await t.test('behind the next comma come the exclusions of the chosen pools', async () => {
    typist.type(',');
    const labels = await typist.labels(',');
    assert.deepEqual(labels.slice(9), ['-NVIDIA RTX A5000', '-NVIDIA L4', '-NVIDIA GeForce RTX 3090']);
    typist.type('-');
    assert.ok((await typist.labels('-')).includes('-NVIDIA L4'));
    await typist.take('-NVIDIA L4');
    assert.match(typist.text, /"gpuIds": "ADA_24,AMPERE_24,-NVIDIA L4",/);
    typist.type(',');
    assert.deepEqual((await typist.labels()).slice(9), ['-NVIDIA RTX A5000', '-NVIDIA GeForce RTX 3090']);
  });

  await t.test('a part in the middle is replaced alone, blanks around it stay', async () => {
    const middle = write(opened, HUB.replace('"ADA_24,-NVIDIA L4"', '"ADA_24, AMP|X , AMPERE_16"'));
    await middle.take('AMPERE_48');
    assert.match(middle.text, /"ADA_24, AMPERE_48 , AMPERE_16"/);
  });

  await t.test('in a string that is not closed yet', async () => {
    const half = write(opened, '{ "config": { "gpuIds": "AMPERE_16,|\n  "env": []');
    await half.take('ADA_24');
    assert.match(half.text, /"gpuIds": "AMPERE_16,ADA_24\n/);
  });

  await t.test('the commas elsewhere ask for nothing', async () => {
    assert.deepEqual(await write(opened, '{ "title": "a",| }').labels(','), []);
    assert.deepEqual(await write(opened, '{ "title": "a,|" }').labels(','), []);
  });
});

test('presets take the variables of env, and values that fit them', async (t) => {
  const opened = await open(t, '.runpod/hub.json', HUB.replace('"STEPS": 10', '"STEPS": 10, |'));
  const { typist } = opened;
  assert.deepEqual(await typist.labels(), ['MODEL_NAME', 'MODE']);
  await typist.take('MODE');
  assert.deepEqual(await typist.labels(), ['"fast"', '"good"']);
  await typist.take('"good"');
  assert.match(typist.text, /"defaults": \{ "STEPS": 10, "MODE": "good" \}/);
  const behind = write(opened, HUB.replace('"STEPS": 10', '"STEPS": 10 "|"'));
  await behind.take('MODE');
  assert.match(behind.text, /"STEPS": 10, "MODE": "fast" \}/);
});

test('keys of variables are those that the code reads', async (t) => {
  const { typist } = await open(t, '.runpod/hub.json', HUB.replace('"key": "MODE"', '"key": "|"'));
  const items = await typist.items('"');
  assert.deepEqual(
    items.map(({ label }) => label),
    ['"TURBO"'],
  );
  assert.match(JSON.stringify(items[0]?.documentation), /Read in `handler\.py`, else .*line 7.*#L7/);
});

test('half-written and broken files', async (t) => {
  const opened = await open(t, '.runpod/hub.json', '{"con|');
  const texts: readonly (readonly [text: string, take: string, expected: string])[] = [
    ['{"con|', 'config', '{"config": '],
    ['{"tit|": "x"}', 'title', '{"title": "x"}'],
    ['{"title": "x" "typ|"}', 'type', '{"title": "x", "type": "serverless"}'],
    ['{"title": "x"\n|\n"type": "serverless"}', 'category', '{"title": "x",\n"category": ,\n"type": "serverless"}'],
    ['{"config": {"runsOn": |\n "gpuIds": "ADA_24"}}', '"GPU"', '{"config": {"runsOn": "GPU",\n "gpuIds": "ADA_24"}}'],
    ['{"config": {"runsOn": G|', '"GPU"', '{"config": {"runsOn": "GPU"'],
    [
      '{"config": {"allowedCudaVersions": ["12.8" |]}}',
      '"12.9"',
      '{"config": {"allowedCudaVersions": ["12.8", "12.9"]}}',
    ],
    [
      '{"config": {"env": [{"key": "STEPS", "inp|"}]}}',
      'input',
      '{"config": {"env": [{"key": "STEPS", "input": {}}]}}',
    ],
    [
      '{"$schema": "https://nowhere.invalid/x.json", |}',
      'title',
      '{"$schema": "https://nowhere.invalid/x.json", "title": }',
    ],
  ];
  for (const [text, take, expected] of texts) {
    await t.test(JSON.stringify(text), async () => {
      const typist = write(opened, text);
      await typist.take(take);
      assert.equal(typist.text, expected);
    });
  }

  await t.test('where nothing can stand, nothing is offered', async () => {
    for (const text of ['{}|', '{ // |\n}', '{"title" |', '{"title": "x"} |', '[[[[|']) {
      assert.deepEqual(await write(opened, text).labels(), [], text);
    }
  });
});

test('keys that do not fit what is there are not offered', async (t) => {
  const opened = await open(t, '.runpod/hub.json', '{"config": {"runsOn": "CPU", |}}');
  const labels = await opened.typist.labels();
  assert.equal(labels[0], 'containerDiskInGb');
  assert.equal(labels[1], 'cpuFlavor');
  assert.ok(!labels.some((label) => /^gpu|Cuda/.test(label)), labels.join());
  const entry = await write(opened, '{"config": {"env": [{"key": "A", "value": "1", |}]}}').labels();
  assert.deepEqual(entry, []);
  const field = await write(opened, '{"config": {"env": [{"key": "A", "input": {"type": "number", |}}]}}').labels();
  assert.deepEqual(field, ['name', 'description', 'default', 'required', 'advanced', 'min', 'max']);
});

test('a client without snippets and Markdown gets plain text', async (t) => {
  const plain = startClient(t.after.bind(t), { folders: [], capabilities: FULL_CLIENT });
  const { typist } = await open(t, '.runpod/hub.json', '{|}', {}, plain);
  const items = await typist.items();
  for (const item of items) {
    assert.notEqual(item.insertTextFormat, 2);
    assert.doesNotMatch(JSON.stringify(item.textEdit), /\$[{\d]/);
    assert.equal(item.command, undefined);
    if (typeof item.documentation === 'object') assert.equal(item.documentation.kind, 'plaintext');
  }
  assert.doesNotMatch(await typist.at('{|').hover(), /`/);
});

test('hover', async (t) => {
  const { typist } = await open(t, '.runpod/hub.json', HUB);
  await t.test('on a field: meaning, values, where it is documented', async () => {
    const about = await typist.at('"runs|On"').hover();
    assert.match(about, /Kind of machine/);
    assert.match(about, /`GPU`, `CPU`/);
    assert.match(about, /\(https:\/\/docs\.runpod\.io\/hub\/publishing-guide\)/);
    assert.match(await typist.at('"G|PU"').hover(), /`GPU`: Needs/);
  });
  await t.test('on a pool: its GPUs and their memory', async () => {
    assert.match(await typist.at('"AD|A_24').hover(), /Pool `ADA_24`: 24 GB .*`NVIDIA GeForce RTX 4090`/);
    assert.match(await typist.at('-NVIDIA L|4').hover(), /Leaves `NVIDIA L4` of the pool `AMPERE_24` out/);
  });
  await t.test('on a variable: where the code reads it', async () => {
    assert.match(
      await typist.at('"STE|PS", "input"').hover(),
      /Read in `handler\.py`, else `"20"` \(\[line 6\]\(file:.*handler\.py#L6\)\)/,
    );
    assert.match(await typist.at('"MODEL_N|AME", "input"').hover(), /which fails without it/);
    const preset = await typist.at('"defaults": { "STE|PS"').hover();
    assert.match(preset, /In `\.runpod\/hub\.json`: offered as `number`, default `20`/);
  });
  await t.test('on nothing', async () => {
    assert.equal(await typist.at('"gpuCount": 1,|\n').hover(), '');
  });
});

test('hostile content', async (t) => {
  const name = 'A`](command:evil) <b>';
  const text = JSON.stringify({
    config: {
      gpuIds: `${name},|`,
      env: [{ key: name, input: { name, type: 'string', options: [{ label: name, value: name }] } }],
      presets: [{ defaults: {} }],
    },
  });
  const opened = await open(t, '.runpod/hub.json', text);
  assert.equal((await opened.typist.labels()).length, 11);
  assert.doesNotMatch(await opened.typist.at('A`](command|').hover(), /\]\(command/);

  await t.test('nesting without end, huge lines and keys of the prototype', async () => {
    for (const hostile of [
      `${'['.repeat(10_000)}|`,
      `${'{"a":'.repeat(10_000)}|`,
      `{"title": "${'x'.repeat(200_000)}|`,
      '{"__proto__": {"constructor": |}}',
      '{"config": {"env": [{"input": {"type": "__proto__", |}}]}}',
    ]) {
      const typist = write(opened, hostile);
      assert.ok((await typist.items()).length < 60);
      await typist.hover();
    }
    const still = write(opened, '{|}');
    assert.equal((await still.labels())[0], 'title');
  });
});

test('outline, folding and growing selections', async (t) => {
  const { client, path } = await open(t, '.runpod/hub.json', HUB);
  const ask = <T>(method: string, more = {}): Promise<T> =>
    client.connection.sendRequest(`textDocument/${method}`, { textDocument: { uri: uriOf(path) }, ...more });
  const symbols = await ask<DocumentSymbol[]>('documentSymbol');
  assert.deepEqual(
    symbols.map(({ name }) => name),
    ['title', 'description', 'type', 'category', 'config'],
  );
  assert.deepEqual(symbols[4]?.children?.map(({ name }) => name).slice(0, 2), ['runsOn', 'containerDiskInGb']);
  const folds = await ask<FoldingRange[]>('foldingRange');
  assert.deepEqual(folds.map(({ startLine, endLine }) => `${startLine}-${endLine}`).sort(), ['0-16', '10-13', '5-15']);
  const [selection] = await ask<SelectionRange[]>('selectionRange', { positions: [{ line: 6, character: 16 }] });
  assert.deepEqual(selection?.range.start, { line: 6, character: 15 });
  assert.deepEqual(selection?.parent?.range.start, { line: 6, character: 14 });
});

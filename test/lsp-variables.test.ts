// Definition, references and rename of an environment variable across hub.json, tests.json, Python, scripts and the
// Dockerfile, over stdio.

import assert from 'node:assert/strict';
import { join, relative } from 'node:path';
import { type TestContext, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import type { Location, WorkspaceEdit } from 'vscode-languageserver/node';
import { EDITOR, editsOf, startClient, type TestClient, uriOf, worker } from './lsp-client';
import { Typist } from './lsp-typist';

const FILES = {
  'handler.py': `import os

import runpod

from settings import STEPS

MODEL = os.environ["MODEL_NAME"]
os.environ["MODE"] = "x"


def handler(job):
    token = os.getenv("HF_TOKEN")
    return {"text": job["input"]["text"], "model": MODEL, "steps": STEPS, "token": bool(token)}


if __name__ == "__main__":
    runpod.serverless.start({"handler": handler})
`,
  'settings.py': `import os

STEPS = int(os.environ.get("STEPS", "20"))
NAME = os.environ["MODEL_NAME"]
MODEL_NAME = "a local name"
`,
  Dockerfile: `FROM python:3.11-slim
ENV MODEL_NAME=small \\
    STEPS=20
COPY . .
CMD ["bash", "start.sh"]
`,
  'start.sh': `#!/bin/bash
export MODEL_NAME="\${MODEL_NAME:-small}"
echo "$MODEL_NAME" "$MODEL_NAMES"
python -u handler.py
`,
  '.runpod/hub.json': `{
  "title": "Echo",
  "description": "Answers with the text it was given.",
  "type": "serverless",
  "category": "language",
  "config": {
    "runsOn": "GPU",
    "containerDiskInGb": 20,
    "gpuCount": 1,
    "gpuIds": "ADA_24",
    "env": [
      { "key": "MODEL_NAME", "input": { "name": "Model", "type": "string", "description": "Model.", "default": "small" } },
      { "key": "STEPS", "input": { "name": "Steps", "type": "number", "description": "Steps.", "default": 20 } }
    ],
    "presets": [{ "name": "Large", "defaults": { "MODEL_NAME": "large" } }]
  }
}
`,
  '.runpod/tests.json': `{
  "tests": [{ "name": "one", "input": { "text": "a" }, "timeout": 60000 }],
  "config": { "gpuTypeId": "NVIDIA L4", "env": [{ "key": "MODEL_NAME", "value": "small" }] }
}
`,
};

type Path = keyof typeof FILES;

const EVERYWHERE = [
  '.runpod/hub.json:12:17',
  '.runpod/hub.json:15:51',
  '.runpod/tests.json:3:59',
  'Dockerfile:2:5',
  'handler.py:7:21',
  'settings.py:4:20',
  'start.sh:2:22',
  'start.sh:2:8',
  'start.sh:3:8',
];

interface Started {
  readonly client: TestClient;
  readonly folder: string;
  /** Asks about the place where `|` stands in a file. */
  ask<T>(method: string, path: Path, context: string, more?: object): Promise<T>;
  /** `path:line:column` of each, sorted. */
  places(locations: readonly Location[] | null): string[];
}

async function start(t: TestContext): Promise<Started> {
  const folder = worker(FILES, t.after.bind(t));
  const client = await startClient(t.after.bind(t), { folders: [folder], capabilities: EDITOR });
  const opened = new Set<Path>();
  return {
    client,
    folder,
    ask(method, path, context, more = {}) {
      const file = join(folder, path);
      if (!opened.has(path)) client.open(file, FILES[path]);
      opened.add(path);
      const position = new Typist(client, file).at(context).position();
      return client.connection.sendRequest(method, { textDocument: { uri: uriOf(file) }, position, ...more });
    },
    places: (locations) =>
      (locations ?? [])
        .map(({ uri, range: { start: at } }) => {
          const path = relative(folder, fileURLToPath(uri)).replaceAll('\\', '/');
          return `${path}:${at.line + 1}:${at.character + 1}`;
        })
        .sort(),
  };
}

const DEFINITION = 'textDocument/definition';
const REFERENCES = 'textDocument/references';
const RENAME = 'textDocument/rename';
const PREPARE = 'textDocument/prepareRename';

test('variables', async (t) => {
  const { client, folder, ask, places } = await start(t);

  await t.test('from the code, a preset and a test to the entry in hub.json', async () => {
    const from: readonly (readonly [Path, string])[] = [
      ['handler.py', 'os.environ["MODEL|_NAME"]'],
      ['settings.py', 'os.environ["|MODEL_NAME"]'],
      ['start.sh', '"$MODEL_NAME|"'],
      ['start.sh', 'export MODEL|_NAME'],
      ['Dockerfile', 'ENV MODEL_N|AME'],
      ['.runpod/hub.json', '"defaults": { "MODEL_|NAME"'],
      ['.runpod/tests.json', '"MODEL_NAME|"'],
    ];
    for (const [path, context] of from) {
      const found = places(await ask(DEFINITION, path, context));
      assert.deepEqual(found, ['.runpod/hub.json:12:17'], `${path} ${context}`);
    }
  });

  await t.test('from the entry to the code that reads it', async () => {
    const found = places(await ask(DEFINITION, '.runpod/hub.json', '"key": "MODEL|_NAME"'));
    assert.deepEqual(found, ['handler.py:7:21', 'settings.py:4:20', 'start.sh:2:22', 'start.sh:3:8']);
    assert.deepEqual(places(await ask(DEFINITION, '.runpod/hub.json', '"key": "ST|EPS"')), ['settings.py:3:29']);
  });

  await t.test('references are the same from everywhere', async () => {
    const context = { includeDeclaration: true };
    assert.deepEqual(places(await ask(REFERENCES, 'handler.py', '"MODEL|_NAME"', { context })), EVERYWHERE);
    assert.deepEqual(
      places(await ask(REFERENCES, '.runpod/hub.json', '"key": "MODEL|_NAME"', { context })),
      EVERYWHERE,
    );
    assert.deepEqual(
      places(await ask(REFERENCES, 'start.sh', '"$MODEL|_NAME"', { context: { includeDeclaration: false } })),
      EVERYWHERE.slice(1),
    );
  });

  await t.test('nothing where another thing has the name, or there is no name', async () => {
    const from: readonly (readonly [Path, string])[] = [
      ['settings.py', 'MODEL|_NAME = "a local'],
      ['handler.py', 'def hand|ler'],
      ['.runpod/hub.json', '"title": "Ec|ho"'],
      ['.runpod/hub.json', '"name": "Mo|del"'],
    ];
    for (const [path, context] of from) {
      assert.deepEqual(places(await ask(DEFINITION, path, context)), [], `${path} ${context}`);
      assert.equal(await ask(PREPARE, path, context), null, `${path} ${context}`);
    }
  });

  await t.test('hover in Python says what the form offers', async () => {
    const answer = await ask<{ contents: { value: string } }>('textDocument/hover', 'handler.py', '"MODEL|_NAME"');
    assert.match(answer.contents.value, /In `\.runpod\/hub\.json`: offered as `string`, default `"small"`/);
    assert.match(answer.contents.value, /Read in `settings\.py`, which fails without it \(\[line 4\]/);
  });

  await t.test('a rename changes every place, open or closed, in versioned edits', async () => {
    const prepared = await ask<{ placeholder: string }>(PREPARE, 'handler.py', '"MODEL|_NAME"');
    assert.equal(prepared.placeholder, 'MODEL_NAME');
    const edit = await ask<WorkspaceEdit>(RENAME, 'handler.py', '"MODEL|_NAME"', { newName: 'CHECKPOINT' });
    const changed = ['.runpod/hub.json', '.runpod/tests.json', 'Dockerfile', 'handler.py', 'settings.py', 'start.sh'];
    const texts = changed.map((path) => {
      const file = join(folder, path);
      const { edits, version } = editsOf(edit, file);
      assert.equal(version, 1, path);
      client.apply(file, edits);
      return client.text(file);
    });
    assert.equal(edit.documentChanges?.length, changed.length);
    assert.equal(texts.join('').match(/CHECKPOINT/g)?.length, EVERYWHERE.length);
    assert.match(texts[3] ?? '', /os\.environ\["CHECKPOINT"\]/);
    assert.match(texts[4] ?? '', /MODEL_NAME = "a local name"/);
    assert.match(texts[5] ?? '', /export CHECKPOINT="\$\{CHECKPOINT:-small\}"\necho "\$CHECKPOINT" "\$MODEL_NAMES"/);
    const after = await ask<Location[]>(REFERENCES, 'handler.py', '"CHECK|POINT"', {
      context: { includeDeclaration: true },
    });
    assert.deepEqual(places(after).length, EVERYWHERE.length);
  });

  await t.test('names that are taken, invalid or the platform’s are refused, with a reason', async () => {
    const refused: readonly (readonly [newName: string, reason: RegExp])[] = [
      ['STEPS', /already/],
      ['1_STEP', /is no name/],
      ['A B', /is no name/],
      ['', /is no name/],
      ['RUNPOD_POD_ID', /set by RunPod/],
      ['PATH', /set by RunPod/],
    ];
    for (const [newName, reason] of refused) {
      await assert.rejects(ask(RENAME, 'handler.py', '"HF_|TOKEN"', { newName }), reason, newName);
    }
  });
});

test('a variable of the platform keeps its name', async (t) => {
  const files = { ...FILES, 'handler.py': FILES['handler.py'].replace('"HF_TOKEN"', '"RUNPOD_POD_ID"') };
  const folder = worker(files, t.after.bind(t));
  const client = await startClient(t.after.bind(t), { folders: [folder], capabilities: EDITOR });
  const handler = join(folder, 'handler.py');
  client.open(handler, files['handler.py']);
  const params = {
    textDocument: { uri: uriOf(handler) },
    position: new Typist(client, handler).at('"RUNPOD|_POD_ID"').position(),
  };
  await assert.rejects(client.connection.sendRequest(PREPARE, params), /has to keep its name/);
});

test('outside of workers, and with positions that are none, there is no answer', async (t) => {
  const { client, folder } = await start(t);
  const other = join(folder, '..', 'package.json');
  client.open(other, '{ "name": "x" }');
  const ask = (method: string, position: unknown) =>
    client.connection.sendRequest(method, { textDocument: { uri: uriOf(other) }, position, newName: 'A', context: {} });
  const at = { line: 0, character: 4 };
  assert.deepEqual(await ask('textDocument/completion', at), []);
  assert.equal(await ask('textDocument/hover', at), null);
  assert.deepEqual(await ask(DEFINITION, at), []);
  assert.equal(await ask(RENAME, at), null);
  assert.deepEqual(await ask('textDocument/documentSymbol', at), []);
  const hub = join(folder, '.runpod/hub.json');
  client.open(hub, FILES['.runpod/hub.json']);
  for (const position of [
    { line: -1, character: 0 },
    { line: 1e9, character: 1e9 },
    { line: 'a', character: null },
  ]) {
    await client.connection.sendRequest('textDocument/completion', { textDocument: { uri: uriOf(hub) }, position });
    await client.connection.sendRequest('textDocument/hover', { textDocument: { uri: uriOf(hub) }, position });
  }
});

// The language features in Polish over stdio, as an editor in that language uses them, and that they follow the setting.
// That no text lacks its Polish: test/languages.test.ts.

import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import type { CompletionItem } from 'vscode-languageserver/node';
import { EDITOR, startClient, worker } from './lsp-client';
import { Typist } from './lsp-typist';

const HUB = `{
  "title": "Echo",
  "type": "serverless",
  "config": {
    "runsOn": "GPU",
    "gpuIds": "ADA_24",
    "cpuFlavor": "cpu3g-2-8",
    "env": [{ "key": "STEPS", "input": { "name": "Steps", "type": "number", "default": 20 } }],
    "presets": [{ "name": "Fast", "defaults": { "STEPS": 10 } }]
  }
}
`;

const FILES = {
  'handler.py': `import os

import runpod
from helper import work

STEPS = int(os.environ.get("STEPS", "20"))
MODEL = os.environ["MODEL_NAME"]


def handler(job):
    return {"text": work(job["input"]["text"]), "steps": STEPS, "model": MODEL}


if __name__ == "__main__":
    runpod.serverless.start({"handler": handler})
`,
  'helper.py': 'def work(text):\n    return text\n',
  'requirements.txt': 'runpod>=1.10.1\n',
  Dockerfile: `FROM nvidia/cuda:12.8.1-runtime-ubuntu22.04
COPY requirements.txt handler.py ./
RUN pip install -r requirements.txt

CMD ["python3", "-u", "handler.py"]
`,
  '.runpod/hub.json': HUB,
  '.runpod/tests.json': '{ "tests": [] }\n',
  '.runpod/compliance.json': '{ "profile": "hub", "rules": { "handler-signature": "off" } }\n',
  'test_input.json': '{ "input": {}, "id": "a" }\n',
};

type Path = keyof typeof FILES;

function documentationOf(item: CompletionItem | undefined): string {
  const { documentation } = item ?? {};
  return typeof documentation === 'object' ? documentation.value : (documentation ?? '');
}

test('an editor in Polish', async (t) => {
  const folder = worker(FILES, t.after.bind(t));
  const options = { folders: [folder], capabilities: EDITOR, locale: 'pl' };
  const client = await startClient(t.after.bind(t), options);
  const open = (path: Path): Typist => {
    client.open(join(folder, path), FILES[path]);
    return new Typist(client, join(folder, path));
  };
  const hub = open('.runpod/hub.json');
  const docker = open('Dockerfile');
  const itemAt = async (typist: Typist, label: string): Promise<CompletionItem | undefined> =>
    (await typist.items()).find((item) => item.label === label);

  await t.test('hovers over fields and values', async () => {
    const about = await hub.at('"runs|On"').hover();
    assert.match(about, /^Rodzaj maszyny\.\n\nWymagane\.\n\nWartości: `GPU`, `CPU`\.\n\n\[Dokumentacja\]\(https:/);
    assert.match(await hub.at('"cpu3g|-2-8"').hover(), /`cpu3g-2-8`: 2 wirtualne CPU, 8 GB pamięci/);
    assert.match(await hub.at('"AD|A_24"').hover(), /^Pula `ADA_24`: co najmniej 24 GB pamięci\. `NVIDIA GeForce RTX/);
    const config = open('.runpod/compliance.json');
    assert.match(await config.at('"handler-sig|nature"').hover(), /Handlera nie da się wywołać/);
    assert.match(await open('test_input.json').at('"i|d"').hover(), /Bez tego pola: local\\_test/);
  });

  await t.test('hovers over variables', async () => {
    const about = await hub.at('{ "STE|PS": 10').hover();
    assert.match(about, /^Zmienna `STEPS`$/m);
    assert.match(about, /^- W `\.runpod\/hub\.json`: udostępniona jako `number`, domyślnie `20` \(\[linia 8\]/m);
    assert.match(about, /^- Czytana w `handler\.py`, w razie jej braku `"20"` \(\[linia 6\]/m);
  });

  await t.test('hovers over images and packages', async () => {
    const about = await docker.at('nvidia/cu|da').hover();
    assert.match(about, /^Obraz bazowy `nvidia\/cuda`, `12\.8\.1-runtime-ubuntu22\.04`\.$/m);
    assert.match(about, /^CUDA 12\.8: startuje na hostach z tą lub nowszą wersją; .*\[allowedCudaVersions\]\(https:/m);
    const requirements = open('requirements.txt');
    assert.match(await requirements.at('run|pod').hover(), /^Pakiet `runpod`, `>=1\.10\.1`\.$/m);
  });

  await t.test('completes with Polish words beside names as they are', async () => {
    const category = await itemAt(hub.at('"type": "serverless",|').type('\n'), 'category');
    assert.equal(category?.detail, 'wymagane');
    assert.match(documentationOf(category), /^Kategoria, w której Hub pokazuje workera\./);
    const labels = await hub.at('20 } }|]').type(',\n').labels();
    assert.deepEqual(labels.slice(0, 3), ['MODEL_NAME', 'Pole tekstowe', 'Wybór']);
    const variable = await itemAt(hub, 'MODEL_NAME');
    assert.equal(variable?.detail, 'kod jej potrzebuje');
    assert.match(documentationOf(variable), /^- Czytana w `handler\.py`, bez niej kod kończy się błędem/);
    const preset = await itemAt(hub.at('10 } }|]').type(',\n'), 'Preset');
    assert.match(documentationOf(preset), /Wartości niektórych zmiennych pod jedną nazwą/);
    const test = open('.runpod/tests.json').at('[|]');
    assert.deepEqual((await test.labels()).slice(0, 2), ['Test tego handlera', 'Test']);
    const copy = await itemAt(docker.at('requirements.txt\n|\nCMD'), 'COPY helper.py');
    assert.equal(copy?.detail, 'importowany, a brak go w obrazie');
  });

  await t.test('takes in a template under its Polish name', async () => {
    await hub.at('20 } },\n|').take('Wybór');
    assert.match(hub.text, /"key": "PRECISION"/);
  });

  await t.test('gets English with the setting, and Polish again without it', async () => {
    const speak = (language: string): void => {
      client.settings = { language };
      void client.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
    };
    const runsOn = async (holds: (about: string) => boolean): Promise<string> => {
      for (let tries = 0; tries < 100; tries++) {
        const about = await hub.at('"runs|On"').hover();
        if (holds(about)) return about;
      }
      return await hub.hover();
    };
    speak('en');
    assert.match(await runsOn((about) => about.startsWith('Kind')), /^Kind of machine\.\n\nRequired\./);
    assert.match(await docker.at('nvidia/cu|da').hover(), /^Base image/);
    assert.match(await hub.at('"AD|A_24"').hover(), /^Pool/);
    assert.equal((await itemAt(hub.at('"type": "serverless",|'), 'category'))?.detail, 'required');
    speak('auto');
    assert.match(await runsOn((about) => about.startsWith('Rodzaj')), /^Rodzaj maszyny\./);
  });
});

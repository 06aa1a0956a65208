// Files written for a worker: each is valid under every rule of the profile hub, and none overwrites another.

import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { describe, it } from 'node:test';
import { applyEdits } from '../server/src/base/edit';
import { format } from '../server/src/base/message';
import { DEFAULT_SETTINGS } from '../server/src/engine/session';
import { type Creatable, createFor } from '../server/src/features/create';
import { inRoot } from './harness/root';
import { type Files, findingsOf, openWorker, readFolder, WORKER } from './harness/workers';
import { startClient, uriOf, worker as workerOnDisk } from './lsp-client';

const HUB = { ...DEFAULT_SETTINGS, profile: 'hub' } as const;

interface Created {
  readonly path: string;
  readonly files: Files;
  readonly notes: readonly string[];
}

async function create(files: Files, what: Creatable): Promise<Created> {
  const worker = (await openWorker(files)).worker(WORKER);
  assert.ok(worker);
  const creation = createFor(worker, what);
  assert.equal(creation.kind, 'created', JSON.stringify(creation));
  if (creation.kind !== 'created') throw new Error('unreachable');
  const path = creation.uri.slice(WORKER.length + 1);
  const text = applyEdits(files.get(path) ?? '', creation.uri, creation.fix.edits);
  return { path, files: new Map([...files, [path, text]]), notes: creation.notes.map((note) => format(note)) };
}

function without(files: Files, ...paths: readonly string[]): Files {
  return new Map([...files].filter(([path]) => !paths.includes(path)));
}

/** Findings in a file, or about it. */
async function complaints(files: Files, path: string): Promise<readonly string[]> {
  const found = findingsOf((await openWorker(files, HUB)).reports());
  const about = /^(?:hub-|env-|tests?-|cuda-)/;
  return found
    .filter(({ uri, rule }) => uri === `${WORKER}/${path}` || about.test(rule))
    .map(({ rule, message }) => `${rule}: ${format(message)}`);
}

const STREAMER = new Map([
  ['README.md', '# Streamer\n\nAnswers messages, token by token.\n'],
  [
    'src/handler.py',
    [
      'import os',
      'import runpod',
      'from vllm import LLM',
      '',
      'MODEL = os.getenv("MODEL", "Qwen/Qwen2.5-32B-Instruct")',
      'TOKENS = int(os.getenv("MAX_TOKENS", "512"))',
      'LOUD = os.getenv("LOUD", "false").lower() == "true"',
      'BUCKET = os.environ["BUCKET"]',
      'llm = LLM(MODEL)',
      '',
      'def handler(job):',
      '    yield from answer(llm, job["input"]["messages"], job["input"].get("temperature", 0.7))',
      '',
      'if __name__ == "__main__":',
      '    runpod.serverless.start({"handler": handler, "return_aggregate_stream": True})',
      '',
    ].join('\n'),
  ],
  [
    'Dockerfile',
    'FROM runpod/pytorch:2.8.0-py3.11-cuda12.8.1-cudnn-devel-ubuntu22.04\nCOPY src /src\nCMD ["python", "-u", "/src/handler.py"]\n',
  ],
]);

const PLAIN = new Map([
  [
    'handler.py',
    'import runpod\n\ndef handler(job):\n    return {"ok": True}\n\nrunpod.serverless.start({"handler": handler})\n',
  ],
  ['Dockerfile', 'FROM python:3.11-slim\nCOPY handler.py /\nCMD ["python", "-u", "/handler.py"]\n'],
  [
    'README.md',
    `# ![logo](x.png) **Counter** 🚀\n\n[![badge](a)](b)\n\n> quoted\n\n${'Counts words in any text that you give it, '.repeat(12)}and no more.\n`,
  ],
]);

const WORKERS: ReadonlyMap<string, Files> = new Map([
  ...readdirSync(inRoot('examples')).map((name): [string, Files] => [name, readFolder(`examples/${name}`)]),
  ['a streaming worker', STREAMER],
  ['a worker on CPU', PLAIN],
]);

describe('create', () => {
  for (const [name, files] of WORKERS) {
    it(`${name}: hub.json, then tests.json and test_input.json, without a finding`, async () => {
      const bare = without(files, '.runpod/hub.json', '.runpod/tests.json', 'test_input.json');
      // Without a hub.json only a file that starts it makes a folder a worker; a test file does so for no example.
      const hub = await create(bare, 'hub');
      const input = await create(hub.files, 'testInput');
      const tests = await create(input.files, 'tests');
      assert.deepEqual(
        [hub.path, tests.path, input.path],
        ['.runpod/hub.json', '.runpod/tests.json', 'test_input.json'],
      );
      for (const { path } of [hub, tests, input]) assert.deepEqual(await complaints(tests.files, path), [], path);
      const listing = JSON.parse(tests.files.get('.runpod/hub.json') ?? '');
      assert.ok([...listing.description].length <= 191);
    });
  }

  it('takes variables, machine and CUDA from the worker', async () => {
    const { files } = await create(STREAMER, 'hub');
    const { config } = JSON.parse(files.get('.runpod/hub.json') ?? '');
    assert.equal(config.runsOn, 'GPU');
    assert.equal(config.gpuIds, 'AMPERE_80,ADA_80_PRO,BLACKWELL_96,HOPPER_141');
    assert.equal(config.allowedCudaVersions[0], '12.8');
    assert.ok(config.allowedCudaVersions.includes('13.0') && !config.allowedCudaVersions.includes('12.7'));
    assert.deepEqual(
      config.env.map(
        ({ key, input }: { key: string; input: { type: string; default: unknown; required?: boolean } }) => [
          key,
          input.type,
          input.default,
          input.required,
        ],
      ),
      [
        ['MODEL', 'string', 'Qwen/Qwen2.5-32B-Instruct', undefined],
        ['MAX_TOKENS', 'number', 512, undefined],
        ['LOUD', 'boolean', false, undefined],
        ['BUCKET', 'string', undefined, true],
      ],
    );
  });

  it('gives tests the input that is there, what the worker needs, and time to load', async () => {
    const { files } = await create((await create(STREAMER, 'hub')).files, 'tests');
    const tests = JSON.parse(files.get('.runpod/tests.json') ?? '');
    assert.deepEqual(Object.keys(tests.tests[0].input), ['messages', 'temperature']);
    assert.equal(tests.tests[0].timeout, 300_000);
    assert.equal(tests.config.gpuTypeId, 'NVIDIA A100 80GB PCIe');
    assert.deepEqual(tests.config.env, [{ key: 'BUCKET', value: 'test' }]);
  });

  it('finds no GPU where there is no sign of one, and reads a README as people do', async () => {
    const { files } = await create(PLAIN, 'hub');
    const { title, description, config } = JSON.parse(files.get('.runpod/hub.json') ?? '');
    assert.deepEqual(config, { runsOn: 'CPU', containerDiskInGb: 20, cpuFlavor: 'cpu3g-4-16' });
    assert.equal(title, 'Counter');
    assert.match(description, /^Counts words in any text .*…$/);
  });

  it('never overwrites a file', async () => {
    const worker = (await openWorker(WORKERS.get('clean') ?? new Map())).worker(WORKER);
    assert.ok(worker);
    for (const what of ['hub', 'tests', 'testInput', 'migration'] as const) {
      assert.equal(createFor(worker, what).kind, 'refused', what);
    }
  });
});

describe('migrate', () => {
  it('makes the foreign hub.json of examples/ai-cinema one without an error, and names what it dropped', async () => {
    const { path, files, notes } = await create(WORKERS.get('ai-cinema') ?? new Map(), 'migration');
    const session = await openWorker(files, HUB);
    const errors = findingsOf(session.reports()).filter(
      ({ uri, severity }) => uri === `${WORKER}/${path}` && severity === 'error',
    );
    assert.deepEqual(errors, []);
    const hub = JSON.parse(files.get(path) ?? '');
    assert.equal(hub.title, 'ai-cinema');
    assert.equal(hub.category, 'video');
    assert.equal(hub.config.containerDiskInGb, 50);
    assert.match(hub.config.gpuIds, /^ADA_24,AMPERE_80$/);
    assert.deepEqual(
      hub.config.env.map(({ key }: { key: string }) => key),
      ['BUCKET_NAME', 'BUCKET_ENDPOINT_URL'],
    );
    assert.match(notes.join(' '), /version, author, runtime, build, schema/);
  });
});

describe('runpod/create', () => {
  it('answers with an edit that creates the file, then with the file that is there', async (t) => {
    const folder = workerOnDisk(Object.fromEntries(PLAIN), (clean) => t.after(clean));
    const client = await startClient((clean) => t.after(clean), { folders: [folder] });
    await client.connection.sendNotification('initialized', {});
    const ask = <T>(what: string): Promise<T> =>
      client.connection.sendRequest<T>('runpod/create', { what, uri: uriOf(`${folder}/handler.py`) });
    const answer: { kind: string; uri: string; edit: { documentChanges: { kind?: string; uri?: string }[] } } =
      await ask('hub');
    assert.equal(answer.kind, 'created');
    assert.equal(answer.uri, uriOf(`${folder}/.runpod/hub.json`));
    assert.deepEqual(
      answer.edit.documentChanges.map((change) => change.kind ?? 'edit'),
      ['create', 'edit'],
    );
    client.open(`${folder}/.runpod/hub.json`, '{}');
    const refused: { kind: string; uri?: string } = await ask('hub');
    assert.equal(refused.kind, 'refused');
    assert.equal(refused.uri, uriOf(`${folder}/.runpod/hub.json`));
    assert.equal((await ask<{ kind: string }>('nonsense')).kind, 'refused');
    await client.stop();
  });
});

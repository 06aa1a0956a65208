// Every contributed snippet, taken as it comes, gives a worker in which nothing is found: the templates that completion offers
// are among them.

import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { format } from '../server/src/base/message';
import { DEFAULT_SETTINGS } from '../server/src/engine/session';
import { inRoot } from './harness/root';
import { findingsOf, openWorker } from './harness/workers';

interface Snippet {
  readonly prefix: readonly string[];
  readonly body: readonly string[];
}

const ALL: readonly (Snippet & { readonly file: string })[] = readdirSync(inRoot('client/snippets')).flatMap((name) => {
  const found: Record<string, Snippet> = JSON.parse(readFileSync(inRoot(`client/snippets/${name}`), 'utf8'));
  return Object.values(found).map((snippet) => ({ ...snippet, file: name.replace('.json', '') }));
});

/** The text of a snippet as it is when nothing is typed into it: each place holds its default. */
function expand({ body }: Snippet): string {
  let text = body.join('\n');
  const defaults = new Map<string, string>();
  const place = /\$\{(\d+)(?::([^{}]*)|\|([^,|]*)[^|]*\|)?\}/;
  for (let match = place.exec(text); match !== null; match = place.exec(text)) {
    const [whole, number = '', given, chosen] = match;
    const value = given ?? chosen ?? defaults.get(number) ?? '';
    if (!defaults.has(number)) defaults.set(number, value);
    text = text.slice(0, match.index) + value + text.slice(match.index + whole.length);
  }
  return `${text.replaceAll('$0', '').trimEnd()}\n`;
}

function snippet(prefix: string): string {
  const found = ALL.find((candidate) => candidate.prefix.includes(prefix));
  assert.ok(found, `There is no snippet ${prefix}.`);
  return expand(found);
}

function json(prefix: string): Record<string, unknown> {
  return JSON.parse(snippet(prefix));
}

type Files = Readonly<Record<string, string>>;

const HANDLER = snippet('runpod-handler');
const SOUND: Files = {
  'handler.py': HANDLER,
  'requirements.txt': 'runpod>=1.10.1\n',
  Dockerfile: snippet('runpod-dockerfile'),
  'README.md': '# Worker\n',
  'test_input.json': snippet('runpod-input'),
  '.runpod/hub.json': snippet('runpod-hub-cpu'),
  '.runpod/tests.json': snippet('runpod-tests-cpu'),
};
const GPU: Files = {
  ...SOUND,
  Dockerfile: snippet('runpod-dockerfile-cuda'),
  '.runpod/hub.json': snippet('runpod-hub'),
  '.runpod/tests.json': snippet('runpod-tests'),
};
const SERVER = `import uvicorn
from fastapi import FastAPI

app = FastAPI()


@app.get("/ping")
def ping():
    return {"status": "healthy"}


if __name__ == "__main__":
    uvicorn.run(app, host="0.0.0.0", port=80)
`;

function hubWith(config: Readonly<Record<string, unknown>>): Files {
  const { config: usual, ...hub } = json('runpod-hub-cpu');
  return { ...SOUND, '.runpod/hub.json': JSON.stringify({ ...hub, config: { ...Object(usual), ...config } }) };
}

/** The worker reads what the variable is, since the Hub should not offer what nothing reads. */
function withVariable(prefix: string): Files {
  const entry = json(prefix);
  const { key } = entry;
  const handler = HANDLER.replace('import runpod\n', `import os\n\nimport runpod\n\nVALUE = os.getenv("${key}")\n`);
  return { ...hubWith({ env: [entry] }), 'handler.py': handler };
}

function testsWith(part: Readonly<Record<string, unknown>>): string {
  return JSON.stringify({ ...json('runpod-tests-cpu'), ...part });
}

/** The worker in which each snippet is tried. */
const WORKERS: Readonly<Record<string, () => Files>> = {
  'runpod-handler': () => SOUND,
  'runpod-handler-async': () => ({ ...SOUND, 'handler.py': snippet('runpod-handler-async') }),
  'runpod-handler-stream': () => ({ ...SOUND, 'handler.py': snippet('runpod-handler-stream') }),
  'runpod-start': () => validated(),
  'runpod-schema': () => validated(),
  'runpod-logger': () => logged(''),
  'runpod-log': () => logged(`    ${snippet('runpod-log')}`),
  'runpod-dockerfile': () => SOUND,
  'runpod-dockerfile-cuda': () => GPU,
  'runpod-input': () => SOUND,
  'runpod-hub': () => GPU,
  'runpod-hub-cpu': () => SOUND,
  'runpod-hub-lb': () => ({
    ...GPU,
    'handler.py': SERVER,
    'requirements.txt': 'fastapi\nuvicorn\n',
    '.runpod/hub.json': snippet('runpod-hub-lb'),
  }),
  'runpod-config-gpu': () => ({ ...hubWith(json('runpod-config-gpu')), '.runpod/hub.json': gpuHub() }),
  'runpod-config-cpu': () => hubWith(json('runpod-config-cpu')),
  'runpod-env-text': () => withVariable('runpod-env-text'),
  'runpod-env-choice': () => withVariable('runpod-env-choice'),
  'runpod-env-number': () => withVariable('runpod-env-number'),
  'runpod-env-switch': () => withVariable('runpod-env-switch'),
  'runpod-env-huggingface': () => withVariable('runpod-env-huggingface'),
  'runpod-env-value': () => withVariable('runpod-env-value'),
  'runpod-option': () => {
    const { input, ...entry } = json('runpod-env-choice');
    const env = [{ ...entry, input: { ...Object(input), options: [json('runpod-option')] } }];
    return { ...withVariable('runpod-env-choice'), ...hubOnly({ env }) };
  },
  'runpod-preset': () => ({
    ...withVariable('runpod-env-text'),
    ...hubOnly({ env: [json('runpod-env-text')], presets: [json('runpod-preset')] }),
  }),
  'runpod-test': () => ({ ...SOUND, '.runpod/tests.json': testsWith({ tests: [json('runpod-test')] }) }),
  'runpod-tests': () => GPU,
  'runpod-tests-cpu': () => SOUND,
  'runpod-tests-config-gpu': () => ({
    ...GPU,
    '.runpod/tests.json': testsWith({ config: json('runpod-tests-config-gpu') }),
  }),
  'runpod-tests-config-cpu': () => ({
    ...SOUND,
    '.runpod/tests.json': testsWith({ config: json('runpod-tests-config-cpu') }),
  }),
};

function gpuHub(): string {
  return JSON.stringify({ ...json('runpod-hub'), config: json('runpod-config-gpu') });
}

function hubOnly(config: Readonly<Record<string, unknown>>): Files {
  return { '.runpod/hub.json': hubWith(config)['.runpod/hub.json'] ?? '' };
}

function validated(): Files {
  const handler = 'def handler(job):\n    return checked_input(job)\n';
  const text = ['import runpod', snippet('runpod-schema'), handler, snippet('runpod-start')];
  return { ...SOUND, 'handler.py': text.join('\n\n') };
}

/** `line`: what the handler begins with. */
function logged(line: string): Files {
  const handler = HANDLER.replace('import runpod\n', `import runpod\n\n${snippet('runpod-logger')}`);
  return { ...SOUND, 'handler.py': handler.replace('def handler(job):\n', `def handler(job):\n${line}`) };
}

async function complaints(files: Files): Promise<readonly string[]> {
  const session = await openWorker(new Map(Object.entries(files)), DEFAULT_SETTINGS);
  return findingsOf(session.reports()).map(({ rule, message }) => `${rule}: ${format(message)}`);
}

describe('snippets', () => {
  it('each has its worker, and no two have one prefix', () => {
    const prefixes = ALL.flatMap(({ prefix }) => prefix);
    assert.deepEqual(prefixes, [...new Set(prefixes)]);
    assert.deepEqual(ALL.map(({ prefix }) => prefix[0]).sort(), Object.keys(WORKERS).sort());
  });

  for (const [prefix, files] of Object.entries(WORKERS)) {
    it(`${prefix} gives a worker without a fault`, async () => {
      assert.doesNotMatch(snippet(prefix), /\$\{|\$\d/);
      const found = files();
      for (const [path, text] of Object.entries(found)) if (path.endsWith('.json')) JSON.parse(text);
      assert.deepEqual(await complaints(found), []);
    });
  }

  it('a fault would be noticed', async () => {
    const hub = snippet('runpod-hub').replace('ADA_24', 'RTX A4000');
    assert.notDeepEqual(await complaints({ ...GPU, '.runpod/hub.json': hub }), []);
  });
});

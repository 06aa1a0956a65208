// The environment model: which variables are read, with which fallback, and how sure it is.

// biome-ignore-all lint/suspicious/noTemplateCurlyInString: what a shell reads

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Environment } from '../server/src/model/environment/environment';
import { variablesToOffer } from '../server/src/model/hub/listing';
import { openWorker, WORKER } from './harness/workers';

const START = `
def handler(job):
    return run(job["input"])

import runpod
runpod.serverless.start({"handler": handler})
`;

async function environment(code: string, others: Readonly<Record<string, string>> = {}): Promise<Environment> {
  const session = await openWorker(new Map(Object.entries({ 'handler.py': code + START, ...others })));
  const found = session.worker(WORKER)?.inputs.environment;
  assert.ok(found);
  return found;
}

/** `NAME` with `=fallback`, `=?` for one that is no literal, and `!` where the worker fails without it. */
async function reads(code: string, others?: Readonly<Record<string, string>>): Promise<readonly string[]> {
  const found = await environment(code, others);
  return found.reads.map(({ name, fallback, required }) => {
    const value = fallback === undefined ? '' : fallback.known ? `=${fallback.value}` : '=?';
    return `${name}${value}${required ? '!' : ''}`;
  });
}

const CLOSED = { Dockerfile: 'FROM python:3.11-slim\nCOPY . /\nCMD ["python", "-u", "/handler.py"]\n' };

describe('variables in Python', () => {
  it('reads them in each way that os offers', async () => {
    const code = [
      'import os',
      'a = os.environ["A"]',
      'b = os.environ.get("B", "1")',
      'c = os.getenv("C")',
      'd = os.environ.pop("D", None)',
      'e = os.environ.setdefault("E", "5")',
      'f = "F" in os.environ',
    ];
    assert.deepEqual(await reads(code.join('\n')), ['A!', 'B=1', 'C', 'D', 'E=5', 'F=?']);
  });

  it('reads them under every name of the environment', async () => {
    const code = [
      'import os as system',
      'from os import environ, environ as env, getenv, getenv as read',
      'look = system.environ.get',
      'a = environ["A"]',
      'b = env.get("B")',
      'c = getenv("C")',
      'd = read("D", "4")',
      'e = look("E")',
      'f = system.environ["F"]',
    ];
    assert.deepEqual(await reads(code.join('\n')), ['A!', 'B', 'C', 'D=4', 'E', 'F!']);
  });

  it('takes what stands in for a missing one for a fallback, whatever it is', async () => {
    const code = [
      'import os',
      'a = os.getenv("A") or "1"',
      'b = os.getenv("B", os.getenv("C", "3"))',
      'if os.getenv("D"): pass',
      'e = os.getenv("E")',
      'f = os.getenv("F") == "yes"',
      'g = int(os.getenv("G", 7))',
      'if e: print(e)',
    ];
    assert.deepEqual(await reads(code.join('\n')), ['A=1', 'B=?', 'C=3', 'D=?', 'E=?', 'F=?', 'G=7']);
  });

  it('says which the worker fails without', async () => {
    const code = [
      'import os',
      'a = int(os.getenv("A"))',
      'b = os.getenv("B").split(",")',
      'c = os.getenv("C")',
      'if c is None or c == "":',
      '    raise ValueError("C")',
      'if os.path.exists("x"):',
      '    d = os.environ["D"]',
      'try:',
      '    e = os.environ["E"]',
      'except KeyError:',
      '    e = "5"',
      'def unused():',
      '    return os.environ["F"]',
      'def run(values):',
      '    return os.environ["G"]',
    ];
    assert.deepEqual(await reads(code.join('\n')), ['A!', 'B!', 'C!', 'D', 'E=?', 'F', 'G!']);
  });

  it('follows helpers, helpers of helpers, loops and constants', async () => {
    const code = [
      'import os',
      'def env(name, default=None):',
      '    return os.getenv(name, default)',
      'def env_int(name, default):',
      '    return int(env(name, default))',
      'def need(name):',
      '    return os.environ[name]',
      'A = "A_NAME"',
      'a = env(A)',
      'b = env("B", "2")',
      'c = env_int("C", 3)',
      'd = need("D")',
      'for key in ["E", "F"]:',
      '    print(os.environ.get(key))',
    ];
    const found = await environment(code.join('\n'), CLOSED);
    assert.deepEqual(
      found.reads.map(({ name, fallback }) => [name, fallback?.known ? fallback.value : fallback]),
      [
        ['A_NAME', undefined],
        ['B', '2'],
        ['C', '3'],
        ['D', undefined],
        ['E', undefined],
        ['F', undefined],
      ],
    );
    assert.equal(found.whole, true);
  });

  it('reads through decouple, environs and settings classes', async () => {
    const code = [
      'from decouple import config',
      'from environs import Env',
      'from pydantic import Field',
      'from pydantic_settings import BaseSettings',
      'env = Env()',
      'a = config("A", default=1, cast=int)',
      'b = env.int("B", 2)',
      'c = env("C")',
      'class Settings(BaseSettings):',
      '    d: str = "4"',
      '    e: str',
      '    f: str = Field("6", alias="F_NAME")',
      '    class Config:',
      '        env_prefix = "app_"',
    ];
    assert.deepEqual(await reads(code.join('\n')), ['A=1', 'B=2', 'C!', 'APP_D=4', 'APP_E', 'F_NAME=6']);
  });

  it('tells the type where something is made of the text', async () => {
    const code = [
      'import os',
      'a = int(os.getenv("A", "4"))',
      'b = float(os.getenv("B", "0.5"))',
      'c = os.getenv("C", "False").lower() == "true"',
      'd = os.getenv("D", "0") in ("1", "true")',
      'e = os.getenv("E", "text")',
      'f = os.getenv("F", "8")',
      `g = os.getenv("G", "hf_${'Zk8vTq2mWp4xRn6bYd3fGh7jLc9sAv1u'}")`,
    ];
    const offered = variablesToOffer(await environment(code.join('\n')));
    assert.deepEqual(
      offered.map(({ name, type, default: initial, words }) => [name, type, initial, words?.trueValue]),
      [
        ['A', 'number', 4, undefined],
        ['B', 'number', 0.5, undefined],
        ['C', 'boolean', false, 'True'],
        ['D', 'boolean', false, '1'],
        ['E', 'string', 'text', undefined],
        ['F', 'number', 8, undefined],
        ['G', 'string', undefined, undefined],
      ],
    );
  });

  it('knows what the code, the image and a script set', async () => {
    const code =
      'import os\nos.environ["A"] = "1"\nos.environ.update({"B": "2"}, C="3")\nos.environ.setdefault("D", "4")';
    const files = {
      Dockerfile: 'FROM python:3.11-slim\nENV E=5 F=$UNKNOWN\nCOPY . /\nCMD ["bash", "/start.sh"]\n',
      'start.sh': 'export G=7\npython -u /handler.py\n',
    };
    const { set, setWhole } = await environment(code, files);
    const shown = [...set].map(([name, { value }]) => [name, value.known ? value.value : '?'].join('='));
    assert.deepEqual(shown.sort(), ['A=1', 'B=2', 'C=3', 'D=4', 'E=5', 'F=?', 'G=7']);
    assert.equal(setWhole, true);
    assert.equal((await environment('from dotenv import load_dotenv\nload_dotenv()')).setWhole, false);
  });

  it('is whole only where everything that may read was read', async () => {
    const whole = async (code: string, files: Readonly<Record<string, string>> = CLOSED) =>
      (await environment(code, files)).whole;
    assert.equal(await whole('import os\na = os.getenv("A")'), true);
    assert.equal(await whole('import os\na = os.getenv("A" + SUFFIX)'), false);
    assert.equal(await whole('import os\na = {**os.environ}'), false);
    assert.equal(await whole('import os\nrun(env=os.environ)'), false);
    assert.equal(await whole('import subprocess\nsubprocess.run(["ffmpeg", "-i", "x"])'), true);
    assert.equal(await whole('import subprocess\nsubprocess.run(["./server"])'), false);
    assert.equal(await whole('import dynaconf'), false);
    assert.equal(await whole('', {}), false);
    assert.equal(await whole('', { ...CLOSED, 'server.js': 'process.env.A' }), false);
    assert.equal(
      await whole('', { Dockerfile: CLOSED.Dockerfile.replace('python:3.11-slim', 'someone/image:1') }),
      false,
    );
    assert.equal(
      await whole('', { Dockerfile: CLOSED.Dockerfile.replace('COPY', 'RUN git clone https://example.com/x\nCOPY') }),
      false,
    );
  });

  it('says the same after an edit as for a text that is new', async () => {
    const before = 'import os\nA = os.getenv("A")\ndef need(name):\n    return os.environ[name]\nb = need("B")\n';
    const after = before.replace('"A"', '"A2"').replace('need("B")', 'need("B2")');
    const session = await openWorker(new Map([['handler.py', before + START]]));
    session.reports();
    session.put(`${WORKER}/handler.py`, after + START);
    const edited = session.worker(WORKER)?.inputs.environment;
    assert.deepEqual(edited, await environment(after));
    assert.deepEqual(
      edited?.reads.map(({ name }) => name),
      ['A2', 'B2'],
    );
  });
});

describe('variables in shell and Dockerfile', () => {
  it('reads those of scripts and of the command', async () => {
    const files = {
      Dockerfile: 'FROM python:3.11-slim\nCOPY . /\nCMD bash /start.sh ${PORT_NAME:-web} $MODE\n',
      'start.sh': '#!/bin/bash\necho "$GREETING ${NAME:-nobody}"\npython -u /handler.py\n',
    };
    const found = (await environment('', files)).reads;
    assert.deepEqual(
      found.map(({ name, from, fallback }) => [name, from, fallback?.known ? fallback.value : fallback !== undefined]),
      [
        ['GREETING', 'shell', false],
        ['NAME', 'shell', true],
        ['PORT_NAME', 'docker', 'web'],
        ['MODE', 'docker', false],
      ],
    );
  });
});

describe('a variable that nothing is seen to read', () => {
  const outcome = async (dockerfile: string) => {
    const hub = { config: { env: [{ key: 'STEPS', input: { name: 'Steps', type: 'number', default: 4 } }] } };
    const files = { 'handler.py': START, Dockerfile: dockerfile, '.runpod/hub.json': JSON.stringify(hub) };
    const [report] = (await openWorker(new Map(Object.entries(files)))).reports();
    return report?.outcomes.find(({ meta }) => meta.id === 'hub-env-unread')?.state;
  };

  it('is found where all of the image is known', async () => {
    assert.equal(await outcome(CLOSED.Dockerfile), 'failed');
  });

  it('is no question where the image may read it: the verdict does not wait for an answer that nobody has', async () => {
    assert.equal(
      await outcome('FROM somebody/worker:1\nCOPY . /\nCMD ["python", "-u", "/handler.py"]\n'),
      'inapplicable',
    );
    assert.equal(await outcome('FROM python:3.11-slim\nRUN git clone https://example.org/x /x\n'), 'inapplicable');
  });
});

// What kind of worker a directory holds, in the styles that people really use, and that rules about handlers leave those
// alone that have none.

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { WITHOUT_HANDLER, type WorkerKind } from '../server/src/model/kind';
import { RULES } from '../server/src/rules/index';
import type { RuleMeta } from '../server/src/rules/rule';
import { findingsOf, openWorker } from './harness/workers';

const START = 'import runpod\n\n\ndef handler(job):\n    return {"echo": str(job["input"])}\n\n\n';
const GUARDED = 'if __name__ == "__main__":\n    runpod.serverless.start({"handler": handler})\n';
const HUB = (config: string): string =>
  `{"title": "A", "description": "B", "type": "serverless", "category": "language", "config": {${config}}}`;

const WORKERS: readonly (readonly [name: string, kind: WorkerKind, files: Readonly<Record<string, string>>])[] = [
  ['a handler', 'queue', { 'handler.py': START + GUARDED }],
  [
    'a handler that yields',
    'streaming',
    { 'handler.py': `import runpod\n\n\ndef handler(job):\n    yield str(job["input"])\n\n\n${GUARDED}` },
  ],
  [
    'several jobs at once',
    'concurrent',
    {
      'handler.py': `import runpod\n\n\nasync def handler(job):\n    return str(job["input"])\n\n\nif __name__ == "__main__":\n    runpod.serverless.start({"handler": handler, "concurrency_modifier": lambda current: 4})\n`,
    },
  ],
  [
    'two modes by the environment',
    'dual-mode',
    {
      'handler.py': `import os\n${START}if os.environ.get("MODE_TO_RUN", "serverless") == "pod":\n    print(handler({"id": "1", "input": {}}))\nelse:\n    runpod.serverless.start({"handler": handler})\n`,
    },
  ],
  [
    'FastAPI',
    'load-balancer',
    {
      'app.py': 'from fastapi import FastAPI\n\napp = FastAPI()\n\n\n@app.get("/ping")\ndef ping():\n    return {}\n',
      '.runpod/hub.json': HUB('"runsOn": "CPU"'),
    },
  ],
  [
    'Flask under the name handler.py',
    'load-balancer',
    { 'handler.py': 'from flask import Flask\n\napp = Flask(__name__)\n', '.runpod/hub.json': HUB('"runsOn": "CPU"') },
  ],
  [
    'aiohttp',
    'load-balancer',
    {
      'server.py': 'import aiohttp.web\n\napp = aiohttp.web.Application()\n',
      '.runpod/hub.json': HUB('"runsOn": "CPU"'),
    },
  ],
  [
    'Node, by hub.json',
    'load-balancer',
    { 'server.js': 'require("express")', '.runpod/hub.json': HUB('"runsOn": "CPU", "endpointType": "LB"') },
  ],
  [
    'Node, by its command',
    'load-balancer',
    {
      'server.js': 'require("express")',
      Dockerfile: 'FROM node:20\nCMD ["node", "server.js"]\n',
      '.runpod/hub.json': HUB('"runsOn": "CPU"'),
    },
  ],
  ['Flash', 'flash', { 'main.py': 'from runpod_flash import Endpoint\n', '.runpod/hub.json': HUB('"runsOn": "CPU"') }],
  [
    'the handler lives in the base image',
    'base-image',
    { Dockerfile: 'FROM runpod/worker-comfyui:5.8.5-base\n', '.runpod/hub.json': HUB('"runsOn": "GPU"') },
  ],
  [
    'a pod',
    'pod',
    {
      Dockerfile: 'FROM runpod/pytorch:2.1.0-py3.10\nCMD ["sleep", "infinity"]\n',
      '.runpod/hub.json': HUB('"runsOn": "GPU"'),
    },
  ],
  ['nothing to tell by', 'unknown', { 'README.md': '# A', '.runpod/hub.json': HUB('"runsOn": "GPU"') }],
];

describe('worker kinds', () => {
  for (const [name, kind, files] of WORKERS) {
    it(`${name}: ${kind}`, async () => {
      const session = await openWorker(new Map(Object.entries(files)));
      const [report] = session.reports();
      assert.equal(report?.kind, kind);
    });
  }

  it('rules about a handler are inapplicable where there is none', async () => {
    const isNotFor = (meta: RuleMeta): boolean => [...WITHOUT_HANDLER].every((kind) => meta.notFor?.has(kind));
    const about = RULES.filter(({ meta, reads }) => isNotFor(meta) || reads.some((read) => /^handlers!?$/.test(read)));
    assert.ok(about.length > 20);
    const ids = new Set(about.map(({ meta }) => meta.id));
    for (const [name, kind, files] of WORKERS) {
      if (!WITHOUT_HANDLER.has(kind)) continue;
      const [report] = (await openWorker(new Map(Object.entries(files)))).reports();
      const judged = report?.outcomes.filter(
        ({ meta, state }) => ids.has(meta.id) && state !== 'inapplicable' && state !== 'off',
      );
      assert.deepEqual(
        judged?.map(({ meta }) => meta.id),
        [],
        name,
      );
    }
  });

  it('a launcher that starts a script that starts the handler is a queue worker, and is started', async () => {
    const files = {
      'main.py':
        'import sys\n\nsys.path.append("src")\nfrom worker import run\n\nif __name__ == "__main__":\n    run()\n',
      'src/worker.py': `${START}def run():\n    runpod.serverless.start({"handler": handler})\n`,
      Dockerfile: 'FROM python:3.11-slim\nRUN pip install runpod\nCOPY . /\nCMD ["python", "-u", "/main.py"]\n',
    };
    const reports = (await openWorker(new Map(Object.entries(files)))).reports();
    assert.equal(reports[0]?.kind, 'queue');
    assert.deepEqual(
      findingsOf(reports).filter(({ severity }) => severity === 'error'),
      [],
    );
  });
});

/** The shapes in which the documentation shows workers, written for this test. */
const DOCUMENTED: Readonly<Record<string, string>> = {
  basic: `import runpod


def handler(job):
    job_input = job["input"]
    name = job_input.get("name", "World")
    return f"Hello, {name}!"


runpod.serverless.start({"handler": handler})
`,
  streaming: `import runpod


def streaming_handler(job):
    for count in range(10):
        result = f"This is the {count} generated output."
        yield result


runpod.serverless.start({"handler": streaming_handler, "return_aggregate_stream": True})
`,
  async: `import asyncio

import runpod


async def async_handler(job):
    for i in range(5):
        output = f"Generated async token output {i}"
        yield output
        await asyncio.sleep(1)


runpod.serverless.start({"handler": async_handler, "return_aggregate_stream": True})
`,
  concurrent: `import asyncio
import random

import runpod

request_rate = 0


async def process_request(job):
    delay = job["input"].get("delay", 1)
    await asyncio.sleep(delay)
    return f"Processed: {job['input']}"


def adjust_concurrency(current_concurrency):
    global request_rate
    request_rate = random.randint(20, 100)
    if request_rate > 50 and current_concurrency < 10:
        return current_concurrency + 1
    if request_rate <= 50 and current_concurrency > 1:
        return current_concurrency - 1
    return current_concurrency


if __name__ == "__main__":
    runpod.serverless.start({"handler": process_request, "concurrency_modifier": adjust_concurrency})
`,
  refresh: `import time

import runpod


def sync_handler(job):
    job_input = job["input"]
    results = []
    for i in range(3):
        time.sleep(0.1)
        results.append(f"{job_input} {i}")
    return {"refresh_worker": True, "job_results": results}


runpod.serverless.start({"handler": sync_handler})
`,
  errors: `import runpod


def handler(job):
    job_input = job["input"]
    if not job_input.get("seed", False):
        return {"error": "Input is missing the 'seed' key. Please include a seed."}
    return "Input validation successful."


runpod.serverless.start({"handler": handler})
`,
  validation: `import runpod
from runpod.serverless.utils.rp_validator import validate

schema = {
    "text": {"type": str, "required": True},
    "max_length": {"type": int, "required": False, "default": 100},
}


def handler(event):
    validated = validate(event["input"], schema)
    if "errors" in validated:
        return {"error": validated["errors"]}
    text = validated["validated_input"]["text"]
    return {"output_text": text[: validated["validated_input"]["max_length"]]}


runpod.serverless.start({"handler": handler})
`,
  'dual-mode': `import asyncio
import os

import runpod

mode_to_run = os.getenv("MODE_TO_RUN", "pod")


async def handler(event):
    prompt = event["input"].get("prompt", "")
    return {"text": prompt}


if mode_to_run == "pod":

    async def main():
        print(await handler({"input": {"prompt": "Hello World"}}))

    asyncio.run(main())
else:
    runpod.serverless.start({"handler": handler, "concurrency_modifier": lambda current: 1})
`,
};

describe('workers as the documentation shows them', () => {
  for (const [name, text] of Object.entries(DOCUMENTED)) {
    it(`${name}: nothing above information`, async () => {
      const reports = (await openWorker(new Map([['handler.py', text]]))).reports();
      const grave = findingsOf(reports).filter(({ severity }) => severity === 'error' || severity === 'warning');
      assert.deepEqual(
        grave.map(({ rule, severity }) => `${rule} ${severity}`),
        [],
      );
    });
  }
});

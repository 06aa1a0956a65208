// hub.json and tests.json that are broken in each way that people break them: one clear finding at the right place, all
// that is still readable is still checked, and nothing is said that only the break has made up.

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { crashesOf, findingsOf, openWorker, uriOf } from './harness/workers';

const HUB_PATH = '.runpod/hub.json';
const TESTS_PATH = '.runpod/tests.json';

/** One fault near the top, one in the middle and one near the end. */
const HUB = `{
  "title": "Echo",
  "description": "Says it again",
  "type": "serverless",
  "category": "langage",
  "config": {
    "runsOn": "GPU",
    "containerDiskInGb": 20,
    "gpuCount": 1,
    "gpuIds": "ADA_24,ADA_48",
    "env": [
      { "key": "STEPS", "input": { "name": "Steps", "type": "number", "default": "4" } }
    ]
  }
}
`;

const TESTS = `{
  "tests": [
    { "name": "one", "input": { "prompt": "a" }, "timeout": 30 },
    { "name": "two", "input": { "prompt": "b" }, "timeout": 60000 }
  ],
  "config": { "gpuTypeId": "ADA_24", "gpuCount": 1 }
}
`;

const FAULTS = ['hub-category-unknown', 'hub-gpu-unknown', 'hub-env-default-invalid'];
const SYNTAX = ['hub-json-invalid', 'tests-json-invalid'];

interface Said {
  readonly rule: string;
  readonly start: number;
  readonly text: string;
}

async function said(path: string, text: string): Promise<readonly Said[]> {
  const files = new Map([
    ['Dockerfile', 'FROM python:3.11-slim\n'],
    ['handler.py', 'import runpod\n\ndef handler(job):\n    return job["input"]\n'],
    [HUB_PATH, HUB],
    ['README.md', '# Echo\n'],
    [TESTS_PATH, TESTS],
    [path, text],
  ]);
  const reports = (await openWorker(files)).reports();
  assert.deepEqual(crashesOf(reports), []);
  return findingsOf(reports)
    .filter(({ uri }) => uri === uriOf(path))
    .map(({ rule, span }) => {
      assert.ok(0 <= span.start && span.start <= span.end && span.end <= text.length, rule);
      return { rule, start: span.start, text: text.slice(span.start, span.end) };
    });
}

/** What is said of the syntax, and which of the planted faults are still found. */
async function broken(text: string): Promise<{ syntax: readonly string[]; faults: readonly string[] }> {
  const found = await said(HUB_PATH, text);
  return {
    syntax: found.filter(({ rule }) => SYNTAX.includes(rule)).map((one) => one.text),
    faults: FAULTS.filter((rule) => found.some((one) => one.rule === rule)),
  };
}

describe('broken JSON', () => {
  it('the file as it is has the planted faults and no other', async () => {
    assert.deepEqual((await said(HUB_PATH, HUB)).map(({ rule }) => rule).sort(), [...FAULTS].sort());
  });

  it('a comment', async () => {
    for (const comment of ['// the kind', '/* the kind */', '/* the\n kind */']) {
      const text = HUB.replace('"serverless",', `"serverless", ${comment}`);
      assert.deepEqual(await broken(text), { syntax: [comment], faults: FAULTS });
    }
  });

  it('a trailing comma', async () => {
    assert.deepEqual(await broken(HUB.replace('"4" }', '"4", }')), { syntax: [','], faults: FAULTS });
    assert.deepEqual(await broken(HUB.replace('} }\n    ]', '} },\n    ]')), { syntax: [','], faults: FAULTS });
  });

  it('a missing comma', async () => {
    assert.deepEqual(await broken(HUB.replace('"serverless",', '"serverless"')), {
      syntax: ['"category"'],
      faults: FAULTS,
    });
  });

  it('two roots', async () => {
    assert.deepEqual(await broken(`${HUB}{ "title": "Two" }\n`), { syntax: ['{'], faults: FAULTS });
    assert.deepEqual(await broken(`${HUB}]\n`), { syntax: [']'], faults: FAULTS });
  });

  it('10,000 nested brackets', async () => {
    const deep = HUB.replace('"4"', '['.repeat(10_000));
    const { syntax, faults } = await broken(deep);
    assert.equal(syntax.length, 1);
    assert.deepEqual(faults, FAULTS);
    assert.deepEqual((await broken('['.repeat(10_000))).syntax.length, 1);
    assert.deepEqual((await broken('{"a":'.repeat(10_000))).syntax.length, 1);
    const inTests = await said(TESTS_PATH, TESTS.replace('"a"', `${'['.repeat(10_000)}${']'.repeat(10_000)}`));
    assert.deepEqual(
      inTests.map(({ rule }) => rule),
      ['tests-json-invalid'],
    );
  });

  it('a byte order mark', async () => {
    assert.deepEqual(await broken(`\ufeff${HUB}`), { syntax: ['\ufeff'], faults: FAULTS });
  });

  it('line ends of Windows are no fault, and move nothing', async () => {
    const text = HUB.replaceAll('\n', '\r\n');
    const found = await said(HUB_PATH, text);
    assert.deepEqual(found.map((one) => [one.rule, one.text]).sort(), [
      ['hub-category-unknown', '"langage"'],
      ['hub-env-default-invalid', '"4"'],
      ['hub-gpu-unknown', 'ADA_48'],
    ]);
  });

  it('a key twice', async () => {
    const text = HUB.replace('"type":', '"type": "serverless",\n  "type":');
    assert.deepEqual(await broken(text), { syntax: ['"type"'], faults: FAULTS });
  });

  it('what JSON does not know', async () => {
    for (const word of ['None', 'undefined', "'GPU'", 'GPU', 'True', '.5', 'NaN']) {
      const { syntax, faults } = await broken(HUB.replace('"GPU"', word));
      assert.equal(syntax.length, 1, word);
      assert.ok(faults.includes('hub-category-unknown'), word);
    }
  });

  for (const [path, text] of [
    [HUB_PATH, HUB],
    [TESTS_PATH, TESTS],
  ] as const) {
    it(`${path} cut anywhere: one finding of the syntax, and none that the whole file has not`, async () => {
      const whole = new Set((await said(path, text)).map(({ rule, start }) => `${rule} ${start}`));
      for (let end = 0; end < text.trimEnd().length; end++) {
        const found = await said(path, text.slice(0, end));
        const [syntax, others] = [true, false].map((is) => found.filter(({ rule }) => SYNTAX.includes(rule) === is));
        assert.equal(syntax?.length, 1, `${end}: ${JSON.stringify(text.slice(Math.max(0, end - 30), end))}`);
        const invented = others?.filter(({ rule, start }) => !whole.has(`${rule} ${start}`));
        assert.deepEqual(invented, [], JSON.stringify(text.slice(0, end)));
      }
    });
  }

  it('a file of 230 KB full of base64 costs little', async () => {
    const picture = 'iVBORw0KGgo'.repeat(2300);
    const tests = Array.from({ length: 9 }, (_, index) => ({
      name: `t${index}`,
      input: { image: picture },
      timeout: 60,
    }));
    const text = JSON.stringify({ tests, config: { gpuTypeId: 'ADA_24' } }, null, 2);
    assert.ok(text.length > 225_000);
    const found = await said(TESTS_PATH, text);
    assert.equal(found.filter(({ rule }) => rule === 'test-timeout-unit').length, 9);
    const session = await openWorker(
      new Map([
        [HUB_PATH, HUB],
        [TESTS_PATH, text],
      ]),
    );
    session.reports();
    const times: number[] = [];
    for (let round = 0; round < 5; round++) {
      session.put(uriOf(TESTS_PATH), `${text}${' '.repeat(round + 1)}`);
      const from = process.cpuUsage();
      session.reports();
      const { user, system } = process.cpuUsage(from);
      times.push((user + system) / 1000);
    }
    assert.ok(Math.min(...times) < 50, `${times.map((time) => time.toFixed(1))} ms`);
  });
});

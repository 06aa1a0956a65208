// "Why does the Hub not see my repository?": the command on real repositories, in both languages, and each cause by itself.
// UPDATE_EXAMPLES=1 rewrites the kept texts, to be reviewed as a diff.

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import * as fs from 'node:fs';
import { mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { describe, it, test } from 'node:test';
import * as git from 'isomorphic-git';
import { type Check, type Diagnosis, diagnose } from '../server/src/features/diagnosis';
import { GIT, readGitFence } from './harness/repository';
import { inRoot } from './harness/root';
import { openWorker, readFolder, uriOf, WORKER } from './harness/workers';
import { repositoryFolder } from './repository-folder';

const CLI = inRoot('dist/cli.js');
const LANGUAGES = ['en', 'pl'] as const;

function run(cwd: string, ...args: readonly string[]) {
  return spawnSync(process.execPath, [CLI, 'diagnose', ...args], { cwd, encoding: 'utf8' });
}

/** The situation that the product began with: everything in place, releases made, and a hub.json of another format. */
async function aiCinema(after: (clean: () => void) => void): Promise<string> {
  const { dir, write, commit, tag } = await repositoryFolder(after);
  write(Object.fromEntries(readFolder('examples/ai-cinema')));
  await commit();
  await git.addRemote({
    fs,
    dir,
    remote: 'origin',
    url: 'https://somebody:ghp_0123456789@github.com/somebody/ai-cinema-test-1.git',
  });
  for (const name of ['v1.0.0', 'v1.0.1', 'v1.0.2']) {
    write({ 'README.md': `# AI Cinema ${name}\n` });
    await commit();
    await tag(name);
  }
  return dir;
}

for (const language of LANGUAGES) {
  test(`the format of hub.json is named as the cause, and the theories are answered: ${language}`, async (t) => {
    const dir = await aiCinema((clean) => t.after(clean));
    const { status, stdout: written, stderr } = run(dir, '--lang', language);
    const stdout = written.replace(basename(dir), 'ai-cinema');
    assert.equal(stderr, '');
    assert.equal(status, 1);
    const kept = inRoot(`test/diagnoses/ai-cinema.${language}.txt`);
    const { UPDATE_EXAMPLES } = process.env;
    if (UPDATE_EXAMPLES) writeFileSync(kept, stdout);
    assert.equal(stdout, readFileSync(kept, 'utf8'));
    assert.doesNotMatch(stdout, /ghp_/);
  });
}

test('of a folder that is no worker it says what is missing first', (t) => {
  const dir = realpathSync(mkdtempSync(join(tmpdir(), 'diagnose-')));
  t.after(() => rmSync(dir, { recursive: true, force: true }));
  writeFileSync(join(dir, 'README.md'), '# Nothing yet\n');
  const { status, stdout } = run(dir);
  assert.equal(status, 1);
  assert.match(stdout, /1 cause found\n {2}1\. Is there a hub\.json where the Hub looks\?/);
});

test('a repository without a fault: no cause, and what to look at instead', async (t) => {
  const { dir, write, commit, tag } = await repositoryFolder((clean) => t.after(clean));
  write(Object.fromEntries(GOOD));
  await commit();
  await tag('v1.0');
  const { status, stdout } = run(tmpdir(), dir);
  assert.match(stdout, /No cause found\n {2}Nothing that can be seen from here explains it\./);
  assert.equal(status, 0);
});

test('bad input is one line and exit code 2', () => {
  for (const args of [['no-such-folder'], ['package.json'], ['--lang', 'xx'], ['.', 'examples'], ['--fix']]) {
    const { status, stdout, stderr } = run(inRoot('.'), ...args);
    assert.equal(status, 2, args.join(' '));
    assert.equal(stdout, '');
    assert.match(stderr, /^runpod-compliance: [^\n]+\n$/);
  }
});

const HANDLER =
  'import runpod\n\n\ndef handler(job):\n    return job["input"]\n\n\nrunpod.serverless.start({"handler": handler})\n';
const HUB = JSON.stringify({
  title: 'Scene renderer',
  description: 'Renders scenes',
  type: 'serverless',
  category: 'video',
  config: { runsOn: 'GPU', containerDiskInGb: 20, gpuCount: 1, gpuIds: 'ADA_24' },
});
const GOOD: readonly [string, string][] = [
  ['.runpod/hub.json', HUB],
  [
    '.runpod/tests.json',
    JSON.stringify({
      tests: [{ name: 'One', input: { text: 'x' } }],
      config: { gpuTypeId: 'NVIDIA GeForce RTX 4090' },
    }),
  ],
  ['handler.py', HANDLER],
  [
    'Dockerfile',
    'FROM python:3.11-slim\nCOPY handler.py /\nRUN pip install runpod==1.7.13\nCMD ["python", "-u", "/handler.py"]\n',
  ],
  ['README.md', '# Scene renderer\n'],
];
const REMOTE = 'remote origin https://github.com/me/scene-renderer\ntag v1.0\n';

/** The good worker, with some files changed; undefined takes one away. */
async function diagnosisOf(
  gitFacts: string,
  changes: Readonly<Record<string, string | undefined>> = {},
): Promise<Diagnosis> {
  const files = new Map(GOOD);
  for (const [path, text] of Object.entries(changes)) {
    if (text === undefined) files.delete(path);
    else files.set(path, text);
  }
  const session = await openWorker(new Map([...files, [GIT, gitFacts]]));
  const worker = session.worker(`${WORKER}/handler.py`) ?? assert.fail('no worker');
  return diagnose(worker, readGitFence(gitFacts, [...files.keys()], uriOf));
}

function checkOf({ checks }: Diagnosis, question: RegExp): Check {
  return checks.find((check) => question.test(check.question.template)) ?? assert.fail(`No check asks ${question}.`);
}

function causesOf({ checks }: Diagnosis): readonly string[] {
  return checks.filter(({ state }) => state === 'cause').map(({ says }) => says.template);
}

const CAUSES: readonly {
  name: string;
  git?: string;
  files?: Readonly<Record<string, string | undefined>>;
  cause: RegExp;
}[] = [
  { name: 'no hub.json', files: { '.runpod/hub.json': undefined }, cause: /neither \.runpod\/hub\.json nor hub\.json/ },
  {
    name: 'hub.json in runpod/',
    files: { '.runpod/hub.json': undefined, 'runpod/hub.json': HUB },
    cause: /where the Hub does not look/,
  },
  { name: 'an ignore rule', git: `${REMOTE}ignored .runpod/hub.json by .runpod/`, cause: /not as it is here/ },
  { name: 'a link', git: `${REMOTE}link .runpod/hub.json`, cause: /not as it is here/ },
  { name: 'never committed', git: `${REMOTE}untracked .runpod/hub.json`, cause: /never committed/ },
  { name: 'broken JSON', files: { '.runpod/hub.json': '{ "title": ' }, cause: /cannot read it/ },
  { name: 'another format', files: { '.runpod/hub.json': '{ "runtime": {}, "build": {} }' }, cause: /invented format/ },
  { name: 'a required field', files: { '.runpod/hub.json': HUB.replace('"title"', '"x"') }, cause: /required fields/ },
  { name: 'an unknown pool', files: { '.runpod/hub.json': HUB.replace('ADA_24', 'ADA_48') }, cause: /refused/ },
  { name: 'no Dockerfile', files: { Dockerfile: undefined }, cause: /asks for them/ },
  { name: 'no tag', git: 'remote origin https://github.com/me/scene-renderer', cause: /indexes releases, not commits/ },
  { name: 'hub.json came after the tag', git: `${REMOTE}since v1.0: +.runpod/hub.json`, cause: /came later/ },
  {
    name: 'hub.json was changed after the tag',
    git: `${REMOTE}since v1.0: .runpod/hub.json`,
    cause: /that of the release/,
  },
  {
    name: 'not on GitHub',
    git: 'remote origin https://gitlab.com/me/scene-renderer\ntag v1.0',
    cause: /takes repositories from GitHub/,
  },
];

describe('causes', () => {
  for (const { name, git: facts = REMOTE, files = {}, cause } of CAUSES) {
    it(name, async () => {
      const causes = causesOf(await diagnosisOf(facts, files));
      assert.equal(causes.length, 1, causes.join(' | '));
      assert.match(causes[0] ?? '', cause);
    });
  }

  it('none', async () => {
    assert.deepEqual(causesOf(await diagnosisOf(REMOTE)), []);
  });
});

test('what can wait is told apart from causes', async () => {
  const flaws = await diagnosisOf(`${REMOTE}modified handler.py\nsince v1.0: handler.py`, {
    '.runpod/tests.json': undefined,
  });
  assert.deepEqual(causesOf(flaws), []);
  for (const question of [/tests for the Hub/, /everything committed/, /that tag the files/]) {
    assert.equal(checkOf(flaws, question).state, 'flaw', String(question));
  }
});

test("the template's text in tests.json is no value of the listing", async () => {
  const template = '{ "tests": [{ "name": "test_case_name", "input": { "param1": "value1" }, "timeout": 300000 }] }';
  const tests = await diagnosisOf(REMOTE, { '.runpod/tests.json': template });
  assert.equal(checkOf(tests, /values in hub\.json/).state, 'ok');
  const hub = await diagnosisOf(REMOTE, {
    '.runpod/hub.json': HUB.replace(/"title": *"[^"]*"/, `"title": "Your Tool's Name"`),
  });
  assert.equal(checkOf(hub, /values in hub\.json/).state, 'flaw');
});

test('what cannot be seen is never said to be right', async () => {
  const nothing = await diagnosisOf('shallow');
  for (const question of [
    /on GitHub\?$/,
    /public/,
    /added to the Hub/,
    /a tag for a release/,
    /become a release/,
    /reviewed/,
  ]) {
    assert.equal(checkOf(nothing, question).state, 'cannot-see', String(question));
  }
  const { checks } = await diagnosisOf(REMOTE);
  assert.deepEqual(
    checks.filter(
      ({ state, question }) => state === 'ok' && /public|added|become a release|reviewed/.test(question.template),
    ),
    [],
  );
});

test('claims that this repository gives reason to ask stand first', async () => {
  const facts = 'remote origin https://github.com/me/renderer-test-2\ntag v1.0';
  const { claims } = await diagnosisOf(facts, { 'runpod.yaml': 'name: x\n' });
  assert.deepEqual(
    claims.map(({ claim, isNear }) => [isNear, /test in its name|runpod\.yaml/.test(claim.template)]).slice(0, 3),
    [
      [true, true],
      [true, true],
      [false, false],
    ],
  );
});

// The editor and the command line say the same of a worker: what the server pushes, reports and offers over stdio, with the
// files open or closed, against `check --format json`. What they say: examples.test.ts.

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { after, type TestContext, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import type { Range } from 'vscode-languageserver/node';
import { DIAGNOSIS_REQUEST, type PanelReport, REPORTS_REQUEST } from '../server/src/lsp/protocol';
import { inRoot } from './harness/root';
import { startClient, type TestClient, uriOf } from './lsp-client';
import { repositoryFolder } from './repository-folder';

interface Place {
  readonly path: string;
  readonly range: Range;
  readonly message: string;
}

interface Finding extends Place {
  readonly rule: string;
  readonly severity: string;
  readonly related: readonly Place[];
}

interface Fix {
  readonly title: string;
  readonly safe: boolean;
}

/** What a face says of a worker. */
interface Said {
  readonly score: number;
  readonly verdict: string;
  readonly kind: string;
  readonly outcomes: readonly string[];
  readonly findings: readonly (Finding & { readonly fixes: readonly Fix[] })[];
}

/** The same wish, to the editor and to the command line. */
interface Wish {
  readonly settings: unknown;
  readonly args: readonly string[];
}

const DEFAULT: Wish = { settings: null, args: [] };
const WISHES: Readonly<Record<string, Wish>> = {
  'by default': DEFAULT,
  'in the profile strict, with severities': {
    settings: { profile: 'strict', rules: { 'main-guard-missing': 'off', 'lazy-setup-in-handler': 'error' } },
    args: ['--profile', 'strict', '--rule', 'main-guard-missing=off', '--rule', 'lazy-setup-in-handler=error'],
  },
};

const cleaners: (() => void)[] = [];
after(() => {
  for (const clean of cleaners.reverse()) clean();
});

for (const name of readdirSync(inRoot('examples'))) {
  for (const [how, wish] of Object.entries(WISHES)) {
    test(`examples/${name} ${how}`, async (t) => {
      await compare(t, inRoot(`examples/${name}`), wish);
    });
  }
}

const HANDLER = `import asyncio
import time

import runpod


def handler(job, context):
    text = job["prompt"]
    time.sleep(1)
    return asyncio.run(answer(text))


async def answer(text):
    time.sleep(2)  # runpod: ignore[blocking-call-in-async] for the demonstration
    return {"error": ""}


runpod.serverless.start({"handler": handler})
`;

const HUB = `{
  "title": "Wörker 🚀",
  "description": "Says it again.",
  "type": "serverless",
  "category": "language",
  "author": "me",
  "config": { "runsOn": "TPU", "containerDiskInGb": 20, "gpuIds": "ADA_24" }
}
`;

/** Changes the profile and severities, ignores at two places, and once where there is nothing to ignore. */
const CONFIG = {
  profile: 'hub',
  rules: { 'handler-signature': 'warning', 'job-key-misread': 'off', 'tests-json-missing': 'error' },
  ignore: [
    { rule: 'hub-field-unknown', path: '.runpod/hub.json', pointer: '/author', reason: 'for our CI' },
    { rule: 'nested-event-loop', path: 'src/handler.py', reason: 'known' },
    { rule: 'hub-gpu-unknown', path: '.runpod/hub.json', reason: 'left over' },
  ],
};

const CONFIGURED = {
  'src/handler.py': HANDLER,
  Dockerfile: 'FROM python:latest\nCOPY src /src\nCMD python /src/handler.py\n',
  'requirements.txt': 'runpod==1.7.0\nnumpy\n',
  '.runpod/hub.json': HUB,
  '.runpod/compliance.json': JSON.stringify(CONFIG, null, 2),
};

test('a repository whose compliance.json changes profile, severities and ignores', async (t) => {
  const repository = await repositoryFolder((clean) => cleaners.push(clean));
  repository.write(CONFIGURED);
  await repository.commit();
  await repository.tag('v1.0');
  repository.write({ 'src/handler.py': `${HANDLER}# Changed since the release.\n` });
  for (const [how, wish] of Object.entries(WISHES)) {
    await t.test(how, async (t) => {
      const { findings } = await compare(t, repository.dir, wish);
      const rules = new Set(findings.map(({ rule }) => rule));
      // It all took effect, or the faces would agree on nothing.
      assert.ok(rules.has('tests-json-missing') && rules.has('unused-suppression'), [...rules].join());
      for (const gone of ['job-key-misread', 'hub-field-unknown']) assert.ok(!rules.has(gone), gone);
      assert.equal(findings.find(({ rule }) => rule === 'handler-signature')?.severity, 'warning');
      assert.equal(findings.find(({ rule }) => rule === 'tests-json-missing')?.severity, 'error');
    });
  }
});

async function compare(t: TestContext, folder: string, wish: Wish): Promise<Said> {
  const expected = commandLine(folder, wish.args);
  const client = await startClient(t.after.bind(t), { folders: [folder], settings: wish.settings });
  await t.test('files closed', () => agree(client, folder, expected));
  await t.test('files open', () => {
    for (const file of filesOf(folder)) client.open(file, readFileSync(file, 'utf8'));
    return agree(client, folder, expected);
  });
  return expected;
}

async function agree(client: TestClient, folder: string, expected: Said): Promise<void> {
  // It waits for what git knows, too.
  await client.connection.sendRequest(DIAGNOSIS_REQUEST, { uri: uriOf(folder) });
  const reports = await client.connection.sendRequest<readonly PanelReport[]>(REPORTS_REQUEST);
  assert.deepEqual(
    reports.map((report) => reported(folder, report)),
    [expected],
  );
  assert.deepEqual(
    pushed(folder, client),
    expected.findings.map(({ fixes, ...finding }) => finding),
  );
  for (const { path, range, fixes } of expected.findings) {
    const offered = (await client.actions(join(folder, path), range)).map(({ title }) => title);
    for (const { title } of fixes) assert.ok(offered.includes(title), `${path}: ${title}\n${offered.join('\n')}`);
  }
}

interface Output {
  readonly workers: readonly (Omit<Said, 'outcomes'> & {
    readonly outcomes: readonly { readonly rule: string; readonly state: string; readonly severity: string }[];
    readonly findings: readonly { readonly pointer: string | null }[];
  })[];
}

function commandLine(folder: string, args: readonly string[]): Said {
  const command = [inRoot('dist/cli.js'), 'check', '.', '--format', 'json', '--lang', 'en', ...args];
  const { stdout, stderr } = spawnSync(process.execPath, command, { cwd: folder, encoding: 'utf8' });
  assert.equal(stderr, '');
  // Its shape is what examples.test.ts keeps.
  const { workers } = JSON.parse(stdout) as Output;
  const [worker, ...others] = workers;
  assert.ok(worker !== undefined && others.length === 0);
  const { score, verdict, kind, outcomes, findings } = worker;
  return {
    score,
    verdict,
    kind,
    outcomes: outcomes.map(({ rule, state, severity }) => `${rule} ${state} ${severity}`).sort(),
    findings: findings
      .map(({ rule, severity, fixes, related, ...place }) => ({
        rule,
        severity,
        ...fromOne(place),
        related: related.map(fromOne),
        fixes: fixes.map(({ title, safe }) => ({ title, safe })),
      }))
      .sort(byPlace),
  };
}

interface OnePosition {
  readonly line: number;
  readonly column: number;
}

/** The command line counts lines and columns from 1. */
function fromOne({ path, range, message }: Place): Place {
  const { start, end } = range as unknown as { readonly start: OnePosition; readonly end: OnePosition };
  const zero = ({ line, column }: OnePosition) => ({ line: line - 1, character: column - 1 });
  return { path, range: { start: zero(start), end: zero(end) }, message };
}

function reported(folder: string, { score, verdict, kind, outcomes }: PanelReport): Said {
  const place = ({ uri, range, message }: Omit<Place, 'path'> & { readonly uri: string }): Place => ({
    path: pathIn(folder, uri),
    range,
    message,
  });
  return {
    score,
    verdict,
    kind,
    outcomes: outcomes.map(({ rule, state, severity }) => `${rule} ${state} ${severity}`).sort(),
    findings: outcomes
      .flatMap(({ rule, findings }) =>
        findings.map(({ severity, related, fixes, ...finding }) => ({
          rule,
          severity,
          ...place(finding),
          related: related.map(place),
          fixes: fixes.map(({ title, safe }) => ({ title, safe })),
        })),
      )
      .sort(byPlace),
  };
}

const SEVERITIES = ['', 'error', 'warning', 'info', 'hint'];

function pushed(folder: string, { published }: TestClient): readonly Finding[] {
  const latest = new Map(published.map(({ uri, diagnostics }) => [uri, diagnostics]));
  return [...latest]
    .flatMap(([uri, diagnostics]) =>
      diagnostics.map(({ code, severity = 0, range, message, relatedInformation = [] }) => ({
        rule: String(code),
        severity: SEVERITIES[severity] ?? '',
        path: pathIn(folder, uri),
        range,
        message: String(message),
        related: relatedInformation.map(({ location, message }) => ({
          path: pathIn(folder, location.uri),
          range: location.range,
          message,
        })),
      })),
    )
    .sort(byPlace);
}

function pathIn(folder: string, uri: string): string {
  return relative(folder, fileURLToPath(uri)).replaceAll('\\', '/');
}

function byPlace(a: Finding, b: Finding): number {
  const key = ({ path, range, rule, message }: Finding) =>
    [path, `${range.start.line}`.padStart(6), `${range.start.character}`.padStart(6), rule, message].join(' ');
  return key(a) < key(b) ? -1 : 1;
}

function filesOf(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !join(entry.parentPath, '/').includes('/.git/'))
    .map(({ parentPath, name }) => join(parentPath, name));
}

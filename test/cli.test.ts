// The built command line as people and their CI run it: exit codes, both streams, and every kind of bad input.
// UPDATE_EXAMPLES=1 rewrites the kept texts of the examples, to be reviewed as a diff.

import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, test } from 'node:test';
import { inRoot, ROOT } from './harness/root';

const CLI = inRoot('dist/cli.js');
const EXAMPLES = ['ai-cinema', 'clean', 'fast-backend', 'first-draft'];

const made: string[] = [];
after(() => {
  for (const folder of made) rmSync(folder, { recursive: true, force: true });
});

function run(args: readonly string[], { cwd = ROOT, env = {} }: { cwd?: string; env?: NodeJS.ProcessEnv } = {}) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [CLI, ...args], {
    cwd,
    encoding: 'utf8',
    env: { ...process.env, ...env },
  });
  return { status, stdout, stderr, lines: stderr.split('\n').filter((line) => line !== '') };
}

const HANDLER = `import runpod


def handler(job):
    return {"text": job["input"]["text"]}


if __name__ == "__main__":
    runpod.serverless.start({"handler": handler})
`;

function folderWith(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'cli-')));
  made.push(folder);
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  return folder;
}

/** Everything in a folder, to show that nothing was touched. */
function contentOf(folder: string): ReadonlyMap<string, string> {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return new Map(names.map(({ parentPath, name }) => [name, readFileSync(join(parentPath, name), 'latin1')]));
}

for (const name of EXAMPLES) {
  test(`examples/${name} as text`, () => {
    const { stdout, stderr } = run(['check', `examples/${name}`]);
    assert.equal(stderr, '');
    const kept = inRoot(`test/cli-texts/${name}.txt`);
    const { UPDATE_EXAMPLES } = process.env;
    if (UPDATE_EXAMPLES) {
      mkdirSync(dirname(kept), { recursive: true });
      writeFileSync(kept, stdout);
    }
    assert.equal(stdout, readFileSync(kept, 'utf8'));
  });
}

test('the exit code says whether anything is at or above --fail-on', () => {
  assert.equal(run(['check', 'examples/clean']).status, 0);
  assert.equal(run(['check', 'examples/ai-cinema']).status, 1);
  assert.equal(run(['check', 'examples/ai-cinema', '--fail-on', 'never']).status, 0);
  const onlyWarnings = ['check', 'examples/ai-cinema', '--only', 'test-timeout-unit'];
  assert.equal(run(onlyWarnings).status, 0);
  assert.equal(run([...onlyWarnings, '--fail-on', 'warning']).status, 1);
  assert.equal(run([...onlyWarnings, '--rule', 'test-timeout-unit=error']).status, 1);
  assert.equal(run([...onlyWarnings, '--rule', 'test-timeout-unit=info', '--fail-on', 'warning']).status, 0);
  assert.equal(run([...onlyWarnings, '--rule', 'test-timeout-unit=off', '--fail-on', 'info']).status, 0);
});

test('JSON is the same in every run but for the duration', () => {
  const stable = (text: string) => text.replace(/"durationMs": \d+/, '');
  const first = run(['check', 'examples', '--format', 'json']);
  const second = run(['check', 'examples/first-draft', 'examples', '--format=json']);
  assert.equal(stable(first.stdout), stable(second.stdout));
  const roots = JSON.parse(first.stdout).workers.map(({ root }: { root: string }) => root);
  assert.deepEqual(
    roots,
    EXAMPLES.map((name) => `examples/${name}`),
  );
});

test('paths are relative to the current folder, and absolute outside it', () => {
  const folder = inRoot('examples/ai-cinema');
  const pathsFrom = (cwd: string, path: string) => {
    const [worker] = JSON.parse(run(['check', path, '--format', 'json'], { cwd }).stdout).workers;
    return [worker.root, worker.findings[0].path];
  };
  assert.deepEqual(pathsFrom(folder, '.'), ['.', '.runpod/hub.json']);
  assert.deepEqual(pathsFrom(ROOT, folder), ['examples/ai-cinema', 'examples/ai-cinema/.runpod/hub.json']);
  assert.deepEqual(pathsFrom(inRoot('examples/clean'), '../ai-cinema'), [folder, join(folder, '.runpod/hub.json')]);
});

test('a file means the worker that it lies in', () => {
  for (const file of ['runpod_handler.py', '.runpod/tests.json', 'Dockerfile']) {
    const [worker] = JSON.parse(run(['check', `examples/ai-cinema/${file}`, '--format', 'json']).stdout).workers;
    assert.equal(worker.root, 'examples/ai-cinema', file);
  }
});

test('a missing path is one line and exit code 2, and what exists is checked', () => {
  const alone = run(['check', 'examples/nowhere']);
  assert.deepEqual(alone.lines, ['runpod-compliance: examples/nowhere: no such file or folder']);
  assert.equal(alone.status, 2);
  const beside = run(['check', 'examples/nowhere', 'examples/clean', '--format', 'json']);
  assert.equal(beside.status, 2);
  assert.equal(JSON.parse(beside.stdout).workers.length, 1);
});

test('a folder without a worker is one line that says what was looked for, and the JSON is valid', () => {
  const folder = folderWith({ 'notes.txt': 'nothing', 'tool.py': 'print("hello")\n' });
  const { status, lines, stdout } = run(['check', folder, '--format', 'json']);
  assert.equal(status, 2);
  assert.equal(lines.length, 1);
  assert.match(lines[0] ?? '', /no RunPod worker here: looked for .*runpod.*hub\.json/);
  const { workers, summary } = JSON.parse(stdout);
  assert.deepEqual(workers, []);
  assert.deepEqual(
    { ...summary, durationMs: 0 },
    {
      error: 0,
      warning: 0,
      info: 0,
      hint: 0,
      files: 0,
      workers: 0,
      durationMs: 0,
    },
  );
});

test('a mistake in the arguments is one line with the way out, and exit code 2', () => {
  for (const args of [
    ['chekc'],
    ['check', '--fromat', 'json'],
    ['check', '--only', 'hub-json-invalidd'],
    ['rules', 'x'],
  ]) {
    const { status, stdout, lines } = run(args);
    assert.equal(status, 2, args.join(' '));
    assert.equal(stdout, '');
    assert.equal(lines.length, 1);
  }
  assert.match(run(['check', '--only', 'hub-json-invalidd']).stderr, /did you mean hub-json-invalid\?/);
});

test('--output writes what standard output would get', () => {
  const folder = folderWith({ 'handler.py': HANDLER });
  const report = join(folder, 'report.txt');
  const { status, stdout } = run(['check', folder, '--output', report]);
  assert.deepEqual([status, stdout], [0, '']);
  assert.equal(readFileSync(report, 'utf8'), run(['check', folder]).stdout);
});

test('an impossible --output is one line and exit code 2', () => {
  const folder = folderWith({ 'handler.py': HANDLER });
  const { status, lines } = run(['check', folder, '--output', join(folder, 'no/such/folder/x')]);
  assert.equal(status, 2);
  assert.equal(lines.length, 1);
});

test('--output does not overwrite what is checked', () => {
  const folder = folderWith({ 'handler.py': HANDLER });
  const { status, lines } = run(['check', '.', '--output', 'handler.py'], { cwd: folder });
  assert.equal(status, 2);
  assert.match(lines[0] ?? '', /handler\.py: is one of the checked files/);
  assert.equal(readFileSync(join(folder, 'handler.py'), 'utf8'), HANDLER);
});

test('a file that is not UTF-8 is named, and the run goes on', () => {
  const folder = folderWith({
    'handler.py': HANDLER,
    'latin.py': new Uint8Array([0x23, 0xe9, 0x0a]),
    '.runpod/hub.json': '{',
  });
  const before = contentOf(folder);
  const { status, lines, stdout } = run(['check', '.'], { cwd: folder });
  assert.deepEqual(lines, ['runpod-compliance: latin.py: not UTF-8: not checked']);
  assert.equal(status, 1);
  assert.match(stdout, /hub-json-invalid/);
  assert.deepEqual(contentOf(folder), before);
});

test('a handler that is not UTF-8 is named, and nothing else', () => {
  const folder = folderWith({ 'handler.py': Buffer.from(`# \u00e9\n${HANDLER}`, 'latin1') });
  const { status, stderr } = run(['check', '.'], { cwd: folder });
  assert.match(stderr, /^runpod-compliance: handler\.py: not UTF-8: not checked\n/);
  assert.equal(status, 2);
});

test('a Python file of 5 MB is named, and the run goes on', () => {
  const folder = folderWith({ 'handler.py': HANDLER, 'tables.py': `TABLE = [\n${'    1,\n'.repeat(750_000)}]\n` });
  const { status, lines } = run(['check', '.'], { cwd: folder });
  assert.deepEqual(lines, ['runpod-compliance: tables.py: 5 MiB, more than 1 MiB: not checked']);
  assert.equal(status, 0);
});

test('a loop of symbolic links is named, and the run goes on', () => {
  const folder = folderWith({ 'handler.py': HANDLER });
  symlinkSync(folder, join(folder, 'loop'));
  const { status, lines } = run(['check', '.'], { cwd: folder });
  assert.deepEqual(lines, ['runpod-compliance: loop: symbolic link to a folder around it, a loop: not followed']);
  assert.equal(status, 0);
});

test('a hub.json cut in half is a finding, and nothing is lost', () => {
  const whole = readFileSync(inRoot('examples/clean/.runpod/hub.json'), 'utf8');
  const folder = folderWith({ 'handler.py': HANDLER, '.runpod/hub.json': whole.slice(0, whole.length / 2) });
  const before = contentOf(folder);
  const { status, stderr, stdout } = run(['check', '.', '--format', 'json'], { cwd: folder });
  assert.equal(stderr, '');
  assert.equal(status, 1);
  const rules = JSON.parse(stdout).workers[0].findings.map(({ rule }: { rule: string }) => rule);
  assert.ok(rules.includes('hub-json-invalid'));
  assert.deepEqual(contentOf(folder), before);
});

test('a file name cannot give orders to the terminal', {
  skip: process.platform === 'win32' && 'no such names',
}, () => {
  const folder = folderWith({ 'handler.py': HANDLER, 'evil\u001b[2J.py': new Uint8Array([0xff]) });
  const { stderr } = run(['check', '.'], { cwd: folder });
  assert.ok(stderr.includes('evil\\u001b[2J.py') && !stderr.includes('\u001b'));
});

test('a pipe that is closed early is no error', async () => {
  const child = spawn(process.execPath, [CLI, 'check', 'examples', '--format', 'json', '--fail-on', 'never'], {
    cwd: ROOT,
  });
  child.stdout.destroy();
  let complaints = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    complaints += text;
  });
  const status = await new Promise((resolve) => child.once('close', resolve));
  assert.deepEqual([status, complaints], [0, '']);
});

test('no colours where nobody sees them', () => {
  assert.ok(!run(['check', 'examples/ai-cinema']).stdout.includes('\u001b'));
});

test('--quiet leaves the findings, and nothing where there are none', () => {
  assert.equal(run(['check', 'examples/clean', '--quiet']).stdout, '');
  assert.doesNotMatch(run(['check', 'examples/ai-cinema', '--quiet']).stdout, /GO ·/);
});

test('--timing says on standard error how long the steps and the rules took', () => {
  const { stdout, lines } = run(['check', 'examples/clean', '--timing']);
  assert.equal(stdout, run(['check', 'examples/clean']).stdout);
  assert.match(lines[0] ?? '', /list [\d.]+ ms, load parsers [\d.]+ ms, .*write [\d.]+ ms$/);
  assert.match(lines[1] ?? '', /hub-field-missing [\d.]+ ms/);
});

test('rules are listed, and each can be explained', () => {
  const ids = run(['rules'])
    .stdout.trimEnd()
    .split('\n')
    .map((line) => line.split(' ')[0] ?? '');
  assert.ok(ids.includes('hub-json-invalid') && ids.includes('unused-suppression'));
  const { status, stdout } = run(['rules', 'hub-json-invalid']);
  assert.equal(status, 0);
  assert.match(stdout, /hub-json-invalid/);
});

test('schemas are printed as they are', () => {
  for (const name of ['hub', 'tests', 'config']) {
    const { status, stdout } = run(['schema', name]);
    assert.equal(status, 0, name);
    assert.ok('properties' in JSON.parse(stdout), name);
  }
});

test('version and help', () => {
  const { version } = JSON.parse(readFileSync(inRoot('package.json'), 'utf8'));
  assert.equal(run(['--version']).stdout, `${version}\n`);
  assert.match(run(['--help']).stdout, /check \[PATH…\]/);
});

test('`npm run check -- PATH` is the same command', () => {
  const { status, stdout } = spawnSync(process.execPath, [inRoot('scripts/check.mjs'), 'examples/clean'], {
    cwd: ROOT,
    encoding: 'utf8',
    env: { ...process.env, INIT_CWD: ROOT },
  });
  assert.equal(status, 0);
  assert.equal(stdout, run(['check', 'examples/clean']).stdout);
});

// The compliance report from the built command line: formats, languages, exit codes. What it says is document.test.ts's.

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { inRoot, ROOT } from './harness/root';

const folder = mkdtempSync(join(tmpdir(), 'cli-report-'));
after(() => rmSync(folder, { recursive: true, force: true }));

function run(...args: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [inRoot('dist/cli.js'), ...args], {
    cwd: ROOT,
    encoding: 'utf8',
  });
  assert.equal(stderr, '');
  return { status, stdout };
}

const today = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long' }).format(new Date());

test('report is Markdown, with the day of the check, and exits as check does', () => {
  const { status, stdout } = run('report', 'examples/first-draft');
  assert.equal(status, 1);
  assert.match(stdout, /^# RunPod compliance report: first-draft\n\n- \*\*Worker:\*\* `examples\/first-draft`\n/);
  assert.ok(stdout.includes(`- **Date of the check:** ${today}\n`));
  assert.deepEqual(run('check', 'examples/first-draft', '--format', 'markdown'), { status, stdout });
  assert.equal(run('report', 'examples/first-draft', '--fail-on', 'never').status, 0);
  assert.equal(run('report', 'examples/clean').status, 0);
});

test('a rule without a fix is answered with the good example of its page', () => {
  const { stdout } = run('report', 'examples/fast-backend', '--only', 'runtime-install');
  assert.match(stdout, /\*\*Better, for example:\*\*\n\n`handler\.py`\n\n```python\n/);
  assert.match(stdout, /`Dockerfile`\n\n```docker\nFROM /);
});

test('--format html is one file, written where --output says', () => {
  const file = join(folder, 'report.html');
  const { status, stdout } = run('report', 'examples/clean', '--format', 'html', '--output', file);
  assert.deepEqual([status, stdout], [0, '']);
  const html = readFileSync(file, 'utf8');
  assert.match(html, /^<!doctype html>\n<html lang="en">/);
  assert.match(html, /<title>clean – RunPod compliance report<\/title>/);
  assert.ok(html.endsWith('</html>\n'));
});

test('--lang pl speaks Polish in every format for people, and JSON does not change', () => {
  assert.match(run('report', 'examples/clean', '--lang', 'pl').stdout, /^# Raport zgodności z RunPod: clean\n/);
  assert.match(run('report', 'examples/clean', '--lang', 'pl', '--format', 'html').stdout, /<html lang="pl">/);
  const text = run('check', 'examples/first-draft', '--lang', 'pl').stdout;
  assert.match(text, /^examples\/first-draft · worker kolejkowy\n/);
  assert.match(text, / błąd {2}RunPod wywołuje handler z zadaniem i niczym więcej, /);
  assert.match(text, /NO-GO · ocena \d,\d na 10 · \d bł/);
  const json = (...more: readonly string[]): string =>
    run('check', 'examples/first-draft', '--format', 'json', ...more).stdout.replace(/"durationMs": \d+/, '');
  assert.equal(json('--lang', 'pl'), json());
});

test('several workers are one report, with a table of them', () => {
  const { stdout } = run('report', 'examples');
  assert.match(stdout, /^# RunPod compliance report\n\n\| Worker \| Verdict \| Score \| Findings \|\n/);
  assert.deepEqual(
    [...stdout.matchAll(/^## ([a-z-]+)$/gm)].map(([, name]) => name),
    ['ai-cinema', 'clean', 'fast-backend', 'first-draft'],
  );
});

// A key in the Dockerfile is found, and nothing that is shown or written about it repeats its value.

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { inRoot } from './harness/root';
import { findingsOf, openWorker } from './harness/workers';

const VALUE = ['ghp', 'Q9LmZk2RtYp5SdVb8NcXjHgFu3EaTiWoKeMn'].join('_');
const FILES: ReadonlyMap<string, string> = new Map([
  [
    'handler.py',
    'import runpod\n\ndef handler(job):\n    return job["input"]\n\nrunpod.serverless.start({"handler": handler})\n',
  ],
  ['Dockerfile', `FROM python:3.11-slim\nENV A=1 GITHUB_TOKEN=${VALUE}\nCMD ["python", "-u", "handler.py"]\n`],
]);

const folder = mkdtempSync(join(tmpdir(), 'secrets-'));
after(() => rmSync(folder, { recursive: true, force: true }));
for (const [path, text] of FILES) writeFileSync(join(folder, path), text);

test('in ENV: found at its exact place, without its value', async () => {
  const found = findingsOf((await openWorker(FILES)).reports()).filter(({ rule }) => rule === 'secret-in-source');
  assert.equal(found.length, 1);
  const [finding] = found;
  assert.ok(finding);
  const { span, source, message, related, fixes } = finding;
  assert.equal(source.text.slice(span.start, span.end), VALUE);
  assert.ok(!JSON.stringify([message, related, fixes]).includes(VALUE));
});

for (const args of [
  ['check'],
  ['check', '--format', 'json'],
  ['check', '--format', 'markdown'],
  ['check', '--format', 'html'],
  ['report'],
]) {
  test(`${args.join(' ')} does not repeat it`, () => {
    const { stdout, stderr } = spawnSync(process.execPath, [inRoot('dist/cli.js'), ...args, folder], {
      encoding: 'utf8',
    });
    assert.match(stdout, /secret-in-source|GitHub/, stderr);
    assert.ok(!(stdout + stderr).includes(VALUE));
  });
}

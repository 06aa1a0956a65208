// The file system as the command line and the server read it: bounded, never in circles, and clear about what is left out.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { after, test } from 'node:test';
import { listFiles, readText } from '../server/src/main/files.node';
import { shownPath } from '../server/src/main/paths.node';

const made: string[] = [];
after(() => {
  for (const folder of made) rmSync(folder, { recursive: true, force: true });
});

function folderWith(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'files-'));
  made.push(folder);
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  return folder;
}

const listed = (folder: string) => listFiles(folder).paths.map((path) => relative(folder, path).replaceAll('\\', '/'));

test('what belongs to somebody else is not listed', () => {
  const folder = folderWith({
    'handler.py': '',
    '.runpod/hub.json': '',
    '.git/config': '',
    'node_modules/x/index.py': '',
    'py/lib/site-packages/runpod/x.py': '',
    'sub/__pycache__/x.pyc': '',
    'myenv/pyvenv.cfg': '',
    'myenv/lib/x.py': '',
    'web/package.json': '',
    'web/dist/x.py': '',
    'pkg/dist/x.py': '',
    'cache/models--org--name/x.json': '',
  });
  assert.deepEqual(listed(folder), ['handler.py', '.runpod/hub.json', 'web/package.json', 'pkg/dist/x.py']);
});

test('links to folders are not followed, and a loop is named as one', () => {
  const folder = folderWith({ 'handler.py': '', 'sub/x.py': '' });
  const elsewhere = folderWith({ 'secret.py': '' });
  symlinkSync(folder, join(folder, 'sub/loop'));
  symlinkSync(elsewhere, join(folder, 'away'));
  symlinkSync(join(elsewhere, 'secret.py'), join(folder, 'linked.py'));
  symlinkSync(join(folder, 'nowhere'), join(folder, 'dangling'));
  symlinkSync('self', join(folder, 'self'));
  const { paths, remarks } = listFiles(folder);
  assert.deepEqual(
    paths.map((path) => relative(folder, path)),
    ['handler.py', 'linked.py', join('sub', 'x.py')],
  );
  assert.deepEqual(
    remarks.map(({ path, problem }) => [relative(folder, path), problem]),
    [
      ['away', 'symbolic link to a folder: not followed'],
      ['dangling', 'symbolic link that leads nowhere: not checked'],
      ['self', 'symbolic link that leads nowhere: not checked'],
      [join('sub', 'loop'), 'symbolic link to a folder around it, a loop: not followed'],
    ],
  );
});

test('too many files and too deep folders are cut, and said so', () => {
  const folder = folderWith({ 'a.py': '', 'b.py': '', 'c/d/e/f.py': '' });
  const few = listFiles(folder, { depth: 9, files: 1 });
  assert.equal(few.paths.length, 1);
  assert.match(few.remarks[0]?.problem ?? '', /more than 1 files/);
  const flat = listFiles(folder, { depth: 1, files: 99 });
  assert.deepEqual(
    flat.paths.map((path) => relative(folder, path)),
    ['a.py', 'b.py'],
  );
  assert.match(flat.remarks[0]?.problem ?? '', /more than 1 levels deep/);
});

test('a byte order mark stays, for the rules to see', () => {
  const folder = folderWith({ 'hub.json': '\ufeff{}' });
  assert.deepEqual(readText(join(folder, 'hub.json')), { text: '\ufeff{}' });
});

test('what is no text of a bearable size says so', () => {
  const folder = folderWith({
    'latin.py': new Uint8Array([0x23, 0xe9]),
    'large.py': 'x'.repeat(5 * 1024 * 1024),
    'large.json': ' '.repeat(3 * 1024 * 1024),
  });
  assert.deepEqual(readText(join(folder, 'latin.py')), { problem: 'not UTF-8: not checked' });
  assert.deepEqual(readText(join(folder, 'large.py')), { problem: '5 MiB, more than 1 MiB: not checked' });
  assert.ok('text' in readText(join(folder, 'large.json')));
  assert.deepEqual(readText(join(folder, 'gone.py')), { problem: 'not readable (ENOENT): not checked' });
  assert.deepEqual(readText(folder), { problem: 'not a regular file: not checked' });
});

test('a pipe without a writer is not waited for', { skip: process.platform === 'win32' && 'no named pipes' }, () => {
  const folder = folderWith({ 'handler.py': '' });
  execFileSync('mkfifo', [join(folder, 'pipe.py')]);
  assert.deepEqual(readText(join(folder, 'pipe.py')), { problem: 'not a regular file: not checked' });
  assert.deepEqual(listed(folder), ['handler.py']);
});

test('paths are shown relative below the current folder, else absolute', () => {
  assert.equal(shownPath('/a/b', '/a/b/c/d.py'), 'c/d.py');
  assert.equal(shownPath('/a/b', '/a/b'), '.');
  assert.equal(shownPath('/a/b', '/a/bc'), '/a/bc');
  assert.equal(shownPath('/a/b', '/a/b/..x/y'), '..x/y');
});

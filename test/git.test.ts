// What is read of a `.git` folder, held against repositories that isomorphic-git makes, and against what it says of them.

import assert from 'node:assert/strict';
import * as fs from 'node:fs';
import {
  appendFileSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  unlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import * as git from 'isomorphic-git';
import { uriOfPath } from '../server/src/main/paths.node';
import { gitHubName, isPublishedFrom, withoutCredentials } from '../server/src/model/repository/repository';
import { packWithDeltas } from './pack';
import { changesOf, readFolder, repositoryFolder, sinceTagOf } from './repository-folder';

test('branch, commit, remotes without credentials, tags, and nothing changed', async (t) => {
  const { dir, write, commit, tag, read } = await repositoryFolder((clean) => t.after(clean));
  write({ 'handler.py': 'x = 1\n', '.runpod/hub.json': '{}', 'src/a.py': '', 'src/b.py': '' });
  const head = await commit();
  await git.addRemote({ fs, dir, remote: 'origin', url: 'https://me:ghp_secret@github.com/me/worker.git' });
  await tag('v1.0');
  await git.annotatedTag({ fs, dir, ref: 'v1.1', message: 'x', tagger: { name: 'Test', email: 't@example.com' } });

  const repository = read();
  assert.equal(repository?.root, uriOfPath(dir));
  assert.equal(repository?.branch, 'main');
  assert.equal(repository?.head, head);
  assert.deepEqual(repository?.remotes, [
    { name: 'origin', url: 'https://github.com/me/worker.git', defaultBranch: undefined, hasHead: undefined },
  ]);
  assert.deepEqual(repository?.tags, [
    { name: 'v1.0', commit: head },
    { name: 'v1.1', commit: head },
  ]);
  assert.deepEqual(changesOf(repository), []);
  assert.equal(sinceTagOf(repository), 'v1.1:');
  assert.deepEqual(repository?.listings, [`${uriOfPath(dir)}/.runpod/hub.json`]);
});

test('every kind of change, and what an ignore rule keeps out', async (t) => {
  const { dir, write, commit, read } = await repositoryFolder((clean) => t.after(clean));
  write({
    'a.py': 'a = 1\n',
    'b.py': 'b = 1\n',
    'c.py': 'c = 1\n',
    'd.py': 'd = 1\n',
    '.gitignore': '*.log\n/out/\n!keep.log\n',
  });
  await commit();
  write({
    'a.py': 'a = 22\n',
    'new.py': '',
    'staged.py': '',
    'x.log': '',
    'keep.log': '',
    'out/y.txt': '',
    'sub/z.log': '',
  });
  write({ 'sub/.gitignore': '!z.log\nw.txt\n', 'sub/w.txt': '' });
  await git.add({ fs, dir, filepath: 'staged.py' });
  unlinkSync(join(dir, 'b.py'));
  await git.remove({ fs, dir, filepath: 'c.py' });

  const repository = read();
  assert.deepEqual(
    changesOf(repository),
    [
      'deleted b.py',
      'deleted c.py',
      'modified a.py',
      'added staged.py',
      'untracked keep.log',
      'untracked new.py',
      'untracked sub/.gitignore',
      'untracked sub/z.log',
    ].sort(),
  );
  const root = repository?.root ?? '';
  assert.deepEqual(
    repository?.ignored.map(({ uri, pattern, by }) =>
      [uri, by].map((one) => one.slice(root.length + 1)).concat(pattern),
    ),
    [
      ['x.log', '.gitignore', '*.log'],
      ['out/y.txt', '.gitignore', '/out/'],
      ['sub/w.txt', 'sub/.gitignore', 'w.txt'],
    ],
  );
});

test('a file that was only touched, or has other line ends, is no change', async (t) => {
  const { dir, write, commit, read } = await repositoryFolder((clean) => t.after(clean));
  write({ 'touched.py': 'x = 1\n', 'ends.py': 'x = 1\ny = 2\n' });
  await commit();
  utimesSync(join(dir, 'touched.py'), new Date(), new Date(Date.now() - 100_000));
  writeFileSync(join(dir, 'ends.py'), 'x = 1\r\ny = 2\r\n');
  assert.deepEqual(changesOf(read()), []);
});

test('a file of the same size that was changed right after the commit', async (t) => {
  const { write, commit, read } = await repositoryFolder((clean) => t.after(clean));
  write({ 'a.py': 'x = 1\n' });
  await commit();
  write({ 'a.py': 'x = 2\n' });
  assert.deepEqual(changesOf(read()), ['modified a.py']);
});

test('symbolic links are told from files', async (t) => {
  const { dir, write, commit, read } = await repositoryFolder((clean) => t.after(clean));
  write({ 'config/hub.json': '{}' });
  mkdirSync(join(dir, '.runpod'));
  symlinkSync('../config/hub.json', join(dir, '.runpod/hub.json'));
  await commit('config/hub.json', '.runpod/hub.json');
  const repository = read();
  assert.deepEqual(repository?.links, [`${uriOfPath(dir)}/.runpod/hub.json`]);
  assert.deepEqual(changesOf(repository), []);
});

test('the newest tag behind the commit, and what has changed since', async (t) => {
  const { dir, write, commit, tag, read } = await repositoryFolder((clean) => t.after(clean));
  write({ 'a.py': '1', 'same/deep/b.py': '1', 'gone.py': '1' });
  await commit();
  await tag('v0.9');
  write({ 'a.py': '2' });
  await commit();
  await tag('v1.0');
  write({ 'a.py': '3', 'new/c.py': '1' });
  await git.remove({ fs, dir, filepath: 'gone.py' });
  unlinkSync(join(dir, 'gone.py'));
  await commit();
  assert.equal(sinceTagOf(read()), 'v1.0: added new/c.py deleted gone.py modified a.py');
  assert.equal(sinceTagOf(read('new')), 'v1.0: added new/c.py', 'only what lies in the worker counts');
});

test('of several tags of one commit the newest version is named', async (t) => {
  const { write, commit, tag, read } = await repositoryFolder((clean) => t.after(clean));
  write({ 'a.py': '1' });
  await commit();
  for (const name of ['v1.0.9', 'v1.0.10-rc1', 'v1.0.10', 'v1.0.10-rc2']) await tag(name);
  assert.equal(sinceTagOf(read()), 'v1.0.10:');
});

test('a tag on another branch is not behind the commit', async (t) => {
  const { dir, write, commit, tag, read } = await repositoryFolder((clean) => t.after(clean));
  write({ 'a.py': '1' });
  await commit();
  await git.branch({ fs, dir, ref: 'other', checkout: true });
  write({ 'a.py': '2' });
  await commit();
  await tag('v2.0');
  await git.checkout({ fs, dir, ref: 'main' });
  const repository = read();
  assert.deepEqual(
    repository?.tags?.map(({ name }) => name),
    ['v2.0'],
  );
  assert.equal(repository?.sinceTag, undefined);
});

test('packed refs, with what annotated tags point to', async (t) => {
  const { dir, write, commit, read } = await repositoryFolder((clean) => t.after(clean));
  write({ 'a.py': '1' });
  const head = await commit();
  await git.annotatedTag({ fs, dir, ref: 'v1.0', message: 'x', tagger: { name: 'Test', email: 't@example.com' } });
  const id = readFileSync(join(dir, '.git/refs/tags/v1.0'), 'utf8').trim();
  rmSync(join(dir, '.git/refs/tags'), { recursive: true });
  rmSync(join(dir, '.git/refs/heads'), { recursive: true });
  writeFileSync(
    join(dir, '.git/packed-refs'),
    `# pack-refs with: peeled fully-peeled sorted\n${head} refs/heads/main\n${id} refs/tags/v1.0\n^${head}\n`,
  );
  const repository = read();
  assert.equal(repository?.head, head);
  assert.deepEqual(repository?.tags, [{ name: 'v1.0', commit: head }]);
});

test('packed objects with deltas say the same as loose ones', async (t) => {
  const { dir, write, commit, tag, read } = await repositoryFolder((clean) => t.after(clean));
  const names = Array.from({ length: 30 }, (_, index) => `file-${index}.py`);
  write(Object.fromEntries(names.map((name) => [name, name])));
  await commit();
  await tag('v1.0');
  write({ 'file-3.py': 'changed', 'extra.py': '' });
  await commit();
  write({ 'file-4.py': 'not committed' });
  const loose = read();
  const kinds = await packWithDeltas(dir);
  assert.ok(kinds.offset > 0 && kinds.id > 0, 'The pack has deltas of both kinds.');
  assert.deepEqual(
    readdirSync(join(dir, '.git/objects')).filter((name) => name.length === 2),
    [],
    'Nothing is left but the pack.',
  );
  assert.deepEqual(read(), loose);
  assert.equal(sinceTagOf(loose), 'v1.0: added extra.py modified file-3.py');
});

test('a worktree has its own HEAD and index, and shares the rest', async (t) => {
  const { dir, write, commit, tag } = await repositoryFolder((clean) => t.after(clean));
  const other = await repositoryFolder((clean) => t.after(clean));
  write({ 'a.py': '1' });
  const head = await commit();
  await tag('v1.0');
  const own = join(dir, '.git/worktrees/other');
  mkdirSync(own, { recursive: true });
  writeFileSync(join(own, 'HEAD'), `${head}\n`);
  writeFileSync(join(own, 'commondir'), '../..\n');
  writeFileSync(join(own, 'index'), readFileSync(join(dir, '.git/index')));
  rmSync(join(other.dir, '.git'), { recursive: true });
  writeFileSync(join(other.dir, '.git'), `gitdir: ${own}\n`);
  other.write({ 'a.py': '1', 'b.py': '' });
  const repository = other.read();
  assert.equal(repository?.root, uriOfPath(other.dir));
  assert.equal(repository?.branch, undefined);
  assert.equal(repository?.head, head);
  assert.deepEqual(
    repository?.tags?.map(({ name }) => name),
    ['v1.0'],
  );
  assert.deepEqual(changesOf(repository), ['untracked b.py']);
});

test('the repository of a submodule lies elsewhere, by a relative path', async (t) => {
  const { dir, write, commit } = await repositoryFolder((clean) => t.after(clean));
  write({ 'sub/a.py': '1' });
  await commit('sub/a.py');
  renameSync(join(dir, '.git'), join(dir, 'modules'));
  writeFileSync(join(dir, 'sub/.git'), 'gitdir: ../modules\n');
  assert.equal(readFolder(join(dir, 'sub'))?.root, uriOfPath(join(dir, 'sub')));
});

test('whether the remote has the commit, as it was seen last', async (t) => {
  const { dir, write, commit, read } = await repositoryFolder((clean) => t.after(clean));
  write({ 'a.py': '1' });
  const first = await commit();
  await git.addRemote({ fs, dir, remote: 'origin', url: 'git@github.com:me/worker.git' });
  const seen = (id: string) => git.writeRef({ fs, dir, ref: 'refs/remotes/origin/main', value: id, force: true });
  await seen(first);
  mkdirSync(join(dir, '.git/refs/remotes/origin'), { recursive: true });
  writeFileSync(join(dir, '.git/refs/remotes/origin/HEAD'), 'ref: refs/remotes/origin/main\n');
  assert.deepEqual(read()?.remotes[0]?.hasHead, true);
  assert.deepEqual(read()?.remotes[0]?.defaultBranch, 'main');
  write({ 'a.py': '2' });
  const second = await commit();
  assert.equal(read()?.remotes[0]?.hasHead, false);
  await seen(second);
  await git.writeRef({ fs, dir, ref: 'refs/heads/main', value: first, force: true });
  assert.equal(read()?.remotes[0]?.hasHead, true, 'a commit behind the remote is on it');
});

test('tags are unknown in a shallow clone and in one that fetches none, unless it has some', async (t) => {
  const { dir, write, commit, tag, read } = await repositoryFolder((clean) => t.after(clean));
  write({ 'a.py': '1' });
  const head = await commit();
  assert.deepEqual(read()?.tags, []);
  writeFileSync(join(dir, '.git/shallow'), `${head}\n`);
  assert.equal(read()?.tags, undefined);
  unlinkSync(join(dir, '.git/shallow'));
  appendFileSync(
    join(dir, '.git/config'),
    '[remote "origin"]\n\turl = https://github.com/me/worker\n\ttagOpt = --no-tags\n',
  );
  assert.equal(read()?.tags, undefined);
  await tag('v1.0');
  assert.equal(read()?.tags?.length, 1);
});

test('before the first commit everything is new', async (t) => {
  const { write, read } = await repositoryFolder((clean) => t.after(clean));
  write({ 'a.py': '1' });
  const repository = read();
  assert.equal(repository?.head, undefined);
  assert.deepEqual(changesOf(repository), ['untracked a.py']);
});

test('a folder without a repository, and formats that are not read', async (t) => {
  const { dir, write, commit, read } = await repositoryFolder((clean) => t.after(clean));
  write({ 'a.py': '1' });
  await commit();
  const config = readFileSync(join(dir, '.git/config'), 'utf8');
  for (const extension of ['objectFormat = sha256', 'refStorage = reftable']) {
    writeFileSync(join(dir, '.git/config'), `${config}\n[extensions]\n\t${extension}\n`);
    assert.equal(read(), undefined, extension);
  }
  rmSync(join(dir, '.git'), { recursive: true });
  assert.equal(read(), undefined);
});

test('a damaged repository is unknown, in part or as a whole, and never an exception', async (t) => {
  const { dir, write, commit, tag, read } = await repositoryFolder((clean) => t.after(clean));
  write({ 'a.py': '1' });
  await commit();
  await tag('v1.0');
  const whole = read();
  const broken: readonly [path: string, content: string][] = [
    ['index', 'DIRC\0\0\0\u0002\0\0\0\u0009rubbish'],
    ['HEAD', 'rubbish'],
    ['HEAD', 'ref: refs/heads/../../../../etc/passwd'],
    ['packed-refs', '\0\u0001\u0002'.repeat(100)],
    ['config', '[remote "origin"\nurl = x\n[[['],
    ['refs/heads/main', 'f'.repeat(40)],
    ['refs/tags/v1.0', '0123456789'.repeat(4)],
  ];
  for (const [path, content] of broken) {
    const file = join(dir, '.git', path);
    const before = fs.existsSync(file) ? readFileSync(file) : undefined;
    writeFileSync(file, content);
    assert.doesNotThrow(read, path);
    if (before === undefined) unlinkSync(file);
    else writeFileSync(file, before);
  }
  assert.deepEqual(read(), whole);
  for (const entry of readdirSync(join(dir, '.git/objects'), { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const file = join(entry.parentPath, entry.name);
    fs.chmodSync(file, 0o644);
    writeFileSync(file, 'rubbish');
  }
  assert.equal(read(), undefined);
});

test('a .git file cannot lead to a network share', async (t) => {
  const { dir, write, read } = await repositoryFolder((clean) => t.after(clean));
  write({ 'a.py': '1' });
  rmSync(join(dir, '.git'), { recursive: true });
  for (const target of ['//server/share/x', '\\\\server\\share\\x']) {
    writeFileSync(join(dir, '.git'), `gitdir: ${target}\n`);
    assert.equal(read(), undefined, target);
  }
});

/** The same numbers in every run. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return state / 2 ** 32;
  };
}

test('after many random changes it says what isomorphic-git says', async (t) => {
  const { dir, write, commit, read } = await repositoryFolder((clean) => t.after(clean));
  const random = randomFrom(7);
  const names = Array.from({ length: 40 }, (_, index) => `${['', 'src/', 'src/deep/'][index % 3]}file${index}.py`);
  write(Object.fromEntries(names.slice(0, 25).map((name) => [name, name])));
  await commit();
  for (const name of names) {
    const kind = random();
    if (kind < 0.45) write({ [name]: `changed ${random()}` });
    else if (kind < 0.65 && fs.existsSync(join(dir, name))) unlinkSync(join(dir, name));
    if (random() < 0.4 && fs.existsSync(join(dir, name))) await git.add({ fs, dir, filepath: name });
  }
  const matrix = await git.statusMatrix({ fs, dir });
  const expected = matrix.flatMap(([path, head, work, stage]) => {
    if (head === 1 && work === 1 && stage === 1) return [];
    if (work === 0) return [`deleted ${path}`];
    if (head === 0) return [stage === 0 ? `untracked ${path}` : `added ${path}`];
    return [`modified ${path}`];
  });
  assert.ok(expected.length > 10);
  assert.deepEqual(changesOf(read()), expected.sort());
});

test('names on GitHub, from every form of a URL', () => {
  const forms = [
    'https://github.com/me/worker',
    'https://github.com/me/worker.git',
    'https://token@github.com/me/worker/',
    'https://me:token@github.com/me/worker.git',
    'http://www.github.com/me/worker',
    'git@github.com:me/worker.git',
    'github.com:me/worker',
    'ssh://git@github.com/me/worker.git',
    'ssh://git@ssh.github.com:443/me/worker.git',
    'git://github.com/me/worker.git',
  ];
  for (const url of forms) {
    assert.deepEqual(gitHubName(url), { owner: 'me', name: 'worker' }, url);
    assert.deepEqual(gitHubName(withoutCredentials(url)), { owner: 'me', name: 'worker' }, url);
    assert.doesNotMatch(withoutCredentials(url), /token/);
  }
  for (const url of [
    'https://gitlab.com/me/worker',
    'git@work:me/worker.git',
    '/srv/worker.git',
    'https://github.com/me',
    'https://github.com.evil.example/me/worker',
  ]) {
    assert.equal(gitHubName(url), undefined, url);
  }
});

test('a repository publishes what lies at its root, or the only listing that it has', async (t) => {
  const { dir, write, commit, read } = await repositoryFolder((clean) => t.after(clean));
  write({ 'one/.runpod/hub.json': '{}' });
  await commit();
  const single = read('one');
  assert.ok(single && isPublishedFrom(single, uriOfPath(join(dir, 'one'))));
  write({ 'two/.runpod/hub.json': '{}' });
  await commit();
  const several = read('one');
  assert.ok(several && !isPublishedFrom(several, uriOfPath(join(dir, 'one'))));
  assert.ok(several && isPublishedFrom(several, uriOfPath(dir)));
});

// The loop around the core, with a session and a disk that only keep books: what is read, when it is checked.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Report } from '../server/src/engine/report';
import { DEFAULT_SETTINGS, type Session } from '../server/src/engine/session';
import { createWorkspace, type FileAccess, type WorkspaceEvents } from '../server/src/lsp/workspace';

const ROOT = 'file:///w';
const HANDLER = `${ROOT}/handler.py`;
const HELPER = `${ROOT}/helper.py`;

/** Wants the text of every Python file that is listed; counts how often it was asked for reports. */
function bookkeeper() {
  let names: readonly string[] = [];
  const texts = new Map<string, string>();
  const session: Session & { readonly texts: Map<string, string>; names(): readonly string[] } = {
    texts,
    names: () => names,
    list: (paths) => {
      names = [...paths].sort();
    },
    put: (uri, text) => {
      texts.set(uri, text);
    },
    drop: (uri) => {
      texts.delete(uri);
      names = names.filter((name) => name !== uri);
    },
    configure: () => undefined,
    putRepository: () => undefined,
    wanted: () => names.filter((uri) => uri.endsWith('.py') && !texts.has(uri)),
    reports: () => [],
    worker: () => undefined,
    roots: () => [],
    settle: () => false,
  };
  return session;
}

function started(disk: Record<string, string>, folders: readonly string[] = [ROOT]) {
  const content = new Map(Object.entries(disk));
  const reads: string[] = [];
  const failures: unknown[] = [];
  let checks = 0;
  const files: FileAccess = {
    list: async (root) => [...content.keys()].filter((uri) => uri.startsWith(`${root}/`)),
    read: async (uri) => {
      reads.push(uri);
      return content.get(uri);
    },
  };
  const session = bookkeeper();
  const events: WorkspaceEvents = {
    reported: (_reports: readonly Report[]) => {
      checks++;
    },
    failed: (error) => failures.push(error),
  };
  const workspace = createWorkspace(session, { files, soon: setImmediate }, events);
  workspace.configure(DEFAULT_SETTINGS);
  workspace.setFolders(folders);
  return { workspace, session, content, reads, failures, files, checks: () => checks };
}

test('files of the folder are read once, and checked together', async () => {
  const { workspace, session, reads, checks } = started({ [HANDLER]: 'h', [HELPER]: 'x', [`${ROOT}/a.bin`]: '' });
  await workspace.settled();
  assert.deepEqual(
    [...session.texts],
    [
      [HANDLER, 'h'],
      [HELPER, 'x'],
    ],
  );
  assert.deepEqual(reads, [HANDLER, HELPER]);
  assert.equal(checks(), 1);
});

test('an open document comes before the disk, and the disk again when it is closed', async () => {
  const { workspace, session, reads } = started({ [HANDLER]: 'on disk' });
  workspace.opened(HANDLER, 'in the editor');
  await workspace.settled();
  assert.equal(session.texts.get(HANDLER), 'in the editor');
  assert.deepEqual(reads, []);
  workspace.closed(HANDLER);
  await workspace.settled();
  assert.equal(session.texts.get(HANDLER), 'on disk');
});

test('a document opened while the disk is read keeps its own text', async () => {
  const { workspace, session, files } = started({ [HANDLER]: 'on disk' });
  const read = files.read;
  files.read = async (uri) => {
    const text = await read(uri);
    workspace.opened(HANDLER, 'in the editor');
    return text;
  };
  await workspace.settled();
  assert.equal(session.texts.get(HANDLER), 'in the editor');
});

test('keys of a burst are checked once, however the messages are spread', async () => {
  const { workspace, checks } = started({ [HANDLER]: '' });
  await workspace.settled();
  const before = checks();
  for (let key = 0; key < 20; key++) {
    workspace.edited(HANDLER, 'x'.repeat(key));
    await new Promise((resolve) => setImmediate(resolve));
  }
  await workspace.settled();
  assert.equal(checks() - before, 1);
  workspace.dispose();
});

test('when typing rests, the session settles once, and what that changes is reported', async () => {
  const { workspace, session, checks } = started({ [HANDLER]: '' });
  await workspace.settled();
  let settles = 0;
  session.settle = () => {
    settles++;
    return true;
  };
  const before = checks();
  workspace.edited(HANDLER, 'a');
  workspace.edited(HANDLER, 'ab');
  await workspace.settled();
  assert.deepEqual([settles, checks() - before], [0, 1]);
  await new Promise((resolve) => setTimeout(resolve, 400));
  assert.deepEqual([settles, checks() - before], [1, 2]);
});

test('edits without end are checked all the same', async () => {
  const { workspace, checks } = started({ [HANDLER]: '' });
  await workspace.settled();
  const before = checks();
  for (let key = 0; key < 1000; key++) {
    workspace.edited(HANDLER, String(key));
    await new Promise((resolve) => setImmediate(resolve));
  }
  assert.ok(checks() > before);
  workspace.dispose();
});

test('a file written on disk is read again if it was read before, and listed if it is new', async () => {
  const { workspace, session, content, reads } = started({ [HANDLER]: 'old' });
  await workspace.settled();
  content.set(HANDLER, 'new');
  content.set(HELPER, 'created');
  content.set(`${ROOT}/.venv/x.py`, 'foreign');
  reads.length = 0;
  workspace.filesChanged(
    [HANDLER, HELPER, `${ROOT}/.venv/x.py`, `${ROOT}/data.json`].map((uri) => ({ uri, kind: 'written' as const })),
  );
  await workspace.settled();
  assert.equal(session.texts.get(HANDLER), 'new');
  assert.equal(session.texts.get(HELPER), 'created');
  assert.deepEqual(reads, [HANDLER, HELPER]);
  assert.deepEqual(session.names(), [`${ROOT}/data.json`, HANDLER, HELPER]);
});

test('a deleted folder takes its files along, and a file that is open stays', async () => {
  const inside = `${ROOT}/sub/deep/x.py`;
  const { workspace, session } = started({ [HANDLER]: 'h', [inside]: 'x', [`${ROOT}/subway.py`]: 's' });
  workspace.opened(HANDLER, 'h');
  await workspace.settled();
  workspace.filesChanged([
    { uri: `${ROOT}/sub`, kind: 'deleted' },
    { uri: HANDLER, kind: 'deleted' },
  ]);
  await workspace.settled();
  assert.deepEqual(session.names(), [HANDLER, `${ROOT}/subway.py`]);
  assert.ok(!session.texts.has(inside) && session.texts.has(HANDLER));
});

test('a file opened on its own brings its folder only when it looks like a worker', async () => {
  const { workspace, session } = started({ [HANDLER]: 'h', [HELPER]: 'x' }, []);
  workspace.opened(HELPER, 'print()');
  await workspace.settled();
  assert.deepEqual(session.names(), []);
  workspace.opened(HANDLER, 'import runpod');
  await workspace.settled();
  assert.deepEqual(session.names(), [HANDLER, HELPER]);
  assert.equal(session.texts.get(HELPER), 'print()');
  workspace.closed(HELPER);
  workspace.closed(HANDLER);
  await workspace.settled();
  assert.deepEqual(session.names(), []);
});

test('a document in a foreign folder is none of our business', async () => {
  const { workspace, session } = started({ [HANDLER]: 'h' });
  workspace.opened(`${ROOT}/venv/lib/site-packages/runpod/x.py`, 'import runpod');
  await workspace.settled();
  assert.deepEqual([...session.texts.keys()], [HANDLER]);
});

test('a file that cannot be read is not asked for again and again', async () => {
  const { workspace, content, reads, files } = started({ [HANDLER]: 'h' });
  files.list = async () => [HANDLER, HELPER];
  await workspace.settled();
  assert.ok(!content.has(HELPER));
  workspace.edited(HANDLER, 'h2');
  await workspace.settled();
  assert.ok(reads.filter((uri) => uri === HELPER).length <= 1);
  workspace.dispose();
});

test('a session that throws is reported, and the next check goes on', async () => {
  const { workspace, session, failures, checks } = started({ [HANDLER]: 'h' });
  await workspace.settled();
  const reports = session.reports;
  session.reports = () => {
    throw new Error('broken');
  };
  workspace.opened(HANDLER, 'a');
  await workspace.settled();
  assert.equal(failures.length, 1);
  session.reports = reports;
  const before = checks();
  workspace.opened(HANDLER, 'b');
  await workspace.settled();
  assert.equal(checks() - before, 1);
});

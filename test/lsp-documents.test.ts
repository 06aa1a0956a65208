// Incremental sync as hostile clients do it, and the many spellings of one URI.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createDocuments } from '../server/src/lsp/documents';
import { fromClient, toClient } from '../server/src/lsp/uris';

const URI = 'file:///w/handler.py';

function opened(text: string) {
  const documents = createDocuments();
  documents.open({ uri: URI, languageId: 'python', version: 1, text });
  const change = (...contentChanges: unknown[]) =>
    // What a client really sends need not have the protocol's type.
    documents.change({ textDocument: { uri: URI, version: 2 }, contentChanges } as never);
  return { documents, change };
}

const range = (line: number, character: number, endLine = line, endCharacter = character) => ({
  start: { line, character },
  end: { line: endLine, character: endCharacter },
});

test('edits are applied in order, each to the text after the one before', () => {
  const { change } = opened('one\ntwo\n');
  const after = change({ range: range(0, 3), text: ' and' }, { range: range(0, 7, 1, 3), text: ' a half' });
  assert.equal(after?.text, 'one and a half\n');
  assert.equal(after?.version, 2);
});

test('positions count UTF-16 units, and CRLF is one line end', () => {
  const { change } = opened('a = "😀x"\r\nb\r\n');
  assert.equal(
    change({ range: range(0, 7, 0, 8), text: 'y' }, { range: range(1, 1), text: '!' })?.text,
    'a = "😀y"\r\nb!\r\n',
  );
});

test('a range outside the text is moved into it', () => {
  for (const [where, expected] of [
    [range(9999, 0), 'one\ntwox'],
    [range(0, 9999), 'onex\ntwo'],
    [range(-5, -5, 0, 1), 'xne\ntwo'],
    [range(1, 0, 0, 0), 'xtwo'],
    [range(500, 2, 900, 1), 'one\ntwox'],
  ] as const) {
    const { change } = opened('one\ntwo');
    assert.equal(change({ range: where, text: 'x' })?.text, expected, JSON.stringify(where));
  }
});

test('line starts stay right after edits outside the text', () => {
  const { change } = opened('one\ntwo');
  change({ range: range(900, 0, 901, 0), text: '\nthree\n' });
  assert.equal(change({ range: range(2, 0), text: '>' })?.text, 'one\ntwo\n>three\n');
});

test('nonsense is left out, and what stands beside it is applied', () => {
  const { change } = opened('one');
  const after = change(
    { range: null, text: 'A' },
    { range: { start: { line: 'x' } }, text: 'B' },
    { range: range(0, Number.NaN), text: 'C' },
    { range: range(0, 0) },
    { range: range(0, 3), text: '!' },
  );
  assert.equal(after?.text, 'one!');
});

test('a change of a document that was never opened is no document', () => {
  const documents = createDocuments();
  assert.equal(
    documents.change({ textDocument: { uri: URI, version: 1 }, contentChanges: [{ text: 'x' }] }),
    undefined,
  );
  assert.equal(documents.close(URI), undefined);
});

test('a change without a range replaces everything', () => {
  assert.equal(opened('one').change({ text: 'new' })?.text, 'new');
});

test('spellings of one file are one URI inside', () => {
  for (const spelling of [
    'file:///c%3A/My%20Worker/h%28x%29.py',
    'file:///C:/My%20Worker/h(x).py',
    'file:///c:/My Worker/h(x).py',
  ]) {
    assert.equal(fromClient(spelling), 'file:///c:/My Worker/h(x).py');
  }
  assert.equal(fromClient('file:///w/'), 'file:///w');
});

test('a URI goes out encoded and comes back the same', () => {
  for (const uri of [
    'file:///w/a b/ü/100%/#1?.py',
    'file:///c:/w/x.py',
    'file://server/share/x.py',
    'file:///w/a%20b.py',
  ]) {
    assert.equal(fromClient(toClient(uri)), uri);
  }
});

test('a URI goes out as VS Code writes it', () => {
  assert.equal(toClient("file:///w/it's (2)!/*.py"), 'file:///w/it%27s%20%282%29%21/%2A.py');
});

test('a URI with a broken escape, a query or without a folder is kept as it is', () => {
  for (const uri of [
    'file:///w/%zz.py',
    'git:/w/x.py?ref',
    'untitled:Untitled-1',
    'vscode-notebook-cell:/x#cell1',
    '',
    ':',
  ]) {
    assert.equal(fromClient(uri), uri);
  }
});

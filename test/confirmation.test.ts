// Edits that are to be confirmed, as the extension hands them to VS Code: what is ticked in the preview, and what opens it.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sendAndTick } from '../client/src/confirmation';

const ANNOTATION = { label: 'Remove A', description: 'Look it over.', needsConfirmation: true };

const edit = (...changes: readonly object[]) => ({
  changeAnnotations: { runpod: ANNOTATION },
  documentChanges: [...changes],
});
const changed = (uri: string) => ({ textDocument: { uri, version: 1 }, edits: [{ annotationId: 'runpod' }] });
const created = (uri: string) => ({ kind: 'create', uri, annotationId: 'runpod' });

function through(method: string, answer: unknown): Promise<unknown> {
  return sendAndTick(method, undefined, undefined, () => Promise.resolve(answer));
}

test('the changes need no confirmation, and the creation of a file that is there does', async () => {
  const given = edit(created('file:///w/new.json'), changed('file:///w/new.json'), changed('file:///w/a.py'));
  const answer = await through('runpod/fix', structuredClone(given));
  const opener = 'opens the preview';
  assert.deepEqual(answer, {
    changeAnnotations: { runpod: { ...ANNOTATION, needsConfirmation: false }, [opener]: ANNOTATION },
    documentChanges: [
      ...given.documentChanges,
      { kind: 'create', uri: 'file:///w/a.py', options: { ignoreIfExists: true }, annotationId: opener },
    ],
  });
  assert.deepEqual(await through('textDocument/codeAction', [{ title: 'a' }, { title: 'b', edit: given }]), [
    { title: 'a' },
    { title: 'b', edit: answer },
  ]);
});

test('all else is as it was sent', async () => {
  const harmless = { label: 'Remove A' };
  const answers: readonly (readonly [string, unknown])[] = [
    ['textDocument/rename', edit(changed('file:///w/a.py'))],
    ['runpod/fix', edit(created('file:///w/new.json'), changed('file:///w/new.json'))],
    ['runpod/fix', { ...edit(changed('file:///w/a.py')), changeAnnotations: { runpod: harmless } }],
    ['runpod/fix', { documentChanges: [changed('file:///w/a.py')] }],
    ['runpod/fix', null],
    ['textDocument/codeAction', null],
    ['textDocument/codeAction', [null, { title: 'a', command: 'b' }]],
  ];
  for (const [method, answer] of answers) {
    const before = structuredClone(answer);
    assert.deepEqual(await through(method, answer), before);
  }
});

// Files that a worker lacks, written from its own facts, and a foreign hub.json rewritten: what the editor's commands ask
// for. The same texts are the fixes of findings; a command gets them also where there is no finding.

import type { Fix } from '../base/edit';
import { type Message, say } from '../base/message';
import type { Uri } from '../base/uri';
import { isForeign } from '../model/hub/hub';
import { isObject } from '../model/json';
import type { Worker } from '../model/worker';
import { createHubFix, HUB_PATH } from '../rules/create/hub-file';
import { createTestInputFix, createTestsFix, TEST_INPUT_PATH, TESTS_PATH } from '../rules/create/tests-file';
import { droppedFrom, rewrite } from '../rules/hub/hub-schema-foreign';

export const CREATABLE = ['hub', 'tests', 'testInput', 'migration'] as const;

/** `migration`: a hub.json of another format, put into RunPod's. */
export type Creatable = (typeof CREATABLE)[number];

export type Creation =
  | {
      readonly kind: 'created';
      readonly fix: Fix;
      /** The file to look at afterwards. */
      readonly uri: Uri;
      /** What the author should know of it. */
      readonly notes: readonly Message[];
    }
  /** `uri`: the file that is there already. */
  | { readonly kind: 'refused'; readonly reason: Message; readonly uri: Uri | undefined };

export function createFor({ root, inputs }: Worker, what: Creatable): Creation {
  const { files, hubFile, tests, testInput } = inputs;
  if (!files) return refused(say`The worker has no files.`);
  const facts = { ...inputs, files };
  const path = (relative: string): Uri => `${root}/${relative}`;
  switch (what) {
    case 'hub':
      if (hubFile) return refused(say`The worker has a hub.json already.`, hubFile.source.uri);
      return created(createHubFix(facts), path(HUB_PATH), [say`The category and the GPUs are guesses: check them.`]);
    case 'tests': {
      const existing = tests?.source.uri ?? [path(TESTS_PATH), path('tests.json')].find((uri) => files.has(uri));
      if (existing) return refused(say`The worker has a tests.json already.`, existing);
      return created(createTestsFix(facts), path(TESTS_PATH), [say`Check the input and the timeout.`]);
    }
    case 'testInput':
      if (testInput) return refused(say`The worker has a test_input.json already.`, testInput.source.uri);
      return created(createTestInputFix(facts), path(TEST_INPUT_PATH), [say`Check the values of the input.`]);
    case 'migration': {
      if (!hubFile) return refused(say`The worker has no hub.json.`);
      const { uri } = hubFile.source;
      if (!isObject(hubFile.root) || !isForeign(hubFile))
        return refused(say`hub.json follows RunPod's format, or cannot be read.`, uri);
      const dropped = droppedFrom(hubFile.root, facts);
      const notes = dropped === '' ? [] : [say`RunPod has no place for these, so they are gone: ${dropped}.`];
      return created(rewrite(hubFile, hubFile.root, facts), uri, notes);
    }
  }
}

function created(fix: Fix, uri: Uri, notes: readonly Message[]): Creation {
  return { kind: 'created', fix, uri, notes };
}

function refused(reason: Message, uri?: Uri): Creation {
  return { kind: 'refused', reason, uri };
}

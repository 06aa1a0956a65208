// Which of a worker's JSON files a file is, told by its name and what lies around it.

import { basename, dirname, type Uri } from '../base/uri';
import type { Worker } from '../model/worker';

export type JsonKind = 'hub' | 'tests' | 'testInput' | 'config';

const IN_RUNPOD_FOLDER: Readonly<Record<string, JsonKind>> = {
  'hub.json': 'hub',
  'tests.json': 'tests',
  'compliance.json': 'config',
};

/** `hub.json`, `tests.json` and `test_input.json` are names that other programs use too: outside `.runpod` a worker must lie there. */
export function jsonKindOf(uri: Uri, worker: Worker | undefined): JsonKind | undefined {
  const name = basename(uri);
  const folder = dirname(uri);
  if (basename(folder) === '.runpod') return Object.hasOwn(IN_RUNPOD_FOLDER, name) ? IN_RUNPOD_FOLDER[name] : undefined;
  if (worker === undefined) return undefined;
  if (name === 'test_input.json') return 'testInput';
  if (folder !== worker.root) return undefined;
  if (name === 'hub.json') return 'hub';
  return name === 'tests.json' && worker.inputs.hubFile !== undefined ? 'tests' : undefined;
}

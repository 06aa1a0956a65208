// Entry of the suite inside VS Code's extension host. Each window opens one folder made by the runner, and the folder's
// name says which tests belong into it.

import { writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import Mocha from 'mocha';
import * as vscode from 'vscode';
import { aids } from './aids';
import { ignoring } from './ignoring';
import { large } from './large';
import { listing } from './listing';
import { noWorker } from './no-worker';
import { oneWorker } from './one-worker';
import { severalWorkers } from './several-workers';

const SUITES: Readonly<Record<string, readonly (() => void)[]>> = {
  clean: [listing],
  'fast-backend': [oneWorker],
  workers: [severalWorkers, aids, ignoring],
  plain: [noWorker],
  large: [large],
};

export async function run(): Promise<void> {
  const folder = basename(vscode.workspace.workspaceFolders?.[0]?.uri.path ?? '');
  const suites = SUITES[folder];
  if (suites === undefined) throw new Error(`There is no suite for the folder "${folder}".`);
  const mocha = new Mocha({ ui: 'bdd', reporter: 'spec', color: false, timeout: 120_000 });
  // Makes describe and it global, as mocha does before it loads a file.
  mocha.suite.emit('pre-require', globalThis, '', mocha);
  for (const suite of suites) suite();
  await new Promise<void>((done) => {
    const runner = mocha.run(() => {
      keepResults(folder, runner.stats);
      done();
    });
  });
}

/** The runner trusts this file only: an extension host that dies ends with code 0. */
function keepResults(folder: string, stats: Mocha.Stats | undefined): void {
  const { RUNPOD_COMPLIANCE_TEST_RESULTS: results } = process.env;
  if (results !== undefined) writeFileSync(join(results, `${folder}.json`), JSON.stringify(stats));
}

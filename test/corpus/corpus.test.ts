// Runs the core over real workers: each folder in the folder that the variable CORPUS names. What must hold for code that
// nobody here has seen: no crash, no slow rule, the same bytes twice, fixes that do what they say. Whether the findings
// are true is not decided here; their numbers are printed.

import assert from 'node:assert/strict';
import { readdirSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { after, describe, it } from 'node:test';
import type { Report } from '../../server/src/engine/report';
import { jsonReport } from '../../server/src/report/json';
import { crashesOf } from '../harness/workers';
import { outsideTexts, timeRules, wrongFixes } from './checks';
import { Summary } from './summary';
import { type DiskWorker, openFolder, sessionOver, showPlace, showUri } from './worker';

const { CORPUS: corpus } = process.env;

if (corpus === undefined) {
  it('every worker of a corpus', { skip: 'CORPUS names no folder of workers.' }, () => {});
} else {
  describe('corpus', () => {
    const folders = foldersIn(resolve(corpus));
    const summary = new Summary();

    it('holds workers', () => assert.ok(folders.length > 0, `There is no folder in ${corpus}.`));
    for (const [name, folder] of folders) it(name, () => checkWorker(name, openFolder(folder), summary));
    after(() => console.log(summary.text()));
  });
}

function foldersIn(corpus: string): readonly (readonly [name: string, folder: string])[] {
  return readdirSync(corpus)
    .sort()
    .map((name) => [name, join(corpus, name)] as const)
    .filter(([, folder]) => statSync(folder).isDirectory());
}

async function checkWorker(name: string, worker: DiskWorker, summary: Summary): Promise<void> {
  const session = await sessionOver(worker, worker.names);
  const reports = session.reports();
  assert.deepEqual(crashesOf(reports), []);
  summary.add(name, reports, (finding) => showPlace(worker, finding));

  const again = (await sessionOver(worker, [...worker.names].reverse())).reports();
  assert.equal(bytesOf(worker, again), bytesOf(worker, reports), 'A second run says something else.');

  const { times, slow } = await timeRules(worker, again);
  summary.time(name, worker.texts.size, times);
  const problems = [...slow, ...reports.flatMap((report) => outsideTexts(worker, report))];
  for (const report of reports) problems.push(...(await wrongFixes(worker, session, report)));
  assert.deepEqual(problems, []);
}

function bytesOf(worker: DiskWorker, reports: readonly Report[]): string {
  return jsonReport(reports, { showPath: (uri) => showUri(worker, uri), durationMs: 0 });
}

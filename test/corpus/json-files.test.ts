// Every hub.json, tests.json and test_input.json below the folder that the variable CORPUS names: checked quickly, and each
// fix removes its finding, leaves JSON that is no more broken than before, and touches nothing but what it says.

import assert from 'node:assert/strict';
import { readdirSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, it } from 'node:test';
import { format } from '../../server/src/base/message';
import { basename, dirname, type Uri } from '../../server/src/base/uri';
import { crashesOf } from '../harness/workers';
import { findingsOf, wrongFixes } from './checks';
import { type DiskWorker, edited, openFolder, sessionOver, showUri } from './worker';

const { CORPUS: corpus } = process.env;

/** Milliseconds to check a file of less than 30 KB again, and any other. */
const QUICK = 5;
const SLOWEST = 50;
const SMALL = 30_000;

/** Of the processor's own time, since other programs run too; the first runs also compile the code. */
const RUNS = 12;

const NAMES: ReadonlySet<string> = new Set(['hub.json', 'tests.json', 'test_input.json']);

if (corpus === undefined) {
  it('every JSON file of a corpus', { skip: 'CORPUS names no folder of workers.' }, () => {});
} else {
  describe('JSON files of the corpus', () => {
    for (const name of readdirSync(resolve(corpus)).sort()) {
      const folder = join(resolve(corpus), name);
      if (statSync(folder).isDirectory()) it(name, () => checkFiles(openFolder(folder)));
    }
  });
}

async function checkFiles(worker: DiskWorker): Promise<void> {
  const session = await sessionOver(worker, worker.names);
  const reports = session.reports();
  assert.deepEqual(crashesOf(reports), []);
  const problems: string[] = [];
  for (const uri of worker.names.filter((one) => NAMES.has(basename(one)))) {
    const text = worker.texts.get(uri);
    if (typeof text !== 'string') continue;
    const time = await quickestCheck(worker, uri, text);
    if (time > (text.length < SMALL ? QUICK : SLOWEST))
      problems.push(`${showUri(worker, uri)} takes ${time.toFixed(1)} ms`);
  }
  for (const report of session.reports()) {
    const inJson = findingsOf(report).filter(({ uri }) => NAMES.has(basename(uri)));
    for (const { rule, fixes = [] } of inJson) {
      for (const fix of fixes) {
        const touched = strayChange(worker, fix.edits);
        if (touched) problems.push(`${rule}: "${format(fix.title)}" also changes ${showUri(worker, touched)}`);
      }
    }
    problems.push(...(await wrongFixes(worker, session, report, inJson)));
  }
  assert.deepEqual(problems, []);
}

/** Of the JSON files that lie beside each other alone: how long a worker's other files take is another suite's question. */
async function quickestCheck(worker: DiskWorker, uri: Uri, text: string): Promise<number> {
  const beside = worker.names.filter((one) => NAMES.has(basename(one)) && dirname(one) === dirname(uri));
  const session = await sessionOver({ ...worker, names: beside }, beside);
  let best = Number.POSITIVE_INFINITY;
  for (let run = 0; run < RUNS; run++) {
    const from = process.cpuUsage();
    session.put(uri, `${text}${' '.repeat((run % 2) + 1)}`);
    session.reports();
    const { user, system } = process.cpuUsage(from);
    best = Math.min(best, (user + system) / 1000);
  }
  return best;
}

/** A file in which something changes between the edits, before the first or behind the last. */
function strayChange(worker: DiskWorker, edits: Parameters<typeof edited>[1]): Uri | undefined {
  for (const [uri, after] of edited(worker, edits)) {
    const before = worker.texts.get(uri) ?? '';
    const mine = edits.filter((edit) => edit.uri === uri).sort((a, b) => a.span.start - b.span.start);
    let from = 0;
    let at = 0;
    for (const { span, text } of mine) {
      const kept = before.slice(from, span.start);
      if (after.slice(at, at + kept.length) !== kept) return uri;
      at += kept.length + text.length;
      from = span.end;
    }
    if (after.slice(at) !== before.slice(from)) return uri;
  }
  return undefined;
}

// The suites inside a real VS Code, then those that drive it from outside, as a user does. VS Code comes from where it can: the
// program in VSCODE_EXECUTABLE, else the download of @vscode/test-electron, else the one for the browser. Ends in a line of
// totals. Usage: node scripts/vscode/run-host-tests.mjs [NAME]. NAME is part of a suite's name, such as workers or ui-panel.

import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { faultyWorker, writeWorker } from '../../bench/workers.mjs';
import { UI_SUITES } from '../../test/host/ui.mjs';
import { build } from '../build.mjs';
import { ensureInstalled, ROOT } from '../setup.mjs';
import { Impossible } from './cache.mjs';
import { chooseHost } from './hosts.mjs';
import { runUiSuites } from './ui-suites.mjs';

const RESULTS_VARIABLE = 'RUNPOD_COMPLIANCE_TEST_RESULTS';
/** A handler that is somebody else's, such as a cloud function's. */
const FOREIGN_HANDLER = 'def handler(event, context):\n    return {"statusCode": 200}\n';

/** How many the panel has to bear. */
const MANY_FINDINGS = 2000;

const [only = ''] = process.argv.slice(2);
const totals = { passed: 0, failed: 0, skipped: 0 };
const home = mkdtempSync(join(tmpdir(), 'runpod-compliance-host-'));
try {
  ensureInstalled();
  await build({ hostTests: true });
  await runSuites();
  await runUi();
} catch (error) {
  console.error(error.stack ?? error.message);
  totals.failed++;
} finally {
  rmSync(home, { recursive: true, force: true, maxRetries: 5 });
}
const skipped = totals.skipped > 0 ? `, ${totals.skipped} skipped` : '';
console.log(`${totals.passed} passed, ${totals.failed} failed${skipped}`);
process.exit(totals.failed > 0 ? 1 : 0);

/** One window for each folder: the folder's name tells the suite which tests belong into it. */
async function runSuites() {
  const folders = makeFolders().filter((folder) => nameOf(folder).includes(only));
  if (folders.length === 0) return;
  const results = join(home, 'results');
  mkdirSync(results);
  process.env[RESULTS_VARIABLE] = results;
  const host = await orSkip('the suite inside VS Code', chooseHost);
  if (host === undefined) return;
  console.log(`VS Code: ${host.name}`);
  try {
    for (const folder of folders) {
      await host.runTests({ folder, extension: ROOT, tests: join(ROOT, '.build', 'test-host', 'index.js') });
      count(folder, results);
    }
  } finally {
    await host.stop();
  }
}

async function runUi() {
  const suites = Object.keys(UI_SUITES).filter((name) => name.includes(only));
  if (suites.length === 0) return;
  const job = { suites: suites.map((name) => UI_SUITES[name]), examples: join(ROOT, 'examples'), home };
  const { passed, failed } = (await orSkip('VS Code in a browser', () => runUiSuites(job))) ?? {};
  totals.passed += passed ?? 0;
  totals.failed += failed ?? 0;
}

/** A window that died tells nothing, whatever its exit code was; so the suite itself leaves its results in a file. */
function count(folder, results) {
  const file = join(results, `${nameOf(folder)}.json`);
  if (!existsSync(file)) {
    console.error(`The window for ${folder} ended without a result.`);
    totals.failed++;
    return;
  }
  const { passes, failures, pending } = JSON.parse(readFileSync(file, 'utf8'));
  totals.passed += passes;
  totals.failed += failures;
  totals.skipped += pending;
  if (passes + failures === 0) totals.failed++;
}

async function orSkip(what, begin) {
  try {
    return await begin();
  } catch (error) {
    if (!(error instanceof Impossible)) throw error;
    console.log(`skip  ${what}: ${error.message}`);
    totals.skipped++;
    return undefined;
  }
}

function makeFolders() {
  const single = copyExample('fast-backend', home);
  const workers = join(home, 'workers');
  copyExample('fast-backend', workers);
  copyExample('first-draft', workers);
  const plain = join(home, 'plain');
  mkdirSync(plain);
  writeFileSync(join(plain, 'handler.py'), FOREIGN_HANDLER);
  const large = join(home, 'large');
  writeWorker(large, faultyWorker(MANY_FINDINGS));
  return [single, copyExample('clean', home), workers, plain, large];
}

function nameOf(folder) {
  return folder.split('/').at(-1);
}

function copyExample(name, folder) {
  const copy = join(folder, name);
  cpSync(join(ROOT, 'examples', name), copy, { recursive: true });
  return copy;
}

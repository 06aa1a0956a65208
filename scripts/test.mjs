// `npm test`: static checks, a build, every Node suite and the suite inside a real VS Code, ending in one line of totals.
// Usage: node scripts/test.mjs [--only NAME] [--no-host]. NAME is part of a suite's name, such as types, rules or host.

import { spawn } from 'node:child_process';
import { readdirSync, rmSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { run } from 'node:test';
import { inspect } from 'node:util';
import { ensureInstalled, ROOT } from './setup.mjs';

const STATIC_CHECKS = [
  { name: 'types', command: ['node_modules/typescript/bin/tsc', '-b'] },
  { name: 'lint', command: ['node_modules/@biomejs/biome/bin/biome', 'check', '--error-on-warnings'] },
  { name: 'generated', command: ['scripts/gen.mjs', '--check'] },
];

const HOST_SUITE = 'host';
const HOST_RUNNER = 'scripts/vscode/run-host-tests.mjs';
/** Of this run alone: another may be going on. */
const TEST_OUTPUT = `.build/test/${process.pid}`;
const FILE_TIMEOUT_MS = 300_000;
/** They take as long as the folder they are given is large. */
const UNTIMED_SUITES = 'corpus/';
const TOTALS_LINE = /^(\d+) passed, (\d+) failed(?:, (\d+) skipped)?$/gm;

const { only, host } = readArguments(process.argv.slice(2));
const totals = { passed: 0, failed: 0, skipped: 0 };

ensureInstalled();
const built = await runBuild();
await Promise.all(STATIC_CHECKS.filter(isWanted).map(runStaticCheck));
await runNodeSuites();
if (built && host && isWanted({ name: HOST_SUITE })) await runHostSuite();
if (totals.passed + totals.failed + totals.skipped === 0) {
  fail(only ?? 'everything', 'No suite has this name.');
}

const skipped = totals.skipped > 0 ? `, ${totals.skipped} skipped` : '';
console.log(`${totals.passed} passed, ${totals.failed} failed${skipped}`);
process.exitCode = totals.failed > 0 ? 1 : 0;

/** Most suites need the bundles, so they are built whatever is asked for, and count only when they fail. */
async function runBuild() {
  try {
    const { build } = await import('./build.mjs');
    await build({ hostTests: true });
    return true;
  } catch (error) {
    fail('build', error.message);
    return false;
  }
}

async function runStaticCheck({ name, command }) {
  const time = stopwatch();
  const { code, output } = await runNode(command);
  if (code === 0) {
    totals.passed++;
    console.log(`ok    ${name} (${time()})`);
  } else {
    fail(name, output);
  }
}

async function runNodeSuites() {
  const suites = testFiles().filter(isWanted);
  if (suites.length === 0) return;
  await bundleTests(suites);
  // Read by the child processes: stack traces then point into the TypeScript sources.
  process.env.NODE_OPTIONS = `${process.env.NODE_OPTIONS ?? ''} --enable-source-maps`.trim();
  const waiting = [...suites];
  await Promise.all(
    Array.from({ length: availableParallelism() }, async () => {
      for (let suite = waiting.shift(); suite !== undefined; suite = waiting.shift()) await runSuite(suite);
    }),
  );
}

/** One file, in a process of its own. */
async function runSuite({ name, output }) {
  const time = stopwatch();
  const suite = { name, output, passed: 0, skips: [], failures: [], log: '' };
  for await (const { type, data } of run({
    files: [output],
    timeout: name.startsWith(UNTIMED_SUITES) ? Number.POSITIVE_INFINITY : FILE_TIMEOUT_MS,
  })) {
    if (type === 'test:stdout' || type === 'test:stderr') suite.log += data.message;
    else if (type === 'test:pass') countPass(suite, data);
    else if (type === 'test:fail') countFailure(suite, data);
  }
  reportSuite(suite, time());
}

/** Node reports a file as a passed test of that name when it holds no test at all. */
function countPass(suite, { name, details, skip, todo }) {
  if (name === suite.output) suite.failures.push({ name, text: 'This file holds no test.' });
  else if (skip !== undefined || todo !== undefined) suite.skips.push(`${name}: ${skip || todo || 'no reason given'}`);
  else if (details.type !== 'suite') suite.passed++;
}

/** A test that failed only because a test inside it did says nothing new. */
function countFailure(suite, { name, details }) {
  const { error } = details;
  if (error.failureType === 'subtestsFailed') return;
  const where = name === suite.output ? 'the file itself' : name;
  suite.failures.push({ name: where, text: error.cause?.stack ?? inspect(error.cause ?? error) });
}

function reportSuite({ name, passed, skips, failures, log }, time) {
  totals.passed += passed;
  totals.failed += failures.length;
  totals.skipped += skips.length;
  for (const skip of skips) console.log(`skip  ${name}: ${skip}`);
  if (failures.length === 0) console.log(`ok    ${name} (${passed} tests, ${time})`);
  for (const failure of failures) console.log(`FAIL  ${name}: ${failure.name}\n${indent(failure.text)}`);
  const isLogWanted = failures.length > 0 || only !== undefined;
  if (isLogWanted && log.trim() !== '') console.log(`      what ${name} printed:\n${indent(log)}`);
}

async function bundleTests(suites) {
  const { buildTests } = await import('./build.mjs');
  process.on('exit', () => rmSync(join(ROOT, TEST_OUTPUT), { recursive: true, force: true }));
  await buildTests(
    suites.map(({ source }) => source),
    TEST_OUTPUT,
  );
}

function testFiles() {
  return readdirSync(join(ROOT, 'test'), { recursive: true })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => path.endsWith('.test.ts') && !path.startsWith('host/'))
    .sort()
    .map((path) => {
      const name = path.replace(/\.test\.ts$/, '');
      return { name, source: `test/${path}`, output: join(ROOT, TEST_OUTPUT, `${name}.test.cjs`) };
    });
}

async function runHostSuite() {
  const { code, output } = await runNode([HOST_RUNNER], { echo: true });
  const line = [...output.matchAll(TOTALS_LINE)].at(-1);
  if (line === undefined) {
    fail(HOST_SUITE, `${HOST_RUNNER} ended with code ${code} and printed no totals.`);
    return;
  }
  const [passed = 0, failed = 0, skips = 0] = line.slice(1).map((digits) => Number(digits ?? 0));
  totals.passed += passed;
  totals.failed += failed;
  totals.skipped += skips;
  if (code !== 0 && failed === 0) fail(HOST_SUITE, `It ended with code ${code} although no test failed.`);
  if (skips > 0 && process.env.RUNPOD_REQUIRE_HOST) fail(HOST_SUITE, 'RUNPOD_REQUIRE_HOST forbids skipping it.');
}

/** Runs a script with this Node and gathers what it prints; `echo` shows it at once, but for the line of totals. */
function runNode(command, { echo = false } = {}) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, command, { cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    const take = (chunk) => {
      output += chunk;
      if (echo) process.stdout.write(chunk.replace(TOTALS_LINE, `${HOST_SUITE}: $&`));
    };
    child.stdout.setEncoding('utf8').on('data', take);
    child.stderr.setEncoding('utf8').on('data', take);
    child.on('error', (error) => resolve({ code: 1, output: error.message }));
    child.on('close', (code) => resolve({ code: code ?? 1, output }));
  });
}

function stopwatch() {
  const from = performance.now();
  return () => `${((performance.now() - from) / 1000).toFixed(1)} s`;
}

function fail(name, why) {
  totals.failed++;
  console.log(`FAIL  ${name}\n${indent(why)}`);
}

function indent(text) {
  return text.trimEnd().replace(/^/gm, '      ');
}

function isWanted({ name }) {
  return only === undefined || name.includes(only);
}

function readArguments(args) {
  const options = { only: undefined, host: true };
  for (let at = 0; at < args.length; at++) {
    const argument = args[at];
    if (argument === '--no-host') options.host = false;
    else if (argument === '--only' && args[at + 1] !== undefined) options.only = args[++at];
    else {
      console.error(`Unknown option ${argument}. Usage: npm test -- [--only NAME] [--no-host]`);
      process.exit(2);
    }
  }
  return options;
}

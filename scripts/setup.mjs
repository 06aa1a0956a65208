// Makes a fresh clone usable: dependencies installed, bundles built, each only when it is needed.
// Plain Node built-ins, since this runs before anything is installed.

import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));

const OLDEST_NODE = 20;

/** Everything that goes into the bundles. */
const BUNDLED = ['server/src', 'client/src', 'scripts/build.mjs', 'package.json', 'package-lock.json'];

/** Written last by a build, so its time is the time of the whole build. */
export const BUILD_STAMP = '.build/built';

export function ensureInstalled() {
  demandNode();
  if (isInstalled()) return;
  console.error('Installing the development dependencies (once)…');
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const run = spawnSync(npm, ['ci', '--include=dev', '--no-fund', '--no-audit', '--loglevel=error'], {
    cwd: ROOT,
    stdio: ['ignore', 'ignore', 'inherit'],
    shell: process.platform === 'win32',
  });
  if (run.status !== 0) {
    stop(`"npm ci" failed${run.error ? `: ${run.error.message}` : ''}. Run it by hand to see why, then try again.`);
  }
}

/** Builds `dist` for development when it is missing or older than its sources. */
export async function ensureBuilt() {
  ensureInstalled();
  if (isBuilt()) return;
  const { build } = await import('./build.mjs');
  await build();
}

/** Whether node_modules holds what the lock file names; npm writes its own copy of it there when an install is complete. */
function isInstalled() {
  const wanted = packagesOf(join(ROOT, 'package-lock.json'));
  const present = packagesOf(join(ROOT, 'node_modules/.package-lock.json'));
  if (present === undefined || wanted === undefined) return false;
  return Object.entries(wanted).every(
    ([path, entry]) => path === '' || entry.optional || present[path]?.version === entry.version,
  );
}

function packagesOf(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages;
  } catch {
    return undefined;
  }
}

function isBuilt() {
  const stamp = join(ROOT, BUILD_STAMP);
  if (!existsSync(stamp)) return false;
  const { outputs } = JSON.parse(readFileSync(stamp, 'utf8'));
  const builtAt = statSync(stamp).mtimeMs;
  return (
    outputs.every((output) => existsSync(join(ROOT, output))) &&
    BUNDLED.every((path) => newestTime(join(ROOT, path)) <= builtAt)
  );
}

/** The newest change below a path. Folders count, since a deleted file shows only there. */
function newestTime(path) {
  const stats = statSync(path);
  if (!stats.isDirectory()) return stats.mtimeMs;
  return readdirSync(path).reduce((newest, name) => Math.max(newest, newestTime(join(path, name))), stats.mtimeMs);
}

function demandNode() {
  const major = Number(process.versions.node.split('.')[0]);
  if (major < OLDEST_NODE) {
    stop(`Node ${OLDEST_NODE} or newer is needed; this is ${process.versions.node}. Get it from https://nodejs.org.`);
  }
}

function stop(message) {
  console.error(message);
  process.exit(1);
}

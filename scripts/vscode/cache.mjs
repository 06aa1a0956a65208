// A VS Code that runs in the browser, from npm packages alone: installed once into a folder outside the work tree.
// Nothing is compiled; the parts that would need it are optional.

import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';

/** The workbench inside this package is VS Code 1.139.1. */
const CODE_SERVER_VERSION = '4.139.1';
/** What that workbench's server runs on; the project itself gets by with Node 20. */
const NODE_VERSION = '24.21.0';
const NODE_MAJOR = 24;
const NODE_PLATFORMS = ['linux-x64', 'linux-arm64'];

export class Impossible extends Error {}

/** Folder for whatever is kept between runs; each set of versions has its own folder below it. */
export function cacheFolder() {
  const base = process.env.XDG_CACHE_HOME || join(homedir(), '.cache');
  return join(base, 'runpod-compliance');
}

/**
 * Installs what is missing and says where it is: `{ code, node, version }`. Throws Impossible with the reason where
 * this cannot be had. A second call costs nothing.
 */
export function ensureBrowserCode(log = console.error) {
  const runtime = runtimePackage();
  const dependencies = {
    'code-server': CODE_SERVER_VERSION,
    ...(runtime === undefined ? {} : { [runtime]: NODE_VERSION }),
  };
  const name = Object.entries(dependencies).map((parts) => parts.join('-'));
  const folder = join(cacheFolder(), name.join('-'));
  if (!existsSync(folder)) {
    log(`Installing VS Code for the browser into ${folder} (once, about 800 MB)…`);
    // Complete or not there: an install that is cut short, or runs twice at once, leaves nothing half done.
    const draft = `${folder}.${process.pid}`;
    try {
      installInto(draft, dependencies, runtime);
      moveInto(draft, folder);
    } finally {
      rmSync(draft, { recursive: true, force: true });
    }
  }
  const { code, node } = partsOf(folder, runtime);
  return { code, node, version: versionOf(code) };
}

function partsOf(folder, runtime) {
  const packages = join(folder, 'node_modules');
  return {
    code: join(packages, 'code-server', 'lib', 'vscode'),
    node: runtime === undefined ? process.execPath : join(packages, runtime, 'bin', 'node'),
  };
}

function installInto(folder, dependencies, runtime) {
  const { code, node } = partsOf(folder, runtime);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), `${JSON.stringify({ private: true, dependencies }, null, 2)}\n`);
  npmInstall(folder, node);
  npmInstall(code, node, '--omit=dev');
  npmInstall(join(code, 'extensions'), node, '--omit=dev');
}

function moveInto(draft, folder) {
  try {
    renameSync(draft, folder);
  } catch (error) {
    // Somebody else was faster.
    if (!existsSync(folder)) throw error;
  }
}

/** Undefined when the running Node will do. */
function runtimePackage() {
  if (Number(process.versions.node.split('.')[0]) === NODE_MAJOR) return undefined;
  const platform = `${process.platform}-${process.arch}`;
  if (!NODE_PLATFORMS.includes(platform)) {
    throw new Impossible(`VS Code for the browser needs Node ${NODE_MAJOR} here; this is ${process.versions.node}`);
  }
  return `node-${platform}`;
}

/** Without install scripts: they would demand their own Node and compile optional modules. */
function npmInstall(folder, node, ...options) {
  const environment = {
    ...process.env,
    PATH: `${dirname(node)}:${process.env.PATH}`,
    PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD: '1',
  };
  // Set by `npm start` and `npm test` from the project's own configuration, which is not meant for these packages.
  for (const name of Object.keys(environment)) {
    if (/^npm_(config_(nodedir|omit|include|ignore_scripts|local_prefix|prefix)|package_|lifecycle_)/i.test(name)) {
      delete environment[name];
    }
  }
  const run = spawnSync(
    'npm',
    ['install', '--ignore-scripts', '--no-audit', '--no-fund', '--no-package-lock', '--loglevel=error', ...options],
    { cwd: folder, env: environment, encoding: 'utf8' },
  );
  if (run.status === 0) return;
  const lines = `${run.error?.message ?? run.stderr}`.trim().split('\n');
  throw new Impossible(`VS Code for the browser could not be installed: ${lines[0]}`);
}

function versionOf(code) {
  const read = (name) => JSON.parse(readFileSync(join(code, name), 'utf8')).version;
  return read('product.json') ?? read('package.json');
}

// Runs VS Code for the browser and opens folders in it, with the extension from the work tree or from a .vsix.

import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureBrowserCode } from './cache.mjs';

const START_TIMEOUT_MS = 60_000;
const STOP_TIMEOUT_MS = 5000;

/** A window without distractions. */
const SETTINGS = {
  'workbench.startupEditor': 'none',
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.tips.enabled': false,
  'workbench.enableExperiments': false,
  'chat.disableAIFeatures': true,
  'telemetry.telemetryLevel': 'off',
  'extensions.autoCheckUpdates': false,
  'extensions.autoUpdate': false,
  'git.openRepositoryInParentFolders': 'never',
};

/** Languages that a window can be asked for in, by the browser's own; the words of VS Code itself stay English. */
const LANGUAGES = ['pl'];

/**
 * `vsix`: packed extensions to install. `settings` come on top of the quiet ones. `trust`: folders open in Restricted Mode
 * until somebody trusts them; else all are trusted.
 * Gives `{ version, origin, address(folder, options), configure(settings), log(), stop() }`.
 */
export async function startBrowserCode({ vsix = [], settings = {}, trust = false, port } = {}) {
  const { code, node, version } = ensureBrowserCode();
  const home = mkdtempSync(join(tmpdir(), 'runpod-compliance-code-'));
  const user = join(home, 'user');
  mkdirSync(join(user, 'User'), { recursive: true });
  /** Open windows follow. */
  const configure = (more = {}) => {
    writeFileSync(join(user, 'User', 'settings.json'), JSON.stringify({ ...SETTINGS, ...settings, ...more }));
  };
  configure();
  offerLanguages(user);
  const chosenPort = port ?? (await freePort());
  const options = {
    host: '127.0.0.1',
    port: String(chosenPort),
    'telemetry-level': 'off',
    'server-data-dir': join(home, 'server'),
    'user-data-dir': user,
    'extensions-dir': join(home, 'extensions'),
  };
  // The smoke test driver makes the workbench honour the addresses below, which name the extension to develop.
  const flags = [
    '--start-server',
    '--without-connection-token',
    '--accept-server-license-terms',
    '--enable-smoke-test-driver',
    ...(trust ? [] : ['--disable-workspace-trust']),
    ...Object.entries(options).flatMap(([name, value]) => [`--${name}`, value]),
    ...vsix.flatMap((path) => ['--install-extension', path]),
  ];
  const server = spawn(node, [join(code, 'out', 'server-main.js'), ...flags], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, EXTENSIONS_GALLERY: '{}' },
  });
  let output = '';
  const gather = (chunk) => {
    output += chunk;
  };
  server.stdout.setEncoding('utf8').on('data', gather);
  server.stderr.setEncoding('utf8').on('data', gather);

  const stop = async () => {
    await end(server);
    rmSync(home, { recursive: true, force: true, maxRetries: 5 });
  };
  const origin = `http://127.0.0.1:${chosenPort}`;
  try {
    await until('VS Code did not answer.', server, async () => (await fetch(`${origin}/version`)).ok);
    const installed = () => output.match(/was successfully installed/g)?.length === vsix.length;
    if (vsix.length > 0) await until('The extension could not be installed.', server, installed);
  } catch (error) {
    await stop();
    throw new Error(`${error.message}\n${output}`);
  }
  const remote = (path) => `vscode-remote://127.0.0.1:${chosenPort}${path}`;
  return {
    version,
    origin,
    configure,
    log: () => output,
    stop,
    /** Address of a window on a folder or a .code-workspace. `extension` and `tests` are to be developed and to be run. */
    address: (folder, { extension, tests } = {}) => {
      const payload = [['skipWelcome', 'true']];
      if (extension !== undefined) payload.push(['extensionDevelopmentPath', remote(extension)]);
      if (tests !== undefined) payload.push(['extensionTestsPath', remote(tests)]);
      const kind = folder.endsWith('.code-workspace') ? 'workspace' : 'folder';
      const query = new URLSearchParams({ [kind]: folder, payload: JSON.stringify(payload) });
      return `${origin}/?${query}`;
    },
  };
}

/**
 * A language can be displayed only with a pack for it, which comes from a gallery. An empty one will do: extensions bring
 * their own words. Without argv.json the server takes every window for an English one.
 */
function offerLanguages(user) {
  const words = join(user, 'no-words.json');
  writeFileSync(words, JSON.stringify({ contents: {} }));
  const packs = LANGUAGES.map((id) => {
    const pack = { extensionIdentifier: { id: `runpod-compliance.no-words-${id}` }, version: '1.0.0' };
    return [id, { hash: id, label: id, extensions: [pack], translations: { vscode: words } }];
  });
  writeFileSync(join(user, 'languagepacks.json'), JSON.stringify(Object.fromEntries(packs)));
  writeFileSync(join(user, 'User', 'argv.json'), '{}');
}

/** The wanted port where it is free, else any. */
export async function freePort(wanted = 0) {
  const port = await tryPort(wanted);
  return port ?? tryPort(0);
}

function tryPort(wanted) {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(undefined));
    probe.listen(wanted, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}

async function until(complaint, server, check) {
  const deadline = Date.now() + START_TIMEOUT_MS;
  while (Date.now() < deadline) {
    if (server.exitCode !== null) throw new Error(`VS Code ended at start with code ${server.exitCode}.`);
    try {
      if (await check()) return;
    } catch {
      // Not yet.
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(complaint);
}

async function end(child) {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  const timer = setTimeout(() => child.kill('SIGKILL'), STOP_TIMEOUT_MS);
  await gone;
  clearTimeout(timer);
}

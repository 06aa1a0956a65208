// The ways to a VS Code that runs a test suite, in the order in which they are tried.

import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { format, stripVTControlCharacters } from 'node:util';
import { startBrowserCode } from './browser-code.mjs';
import { cacheFolder, ensureBrowserCode, Impossible } from './cache.mjs';
import { ensureChromium, findOnPath, launchChromium } from './chromium.mjs';

const RELEASES = 'https://update.code.visualstudio.com/api/releases/stable';
/** A closed network must not cost more than this. */
const NETWORK_PATIENCE_MS = 4000;
const WINDOW_TIMEOUT_MS = 300_000;

/** What the workbench itself has to say while a suite runs. */
const NOISE =
  /^\s*(?:Error: )?(?:Resolv(?:ing|ed) connection token|Creating a socket|\[reconnection-grace-time\]|Ignoring (?:fetching additional|the error)|\[Service Worker\]|\[AgentHost|\[AccountPolicyGate\]|Updating additional builtin|Timed out waiting for authentication provider|Creation of workbench contribution|\[lifecycle\]|Could not locate the bindings file|Cannot find module '\.\/build\/Release\/watchdog')/;

/** `{ name, runTests({ folder, extension, tests }), stop() }`; throws Impossible when no way is open. */
export async function chooseHost() {
  const named = process.env.VSCODE_EXECUTABLE;
  if (named) return desktopHost(named, named);
  const reasons = [];
  for (const way of [downloadedHost, browserHost]) {
    try {
      return await way();
    } catch (error) {
      if (!(error instanceof Impossible)) throw error;
      reasons.push(error.message);
    }
  }
  throw new Impossible(reasons.join('; '));
}

async function downloadedHost() {
  if (needsDisplay() && findOnPath('xvfb-run') === undefined) {
    throw new Impossible('desktop VS Code needs a display or xvfb-run');
  }
  if (!(await canDownload())) throw new Impossible('VS Code cannot be downloaded from here');
  const { downloadAndUnzipVSCode, SilentReporter } = await import('@vscode/test-electron');
  try {
    const program = await downloadAndUnzipVSCode({
      cachePath: join(cacheFolder(), 'desktop-code'),
      reporter: new SilentReporter(),
    });
    return desktopHost(program, 'desktop, downloaded');
  } catch (error) {
    throw new Impossible(`VS Code could not be downloaded: ${error.message}`);
  }
}

function desktopHost(program, name) {
  const profile = mkdtempSync(join(tmpdir(), 'runpod-compliance-profile-'));
  return {
    name,
    runTests: ({ folder, extension, tests }) => {
      const args = [
        folder,
        '--no-sandbox',
        '--disable-gpu-sandbox',
        '--disable-updates',
        '--skip-welcome',
        '--skip-release-notes',
        '--disable-workspace-trust',
        '--disable-extensions',
        `--user-data-dir=${join(profile, 'user')}`,
        `--extensions-dir=${join(profile, 'extensions')}`,
        `--extensionDevelopmentPath=${extension}`,
        `--extensionTestsPath=${tests}`,
      ];
      const wrapped = needsDisplay() && findOnPath('xvfb-run') !== undefined;
      const [command, ...rest] = wrapped ? ['xvfb-run', '-a', program, ...args] : [program, ...args];
      spawnSync(command, rest, { stdio: 'inherit', timeout: WINDOW_TIMEOUT_MS });
    },
    stop: () => rmSync(profile, { recursive: true, force: true, maxRetries: 5 }),
  };
}

async function browserHost() {
  ensureBrowserCode();
  ensureChromium();
  const server = await startBrowserCode();
  const browser = await launchChromium();
  return {
    name: `${server.version}, in the browser`,
    runTests: (job) => runInBrowser(server, browser, job),
    stop: async () => {
      await browser.close();
      await server.stop();
    },
  };
}

async function runInBrowser(server, browser, { folder, extension, tests }) {
  const context = await browser.newContext({ viewport: { width: 1400, height: 900 } });
  const page = await context.newPage();
  let timer;
  let over = false;
  const ended = new Promise((end) => {
    timer = setTimeout(end, WINDOW_TIMEOUT_MS, 'no end in sight');
    page.exposeFunction('codeAutomationExit', end);
    page.on('console', (message) => {
      if (/Extension host.*terminated unexpectedly/i.test(message.text())) end('the extension host is gone');
    });
  });
  await page.exposeFunction('codeAutomationLog', (_type, parts) => over || print(parts));
  await page.goto(server.address(folder, { extension, tests }));
  const code = await ended;
  // What the workbench says while it is torn down means nothing.
  over = true;
  clearTimeout(timer);
  if (code !== 0) console.error(`The window ended: ${code}\n${complaints(server.log())}`);
  await context.close();
}

function print(parts) {
  const text = format(...parts);
  if (!NOISE.test(stripVTControlCharacters(text))) console.log(text);
}

function complaints(log) {
  const lines = log.split('\n').filter((line) => /error|unexpected/i.test(line) && !NOISE.test(line));
  return lines.slice(-10).join('\n');
}

function needsDisplay() {
  return process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY;
}

async function canDownload() {
  try {
    return (await fetch(RELEASES, { signal: AbortSignal.timeout(NETWORK_PATIENCE_MS) })).ok;
  } catch {
    return false;
  }
}

// `npm start`: the extension at work on an example, in desktop VS Code where `code` is on the PATH, else in the browser.
// `npm start -- --screenshot FILE` does it without a window, runs the command and keeps a picture of the panel.

import { spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { ensureBuilt, ensureInstalled, ROOT } from './setup.mjs';

const EXAMPLE = join(ROOT, 'examples', 'fast-backend');
const FILE = 'handler.py';
/** From here several squiggles can be seen at once. */
const LINE = 66;
const COMMAND = 'Check RunPod compliance';
const PORT = 8000;
const PICTURE = { 'workbench.colorTheme': 'Default Dark Modern', 'editor.minimap.enabled': false };
const SQUIGGLES = '.squiggly-error, .squiggly-warning, .squiggly-info';

try {
  const screenshot = readArguments(process.argv.slice(2));
  ensureInstalled();
  await ensureBuilt();
  if (screenshot === undefined) await openForPeople();
  else await takeScreenshot(screenshot);
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}

async function openForPeople() {
  const { findOnPath } = await import('./vscode/chromium.mjs');
  const desktop = findOnPath('code');
  if (desktop === undefined) await openInBrowser();
  else await openOnDesktop(desktop);
}

async function openOnDesktop(code) {
  const { cacheFolder } = await import('./vscode/cache.mjs');
  const args = [`--extensionDevelopmentPath=${ROOT}`, EXAMPLE, '--goto', join(EXAMPLE, FILE)];
  // VS Code refuses to start as root without these two.
  if (process.getuid?.() === 0) args.push('--no-sandbox', `--user-data-dir=${join(cacheFolder(), 'desktop')}`);
  const status = await run(code, args);
  if (status !== 0) throw new Error(`${code} ended with code ${status}.`);
  console.log(`VS Code opens ${EXAMPLE}. Run "${COMMAND}" from the command palette.`);
}

async function openInBrowser() {
  const { freePort, startBrowserCode } = await import('./vscode/browser-code.mjs');
  const server = await startBrowserCode({ port: await freePort(PORT) });
  console.log(`VS Code ${server.version} runs in the browser. Open this address:\n`);
  console.log(`  ${server.address(EXAMPLE, { extension: ROOT })}\n`);
  console.log(`There, run "${COMMAND}" from the command palette (F1). Ctrl+C here ends it.`);
  await new Promise((end) => {
    process.once('SIGINT', end);
    process.once('SIGTERM', end);
  });
  await server.stop();
}

async function takeScreenshot(file) {
  const [{ startBrowserCode }, { launchChromium }, workbench, { panelFrame }] = await Promise.all([
    import('./vscode/browser-code.mjs'),
    import('./vscode/chromium.mjs'),
    import('./vscode/workbench.mjs'),
    import('./vscode/panel.mjs'),
  ]);
  const server = await startBrowserCode({ settings: PICTURE });
  let browser;
  try {
    browser = await launchChromium();
    const page = await workbench.openWindow(browser, server.address(EXAMPLE, { extension: ROOT }));
    await workbench.openFile(page, FILE);
    await workbench.goToLine(page, LINE);
    await page.waitForSelector(SQUIGGLES, { state: 'attached' });
    await workbench.runCommand(page, COMMAND);
    await panelFrame(page);
    await workbench.settled(page);
    mkdirSync(dirname(file), { recursive: true });
    await page.screenshot({ path: file });
    console.log(`Written: ${file}`);
  } finally {
    await browser?.close();
    await server.stop();
  }
}

function run(program, args) {
  return new Promise((end, fail) => {
    const child = spawn(program, args, { stdio: 'inherit', shell: process.platform === 'win32' });
    child.once('error', fail);
    child.once('exit', end);
  });
}

/** Path of the picture to take, or undefined to open a window for people. */
function readArguments(args) {
  if (args.length === 0) return undefined;
  const [option, file] = args;
  if (option === '--screenshot' && file !== undefined && args.length === 2) return resolve(file);
  throw new Error('Usage: npm start [-- --screenshot FILE]');
}

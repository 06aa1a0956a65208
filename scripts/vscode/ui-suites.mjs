// Sets the stage for test/host/*-ui.mjs: the packed extension, installed in VS Code for the browser, and Chromium. What is
// played there is the suites' business.

import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import Mocha from 'mocha';
import { ROOT } from '../setup.mjs';
import { startBrowserCode } from './browser-code.mjs';
import { ensureBrowserCode } from './cache.mjs';
import { ensureChromium, launchChromium } from './chromium.mjs';
import { takePicture } from './workbench.mjs';

const SETTINGS = {
  'workbench.colorTheme': 'Default Dark Modern',
  'editor.minimap.enabled': false,
  'workbench.reduceMotion': 'on',
  'editor.cursorBlinking': 'solid',
  // What is typed is what is there afterwards.
  'editor.autoClosingBrackets': 'never',
  'editor.autoClosingQuotes': 'never',
  'editor.autoIndent': 'none',
  'editor.useTabStops': false,
  'editor.quickSuggestions': false,
  'editor.suggestOnTriggerCharacters': false,
  'editor.wordBasedSuggestions': 'off',
  'workbench.editor.revealIfOpen': true,
};

const TEST_TIMEOUT_MS = 240_000;

/**
 * `suites` are functions that declare tests with mocha; each is given the stage. Throws Impossible where there is no VS Code
 * for the browser or no Chromium. Gives `{ passed, failed }`.
 */
export async function runUiSuites({ suites, examples, home }) {
  ensureBrowserCode();
  ensureChromium();
  const artifacts = join(ROOT, 'artifacts');
  mkdirSync(artifacts, { recursive: true });
  const vsix = packExtension();
  const start = ({ settings, ...options } = {}) =>
    startBrowserCode({ vsix: [vsix], settings: { ...SETTINGS, ...settings }, ...options });
  const server = await start();
  let browser;
  try {
    browser = await launchChromium();
    const mocha = new Mocha({ ui: 'bdd', reporter: 'spec', color: false, timeout: TEST_TIMEOUT_MS });
    mocha.suite.emit('pre-require', globalThis, '', mocha);
    for (const suite of suites) suite({ browser, server, start, artifacts, ...foldersIn(home, examples) });
    return await new Promise((done) => {
      const runner = mocha.run((failed) => done({ passed: runner.stats.passes, failed }));
      runner.on('fail', (test) => {
        const [page] = browser.contexts().flatMap((context) => context.pages());
        if (page) takePicture(page, join(artifacts, `failure-${nameOf(test)}.png`));
      });
    });
  } finally {
    await browser?.close();
    await server.stop();
  }
}

function nameOf(test) {
  return test
    .fullTitle()
    .replaceAll(/[^a-z0-9]+/gi, '-')
    .slice(0, 100);
}

/** Ways to a folder of one's own to open, named by `label`. */
function foldersIn(home, examples) {
  return {
    /** Of one example, or with several below it. */
    copyOf: (label, ...names) => {
      const folder = join(home, label);
      mkdirSync(folder);
      if (names.length === 1) cpSync(join(examples, names[0]), folder, { recursive: true });
      else for (const name of names) cpSync(join(examples, name), join(folder, name), { recursive: true });
      return folder;
    },
    /** Texts by path. */
    folderOf: (label, files) => {
      const folder = join(home, label);
      for (const [path, text] of Object.entries(files)) {
        mkdirSync(dirname(join(folder, path)), { recursive: true });
        writeFileSync(join(folder, path), text);
      }
      return folder;
    },
  };
}

function packExtension() {
  const { name, version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
  const run = spawnSync(process.execPath, [join(ROOT, 'scripts', 'package.mjs')], { cwd: ROOT, encoding: 'utf8' });
  if (run.status !== 0) throw new Error(`The extension could not be packed:\n${run.stdout}${run.stderr}`);
  return join(ROOT, 'artifacts', `${name}-${version}.vsix`);
}

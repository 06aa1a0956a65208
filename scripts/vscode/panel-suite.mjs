// Sets the stage for test/host/panel-ui.mjs: the packed extension, installed in VS Code for the browser, and Chromium.

import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Mocha from 'mocha';
import { panelSuite } from '../../test/host/panel-ui.mjs';
import { ROOT } from '../setup.mjs';
import { startBrowserCode } from './browser-code.mjs';
import { ensureBrowserCode } from './cache.mjs';
import { ensureChromium, launchChromium } from './chromium.mjs';

/** The first theme is followed by the preferred ones when the suite toggles between light and dark. */
const SETTINGS = {
  'workbench.colorTheme': 'Default Dark Modern',
  'workbench.preferredLightColorTheme': 'Default Light Modern',
  'workbench.preferredDarkColorTheme': 'Default High Contrast',
  'editor.minimap.enabled': false,
};

/** Throws Impossible where there is no VS Code for the browser or no Chromium. Gives `{ passed, failed }`. */
export async function runPanelSuite({ examples, home }) {
  ensureBrowserCode();
  ensureChromium();
  const artifacts = join(ROOT, 'artifacts');
  mkdirSync(artifacts, { recursive: true });
  const server = await startBrowserCode({ vsix: [packExtension()], settings: SETTINGS });
  let browser;
  try {
    browser = await launchChromium();
    const copyOf = (label, ...names) => {
      const folder = join(home, label);
      mkdirSync(folder);
      if (names.length === 1) cpSync(join(examples, names[0]), folder, { recursive: true });
      else for (const name of names) cpSync(join(examples, name), join(folder, name), { recursive: true });
      return folder;
    };
    const mocha = new Mocha({ ui: 'bdd', reporter: 'spec', color: false, timeout: 240_000 });
    mocha.suite.emit('pre-require', globalThis, '', mocha);
    panelSuite({ browser, server, copyOf, artifacts });
    return await new Promise((done) => {
      const runner = mocha.run((failed) => done({ passed: runner.stats.passes, failed }));
    });
  } finally {
    await browser?.close();
    await server.stop();
  }
}

function packExtension() {
  const { name, version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
  const run = spawnSync(process.execPath, [join(ROOT, 'scripts', 'package.mjs')], { cwd: ROOT, encoding: 'utf8' });
  if (run.status !== 0) throw new Error(`The extension could not be packed:\n${run.stdout}${run.stderr}`);
  return join(ROOT, 'artifacts', `${name}-${version}.vsix`);
}

// A folder that nobody has trusted: VS Code opens it in Restricted Mode, everything is checked all the same, and nothing is
// written.

import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { panelFrame } from '../../scripts/vscode/panel.mjs';
import {
  closeWindow,
  openFile,
  openWindow,
  row,
  runCommand,
  says,
  showFindings,
} from '../../scripts/vscode/workbench.mjs';

export function untrustedSuite({ browser, start, copyOf }) {
  describe('a folder that is not trusted', () => {
    let server;
    let folder;
    let untouched;
    let page;

    before(async () => {
      folder = copyOf('stranger', 'fast-backend');
      untouched = stateOf(folder);
      server = await start({ trust: true, settings: { 'security.workspace.trust.startupPrompt': 'never' } });
      page = await openWindow(browser, server.address(folder));
    });
    after(async () => {
      await closeWindow(page);
      await server?.stop();
    });

    it('is opened in Restricted Mode', async () => {
      await says(page.locator('.statusbar-item'), 'Restricted Mode');
    });

    it('has its faults marked in the editor', async () => {
      await openFile(page, 'handler.py');
      await page.locator('.editor-instance .squiggly-info').first().waitFor({ state: 'attached' });
    });

    it('has its tree and its report', async () => {
      const tree = await showFindings(page);
      await row(tree, /^stranger, NO-GO/).waitFor();
      await runCommand(page, 'RunPod: Check RunPod compliance');
      const panel = await panelFrame(page);
      await panel.locator('.problem[data-rule=python-syntax-error]').waitFor();
    });

    it('is left as it was', () => {
      assert.deepEqual(stateOf(folder), untouched);
    });
  });
}

/** Every file and folder with what is in it and when it was written. */
function stateOf(folder) {
  return readdirSync(folder, { recursive: true })
    .sort()
    .map((path) => {
      const status = statSync(join(folder, path));
      if (status.isDirectory()) return `${path}/`;
      const hash = createHash('sha256')
        .update(readFileSync(join(folder, path)))
        .digest('hex');
      return `${path} ${status.mtimeMs} ${hash}`;
    });
}

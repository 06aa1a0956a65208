// Several workers in one window, below one folder and as folders of a workspace: one tree with all of them, one badge, and in
// the panel a tab for each.

import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { panelFrame } from '../../scripts/vscode/panel.mjs';
import {
  closeWindow,
  openFile,
  openWindow,
  row,
  runCommand,
  says,
  settled,
  showFindings,
} from '../../scripts/vscode/workbench.mjs';

const COMMAND = 'RunPod: Check RunPod compliance';

export function workersSuite({ browser, server, copyOf, artifacts }) {
  describe('two workers below one folder', () => {
    let page;
    let panel;

    before(async () => {
      page = await openWindow(browser, server.address(copyOf('workers-ui', 'clean', 'first-draft')));
      await openFile(page, 'first-draft/handler.py');
      await runCommand(page, COMMAND);
      panel = await panelFrame(page);
      await panel.getByRole('tab').nth(1).waitFor();
    });
    after(() => closeWindow(page));

    it('have a tab each, that of the file in the editor in front, worked with arrow keys', async () => {
      const tabs = panel.getByRole('tab');
      assert.deepEqual(await tabs.locator('.name').allInnerTexts(), ['clean', 'first-draft']);
      await says(panel.locator('h1'), 'first-draft');
      await panel.getByRole('tab', { selected: true }).focus();
      await page.keyboard.press('ArrowLeft');
      await says(panel.locator('h1'), 'clean');
      await says(panel.locator('.verdict .badge'), /^GO$/);
      await says(panel.locator('section.problems .none'), 'None were found.');
      await says(panel.getByRole('tab', { selected: true }), 'clean');
      await settled(page);
      await page.screenshot({ path: join(artifacts, 'panel-several-workers.png') });
    });

    it('share one tree, where each says how it stands', async () => {
      const tree = await showFindings(page);
      await row(tree, /^clean, GO 10\.0/).waitFor();
      await row(tree, /^first-draft, NO-GO/).waitFor();
    });

    it('are counted together in one badge', async () => {
      const badge = page.locator('.activitybar .badge[aria-label^="RunPod - "]');
      assert.match(await badge.getAttribute('aria-label'), /^RunPod - \d+ errors?, \d+ warnings?$/);
      const said = (await badge.getAttribute('aria-label')).match(/\d+/g).map(Number);
      assert.equal(Number(await badge.innerText()), said[0] + said[1]);
    });
  });

  describe('two folders of one workspace', () => {
    let page;
    after(() => closeWindow(page));

    it('are both checked, and each is named', async () => {
      const home = copyOf('several-roots', 'clean', 'first-draft');
      const file = join(home, 'both.code-workspace');
      writeFileSync(file, JSON.stringify({ folders: [{ path: 'clean' }, { path: 'first-draft' }] }));
      page = await openWindow(browser, server.address(file));
      const tree = await showFindings(page);
      await row(tree, /^clean, GO 10\.0/).waitFor();
      await row(tree, /^first-draft, NO-GO/).waitFor();
    });
  });
}

// The panel as a reader meets it: the packed extension in a real workbench, driven by keys and clicks, its page read
// as it is on the screen. Pictures go to artifacts.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import {
  evaluateInPanel,
  openFile,
  openWindow,
  panelFrame,
  runCommand,
  settled,
} from '../../scripts/vscode/workbench.mjs';

const COMMAND = 'RunPod: Check RunPod compliance';
/** Name of the picture, and the class that the editor gives the page; in the order in which the command toggles. */
const THEMES = [
  ['dark', 'vscode-dark'],
  ['light', 'vscode-light'],
  ['high-contrast', 'vscode-high-contrast'],
];
const TOGGLE_THEME = 'Preferences: Toggle between Light/Dark Themes';
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

export function panelSuite({ browser, server, copyOf, artifacts }) {
  describe('the panel, from the packed extension', () => {
    let folder;
    let page;
    let panel;

    before(async () => {
      folder = copyOf('fast-backend-ui', 'fast-backend');
      page = await openWindow(browser, server.address(folder));
      await openFile(page, 'handler.py');
      await page.waitForSelector('.squiggly-warning, .squiggly-info', { state: 'attached' });
      await runCommand(page, COMMAND);
      panel = await panelFrame(page);
    });
    after(() => page?.context().close());

    it('shows score, verdict and reason', async () => {
      assert.equal(await panel.locator('h1').innerText(), 'fast-backend-ui');
      assert.match(await panel.locator('.ring').getAttribute('aria-label'), /^Score \d+\.\d of 10$/);
      assert.equal(await panel.locator('.badge').innerText(), 'NO-GO');
      assert.notEqual(await panel.locator('.reason').innerText(), '');
    });

    it('groups the findings by priority, with their rules', async () => {
      const critical = panel.locator('.priority', { hasText: 'Critical' });
      assert.match(await critical.innerText(), /python-syntax-error/);
      const high = panel.locator('.priority', { hasText: 'Fix soon' });
      assert.match(await high.innerText(), /runtime-install/);
      assert.match(await high.innerText(), /error-reported-as-success/);
    });

    it('shows the way from the handler to the setup', async () => {
      const steps = panel.locator('#rule-lazy-setup-in-handler .route li');
      assert.ok((await steps.count()) >= 2);
      assert.match((await steps.allInnerTexts()).join('\n'), /environment\.py:\d+/);
    });

    it('has a table of areas and a checklist', async () => {
      const rows = await panel.locator('tbody tr').allInnerTexts();
      assert.ok(
        rows.some((row) => /^Production readiness\b.*\bPassed\b/s.test(row)),
        rows.join('\n'),
      );
      assert.ok(
        rows.some((row) => /runtime-install/.test(row)),
        rows.join('\n'),
      );
      assert.match(await panel.locator('.checklist').innerText(), /Checklist before deployment/);
      assert.ok((await panel.locator('.checklist li').count()) > 10);
    });

    it('jumps to the place of a finding', async () => {
      const place = panel.locator('#rule-runtime-install .place').first();
      const [, file, line] = /^(.+):(\d+)$/.exec(await place.innerText());
      await place.click();
      await page.waitForSelector(`.tab.active[data-resource-name="${file}"]`);
      await page.getByRole('button', { name: new RegExp(`^Ln ${line}, Col`) }).waitFor();
    });

    it('opens the place of a step on the way', async () => {
      const place = panel.locator('#rule-lazy-setup-in-handler .route .place', { hasText: 'handler.py' }).first();
      await place.click();
      await page.waitForSelector('.tab.active[data-resource-name="handler.py"]');
    });

    it('applies a fix, and keeps what the reader has opened, focused and scrolled to', async () => {
      const card = panel.locator('#rule-error-reported-as-success');
      const why = panel.locator('#rule-runtime-install details');
      await why.locator('summary').click();
      const before = await card.locator('.finding').count();
      const button = card.locator('.fix').first();
      await button.focus();
      const scrolled = await scrollOf(panel);
      await page.keyboard.press('Enter');
      await card
        .locator('.finding')
        .nth(before - 1)
        .waitFor({ state: 'detached' });
      assert.equal(await why.getAttribute('open'), '');
      assert.ok(Math.abs((await scrollOf(panel)) - scrolled) < 200);
      assert.equal(await panel.locator('body').evaluate(() => document.activeElement?.tagName), 'BUTTON');
      assert.match(await panel.locator('#voice').innerText(), /fast-backend-ui: NO-GO, score/);
    });

    it('breaks no accessibility rule in the dark, the light and the high contrast theme', async () => {
      for (const [name, kind] of THEMES) {
        if (name !== 'dark') await runCommand(page, TOGGLE_THEME);
        await panel.locator(`body.${kind}`).waitFor();
        await settled(page);
        await page.screenshot({ path: join(artifacts, `panel-${name}.png`) });
        assert.equal((await violations(page)).join('\n'), '', name);
      }
    });

    it('comes back after the window was reloaded', async () => {
      await page.reload();
      panel = await panelFrame(page);
      assert.equal(await panel.locator('h1').innerText(), 'fast-backend-ui');
      assert.equal(await panel.locator('#rule-runtime-install details').getAttribute('open'), '');
    });
  });

  describe('the panel with several workers', () => {
    let page;
    after(() => page?.context().close());

    it('has a tab for each, starts with the one in the editor, and is worked with keys', async () => {
      const folder = copyOf('workers-ui', 'clean', 'first-draft');
      page = await openWindow(browser, server.address(folder));
      await openFile(page, 'first-draft/handler.py');
      await page.waitForSelector('.squiggly-error', { state: 'attached' });
      await runCommand(page, COMMAND);
      const panel = await panelFrame(page);
      assert.deepEqual(
        (await panel.getByRole('tab').allInnerTexts()).map((text) => text.split('\n')[0]),
        ['clean', 'first-draft'],
      );
      await panel.locator('h1', { hasText: 'first-draft' }).waitFor();
      await panel.getByRole('tab', { selected: true }).focus();
      await page.keyboard.press('ArrowLeft');
      await panel.locator('h1', { hasText: 'clean' }).waitFor();
      assert.equal(await panel.locator('.badge').innerText(), 'GO');
      assert.match(await panel.locator('.findings').innerText(), /Nothing to fix/);
      await settled(page);
      await page.screenshot({ path: join(artifacts, 'panel-several-workers.png') });
    });
  });

  describe('the panel without a worker', () => {
    let page;
    after(() => page?.context().close());

    it('says what a worker is', async () => {
      const folder = copyOf('nothing-ui');
      page = await openWindow(browser, server.address(folder));
      await runCommand(page, COMMAND);
      const panel = await panelFrame(page);
      await panel.locator('h1', { hasText: 'No RunPod worker here' }).waitFor();
    });
  });
}

function scrollOf(panel) {
  return panel.locator('body').evaluate(() => window.scrollY);
}

/** One line for each violation. */
async function violations(page) {
  await evaluateInPanel(page, AXE);
  return evaluateInPanel(page, async () => {
    const { violations } = await globalThis.axe.run(document);
    return violations.flatMap(({ id, nodes }) =>
      nodes.map(({ target, failureSummary }) => `${id} ${target}: ${failureSummary}`),
    );
  });
}

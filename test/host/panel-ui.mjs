// The panel as a reader meets it: the packed extension in a real workbench, driven by keys and clicks, its page read
// as it is on the screen. Its looks are pictures-ui.mjs's.

import assert from 'node:assert/strict';
import { panelFrame } from '../../scripts/vscode/panel.mjs';
import { closeWindow, cursorIsAt, openFile, openWindow, runCommand, says } from '../../scripts/vscode/workbench.mjs';

const COMMAND = 'RunPod: Check RunPod compliance';

export function panelSuite({ browser, server, copyOf, folderOf }) {
  describe('the panel, from the packed extension', () => {
    let page;
    let panel;

    before(async () => {
      page = await openWindow(browser, server.address(copyOf('fast-backend-ui', 'fast-backend')));
      await openFile(page, 'handler.py');
      await runCommand(page, COMMAND);
      panel = await panelFrame(page);
      // The last to be read: it is of another file, and found through an import.
      await panel.locator('[data-rule=python-syntax-error]').first().waitFor();
    });
    after(() => closeWindow(page));

    it('shows score, verdict and reason', async () => {
      await says(panel.locator('h1'), 'fast-backend-ui');
      await panel.getByRole('img', { name: /^Score: \d+\.\d of 10$/ }).waitFor();
      await says(panel.locator('.verdict .badge'), 'NO-GO');
      await says(panel.locator('p.verdict'), /python-syntax-error/);
    });

    it('has a problem for each rule, gravest first, with what it does on RunPod and the better way', async () => {
      const rules = await panel.locator('.problem').evaluateAll((all) => all.map(({ dataset }) => dataset.rule));
      assert.equal(rules[0], 'python-syntax-error');
      assert.ok(rules.includes('runtime-install') && rules.includes('error-reported-as-success'), rules.join(' '));
      const first = problem('python-syntax-error');
      await says(first.locator('.why'), /What you will see on RunPod: .*IN_QUEUE/);
      await says(first.locator('.better'), /Better/);
      await says(problem('error-reported-as-success').locator('.better del'), /"status": "error"/);
    });

    it('groups the problems by priority', async () => {
      await says(panel.locator('.level.critical'), /does not parse.*packages\.py:6/s);
      await says(panel.locator('.level.high'), /installs software while it runs/);
    });

    it('shows the way from the handler to the setup', async () => {
      const steps = problem('lazy-setup-in-handler').locator('ol.steps li');
      assert.ok((await steps.count()) >= 2);
      await says(steps, /environment\.py:\d+/);
    });

    it('has a table of areas and a checklist', async () => {
      await says(panel.locator('tbody tr', { hasText: 'Production readiness' }), 'Compliant');
      await says(panel.locator('tbody tr', { hasText: 'Cold start and performance' }), /runtime-install/);
      await says(panel.locator('section.checklist'), /Checklist before deployment/);
      assert.ok((await panel.locator('.checks li').count()) > 10);
    });

    it('jumps to the place of a finding', async () => {
      const place = problem('runtime-install').locator('.place').first();
      const [, file, line] = /^(.+):(\d+)$/.exec(await place.innerText());
      await place.click();
      await cursorIsAt(page, line, file);
    });

    it('opens the place of a step on the way', async () => {
      await problem('lazy-setup-in-handler').locator('.steps .place', { hasText: 'handler.py' }).first().click();
      await page.waitForSelector('.tab.active[data-resource-name="handler.py"]');
    });

    it('shows the documentation of a rule without a network', async () => {
      await problem('runtime-install').locator('[data-action=explain]').click();
      await page.waitForSelector('.tab.active[aria-label*="runtime-install"]');
      const preview = page.frameLocator('iframe.webview.ready >> nth=-1').frameLocator('iframe#active-frame');
      await says(preview.locator('h1, h2'), /runtime-install|installs software/);
      await runCommand(page, 'View: Close Editor');
    });

    it('applies a fix, and keeps what the reader has opened, focused and scrolled to', async () => {
      await openFile(page, 'handler.py');
      const card = problem('error-reported-as-success');
      const right = panel.locator('details[data-reader=right]');
      await right.locator('summary').click();
      const before = await card.locator('.finding').count();
      const button = card.locator('[data-action=fix]').first();
      await button.scrollIntoViewIfNeeded();
      await button.focus();
      const top = await topOf(card);
      await page.keyboard.press('Enter');
      await card
        .locator('.finding')
        .nth(before - 1)
        .waitFor({ state: 'detached' });
      assert.equal(await right.getAttribute('open'), '');
      assert.ok(Math.abs((await topOf(card)) - top) < 200);
      // The button has gone with its finding: the reader goes on from the problem that it was in.
      await panel.locator('.problem[data-rule=error-reported-as-success] :focus').waitFor();
    });

    it('says aloud what has become of the worker', async () => {
      await says(panel.locator('#voice'), /fast-backend-ui.*NO-GO/);
    });

    it('comes back after the window was reloaded', async () => {
      // Not the browser's own way, which gives the editor no time to keep anything.
      await Promise.all([page.waitForEvent('load'), runCommand(page, 'Developer: Reload Window')]);
      panel = await panelFrame(page);
      await says(panel.locator('h1'), 'fast-backend-ui');
      await panel.locator('details[data-reader=right][open]').waitFor();
    });

    const problem = (rule) => panel.locator(`.problem[data-rule=${rule}]`);
    const topOf = async (card) => (await card.boundingBox()).y;
  });

  describe('the panel without a worker', () => {
    let page;
    after(() => closeWindow(page));

    it('says what a worker is', async () => {
      page = await openWindow(browser, server.address(folderOf('nothing-ui', { 'README.md': '# Nothing\n' })));
      await runCommand(page, COMMAND);
      const notice = page.frameLocator('iframe.webview.ready').frameLocator('iframe#active-frame').locator('.noWorker');
      await says(notice.locator('h1'), 'No RunPod worker here');
      await says(notice, /runpod\.serverless\.start/);
      await notice.getByRole('button', { name: 'New handler' }).waitFor();
    });
  });
}

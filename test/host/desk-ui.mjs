// What stands around the report: the status of the language, the files that it is saved as, the walkthrough, and the way back
// from a filter that hides everything.

import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { panelFrame } from '../../scripts/vscode/panel.mjs';
import {
  closeWindow,
  opened,
  openFile,
  openWindow,
  row,
  runAndAnswer,
  runCommand,
  saveAs,
  says,
  showFindings,
} from '../../scripts/vscode/workbench.mjs';

const PATIENCE_MS = 30_000;

export function deskSuite({ browser, server, copyOf }) {
  describe('around the report', () => {
    let folder;
    let page;

    before(async () => {
      folder = copyOf('desk', 'fast-backend');
      page = await openWindow(browser, server.address(folder));
      await openFile(page, 'handler.py');
      await page.locator('.editor-instance .squiggly-info').first().waitFor({ state: 'attached' });
    });
    after(() => closeWindow(page));

    it('the language status says how the worker stands', async () => {
      await page.locator('[id="status.languageStatus"] a').click();
      const status = page.locator('.hover-language-status', { hasText: 'RunPod' });
      await says(status, /RunPod: NO-GO \d\.\d/);
      await says(status, /1 error, \d warnings/);
      await page.keyboard.press('Escape');
    });

    it('the report is saved as Markdown where the user says, and shown', async () => {
      await runCommand(page, 'RunPod: Save the compliance report as Markdown…');
      await saveAs(page, '-compliance.md', join(folder, 'saved.md'));
      const text = await fileAt(join(folder, 'saved.md'));
      assert.match(text, /^# .*desk/m);
      assert.match(text, /NO-GO/);
      await opened(page, 'saved.md');
      await runCommand(page, 'View: Close Editor');
    });

    it('the report is saved as HTML from the panel', async () => {
      await runCommand(page, 'RunPod: Check RunPod compliance');
      const panel = await panelFrame(page);
      await panel.locator('[data-action=export][data-format=html]').click();
      await saveAs(page, '-compliance.html', join(folder, 'saved.html'));
      const text = await fileAt(join(folder, 'saved.html'));
      assert.match(text, /^<!doctype html>/);
      assert.match(text, /NO-GO/);
      assert.doesNotMatch(text, /<script|data-action/);
    });

    it('nothing is written where the user changes their mind', async () => {
      await runCommand(page, 'RunPod: Save the compliance report as HTML…');
      await saveAs(page, 'desk-compliance.html');
      assert.equal(existsSync(join(folder, 'desk-compliance.html')), false);
    });

    it('the documentation of a rule is found by its name', async () => {
      await runAndAnswer(page, 'RunPod: Show documentation of a rule…', 'Rule whose documentation', 'env-not-declared');
      await page.waitForSelector('.tab.active[aria-label*="env-not-declared"]');
      // It takes the focus once it is loaded.
      const preview = page.frameLocator('iframe.webview.ready >> nth=-1').frameLocator('iframe#active-frame');
      await says(preview.locator('h1'), 'env-not-declared');
      await runCommand(page, 'View: Close Editor');
    });

    it('a filter hides rows and can be undone', async () => {
      const tree = await showFindings(page);
      await row(tree, /^Error, python-syntax-error/).waitFor();
      await page
        .locator(
          '.pane-header .action-label[aria-label^="Filter findings"], .title-actions .action-label[aria-label^="Filter findings"]',
        )
        .first()
        .click();
      const errors = page.locator('.quick-input-widget .monaco-list-row', { hasText: 'Errors' }).first();
      await errors.locator('.monaco-checkbox').click();
      await page.locator('.quick-input-widget').getByRole('button', { name: 'OK' }).click();
      await row(tree, /^Error, python-syntax-error/).waitFor({ state: 'detached' });
      await row(tree, /^Warning, runtime-install/).waitFor();
      await page.locator('.action-label[aria-label^="Show all findings again"]').first().click();
      await row(tree, /^Error, python-syntax-error/).waitFor();
    });

    it('the walkthrough has its steps, each with something to do', async () => {
      await runAndAnswer(
        page,
        'Welcome: Open Walkthrough...',
        'Select a walkthrough',
        'Get started with RunPod Compliance',
      );
      const steps = page.locator('.gettingStartedContainer .getting-started-step');
      await steps.nth(4).waitFor();
      assert.equal(await steps.count(), 5);
      await says(page.locator('.gettingStartedContainer .getting-started-step.expanded'), 'New handler');
    });
  });
}

async function fileAt(path) {
  const deadline = Date.now() + PATIENCE_MS;
  for (;;) {
    const text = existsSync(path) ? readFileSync(path, 'utf8') : '';
    if (text !== '') return text;
    assert.ok(Date.now() < deadline, `${path} is not written`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

// The whole interface in Polish, in a window whose display language is Polish: commands, view, tree, report, fixes, settings.

import assert from 'node:assert/strict';
import { panelFrame } from '../../scripts/vscode/panel.mjs';
import {
  closeWindow,
  goToLine,
  openFile,
  openWindow,
  row,
  runAndAnswer,
  runCommand,
  says,
  showFindings,
} from '../../scripts/vscode/workbench.mjs';
import { pictureTests } from './pictures.mjs';

const TRIES = 10;
const ONE_TRY_MS = 5000;
/** Words of the interface that would stand there if a translation were missing. */
const ENGLISH =
  /\b(?:What|Problems|Priorities|Checklist|Better|error|warnings?|places?|Save|Show|Ignore|undecided|passed)\b/;

export function polishSuite({ browser, server, copyOf, artifacts }) {
  describe('the interface in Polish', () => {
    let page;
    let panel;

    before(async () => {
      const folder = copyOf('po-polsku', 'fast-backend');
      page = await openWindow(browser, server.address(folder), { language: 'pl-PL' });
      await openFile(page, 'handler.py');
    });
    after(async () => {
      // The theme is a setting of all windows.
      server.configure();
      await closeWindow(page);
    });

    it('has the command in the palette, which opens the report', async () => {
      await runCommand(page, 'RunPod: Sprawdź zgodność z RunPod');
      panel = await panelFrame(page);
      await panel.locator('[data-rule=python-syntax-error]').first().waitFor();
    });

    it('writes the report, and says aloud what it says', async () => {
      assert.equal(await panel.locator('html').getAttribute('lang'), 'pl');
      await says(panel.locator('.why'), 'Co zobaczysz na RunPod');
      await says(panel.locator('section.checklist h2'), 'Lista kontrolna');
      const words = await panel.locator('h1, h2, nav a, summary, button, .severity, dt, th').allInnerTexts();
      // The documentation's own names and rule ids are the same in every language.
      assert.deepEqual(words.filter(isEnglish), []);
      await says(panel.locator('#voice'), /ocena/);
    });

    it('fills the tree', async () => {
      const tree = await showFindings(page, 'Zgodność');
      await row(tree, /^po-polsku, NO-GO.* 1 błąd, \d ostrzeż/).waitFor();
      await row(tree, /^Ostrzeżenie, error-reported-as-success/).waitFor();
      const rows = await tree.getByRole('treeitem').evaluateAll((all) => all.map((item) => item.ariaLabel));
      assert.deepEqual(rows.filter(isEnglish), []);
    });

    it('offers fixes', async () => {
      await openFile(page, 'handler.py');
      await goToLine(page, 56);
      await page.locator('.editor-instance .squiggly-warning').first().waitFor({ state: 'attached' });
      await page.keyboard.press('End');
      const actions = page.locator('.action-widget .monaco-list-row');
      const wanted = actions.filter({ hasText: 'error-reported-as-success' }).first();
      // The editor answers with nothing when any extension registers a provider meanwhile.
      await retry(async () => {
        await page.keyboard.press('Escape');
        await page.keyboard.press('Control+.');
        await wanted.waitFor({ timeout: ONE_TRY_MS });
      });
      await says(actions, 'Wycisz error-reported-as-success');
      await page.keyboard.press('Escape');
      await actions.first().waitFor({ state: 'hidden' });
    });

    it('has the documentation of a rule', async () => {
      await runAndAnswer(
        page,
        'RunPod: Pokaż dokumentację reguły…',
        'Reguła, której dokumentację',
        'error-reported-as-success',
      );
      await page.waitForSelector('.tab.active[aria-label*="error-reported-as-success"]');
      const preview = page.frameLocator('iframe.webview.ready >> nth=-1').frameLocator('iframe#active-frame');
      await says(preview.locator('p'), /^Jak to naprawić: /);
      await says(preview.locator('h2'), 'Dobrze');
      await runCommand(page, 'View: Close Editor');
    });

    it('describes the settings', async () => {
      await runCommand(page, 'Preferences: Open Settings (UI)');
      await page.locator('.settings-editor .suggest-input-container .view-line').first().waitFor();
      await page.keyboard.type('runpodCompliance.enable');
      await says(page.locator('.settings-editor .setting-item-description'), 'Sprawdzaj workery RunPod w tym oknie');
      await runCommand(page, 'View: Close Editor');
    });

    pictureTests(() => ({ page, panel, artifacts, language: 'pl' }));
  });
}

/** Rule ids and quoted code are the same in every language. */
function isEnglish(text) {
  return ENGLISH.test(text.replaceAll(/[a-z]+(?:-[a-z]+)+|"[^"]*"/g, ''));
}

async function retry(attempt) {
  for (let left = TRIES; left > 1; left--) {
    try {
      return await attempt();
    } catch {
      // Once more.
    }
  }
  return attempt();
}

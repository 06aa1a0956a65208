// The panel without a mouse: one way through all of it with Tab, Enter, Space and arrow keys, on which the reader can see at
// every step where they are.

import assert from 'node:assert/strict';
import { focused, panelFrame } from '../../scripts/vscode/panel.mjs';
import { closeWindow, cursorIsAt, openFile, openWindow, runCommand, says } from '../../scripts/vscode/workbench.mjs';

const COMMAND = 'RunPod: Check RunPod compliance';
/** A path longer than this goes round in circles. */
const MOST_STEPS = 60;

export function keyboardSuite({ browser, server, copyOf }) {
  describe('the panel with the keyboard alone', () => {
    let page;
    let panel;

    before(async () => {
      page = await openWindow(browser, server.address(copyOf('keys', 'fast-backend', 'first-draft')));
      await openFile(page, 'fast-backend/handler.py');
      await runCommand(page, COMMAND);
      panel = await panelFrame(page);
      await panel.getByRole('tab').nth(1).waitFor();
      await panel.locator('[data-rule=python-syntax-error]').first().waitFor();
      await focusPanel();
    });
    after(() => closeWindow(page));

    it('begins with the tabs of the workers, which arrow keys choose from', async () => {
      await tabTo(({ role }) => role === 'tab');
      await page.keyboard.press('ArrowRight');
      await says(panel.locator('h1'), 'first-draft');
      assert.equal((await focused(page)).role, 'tab');
      await page.keyboard.press('Home');
      await says(panel.locator('h1'), 'fast-backend');
    });

    it('goes on through the toolbar to the contents, which lead to their sections', async () => {
      const way = await tabTo(({ href }) => href === '#problems');
      const actions = way.map(({ action }) => action).filter((action) => action !== null);
      assert.deepEqual(actions, ['fixAll', 'export', 'export']);
      await page.keyboard.press('Enter');
      await until(({ id }) => id === 'problems');
    });

    it('goes from a section to its first problem, and opens its place', async () => {
      await tabTo(({ action, rule }) => action === 'open' && rule === 'python-syntax-error');
      await page.keyboard.press('Enter');
      await cursorIsAt(page, 6, 'packages.py');
      await focusPanel();
    });

    it('is where it was when the reader comes back, and fixes', async () => {
      await until(({ action, rule }) => action === 'open' && rule === 'python-syntax-error');
      const fixes = panel.locator('.problem[data-rule=error-reported-as-success] .finding');
      const before = await fixes.count();
      await tabTo(({ action, rule }) => action === 'fix' && rule === 'error-reported-as-success');
      await page.keyboard.press('Enter');
      await fixes.nth(before - 1).waitFor({ state: 'detached' });
      await until(({ rule, id }) => rule === 'error-reported-as-success' || id.startsWith('problem-'));
    });

    it('unfolds and folds a part with Enter and with Space', async () => {
      const details = panel.locator('details[data-reader=right]');
      await panel.locator('nav a').first().focus();
      await page.keyboard.press('Enter');
      await until(({ id }) => id === 'right');
      await panel.locator('details[data-reader=right][open]').waitFor();
      await details.locator('summary').focus();
      await page.keyboard.press('Enter');
      await panel.locator('details[data-reader=right]:not([open])').waitFor();
      await page.keyboard.press('Space');
      await panel.locator('details[data-reader=right][open]').waitFor();
    });

    it("leaves the page with the editor's own keys", async () => {
      await page.keyboard.press('Control+1');
      await page.waitForSelector('.editor-instance .monaco-editor.focused');
    });

    const focusPanel = async () => {
      await runCommand(page, 'View: Focus Right Editor Group');
      await page.locator('.editor-instance .monaco-editor.focused').waitFor({ state: 'detached' });
    };

    /** Presses Tab until the wanted element has the focus; everything on the way has to be seen. Gives the way. */
    const tabTo = async (isWanted) => {
      const way = [];
      while (way.length < MOST_STEPS) {
        await page.keyboard.press('Tab');
        const element = await focused(page);
        way.push(element);
        assert.ok(element.isVisible, `The focus cannot be seen: ${JSON.stringify(element)}`);
        if (isWanted(element)) return way;
      }
      throw new Error(`Not on the way: ${way.map(({ text }) => text).join(' → ')}`);
    };

    const until = async (isWanted) => {
      const deadline = Date.now() + 30_000;
      for (;;) {
        const element = await focused(page);
        if (isWanted(element)) return;
        if (Date.now() > deadline) throw new Error(`The focus is on ${element.tag} ${element.text.slice(0, 100)}`);
      }
    };
  });
}

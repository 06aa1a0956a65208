// A working day: what is typed shows in the editor, in the tree and in the report at once, findings in closed files are gone to,
// a fix over two files is looked over before it is made.

import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { panelFrame } from '../../scripts/vscode/panel.mjs';
import {
  closeWindow,
  cursorIsAt,
  openFile,
  openWindow,
  row,
  runCommand,
  says,
  showFindings,
  typeAt,
  unfold,
  until,
} from '../../scripts/vscode/workbench.mjs';

const COMMAND = 'RunPod: Check RunPod compliance';
const FAULT = '\n    exit(1)';
const HUB = '.runpod/hub.json';
const TESTS = '.runpod/tests.json';
/** Nothing reads it, and the tests set it: the fix takes it out of both files. */
const UNREAD = 'GUIDANCE';

/** The example clean, with one fault in a file that nobody opens. */
export function addUnreadVariable(folder) {
  const change = (path, put) => {
    const content = JSON.parse(readFileSync(join(folder, path), 'utf8'));
    put(content);
    writeFileSync(join(folder, path), `${JSON.stringify(content, undefined, 2)}\n`);
  };
  const input = { name: 'Guidance', type: 'number', description: 'How closely to follow the prompt.', default: 7 };
  change(HUB, ({ config }) => config.env.push({ key: UNREAD, input }));
  change(TESTS, ({ config }) => config.env.push({ key: UNREAD, value: '3' }));
}

export function liveSuite({ browser, server, copyOf }) {
  describe('a working day', () => {
    let folder;
    let page;
    let panel;
    let tree;

    before(async () => {
      folder = copyOf('day', 'clean');
      addUnreadVariable(folder);
      page = await openWindow(browser, server.address(folder));
      await openFile(page, 'handler.py');
      await runCommand(page, COMMAND);
      panel = await panelFrame(page);
      tree = await showFindings(page);
      await unfold(tree, /^Hub listing/);
      await row(tree, /hub-env-unread/).waitFor();
    });
    after(() => closeWindow(page));

    it('begins well', async () => {
      await says(panel.locator('.verdict .badge'), /^GO$/);
      await row(tree, /^day, GO/).waitFor();
    });

    it('shows a fault that is typed in the editor, in the tree and in the report', async () => {
      await typeAt(page, 'handler.py', 93, FAULT);
      await page.locator('.editor-instance .squiggly-error').first().waitFor({ state: 'attached' });
      // It was all right before, and opens by itself.
      await row(tree, /^Handler, 1 error/).waitFor();
      await row(tree, /^Error, handler-exits-process/).waitFor();
      await panel.locator('.problem[data-rule=handler-exits-process]').waitFor();
      await row(tree, /^day, NO-GO/).waitFor();
      await says(panel.locator('.verdict .badge'), 'NO-GO');
    });

    it('takes all that back when the fault is put right', async () => {
      await openFile(page, 'handler.py');
      for (const _ of FAULT) await page.keyboard.press('Backspace');
      await panel.locator('.problem[data-rule=handler-exits-process]').waitFor({ state: 'detached' });
      await row(tree, /handler-exits-process/).waitFor({ state: 'detached' });
      await page.locator('.editor-instance .squiggly-error').first().waitFor({ state: 'detached' });
      await row(tree, /^day, GO/).waitFor();
      await says(panel.locator('.verdict .badge'), /^GO$/);
    });

    it('goes from the tree to a finding in a file that is closed', async () => {
      await openUnread();
    });

    it('goes from the report to a finding in a file that is closed', async () => {
      await panel.locator('.problem[data-rule=hub-env-unread] .place').click();
      await cursorIsAt(page, unreadLine(), HUB);
      await runCommand(page, 'View: Close Editor');
    });

    it('shows a fix over two files before it is made, and makes it', async () => {
      const fix = panel.locator('.problem[data-rule=hub-env-unread] [data-action=fix]');
      await says(fix, /Remove GUIDANCE/);
      await fix.click();
      const preview = page.locator('.part.panel', { hasText: 'Refactor Preview' });
      await says(preview.locator('.monaco-list-row'), 'hub.json');
      await says(preview.locator('.monaco-list-row'), 'tests.json');
      assert.ok(readFileSync(join(folder, HUB), 'utf8').includes(UNREAD), 'it is made before it was looked over');
      await preview.getByRole('button', { name: /^Apply/ }).click();
      await panel.locator('.problem[data-rule=hub-env-unread]').waitFor({ state: 'detached' });
      await row(tree, /hub-env-unread/).waitFor({ state: 'detached' });
      await runCommand(page, 'File: Save All');
      for (const path of [HUB, TESTS]) {
        const isWritten = () => !readFileSync(join(folder, path), 'utf8').includes(UNREAD);
        await until(isWritten, `${path} still has ${UNREAD}`);
      }
    });

    const unreadLine = () => {
      const lines = readFileSync(join(folder, HUB), 'utf8').split('\n');
      return lines.findIndex((line) => line.includes(UNREAD)) + 1;
    };
    const openUnread = async () => {
      await row(tree, /Nothing in the worker reads GUIDANCE/).click();
      await page.keyboard.press('Enter');
      await cursorIsAt(page, unreadLine(), HUB);
      await runCommand(page, 'View: Close Editor');
    };
  });
}

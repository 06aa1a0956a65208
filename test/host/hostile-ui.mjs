// A worker that means harm, wherever its words are shown: in the tree, the report, hovers, lenses and saved files. Nothing of it
// runs, nothing is fetched, nothing is taken for markup.

import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { evaluateInPanel, panelFrame } from '../../scripts/vscode/panel.mjs';
import {
  closeWindow,
  goToLine,
  opened,
  openFile,
  openWindow,
  row,
  runCommand,
  saveAs,
  says,
  showFindings,
} from '../../scripts/vscode/workbench.mjs';
import { FILES, FOLDER, HANDLER, MARK } from './hostile-worker.mjs';

export function hostileSuite({ browser, server, folderOf }) {
  describe('a worker that means harm', () => {
    let folder;
    let page;
    let panel;
    const asked = [];
    const refused = [];
    const dialogs = [];

    before(async () => {
      folder = folderOf(FOLDER, FILES);
      page = await openWindow(browser, server.address(folder));
      page.on('request', (request) => asked.push(request.url()));
      page.on('console', (message) => {
        if (/Content.Security.Policy/i.test(message.text())) refused.push(message.text());
      });
      page.on('dialog', (dialog) => {
        dialogs.push(dialog.message());
        void dialog.dismiss();
      });
      await openFile(page, HANDLER);
      await page.locator('.editor-instance .squiggly-error').first().waitFor({ state: 'attached' });
    });
    after(() => closeWindow(page));

    it('is a name like any other in the tree', async () => {
      const tree = await showFindings(page);
      await row(tree, /^evil <img src=x/).waitFor();
      await row(tree, /handler-exits-process/).waitFor();
      assert.equal(await tree.locator('.monaco-list-rows img').count(), 0);
    });

    it('is text in the report, however long', async () => {
      await runCommand(page, 'RunPod: Check RunPod compliance');
      panel = await panelFrame(page);
      await says(panel.locator('h1'), /evil <img src=x/);
      await says(panel.locator('.problem[data-rule=input-unchecked]'), '<script>');
      assert.equal(await panel.locator('#page :is(img, script, iframe, object, svg[onload])').count(), 0);
      const { wide, commands } = await evaluateInPanel(page, () => ({
        wide: document.documentElement.scrollWidth - document.documentElement.clientWidth,
        commands: [...document.querySelectorAll('#page a')].filter(({ href }) => /^command:|evil/.test(href)).length,
      }));
      assert.equal(wide, 0, 'the page is wider than its window');
      assert.equal(commands, 0);
    });

    it('is text in a hover', async () => {
      await openFile(page, HANDLER);
      await goToLine(page, 14);
      await page.keyboard.press('Home');
      for (const _ of 'if job["') await page.keyboard.press('ArrowRight');
      await runCommand(page, 'Show or Focus Hover');
      const hover = page.locator('.monaco-hover:not(.hidden)', { hasText: 'onerror' }).first();
      await hover.waitFor();
      assert.equal(await hover.locator('img').count(), 0);
      await page.keyboard.press('Escape');
    });

    it('is text in the files that are saved', async () => {
      await save('Markdown', 'md', (words) => assert.doesNotMatch(withoutCode(words), /<(?:img|script|svg)\b/));
      await opened(page, 'saved.md');
      await save('HTML', 'html', (words) => assert.doesNotMatch(words, /<(?:img|script|iframe)\b|<svg onload/));
    });

    it('has run nothing, asked for nothing and opened nothing', async () => {
      for (const frame of page.frames())
        assert.equal(await frame.evaluate((name) => globalThis[name], MARK), undefined);
      const own = new URL(server.origin).host;
      const foreign = asked.filter((url) => {
        const { protocol, host } = new URL(url);
        // The editor hands a webview its files under this name; they never leave the machine.
        return /^https?:$/.test(protocol) && host !== own && !host.endsWith('.vscode-resource.vscode-cdn.net');
      });
      assert.deepEqual(foreign, []);
      assert.deepEqual(refused, []);
      assert.deepEqual(dialogs, []);
    });

    const save = async (format, ending, check) => {
      const path = join(folder, `saved.${ending}`);
      await runCommand(page, `RunPod: Save the compliance report as ${format}…`);
      await saveAs(page, `.${ending}`, path);
      for (let left = 600; !existsSync(path) && left > 0; left--) await new Promise((wake) => setTimeout(wake, 50));
      check(readFileSync(path, 'utf8'));
    };
  });
}

/** Markdown takes nothing in code for markup. */
function withoutCode(markdown) {
  return markdown.replace(/^(`{3,}).*\n[\s\S]*?^\1$/gm, '').replace(/(?<!`)(`+)(?!`)[\s\S]*?[^`]\1(?!`)/g, '');
}

// The report of an example as it looks in English, in each theme. In Polish it is polish-ui.mjs's.

import { panelFrame } from '../../scripts/vscode/panel.mjs';
import { closeWindow, openFile, openWindow, runCommand } from '../../scripts/vscode/workbench.mjs';
import { pictureTests } from './pictures.mjs';

export function picturesSuite({ browser, server, copyOf, artifacts }) {
  describe('the report in English', () => {
    let page;
    let panel;

    before(async () => {
      page = await openWindow(browser, server.address(copyOf('pictures', 'fast-backend')));
      await openFile(page, 'handler.py');
      await runCommand(page, 'RunPod: Check RunPod compliance');
      panel = await panelFrame(page);
      await panel.locator('[data-rule=python-syntax-error]').first().waitFor();
    });
    after(async () => {
      // The theme is a setting of all windows.
      server.configure();
      await closeWindow(page);
    });

    pictureTests(() => ({ page, panel, artifacts, language: 'en' }));
  });
}

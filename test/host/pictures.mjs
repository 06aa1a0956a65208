// The report in each theme and in two widths, for people to look at, and checked by axe in each theme. The window must show the
// panel and be nobody else's from then on.

import assert from 'node:assert/strict';
import { join } from 'node:path';
import { evaluateInPanel, violations } from '../../scripts/vscode/panel.mjs';
import { runAndAnswer, runCommand } from '../../scripts/vscode/workbench.mjs';

/** The class is the one that the editor gives the page. */
const THEMES = [
  { name: 'dark', theme: 'Dark Modern', kind: 'vscode-dark' },
  { name: 'light', theme: 'Light Modern', kind: 'vscode-light' },
  { name: 'high-contrast', theme: 'Dark High Contrast', kind: 'vscode-high-contrast' },
  { name: 'high-contrast-light', theme: 'Light High Contrast', kind: 'vscode-high-contrast-light' },
];
const WIDTHS = [480, 1200];
/** A picture that is longer than this shows nothing new. */
const TALLEST = 7000;

/** `language` is part of the pictures' names. */
export function pictureTests(window) {
  for (const { name, theme, kind } of THEMES) {
    it(`looks as it should in the theme ${name}, and breaks no rule of accessibility`, async () => {
      const { page, panel, language, artifacts } = window();
      await leaveOnlyThePanel(page);
      await runAndAnswer(page, 'Preferences: Color Theme', 'Select Color Theme', theme);
      await panel.locator(`body.${kind}`).waitFor();
      for (const width of WIDTHS) {
        await stretch(page, width);
        const path = join(artifacts, `panel-${name}-${language}-${width}.png`);
        await page.locator('iframe.webview.ready').screenshot({ path });
        assert.equal((await violations(page)).join('\n'), '', `${name}, ${width} wide`);
        assert.deepEqual(await stickingOut(page), [], `${name}, ${width} wide`);
      }
    });
  }
}

async function leaveOnlyThePanel(page) {
  if ((await page.locator('.editor-group-container').count()) > 1) {
    await runCommand(page, 'View: Focus Right Editor Group');
    await runCommand(page, 'View: Close Editors in Other Groups');
  }
  if (await page.locator('.part.sidebar').isVisible())
    await runCommand(page, 'View: Toggle Primary Side Bar Visibility');
}

/** Makes the panel as wide as that, and tall enough to show all of it. */
async function stretch(page, width) {
  const frame = page.locator('iframe.webview.ready');
  const missing = async (side, wanted) => {
    const viewport = page.viewportSize();
    const box = await frame.boundingBox();
    await page.setViewportSize({ ...viewport, [side]: Math.round(viewport[side] + wanted - box[side]) });
  };
  await missing('width', width);
  await drawn(page);
  const height = await evaluateInPanel(page, () => document.documentElement.scrollHeight);
  await missing('height', Math.min(height, TALLEST));
  await drawn(page);
}

function drawn(page) {
  return evaluateInPanel(page, () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
}

/** What is wider than the page: a reader would have to scroll sideways. */
function stickingOut(page) {
  return evaluateInPanel(page, () => {
    const { clientWidth, scrollWidth } = document.documentElement;
    if (scrollWidth <= clientWidth) return [];
    const wide = [...document.querySelectorAll('#page *')].filter(
      (element) => element.getBoundingClientRect().right > clientWidth + 1,
    );
    return wide.map(({ tagName, className }) => `${tagName}.${className}`).slice(0, 5);
  });
}

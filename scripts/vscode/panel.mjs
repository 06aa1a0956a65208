// The compliance panel's page, for a headless browser: a webview is a frame in a frame of another origin. How it is opened
// and what is checked of it is its users' business.

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** The frame that holds the panel's page, once it shows a report. */
export async function panelFrame(page) {
  const panel = page.frameLocator('iframe.webview.ready').frameLocator('iframe#active-frame');
  await panel.locator('main.is-reports').waitFor();
  return panel;
}

/** Runs a script in the page that its policy would not let in, such as a checker. */
export async function evaluateInPanel(page, script, argument) {
  const outer = await page.locator('iframe.webview.ready').elementHandle();
  const inner = await (await outer.contentFrame()).waitForSelector('iframe#active-frame');
  const frame = await inner.contentFrame();
  return frame.evaluate(script, argument);
}

/** The rules of accessibility that the page breaks, one line for each violation. */
export async function violations(page) {
  await evaluateInPanel(page, AXE);
  return evaluateInPanel(page, async () => {
    const { violations: found } = await globalThis.axe.run(document);
    return found.flatMap(({ id, nodes }) =>
      nodes.map(({ target, failureSummary }) => `${id} ${target}: ${failureSummary}`),
    );
  });
}

/** What has the focus in the page, as a reader meets it; `isVisible`: on the screen, and marked as focused. */
export function focused(page) {
  return evaluateInPanel(page, () => {
    const element = document.activeElement ?? document.body;
    const { top, bottom, width, height } = element.getBoundingClientRect();
    const { outlineStyle, outlineWidth } = getComputedStyle(element);
    const isMarked = outlineStyle !== 'none' && Number.parseFloat(outlineWidth) > 0;
    return {
      tag: element.tagName.toLowerCase(),
      role: element.getAttribute('role'),
      action: element.getAttribute('data-action'),
      rule: element.closest('[data-rule]')?.getAttribute('data-rule') ?? null,
      href: element.getAttribute('href'),
      id: element.id,
      text: (element.textContent ?? '').trim().replace(/\s+/g, ' '),
      isVisible: isMarked && width > 0 && height > 0 && bottom > 0 && top < window.innerHeight,
    };
  });
}

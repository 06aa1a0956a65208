// The report's HTML as a browser shows it: nothing runs, nothing is fetched, nothing sticks out, axe finds nothing. Pictures
// go to artifacts. Skipped where there is no Chromium.

import assert from 'node:assert/strict';
import { mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { after, before, describe, it } from 'node:test';
import { pathToFileURL } from 'node:url';
import type { Browser } from 'playwright-core';
import { htmlReport } from '../server/src/report/html';
import { indexOf } from '../server/src/report/overview';
import { HOSTILE, indexOfExample, OPTIONS, ROOT } from './harness/reports';
import { inRoot } from './harness/root';

const AXE = readFileSync(createRequire(inRoot('package.json')).resolve('axe-core/axe.min.js'), 'utf8');

/** As a system tells a browser. */
const SCHEMES = {
  light: { colorScheme: 'light' },
  dark: { colorScheme: 'dark' },
  'high-contrast': { colorScheme: 'dark', contrast: 'more', forcedColors: 'active' },
  'high-contrast-light': { colorScheme: 'light', contrast: 'more', forcedColors: 'active' },
} as const;

describe('the HTML in a browser', () => {
  let browser: Browser | undefined;
  let why = '';

  before(async () => {
    const { launchChromium }: { launchChromium(): Promise<Browser> } = await import(
      pathToFileURL(inRoot('scripts/vscode/chromium.mjs')).href
    );
    try {
      browser = await launchChromium();
    } catch (error) {
      // Thrown where there is no Chromium to be had; anything else is a failure.
      if (!(error instanceof Error) || error.constructor.name !== 'Impossible') throw error;
      why = error.message;
    }
  });
  after(() => browser?.close());

  const several = [HOSTILE, { ...HOSTILE, root: `${ROOT}2` }];
  const PAGES: readonly (readonly [
    name: string,
    scheme: keyof typeof SCHEMES,
    width: number,
    html: () => Promise<string>,
  ])[] = [
    ['fast-backend-en', 'light', 1200, async () => htmlReport(await indexOfExample('fast-backend', 'en'))],
    ['fast-backend-en', 'dark', 400, async () => htmlReport(await indexOfExample('fast-backend', 'en'))],
    ['fast-backend-pl', 'light', 800, async () => htmlReport(await indexOfExample('fast-backend', 'pl'))],
    ['fast-backend-en', 'high-contrast', 800, async () => htmlReport(await indexOfExample('fast-backend', 'en'))],
    ['fast-backend-pl', 'high-contrast-light', 800, async () => htmlReport(await indexOfExample('fast-backend', 'pl'))],
    ['hostile', 'dark', 320, async () => htmlReport(indexOf([HOSTILE], OPTIONS))],
    ['several', 'light', 1200, async () => htmlReport(indexOf(several, OPTIONS))],
  ];

  for (const [name, scheme, width, html] of PAGES) {
    it(`${name}, ${scheme}, ${width} wide: nothing runs or is fetched, no rule of accessibility is broken`, async (t) => {
      if (browser === undefined) return t.skip(why);
      // The policy of the page would keep axe out as well.
      const context = await browser.newContext({
        viewport: { width, height: 900 },
        ...SCHEMES[scheme],
        bypassCSP: true,
      });
      const page = await context.newPage();
      const asked: string[] = [];
      const dialogs: string[] = [];
      page.on('request', (request) => asked.push(request.url()));
      page.on('dialog', (dialog) => {
        dialogs.push(dialog.message());
        void dialog.dismiss();
      });
      await page.setContent(await html());
      assert.deepEqual(asked, []);
      assert.deepEqual(dialogs, []);
      assert.equal(await page.evaluate('document.scripts.length + document.images.length'), 0);
      // Nothing sticks out to the right.
      assert.ok(Number(await page.evaluate('document.documentElement.scrollWidth')) <= width);
      mkdirSync(inRoot('artifacts'), { recursive: true });
      await page.screenshot({ path: inRoot(`artifacts/report-${name}-${scheme}.png`), fullPage: true });
      await page.evaluate(AXE);
      const violations = await page.evaluate(
        'axe.run(document).then((found) => found.violations.flatMap((one) => one.nodes.map((node) => [one.id, node.html, node.failureSummary])))',
      );
      assert.deepEqual(violations, []);
      await context.close();
      return undefined;
    });
  }
});

// What a person does in the workbench, for a headless browser: open a file, run a command, look at the panel.
// Keys and the command palette only, since clicks on text miss now and then.

/** A machine that is busy with other things takes long to load a workbench. */
const PATIENCE_MS = 90_000;
const RETRY_MS = 2000;

export async function openWindow(browser, address, { width = 1600, height = 1000 } = {}) {
  const context = await browser.newContext({ viewport: { width, height } });
  const page = await context.newPage();
  page.setDefaultTimeout(PATIENCE_MS);
  await page.goto(address);
  await page.waitForSelector('.monaco-workbench');
  await page.waitForSelector('.explorer-folders-view');
  return page;
}

/** `path` as in Quick Open: a name, or enough of the path to be the first match. */
export async function openFile(page, path) {
  const name = path.split('/').at(-1);
  await page.keyboard.press('Control+P');
  await choose(page, path, name);
  await page.waitForSelector(`.tab.active[data-resource-name="${name}"]`);
  await page.waitForSelector('.editor-instance .view-line');
}

/** Brings a line into the middle of the editor. */
export async function goToLine(page, line) {
  await page.keyboard.press('Control+G');
  await choose(page, `:${line}`, String(line));
}

/** Runs a command by its title in the command palette. */
export async function runCommand(page, title) {
  const entry = page.locator('.quick-input-widget .monaco-list-row', { hasText: title }).first();
  const deadline = Date.now() + PATIENCE_MS;
  for (;;) {
    await page.keyboard.press('F1');
    const input = await quickInput(page);
    await input.fill(`>${title}`);
    // The palette does not learn of commands that are registered while it is open.
    if (await appears(entry, RETRY_MS)) break;
    if (Date.now() > deadline) throw new Error(`The command palette has no "${title}".`);
    await page.keyboard.press('Escape');
    await closed(page);
  }
  await page.keyboard.press('Enter');
  await entry.waitFor({ state: 'hidden' });
}

/** The frame that holds the compliance panel's page, once it shows a report. */
export async function panelFrame(page) {
  const panel = page.frameLocator('iframe.webview.ready').frameLocator('iframe#active-frame');
  await panel.locator('main.is-reports').waitFor();
  return panel;
}

/** Runs a script in the panel's page that its policy would not let in, such as a checker. */
export async function evaluateInPanel(page, script) {
  const outer = await page.locator('iframe.webview.ready').elementHandle();
  const inner = await (await outer.contentFrame()).waitForSelector('iframe#active-frame');
  const frame = await inner.contentFrame();
  return frame.evaluate(script);
}

/** Waits until progress bars, toasts and transitions are gone, so that two pictures of the same state are alike. */
export async function settled(page) {
  await page.evaluate(() => document.fonts.ready);
  await page.waitForFunction(
    () => document.querySelector('.notification-toast, .monaco-progress-container.active') === null,
  );
  await page.waitForTimeout(1000);
}

/** The first row may still be of the list before, so it has to be one that says `label`. */
async function choose(page, text, label) {
  const input = await quickInput(page);
  await input.fill(text);
  await page.locator('.quick-input-widget .monaco-list-row.focused', { hasText: label }).waitFor();
  await page.keyboard.press('Enter');
  await closed(page);
}

async function quickInput(page) {
  const input = page.locator('.quick-input-widget input[type=text]').first();
  await input.waitFor({ state: 'visible' });
  return input;
}

async function closed(page) {
  await page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
}

function appears(locator, timeout) {
  return locator.waitFor({ timeout }).then(
    () => true,
    () => false,
  );
}

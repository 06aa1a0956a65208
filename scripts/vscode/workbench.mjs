// What a person does in the workbench, for a headless browser: open a file, type, run a command, look at a view. Keys and
// the command palette only, since clicks on text miss now and then. The compliance panel is panel.mjs's.

/** A machine that is busy with other things takes long to load a workbench. */
const PATIENCE_MS = 90_000;
const RETRY_MS = 2000;
/** A cursor may blink for ever. */
const MOST_LOOKS = 10;
/** In the palette, above the one that is meant. */
const MOST_ROWS = 25;

/** `language` is the browser's, which VS Code follows. */
export async function openWindow(browser, address, { width = 1600, height = 1000, language = 'en-US' } = {}) {
  const context = await browser.newContext({ viewport: { width, height }, locale: language });
  const page = await context.newPage();
  page.setDefaultTimeout(PATIENCE_MS);
  await page.goto(address);
  await page.waitForSelector('.monaco-workbench');
  await page.waitForSelector('.explorer-folders-view');
  return page;
}

/** Pictures of a window that are being taken, such as of a test that has failed. */
const pictures = new WeakMap();

export function takePicture(page, path) {
  pictures.set(page, Promise.allSettled([pictures.get(page), page.screenshot({ path })]));
}

/** Nothing happens where the window was never opened. */
export async function closeWindow(page) {
  if (page === undefined) return;
  await pictures.get(page);
  await page.context().close();
}

/** `path` as in Quick Open: a name, or enough of the path to be the first match. */
export async function openFile(page, path) {
  await choose(page, 'Control+P', path, page.getByText(path.split('/').at(-1)).first());
  await opened(page, path);
}

/** Waits until a file that the extension opens has the focus: a key pressed before may land in it. */
export async function opened(page, path) {
  await page.waitForSelector(tabOf(path));
  await page.waitForSelector('.editor-instance .monaco-editor.focused .view-line');
}

/** Brings a line into the middle of the editor. */
export async function goToLine(page, line) {
  await choose(page, 'Control+G', `:${line}`, page.getByText(String(line)).first());
  await cursorIsAt(page, line);
}

/** Runs a command by its title in the command palette, which need not be the first that is offered. */
export async function runCommand(page, title) {
  await choose(page, 'F1', `>${title}`, page.getByText(title, { exact: true }));
}

/** Types at the end of a line, which is the focused editor's from then on. */
export async function typeAt(page, path, line, text) {
  await openFile(page, path);
  await goToLine(page, line);
  await page.keyboard.press('End');
  await page.keyboard.type(text);
}

/** Waits until the cursor is in this line of the active editor, which shows this file. */
export async function cursorIsAt(page, line, path) {
  if (path !== undefined) await page.waitForSelector(tabOf(path));
  await page.getByRole('button', { name: new RegExp(`^Ln ${line}, Col`) }).waitFor();
}

/** Of the active editor. */
function tabOf(path) {
  return `.tab.active[data-resource-name=${JSON.stringify(path.split('/').at(-1))}]`;
}

/** The tree of findings, brought to the front. `title` is that of the view, in the window's language. */
export async function showFindings(page, title = 'Compliance') {
  await runCommand(page, `Focus on ${title} View`);
  const view = page.locator('[id="workbench.view.extension.runpodCompliance"]');
  await view.getByRole('tree').waitFor();
  return view;
}

/** A row of a tree, by the beginning of what a screen reader says of it. */
export function row(tree, words) {
  return tree.getByRole('treeitem', { name: words }).first();
}

/** Unfolds a row, so that what is below it is in the tree. */
export async function unfold(tree, words) {
  const line = row(tree, words);
  await line.waitFor();
  if ((await line.getAttribute('aria-expanded')) === 'false') await line.click();
  await tree.locator('[role=treeitem][aria-expanded=true]').and(line).waitFor();
}

/** Waits until an element says this; what it says may still be on its way. */
export async function says(locator, words) {
  await locator.filter({ hasText: words }).first().waitFor();
}

/** Runs a command that asks which of several things is meant, in these words, and answers it. */
export async function runAndAnswer(page, title, placeholder, text) {
  const input = page.locator(`.quick-input-widget input[placeholder^=${JSON.stringify(placeholder)}]`);
  const row = page.locator('.quick-input-widget .monaco-list-row', { hasText: text }).first();
  await insist(page, `"${title}" offers nothing for "${text}".`, async (timeout) => {
    await runCommand(page, title);
    await input.fill(text, { timeout });
    await take(page, row, timeout);
  });
}

/** Takes the dialog that saves a file, once it proposes one of that ending. Without a path it is dismissed. */
export async function saveAs(page, ending, path) {
  await page.waitForFunction((end) => {
    const input = document.querySelector('.quick-input-widget input[type=text]');
    return input?.value.startsWith('/') && input.value.endsWith(end);
  }, ending);
  if (path !== undefined) await page.locator('.quick-input-widget input[type=text]').first().fill(path);
  await page.keyboard.press(path === undefined ? 'Escape' : 'Enter');
  await closed(page);
}

/** Waits until progress bars and toasts are gone and the window stands still, so that two pictures of a state are alike. */
export async function settled(page) {
  await page.evaluate(() => document.fonts.ready);
  await page.waitForFunction(
    () => document.querySelector('.notification-toast, .monaco-progress-container.active') === null,
  );
  let before = await page.screenshot();
  for (let look = 0; look < MOST_LOOKS; look++) {
    const now = await page.screenshot();
    if (now.equals(before)) return;
    before = now;
  }
}

/** Types into the quick input that a key opens, and takes the row with the label. */
async function choose(page, key, text, label) {
  const row = page.locator('.quick-input-widget .monaco-list-row').filter({ has: label }).first();
  await insist(page, `The editor offers nothing for "${text}".`, async (timeout) => {
    await page.keyboard.press(key);
    const input = page.locator('.quick-input-widget input[type=text]').first();
    await input.fill(text, { timeout });
    await take(page, row, timeout);
  });
}

/** Walks down to a row of the quick input and takes it. */
async function take(page, row, timeout) {
  await row.waitFor({ timeout });
  const focused = page.locator('.quick-input-widget .monaco-list-row.focused').and(row);
  for (let left = MOST_ROWS; left > 0 && !(await focused.isVisible()); left--) await page.keyboard.press('ArrowDown');
  await focused.waitFor({ timeout });
  await page.keyboard.press('Enter');
  await row.waitFor({ state: 'hidden', timeout });
}

/**
 * Tries again and again, with more patience each time. A quick input closes by itself when a page that has just loaded takes the
 * focus, and its list does not learn of commands that are registered and of files that are found while it is open.
 */
async function insist(page, complaint, attempt) {
  const deadline = Date.now() + PATIENCE_MS;
  for (let patience = RETRY_MS; ; patience *= 2) {
    try {
      return await attempt(patience);
    } catch (cause) {
      if (Date.now() > deadline) throw new Error(complaint, { cause });
    }
    await page.keyboard.press('Escape');
    await closed(page);
  }
}

async function closed(page) {
  await page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
}

/** Waits until a check outside the browser holds. */
export async function until(holds, complaint) {
  const deadline = Date.now() + PATIENCE_MS;
  while (!holds()) {
    if (Date.now() > deadline) throw new Error(complaint);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

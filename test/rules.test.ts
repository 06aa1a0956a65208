// Runs every example of docs/rules and test/rules: the page is the test. How examples are written: CONTRIBUTING.md.

import { readdirSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { checkExample } from './harness/check';
import { readPage } from './harness/pages';
import { inRoot } from './harness/root';

const INDEX = 'README.md';

for (const folder of ['docs/rules', 'test/rules']) {
  for (const name of readdirSync(inRoot(folder)).sort()) {
    if (!name.endsWith('.md') || name === INDEX) continue;
    const file = `${folder}/${name}`;
    const page = readPage(file, readFileSync(inRoot(file), 'utf8'));
    describe(file, () => {
      for (const example of page.examples) {
        it(`${file}:${example.line} ${example.title}`, () => checkExample(page.id, example));
      }
    });
  }
}

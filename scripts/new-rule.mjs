// Starts a rule: its source, its page, its edge cases and its row in the table. What it writes fails the tests until
// it is filled in. Usage: npm run new-rule AREA/RULE-ID, such as hub/env-not-declared.

import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ROOT } from './setup.mjs';

const RULES_FOLDER = 'server/src/rules';
const TABLE_END = /,?\s*\];\n$/;

const [, area, id] = /^([a-z][a-z-]*)\/([a-z][a-z0-9]*(?:-[a-z0-9]+)*)$/.exec(process.argv[2] ?? '') ?? [];
const table = `${RULES_FOLDER}/${area}/index.ts`;
if (id === undefined || !existsSync(join(ROOT, table))) {
  stop(`Usage: npm run new-rule AREA/RULE-ID. Areas with rules so far: ${areas().join(', ')}.`, 2);
}
const name = id.replace(/-(.)/g, (_, letter) => letter.toUpperCase());
const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));

const files = {
  [`${RULES_FOLDER}/${area}/${id}.ts`]: `// What it finds, and what it leaves alone because it cannot be told from the text.

import { say } from '../../base/message';
import { rule } from '../rule';

export const ${name} = rule({
  meta: {
    id: '${id}',
    area: '${area}',
    severity: 'warning',
    since: '${version}',
    summary: '',
    why: '',
    good: '',
    sources: [],
  },
  reads: ['python'],
  *check({ python }) {
  },
});
`,
  [`docs/rules/${id}.md`]: `# ${id}

What is wrong, what you will see on RunPod, and the better way.

## Bad

## Good
`,
  [`test/rules/${id}.md`]: `# ${id}

## Found

## Left alone
`,
};

for (const path of Object.keys(files)) {
  if (existsSync(join(ROOT, path))) stop(`${path} exists already.`, 1);
}
const rows = readFileSync(join(ROOT, table), 'utf8');
if (!TABLE_END.test(rows)) stop(`${table} does not end its table with "];".`, 1);

for (const [path, text] of Object.entries(files)) {
  mkdirSync(dirname(join(ROOT, path)), { recursive: true });
  writeFileSync(join(ROOT, path), text);
  console.log(`wrote ${path}`);
}
writeFileSync(join(ROOT, table), withRow(rows));
console.log(`added a row to ${table}

Next: put a bad and a good example into docs/rules/${id}.md and watch them fail (npm test -- --only rules), write check,
then npm run gen, npm run format and npm test.`);

/** The import goes behind the last one, the row to the end: the formatter and the catalogue's order come after. */
function withRow(text) {
  const lastImport = text.lastIndexOf('\nimport ') + 1;
  const at = text.indexOf('\n', lastImport) + 1;
  const line = `import { ${name} } from './${id}';\n`;
  return (text.slice(0, at) + line + text.slice(at)).replace(TABLE_END, `,\n  ${name},\n];\n`);
}

function areas() {
  return readdirSync(join(ROOT, RULES_FOLDER), { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(join(ROOT, RULES_FOLDER, entry.name, 'index.ts')))
    .map((entry) => entry.name);
}

function stop(message, code) {
  console.error(message);
  process.exit(code);
}

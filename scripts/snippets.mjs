// Makes the snippets for JSON files from the templates that the schemas carry, too. Called by gen.mjs, which writes them.

import { rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { bundleForScripts } from './build.mjs';
import { ROOT } from './setup.mjs';

/** The snippets as values, by path. */
export async function generateSnippets() {
  const { format, ...tables } = await load();
  const templates = Object.values(tables).flat();
  const rows = templates.map(({ label, description, body, prefixes }) => [
    `${prefixes[0]}: ${format(label)}`,
    { prefix: prefixes, description: format(description), body: linesOf(body) },
  ]);
  return { 'client/snippets/json.json': Object.fromEntries(rows) };
}

async function load() {
  const bundle = join(ROOT, '.build/gen/templates.cjs');
  await bundleForScripts(
    `export * from './server/src/knowledge/hub-templates';
     export { format } from './server/src/base/message';`,
    bundle,
  );
  const loaded = createRequire(import.meta.url)(bundle);
  rmSync(bundle);
  return loaded;
}

/** What stands behind "^" is no string. */
function linesOf(body) {
  const text = JSON.stringify(body, null, 2);
  return text.replaceAll(/"\^([^"]*)"/g, '$1').split('\n');
}

// Writes down the English JSON Schemas, for editors without the language server. Called by gen.mjs; what is in them:
// server/src/features/json-schemas.ts.

import { rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { bundleForScripts } from './build.mjs';
import { ROOT } from './setup.mjs';

/** The schemas as values, by path. */
export async function generateSchemas() {
  const { jsonSchemas, METAS } = await load();
  const { hub, tests, testInput, config } = jsonSchemas(METAS);
  return {
    'schemas/hub.schema.json': hub,
    'schemas/tests.schema.json': tests,
    'schemas/test_input.schema.json': testInput,
    'schemas/compliance.schema.json': config,
  };
}

async function load() {
  const bundle = join(ROOT, '.build/gen/schemas.cjs');
  await bundleForScripts(
    `export { jsonSchemas } from './server/src/features/json-schemas';
     export { METAS } from './server/src/rules/index';`,
    bundle,
  );
  const loaded = createRequire(import.meta.url)(bundle);
  rmSync(bundle);
  return loaded;
}

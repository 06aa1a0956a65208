// The bundle dist/json.js: the JSON language features with the schemas from the disk, loaded by server.node.ts when a client
// first asks for them.

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ClientCapabilities, JSONSchema } from 'vscode-json-languageservice';
import type { JsonKind } from '../features/json-kind';
import { createJsonService, type JsonService } from '../lsp/json-service';

const SCHEMA_FILES: Readonly<Record<JsonKind, string>> = {
  hub: 'hub.schema.json',
  tests: 'tests.schema.json',
  testInput: 'test_input.schema.json',
  config: 'compliance.schema.json',
};

export async function loadJsonService(capabilities: ClientCapabilities): Promise<JsonService> {
  const read = async (kind: JsonKind): Promise<JSONSchema> =>
    JSON.parse(await readFile(join(__dirname, '..', 'schemas', SCHEMA_FILES[kind]), 'utf8'));
  const [hub, tests, testInput, config] = await Promise.all([
    read('hub'),
    read('tests'),
    read('testInput'),
    read('config'),
  ]);
  return createJsonService({ hub, tests, testInput, config }, capabilities);
}

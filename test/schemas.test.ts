// The generated JSON schemas on their own, as an editor without the server uses them: what they accept and refuse, and that
// everything in them is explained. That they are not stale: `gen.mjs --check`.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { getLanguageService, type JSONSchema, TextDocument } from 'vscode-json-languageservice';
import { format } from '../server/src/base/message';
import { jsonSchemas } from '../server/src/features/json-schemas';
import { POOL_NOTES } from '../server/src/knowledge/gpus';
import { polish } from '../server/src/languages/pl/index';
import { METAS } from '../server/src/rules/index';
import { inRoot } from './harness/root';

const NAMES = ['hub', 'tests', 'test_input', 'compliance'] as const;
type Name = (typeof NAMES)[number];

function schemaOf(name: Name): JSONSchema {
  return JSON.parse(readFileSync(inRoot(`schemas/${name}.schema.json`), 'utf8'));
}

const service = getLanguageService({});

async function faults(name: Name, value: unknown): Promise<readonly string[]> {
  const document = TextDocument.create('test://a.json', 'json', 1, JSON.stringify(value));
  const found = await service.doValidation(document, service.parseJSONDocument(document), {}, schemaOf(name));
  return found.map(({ message }) => (typeof message === 'string' ? message : message.value));
}

const CONFIG = { runsOn: 'GPU', containerDiskInGb: 20, gpuCount: 1, gpuIds: 'ADA_24' };
const HUB = { title: 'a', description: 'b', type: 'serverless', category: 'image', config: CONFIG };
const TEST = { name: 'a', input: { prompt: 'b' }, timeout: 60_000 };

const hubWith = (config: object) => ({ ...HUB, config: { ...CONFIG, ...config } });
const envOf = (entry: object) => hubWith({ env: [entry] });

const ACCEPTED: readonly (readonly [Name, unknown])[] = [
  ['hub', HUB],
  ['hub', { $schema: './hub.schema.json', ...HUB }],
  ['hub', hubWith({ gpuIds: 'NEW_POOL,-NVIDIA L4', allowedCudaVersions: ['14.0'] })],
  ['hub', { ...HUB, category: 'utility' }],
  ['hub', { ...HUB, config: { runsOn: 'CPU', containerDiskInGb: 5, cpuFlavor: 'cpu9x-1-2' } }],
  ['hub', { ...HUB, config: { runsOn: 'GPU', containerDiskInGb: 5 } }],
  ['hub', envOf({ key: 'A', value: 'b' })],
  ['hub', envOf({ key: 'A', input: { name: 'a', type: 'boolean', default: true, trueValue: '1', falseValue: '0' } })],
  ['hub', hubWith({ presets: [{ name: 'a', defaults: { A: 1, B: 'c', C: true } }] })],
  ['tests', { tests: [TEST], config: { gpuTypeId: 'NVIDIA New', env: [{ key: 'A', value: 'b' }] } }],
  ['test_input', { input: { a: 1 }, webhook: 'x' }],
  ['compliance', { rules: { 'hub-gpu-unknown': 'off', 'a-newer-rule': 'error' } }],
];

const REFUSED: readonly (readonly [Name, unknown, RegExp])[] = [
  ['hub', {}, /title/],
  ['hub', { ...HUB, config: {} }, /runsOn/],
  ['hub', hubWith({ gpuIds: ['ADA_24'] }), /string/],
  ['hub', hubWith({ gpuCount: '1' }), /integer/],
  ['hub', hubWith({ containerDiskInGb: 0 }), /minimum/],
  ['hub', hubWith({ runsOn: 'TPU' }), /not accepted/],
  ['hub', hubWith({ cpuFlavor: 'cpu3g-1-4' }), /schema/],
  ['hub', { ...HUB, config: { runsOn: 'CPU', containerDiskInGb: 5 } }, /cpuFlavor/],
  ['hub', { ...HUB, config: { ...CONFIG, runsOn: 'CPU', cpuFlavor: 'cpu3g-1-4' } }, /schema/],
  ['hub', hubWith({ allowedCudaVersions: [12.8] }), /string/],
  ['hub', hubWith({ allowedCudaVersions: ['12.8', '12.8'] }), /duplicate/i],
  ['hub', envOf({ key: 'A' }), /input|value|schema/],
  ['hub', envOf({ key: 'A', value: 'a', input: {} }), /schema/],
  ['hub', envOf({ key: 'A', input: { type: 'select' } }), /not accepted/],
  ['hub', { ...HUB, runtime: 'python' }, /runtime/],
  ['tests', { tests: [{ ...TEST, input: {} }] }, /few/],
  ['tests', { tests: [{ name: 'a' }] }, /input/],
  ['tests', { tests: [{ ...TEST, expected_output: 1 }] }, /expected_output/],
  ['test_input', {}, /input/],
  ['test_input', { input: null }, /type/],
  ['compliance', { profile: 'all' }, /not accepted/],
  ['compliance', { ignore: [{ rule: 'a' }] }, /path/],
];

/** Every schema of a field, with the path to it. */
function* fieldsOf(schema: JSONSchema, path: string): Iterable<readonly [path: string, field: JSONSchema]> {
  for (const [key, field] of Object.entries(schema.properties ?? {})) {
    if (typeof field === 'boolean') continue;
    yield [`${path}/${key}`, field];
    yield* fieldsOf(field, `${path}/${key}`);
  }
  if (typeof schema.items === 'object' && !Array.isArray(schema.items)) yield* fieldsOf(schema.items, `${path}/*`);
}

/** All that a schema says to people, in order. */
function wordsIn(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(wordsIn);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]): readonly string[] => {
    if (typeof inner === 'string') return /^(title|label|description|markdownDescription)$/.test(key) ? [inner] : [];
    // A template writes files, in the Hub's language.
    if (key === 'body') return [];
    return /^(enumDescriptions|markdownEnumDescriptions)$/.test(key) ? inner : wordsIn(inner);
  });
}

describe('schemas', () => {
  for (const [name, value] of ACCEPTED) {
    it(`${name} accepts ${JSON.stringify(value)}`, async () => assert.deepEqual(await faults(name, value), []));
  }

  for (const [name, value, message] of REFUSED) {
    it(`${name} refuses ${JSON.stringify(value)}`, async () => {
      const found = await faults(name, value);
      assert.match(found.join('\n'), message);
    });
  }

  for (const name of NAMES) {
    it(`${name} is draft-07, and explains each of its fields`, () => {
      const schema = schemaOf(name);
      assert.equal(schema.$schema, 'http://json-schema.org/draft-07/schema#');
      assert.ok(schema.title && schema.description);
      const silent = [...fieldsOf(schema, '')].filter(([, { description }]) => !description?.endsWith('.'));
      assert.deepEqual(
        silent.map(([path]) => path),
        [],
      );
    });
  }

  it('say nothing in English when they are Polish', () => {
    const [english, translated] = [wordsIn(jsonSchemas(METAS)), wordsIn(jsonSchemas(METAS, polish))];
    assert.equal(english.length, translated.length);
    const same = english.filter((words, index) => words !== '' && words === translated[index]);
    const notes = Object.values(POOL_NOTES).map((note) => format(note));
    assert.deepEqual([...new Set(same)].filter((words) => !notes.includes(words)).sort(), ['Preset', 'Test']);
  });
});

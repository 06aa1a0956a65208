// Makes the JSON Schemas in schemas/ from the tables that the rules check against. Called by gen.mjs, which writes them.

import { rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { bundleForScripts } from './build.mjs';
import { ROOT } from './setup.mjs';

const DRAFT = 'http://json-schema.org/draft-07/schema#';
/** Keys that are the editor's, or stand for comments: allowed everywhere, offered nowhere. */
const PRIVATE_KEYS = '^(\\$|_|//|#$)';
const NOT_NULL = ['object', 'array', 'string', 'number', 'boolean'];
const JSON_TYPES = { scalar: ['string', 'number', 'boolean'], any: NOT_NULL };

/** The schemas as values, by path. */
export async function generateSchemas() {
  const { HUB, TESTS, TEST_INPUT, COMPLIANCE, METAS } = await loadTables();
  return {
    'schemas/hub.schema.json': document('RunPod hub.json', 'A listing on the RunPod Hub.', hubSchema(HUB)),
    'schemas/tests.schema.json': document('RunPod tests.json', 'The tests that the RunPod Hub runs.', schemaOf(TESTS)),
    'schemas/test_input.schema.json': document(
      'RunPod test_input.json',
      'The job that a worker runs when it is started locally.',
      // The SDK hands on whatever else the file holds.
      { ...schemaOf(TEST_INPUT), additionalProperties: true },
    ),
    'schemas/compliance.schema.json': document(
      'RunPod Compliance configuration',
      'What RunPod Compliance checks in this worker.',
      complianceSchema(schemaOf(COMPLIANCE), METAS),
    ),
  };
}

async function loadTables() {
  const bundle = join(ROOT, '.build/gen/tables.cjs');
  await bundleForScripts(
    `export { HUB, TESTS } from './server/src/knowledge/hub';
     export { TEST_INPUT, COMPLIANCE } from './server/src/knowledge/worker-files';
     export { METAS } from './server/src/rules/index';`,
    bundle,
  );
  const loaded = createRequire(import.meta.url)(bundle);
  rmSync(bundle);
  return loaded;
}

function document(title, description, schema) {
  return { $schema: DRAFT, title, description, ...schema };
}

/** A CPU worker needs what a GPU worker must not have. The reverse is demanded by the guide, but not kept by listings. */
function hubSchema(shape) {
  const schema = schemaOf(shape);
  const fields = shape.fields.find(({ key }) => key === 'config').fields;
  const keysFor = (machine) => fields.filter(({ required }) => required === machine).map(({ key }) => key);
  const forbidden = (keys) => ({ not: { anyOf: keys.map((key) => ({ required: [key] })) } });
  const { config } = schema.properties;
  config.if = { properties: { runsOn: { const: 'CPU' } }, required: ['runsOn'] };
  // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
  config.then = { required: keysFor('cpu'), ...forbidden(keysFor('gpu')) };
  config.else = forbidden(keysFor('cpu'));
  return schema;
}

function complianceSchema(schema, metas) {
  const { rules: setting, ignore } = schema.properties;
  const severity = setting.additionalProperties;
  setting.properties = Object.fromEntries(metas.map((meta) => [meta.id, { ...severity, description: meta.summary }]));
  // A rule that a newer version has is no mistake.
  const { rule } = ignore.items.properties;
  rule.anyOf = [{ enum: metas.map((meta) => meta.id) }, { type: 'string' }];
  return schema;
}

function schemaOf(shape) {
  switch (shape.type) {
    case 'object':
      return objectSchema(shape);
    case 'array':
      return {
        type: 'array',
        ...(shape.unique && { uniqueItems: true }),
        ...(shape.items !== undefined && { items: schemaOf(shape.items) }),
      };
    case 'string':
      return stringSchema(shape);
    default: {
      const minimum = shape.minimum === undefined ? {} : { minimum: shape.minimum };
      return { type: JSON_TYPES[shape.type] ?? shape.type, ...minimum };
    }
  }
}

/** VS Code shows the Markdown; others take the plain text. */
function notesOf(values, notes) {
  const markdownEnumDescriptions = values.map((value) => notes[value] ?? '');
  return {
    enumDescriptions: markdownEnumDescriptions.map((note) => note.replaceAll('`', '')),
    markdownEnumDescriptions,
  };
}

function stringSchema({ values, notes, open, tolerated }) {
  if (values === undefined) return { type: 'string' };
  const list = { enum: values, ...(notes && notesOf(values, notes)) };
  // What the list holds is offered, and anything else is right as well.
  // The type is said outside as well: by it editors know to write quotes.
  if (open) return { type: 'string', anyOf: [list, { type: 'string' }] };
  if (tolerated === undefined) return list;
  // A pattern, unlike a value, is not offered.
  return { type: 'string', anyOf: [list, { type: 'string', pattern: `^(${tolerated.join('|')})$` }] };
}

function objectSchema({ fields, each, filled, exactlyOne, templates }) {
  const schema = { type: 'object' };
  // Not of the standard, but editors on VS Code's JSON service know it, and the others pass it over.
  if (templates !== undefined) {
    schema.defaultSnippets = templates.map(({ label, description, body }) => ({ label, description, body }));
  }
  if (filled) schema.minProperties = 1;
  if (each !== undefined) schema.additionalProperties = schemaOf(each);
  if (fields === undefined) return schema;
  const shown = fields.filter(({ undocumented }) => !undocumented);
  const hidden = fields.filter(({ undocumented }) => undocumented);
  const required = shown.filter((field) => field.required === 'always').map(({ key }) => key);
  if (required.length > 0) schema.required = required;
  if (exactlyOne !== undefined) schema.oneOf = exactlyOne.map((key) => ({ required: [key] }));
  schema.properties = Object.fromEntries(shown.map((field) => [field.key, fieldSchema(field)]));
  schema.patternProperties = {
    [PRIVATE_KEYS]: {},
    ...Object.fromEntries(hidden.map((field) => [`^${field.key}$`, schemaOf(field)])),
  };
  schema.additionalProperties = false;
  return schema;
}

function fieldSchema(field) {
  const { description, initial, examples } = field;
  return {
    description,
    markdownDescription: markdownOf(field),
    ...schemaOf(field),
    // An object to start from is a template.
    ...(initial !== undefined && typeof initial !== 'object' && { default: initial }),
    ...(examples !== undefined && { examples }),
  };
}

/** More than these are a list to choose from, not one to read. */
const MOST_VALUES_SHOWN = 8;

/** What a hover shows, where editors know this key, which is not of the standard: values, default, where it is documented. */
function markdownOf(field) {
  const { values, initial, source, required } = { ...field, values: field.values ?? field.items?.values };
  const code = (value) => `\`${value}\``;
  const parts = [field.description.replaceAll(/[<>*_[\]]/g, '\\$&')];
  if (required !== undefined) parts.push(REQUIRED[required]);
  if (values !== undefined && values.length <= MOST_VALUES_SHOWN) parts.push(`Values: ${values.map(code).join(', ')}.`);
  if (values === undefined && initial !== undefined && typeof initial !== 'object')
    parts.push(`Usual: ${code(initial)}.`);
  if (source.startsWith('https://')) parts.push(`[Documentation](${source})`);
  return parts.join('\n\n');
}

const REQUIRED = {
  always: 'Required.',
  gpu: 'Required where `runsOn` is `GPU`.',
  cpu: 'Required where `runsOn` is `CPU`.',
};

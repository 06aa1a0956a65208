// JSON Schemas of a worker's files, in the user's language, from the tables that the rules check against. The files in schemas/
// are the English ones. What a worker's own files add to them is in the suggestions and hovers.

import { type Bundle, format, type Message, say } from '../base/message';
import { HUB, TESTS } from '../knowledge/hub';
import type { Field, Shape } from '../knowledge/shape';
import { COMPLIANCE, TEST_INPUT } from '../knowledge/worker-files';
import type { RuleMeta } from '../rules/rule';
import { code, codes } from './answers';
import type { JsonKind } from './json-kind';

/** As much of JSON Schema as is needed, with what VS Code's JSON service adds. The arrays are typed as that service has them. */
export interface JsonSchema {
  readonly $schema?: string;
  readonly title?: string;
  readonly description?: string;
  readonly markdownDescription?: string;
  readonly type?: string | string[];
  readonly const?: string;
  readonly enum?: string[];
  readonly enumDescriptions?: string[];
  readonly markdownEnumDescriptions?: string[];
  readonly pattern?: string;
  readonly minimum?: number;
  readonly uniqueItems?: boolean;
  readonly items?: JsonSchema;
  readonly minProperties?: number;
  readonly required?: string[];
  readonly properties?: Record<string, JsonSchema>;
  readonly patternProperties?: Record<string, JsonSchema>;
  readonly additionalProperties?: JsonSchema | boolean;
  readonly anyOf?: JsonSchema[];
  readonly oneOf?: JsonSchema[];
  readonly not?: JsonSchema;
  readonly if?: JsonSchema;
  readonly then?: JsonSchema;
  readonly else?: JsonSchema;
  readonly default?: string | number;
  readonly examples?: (string | number | boolean)[];
  readonly defaultSnippets?: { readonly label: string; readonly description: string; readonly body: unknown }[];
}

const DRAFT = 'http://json-schema.org/draft-07/schema#';
/** Keys that are the editor's, or stand for comments: allowed everywhere, offered nowhere. */
const PRIVATE_KEYS = '^(\\$|_|//|#$)';
const JSON_TYPES = {
  scalar: ['string', 'number', 'boolean'],
  any: ['object', 'array', 'string', 'number', 'boolean'],
} as const;

/** Puts words into the user's language. */
type Words = (message: Message) => string;

/** `metas` are the rules that compliance.json can name. */
export function jsonSchemas(metas: readonly RuleMeta[], bundle?: Bundle): Readonly<Record<JsonKind, JsonSchema>> {
  const words: Words = (message) => format(message, bundle);
  const document = (title: Message, description: Message, schema: JsonSchema): JsonSchema => ({
    $schema: DRAFT,
    title: words(title),
    description: words(description),
    ...schema,
  });
  return {
    hub: document(say`RunPod hub.json`, say`A listing on the RunPod Hub.`, hubSchema(words)),
    tests: document(say`RunPod tests.json`, say`The tests that the RunPod Hub runs.`, schemaOf(TESTS, words)),
    testInput: document(
      say`RunPod test_input.json`,
      say`The job that a worker runs when it is started locally.`,
      // The SDK hands on whatever else the file holds.
      { ...schemaOf(TEST_INPUT, words), additionalProperties: true },
    ),
    config: document(
      say`RunPod Compliance configuration`,
      say`What RunPod Compliance checks in this worker.`,
      complianceSchema(metas, words),
    ),
  };
}

/** A CPU worker needs what a GPU worker must not have. The reverse is demanded by the guide, but not kept by listings. */
function hubSchema(words: Words): JsonSchema {
  const fields = HUB.fields?.find(({ key }) => key === 'config')?.fields ?? [];
  const keysFor = (machine: Field['required']): string[] =>
    fields.filter(({ required }) => required === machine).map(({ key }) => key);
  const forbidden = (keys: readonly string[]): JsonSchema => ({
    not: { anyOf: keys.map((key) => ({ required: [key] })) },
  });
  return within(schemaOf(HUB, words), 'config', (config) => ({
    ...config,
    if: { properties: { runsOn: { const: 'CPU' } }, required: ['runsOn'] },
    // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
    then: { required: keysFor('cpu'), ...forbidden(keysFor('gpu')) },
    else: forbidden(keysFor('cpu')),
  }));
}

function complianceSchema(metas: readonly RuleMeta[], words: Words): JsonSchema {
  const severities = within(schemaOf(COMPLIANCE, words), 'rules', (rules) => {
    const severity = typeof rules.additionalProperties === 'object' ? rules.additionalProperties : {};
    const row = ({ id, summary }: RuleMeta) =>
      [id, { ...severity, description: words({ template: summary, args: [] }) }] as const;
    return { ...rules, properties: Object.fromEntries(metas.map(row)) };
  });
  return within(severities, 'ignore', (ignore) => ({
    ...ignore,
    items: within(ignore.items ?? {}, 'rule', (rule) => ({
      ...rule,
      // A rule that a newer version has is no mistake.
      anyOf: [{ enum: metas.map(({ id }) => id) }, { type: 'string' }],
    })),
  }));
}

/** The schema with another one for one of its keys. */
function within(schema: JsonSchema, key: string, change: (field: JsonSchema) => JsonSchema): JsonSchema {
  return { ...schema, properties: { ...schema.properties, [key]: change(schema.properties?.[key] ?? {}) } };
}

function schemaOf(shape: Shape, words: Words): JsonSchema {
  switch (shape.type) {
    case 'object':
      return objectSchema(shape, words);
    case 'array':
      return {
        type: 'array',
        ...(shape.unique && { uniqueItems: true }),
        ...(shape.items !== undefined && { items: schemaOf(shape.items, words) }),
      };
    case 'string':
      return stringSchema(shape, words);
    case 'scalar':
    case 'any':
      return { type: [...JSON_TYPES[shape.type]] };
    default:
      return { type: shape.type, ...(shape.minimum !== undefined && { minimum: shape.minimum }) };
  }
}

function stringSchema({ values, notes, open, tolerated }: Shape, words: Words): JsonSchema {
  if (values === undefined) return { type: 'string' };
  const list: JsonSchema = { enum: [...values], ...(notes && notesOf(values, notes, words)) };
  // What the list holds is offered, and anything else is right as well.
  // The type is said outside as well: by it editors know to write quotes.
  if (open) return { type: 'string', anyOf: [list, { type: 'string' }] };
  if (tolerated === undefined) return list;
  // A pattern, unlike a value, is not offered.
  return { type: 'string', anyOf: [list, { type: 'string', pattern: `^(${tolerated.join('|')})$` }] };
}

/** VS Code shows the Markdown; others take the plain text. */
function notesOf(values: readonly string[], notes: NonNullable<Shape['notes']>, words: Words): JsonSchema {
  const markdownEnumDescriptions = values.map((value) => {
    const note = notes[value];
    return note === undefined ? '' : words(note);
  });
  return {
    enumDescriptions: markdownEnumDescriptions.map((note) => note.replaceAll('`', '')),
    markdownEnumDescriptions,
  };
}

function objectSchema({ fields, each, filled, exactlyOne, templates }: Shape, words: Words): JsonSchema {
  const schema: JsonSchema = {
    type: 'object',
    // Not of the standard, but editors on VS Code's JSON service know it, and the others pass it over.
    ...(templates && {
      defaultSnippets: templates.map(({ label, description, body }) => ({
        label: words(label),
        description: words(description),
        body,
      })),
    }),
    ...(filled && { minProperties: 1 }),
    ...(each && { additionalProperties: schemaOf(each, words) }),
  };
  if (fields === undefined) return schema;
  const shown = fields.filter(({ undocumented }) => !undocumented);
  const hidden = fields.filter(({ undocumented }) => undocumented);
  const required = shown.filter((field) => field.required === 'always').map(({ key }) => key);
  return {
    ...schema,
    ...(required.length > 0 && { required }),
    ...(exactlyOne && { oneOf: exactlyOne.map((key) => ({ required: [key] })) }),
    properties: Object.fromEntries(shown.map((field) => [field.key, fieldSchema(field, words)])),
    patternProperties: {
      [PRIVATE_KEYS]: {},
      ...Object.fromEntries(hidden.map((field) => [`^${field.key}$`, schemaOf(field, words)])),
    },
    additionalProperties: false,
  };
}

function fieldSchema(field: Field, words: Words): JsonSchema {
  const { description, initial, examples } = field;
  return {
    description: words(description),
    markdownDescription: markdownOf(field, words),
    ...schemaOf(field, words),
    // An object to start from is a template.
    ...(initial !== undefined && typeof initial !== 'object' && { default: initial }),
    ...(examples && { examples: [...examples] }),
  };
}

/** More than these are a list to choose from, not one to read. */
const MOST_VALUES_SHOWN = 8;

const REQUIRED: Readonly<Record<NonNullable<Field['required']>, Message>> = {
  always: say`Required.`,
  gpu: say`Required where \`runsOn\` is \`GPU\`.`,
  cpu: say`Required where \`runsOn\` is \`CPU\`.`,
};

/** What a hover shows, where editors know this key, which is not of the standard: values, default, where it is documented. */
function markdownOf(field: Field, words: Words): string {
  const { description, initial, source, required } = field;
  const values = field.values ?? field.items?.values;
  const parts = [words(description).replaceAll(/[<>*_[\]]/g, '\\$&')];
  if (required !== undefined) parts.push(words(REQUIRED[required]));
  if (values !== undefined && values.length <= MOST_VALUES_SHOWN) parts.push(words(say`Values: ${codes(values)}.`));
  if (values === undefined && initial !== undefined && typeof initial !== 'object') {
    parts.push(words(say`Usual: ${code(String(initial))}.`));
  }
  if (source.startsWith('https://')) parts.push(`[${words(say`Documentation`)}](${source})`);
  return parts.join('\n\n');
}

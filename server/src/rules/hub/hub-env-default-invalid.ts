// Defaults of form fields against the field's type, range and options.

import type { Fix } from '../../base/edit';
import { say } from '../../base/message';
import { type Json, removeProperty, replaceValue } from '../../edits/json';
import type { JsonFile, JsonScalar, JsonValue } from '../../facts/json';
import { PUBLISHING_GUIDE } from '../../knowledge/hub';
import { type EnvEntry, envEntries } from '../../model/hub/hub';
import { headOfProperty, isObject, isScalar, numberOf, placeOf, stringOf, valueAt } from '../../model/json';
import { bounded } from '../bounded';
import { type Finding, rule } from '../rule';

export const hubEnvDefaultInvalid = rule({
  meta: {
    id: 'hub-env-default-invalid',
    area: 'hub',
    severity: 'warning',
    since: '0.1.0',
    summary: "A variable's default does not fit its type, range or options.",
    why: 'The deployment form starts out empty or invalid, and the worker gets another value than you meant.',
    good: 'The default of every variable fits its type, range and options.',
    sources: [PUBLISHING_GUIDE],
  },
  reads: ['hub'],
  check: ({ hub }) => bounded(wrongDefaults(hub)),
});

function* wrongDefaults(file: JsonFile): Iterable<Finding> {
  for (const entry of envEntries(file)) {
    const finding = wrongDefault(file, entry);
    if (finding !== undefined) yield finding;
  }
}

type Expected = 'string' | 'number' | 'boolean';

function expectedKind(type: string | undefined): Expected | undefined {
  switch (type) {
    case 'string':
    case 'huggingface':
      return 'string';
    case 'number':
    case 'boolean':
      return type;
    default:
      // hub-value-invalid says that there is no such type.
      return undefined;
  }
}

function wrongDefault(file: JsonFile, { key, input, type, default: property, options }: EnvEntry): Finding | undefined {
  const value = property?.value;
  const expected = expectedKind(type);
  if (property === undefined || value === undefined || expected === undefined || !isObject(input?.value))
    return undefined;
  const place = placeOf(file, headOfProperty(property));
  const name = key?.value ?? '';
  if (value.kind !== expected) {
    const converted = isScalar(value) ? convert(value, expected, input.value) : undefined;
    const remove: Fix = {
      title: say`Remove the default`,
      safe: true,
      edits: removeProperty(file, input.value, property),
    };
    const empty = value.kind === 'null' || stringOf(value) === '';
    return {
      ...place,
      message: say`The default of ${name} must be of type ${expected}, not ${shown(file, property.value?.span)}.`,
      fixes: converted === undefined ? (empty ? [remove] : []) : [conversion(file, value, converted)],
    };
  }
  if (value.kind === 'number') {
    const min = numberOf(valueAt(input.value, 'min'));
    const max = numberOf(valueAt(input.value, 'max'));
    if (min !== undefined && value.value < min) {
      return { ...place, message: say`The default of ${name} is below its min, ${min}.` };
    }
    if (max !== undefined && value.value > max) {
      return { ...place, message: say`The default of ${name} is above its max, ${max}.` };
    }
  }
  // An empty default leaves the choice open.
  if (value.kind === 'string' && value.value !== '' && options?.includes(value.value) === false) {
    return { ...place, message: say`The default of ${name}, "${value.value}", is none of its options.` };
  }
  return undefined;
}

function shown(file: JsonFile, span: { readonly start: number; readonly end: number } | undefined): string {
  return span === undefined ? '' : file.source.text.slice(span.start, span.end);
}

function conversion(file: JsonFile, value: JsonValue, converted: Json): Fix {
  return {
    title: say`Change to ${JSON.stringify(converted)}`,
    safe: true,
    edits: replaceValue(file, value, converted),
  };
}

function convert(value: JsonScalar, expected: Expected, input: Parameters<typeof valueAt>[0]): Json | undefined {
  if (value.kind === 'null') return undefined;
  if (expected === 'string') return String(value.value);
  if (value.kind !== 'string') return undefined;
  const text = value.value.trim();
  if (expected === 'number') return /^-?\d+(?:\.\d+)?$/.test(text) ? Number(text) : undefined;
  const on = stringOf(valueAt(input, 'trueValue'));
  const off = stringOf(valueAt(input, 'falseValue'));
  if (text === on || /^true$/i.test(text)) return true;
  return text === off || /^false$/i.test(text) ? false : undefined;
}

// Values in hub.json of a wrong type or outside a closed list. Lists that RunPod keeps open have rules of their own.

import type { Fix } from '../../base/edit';
import { type Message, say } from '../../base/message';
import type { Span } from '../../base/span';
import { type Json, plain, replaceValue } from '../../edits/json';
import type { JsonFile, JsonString, JsonValue } from '../../facts/json';
import { HUB, PUBLISHING_GUIDE } from '../../knowledge/hub';
import type { Shape } from '../../knowledge/shape';
import { readableUntil } from '../../model/hub/hub';
import { fits, type Shaped, shapedValues } from '../../model/hub/shape';
import { headOf, headOfProperty, isArray, isObject, isScalar, itemsOf, placeOf } from '../../model/json';
import { bounded } from '../bounded';
import { type Finding, rule } from '../rule';
import { envItem } from './env-item';

export const hubValueInvalid = rule({
  meta: {
    id: 'hub-value-invalid',
    area: 'hub',
    severity: 'error',
    since: '0.1.0',
    summary: 'A value in hub.json has a wrong type, or is none of the documented ones.',
    why: 'The Hub refuses the listing, or ignores the setting.',
    good: 'Every value in hub.json has the right type, and is one that RunPod knows.',
    shownBy: 'hub',
    sources: [PUBLISHING_GUIDE],
  },
  reads: ['hub'],
  check: ({ hub }) => bounded(wrongValues(hub)),
});

function* wrongValues(file: JsonFile): Iterable<Finding> {
  if (file.root === undefined) return;
  const end = readableUntil(file);
  for (const shaped of shapedValues(file.root, HUB)) {
    if (shaped.value.span.start >= end) continue;
    const finding = wrongType(file, shaped) ?? wrongValue(file, shaped);
    if (finding !== undefined) yield finding;
  }
}

/** Items of this list have a rule that says more: hub-cuda-invalid. */
const CUDA_ITEMS = 'config.allowedCudaVersions';
const GPU_IDS = 'config.gpuIds';

function wrongType(file: JsonFile, { value, shape, property, path, name }: Shaped): Finding | undefined {
  if (fits(value, shape)) {
    if (value.kind !== 'number' || shape.minimum === undefined || value.value >= shape.minimum) return undefined;
    return { ...placeOf(file, value.span), message: say`${nameOf(name)} must be at least ${shape.minimum}.` };
  }
  if (property === undefined && path.join('.') === CUDA_ITEMS) return undefined;
  const converted = convert(value, shape, path);
  const message = mustBe(nameOf(name), shape);
  return { ...placeOf(file, spanOf(value, property)), message, fixes: conversion(file, value, converted) };
}

function wrongValue(file: JsonFile, { value, shape, name }: Shaped): Finding | undefined {
  if (value.kind !== 'string' || shape.values === undefined || shape.open) return undefined;
  const text = value.value;
  if (shape.values.includes(text) || shape.tolerated?.includes(text)) return undefined;
  const meant = meantValue(value, shape);
  // Only its case is wrong: RunPod's own clients forgive that.
  const lenient = meant !== undefined && meant.toLowerCase() === text.trim().toLowerCase();
  const severity = lenient ? 'warning' : shape.outside;
  return {
    ...placeOf(file, value.span),
    message: say`${nameOf(name)} is "${text}", but RunPod knows only ${listed(shape.values)}.`,
    ...(severity && { severity }),
    fixes:
      meant === undefined
        ? []
        : [{ title: say`Change to "${meant}"`, safe: true, edits: replaceValue(file, value, meant) }],
  };
}

function meantValue({ value }: JsonString, { values = [], meant = {} }: Shape): string | undefined {
  const word = value.trim().toLowerCase();
  const same = values.find((candidate) => candidate.toLowerCase() === word);
  return same ?? Object.entries(meant).find(([wrong]) => wrong.toLowerCase() === word)?.[1];
}

function spanOf(value: JsonValue, property: Shaped['property']): Span {
  return property === undefined ? headOf(value) : headOfProperty(property);
}

function nameOf(name: string): string {
  return name === '' ? 'hub.json' : name;
}

function listed(values: readonly string[]): string {
  return values.map((value) => `"${value}"`).join(', ');
}

function mustBe(name: string, { type }: Shape): Message {
  switch (type) {
    case 'string':
      return say`${name} must be a string.`;
    case 'number':
      return say`${name} must be a number.`;
    case 'integer':
      return say`${name} must be a whole number.`;
    case 'boolean':
      return say`${name} must be true or false.`;
    case 'array':
      return say`${name} must be a list.`;
    case 'object':
      return say`${name} must be an object.`;
    case 'scalar':
    case 'any':
      return say`${name} must be a string, a number or a boolean.`;
  }
}

function conversion(file: JsonFile, value: JsonValue, converted: Json | undefined): readonly Fix[] {
  if (converted === undefined) return [];
  const shown = isScalar(value) && (typeof converted !== 'object' || converted === null);
  const title = shown ? say`Change to ${JSON.stringify(converted)}` : say`Convert it`;
  return [{ title, safe: true, edits: replaceValue(file, value, converted) }];
}

/** The same said in the right type, or undefined where that would be a guess. */
function convert(value: JsonValue, shape: Shape, path: readonly string[]): Json | undefined {
  switch (shape.type) {
    case 'string':
      return toText(value, path);
    case 'integer':
    case 'number':
      return toNumber(value, shape);
    case 'boolean':
      return value.kind === 'string' && /^(?:true|false)$/i.test(value.value)
        ? value.value.toLowerCase() === 'true'
        : undefined;
    case 'array':
      return toList(value, path);
    case 'object':
      return path.at(-1) === 'options' && isScalar(value) && value.value !== null
        ? { label: String(value.value), value: String(value.value) }
        : toEnvEntry(value, path);
    default:
      return undefined;
  }
}

function toText(value: JsonValue, path: readonly string[]): Json | undefined {
  if (value.kind === 'number' || value.kind === 'boolean') return String(value.value);
  const items = itemsOf(value);
  const words = items.map((item) => (item.kind === 'string' ? item.value.trim() : undefined));
  if (words.length === 0 || words.includes(undefined)) return undefined;
  // Only one field takes several, separated by commas.
  return words.length === 1 || path.join('.') === GPU_IDS ? words.join(',') : undefined;
}

/** `"20"`, `"20GB"`. */
function toNumber(value: JsonValue, shape: Shape): Json | undefined {
  if (value.kind !== 'string') return undefined;
  const digits = /^\s*(-?\d+(?:\.\d+)?)\s*(?:gi?b)?\s*$/i.exec(value.value)?.[1];
  const number = Number(digits);
  const right = digits !== undefined && (shape.type === 'number' || Number.isInteger(number));
  return right && number >= (shape.minimum ?? Number.NEGATIVE_INFINITY) ? number : undefined;
}

function toList(value: JsonValue, path: readonly string[]): Json | undefined {
  switch (path.join('.')) {
    case CUDA_ITEMS:
      if (value.kind === 'number') return [String(value.value)];
      return value.kind === 'string' ? value.value.split(',').map((version) => version.trim()) : undefined;
    case 'config.env':
      return isObject(value) ? environment(value) : undefined;
    case 'config.presets':
      return isObject(value) ? presets(value) : undefined;
    default:
      return undefined;
  }
}

/** `{ "NAME": "value" }` or one entry without its list. */
function environment(value: JsonValue): Json | undefined {
  if (!isObject(value)) return undefined;
  const single = envItem(value);
  if (single?.complete) return [single.json];
  const entries = value.properties.map(({ key, value: inner }) => {
    if (isScalar(inner) && inner.value !== null) return { key, value: String(inner.value) };
    const item = isObject(inner) ? envItem(inner, key) : undefined;
    return item?.complete ? item.json : undefined;
  });
  return entries.every((entry) => entry !== undefined) ? entries : undefined;
}

/** `{ "Fast": { "STEPS": 4 } }` or one preset without its list. */
function presets(value: JsonValue): Json | undefined {
  if (!isObject(value)) return undefined;
  if (value.properties.some(({ key }) => key === 'defaults')) return [plain(value)];
  const named = value.properties.map(({ key, value: inner }) =>
    isObject(inner) && inner.properties.every((property) => isScalar(property.value))
      ? { name: key, defaults: plain(inner) }
      : undefined,
  );
  return named.every((preset) => preset !== undefined) ? named : undefined;
}

function toEnvEntry(value: JsonValue, path: readonly string[]): Json | undefined {
  if (path.join('.') !== 'config.env' || isArray(value)) return undefined;
  return envItem(value)?.json;
}

// A JSON tree walked side by side with the table that describes it.

import type { JsonObject, JsonProperty, JsonValue } from '../facts/json';
import { type Field, fieldOf, type Shape } from '../knowledge/shape';
import { isArray, isObject } from './json';
import { lettersOf, nearest } from './nearest';

/** A value that the table describes, and where it is. */
export interface Shaped {
  readonly value: JsonValue;
  readonly shape: Shape;
  /** The property that holds it; undefined for the root and for items of arrays. */
  readonly property: JsonProperty | undefined;
  /** Keys from the root; items of arrays have no segment. */
  readonly path: readonly string[];
  /** The same for people: `config.env[].input`; empty for the root. */
  readonly name: string;
}

/** The value and all below it that the table describes, from the outside in. */
export function* shapedValues(
  value: JsonValue,
  shape: Shape,
  path: readonly string[] = [],
  name = '',
  property?: JsonProperty,
): Iterable<Shaped> {
  yield { value, shape, property, path, name };
  if (isObject(value) && shape.type === 'object') {
    for (const inner of value.properties) {
      const field = shape.fields === undefined ? shape.each : fieldOf(shape, inner.key);
      if (field === undefined || inner.value === undefined) continue;
      const innerName = name === '' ? inner.key : `${name}.${inner.key}`;
      yield* shapedValues(inner.value, field, [...path, inner.key], innerName, inner);
    }
  } else if (isArray(value) && shape.type === 'array' && shape.items !== undefined) {
    for (const item of value.items) yield* shapedValues(item, shape.items, path, `${name}[]`);
  }
}

export function fits(value: JsonValue, shape: Shape): boolean {
  switch (shape.type) {
    case 'any':
      return true;
    case 'scalar':
      return value.kind === 'string' || value.kind === 'number' || value.kind === 'boolean';
    case 'integer':
      return value.kind === 'number' && Number.isInteger(value.value);
    default:
      return value.kind === shape.type;
  }
}

/** The field that somebody meant with a key that is none, when it is free and the value fits it. */
export function meantField(object: JsonObject, shape: Shape, property: JsonProperty): Field | undefined {
  const { value } = property;
  if (value === undefined) return undefined;
  const free = (shape.fields ?? []).filter(
    (field) =>
      field.undocumented === undefined && fits(value, field) && object.properties.every(({ key }) => key !== field.key),
  );
  const letters = lettersOf(property.key);
  const called = free.find(({ key, aliases = [] }) => [key, ...aliases].some((name) => lettersOf(name) === letters));
  if (called !== undefined) return called;
  const key = nearest(
    property.key,
    free.map((field) => field.key),
  );
  return free.find((field) => field.key === key);
}

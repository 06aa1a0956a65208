// A JSON tree walked side by side with the table that describes it.

import type { JsonObject, JsonProperty, JsonValue } from '../../facts/json';
import { type Field, fieldOf, type Shape } from '../../knowledge/shape';
import { isArray, isObject } from '../json';
import { lettersOf, nearest } from '../nearest';

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

/** With the tree that they are of: several rules ask for the same ones after each key. */
const known = new WeakMap<JsonValue, Map<Shape, readonly Shaped[]>>();

/** The value and all below it that the table describes, from the outside in. */
export function shapedValues(root: JsonValue, shape: Shape): readonly Shaped[] {
  const byShape = known.get(root) ?? new Map<Shape, readonly Shaped[]>();
  known.set(root, byShape);
  const values = byShape.get(shape) ?? walk(root, shape);
  byShape.set(shape, values);
  return values;
}

type Whereabouts = Pick<Shaped, 'path' | 'name'>;

function walk(root: JsonValue, shape: Shape): readonly Shaped[] {
  const found: Shaped[] = [];
  // A field of the table has one place in it, however many values a file has there.
  const places = new Map<Shape, Whereabouts>();
  visit({ value: root, shape, property: undefined, path: [], name: '' });
  return found;

  function visit(shaped: Shaped): void {
    found.push(shaped);
    const { value, shape } = shaped;
    if (isObject(value) && shape.type === 'object') {
      for (const property of value.properties) {
        const field = shape.fields === undefined ? shape.each : fieldOf(shape, property.key);
        if (field === undefined || property.value === undefined) continue;
        const { path, name } = shape.fields === undefined ? inside(shaped, property) : placeOf(field, shaped, property);
        visit({ value: property.value, shape: field, property, path, name });
      }
    } else if (isArray(value) && shape.type === 'array' && shape.items !== undefined) {
      const name = `${shaped.name}[]`;
      for (const item of value.items) {
        visit({ value: item, shape: shape.items, property: undefined, path: shaped.path, name });
      }
    }
  }

  function placeOf(field: Shape, around: Shaped, property: JsonProperty): Whereabouts {
    const place = places.get(field) ?? inside(around, property);
    places.set(field, place);
    return place;
  }
}

function inside({ path, name }: Shaped, { key }: JsonProperty): Whereabouts {
  return { path: [...path, key], name: name === '' ? key : `${name}.${key}` };
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

/** The fields that an object does not have yet. */
export function freeFields(object: JsonObject, { fields = [] }: Shape): readonly Field[] {
  const keys = new Set(object.properties.map(({ key }) => key));
  return fields.filter(({ key, undocumented }) => undocumented === undefined && !keys.has(key));
}

/** Which of the `free` fields somebody meant with a key that is none; the value must fit it. */
export function meantField(free: readonly Field[], { key, value }: JsonProperty): Field | undefined {
  if (value === undefined || key.length > LONGEST_KEY) return undefined;
  const fitting = free.filter((field) => fits(value, field));
  const letters = lettersOf(key);
  const called = fitting.find((field) =>
    [field.key, ...(field.aliases ?? [])].some((name) => lettersOf(name) === letters),
  );
  if (called !== undefined) return called;
  const near = nearest(
    key,
    fitting.map((field) => field.key),
  );
  return fitting.find((field) => field.key === near);
}

const LONGEST_KEY = 100;

/** The fields that are there under a wrong name, by the key that was meant. */
export function misspeltFields(object: JsonObject, shape: Shape): ReadonlySet<string> {
  const free = freeFields(object, shape);
  const meant = new Set<string>();
  for (const property of object.properties.slice(0, MOST_KEYS)) {
    if (fieldOf(shape, property.key) !== undefined) continue;
    const field = meantField(free, property);
    if (field !== undefined) meant.add(field.key);
  }
  return meant;
}

/** More keys than this have no meaning that could be guessed. */
const MOST_KEYS = 200;

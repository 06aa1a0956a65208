// Access to JSON values with their places. What the keys mean is hub.ts's and config.ts's business.

import type { Place, Span } from '../base/span';
import { contains, span } from '../base/span';
import type { JsonArray, JsonFile, JsonObject, JsonProperty, JsonScalar, JsonValue } from '../facts/json';

export function isObject(value: JsonValue | undefined): value is JsonObject {
  return value?.kind === 'object';
}

export function isArray(value: JsonValue | undefined): value is JsonArray {
  return value?.kind === 'array';
}

export function isScalar(value: JsonValue | undefined): value is JsonScalar {
  return value !== undefined && value.kind !== 'object' && value.kind !== 'array';
}

/** The property of that name: the last one, which is what every JSON reader takes. */
export function member(value: JsonValue | undefined, key: string): JsonProperty | undefined {
  if (!isObject(value)) return undefined;
  // By hand, since after each key this is asked of every object of a file, many times.
  for (let at = value.properties.length - 1; at >= 0; at--) {
    const property = value.properties[at];
    if (property?.key === key) return property;
  }
  return undefined;
}

/** The value below a path of keys. */
export function valueAt(value: JsonValue | undefined, ...path: readonly string[]): JsonValue | undefined {
  return path.reduce<JsonValue | undefined>((inner, key) => member(inner, key)?.value, value);
}

/** Items of an array; none for anything else. */
export function itemsOf(value: JsonValue | undefined): readonly JsonValue[] {
  return isArray(value) ? value.items : [];
}

export function stringOf(value: JsonValue | undefined): string | undefined {
  return value?.kind === 'string' ? value.value : undefined;
}

export function numberOf(value: JsonValue | undefined): number | undefined {
  return value?.kind === 'number' ? value.value : undefined;
}

export function placeOf(file: JsonFile, at: Span): Place {
  return { uri: file.source.uri, span: at };
}

/** A place on one line for a value that stands alone: a scalar itself, else the opening bracket. */
export function headOf(value: JsonValue): Span {
  return isScalar(value) ? value.span : span(value.span.start, value.span.start + 1);
}

/** A place on one line for a property's value: a scalar itself, else the key. */
export function headOfProperty(property: JsonProperty): Span {
  return isScalar(property.value) ? property.value.span : property.keySpan;
}

/** The JSON pointer (RFC 6901) of the innermost value that `at` lies in; on a key, of that key's value. */
export function pointerAt(file: JsonFile, at: Span): string | undefined {
  let value = file.root;
  if (value === undefined || !contains(value.span, at)) return undefined;
  let pointer = '';
  for (;;) {
    const step = stepTowards(value, at);
    if (step === undefined) return pointer;
    pointer += `/${step.segment.replaceAll('~', '~0').replaceAll('/', '~1')}`;
    if (step.value === undefined) return pointer;
    value = step.value;
  }
}

interface Step {
  readonly segment: string;
  readonly value: JsonValue | undefined;
}

function stepTowards(value: JsonValue, at: Span): Step | undefined {
  if (isArray(value)) {
    const index = value.items.findIndex((item) => contains(item.span, at));
    const item = value.items[index];
    return item && { segment: String(index), value: item };
  }
  if (!isObject(value)) return undefined;
  const property = value.properties.find((candidate) => contains(candidate.span, at));
  if (property === undefined) return undefined;
  const inner = property.value;
  return { segment: property.key, value: inner !== undefined && contains(inner.span, at) ? inner : undefined };
}

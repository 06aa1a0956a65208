// Keys and values as completions at a place in JSON text: with quotes and colon, and the commas that are missing around
// them. What is worth offering is the callers' business.

import type { JsonPlace } from '../syntax/json-place';
import type { Completion } from './answers';

type Extra = Pick<Completion, 'detail' | 'about'>;

/** `value` is JSON with places to fill in; undefined: the value is left to be written. */
export function keyCompletion(place: JsonPlace, key: string, value: string | undefined, extra: Extra): Completion {
  const name = escaped(JSON.stringify(key));
  return {
    label: key,
    kind: 'key',
    span: place.token,
    // A key with its colon has its value already, or gets one next.
    text: place.hasColon ? name : `${name}: ${value ?? '$1'}${comma(place)}`,
    isSnippet: true,
    commaBefore: place.commaBefore,
    ...extra,
  };
}

/** `label` is shown; `value` is JSON with places to fill in. */
export function valueCompletion(place: JsonPlace, label: Completion['label'], value: string, extra: Extra): Completion {
  return {
    label,
    kind: value.startsWith('{') || value.startsWith('[') ? 'template' : 'value',
    span: place.token,
    text: value + comma(place),
    isSnippet: true,
    commaBefore: place.commaBefore,
    ...extra,
  };
}

/** A scalar as completion of a value. */
export function scalarCompletion(place: JsonPlace, value: string | number | boolean, extra: Extra = {}): Completion {
  const json = JSON.stringify(value);
  return valueCompletion(place, json, escaped(json), extra);
}

/** JSON whose scalars are places to fill in, but for those under the keys in `fixed`. */
export function withPlaces(value: unknown, fixed: readonly string[] = []): string {
  let number = 1;
  const write = (inner: unknown, indent: string, isFixed: boolean): string => {
    const deeper = `${indent}\t`;
    if (Array.isArray(inner)) {
      const items = inner.map((item: unknown) => write(item, deeper, isFixed));
      const isShort = inner.every((item) => typeof item !== 'object');
      return isShort ? `[${items.join(', ')}]` : `[\n${deeper}${items.join(`,\n${deeper}`)}\n${indent}]`;
    }
    if (typeof inner === 'object' && inner !== null) {
      const members = Object.entries(inner).map(
        ([key, item]) => `${deeper}${escaped(JSON.stringify(key))}: ${write(item, deeper, fixed.includes(key))}`,
      );
      return members.length === 0 ? `{$${number++}}` : `{\n${members.join(',\n')}\n${indent}}`;
    }
    const json = escaped(JSON.stringify(inner));
    if (isFixed) return json;
    return typeof inner === 'string' ? `"\${${number++}:${json.slice(1, -1)}}"` : `\${${number++}:${json}}`;
  };
  return write(value, '', false);
}

function comma({ needsComma }: JsonPlace): string {
  return needsComma ? ',' : '';
}

/** Text in a snippet: `$`, `}` and `\` mean something there. */
export function escaped(text: string): string {
  return text.replace(/[\\$}]/g, '\\$&');
}

// Keys that the table of a JSON file does not have, and what can be done about one. What is said of them is up to the rules.

import type { Fix } from '../base/edit';
import { say } from '../base/message';
import { removeProperty, renameKey } from '../edits/json';
import type { JsonFile, JsonObject, JsonProperty, JsonValue } from '../facts/json';
import { type Field, fieldOf, type Shape } from '../knowledge/shape';
import { isPrivateKey, readableUntil } from '../model/hub/hub';
import { freeFields, meantField, shapedValues } from '../model/hub/shape';
import { isObject, isScalar } from '../model/json';

export interface UnknownKey {
  readonly file: JsonFile;
  readonly object: JsonObject;
  readonly property: JsonProperty;
  /** Where the object is: keys from the root, and the same for people. */
  readonly path: readonly string[];
  readonly name: string;
  /** The field that was probably meant. */
  readonly meant: Field | undefined;
}

/** `isLeftOut`: objects that are wrong as a whole. */
export function* unknownKeys(
  file: JsonFile,
  root: JsonValue,
  table: Shape,
  isLeftOut: (object: JsonObject, path: readonly string[]) => boolean = () => false,
): Iterable<UnknownKey> {
  const end = readableUntil(file);
  for (const { value: object, shape, path, name } of shapedValues(root, table)) {
    if (!isObject(object) || shape.fields === undefined || isLeftOut(object, path)) continue;
    let free: readonly Field[] | undefined;
    for (const property of object.properties) {
      if (fieldOf(shape, property.key) !== undefined || isPrivateKey(property.key)) continue;
      if (property.span.end > end) break;
      free ??= freeFields(object, shape);
      yield { file, object, property, path, name, meant: meantField(free, property) };
    }
  }
}

export function renaming({ file, property }: UnknownKey, { key }: Field): Fix {
  return { title: say`Rename to "${key}"`, safe: true, edits: renameKey(file, property, key) };
}

/** Safe only where nothing but one setting goes, and RunPod is known not to read it. */
export function removal({ file, object, property }: UnknownKey, isKnownUnread = true): Fix {
  return {
    title: say`Remove "${property.key}"`,
    safe: isScalar(property.value) && isKnownUnread,
    edits: removeProperty(file, object, property),
  };
}

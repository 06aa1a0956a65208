// A JSON file of a format that nobody knows, searched by the names that people give things. It keeps account of what was
// taken out of it, so that the rest can be named.

import type { JsonObject, JsonProperty, JsonValue } from '../../facts/json';
import { isPrivateKey } from '../../model/hub/hub';
import { isArray, isObject, stringOf } from '../../model/json';
import { lettersOf } from '../../model/nearest';

/** Most properties that are looked at. */
const MOST_PROPERTIES = 5000;

export class ForeignFile {
  private readonly all: readonly JsonProperty[];
  private readonly used = new Set<JsonProperty>();

  constructor(private readonly root: JsonObject) {
    this.all = propertiesBelow(root);
  }

  /** The first text at the top under one of the keys. */
  text(...keys: readonly string[]): string | undefined {
    for (const key of keys) {
      const property = this.root.properties.findLast((candidate) => candidate.key === key);
      const text = stringOf(property?.value)?.trim();
      if (!property || text === undefined || text === '') continue;
      this.used.add(property);
      return text;
    }
    return undefined;
  }

  /**
   * What `read` makes of the values, at any depth, whose key is one of the names, apart from case and separators. Those of
   * which it makes nothing stay where they are.
   */
  take<T>(
    names: readonly string[],
    read: (value: JsonValue) => T | undefined,
    fits: (property: JsonProperty) => boolean = () => true,
  ): readonly T[] {
    const letters = new Set(names.map(lettersOf));
    return this.all.flatMap((property) => {
      if (property.value === undefined || !letters.has(lettersOf(property.key)) || !fits(property)) return [];
      const found = read(property.value);
      if (found === undefined) return [];
      this.used.add(property);
      return [found];
    });
  }

  /** Paths of what nobody took: a section as a whole where nothing of it was. */
  unused(): readonly string[] {
    return this.root.properties.flatMap((property) => this.unusedIn(property, ''));
  }

  private unusedIn(property: JsonProperty, prefix: string): readonly string[] {
    if (this.used.has(property) || isPrivateKey(property.key)) return [];
    const path = `${prefix}${property.key}`;
    const inner = isObject(property.value) ? property.value.properties : [];
    const isTouched = inner.some((part) => this.isTouched(part));
    return isTouched ? inner.flatMap((part) => this.unusedIn(part, `${path}.`)) : [path];
  }

  private isTouched(property: JsonProperty): boolean {
    if (this.used.has(property)) return true;
    return isObject(property.value) && property.value.properties.some((part) => this.isTouched(part));
  }
}

function propertiesBelow(root: JsonObject): readonly JsonProperty[] {
  const found: JsonProperty[] = [];
  const todo: JsonValue[] = [root];
  for (let value = todo.shift(); value && found.length < MOST_PROPERTIES; value = todo.shift()) {
    if (isArray(value)) todo.push(...value.items);
    else if (isObject(value)) {
      found.push(...value.properties);
      todo.push(...value.properties.flatMap((property) => property.value ?? []));
    }
  }
  return found;
}

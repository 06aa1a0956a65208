// A question for completions in a JSON file, and the form of its answer.

import type { JsonFile } from '../facts/json';
import type { Worker } from '../model/worker';
import type { JsonPlace } from '../syntax/json-place';
import type { Completion } from './answers';
import type { JsonKind } from './json-kind';

export interface Asked {
  readonly kind: JsonKind;
  readonly file: JsonFile;
  readonly place: JsonPlace;
  readonly offset: number;
  readonly worker: Worker | undefined;
}

export interface Suggestions {
  readonly items: readonly Completion[];
  /** Nothing else belongs here: the schema need not be asked. */
  readonly isAll: boolean;
}

export const NOTHING: Suggestions = { items: [], isAll: false };

/** These first, then what the schema offers. */
export function first(items: readonly Completion[]): Suggestions {
  return { items, isAll: false };
}

/** These alone, where there are any. */
export function all(items: readonly Completion[]): Suggestions {
  return { items, isAll: items.length > 0 };
}

/** Whether a place has this path, with `*` for any key or index. */
export function isAt({ path }: JsonPlace, ...pattern: readonly string[]): boolean {
  return path.length === pattern.length && pattern.every((part, at) => part === '*' || part === path[at]);
}

// How the tables describe a JSON format: the rules check against it and the JSON Schemas are generated from it.

import type { Message } from '../base/message';
import type { Severity } from '../base/severity';

export type ShapeType =
  | 'string'
  | 'integer'
  | 'number'
  | 'boolean'
  | 'object'
  | 'array'
  /** A string, a number or a boolean. */
  | 'scalar'
  /** Whatever is not null. */
  | 'any';

export interface Shape {
  readonly type: ShapeType;
  /** What a string may be. The list is closed unless `open`. */
  readonly values?: readonly string[];
  readonly open?: true;
  /** What some of `values` mean: Markdown with code in it at most. */
  readonly notes?: Readonly<Record<string, Message>>;
  /** Values outside the list of which it is unknown what RunPod does: neither offered nor reported. */
  readonly tolerated?: readonly string[];
  /** How bad a value outside a closed list is where releases were made with one, and what became of them is unknown. */
  readonly outside?: Severity;
  /** What people write in place of one of `values`. */
  readonly meant?: Readonly<Record<string, string>>;
  readonly minimum?: number;
  /** Of an object. Without them every key is right. */
  readonly fields?: readonly Field[];
  /** Of an object: at least one key. */
  readonly filled?: true;
  /** Of an object without fields: what each value must be. */
  readonly each?: Shape;
  /** Of an object: exactly one of these keys. */
  readonly exactlyOne?: readonly string[];
  /** Of an array. */
  readonly items?: Shape;
  /** Of an array: no item twice. */
  readonly unique?: true;
  /** What an editor offers to write here, as a whole. */
  readonly templates?: readonly Template[];
}

/** A value to start from. Texts may hold places to fill in, as snippets do: `${1:20}`; behind "^" they are no strings. */
export interface Template {
  readonly label: Message;
  readonly description: Message;
  readonly body: unknown;
  /** What it is called by where snippets are called by names. */
  readonly prefixes: readonly string[];
}

export interface Field extends Shape {
  readonly key: string;
  readonly description: Message;
  /** Why it is believed to exist. */
  readonly source: string;
  /** `gpu` and `cpu`: only where config.runsOn says so. */
  readonly required?: 'always' | 'gpu' | 'cpu';
  /** Where the documentation demands more than published listings keep to. */
  readonly missing?: Severity;
  /** Other names that people give it. */
  readonly aliases?: readonly string[];
  /** Found in use, without documentation: neither offered nor reported. */
  readonly undocumented?: true;
  /** What a fix puts in when nothing better is known. */
  readonly initial?: string | number | Readonly<Record<string, string | number>>;
  readonly examples?: readonly (string | number | boolean)[];
}

export function fieldOf(shape: Shape, key: string): Field | undefined {
  return shape.fields?.find((field) => field.key === key);
}

/** The field that `path` leads to; items of arrays have no segment. */
export function fieldAt(shape: Shape, ...path: readonly string[]): Field | undefined {
  let inner: Shape | undefined = shape;
  let field: Field | undefined;
  for (const key of path) {
    field = inner && fieldOf(inner.items ?? inner, key);
    inner = field;
  }
  return field;
}

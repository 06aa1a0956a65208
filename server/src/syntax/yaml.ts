// YAML text to a plain tree with places. Total: broken text gives what is readable of it, never an exception.
// Only the first document of a file is read. Anchors and tags are not followed: what they stand for is left out.

import type { Source } from '../base/source';
import { type Span, span } from '../base/span';

/** An import would load the library with the product, which costs 10 ms; this loads it with the first file. */
declare function require(name: 'yaml'): typeof import('yaml');

export type YamlValue = YamlMap | YamlList | YamlScalar;

export interface YamlMap {
  readonly kind: 'map';
  readonly span: Span;
  readonly entries: readonly YamlEntry[];
}

export interface YamlEntry {
  readonly key: string;
  readonly keySpan: Span;
  /** Undefined without a value, or for one that is not read. */
  readonly value: YamlValue | undefined;
}

export interface YamlList {
  readonly kind: 'list';
  readonly span: Span;
  readonly items: readonly YamlValue[];
}

export interface YamlScalar {
  readonly kind: 'scalar';
  /** As written, with quotes; a block from its indicator `|` or `>` on. */
  readonly span: Span;
  /** The value as text: `true`, `12.8` and `null` too. */
  readonly text: string;
  readonly style: 'plain' | 'quoted' | 'block';
}

export interface YamlFile {
  readonly source: Source;
  readonly root: YamlValue | undefined;
  /** Without syntax errors, and read to its end. */
  readonly whole: boolean;
}

/** Longer files are not read, and deeper values left out. */
const LONGEST = 200_000;
const DEEPEST = 50;

export function parseYaml(source: Source): YamlFile {
  if (source.text.length > LONGEST) return { source, root: undefined, whole: false };
  try {
    const { parseDocument } = require('yaml');
    const document = parseDocument(source.text, { logLevel: 'silent', uniqueKeys: false, schema: 'failsafe' });
    return { source, root: plainOf(document.contents, 0), whole: document.errors.length === 0 };
  } catch {
    // Deep nesting ends the parser's stack.
    return { source, root: undefined, whole: false };
  }
}

function plainOf(node: unknown, depth: number): YamlValue | undefined {
  const { isMap, isScalar, isSeq } = require('yaml');
  if (depth > DEEPEST) return undefined;
  if (isMap(node)) {
    const entries = node.items.flatMap(({ key, value }): readonly YamlEntry[] => {
      const name = plainOf(key, depth + 1);
      if (name?.kind !== 'scalar') return [];
      return [{ key: name.text, keySpan: name.span, value: plainOf(value, depth + 1) }];
    });
    return { kind: 'map', span: spanOf(node.range), entries };
  }
  if (isSeq(node))
    return {
      kind: 'list',
      span: spanOf(node.range),
      items: node.items.flatMap((item) => plainOf(item, depth + 1) ?? []),
    };
  if (!isScalar(node)) return undefined;
  const style = node.type === 'PLAIN' ? 'plain' : node.type?.startsWith('BLOCK') ? 'block' : 'quoted';
  return { kind: 'scalar', span: spanOf(node.range), text: String(node.value ?? ''), style };
}

function spanOf(range: readonly [number, number, number] | null | undefined): Span {
  return span(range?.[0] ?? 0, range?.[1] ?? 0);
}

// Keys and tokens in the text of a file, by their shape. Comments count too: whoever has the file has them.

import type { Source } from '../base/source';
import { type Span, shift, span } from '../base/span';
import type { StatementFacts } from '../facts/python';
import { ANY_MARK, FEWEST_CHARACTERS, PLACEHOLDER, SECRET_KINDS, type SecretKind } from '../knowledge/secrets';
import type { Module } from './python/python';

export interface Secret {
  readonly kind: SecretKind;
  readonly span: Span;
}

const bySource = new WeakMap<Source, readonly Secret[]>();

/** In the order of the text. Found once for each version of a file: an edit of another file does not search it again. */
export function secretsIn(source: Source): readonly Secret[] {
  let found = bySource.get(source);
  if (!found) {
    found = findSecrets(source.text);
    bySource.set(source, found);
  }
  return found;
}

const byStatement = new WeakMap<StatementFacts, readonly Secret[]>();

/** The same for a module. What a statement holds is found once for as long as its text stays the same. */
export function secretsInModule({ facts: { source, statements } }: Module): readonly Secret[] {
  const { text } = source;
  const secrets: Secret[] = [];
  const add = (found: readonly Secret[], offset: number): void => {
    for (const { kind, span: at } of found) secrets.push({ kind, span: shift(at, offset) });
  };
  let end = 0;
  for (const { base, facts } of statements) {
    if (base > end) add(findSecrets(text.slice(end, base)), end);
    const stop = base + facts.statement.end;
    let found = byStatement.get(facts);
    if (!found) {
      found = findSecrets(text.slice(base, stop));
      byStatement.set(facts, found);
    }
    add(found, base);
    end = Math.max(end, stop);
  }
  add(findSecrets(text.slice(end)), end);
  return secrets;
}

function findSecrets(text: string): readonly Secret[] {
  if (!ANY_MARK.test(text)) return [];
  const secrets: Secret[] = [];
  for (const kind of SECRET_KINDS) {
    if (!kind.marks.some((mark) => text.includes(mark))) continue;
    for (const match of text.matchAll(kind.pattern)) {
      const key = match[1] ?? match[0];
      if (!looksRandom(key)) continue;
      const start = match.index + match[0].length - key.length;
      secrets.push({ kind, span: span(start, start + key.length) });
    }
  }
  return secrets.sort((a, b) => a.span.start - b.span.start);
}

function looksRandom(key: string): boolean {
  return new Set(key).size >= FEWEST_CHARACTERS && !PLACEHOLDER.test(key);
}

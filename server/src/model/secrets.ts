// Keys and tokens in the text of a file, by their shape. Comments count too: whoever has the file has them.

import type { Source } from '../base/source';
import { type Span, span } from '../base/span';
import { FEWEST_CHARACTERS, PLACEHOLDER, SECRET_KINDS, type SecretKind } from '../knowledge/secrets';

export interface Secret {
  readonly kind: SecretKind;
  readonly span: Span;
}

const bySource = new WeakMap<Source, readonly Secret[]>();

/** In the order of the text. */
export function secretsIn(source: Source): readonly Secret[] {
  let secrets = bySource.get(source);
  if (!secrets) {
    secrets = findSecrets(source.text);
    bySource.set(source, secrets);
  }
  return secrets;
}

function findSecrets(text: string): readonly Secret[] {
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

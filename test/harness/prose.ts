// What a hover says, as Markdown without places.

import type { Prose } from '../../server/src/features/answers';
import { markupOf } from '../../server/src/lsp/language-convert';

export function textOf(prose: Prose): string {
  return markupOf(prose, { bundle: {}, sources: new Map(), clientUri: (uri) => uri, markdown: true }).value;
}

// Test inputs that repeat the envelope of an API request.

import { say } from '../../base/message';
import { replace } from '../../edits/json';
import type { JsonFile, JsonObject, JsonProperty } from '../../facts/json';
import { PUBLISHING_GUIDE, REQUEST_ENVELOPE } from '../../knowledge/hub';
import { isObject, itemsOf, member, placeOf, valueAt } from '../../model/json';
import { bounded } from '../bounded';
import { type Finding, rule } from '../rule';

export const testInputWrapped = rule({
  meta: {
    id: 'test-input-wrapped',
    area: 'hub-tests',
    severity: 'error',
    since: '0.1.0',
    summary: 'A test\'s input holds another "input", as an API request does.',
    why: 'The handler gets {"input": …} as its job["input"], misses every field it looks for, and the test fails.',
    good: "No test's input is wrapped twice.",
    sources: [PUBLISHING_GUIDE],
  },
  reads: ['tests'],
  check: ({ tests }) => bounded(wrappedInputs(tests)),
});

function* wrappedInputs(file: JsonFile): Iterable<Finding> {
  const { text } = file.source;
  for (const test of itemsOf(valueAt(file.root, 'tests'))) {
    const outer = member(test, 'input')?.value;
    const inner = isObject(outer) ? wrapped(outer) : undefined;
    if (!isObject(outer) || inner?.value === undefined) continue;
    yield {
      ...placeOf(file, inner.keySpan),
      message: say`"input" is wrapped twice: RunPod hands the outer one to the handler as job["input"].`,
      fixes: [
        {
          title: say`Unwrap the input`,
          safe: outer.properties.length === 1,
          edits: [replace(file, outer.span, outdented(text, outer, inner.value.span))],
        },
      ],
    };
  }
}

/** The inner `input` of an object that holds nothing else than a request would. */
function wrapped(outer: JsonObject): JsonProperty | undefined {
  const inner = member(outer, 'input');
  if (!isObject(inner?.value)) return undefined;
  return outer.properties.every(({ key }) => REQUEST_ENVELOPE.has(key)) ? inner : undefined;
}

/** The inner value as written, moved to the left by the indentation that the wrapping gave it. */
function outdented(text: string, outer: JsonObject, inner: { readonly start: number; readonly end: number }): string {
  const excess = indentOf(text, inner.start).length - indentOf(text, outer.span.start).length;
  const written = text.slice(inner.start, inner.end);
  if (excess <= 0) return written;
  return written.replace(
    /(\r\n|\n|\r)([ \t]+)/g,
    (_, lineEnd: string, blanks: string) => lineEnd + blanks.slice(excess),
  );
}

function indentOf(text: string, offset: number): string {
  const start = Math.max(text.lastIndexOf('\n', offset - 1), text.lastIndexOf('\r', offset - 1)) + 1;
  return /^[ \t]*/.exec(text.slice(start, offset))?.[0] ?? '';
}

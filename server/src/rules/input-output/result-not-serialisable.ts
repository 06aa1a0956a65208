// Values in an answer that have no form in JSON: the SDK cannot send the answer.

import type { Fix } from '../../base/edit';
import { say } from '../../base/message';
import type { Span } from '../../base/span';
import { replace } from '../../edits/python';
import { ERROR_KEY, RP_JOB_SOURCE } from '../../knowledge/results';
import { GENERATOR, type Refused } from '../../knowledge/serialisable';
import { type Content, Contents } from '../../model/answers/contents';
import { resultsOf } from '../../model/answers/results';
import { refusedIn } from '../../model/answers/serialisable';
import type { Result } from '../../model/answers/values';
import { type Fn, placeIn, statementsOf, textIn } from '../../model/python/python';
import { type Finding, rule } from '../rule';
import { titleOf } from '../steps';
import { answeredHere } from './answered';

export const resultNotSerialisable = rule({
  meta: {
    id: 'result-not-serialisable',
    area: 'input-output',
    severity: 'error',
    since: '0.1.0',
    summary: 'The answer holds a value that has no form in JSON.',
    why: 'The SDK cannot send the answer, logs "is not JSON serializable" and goes on: the job hangs until it times out. A local test shows nothing of it.',
    good: 'Every answer can be sent as JSON.',
    sources: [RP_JOB_SOURCE, 'https://github.com/runpod/runpod-python/blob/main/runpod/serverless/modules/rp_http.py'],
  },
  reads: ['handlers'],
  *check({ handlers }) {
    const contents = new Contents(handlers, {});
    const seen = new Set<string>();
    for (const result of resultsOf(handlers)) {
      for (const content of contents.of(result)) {
        const refused = refusedIn(handlers, content);
        if (!refused || isTurnedIntoText(result, content) || isHiddenGenerator(content, refused)) continue;
        const { fn, node } = placeOf(content);
        const place = placeIn(fn, firstLine(fn, node));
        const id = `${place.uri}#${place.span.start}`;
        if (seen.has(id)) continue;
        seen.add(id);
        const fix = fixOf(content, refused);
        const finding: Finding = {
          ...place,
          message: say`${titleOf(result.handler)} answers with ${refused.type}, which has no form in JSON: the answer is never sent, and the job hangs.`,
          related: [...madeHere(content, fn, node), ...answeredHere(result, fn)],
        };
        yield fix ? { ...finding, fixes: [fix] } : finding;
      }
    }
  },
});

/** The SDK itself makes text of the `error` of what is yielded. */
function isTurnedIntoText({ exit, dict }: Result, { field }: Content): boolean {
  return exit.kind !== 'return' && field?.key === ERROR_KEY && (dict?.fields.includes(field) ?? false);
}

/** A generator as the whole answer is meant as a stream: generator-hidden explains that. */
function isHiddenGenerator({ field }: Content, refused: Refused): boolean {
  return field === undefined && refused === GENERATOR;
}

/** The value in its dictionary, or the answer itself. */
function placeOf({ field, value }: Content): { readonly fn: Fn; readonly node: Span } {
  return field ? { fn: field.frame.fn, node: field.value } : { fn: value.frame.fn, node: value.expression };
}

function firstLine(fn: Fn, node: Span): Span {
  const newline = textIn(fn, node).indexOf('\n');
  return { start: node.start, end: newline < 0 ? node.end : node.start + newline };
}

/** Where the value comes from, when that is not where it goes into the answer. */
function* madeHere({ value }: Content, fn: Fn, node: Span) {
  if (value.frame.fn === fn && value.expression === node) return;
  const { frame, expression } = value;
  yield { ...placeIn(frame.fn, firstLine(frame.fn, expression)), message: say`It comes from here` };
}

function fixOf(content: Content, { instead }: Refused): Fix | undefined {
  const { fn, node } = placeOf(content);
  const { value } = content;
  if (instead === undefined || value.expression !== node || value.frame.fn !== fn) return undefined;
  const code = instead.replace('{0}', () => textIn(fn, node));
  const at = statementsOf(fn);
  return { title: say`Answer with ${code}`, safe: false, edits: [replace(at, node, code)] };
}

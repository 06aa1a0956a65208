// An answer that is wrapped into "output" by hand. RunPod wraps it itself.

import type { Fix } from '../../base/edit';
import { say } from '../../base/message';
import { replace } from '../../edits/python';
import { RESERVED_KEYS, RP_JOB_SOURCE } from '../../knowledge/results';
import { HANDLER_GUIDE } from '../../knowledge/sdk';
import { resultsOf } from '../../model/answers/results';
import type { Field, Result } from '../../model/answers/values';
import { placeIn, statementsOf, textIn } from '../../model/python/python';
import { type Finding, rule } from '../rule';
import { titleOf } from '../steps';
import { answeredHere } from './answered';

export const outputNested = rule({
  meta: {
    id: 'output-nested',
    area: 'input-output',
    severity: 'info',
    since: '0.1.0',
    summary: 'The handler wraps its answer into "output", which RunPod does itself.',
    why: 'The result arrives as output.output, and whoever reads output finds a dictionary with one key.',
    good: 'Answers are not wrapped into another "output".',
    sources: [HANDLER_GUIDE, RP_JOB_SOURCE],
  },
  reads: ['handlers'],
  *check({ handlers }) {
    const seen = new Set<Field['place']>();
    for (const result of resultsOf(handlers)) {
      const field = wrapper(result);
      if (!field || seen.has(field.place)) continue;
      seen.add(field.place);
      const { fn } = field.frame;
      const fix = fixOf(result, field);
      const finding: Finding = {
        ...placeIn(fn, field.place),
        message: say`${titleOf(result.handler)} wraps its answer into "output", as RunPod does: it arrives as output.output.`,
        related: answeredHere(result, fn),
      };
      yield fix ? { ...finding, fixes: [fix] } : finding;
    }
  },
});

/** The field "output" of an answer that has nothing else for the client. */
function wrapper({ dict, exit, filtered }: Result): Field | undefined {
  if (filtered || exit.kind !== 'return' || !dict || dict.open) return undefined;
  const [only, ...more] = dict.fields.filter(({ key }) => !RESERVED_KEYS.has(key));
  return only?.key === 'output' && more.length === 0 && !only.later ? only : undefined;
}

/** `return {"output": x}` in the handler itself becomes `return x`. */
function fixOf({ exit, expression, handler, frame }: Result, field: Field): Fix | undefined {
  if (frame.fn !== handler || frame.from || exit.value !== expression || expression.kind !== 'dict') return undefined;
  if (expression.entries.length !== 1 || field.frame.fn !== frame.fn) return undefined;
  const { fn } = frame;
  const { value } = field;
  const before = textIn(fn, { start: expression.start, end: value.start });
  const after = textIn(fn, { start: value.end, end: expression.end });
  const code = textIn(fn, value);
  // Comments would be lost, and what is not bracketed cannot go over several lines.
  if (/#/.test(before + after) || (code.includes('\n') && !/^[[({]/.test(code))) return undefined;
  const at = statementsOf(fn);
  return { title: say`Return what is inside`, safe: false, edits: [replace(at, expression, code)] };
}

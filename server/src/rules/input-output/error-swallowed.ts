// A handler that catches whatever goes wrong and answers with nothing: the job ends as if it had worked.

import type { Fix } from '../../base/edit';
import { say } from '../../base/message';
import { addStatementAfter, replace } from '../../edits/python';
import { RP_JOB_SOURCE } from '../../knowledge/results';
import { HANDLER_GUIDE } from '../../knowledge/sdk';
import { type Swallowed, swallowedFailures } from '../../model/answers/swallowed';
import { placeIn, statementsOf, textIn } from '../../model/python/python';
import { type Finding, rule } from '../rule';
import { titleOf } from '../steps';

export const errorSwallowed = rule({
  meta: {
    id: 'error-swallowed',
    area: 'input-output',
    severity: 'warning',
    since: '0.1.0',
    summary: 'The handler catches every exception and answers with nothing.',
    why: 'RunPod marks the job COMPLETED with an empty output: whoever waits for the result gets none, and nobody is told why.',
    good: 'No exception ends in an empty answer.',
    sources: [HANDLER_GUIDE, RP_JOB_SOURCE],
  },
  reads: ['handlers'],
  *check({ handlers }) {
    for (const swallowed of swallowedFailures(handlers)) {
      const { fn, except, answer } = swallowed;
      const fix = fixOf(swallowed);
      const head = { start: except.start, end: except.type?.end ?? except.start + 'except'.length };
      const finding: Finding = {
        ...placeIn(fn, answer ?? head),
        message: answer
          ? say`${titleOf(fn)} answers a failure with ${textIn(fn, answer)}: the job ends as COMPLETED.`
          : say`${titleOf(fn)} ends behind this failure without an answer: the job ends as COMPLETED.`,
      };
      yield fix ? { ...finding, fixes: [fix] } : finding;
    }
  },
});

function fixOf({ fn, except, answer }: Swallowed): Fix | undefined {
  const { name, body } = except;
  const last = body.at(-1);
  if (name === undefined || !last) return undefined;
  const at = statementsOf(fn);
  const code = `{"error": str(${name})}`;
  const edits = answer
    ? [replace(at, answer, code)]
    : addStatementAfter(at, last, [`${fn.facts.generator ? 'yield' : 'return'} ${code}`]);
  return edits && { title: say`Answer with ${code}`, safe: false, edits };
}

// Files that are answered as base64 without a look at their size. Whether they are too large only the job knows.

import type { Fix } from '../../base/edit';
import { say } from '../../base/message';
import { addStatementAfter } from '../../edits/python';
import { OPERATION_REFERENCE, RUN_MEGABYTES, RUNSYNC_MEGABYTES } from '../../knowledge/payload';
import { HANDLER_GUIDE } from '../../knowledge/sdk';
import { type Encoded, encodedFiles, isMeasured, uploadsSomewhere } from '../../model/answers/payload';
import type { Result } from '../../model/answers/values';
import { placeIn, statementsOf } from '../../model/python/python';
import { type Finding, rule } from '../rule';
import { titleOf } from '../steps';
import { answeredHere } from './answered';

export const payloadLimitUnchecked = rule({
  meta: {
    id: 'payload-limit-unchecked',
    area: 'input-output',
    severity: 'warning',
    since: '0.1.0',
    summary: 'A file goes into the answer as base64, and nothing looks at its size.',
    why: 'RunPod refuses an answer that is too large: the job has done its work, and its result is lost.',
    good: 'No file goes into an answer without a look at its size.',
    sources: [HANDLER_GUIDE, OPERATION_REFERENCE],
  },
  reads: ['handlers'],
  *check({ handlers }) {
    const files = encodedFiles(handlers);
    if (files.length === 0 || uploadsSomewhere(handlers)) return;
    for (const encoded of files) {
      if (isMeasured(handlers, encoded)) continue;
      const { result, frame, call } = encoded;
      const fix = fixOf(result, encoded);
      const finding: Finding = {
        ...placeIn(frame.fn, call.callee),
        message: say`${titleOf(result.handler)} answers with this file as base64, whatever its size: /run takes ${RUN_MEGABYTES} MB, /runsync ${RUNSYNC_MEGABYTES} MB.`,
        related: answeredHere(result, frame.fn),
      };
      yield fix ? { ...finding, fixes: [fix] } : finding;
    }
  },
});

/** Behind `encoded = base64.b64encode(…)` in the handler itself, whose `return` is the job's answer. */
function fixOf({ handler }: Result, { frame, call }: Encoded): Fix | undefined {
  const { fn } = frame;
  if (fn !== handler) return undefined;
  const fact = fn.facts.calls.find((candidate) => candidate.call === call);
  const statement = fact?.statement;
  if (statement?.kind !== 'assign' || statement.targets.length !== 1) return undefined;
  const [target] = statement.targets;
  const { value } = statement;
  const decoded = value?.kind === 'call' && value.callee.kind === 'attribute' && value.callee.object === call;
  if (target?.kind !== 'name' || (value !== call && !decoded)) return undefined;
  const edits = addStatementAfter(statementsOf(fn), statement, [
    `if len(${target.id}) > ${RUN_MEGABYTES}_000_000:`,
    `\treturn {"error": "The result is larger than ${RUN_MEGABYTES} MB."}`,
  ]);
  return edits && { title: say`Return an error when ${target.id} is too large`, safe: false, edits };
}

// Keys that are read from the job itself and can only be in its input.

import type { Fix } from '../../base/edit';
import { say } from '../../base/message';
import { replace } from '../../edits/python';
import type { Where } from '../../facts/python';
import { JOB_KEYS, RP_JOB_SOURCE } from '../../knowledge/job';
import { HANDLER_GUIDE } from '../../knowledge/sdk';
import { jobTrace, type KeyRead, keyReads } from '../../model/job';
import { someExpression } from '../../model/python/expressions';
import type { Handlers } from '../../model/python/handler';
import { placeIn, statementsOf, textIn } from '../../model/python/python';
import { rule } from '../rule';

export const jobKeyMisread = rule({
  meta: {
    id: 'job-key-misread',
    area: 'handler',
    severity: 'warning',
    since: '0.1.0',
    summary: 'A key is read from the job itself, where RunPod puts what was sent under "input".',
    why: 'The job fails with a KeyError, or the handler works with None and a default in the place of what was sent.',
    good: 'What was sent is read from the input, not from the job around it.',
    shownBy: 'input',
    sources: [HANDLER_GUIDE, RP_JOB_SOURCE],
  },
  reads: ['handlers'],
  *check({ handlers }) {
    const { job, input } = keyReads(handlers);
    const misread = job.filter(({ key }) => !JOB_KEYS.has(key));
    if (misread.length === 0) return;
    // Read from both, it is meant for another caller as well.
    const known = new Set([...input.map(({ key }) => key), ...keysPutIn(handlers)]);
    for (const read of misread) {
      if (known.has(read.key) || isAskedFor(read)) continue;
      const { fn } = read.reached;
      yield {
        ...placeIn(fn, read.keyNode),
        message: say`A job has no key ${textIn(fn, read.keyNode)}: what was sent is in ${textIn(fn, read.object)}["input"].`,
        fixes: [fixOf(read)],
      };
    }
  },
});

/** Keys that the worker itself puts into the job. */
function keysPutIn(handlers: Handlers): readonly string[] {
  const trace = jobTrace(handlers);
  return handlers.reached.flatMap((reached) =>
    reached.fn.facts.assignments.flatMap(({ target, where }) =>
      target.kind === 'subscript' &&
      target.index.kind === 'string' &&
      trace.holds(reached, target.object, where) === 'job'
        ? [target.index.value ?? '']
        : [],
    ),
  );
}

/** `if "prompt" in job`, and what is tried when the input has no such key. */
function isAskedFor({ key, where }: KeyRead): boolean {
  const names = (part: { readonly kind: string; readonly value?: unknown }): boolean =>
    part.kind === 'string' && part.value === key;
  for (let here: Where | undefined = where; here; here = here.outer) {
    if (here.kind === 'except') return true;
    if (here.kind === 'branch' && (someExpression(here.test, names) || someExpression(here.test, isInput))) return true;
  }
  return false;
}

function isInput(part: { readonly kind: string; readonly value?: unknown }): boolean {
  return part.kind === 'string' && part.value === 'input';
}

function fixOf({ reached: { fn }, object }: KeyRead): Fix {
  const at = statementsOf(fn);
  const quote = textIn(fn, object).includes('"') ? "'" : '"';
  const edit = replace(at, { start: object.end, end: object.end }, `[${quote}input${quote}]`);
  return { title: say`Read it from the input`, safe: true, edits: [edit] };
}

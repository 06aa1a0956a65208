// Keys of the input that are read as if they were always there. Silent as soon as anything may check the input first.

import type { Fix } from '../../base/edit';
import { say } from '../../base/message';
import { replace } from '../../edits/python';
import type { Where } from '../../facts/python';
import { CHECKS_NOTHING } from '../../knowledge/job';
import { HANDLER_GUIDE } from '../../knowledge/sdk';
import { jobTrace, type KeyRead, keyReads } from '../../model/job';
import { edgesAt } from '../../model/python/call-graph';
import type { Handlers } from '../../model/python/handler';
import { logCall } from '../../model/python/logging';
import { placeIn, statementsOf, textIn } from '../../model/python/python';
import type { Reached } from '../../model/python/reach';
import { resolve } from '../../model/python/resolve';
import { isNamedElsewhere } from '../../model/required';
import { validationsIn } from '../../model/schema';
import { rule } from '../rule';

export const inputUnchecked = rule({
  meta: {
    id: 'input-unchecked',
    area: 'handler',
    severity: 'hint',
    since: '0.1.0',
    summary: 'A key of the input is read without a default, a test, a try or a validation.',
    why: 'A job without it fails with the traceback of a KeyError, which tells the caller nothing of what was expected.',
    good: 'Every key of the input that a job must have is checked, or has a default.',
    sources: [HANDLER_GUIDE, 'https://docs.runpod.io/serverless/development/validation'],
  },
  reads: ['handlers!'],
  *check({ handlers }) {
    const reads = keyReads(handlers).input.filter(({ expression }) => expression.kind === 'subscript');
    if (reads.length === 0 || validationsIn(handlers.python).length > 0 || isHandedOn(handlers)) return;
    const seen = new Set<string>();
    const byKey = readsByKey(reads);
    for (const read of reads) {
      const { reached, key } = read;
      if (seen.has(key) || isTried(read.where) || reached.steps.some(({ fact }) => isTried(fact.where))) continue;
      if (isNamedElsewhere(handlers, key)) continue;
      seen.add(key);
      const fix = fixOf(byKey.get(key) ?? []);
      yield {
        ...placeIn(reached.fn, read.keyNode),
        message: say`A job without ${textIn(reached.fn, read.keyNode)} ends here with a KeyError.`,
        fixes: fix ? [fix] : [],
      };
    }
  },
});

function readsByKey(reads: readonly KeyRead[]): ReadonlyMap<string, readonly KeyRead[]> {
  const byKey = new Map<string, KeyRead[]>();
  for (const read of reads) {
    const same = byKey.get(read.key);
    if (same === undefined) byKey.set(read.key, [read]);
    else same.push(read);
  }
  return byKey;
}

function isTried(where: Where | undefined): boolean {
  for (let here = where; here; here = here.outer) if (here.kind === 'try') return true;
  return false;
}

/** Whether the whole input is given to something that may check it. */
function isHandedOn(handlers: Handlers): boolean {
  const trace = jobTrace(handlers);
  return handlers.reached.some((reached) =>
    reached.fn.facts.calls.some((fact) => {
      const holds = fact.call.args.some(({ value }) => trace.holds(reached, value, fact.where) === 'input');
      return holds && !checksNothing(handlers, reached, fact);
    }),
  );
}

function checksNothing({ python, ways }: Handlers, { fn }: Reached, fact: Parameters<typeof logCall>[2]): boolean {
  if (logCall(python, fn, fact)) return true;
  const origin = resolve(python, fn, fact.call.callee);
  if (origin.kind === 'external') return CHECKS_NOTHING.has(origin.path);
  if (origin.kind === 'builtin') return CHECKS_NOTHING.has(origin.name);
  // What a function of the worker does with it is seen there.
  const [edge] = edgesAt(python, fn, fact.call);
  return edge !== undefined && origin.kind === 'function' && ways.has(edge.fn.facts);
}

/** `values["key"]` as `values.get("key")`, wherever the key is read. */
function fixOf(same: readonly KeyRead[]): Fix | undefined {
  const changes = ({ reached: { fn }, expression }: KeyRead): boolean =>
    fn.facts.assignments.some(
      ({ target, kind }) => target === expression && (kind === 'augmented' || kind === 'delete'),
    );
  if (same.some(changes)) return undefined;
  const edits = same.map(({ reached: { fn }, expression, object, keyNode }) =>
    replace(statementsOf(fn), { start: object.end, end: expression.end }, `.get(${textIn(fn, keyNode)})`),
  );
  return { title: say`Read it with .get()`, safe: false, edits };
}

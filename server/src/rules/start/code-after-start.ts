// Calls behind `start()`, which does not return.

import { say } from '../../base/message';
import type { CallFact, Where } from '../../facts/python';
import { START_SOURCE } from '../../knowledge/sdk';
import { placeIn } from '../../model/python/python';
import { isMainTest, type StartCall } from '../../model/python/starts';
import { rule } from '../rule';

export const codeAfterStart = rule({
  meta: {
    id: 'code-after-start',
    area: 'start',
    severity: 'hint',
    since: '0.1.0',
    summary: 'Code stands behind start(), which does not return.',
    why: 'On RunPod the line never runs: start() takes jobs until the worker is stopped, and ends the process after a local run.',
    good: 'No code waits behind start(), where it would never run.',
    sources: [START_SOURCE],
  },
  reads: ['handlers'],
  *check({ handlers }) {
    for (const start of handlers.starts) {
      const { fn, fact } = start;
      const after = callsBehind(start);
      if (!after) continue;
      yield {
        ...placeIn(fn.module.parts.find((part) => part.facts.calls.includes(after)) ?? fn, after.call.callee),
        message: say`This never runs: start() does not return.`,
        related: [{ ...placeIn(fn, fact.call.callee), message: say`start() is called here` }],
      };
    }
  },
});

/** The first call that module code comes to after `start`, when nothing lies between the two but the main guard. */
function callsBehind({ fn, fact }: StartCall): CallFact | undefined {
  if (fn.facts.kind !== 'module' || !isPlain(fact.where)) return undefined;
  const here = fn.facts.calls.find((other) => other.where === fact.where && other.call.start >= fact.statement.end);
  if (here || fact.where !== undefined) return here;
  const parts = fn.module.parts.filter((part) => part.base > fn.base);
  return parts.flatMap(({ facts }) => facts.calls).find(({ where }) => where === undefined);
}

function isPlain(where: Where | undefined): boolean {
  return (
    where === undefined ||
    (where.kind === 'branch' && where.taken && isMainTest(where.test) && where.outer === undefined)
  );
}

// `return value` in a handler that yields: what a generator returns reaches nobody.

import type { Edit } from '../../base/edit';
import { say } from '../../base/message';
import { insertAfter, replace } from '../../edits/python';
import type { ExitFact } from '../../facts/python';
import { type Fn, placeIn, statementsOf } from '../../model/python/python';
import { rule } from '../rule';

export const generatorReturnValue = rule({
  meta: {
    id: 'generator-return-value',
    area: 'handler',
    severity: 'error',
    since: '0.1.0',
    summary: 'A handler that yields also returns a value, which vanishes.',
    why: 'The SDK streams what is yielded and drops what a generator returns: the job is COMPLETED without it, also when it was an error.',
    good: 'No handler that yields returns a value besides.',
    sources: [
      'https://docs.runpod.io/serverless/workers/handler-functions',
      'https://github.com/runpod/runpod-python/blob/main/runpod/serverless/modules/rp_job.py',
    ],
  },
  reads: ['handlers'],
  *check({ handlers }) {
    for (const { fn } of handlers.functions) {
      if (!fn.facts.generator) continue;
      for (const exit of fn.facts.exits) {
        if (exit.kind !== 'return' || !exit.value || isNone(exit)) continue;
        yield {
          ...placeIn(fn, { start: exit.span.start, end: exit.span.start + 'return'.length }),
          message: say`${fn.facts.name} yields, so what it returns here reaches nobody.`,
          fixes: [{ title: say`Yield the value, then return`, safe: false, edits: yieldInstead(fn, exit) }],
        };
      }
    }
  },
});

function isNone({ value }: ExitFact): boolean {
  return value?.kind === 'constant' && value.value === null;
}

/** The generator goes on after a `yield`, so a bare `return` follows unless the function ends here anyway. */
function yieldInstead(fn: Fn, { span }: ExitFact): readonly Edit[] {
  const at = statementsOf(fn);
  const keyword = replace(at, { start: span.start, end: span.start + 'return'.length }, 'yield');
  const { definition } = fn.facts;
  const isLast = definition?.kind === 'function' && definition.body.at(-1)?.start === span.start;
  return isLast ? [keyword] : [keyword, ...insertAfter(at, span, 'return')];
}

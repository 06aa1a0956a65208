// Concurrency asked for with a handler that cannot give way: jobs still run one after the other.

import { say } from '../../base/message';
import { CONCURRENCY_GUIDE, HANDLER_GUIDE } from '../../knowledge/sdk';
import type { HandlerUse } from '../../model/python/handler';
import { type Python, placeIn } from '../../model/python/python';
import { resolve } from '../../model/python/resolve';
import { entryNamed } from '../../model/python/starts';
import { rule } from '../rule';

export const concurrencyWithoutAsync = rule({
  meta: {
    id: 'concurrency-without-async',
    area: 'start',
    severity: 'warning',
    since: '0.1.0',
    summary: 'concurrency_modifier is given with a handler that is not async.',
    why: 'A plain handler blocks the event loop, so the jobs that the worker takes at once wait for each other, and their clocks run meanwhile.',
    good: 'Only an async handler is given a concurrency_modifier.',
    sources: [CONCURRENCY_GUIDE, HANDLER_GUIDE],
  },
  reads: ['handlers'],
  *check({ handlers }) {
    for (const use of handlers.uses) {
      const { config } = use.start;
      const entry = config && entryNamed(config.dict, 'concurrency_modifier');
      if (!config || !entry?.key || !isPlain(handlers.python, use)) continue;
      yield {
        ...placeIn(config.fn, entry.key),
        message: say`The handler is not async, so jobs still run one after the other.`,
      };
    }
  },
});

/** Every function that the handler may be is known, not async, and hands back nothing that could be awaited. */
function isPlain(python: Python, { origins }: HandlerUse): boolean {
  return (
    origins.length > 0 &&
    origins.every((origin) => {
      if (origin.kind !== 'function') return false;
      const { facts } = origin.fn;
      if (facts.async || facts.decorators.length > 0) return false;
      return facts.exits.every(({ value }) => {
        if (value?.kind !== 'call') return true;
        const callee = resolve(python, origin.fn, value.callee);
        return callee.kind === 'function'
          ? !callee.fn.facts.async
          : callee.kind !== 'unknown' && callee.kind !== 'parameter';
      });
    })
  );
}

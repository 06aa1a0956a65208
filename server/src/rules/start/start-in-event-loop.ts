// `start()` inside async code or in a thread: it runs an event loop of its own and sets signal handlers.

import { say } from '../../base/message';
import { HANDLER_GUIDE, START_SOURCE } from '../../knowledge/sdk';
import { edgesOf } from '../../model/python/call-graph';
import { type Fn, type Python, placeIn } from '../../model/python/python';
import { rule } from '../rule';

export const startInEventLoop = rule({
  meta: {
    id: 'start-in-event-loop',
    area: 'start',
    severity: 'error',
    since: '0.1.0',
    summary: 'start() is called inside a running event loop or in a thread.',
    why: 'The worker ends at start with a RuntimeError or a ValueError, before it takes a job: jobs stay IN_QUEUE.',
    good: 'start() is called from plain code, outside of event loops and threads.',
    sources: [START_SOURCE, HANDLER_GUIDE],
  },
  reads: ['handlers'],
  *check({ handlers }) {
    const { python } = handlers;
    for (const { fn, fact } of handlers.starts) {
      const place = placeIn(fn, fact.call.callee);
      if (fn.facts.async) {
        yield {
          ...place,
          message: say`start() fails inside async code: it runs an event loop of its own. Call it from plain code.`,
        };
      } else if (runsInThread(python, fn)) {
        yield {
          ...place,
          message: say`start() fails in a thread: it sets signal handlers, which only the main thread may. Call it there.`,
        };
      }
    }
  },
});

function runsInThread(python: Python, fn: Fn): boolean {
  if (fn.facts.kind === 'module') return false;
  const ways = python.modules
    .flatMap((module) => [...module.parts, ...module.functions])
    .flatMap((caller) => edgesOf(python, caller).filter((edge) => edge.fn.facts === fn.facts));
  return ways.length > 0 && ways.every((edge) => edge.threaded);
}

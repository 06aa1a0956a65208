// The key that gathers a stream, for a handler that has none.

import { say } from '../../base/message';
import { removeEntry } from '../../edits/python';
import type { HandlerUse } from '../../model/python/handler';
import { placeIn, statementsOf } from '../../model/python/python';
import { entryNamed } from '../../model/python/starts';
import { rule } from '../rule';
import { plainConfig, STREAM_KEY, STREAM_SOURCES } from './stream-key';

export const aggregateStreamUnused = rule({
  meta: {
    id: 'aggregate-stream-unused',
    area: 'start',
    severity: 'hint',
    since: '0.1.0',
    summary: 'return_aggregate_stream is set for a handler that never yields.',
    why: 'It has no effect, and makes readers look for a stream that does not exist.',
    good: 'return_aggregate_stream is set only where a handler yields.',
    sources: STREAM_SOURCES,
  },
  reads: ['handlers'],
  *check({ handlers }) {
    for (const use of handlers.uses) {
      const given = plainConfig(use);
      const entry = given && entryNamed(given.dict, STREAM_KEY);
      if (!given || !entry?.key || entry.value.kind !== 'constant' || entry.value.value !== true || !neverYields(use))
        continue;
      yield {
        ...placeIn(given.fn, entry.key),
        message: say`The handler never yields, so there is no stream to gather.`,
        fixes: [
          {
            title: say`Remove "return_aggregate_stream"`,
            safe: true,
            edits: removeEntry(statementsOf(given.fn), given.dict, entry),
          },
        ],
      };
    }
  },
});

function neverYields({ origins }: HandlerUse): boolean {
  return (
    origins.length > 0 &&
    origins.every(
      (origin) => origin.kind === 'function' && !origin.fn.facts.generator && origin.fn.facts.decorators.length === 0,
    )
  );
}

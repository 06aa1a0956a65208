// A handler that yields, without the key that gathers what it yields for those who do not read the stream.

import { say } from '../../base/message';
import { addEntryAfter } from '../../edits/python';
import { placeIn, statementsOf } from '../../model/python/python';
import { entryNamed } from '../../model/python/starts';
import { rule } from '../rule';
import { plainConfig, STREAM_KEY, STREAM_SOURCES } from './stream-key';

export const aggregateStreamMissing = rule({
  meta: {
    id: 'aggregate-stream-missing',
    area: 'start',
    severity: 'warning',
    since: '0.1.0',
    summary: 'The handler yields, and nothing gathers what it yields.',
    why: 'Only /stream shows it: /run, /runsync and the tests of the Hub get an empty list, and the job is COMPLETED.',
    good: 'What a handler yields also reaches /run and /runsync.',
    sources: STREAM_SOURCES,
  },
  reads: ['handlers'],
  *check({ handlers }) {
    for (const use of handlers.uses) {
      const given = plainConfig(use);
      if (
        !given ||
        entryNamed(given.dict, STREAM_KEY) ||
        !use.origins.some((origin) => origin.kind === 'function' && origin.fn.facts.generator)
      )
        continue;
      const handler = entryNamed(given.dict, 'handler');
      if (!handler) continue;
      yield {
        ...placeIn(given.fn, handler.value),
        message: say`This handler yields: without "return_aggregate_stream", /run and /runsync answer with an empty list.`,
        fixes: [
          {
            title: say`Add "return_aggregate_stream": True`,
            safe: true,
            edits: addEntryAfter(statementsOf(given.fn), given.dict, handler, STREAM_KEY, 'True'),
          },
        ],
      };
    }
  },
});

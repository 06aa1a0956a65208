// Keys of the dictionary for `runpod.serverless.start` that the SDK never reads.

import type { Fix } from '../../base/edit';
import { say } from '../../base/message';
import { replace } from '../../edits/python';
import {
  CONCURRENCY_GUIDE,
  INTERNAL_START_KEYS,
  REPLACED_START_KEYS,
  START_KEYS,
  START_SOURCE,
} from '../../knowledge/sdk';
import { nearest } from '../../model/nearest';
import { type Fn, placeIn, statementsOf, textIn } from '../../model/python/python';
import { entryNamed, type StartCall } from '../../model/python/starts';
import type { StringLiteral } from '../../syntax/python-tree';
import { rule } from '../rule';

export const startUnknownKey = rule({
  meta: {
    id: 'start-unknown-key',
    area: 'start',
    severity: 'warning',
    since: '0.1.0',
    summary: 'The SDK does not read this key of the dictionary for start.',
    why: 'The setting has no effect and nothing says so: concurrency stays at one, a stream is not gathered.',
    good: 'start() is given only keys that the SDK reads.',
    shownBy: 'start',
    sources: [START_SOURCE, CONCURRENCY_GUIDE],
  },
  reads: ['handlers'],
  *check({ handlers }) {
    for (const start of handlers.starts) {
      if (!start.config || !isOnlyForStart(start)) continue;
      const { dict, fn } = start.config;
      for (const { key } of dict.entries) {
        if (key?.kind !== 'string' || key.value === undefined) continue;
        const { value } = key;
        if (START_KEYS.includes(value) || INTERNAL_START_KEYS.has(value)) continue;
        const meant = nearest(value, START_KEYS);
        // A handler under another name is start-argument-invalid's business.
        if (!entryNamed(dict, 'handler') && (meant === 'handler' || dict.entries.length === 1)) continue;
        const free = meant !== undefined && entryNamed(dict, meant) === undefined;
        const instead = meant ?? REPLACED_START_KEYS.get(value);
        yield {
          ...placeIn(fn, key),
          message:
            instead === undefined
              ? say`The SDK does not read "${value}": it has no effect.`
              : say`The SDK does not read "${value}": it has no effect. The SDK reads "${instead}".`,
          ...(free && { fixes: [renaming(fn, key, meant)] }),
        };
      }
    }
  },
});

/** A dictionary that stands in the call; one with a name may hold what other code reads. */
function isOnlyForStart({ fact, config }: StartCall): boolean {
  return fact.call.args.some(({ value }) => value === config?.dict);
}

function renaming(fn: Fn, key: StringLiteral, name: string): Fix {
  const quote = textIn(fn, key).endsWith("'") ? "'" : '"';
  const edit = replace(statementsOf(fn), key, `${quote}${name}${quote}`);
  return { title: say`Rename to "${name}"`, safe: true, edits: [edit] };
}

// The same variable twice in config.env.

import { say } from '../../base/message';
import { plain, removeItem } from '../../edits/json';
import type { JsonFile } from '../../facts/json';
import { PUBLISHING_GUIDE } from '../../knowledge/hub';
import { type EnvEntry, envEntries } from '../../model/hub/hub';
import { isArray, placeOf, valueAt } from '../../model/json';
import { bounded } from '../bounded';
import { type Finding, rule } from '../rule';

export const hubEnvDuplicate = rule({
  meta: {
    id: 'hub-env-duplicate',
    area: 'hub',
    severity: 'warning',
    since: '0.1.0',
    summary: 'config.env has the same variable twice.',
    why: 'The deployment form shows the variable twice, and only one of the two values reaches the worker.',
    good: 'No variable is offered twice.',
    sources: [PUBLISHING_GUIDE],
  },
  reads: ['hub'],
  check: ({ hub }) => bounded(duplicates(hub)),
});

function* duplicates(file: JsonFile): Iterable<Finding> {
  const list = valueAt(file.root, 'config', 'env');
  if (!isArray(list)) return;
  const first = new Map<string, EnvEntry>();
  for (const entry of envEntries(file)) {
    const { key, object } = entry;
    if (key === undefined) continue;
    const earlier = first.get(key.value);
    if (earlier?.key === undefined) {
      first.set(key.value, entry);
      continue;
    }
    const same = JSON.stringify(plain(earlier.object)) === JSON.stringify(plain(object));
    yield {
      ...placeOf(file, key.span),
      message: say`${key.value} is already in config.env.`,
      related: [{ ...placeOf(file, earlier.key.span), message: say`Here it is for the first time.` }],
      // Where they differ, only the author knows which is right.
      fixes: [{ title: say`Remove the second ${key.value}`, safe: same, edits: removeItem(file, list, object) }],
    };
  }
}

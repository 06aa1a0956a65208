// Workers without a hub.json, which is what makes a repository a listing. One in a wrong place: hub-file-misplaced.

import { say } from '../../base/message';
import type { Place } from '../../base/span';
import { basename } from '../../base/uri';
import { PUBLISHING_GUIDE } from '../../knowledge/hub';
import type { Docker } from '../../model/image/docker';
import type { Handlers } from '../../model/python/handler';
import { placeIn } from '../../model/python/python';
import { createHubFix } from '../create/hub-file';
import { rule } from '../rule';

export const hubJsonMissing = rule({
  meta: {
    id: 'hub-json-missing',
    area: 'hub',
    severity: 'info',
    hubSeverity: 'error',
    notFor: new Set(['flash', 'pod', 'unknown']),
    since: '0.2.0',
    summary: 'The worker has no hub.json.',
    why: 'The Hub lists repositories by their .runpod/hub.json: without one nobody finds or deploys this worker there.',
    good: 'The worker has a hub.json.',
    shownBy: 'hub',
    sources: [PUBLISHING_GUIDE],
  },
  reads: [
    'files',
    'docker',
    'python?',
    'handlers?',
    'hubFile?',
    'packages?',
    'environment?',
    'documents?',
    'repository?',
  ],
  *check({ files, docker, repository, hubFile, ...facts }) {
    if (hubFile || files.uris.some((uri) => basename(uri).toLowerCase() === 'hub.json')) return;
    // The Hub reads the top folder of a repository alone.
    if (repository && repository.root !== files.root) return;
    yield {
      ...placeOf(docker, facts.handlers),
      message: say`The worker has no .runpod/hub.json: the RunPod Hub cannot list it.`,
      fixes: [createHubFix({ files, docker, ...facts })],
    };
  },
});

function placeOf({ source, lineage }: Docker, handlers: Handlers | undefined): Place {
  const [start] = handlers?.starts ?? [];
  if (start) return placeIn(start.fn, start.fact.call.callee);
  return { uri: source.uri, span: lineage.at(-1)?.baseSpan ?? { start: 0, end: 0 } };
}

// Models that are downloaded while the worker starts, where nothing says that they are in the image or on a volume.

import { say } from '../../base/message';
import { isWithin } from '../../base/uri';
import type { CallFact } from '../../facts/python';
import {
  HUB_ID,
  INIT_MINUTES,
  INIT_TIMEOUT,
  KNOWS_VOLUME,
  mayBringModel,
  OPTIMIZATION_GUIDE,
  SMALL_DOWNLOADS,
  SMALL_PARTS,
} from '../../knowledge/caches';
import { isPlainImageName } from '../../knowledge/images';
import type { Files } from '../../model/files';
import { type Docker, imageName } from '../../model/image/docker';
import { argument } from '../../model/python/expressions';
import type { Handlers } from '../../model/python/handler';
import { type Fn, type Python, placeIn } from '../../model/python/python';
import { resolve } from '../../model/python/resolve';
import { setupIn } from '../../model/python/setup';
import { isMainGuarded } from '../../model/python/starts';
import { rule } from '../rule';

export const startupDownload = rule({
  meta: {
    id: 'startup-download',
    area: 'performance',
    severity: 'info',
    since: '0.1.0',
    summary: 'The worker downloads a model while it starts.',
    why: 'Every cold start waits for the download, and a worker that is not ready after seven minutes is taken for broken and started again.',
    good: 'No model is downloaded while the worker starts.',
    sources: [OPTIMIZATION_GUIDE, 'https://docs.runpod.io/serverless/endpoints/model-caching'],
  },
  reads: ['handlers', 'files', 'docker', 'hubFile?'],
  *check({ handlers, files, docker, hubFile }) {
    const texts = [...handlers.python.modules.map(({ facts }) => facts.source.text), hubFile?.source.text ?? ''];
    if (bringsModel(docker) || texts.some((text) => KNOWS_VOLUME.test(text))) return;
    for (const fn of atStart(handlers)) {
      for (const fact of fn.facts.calls) {
        if (isMainGuarded(fact.where) && !handlers.python.entries.includes(fn.module.uri)) continue;
        const model = downloaded(handlers.python, files, fn, fact);
        if (model === undefined) continue;
        yield {
          ...placeIn(fn, fact.call.callee),
          message: say`Every cold start downloads ${model} here, within the ${INIT_MINUTES} minutes that RunPod gives a worker without ${INIT_TIMEOUT}.`,
        };
      }
    }
  },
});

/** Whether the image may have the model: a base that is not known to be plain, or a line that may bring it. */
function bringsModel({ base, source }: Docker): boolean {
  return !base.known || !isPlainImageName(imageName(base.value)) || mayBringModel(withoutComments(source.text));
}

function withoutComments(text: string): string {
  return text.replace(/^[ \t]*#.*$/gm, '');
}

function atStart({ python, warmed }: Handlers): readonly Fn[] {
  return [...python.modules.flatMap(({ parts }) => parts), ...warmed.values()];
}

/** What a call downloads, for people; undefined for what is no download of a model, or cannot be told to be. */
function downloaded(python: Python, files: Files, fn: Fn, fact: CallFact): string | undefined {
  const setup = setupIn(python, fn, fact);
  if (!setup || setup.work === 'install') return undefined;
  const origin = resolve(python, fn, fact.call.callee);
  if (origin.kind !== 'external' || SMALL_PARTS.test(origin.path) || SMALL_DOWNLOADS.has(origin.path)) return undefined;
  // A folder that only the environment knows may be on a volume.
  const folder = argument(fact.call, 'cache_dir') ?? argument(fact.call, 'local_dir');
  const place = folder && resolve(python, fn, folder.value);
  if (place && place.kind !== 'expression') return undefined;
  const given = argument(fact.call, 'repo_id') ?? argument(fact.call, 'model') ?? argument(fact.call, undefined, 0);
  const value = given && resolve(python, fn, given.value);
  const id = value?.kind === 'expression' && value.expression.kind === 'string' ? value.expression.value : undefined;
  if (id === undefined || !HUB_ID.test(id) || files.uris.some((uri) => isWithin(`${files.root}/${id}`, uri)))
    return undefined;
  return id;
}

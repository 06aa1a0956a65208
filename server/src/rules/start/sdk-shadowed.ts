// A file or package of the worker that Python imports instead of the SDK.

import { say } from '../../base/message';
import { dirname } from '../../base/uri';
import { START_SOURCE } from '../../knowledge/sdk';
import { placeIn } from '../../model/python/python';
import { rule } from '../rule';

export const sdkShadowed = rule({
  meta: {
    id: 'sdk-shadowed',
    area: 'start',
    severity: 'error',
    since: '0.1.0',
    summary: 'A file of the worker is imported instead of the RunPod SDK.',
    why: "The worker ends at start with AttributeError: module 'runpod' has no attribute 'serverless', and jobs stay IN_QUEUE.",
    good: 'No file of the worker hides the RunPod SDK.',
    sources: [START_SOURCE, 'https://docs.python.org/3/library/sys_path_init.html'],
  },
  reads: ['python', 'files'],
  *check({ python, files }) {
    for (const uri of python.entries) {
      const module = python.byUri.get(uri);
      const folder = dirname(uri);
      const shadow = ['runpod.py', 'runpod/__init__.py'].find((path) => files.has(`${folder}/${path}`));
      if (!module || shadow === undefined || uri === `${folder}/${shadow}`) continue;
      for (const part of module.parts) {
        const found = part.facts.imports.find(({ statement }) => importsSdk(statement));
        if (!found) continue;
        yield {
          ...placeIn(part, found.statement),
          message: say`This imports ${shadow} beside the file, not the RunPod SDK. Give ${shadow} another name.`,
        };
        break;
      }
    }
  },
});

function importsSdk({
  module,
  level,
  names,
}: {
  readonly module: string | undefined;
  readonly level: number;
  readonly names: readonly { readonly name: string }[];
}): boolean {
  if (level > 0) return false;
  return [module, ...(module === undefined ? names.map(({ name }) => name) : [])].some(
    (name) => name === 'runpod' || name?.startsWith('runpod.'),
  );
}

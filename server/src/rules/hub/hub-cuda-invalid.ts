// allowedCudaVersions of hub.json: strings such as "12.8".

import type { Fix } from '../../base/edit';
import { say } from '../../base/message';
import { replaceValue } from '../../edits/json';
import type { JsonFile, JsonValue } from '../../facts/json';
import { CUDA_VERSION, CUDA_VERSIONS } from '../../knowledge/cuda';
import { PUBLISHING_GUIDE } from '../../knowledge/hub';
import { headOf, itemsOf, placeOf, valueAt } from '../../model/json';
import { bounded } from '../bounded';
import { type Finding, rule } from '../rule';

export const hubCudaInvalid = rule({
  meta: {
    id: 'hub-cuda-invalid',
    area: 'hub',
    severity: 'warning',
    since: '0.1.0',
    summary: 'The list in allowedCudaVersions holds something that is no CUDA version as a string.',
    why: 'No host matches it, so deployments wait for a machine that does not exist.',
    good: 'The list in allowedCudaVersions holds CUDA versions only.',
    sources: [PUBLISHING_GUIDE],
  },
  reads: ['hub'],
  check: ({ hub }) => bounded(wrongVersions(hub)),
});

function* wrongVersions(file: JsonFile): Iterable<Finding> {
  for (const item of itemsOf(valueAt(file.root, 'config', 'allowedCudaVersions'))) {
    const finding = wrongVersion(file, item);
    if (finding !== undefined) yield finding;
  }
}

function wrongVersion(file: JsonFile, item: JsonValue): Finding | undefined {
  const place = placeOf(file, headOf(item));
  const written = file.source.text.slice(item.span.start, item.span.end);
  if (item.kind !== 'string') {
    const message = say`A CUDA version must be a string, as in "12.8".`;
    return { ...place, message, fixes: fixTo(file, item, item.kind === 'number' ? written : '') };
  }
  if (!CUDA_VERSION.test(item.value)) {
    const message = say`${written} is no CUDA version: the Hub takes major and minor number, as in "12.8".`;
    return { ...place, message, fixes: fixTo(file, item, item.value) };
  }
  if (CUDA_VERSIONS.includes(item.value)) return undefined;
  return { ...place, severity: 'info', message: say`CUDA ${item.value} is not among the versions that RunPod lists.` };
}

/** `12.8`, `12.8.1`, `cuda12.8` and `>=12.8` say which version is meant. */
function fixTo(file: JsonFile, item: JsonValue, text: string): readonly Fix[] {
  const version = /^\D*(\d{2}\.\d)(?:\.\d+)?\D*$/.exec(text)?.[1];
  if (version === undefined) return [];
  return [{ title: say`Change to "${version}"`, safe: true, edits: replaceValue(file, item, version) }];
}

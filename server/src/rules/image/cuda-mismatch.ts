// The CUDA of the base image against the hosts that hub.json and tests.json allow. Only images whose tag tells their CUDA.

import type { Fix } from '../../base/edit';
import { say } from '../../base/message';
import { removeItems, replaceValue } from '../../edits/json';
import type { JsonFile, JsonString } from '../../facts/json';
import { CUDA_VERSION, CUDA_VERSIONS } from '../../knowledge/cuda';
import { CUDA_COMPATIBILITY, CUDA_DEMANDS, ENDPOINT_CONFIGURATIONS } from '../../knowledge/images';
import { machineOf } from '../../model/hub/hub';
import { type BaseImage, describeImage } from '../../model/image/base-image';
import type { Docker } from '../../model/image/docker';
import { isArray, placeOf, valueAt } from '../../model/json';
import { type Finding, rule } from '../rule';

export const cudaMismatch = rule({
  meta: {
    id: 'cuda-mismatch',
    area: 'image',
    severity: 'warning',
    since: '0.2.0',
    summary: 'The list in allowedCudaVersions holds versions that are older than the CUDA of the image.',
    why: 'On a host with an older CUDA the container does not start: "unsatisfied condition: cuda>=…" in the system log.',
    good: 'The list in allowedCudaVersions fits the CUDA of the image.',
    sources: [ENDPOINT_CONFIGURATIONS, CUDA_COMPATIBILITY],
  },
  reads: ['docker', 'hub', 'tests?'],
  *check({ docker, hub, tests }) {
    if (machineOf(hub) === 'CPU' || !docker.base.known || setsDemands(docker)) return;
    const { cuda } = describeImage(docker.base.value);
    if (cuda === undefined) return;
    for (const file of [hub, tests]) {
      const finding = file && mismatch(docker, file, cuda);
      if (finding) yield finding;
    }
  },
});

function setsDemands({ lineage }: Docker): boolean {
  return lineage.some(({ env }) => env.some(({ name }) => CUDA_DEMANDS.has(name)));
}

type Cuda = NonNullable<BaseImage['cuda']>;

/** One finding for the whole list: it has one cause and one way out. */
function mismatch(docker: Docker, file: JsonFile, cuda: Cuda): Finding | undefined {
  const list = valueAt(file.root, 'config', 'allowedCudaVersions');
  if (!isArray(list)) return undefined;
  const older = list.items.filter((item): item is JsonString => item.kind === 'string' && isTooOld(item.value, cuda));
  const [first] = older;
  if (first === undefined) return undefined;
  const versions = older.map(({ value }) => value).join(', ');
  const known = [...CUDA_VERSIONS].reverse().filter((version) => compare(version, cuda.version) > 0);
  const fix: Fix =
    older.length < list.items.length
      ? { title: say`Remove ${versions}`, safe: true, edits: removeItems(file, list, older) }
      : {
          title: say`Allow CUDA ${cuda.version} and newer`,
          safe: true,
          edits: replaceValue(file, list, [cuda.version, ...known]),
        };
  const from = docker.lineage.at(-1);
  return {
    ...placeOf(file, first.span),
    message: say`The image is built on CUDA ${cuda.version}, and may not start on a host with ${versions}.`,
    ...(from && {
      related: [{ uri: docker.source.uri, span: from.baseSpan, message: say`The image with CUDA ${cuda.version}.` }],
    }),
    fixes: [fix],
  };
}

function isTooOld(version: string, { version: built, needs }: Cuda): boolean {
  if (!CUDA_VERSION.test(version)) return false;
  if (needs === 'major') return Number.parseInt(version, 10) < Number.parseInt(built, 10);
  return compare(version, built) < 0;
}

function compare(a: string, b: string): number {
  const [majorA = 0, minorA = 0] = a.split('.').map(Number);
  const [majorB = 0, minorB = 0] = b.split('.').map(Number);
  return majorA - majorB || minorA - minorB;
}

// The machine that a worker needs, as far as its own files tell: GPU or CPU, how much memory, which CUDA.

import { basename } from '../../base/uri';
import { CUDA_VERSIONS } from '../../knowledge/cuda';
import { GPU_LIBRARIES } from '../../knowledge/gpu-libraries';
import { GPU_POOLS } from '../../knowledge/gpus';
import { CUDA_DEMANDS } from '../../knowledge/images';
import type { Environment } from '../environment/environment';
import { describeImage } from '../image/base-image';
import type { Docker } from '../image/docker';
import type { Packages } from '../packages/packages';
import type { Python } from '../python/python';

export interface MachineFacts {
  readonly python?: Python | undefined;
  readonly docker?: Docker | undefined;
  readonly packages?: Packages | undefined;
  readonly environment?: Environment | undefined;
}

/** Whether anything in the worker computes on a GPU. Without a sign of one it needs none. */
export function needsGpu({ python, docker, packages }: MachineFacts): boolean {
  const base = docker?.base.known ? docker.base.value : undefined;
  if (base !== undefined) {
    const { name, cuda, torch, worker, plain } = describeImage(base);
    // What else is in an image that nobody knows is more often there for a GPU than not.
    if (
      !plain ||
      cuda ||
      torch ||
      worker ||
      /cuda|nvidia|torch|tensorflow|gpu|vllm|sglang|comfy/i.test(`${name} ${base}`)
    )
      return true;
  }
  if (packages?.requirements.some(({ name }) => GPU_LIBRARIES.has(name))) return true;
  const imports = python?.modules.flatMap((module) => module.imports) ?? [];
  return imports.some(
    ({ name, level }) => level === 0 && GPU_LIBRARIES.has((name.split('.')[0] ?? '').replaceAll('_', '-')),
  );
}

/** Versions of hosts that the image starts on, the oldest first; undefined where the base image does not tell. */
export function hostCudaVersions({ docker }: MachineFacts): readonly string[] | undefined {
  const cuda = docker?.base.known ? describeImage(docker.base.value).cuda : undefined;
  if (!cuda || docker?.lineage.some(({ env }) => env.some(({ name }) => CUDA_DEMANDS.has(name)))) return undefined;
  const versions = [...CUDA_VERSIONS].reverse().filter((version) => compareVersions(version, cuda.version) >= 0);
  return versions.length > 0 ? versions : undefined;
}

function compareVersions(a: string, b: string): number {
  const [majorA = 0, minorA = 0] = a.split('.').map(Number);
  const [majorB = 0, minorB = 0] = b.split('.').map(Number);
  return majorA - majorB || minorA - minorB;
}

/** GB that a model of so many billion parameters takes in half precision, with room to work in. */
const GB_PER_BILLION = 2.4;

/** Smallest GPU for a model of which nothing is known. */
const USUAL_MEMORY = 24;

/** Most pools that are worth listing: the smallest that have room. */
const MOST_POOLS = 4;

/** The smallest pools with room for the largest model that the worker names, `Qwen2.5-32B`; else those from 24 GB on. */
export function poolsFor(facts: MachineFacts): readonly string[] {
  const needed = Math.max(USUAL_MEMORY, ...modelSizes(facts).map((billions) => billions * GB_PER_BILLION));
  const fitting = GPU_POOLS.filter(({ memory }) => memory >= needed);
  const pools = fitting.length > 0 ? fitting : GPU_POOLS.slice(-1);
  return [...pools]
    .sort((a, b) => a.memory - b.memory)
    .slice(0, MOST_POOLS)
    .map(({ id }) => id);
}

/** Billions of parameters in the names that variables fall back to. */
function modelSizes({ environment }: MachineFacts): readonly number[] {
  const names = environment?.reads.flatMap(({ fallback }) => (fallback?.known ? [fallback.value] : [])) ?? [];
  return names.flatMap((name) => {
    const size = /(?:^|[-_])(\d{1,3}(?:\.\d)?)b(?:$|[-_])/i.exec(basename(name))?.[1];
    return size === undefined ? [] : [Number(size)];
  });
}

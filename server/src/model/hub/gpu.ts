// Which pool or GPU type a name means. The names themselves are in knowledge/gpus.ts.

import { GPU_POOLS, GPU_TYPES, KNOWN_GPU_TYPES, MISTAKEN_POOLS, UNCERTAIN_POOLS } from '../../knowledge/gpus';
import { nearest } from '../nearest';

const POOL_IDS: readonly string[] = GPU_POOLS.map(({ id }) => id);
const POOL_OF_GPU: ReadonlyMap<string, string> = new Map(
  GPU_POOLS.flatMap(({ id, gpus }) => gpus.map((gpu) => [gpu, id] as const)),
);

function isPool(name: string): boolean {
  return POOL_IDS.includes(name);
}

/** A documented pool, or a name of which it is unknown whether it is one. */
export function mayBePool(name: string): boolean {
  return isPool(name) || UNCERTAIN_POOLS.includes(name);
}

export function isGpuType(name: string): boolean {
  return KNOWN_GPU_TYPES.has(name);
}

/** The pool that has this exact GPU type. */
export function poolOfGpuType(gpu: string): string | undefined {
  return POOL_OF_GPU.get(gpu);
}

/** The GPU types of a pool; none for a pool that is not known. */
export function gpuTypesOfPool(pool: string): readonly string[] {
  return GPU_POOLS.find(({ id }) => id === pool)?.gpus ?? [];
}

/** The pool that somebody meant with a misspelt id, a GPU type id or a product name. */
export function meantPool(name: string): string | undefined {
  if (isPool(name)) return name;
  const upper = name.toUpperCase();
  if (isPool(upper)) return upper;
  const mistaken = MISTAKEN_POOLS[upper];
  if (mistaken !== undefined && Object.hasOwn(MISTAKEN_POOLS, upper)) return mistaken;
  const pools = new Set(gpuTypesCalled(name).map(poolOfGpuType));
  const [pool, ...others] = pools;
  if (others.length > 0) return undefined;
  return pool ?? (/^[A-Z]+_\d+/i.test(name) ? samePoolSize(upper) : undefined);
}

/** The exact id of the GPU type that somebody meant with a product name; of several the first. */
export function meantGpuType(name: string): string | undefined {
  return gpuTypesCalled(name)[0];
}

/** A misspelt pool id with the right size: `AMPER_48`. */
function samePoolSize(name: string): string | undefined {
  const size = /\d+/.exec(name)?.[0];
  return nearest(
    name,
    POOL_IDS.filter((id) => /\d+/.exec(id)?.[0] === size),
  );
}

/** The GPU types that a product name like `RTX 4090`, `A100` or `nvidia h100 80gb` may stand for. */
function gpuTypesCalled(name: string): readonly string[] {
  const core = coreOf(name);
  if (!/\d{2}|[abhl]\d+/.test(core)) return [];
  const cores = [core, `rtx${core}`];
  for (const wanted of cores) {
    const exact = GPU_TYPES.filter((gpu) => CORES.get(gpu) === wanted);
    if (exact.length > 0) return exact;
  }
  // "A100" begins "A100 80GB PCIe"; "RTX 40" begins nothing, for in "RTX 4090" the number goes on.
  for (const wanted of cores) {
    const begun = GPU_TYPES.filter((gpu) => {
      const full = CORES.get(gpu) ?? '';
      const rest = full.startsWith(wanted) ? full.slice(wanted.length) : undefined;
      return rest !== undefined && (!/^\d/.test(rest) || /^\d+gb/.test(rest));
    });
    if (begun.length > 0) return begun;
  }
  return [];
}

/** A GPU's name without the words that people leave out or add. */
function coreOf(name: string): string {
  return name
    .toLowerCase()
    .replace(/\b(?:nvidia|geforce|tesla|generation|gpu)\b/g, '')
    .replace(/[^a-z0-9]/g, '');
}

const CORES: ReadonlyMap<string, string> = new Map(GPU_TYPES.map((gpu) => [gpu, coreOf(gpu)]));

// GPU types and the pools that serverless endpoints pick from. The platform adds to both: a name that is
// not here may still exist, so it is never an error.
// Source: https://docs.runpod.io/references/gpu-types (2026-02-12), the pools of runpod/flash and runpodctl (2026-08).

import { asIs, type Message, say } from '../base/message';

export interface GpuPool {
  readonly id: string;
  /** GB of memory that each of its GPUs has at least. */
  readonly memory: number;
  /** Exact GPU type ids. The first is the one to take for a single machine of the pool. */
  readonly gpus: readonly string[];
}

export const GPU_POOLS: readonly GpuPool[] = [
  {
    id: 'AMPERE_16',
    memory: 16,
    gpus: ['NVIDIA RTX A4000', 'NVIDIA RTX A4500', 'NVIDIA RTX 4000 Ada Generation', 'NVIDIA RTX 2000 Ada Generation'],
  },
  { id: 'AMPERE_24', memory: 24, gpus: ['NVIDIA RTX A5000', 'NVIDIA L4', 'NVIDIA GeForce RTX 3090'] },
  { id: 'ADA_24', memory: 24, gpus: ['NVIDIA GeForce RTX 4090'] },
  { id: 'ADA_32_PRO', memory: 32, gpus: ['NVIDIA GeForce RTX 5090'] },
  { id: 'AMPERE_48', memory: 48, gpus: ['NVIDIA A40', 'NVIDIA RTX A6000'] },
  { id: 'ADA_48_PRO', memory: 48, gpus: ['NVIDIA L40S', 'NVIDIA L40', 'NVIDIA RTX 6000 Ada Generation'] },
  { id: 'AMPERE_80', memory: 80, gpus: ['NVIDIA A100 80GB PCIe', 'NVIDIA A100-SXM4-80GB'] },
  { id: 'ADA_80_PRO', memory: 80, gpus: ['NVIDIA H100 80GB HBM3', 'NVIDIA H100 PCIe', 'NVIDIA H100 NVL'] },
  {
    id: 'BLACKWELL_96',
    memory: 96,
    gpus: [
      'NVIDIA RTX PRO 6000 Blackwell Server Edition',
      'NVIDIA RTX PRO 6000 Blackwell Workstation Edition',
      'NVIDIA RTX PRO 6000 Blackwell Max-Q Workstation Edition',
    ],
  },
  { id: 'HOPPER_141', memory: 141, gpus: ['NVIDIA H200'] },
  { id: 'BLACKWELL_180', memory: 180, gpus: ['NVIDIA B200'] },
];

/** Seen in use; whether the Hub takes them is unknown. */
export const UNCERTAIN_POOLS: readonly string[] = ['ANY', 'any', 'BLACKWELL_48'];

/** Names that never were a pool, and the pool that was meant. */
export const MISTAKEN_POOLS: Readonly<Record<string, string>> = {
  ADA_32: 'ADA_32_PRO',
  ADA_48: 'ADA_48_PRO',
  ADA_80: 'ADA_80_PRO',
  ADA_24_PRO: 'ADA_24',
  AMP_16: 'AMPERE_16',
  AMP_24: 'AMPERE_24',
  AMP_48: 'AMPERE_48',
  AMP_80: 'AMPERE_80',
  HOPPER_80: 'ADA_80_PRO',
};

/** GPU types that are in no serverless pool. */
const OTHER_GPUS: readonly string[] = [
  'AMD Instinct MI300X OAM',
  'NVIDIA A30',
  'NVIDIA B300 SXM6 AC',
  'NVIDIA GeForce RTX 3070',
  'NVIDIA GeForce RTX 3080',
  'NVIDIA GeForce RTX 3080 Ti',
  'NVIDIA GeForce RTX 3090 Ti',
  'NVIDIA GeForce RTX 4070 Ti',
  'NVIDIA GeForce RTX 4080',
  'NVIDIA GeForce RTX 4080 SUPER',
  'NVIDIA GeForce RTX 5080',
  'NVIDIA H200 NVL',
  'NVIDIA RTX 4000 SFF Ada Generation',
  'NVIDIA RTX 5000 Ada Generation',
  'NVIDIA RTX A2000',
  'NVIDIA RTX PRO 4500 Blackwell',
  'NVIDIA RTX PRO 6000 Blackwell Server Edition MIG 1g.24gb',
  'NVIDIA RTX PRO 6000 Blackwell Server Edition MIG 2g.48gb',
  'Tesla V100-PCIE-16GB',
  'Tesla V100-SXM2-16GB',
  'Tesla V100-SXM2-32GB',
];

/** Only in the enumerations of the REST and GraphQL interfaces: neither offered nor reported. */
const UNCERTAIN_GPUS: readonly string[] = [
  'Tesla V100-FHHL-16GB',
  'Tesla V100-PCIE-32GB',
  'Tesla T4',
  'NVIDIA A5000 Ada',
  'NVIDIA RTX A30',
  'NVIDIA GeForce RTX 3080TI',
  'NVIDIA  RTX A4500',
  'NVIDIA  A30',
  'NVIDIA A100-SXM4-40GB',
];

/** The documented GPU type ids. */
export const GPU_TYPES: readonly string[] = [...GPU_POOLS.flatMap(({ gpus }) => gpus), ...OTHER_GPUS];

export const KNOWN_GPU_TYPES: ReadonlySet<string> = new Set([...GPU_TYPES, ...UNCERTAIN_GPUS]);

const MOST_NAMED = 4;

/** The GPUs of each pool and their memory, in a few words. */
export const POOL_NOTES: Readonly<Record<string, Message>> = Object.fromEntries(
  GPU_POOLS.map(({ id, memory, gpus }) => {
    const names = gpus.slice(0, MOST_NAMED).map((gpu) => gpu.replace(/^NVIDIA (?:GeForce )?/, ''));
    return [id, asIs(`${memory} GB: ${names.join(', ')}`)];
  }),
);

/** The pools that each GPU type is in, in a few words. */
export const GPU_TYPE_NOTES: Readonly<Record<string, Message>> = Object.fromEntries(
  GPU_POOLS.flatMap(({ id, memory, gpus }) => gpus.map((gpu) => [gpu, say`At least ${memory} GB; pool ${id}`])),
);

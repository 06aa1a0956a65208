// CPU flavors with size, as the Hub takes them: flavor, virtual CPUs, GB of memory. An open list.
// Source: https://docs.runpod.io/flash/configuration/cpu-types and runpodctl (2026-07).

import { counted, type Message, say } from '../base/message';

/** What runpodctl takes when a listing runs on CPU. */
export const DEFAULT_CPU_FLAVOR = 'cpu3g-4-16';

export const CPU_FLAVORS: readonly string[] = [
  'cpu3g-1-4',
  'cpu3g-2-8',
  DEFAULT_CPU_FLAVOR,
  'cpu3g-8-32',
  'cpu3c-1-2',
  'cpu3c-2-4',
  'cpu3c-4-8',
  'cpu3c-8-16',
  'cpu5c-1-2',
  'cpu5c-2-4',
  'cpu5c-4-8',
  'cpu5c-8-16',
];

/** What a flavor's name says of its size. */
export const CPU_FLAVOR_NOTES: Readonly<Record<string, Message>> = Object.fromEntries(
  CPU_FLAVORS.map((flavor) => {
    const [, cpus = '', memory = ''] = flavor.split('-');
    const size = counted(
      Number(cpus),
      say`${cpus} virtual CPU, ${memory} GB of memory`,
      say`${cpus} virtual CPUs, ${memory} GB of memory`,
    );
    return [flavor, size];
  }),
);

// A hub.json of an invented format, put into RunPod's: what can be read is kept, the rest gets a value to start from, and
// what RunPod has no place for is named. How the file is searched is foreign.ts's business.

import type { Json } from '../../edits/json';
import type { JsonObject, JsonValue } from '../../facts/json';
import { CUDA_VERSION } from '../../knowledge/cuda';
import { HUB } from '../../knowledge/hub';
import { type Field, fieldAt } from '../../knowledge/shape';
import { meantPool } from '../../model/hub/gpu';
import { boundedDescription, categoryFor, descriptionOf, titleOf } from '../../model/hub/listing';
import { hostCudaVersions, poolsFor } from '../../model/hub/machine';
import { isObject, itemsOf, stringOf, valueAt } from '../../model/json';
import type { ListingFacts } from '../create/hub-file';
import { envItems } from './env-item';
import { ForeignFile } from './foreign';

export interface Migration {
  readonly json: Json;
  /** What the file says and RunPod's format has no place for, by its path: `runtime.timeout`. In the order of the text. */
  readonly dropped: readonly string[];
}

export function migrate(root: JsonObject, facts: ListingFacts): Migration {
  const file = new ForeignFile(root);
  const title = file.text('title', 'name', 'displayName') ?? titleOf(facts.files.root, facts.documents);
  const description = file.text('description', 'summary') ?? descriptionOf(title, facts.documents);
  const icon = file.text('iconUrl', 'icon', 'logo');
  const category = categoryOf(file, `${title} ${description}`);
  const config = machine(file, facts);
  const env = variables(file);
  // It says what every listing says.
  if (stringOf(valueAt(root, 'type')) === 'serverless') file.text('type');
  return {
    json: {
      title,
      description: boundedDescription(description),
      type: 'serverless',
      category,
      ...(icon !== undefined && { iconUrl: icon }),
      config: { ...config, ...(env.length > 0 && { env }) },
    },
    dropped: file.unused(),
  };
}

/** GPU unless the file says CPU: most workers are, and a wrong CPU fails where a wrong GPU only costs. */
function machine(file: ForeignFile, facts: ListingFacts): { readonly [key: string]: Json } {
  const containerDiskInGb = disk(file) ?? initialOf('containerDiskInGb');
  if (saysCpu(file)) return { runsOn: 'CPU', containerDiskInGb, cpuFlavor: initialOf('cpuFlavor') };
  const pools = gpuPools(file);
  const cuda = allowedCuda(file);
  const versions = hostCudaVersions(facts) ?? cuda;
  return {
    runsOn: 'GPU',
    containerDiskInGb,
    gpuCount: gpuCount(file) ?? initialOf('gpuCount'),
    gpuIds: (pools.length > 0 ? pools : poolsFor(facts)).join(','),
    ...(versions.length > 0 && { allowedCudaVersions: versions }),
  };
}

function initialOf(key: string): Json {
  return configField(key)?.initial ?? null;
}

function configField(key: string): Field | undefined {
  return fieldAt(HUB, 'config', key);
}

/** The field's own name, and those that people give it. */
function namesOf(key: string): readonly string[] {
  return [key, ...(configField(key)?.aliases ?? [])];
}

function categoryOf(file: ForeignFile, words: string): string {
  const own = file.text('category');
  const hints = ['categories', 'keywords', 'tags'].flatMap((key) =>
    file.take([key], (value) => {
      const texts = [value, ...itemsOf(value)].flatMap((item) => stringOf(item) ?? []);
      return texts.length > 0 ? texts : undefined;
    }),
  );
  const told = [own ?? '', [own, ...hints.flat(), words].join(' ')];
  const category = told.map(categoryFor).find((found) => found !== undefined);
  return category ?? String(fieldAt(HUB, 'category')?.initial);
}

const NOT_DISK = /volume/i;

function disk(file: ForeignFile): number | undefined {
  const size = (value: JsonValue) => gigabytes(isObject(value) ? valueAt(value, 'size') : value);
  return file.take([...namesOf('containerDiskInGb'), 'storage'], size, ({ key }) => !NOT_DISK.test(key))[0];
}

/** `50`, `"50"`, `"50GB"`. */
function gigabytes(value: JsonValue | undefined): number | undefined {
  const digits =
    value?.kind === 'number'
      ? value.value
      : Number(/^(\d{1,5})\s*(?:gi?b?)?$/i.exec(stringOf(value) ?? '')?.[1] ?? Number.NaN);
  return Number.isInteger(digits) && digits > 0 ? digits : undefined;
}

function saysCpu(file: ForeignFile): boolean {
  const kinds = file.take(['runsOn', 'computeType', 'machineType', 'hardware', 'device', 'accelerator'], (value) => {
    const word = stringOf(value)?.trim().toUpperCase();
    return word === 'CPU' || word === 'GPU' ? word : undefined;
  });
  const wanted = file.take(['gpu', 'gpuRequired', 'requiresGpu', 'useGpu'], (value) =>
    value.kind === 'boolean' ? value.value : undefined,
  );
  return kinds.includes('CPU') || wanted.includes(false);
}

function gpuCount(file: ForeignFile): number | undefined {
  const count = (value: JsonValue | undefined) =>
    value?.kind === 'number' && Number.isInteger(value.value) && value.value > 0 ? value.value : undefined;
  return [
    ...file.take(['gpuCount', 'numGpus'], count),
    ...file.take(['gpu'], (value) => count(valueAt(value, 'count'))),
  ][0];
}

function gpuPools(file: ForeignFile): readonly string[] {
  const found = file.take([...namesOf('gpuIds'), 'gpus', 'allowedGpuClasses', 'supportedGpus'], (value) => {
    const inner = isObject(value)
      ? [valueAt(value, 'type'), ...itemsOf(valueAt(value, 'types'))]
      : [value, ...itemsOf(value)];
    const words = inner.flatMap((item) => (stringOf(item) ?? '').split(','));
    const pools = words.flatMap((word) => meantPool(word.trim()) ?? []);
    return pools.length > 0 ? pools : undefined;
  });
  return [...new Set(found.flat())];
}

function allowedCuda(file: ForeignFile): readonly string[] {
  const found = file.take(namesOf('allowedCudaVersions'), (value) => {
    const versions = [value, ...itemsOf(value)].flatMap((item) => stringOf(item) ?? []);
    const known = versions.filter((version) => CUDA_VERSION.test(version));
    return known.length > 0 ? known : undefined;
  });
  return [...new Set(found.flat())];
}

function variables(file: ForeignFile): readonly Json[] {
  const found = file.take(namesOf('env'), (value) => {
    const items = envItems(value);
    return items.length > 0 ? items : undefined;
  });
  const entries = new Map<string, Json>();
  for (const { key, json } of found.flat()) if (!entries.has(key)) entries.set(key, json);
  return [...entries.values()];
}

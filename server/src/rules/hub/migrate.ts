// A hub.json of an invented format, put into RunPod's: what can be read is kept, the rest gets a value to start from.

import { basename, dirname } from '../../base/uri';
import { type Json, plain } from '../../edits/json';
import type { JsonFile, JsonObject, JsonProperty, JsonValue } from '../../facts/json';
import { CUDA_VERSION } from '../../knowledge/cuda';
import { CATEGORIES, CATEGORY_WORDS, HUB } from '../../knowledge/hub';
import { type Field, fieldAt } from '../../knowledge/shape';
import { meantPool } from '../../model/gpu';
import { isArray, isObject, isScalar, itemsOf, member, stringOf, valueAt } from '../../model/json';
import { lettersOf } from '../../model/nearest';
import { type EnvItem, envItem } from './env-item';

export function migrated(file: JsonFile, root: JsonObject): Json {
  const all = [...propertiesBelow(root)];
  const title = text(root, 'title', 'name', 'displayName') ?? titleFromFolder(file);
  const description = text(root, 'description', 'summary') ?? title;
  const icon = text(root, 'iconUrl', 'icon', 'logo');
  return {
    title,
    description,
    type: 'serverless',
    category: categoryOf(root, `${title} ${description}`),
    ...(icon !== undefined && { iconUrl: icon }),
    config: {
      ...machine(all),
      ...(env(all).length > 0 && { env: env(all) }),
    },
  };
}

/** GPU unless the file says CPU: most workers are, and a wrong CPU fails where a wrong GPU only costs. */
function machine(all: readonly JsonProperty[]): { readonly [key: string]: Json } {
  const containerDiskInGb = disk(all) ?? initialOf('containerDiskInGb');
  if (saysCpu(all)) return { runsOn: 'CPU', containerDiskInGb, cpuFlavor: initialOf('cpuFlavor') };
  const cuda = allowedCuda(all);
  const pools = gpuPools(all);
  return {
    runsOn: 'GPU',
    containerDiskInGb,
    gpuCount: gpuCount(all) ?? initialOf('gpuCount'),
    ...(pools.length > 0 && { gpuIds: pools.join(',') }),
    ...(cuda.length > 0 && { allowedCudaVersions: cuda }),
  };
}

function initialOf(key: string): Json {
  return configField(key)?.initial ?? null;
}

function configField(key: string): Field | undefined {
  return fieldAt(HUB, 'config', key);
}

function text(root: JsonObject, ...keys: readonly string[]): string | undefined {
  for (const key of keys) {
    const value = stringOf(member(root, key)?.value)?.trim();
    if (value !== undefined && value !== '') return value;
  }
  return undefined;
}

function titleFromFolder({ source }: JsonFile): string {
  const folder = dirname(source.uri);
  const name = basename(basename(folder) === '.runpod' ? dirname(folder) : folder);
  return name.replace(/[-_]+/g, ' ').trim() || 'Worker';
}

function categoryOf(root: JsonObject, words: string): string {
  const own = text(root, 'category');
  const exact = CATEGORIES.find((category) => category === own?.toLowerCase());
  if (exact !== undefined) return exact;
  const hints = ['category', 'categories', 'keywords', 'tags'].flatMap((key) => {
    const value = member(root, key)?.value;
    return [value, ...itemsOf(value)].map((item) => stringOf(item) ?? '');
  });
  const told = `${hints.join(' ')} ${words}`;
  const fallback = fieldAt(HUB, 'category')?.initial;
  return CATEGORY_WORDS.find(([, pattern]) => pattern.test(told))?.[0] ?? String(fallback);
}

function* propertiesBelow(value: JsonValue): Iterable<JsonProperty> {
  if (isArray(value)) {
    for (const item of value.items) yield* propertiesBelow(item);
  } else if (isObject(value)) {
    for (const property of value.properties) {
      yield property;
      if (property.value !== undefined) yield* propertiesBelow(property.value);
    }
  }
}

/** Values whose key, without case and separators, is one of these. */
function called(all: readonly JsonProperty[], ...names: readonly string[]): readonly JsonValue[] {
  return all.flatMap(({ key, value }) => (value !== undefined && names.includes(lettersOf(key)) ? [value] : []));
}

const NOT_DISK = /volume/i;

function disk(all: readonly JsonProperty[]): number | undefined {
  const field = configField('containerDiskInGb');
  const names = [field?.key ?? '', ...(field?.aliases ?? []), 'storage'].map(lettersOf);
  const named = all.filter(({ key }) => !NOT_DISK.test(key));
  for (const value of called(named, ...names)) {
    const size = gigabytes(isObject(value) ? valueAt(value, 'size') : value);
    if (size !== undefined) return size;
  }
  return undefined;
}

/** `50`, `"50"`, `"50GB"`. */
function gigabytes(value: JsonValue | undefined): number | undefined {
  const digits =
    value?.kind === 'number'
      ? value.value
      : Number(/^(\d{1,5})\s*(?:gi?b?)?$/i.exec(stringOf(value) ?? '')?.[1] ?? Number.NaN);
  return Number.isInteger(digits) && digits > 0 ? digits : undefined;
}

function saysCpu(all: readonly JsonProperty[]): boolean {
  const kinds = called(all, 'runson', 'computetype', 'machinetype', 'hardware', 'device', 'accelerator');
  if (kinds.some((value) => stringOf(value)?.trim().toUpperCase() === 'CPU')) return true;
  return called(all, 'gpu', 'gpurequired', 'requiresgpu', 'usegpu').some(
    (value) => value.kind === 'boolean' && !value.value,
  );
}

function gpuCount(all: readonly JsonProperty[]): number | undefined {
  const direct = called(all, 'gpucount', 'numgpus');
  const nested = called(all, 'gpu').map((value) => valueAt(value, 'count'));
  for (const value of [...direct, ...nested]) {
    if (value?.kind === 'number' && Number.isInteger(value.value) && value.value > 0) return value.value;
  }
  return undefined;
}

function gpuPools(all: readonly JsonProperty[]): readonly string[] {
  const field = configField('gpuIds');
  const names = [field?.key ?? '', ...(field?.aliases ?? []), 'gpus', 'allowedgpuclasses', 'supportedgpus'].map(
    lettersOf,
  );
  const words = called(all, ...names).flatMap((value) => {
    const inner = isObject(value)
      ? [valueAt(value, 'type'), ...itemsOf(valueAt(value, 'types'))]
      : [value, ...itemsOf(value)];
    return inner.flatMap((item) => (stringOf(item) ?? '').split(','));
  });
  const pools = words.map((word) => meantPool(word.trim()));
  return [...new Set(pools.filter((pool) => pool !== undefined))];
}

function allowedCuda(all: readonly JsonProperty[]): readonly string[] {
  const field = configField('allowedCudaVersions');
  const names = [field?.key ?? '', ...(field?.aliases ?? [])].map(lettersOf);
  const versions = called(all, ...names).flatMap((value) =>
    [value, ...itemsOf(value)].map((item) => stringOf(item) ?? ''),
  );
  return [...new Set(versions.filter((version) => CUDA_VERSION.test(version)))];
}

function env(all: readonly JsonProperty[]): readonly Json[] {
  const field = configField('env');
  const names = [field?.key ?? '', ...(field?.aliases ?? [])].map(lettersOf);
  const entries = new Map<string, Json>();
  for (const value of called(all, ...names)) {
    for (const { key, json } of envItems(value)) if (!entries.has(key)) entries.set(key, json);
  }
  return [...entries.values()];
}

function envItems(value: JsonValue): readonly Pick<EnvItem, 'key' | 'json'>[] {
  if (isArray(value)) return value.items.flatMap((item) => envItem(item) ?? []);
  if (!isObject(value)) return [];
  // { "NAME": "value" } and { "NAME": { "description": …, "default": … } }
  return value.properties.flatMap(({ key, value: inner }): readonly Pick<EnvItem, 'key' | 'json'>[] => {
    if (inner === undefined) return [];
    if (isObject(inner)) return [envItem(inner, key) ?? []].flat();
    return isScalar(inner) ? [{ key, json: { key, value: String(plain(inner) ?? '') } }] : [];
  });
}

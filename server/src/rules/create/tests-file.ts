// A first tests.json and a first test_input.json for a worker: the input that it is tried with locally, else one made of
// the keys that its handler reads.

import type { Fix } from '../../base/edit';
import { say } from '../../base/message';
import { type Json, plain, renderNewFile } from '../../edits/json';
import type { JsonFile } from '../../facts/json';
import { DEFAULT_CPU_FLAVOR } from '../../knowledge/cpus';
import { CUDA_VERSION } from '../../knowledge/cuda';
import { LOAD_TIMEOUT, PLAIN_TIMEOUT, USUAL_TEST_GPU } from '../../knowledge/hub-tests';
import { gpuTypesOfPool } from '../../model/hub/gpu';
import { isWhole, machineOf } from '../../model/hub/hub';
import { hostCudaVersions, needsGpu, poolsFor } from '../../model/hub/machine';
import { isObject, itemsOf, stringOf, valueAt } from '../../model/json';
import type { Handlers } from '../../model/python/handler';
import { loadsModel } from '../../model/python/loading';
import { missingInTests } from '../../model/required';
import { sampleInput } from '../../model/sample';
import type { ListingFacts } from './hub-file';

export type TestFacts = ListingFacts & {
  readonly hub?: JsonFile | undefined;
  readonly testInput?: JsonFile | undefined;
};

export const TESTS_PATH = '.runpod/tests.json';
export const TEST_INPUT_PATH = 'test_input.json';

export function createTestsFix(facts: TestFacts): Fix {
  return {
    title: say`Create .runpod/tests.json from what the worker says: check the input and the timeout`,
    safe: false,
    edits: [
      { uri: `${facts.files.root}/${TESTS_PATH}`, span: { start: 0, end: 0 }, text: renderNewFile(testsFile(facts)) },
    ],
  };
}

export function testsFile(facts: TestFacts): Json {
  const { python, hub, environment } = facts;
  const env = missingInTests(environment, hub, undefined).map(({ name }) => ({ key: name, value: VALUE_TO_FILL_IN }));
  const timeout = python && loadsModel(python) ? LOAD_TIMEOUT : PLAIN_TIMEOUT;
  return {
    tests: [{ name: 'basic', input: testInput(facts), timeout }],
    config: { ...machineFor(facts), ...(env.length > 0 && { env }) },
  };
}

/** What a variable gets that only the author can know. */
export const VALUE_TO_FILL_IN = 'test';

function machineFor(facts: TestFacts): { readonly [key: string]: Json } {
  const { hub } = facts;
  const machine = (hub && machineOf(hub)) ?? (needsGpu(facts) ? 'GPU' : 'CPU');
  if (machine === 'CPU') {
    return { cpuFlavor: (hub && stringOf(valueAt(hub.root, 'config', 'cpuFlavor'))) ?? DEFAULT_CPU_FLAVOR };
  }
  const pools = (hub && stringOf(valueAt(hub.root, 'config', 'gpuIds')))?.split(',') ?? [];
  const gpus = [...pools, ...poolsFor(facts)].flatMap((pool) => gpuTypesOfPool(pool.trim()));
  const excluded = new Set(pools.flatMap((pool) => (pool.trim().startsWith('-') ? [pool.trim().slice(1)] : [])));
  const cuda = cudaVersions(facts);
  return {
    gpuTypeId: [USUAL_TEST_GPU, ...gpus].find((gpu) => gpus.includes(gpu) && !excluded.has(gpu)) ?? USUAL_TEST_GPU,
    gpuCount: 1,
    ...(cuda.length > 0 && { allowedCudaVersions: cuda }),
  };
}

function cudaVersions(facts: TestFacts): readonly string[] {
  const own = hostCudaVersions(facts);
  const listed = itemsOf(valueAt(facts.hub?.root, 'config', 'allowedCudaVersions')).flatMap(
    (item) => stringOf(item) ?? [],
  );
  const usable = listed.filter((version) => CUDA_VERSION.test(version));
  return own ?? usable;
}

/** A larger one is base64: better made small than copied. */
const LARGEST_INPUT = 20_000;

function testInput({ testInput: file, handlers }: TestFacts): Json {
  const given = file && isWhole(file) ? valueAt(file.root, 'input') : undefined;
  const isUsable = isObject(given) && given.properties.length > 0 && given.span.end - given.span.start < LARGEST_INPUT;
  return isUsable ? plain(given) : firstInput(handlers);
}

export function firstInput(handlers: Handlers | undefined): Json {
  const sample = handlers ? sampleInput(handlers) : {};
  return Object.keys(sample).length > 0 ? sample : { prompt: 'test' };
}

export function createTestInputFix(facts: Pick<TestFacts, 'files' | 'handlers'>): Fix {
  const text = `${JSON.stringify({ input: firstInput(facts.handlers) }, null, 2)}\n`;
  return {
    title: say`Create test_input.json`,
    safe: false,
    edits: [{ uri: `${facts.files.root}/${TEST_INPUT_PATH}`, span: { start: 0, end: 0 }, text }],
  };
}

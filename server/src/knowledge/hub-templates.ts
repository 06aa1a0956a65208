// What an editor offers to start hub.json, tests.json and test_input.json from. Each is valid as it stands, and under
// every rule, which test/snippets.test.ts holds; the publishing guide's own template is not. The snippets in
// client/snippets/json.json are generated from these, and the schemas carry them.

// biome-ignore-all lint/suspicious/noTemplateCurlyInString: places to fill in, in the syntax of snippets

import { say } from '../base/message';
import { DEFAULT_CPU_FLAVOR } from './cpus';
import { GPU_POOLS } from './gpus';
import type { Template } from './shape';

const USUAL_POOL = 'ADA_24';
const POOLS = [USUAL_POOL, ...GPU_POOLS.map(({ id }) => id).filter((id) => id !== USUAL_POOL)];

const GPU_CONFIG = {
  runsOn: 'GPU',
  containerDiskInGb: '^${3:20}',
  gpuCount: '^${4:1}',
  gpuIds: `\${5|${POOLS.join(',')}|}`,
  allowedCudaVersions: ['${6:12.8}', '${7:12.9}'],
};

const CPU_CONFIG = { runsOn: 'CPU', containerDiskInGb: '^${3:10}', cpuFlavor: `\${4:${DEFAULT_CPU_FLAVOR}}` };

function listing(config: object): object {
  return {
    title: '${1:My worker}',
    description: '${2:What it does, in one sentence.}',
    type: 'serverless',
    category: '${8|language,image,video,audio,embedding|}',
    config,
  };
}

export const LISTING_TEMPLATES: readonly Template[] = [
  {
    label: say`GPU worker`,
    prefixes: ['runpod-hub', 'hub.json'],
    description: say`A listing of a worker that runs on GPUs.`,
    body: listing(GPU_CONFIG),
  },
  {
    label: say`CPU worker`,
    prefixes: ['runpod-hub-cpu'],
    description: say`A listing of a worker that runs on CPUs.`,
    body: listing(CPU_CONFIG),
  },
  {
    label: say`Load balancing worker`,
    prefixes: ['runpod-hub-lb'],
    description: say`A listing of an HTTP server, which gets requests instead of jobs.`,
    body: listing({ ...GPU_CONFIG, endpointType: 'LB' }),
  },
];

export const CONFIG_TEMPLATES: readonly Template[] = [
  {
    label: say`GPU machine`,
    prefixes: ['runpod-config-gpu'],
    description: say`Pools of GPUs to run on.`,
    body: GPU_CONFIG,
  },
  { label: say`CPU machine`, prefixes: ['runpod-config-cpu'], description: say`Without a GPU.`, body: CPU_CONFIG },
];

export const ENV_TEMPLATES: readonly Template[] = [
  {
    label: say`Text field`,
    prefixes: ['runpod-env-text'],
    description: say`A variable that the deployment form asks for.`,
    body: {
      key: '${1:MODEL_NAME}',
      input: { name: '${2:Model}', type: 'string', description: '${3:What it changes.}', default: '${4}' },
    },
  },
  {
    label: say`Choice`,
    prefixes: ['runpod-env-choice'],
    description: say`A variable with a few values to choose from.`,
    body: {
      key: '${1:PRECISION}',
      input: {
        name: '${2:Precision}',
        type: 'string',
        description: '${3:What it changes.}',
        options: [
          { label: '${4:Half}', value: '${5:fp16}' },
          { label: '${6:Full}', value: '${7:fp32}' },
        ],
        default: '${5:fp16}',
      },
    },
  },
  {
    label: say`Number field`,
    prefixes: ['runpod-env-number'],
    description: say`A variable that is a number.`,
    body: {
      key: '${1:BATCH_SIZE}',
      input: {
        name: '${2:Batch size}',
        type: 'number',
        description: '${3:What it changes.}',
        min: '^${4:1}',
        max: '^${5:64}',
        default: '^${6:8}',
      },
    },
  },
  {
    label: say`Switch`,
    prefixes: ['runpod-env-switch'],
    description: say`A variable that is on or off.`,
    body: {
      key: '${1:VERBOSE}',
      input: {
        name: '${2:Verbose}',
        type: 'boolean',
        description: '${3:What it changes.}',
        default: '^${4|false,true|}',
        trueValue: '${5:1}',
        falseValue: '${6:0}',
      },
    },
  },
  {
    label: say`Hugging Face model`,
    prefixes: ['runpod-env-huggingface'],
    description: say`A model that is picked from Hugging Face.`,
    body: {
      key: '${1:MODEL_NAME}',
      input: { name: '${2:Model}', type: 'huggingface', description: '${3:The model to load.}', default: '${4}' },
    },
  },
  {
    label: say`Fixed value`,
    prefixes: ['runpod-env-value'],
    description: say`A variable that the form does not show.`,
    body: { key: '${1:LOG_LEVEL}', value: '${2:INFO}' },
  },
];

export const OPTION_TEMPLATES: readonly Template[] = [
  {
    label: say`Choice`,
    prefixes: ['runpod-option'],
    description: say`A value to choose.`,
    body: { label: '${1:Half}', value: '${2:fp16}' },
  },
];

export const PRESET_TEMPLATES: readonly Template[] = [
  {
    label: say`Preset`,
    prefixes: ['runpod-preset'],
    description: say`Values for some of the variables, under one name.`,
    body: { name: '${1:Fast}', defaults: {} },
  },
];

const TEST = { name: '${1:basic}', input: { '${2:prompt}': '${3:hello}' }, timeout: '^${4:300000}' };

export const TEST_TEMPLATES: readonly Template[] = [
  {
    label: say`Test`,
    prefixes: ['runpod-test'],
    description: say`A job, and the milliseconds it may take with the cold start.`,
    body: TEST,
  },
];

const GPU_TESTS = {
  gpuTypeId: '${5:NVIDIA GeForce RTX 4090}',
  gpuCount: '^${6:1}',
  allowedCudaVersions: ['${7:12.8}', '${8:12.9}'],
};

export const TESTS_CONFIG_TEMPLATES: readonly Template[] = [
  {
    label: say`GPU machine`,
    prefixes: ['runpod-tests-config-gpu'],
    description: say`One GPU to test on.`,
    body: GPU_TESTS,
  },
  {
    label: say`CPU machine`,
    prefixes: ['runpod-tests-config-cpu'],
    description: say`Without a GPU.`,
    body: { cpuFlavor: `\${5:${DEFAULT_CPU_FLAVOR}}` },
  },
];

export const TESTS_TEMPLATES: readonly Template[] = [
  {
    label: say`Tests on a GPU`,
    prefixes: ['runpod-tests', 'tests.json'],
    description: say`One test, on one GPU.`,
    body: { tests: [TEST], config: GPU_TESTS },
  },
  {
    label: say`Tests on a CPU`,
    prefixes: ['runpod-tests-cpu'],
    description: say`One test, without a GPU.`,
    body: { tests: [TEST], config: { cpuFlavor: `\${5:${DEFAULT_CPU_FLAVOR}}` } },
  },
];

export const TEST_INPUT_TEMPLATES: readonly Template[] = [
  {
    label: say`A job`,
    prefixes: ['runpod-input', 'test_input.json'],
    description: say`What the handler gets.`,
    body: { input: { '${1:prompt}': '${2:hello}' } },
  },
];

// The fields of hub.json and tests.json: what the rules check and the schemas in schemas/ are generated from.
// Source: https://docs.runpod.io/hub/publishing-guide (2026-08-20); what deviates from it says where it was seen.

import { say } from '../base/message';
import { CPU_FLAVOR_NOTES, CPU_FLAVORS, DEFAULT_CPU_FLAVOR } from './cpus';
import { CUDA_VERSIONS } from './cuda';
import { GPU_POOLS, GPU_TYPE_NOTES, GPU_TYPES, POOL_NOTES } from './gpus';
import {
  CONFIG_TEMPLATES,
  ENV_TEMPLATES,
  LISTING_TEMPLATES,
  OPTION_TEMPLATES,
  PRESET_TEMPLATES,
  TEST_TEMPLATES,
  TESTS_CONFIG_TEMPLATES,
  TESTS_TEMPLATES,
} from './hub-templates';
import type { Field, Shape } from './shape';

export const PUBLISHING_GUIDE = 'https://docs.runpod.io/hub/publishing-guide';
const GPU_GUIDE = 'https://docs.runpod.io/references/gpu-types';
const SEEN_IN_WORKERS = 'seen in published workers of github.com/runpod-workers';
const SEEN_IN_HARNESS = 'the test harness runpod/sls-local-server (2025-06)';

export const CATEGORIES: readonly string[] = ['audio', 'embedding', 'language', 'video', 'image'];

/** Words that tell which category was meant, in the order in which they decide. */
export const CATEGORY_WORDS: readonly (readonly [category: string, words: RegExp])[] = [
  ['embedding', /embedding|rerank|vector/i],
  ['video', /video|animation|lip-?sync|film|cinema/i],
  ['audio', /audio|speech|voice|music|sound|tts|transcri|whisper/i],
  ['image', /image|photo|picture|diffusion|comfy|flux|sdxl|upscal|face|vision|render/i],
  ['language', /language|llm|text|chat|nlp|translation|ocr|pdf|vllm|gpt|code/i],
];

/** Above this many characters a submission was reported to fail with an opaque database error. */
export const LONGEST_DESCRIPTION = 191;

const ENV_INPUT: readonly Field[] = [
  {
    key: 'name',
    type: 'string',
    description: say`Label of the form field.`,
    source: PUBLISHING_GUIDE,
    aliases: ['label', 'title', 'displayName'],
    examples: ['Model', 'Batch size'],
  },
  {
    key: 'type',
    type: 'string',
    values: ['string', 'number', 'boolean', 'huggingface'],
    // Release 1.1.0 of runpod-workers/worker-sglang has "password", and 1.1.1 "string".
    outside: 'warning',
    notes: {
      string: say`A text field, or with \`options\` a list to choose from.`,
      number: say`A number, within \`min\` and \`max\` where they are given.`,
      boolean: say`A switch, which sets the variable to \`trueValue\` or \`falseValue\`.`,
      huggingface: say`A model picked from Hugging Face.`,
    },
    meant: {
      text: 'string',
      select: 'string',
      enum: 'string',
      password: 'string',
      secret: 'string',
      url: 'string',
      str: 'string',
      integer: 'number',
      int: 'number',
      float: 'number',
      bool: 'boolean',
      checkbox: 'boolean',
      toggle: 'boolean',
      'hugging-face': 'huggingface',
    },
    description: say`Kind of form field.`,
    source: PUBLISHING_GUIDE,
  },
  {
    key: 'description',
    type: 'string',
    description: say`Help text of the form field.`,
    source: PUBLISHING_GUIDE,
    aliases: ['help', 'hint', 'info', 'tooltip'],
  },
  {
    key: 'default',
    // Its type depends on the field's own type: a rule of its own compares them.
    type: 'any',
    description: say`What the form is filled with: a string, number or boolean, as the type says.`,
    source: PUBLISHING_GUIDE,
    aliases: ['defaultValue', 'value', 'initial'],
  },
  {
    key: 'required',
    type: 'boolean',
    description: say`Whether the field must be filled in.`,
    source: PUBLISHING_GUIDE,
    aliases: ['mandatory'],
  },
  {
    key: 'advanced',
    type: 'boolean',
    description: say`Hides the field among the advanced options.`,
    source: PUBLISHING_GUIDE,
    aliases: ['hidden'],
  },
  {
    key: 'options',
    type: 'array',
    description: say`Choices of a string field.`,
    source: PUBLISHING_GUIDE,
    aliases: ['choices', 'enum', 'values'],
    items: {
      type: 'object',
      templates: OPTION_TEMPLATES,
      fields: [
        {
          key: 'label',
          type: 'string',
          description: say`What the form shows.`,
          source: PUBLISHING_GUIDE,
          aliases: ['name', 'title', 'text'],
        },
        {
          key: 'value',
          type: 'string',
          description: say`What the variable is set to.`,
          source: PUBLISHING_GUIDE,
          aliases: ['key', 'id'],
        },
      ],
    },
  },
  {
    key: 'min',
    type: 'number',
    description: say`Smallest number that the form takes.`,
    source: PUBLISHING_GUIDE,
    aliases: ['minimum', 'minValue'],
  },
  {
    key: 'max',
    type: 'number',
    description: say`Largest number that the form takes.`,
    source: PUBLISHING_GUIDE,
    aliases: ['maximum', 'maxValue'],
  },
  {
    key: 'trueValue',
    type: 'string',
    description: say`What a boolean field sets the variable to when on.`,
    source: PUBLISHING_GUIDE,
  },
  {
    key: 'falseValue',
    type: 'string',
    description: say`What a boolean field sets the variable to when off.`,
    source: PUBLISHING_GUIDE,
  },
  {
    key: 'sensitive',
    type: 'boolean',
    undocumented: true,
    description: say`Not documented; used for secrets in an official worker.`,
    source: SEEN_IN_WORKERS,
  },
];

const CONFIG: readonly Field[] = [
  {
    key: 'runsOn',
    type: 'string',
    required: 'always',
    values: ['GPU', 'CPU'],
    notes: { GPU: say`Needs \`gpuIds\` and \`gpuCount\`.`, CPU: say`Needs \`cpuFlavor\`.` },
    description: say`Kind of machine.`,
    source: PUBLISHING_GUIDE,
    aliases: ['runtime', 'computeType', 'machineType', 'hardware', 'device'],
    initial: 'GPU',
  },
  {
    key: 'endpointType',
    type: 'string',
    values: ['LB'],
    tolerated: ['QB'],
    meant: { LOAD_BALANCER: 'LB', 'LOAD-BALANCER': 'LB', LOAD_BALANCING: 'LB', LOADBALANCER: 'LB' },
    description: say`LB: the listing deploys as a load-balancing endpoint or a Pod. Without it: a queue.`,
    source: PUBLISHING_GUIDE,
  },
  {
    key: 'containerDiskInGb',
    type: 'integer',
    minimum: 1,
    required: 'always',
    description: say`Disk space of the container in GB.`,
    source: PUBLISHING_GUIDE,
    aliases: ['containerDisk', 'containerDiskSize', 'containerDiskSizeInGb', 'diskInGb', 'diskSize', 'disk', 'diskGb'],
    initial: 20,
    examples: [20],
  },
  {
    key: 'cpuFlavor',
    type: 'string',
    required: 'cpu',
    values: CPU_FLAVORS,
    notes: CPU_FLAVOR_NOTES,
    open: true,
    description: say`CPU flavor with virtual CPUs and memory, for a worker that runs on CPU.`,
    source: PUBLISHING_GUIDE,
    aliases: ['cpuFlavour', 'cpuFlavorId', 'cpuType', 'instanceId'],
    initial: DEFAULT_CPU_FLAVOR,
    examples: [DEFAULT_CPU_FLAVOR],
  },
  {
    key: 'gpuCount',
    type: 'integer',
    minimum: 1,
    required: 'gpu',
    missing: 'warning',
    description: say`Number of GPUs, for a worker that runs on GPU.`,
    source: PUBLISHING_GUIDE,
    aliases: ['gpus', 'numGpus', 'gpuNum', 'gpuNumber'],
    initial: 1,
    examples: [1],
  },
  {
    key: 'gpuIds',
    type: 'string',
    required: 'gpu',
    missing: 'warning',
    values: GPU_POOLS.map(({ id }) => id),
    notes: POOL_NOTES,
    open: true,
    description: say`Ids of GPU pools, separated by commas; "-" before the id of a GPU type excludes it, as in ADA_80_PRO,-NVIDIA H100 NVL.`,
    source: GPU_GUIDE,
    aliases: [
      'gpuId',
      'gpuTypeId',
      'gpuTypeIds',
      'gpuTypes',
      'gpuPools',
      'gpuPoolIds',
      'allowedGpus',
      'gpu',
      'gpuType',
    ],
    initial: 'ADA_24',
    examples: ['ADA_24', 'ADA_24,AMPERE_24'],
  },
  {
    key: 'allowedCudaVersions',
    type: 'array',
    unique: true,
    items: { type: 'string', values: CUDA_VERSIONS, open: true },
    description: say`CUDA versions that the host may have. Each is matched exactly: list every newer one too.`,
    source: PUBLISHING_GUIDE,
    aliases: ['cudaVersions', 'cudaVersion', 'allowedCuda', 'allowedCUDAVersions', 'cuda'],
  },
  {
    key: 'env',
    type: 'array',
    description: say`Environment variables that the deployment form offers or sets.`,
    source: PUBLISHING_GUIDE,
    aliases: ['envs', 'environment', 'envVars', 'environmentVariables', 'variables'],
    items: {
      type: 'object',
      templates: ENV_TEMPLATES,
      exactlyOne: ['value', 'input'],
      fields: [
        {
          key: 'key',
          type: 'string',
          required: 'always',
          description: say`Name of the variable.`,
          source: PUBLISHING_GUIDE,
          aliases: ['name'],
          examples: ['MODEL_NAME', 'HF_TOKEN'],
        },
        {
          key: 'value',
          type: 'string',
          description: say`Fixed value. Deployments through runpodctl do not get it.`,
          source: PUBLISHING_GUIDE,
        },
        {
          key: 'input',
          type: 'object',
          description: say`Form field that asks for the value.`,
          source: PUBLISHING_GUIDE,
          fields: ENV_INPUT,
        },
      ],
    },
  },
  {
    key: 'presets',
    type: 'array',
    description: say`Named groups of default values for the variables of env.`,
    source: PUBLISHING_GUIDE,
    aliases: ['preset'],
    items: {
      type: 'object',
      templates: PRESET_TEMPLATES,
      fields: [
        {
          key: 'name',
          type: 'string',
          description: say`Name in the list of presets.`,
          source: PUBLISHING_GUIDE,
          aliases: ['label', 'title', 'id'],
        },
        {
          key: 'defaults',
          type: 'object',
          each: { type: 'scalar' },
          description: say`Values by name of the variable.`,
          source: PUBLISHING_GUIDE,
          aliases: ['default', 'env', 'variables', 'values', 'vars'],
        },
      ],
    },
  },
];

export const HUB: Shape = {
  type: 'object',
  templates: LISTING_TEMPLATES,
  fields: [
    {
      key: 'title',
      type: 'string',
      required: 'always',
      description: say`Name of the listing.`,
      source: PUBLISHING_GUIDE,
      aliases: ['name', 'displayName', 'label'],
      examples: ['Faster Whisper', 'Stable Diffusion XL'],
    },
    {
      key: 'description',
      type: 'string',
      required: 'always',
      description: say`What the worker does. Keep it within ${LONGEST_DESCRIPTION} characters.`,
      source: PUBLISHING_GUIDE,
      aliases: ['desc', 'summary'],
      examples: ['Transcribes speech with Faster Whisper.', 'Draws pictures from text with Stable Diffusion XL.'],
    },
    {
      key: 'type',
      type: 'string',
      required: 'always',
      values: ['serverless'],
      tolerated: ['pod', 'POD'],
      description: say`Kind of deployment.`,
      source: PUBLISHING_GUIDE,
      initial: 'serverless',
    },
    {
      key: 'category',
      type: 'string',
      required: 'always',
      values: CATEGORIES,
      open: true,
      description: say`Where the Hub lists the worker.`,
      source: PUBLISHING_GUIDE,
      aliases: ['categories'],
      initial: 'language',
      examples: ['language', 'image'],
    },
    {
      key: 'iconUrl',
      type: 'string',
      description: say`Address of an icon.`,
      source: PUBLISHING_GUIDE,
      aliases: ['icon', 'iconURL', 'logo', 'logoUrl', 'image', 'imageUrl', 'thumbnail'],
    },
    {
      key: 'config',
      type: 'object',
      required: 'always',
      description: say`Machine, variables and presets.`,
      source: PUBLISHING_GUIDE,
      aliases: ['configuration', 'settings'],
      templates: CONFIG_TEMPLATES,
      fields: CONFIG,
      initial: { runsOn: 'GPU', containerDiskInGb: 20, gpuCount: 1, gpuIds: 'ADA_24' },
    },
  ],
};

export const TESTS: Shape = {
  type: 'object',
  templates: TESTS_TEMPLATES,
  fields: [
    {
      key: 'tests',
      type: 'array',
      required: 'always',
      description: say`The tests that the Hub runs after a release is built.`,
      source: PUBLISHING_GUIDE,
      aliases: ['test', 'testCases', 'test_cases', 'cases'],
      items: {
        type: 'object',
        templates: TEST_TEMPLATES,
        fields: [
          {
            key: 'name',
            type: 'string',
            required: 'always',
            description: say`Name of the test.`,
            source: PUBLISHING_GUIDE,
            aliases: ['title', 'id', 'testName'],
          },
          {
            key: 'input',
            type: 'object',
            filled: true,
            required: 'always',
            description: say`What the handler gets as job["input"]. Not empty: RunPod drops an empty one.`,
            source: PUBLISHING_GUIDE,
            aliases: ['inputs', 'payload', 'request', 'body', 'job'],
          },
          {
            key: 'timeout',
            type: 'integer',
            minimum: 1,
            description: say`Milliseconds, cold start and model load included.`,
            source: PUBLISHING_GUIDE,
            aliases: ['timeoutMs', 'timeoutInMs', 'timeout_ms', 'timeoutSeconds', 'timeout_seconds', 'maxTimeout'],
            examples: [300_000],
          },
          {
            key: 'description',
            type: 'string',
            undocumented: true,
            description: say`Not read. For people.`,
            source: 'seen in workers; does no harm',
          },
        ],
      },
    },
    {
      key: 'config',
      type: 'object',
      description: say`The machine that the tests run on.`,
      source: PUBLISHING_GUIDE,
      aliases: ['configuration', 'settings'],
      templates: TESTS_CONFIG_TEMPLATES,
      fields: [
        {
          key: 'gpuTypeId',
          type: 'string',
          values: GPU_TYPES,
          notes: GPU_TYPE_NOTES,
          open: true,
          description: say`Id of one GPU type, not of a pool.`,
          source: GPU_GUIDE,
          aliases: ['gpuId', 'gpuIds', 'gpuType', 'gpuTypeIds', 'gpu'],
          examples: ['NVIDIA GeForce RTX 4090', 'NVIDIA L4'],
        },
        {
          key: 'gpuCount',
          type: 'integer',
          minimum: 1,
          description: say`Number of GPUs.`,
          source: PUBLISHING_GUIDE,
          aliases: ['gpus', 'numGpus'],
          examples: [1],
        },
        {
          key: 'cpuFlavor',
          type: 'string',
          values: CPU_FLAVORS,
          notes: CPU_FLAVOR_NOTES,
          open: true,
          description: say`CPU flavor with virtual CPUs and memory, for tests on CPU.`,
          source: PUBLISHING_GUIDE,
          aliases: ['cpuFlavour', 'cpuType', 'instanceId'],
          examples: [DEFAULT_CPU_FLAVOR],
        },
        {
          key: 'env',
          type: 'array',
          description: say`Environment variables of the test.`,
          source: PUBLISHING_GUIDE,
          aliases: ['envs', 'environment', 'envVars'],
          items: {
            type: 'object',
            fields: [
              {
                key: 'key',
                type: 'string',
                description: say`Name of the variable.`,
                source: PUBLISHING_GUIDE,
                aliases: ['name'],
              },
              { key: 'value', type: 'string', description: say`Its value.`, source: PUBLISHING_GUIDE },
            ],
          },
        },
        {
          key: 'allowedCudaVersions',
          type: 'array',
          unique: true,
          items: { type: 'string', values: CUDA_VERSIONS, open: true },
          description: say`CUDA versions that the host may have, each matched exactly.`,
          source: PUBLISHING_GUIDE,
          aliases: ['cudaVersions', 'cudaVersion'],
        },
        {
          key: 'runsOn',
          type: 'string',
          undocumented: true,
          values: ['GPU', 'CPU'],
          description: say`Not documented. Kind of machine.`,
          source: SEEN_IN_HARNESS,
        },
        {
          key: 'containerDiskInGb',
          type: 'integer',
          undocumented: true,
          description: say`Not documented. Disk space in GB.`,
          source: 'seen in a published community worker',
        },
      ],
    },
  ],
};

/** Keys of hub.json of which nobody has shown whether RunPod reads them. Reported, but not removed without asking. */
export const KEYS_OF_UNKNOWN_EFFECT: ReadonlySet<string> = new Set([
  'tags',
  'secret',
  'step',
  'placeholder',
  'pattern',
]);

/** Keys that belong to no RunPod format and are found in files that language models have written, the plainest first. */
export const FOREIGN_SECTIONS: readonly string[] = [
  'runtime',
  'handler_function',
  'python_version',
  'serverless',
  'template',
  'build',
  'schema',
  'dockerfile',
  'dockerfile_path',
  'image_name',
  'image',
  'handler',
  'entrypoint',
  'resources',
  'requirements',
  'ports',
  'git_url',
];

/** What the template of the publishing guide and its icon hosts leave in a file that nobody finished. */
export const PLACEHOLDERS = {
  title: ["Your Tool's Name", 'Your Tool Name'],
  description: ['A brief explanation of what your tool does', 'An example description'],
  presetName: ['Preset Name'],
  envKey: ['STATIC_ENV_VAR', 'STRING_ENV_VAR', 'OPTION_ENV_VAR', 'INT_ENV_VAR', 'BOOL_ENV_VAR'],
  envName: ['User-friendly Name', 'Select Option', 'Numeric Value', 'Enable Feature'],
  testName: ['test_case_name'],
  // The second one goes round in copies of published workers.
  testEnvKey: ['TEST_ENV_VAR', 'ENV_KEY_HERE'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

/** Hosts that are reserved for examples, or stand in the template. */
export const PLACEHOLDER_HOST = /^https?:\/\/(?:[\w-]+\.)*(?:example\.(?:com|org|net)|your-icon-url\.com)(?:[/:?#]|$)/i;

/** What a request to /run or /runsync holds beside nothing else. Source: https://docs.runpod.io/serverless/endpoints/send-requests */
export const REQUEST_ENVELOPE: ReadonlySet<string> = new Set(['input', 'id', 'webhook', 'policy', 's3Config']);

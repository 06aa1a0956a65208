// Variables that libraries read once, when they are imported or first touch the GPU, and downloads that a start waits for.
// Sources: huggingface_hub/constants.py, transformers/utils/hub.py, datasets/config.py, diffusers/utils/constants.py and
// their package files; docs.nvidia.com (CUDA environment variables); docs.runpod.io, optimization (2026-08-20). Read 2026-11-21.

export const HUGGINGFACE_VARIABLES =
  'https://huggingface.co/docs/huggingface_hub/package_reference/environment_variables';
export const OPTIMIZATION_GUIDE = 'https://docs.runpod.io/serverless/development/optimization';

const HUB_USERS = ['huggingface_hub', 'transformers', 'diffusers', 'sentence_transformers', 'datasets', 'peft'];
const TRANSFORMERS_USERS = ['transformers', 'sentence_transformers', 'peft'];

/** Packages whose import reads a variable, by its name. */
export const READ_AT_IMPORT: ReadonlyMap<string, readonly string[]> = new Map([
  ...[
    'HF_HOME',
    'HF_HUB_CACHE',
    'HUGGINGFACE_HUB_CACHE',
    'HF_HUB_OFFLINE',
    'HF_HUB_ENABLE_HF_TRANSFER',
    'HF_ENDPOINT',
  ].map((name): [string, readonly string[]] => [name, HUB_USERS]),
  ['TRANSFORMERS_CACHE', TRANSFORMERS_USERS],
  ['TRANSFORMERS_OFFLINE', HUB_USERS],
  ['HF_DATASETS_CACHE', ['datasets']],
  ['HF_DATASETS_OFFLINE', ['datasets']],
]);

/** `import huggingface_hub` alone loads nothing of it; `from huggingface_hub import …` does. */
export const LOADED_BY_MEMBER = 'huggingface_hub';

/** What CUDA reads when it starts, and the calls that start it. */
export const READ_BY_CUDA: ReadonlySet<string> = new Set(['CUDA_VISIBLE_DEVICES', 'CUDA_DEVICE_ORDER']);

export const STARTS_CUDA: ReadonlySet<string> = new Set(
  [
    'init',
    'is_available',
    'device_count',
    'current_device',
    'get_device_name',
    'get_device_properties',
    'set_device',
    'mem_get_info',
    'synchronize',
    'empty_cache',
  ].map((name) => `torch.cuda.${name}`),
);

export const INIT_TIMEOUT = 'RUNPOD_INIT_TIMEOUT';

/** Minutes that a worker has until it must be ready. */
export const INIT_MINUTES = 7;

/** An identifier on the Hugging Face Hub, as against a path. */
export const HUB_ID = /^[A-Za-z0-9][\w.-]*\/[\w.-]+$/;

/** Classes of which a checkpoint holds a few megabytes at most. */
export const SMALL_PARTS = /(Tokenizer|TokenizerFast|Processor|Config|Scheduler|FeatureExtractor)\./;

/** Downloads of data of a few megabytes. */
export const SMALL_DOWNLOADS: ReadonlySet<string> = new Set([
  'nltk.download',
  'spacy.cli.download',
  'spacy.cli.download.download',
  'stanza.download',
]);

/** What a Dockerfile says that puts a model into its image, or knows of a volume or of the time that a start takes. */
const BRINGS_MODEL: readonly RegExp[] = [
  /hugging_?face|\bhf\b|\bhf[-_]|HF_H|snapshot_download|from_pretrained|load_model|TRANSFORMERS_|git[ -]lfs/i,
  /safetensors|\.(?:gguf|onnx|ckpt|pth?|bin)\b|runpod-volume|RUNPOD_INIT_TIMEOUT/i,
  /\b(?:wget|curl|aria2c|git clone)\b[^\n]*https?:/,
  /^\s*(?:COPY|ADD)\b[^\n]*(?:model|weight|checkpoint|cache)/im,
  /^\s*(?:COPY|ADD)\s+--from=(?!ghcr\.io\/astral-sh\/uv)/im,
  /^(?!\s*(?:CMD|ENTRYPOINT)\b).*\bpython3?(?:\.\d+)?\s+(?:-\w+\s+)*(?:[\w./-]+\.py\b|-c\b|-m\s+(?!pip\b|venv\b))/im,
];

export function mayBringModel(dockerfile: string): boolean {
  return BRINGS_MODEL.some((pattern) => pattern.test(dockerfile));
}

/** What code says that looks for its models on a volume, or has them cached by RunPod. */
export const KNOWS_VOLUME =
  /runpod-volume|RUNPOD_INIT_TIMEOUT|HF_HOME|HF_HUB_CACHE|TRANSFORMERS_CACHE|HF_HUB_OFFLINE|TRANSFORMERS_OFFLINE|local_files_only/;

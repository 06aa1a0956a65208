// What fails where there is no GPU, as on the machines that build images. `torch.cuda.is_available()` and
// `torch.cuda.device_count()` only answer no.
// Sources: docs.pytorch.org/docs/stable/cuda.html; docs.runpod.io/serverless/workers/github-integration ("no GPU during
// build"), read 2026-11.

export const TORCH_CUDA = 'https://docs.pytorch.org/docs/stable/cuda.html';

/** Programs that ask the driver. */
export const GPU_COMMANDS: ReadonlySet<string> = new Set(['nvidia-smi', 'deviceQuery', 'bandwidthTest']);

/** Functions of `torch.cuda` that start the driver. */
export const TORCH_CUDA_CALLS: ReadonlySet<string> = new Set([
  'current_device',
  'get_device_capability',
  'get_device_name',
  'get_device_properties',
  'init',
  'mem_get_info',
  'set_device',
  'synchronize',
]);

/** `cuda`, `cuda:0`. */
export const CUDA_DEVICE = /^cuda(?::\d+)?$/;

/** Arguments that say where a model goes. */
export const DEVICE_ARGUMENTS: ReadonlySet<string> = new Set(['device', 'device_map']);

/** The same in the text of `python -c`. */
export const GPU_TEXT: readonly RegExp[] = [
  new RegExp(`\\btorch\\.cuda\\.(?:${[...TORCH_CUDA_CALLS].join('|')})\\s*\\(`),
  /\bassert\s+torch\.cuda\.is_available\(\)/,
  /(?<!\btorch)\.cuda\(\s*\)/,
  /\.to\(\s*['"]cuda(?::\d+)?['"]/,
  /\bdevice(?:_map)?\s*=\s*['"]cuda(?::\d+)?['"]/,
];

/** What decides by itself whether the GPU is used. */
export const GPU_GUARD = /\bif\b|\btry\b|\bexcept\b|\bor\b|\band\b/;

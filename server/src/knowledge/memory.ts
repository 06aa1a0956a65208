// Work on the GPU with PyTorch, and what gives its memory back. Sources: pytorch.org/docs/stable/notes/cuda.html (memory
// management), the documentation of diffusers and transformers, read 2026-11-21; docs.runpod.io, handler functions.

export const CUDA_NOTES = 'https://pytorch.org/docs/stable/notes/cuda.html#cuda-memory-management';

/** Libraries whose models hold memory of PyTorch's allocator. */
const TORCH_LIBRARIES =
  /^(torch|diffusers|transformers|whisper|sentence_transformers|audiocraft|TTS|peft|open_clip|timm)\./;

/** What is made from a checkpoint and computes nothing on the GPU. */
const LIGHT = /(Tokenizer|TokenizerFast|Processor|Config|Scheduler|FeatureExtractor)\.(from_pretrained|from_config)\b/;

/** How models come to be. */
const LOADED =
  /\.(from_pretrained|from_single_file|load_model|load|pipeline|get_pretrained|SentenceTransformer|TTS|create_model\w*)(\.|$)/;

/** Methods of a model that compute. */
const COMPUTES: ReadonlySet<string> = new Set([
  'generate',
  'transcribe',
  'encode',
  'predict',
  'forward',
  'infer',
  'tts',
  'tts_to_file',
]);

/** Whether calling what a dotted path names computes with a model: the result of a loader itself, or a method of it. */
export function computes(path: string, isResult: boolean): boolean {
  if (!TORCH_LIBRARIES.test(path) || LIGHT.test(path) || !LOADED.test(path)) return false;
  return isResult || COMPUTES.has(path.slice(path.lastIndexOf('.') + 1));
}

/** Calls that give memory back, by dotted path. */
export const RELEASES: ReadonlySet<string> = new Set([
  'torch.cuda.empty_cache',
  'torch.cuda.ipc_collect',
  'torch.mps.empty_cache',
  'gc.collect',
  'accelerate.utils.release_memory',
  'accelerate.utils.clear_device_cache',
]);

export const REFRESH_WORKER = 'refresh_worker';

// Base images that serve by themselves: what is built on them needs no handler and no start command of its own.
// Matched by name without registry host, tag and digest.
// Source: the Dockerfiles of github.com/runpod-workers and the images' own documentation (2026-08).

const WORKER_IMAGES: readonly RegExp[] = [
  // RunPod's own workers, and copies under other accounts that kept the name.
  /^runpod\/worker-/,
  /(?:^|\/)(?:runpod-)?worker-(?:comfyui|comfy|vllm|v1-vllm|a1111|sdxl|faster[_-]whisper|infinity-embedding|sglang)\b/,
  /(?:^|\/)runpod-worker-/,
  // Servers.
  /^vllm\/vllm-openai$/,
  /^lmsysorg\/sglang$/,
  /^ollama\/ollama$/,
  /^(?:ggml-org|ggerganov)\/llama\.cpp$/,
  /^huggingface\/(?:text-generation-inference|text-embeddings-inference)$/,
  /^michaelf34\/infinity$/,
  /^nvidia\/tritonserver$/,
];

/** Whether an image named like this is a worker or a server by itself. */
export function isWorkerImageName(name: string): boolean {
  return WORKER_IMAGES.some((pattern) => pattern.test(name));
}

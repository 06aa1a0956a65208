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

// Images with a system, Python or CUDA in them, and neither a model nor a program of their own.
// Source: their pages on Docker Hub (2026-08).
const PLAIN_IMAGES =
  /^(?:library\/)?(?:python|ubuntu|debian)$|^nvidia\/cuda$|^pytorch\/pytorch$|^runpod\/(?:base|pytorch)$|^continuumio\/miniconda3$/;

/** Whether nothing of a worker can be in an image named like this. */
export function isPlainImageName(name: string): boolean {
  return PLAIN_IMAGES.test(name);
}

/** Plain images in which files go to `/workspace` when the Dockerfile names no other folder. */
export const WORKSPACE_IMAGES: ReadonlySet<string> = new Set(['pytorch/pytorch', 'runpod/pytorch']);

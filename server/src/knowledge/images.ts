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

/** What a tag says about the CUDA in the image. */
export interface CudaTag {
  /** The image's name. */
  readonly name: RegExp;
  /** Of the tag; the groups are the major and the minor version. */
  readonly tag: RegExp;
  /**
   * Which hosts the container starts on. `exact`: the image carries NVIDIA_REQUIRE_CUDA, which the container runtime holds
   * against the driver. `major`: it carries none, and drivers of one major version run all its minor versions.
   */
  readonly needs: 'exact' | 'major';
}

/** `cuda12.8`, `cuda1281`, `cu128`, `cu1281`. */
const CUDA_IN_TAG = /(?:^|-)cu(?:da)?(\d{2})\.?(\d)(?:\.?\d)?(?=-|$)/;

// Sources: the Dockerfiles of nvidia/cuda (gitlab.com/nvidia/container-images/cuda), runpod/containers and pytorch/pytorch,
// where `devel` is built on nvidia/cuda and `runtime` on ubuntu; docs.nvidia.com/deploy/cuda-compatibility (2026-11).
// Images that are not listed, such as vllm/vllm-openai, do not tell their CUDA in the tag.
export const CUDA_TAGS: readonly CudaTag[] = [
  { name: /^nvidia\/cuda$/, tag: /^(\d{2})\.(\d+)(?:\.\d+)?(?:-|$)/, needs: 'exact' },
  { name: /^runpod\/(?:base|pytorch|tensorflow)$/, tag: CUDA_IN_TAG, needs: 'exact' },
  { name: /^pytorch\/pytorch$/, tag: /-cuda(\d{2})\.(\d+)-.*devel/, needs: 'exact' },
  { name: /^pytorch\/pytorch$/, tag: /-cuda(\d{2})\.(\d+)-.*runtime/, needs: 'major' },
];

/** Variables with which a Dockerfile replaces what its base image demands of the driver, or drops it. */
export const CUDA_DEMANDS: ReadonlySet<string> = new Set(['NVIDIA_REQUIRE_CUDA', 'NVIDIA_DISABLE_REQUIRE']);

export const CUDA_COMPATIBILITY = 'https://docs.nvidia.com/deploy/cuda-compatibility/minor-version-compatibility.html';

/** Python version in the tag: of `python` itself, and `py3.11` in others. */
export const PYTHON_TAG = /^(3(?:\.\d+)?)(?:\.\d+)?(?:[a-z]+\d*)?(?:-|$)/;
export const PYTHON_IN_TAG = /(?:^|-)py(3\.?\d+)(?=-|$)/;

/** PyTorch version in the tag, by the image's name. */
export const TORCH_TAGS: readonly { readonly name: RegExp; readonly tag: RegExp }[] = [
  { name: /^pytorch\/pytorch$/, tag: /^(\d+\.\d+(?:\.\d+)?)-/ },
  { name: /^runpod\/pytorch$/, tag: /^(\d+\.\d+\.\d+)-py3/ },
  { name: /^runpod\/pytorch$/, tag: /(?:^|-)torch(\d)(\d{1,2})(\d)(?=-|$)/ },
];

/** Alpine Linux: the image itself, and variants of others that say so in the tag. */
export const ALPINE = { name: /^(?:library\/)?alpine$/, tag: /(?:^|-)alpine(?:[\d.]*)(?:-|$)/ } as const;

/** Images without a shell and a package manager. Source: github.com/GoogleContainerTools/distroless (2026-11). */
export const DISTROLESS = /^distroless\//;

/** The image that is nothing. */
export const EMPTY_IMAGE = 'scratch';

/** Tags that say themselves that they move on to another image. Source: docs.docker.com/build/building/best-practices. */
export const MOVING_TAGS: ReadonlySet<string> = new Set(['latest', 'nightly']);

/** Names that exist on Docker Hub with no tag `latest`. Source: docs.runpod.io/serverless/workers/deploy (2026-08). */
export const WITHOUT_LATEST: ReadonlySet<string> = new Set(['runpod/pytorch']);

export const ENDPOINT_CONFIGURATIONS = 'https://docs.runpod.io/serverless/endpoints/endpoint-configurations';
export const DEPLOY_GUIDE = 'https://docs.runpod.io/serverless/workers/deploy';
export const DOCKERFILE_GUIDE = 'https://docs.runpod.io/serverless/workers/create-dockerfile';
export const GITHUB_BUILDS = 'https://docs.runpod.io/serverless/workers/github-integration';
export const TEST_HARNESS = 'https://github.com/runpod/sls-local-server';

/** What RunPod's machines run. Source: docs.runpod.io/serverless/workers/deploy (2026-08). */
export const RUNPOD_PLATFORM = 'linux/amd64';

/** Platforms that they do not run, as Docker names them. */
export const ARM_PLATFORM = /^(?:(?:linux|darwin)\/)?(?:arm(?:64|\/v?\d+|v\d+)?|aarch64)(?:\/v\d+)?$/;

/** Where plain images start; one that is not listed has started in several folders over time. */
export const STARTING_FOLDERS: ReadonlyMap<string, string> = new Map([
  ['python', '/'],
  ['library/python', '/'],
  ['ubuntu', '/'],
  ['library/ubuntu', '/'],
  ['debian', '/'],
  ['library/debian', '/'],
  ['nvidia/cuda', '/'],
  ['continuumio/miniconda3', '/'],
  ['runpod/base', '/'],
  ['pytorch/pytorch', '/workspace'],
]);

/** Folders of a system, in which a plain image has files of its own. */
export const SYSTEM_FOLDERS: readonly string[] = [
  ...['/bin', '/boot', '/dev', '/etc', '/home', '/lib', '/lib64', '/media', '/mnt', '/opt', '/proc', '/root', '/run'],
  ...['/runpod-volume', '/sbin', '/srv', '/sys', '/tmp', '/usr', '/var', '/venv'],
];

/** Scripts that plain images have at the top. Source: github.com/runpod/containers (2026-11). */
export const OWN_SCRIPTS: ReadonlyMap<string, readonly string[]> = new Map([
  ['runpod/base', ['/start.sh', '/pre_start.sh', '/post_start.sh']],
  ['runpod/pytorch', ['/start.sh', '/pre_start.sh', '/post_start.sh']],
]);

/** How Python is called in plain images that have it under that name; in others it is `python3`. */
export const PYTHON_NAMES: ReadonlyMap<string, string> = new Map(
  ['python', 'library/python', 'pytorch/pytorch', 'runpod/pytorch', 'continuumio/miniconda3'].map((name) => [
    name,
    'python',
  ]),
);

/** Images that do not set PYTHONUNBUFFERED. Source: their Dockerfiles (2026-11); those of runpod/* have changed over time. */
export const BUFFERED_IMAGES: ReadonlySet<string> = new Set([
  ...['python', 'library/python', 'ubuntu', 'library/ubuntu', 'debian', 'library/debian'],
  ...['nvidia/cuda', 'pytorch/pytorch', 'continuumio/miniconda3'],
]);

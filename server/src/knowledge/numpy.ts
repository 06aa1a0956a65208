// Which releases of PyTorch work with NumPy 2, and which packages decide what NumPy gets installed.
// Source: release notes of PyTorch 2.3 and NumPy 2.0 (numpy.org/doc/stable/numpy_2_0_migration_guide.html), metadata of the
// packages (2026-11).

/** The first release of PyTorch that was built for NumPy 2. */
export const TORCH_FOR_NUMPY_2 = '2.3.0';

/** Final releases of PyTorch before that one. */
export const TORCH_FOR_NUMPY_1: readonly string[] =
  '1.7.1 1.8.0 1.8.1 1.9.0 1.9.1 1.10.0 1.10.1 1.10.2 1.11.0 1.12.0 1.12.1 1.13.0 1.13.1 2.0.0 2.0.1 2.1.0 2.1.1 2.1.2 2.2.0 2.2.1 2.2.2'.split(
    ' ',
  );

/** Final releases of PyTorch from that one on. */
export const TORCH_RELEASES: readonly string[] =
  '2.3.0 2.3.1 2.4.0 2.4.1 2.5.0 2.5.1 2.6.0 2.7.0 2.7.1 2.8.0 2.9.0 2.9.1 2.10.0 2.11.0 2.12.0 2.12.1 2.13.0 2.14.0 2.15.0'.split(
    ' ',
  );

/** Some releases of NumPy: the last of 1.x, and of 2.x. */
export const NUMPY_1: readonly string[] = ['1.21.6', '1.22.4', '1.23.5', '1.24.4', '1.25.2', '1.26.4'];
export const NUMPY_2: readonly string[] = ['2.0.2', '2.1.3', '2.2.6', '2.3.5', '2.4.6', '2.5.5'];

/** The oldest Python that NumPy 2 installs on. */
export const NUMPY_2_PYTHON = '3.9';

/** Packages none of whose releases asks for an older NumPy than 2; others may keep it back. */
export const LEAVES_NUMPY_ALONE: ReadonlySet<string> = new Set(
  (
    'torch torchvision torchaudio triton xformers flash-attn bitsandbytes transformers diffusers accelerate peft safetensors ' +
    'tokenizers huggingface-hub hf-transfer hf-xet sentencepiece protobuf einops timm omegaconf requests httpx aiohttp tqdm ' +
    'pillow runpod boto3 botocore fastapi uvicorn pydantic pydantic-settings python-dotenv python-multipart pyyaml regex ftfy ' +
    'opencv-python opencv-python-headless opencv-contrib-python opencv-contrib-python-headless imageio imageio-ffmpeg ' +
    'soundfile pydub ffmpeg-python av loguru psutil packaging setuptools wheel pip filelock typing-extensions websocket-client ' +
    'websockets cryptography redis supabase google-cloud-storage azure-storage-blob openai anthropic tiktoken datasets ' +
    'compel invisible-watermark ninja cmake gdown click rich nest-asyncio aiofiles uv kornia'
  ).split(' '),
);

/** Packages whose newest releases work with NumPy 2, while older ones keep it back. */
export const RISES_WITH_NUMPY: ReadonlySet<string> = new Set(
  'scipy pandas scikit-learn scikit-image matplotlib librosa numba'.split(' '),
);

export const NUMPY_MIGRATION = 'https://numpy.org/doc/stable/numpy_2_0_migration_guide.html';

// Environment variables that somebody else than the worker's own code sets or reads: the platform, the system, launchers,
// libraries. Which of a worker's variables they are is decided here by name alone.
// Source: runpod-python 1.12.0 (2026-08-10); docs.runpod.io, environment variables, model caching and load balancing
// (2026-08-20); the documentation of the libraries, read 2026-11-21.

/** Set before the worker starts, by the platform, the system, the image's Python or a launcher of several processes. */
const SET_BY_OTHERS =
  /^(?:RUNPOD_\w+|PUBLIC_KEY|PORT|PORT_HEALTH|PATH|HOME|PWD|OLDPWD|USER|LOGNAME|SHELL|SHLVL|TERM|TZ|LANG|LANGUAGE|LC_\w+|HOSTNAME|TMPDIR|TEMP|TMP|DISPLAY|EDITOR|PYTHON\w*|VIRTUAL_ENV|CONDA_\w+|LD_LIBRARY_PATH|LD_PRELOAD|XDG_\w+|CUDA_(?:HOME|PATH|VERSION)|NVIDIA_\w+|RANK|LOCAL_RANK|WORLD_SIZE|LOCAL_WORLD_SIZE|NODE_RANK|MASTER_ADDR|MASTER_PORT|CI|GITHUB_\w+|KUBERNETES_\w+|AWS_LAMBDA_\w+|SM_\w+)$/;

/** Read by libraries that nearly every worker has below its own code, whatever the worker does. */
const INFRASTRUCTURE: readonly RegExp[] = [
  // huggingface_hub, transformers, datasets, diffusers, accelerate, sentence-transformers
  /^(?:HF_|HUGGINGFACE_|HUGGING_FACE_|TRANSFORMERS_|DIFFUSERS_|ACCELERATE_|SENTENCE_TRANSFORMERS_|DATASETS_|TOKENIZERS_)\w+$/,
  // PyTorch, CUDA and what computes below them
  /^(?:TORCH|PYTORCH|TORCHINDUCTOR|TRITON|XFORMERS|CUDA|CUDNN|CUBLAS|NCCL|OMP|MKL|OPENBLAS|NUMEXPR|NUMBA|KMP|TF|XLA|JAX|ORT|ONNX|BITSANDBYTES|BNB|SAFETENSORS|DEEPSPEED|FLASH_ATTENTION)_\w+$/,
  // installers, the net
  /^(?:UVICORN|GUNICORN|HYPERCORN|PIP|UV|POETRY|GIT|MPL)_\w+$/,
  /^(?:WEB_CONCURRENCY|PORT|HTTPS?_PROXY|NO_PROXY|ALL_PROXY|https?_proxy|no_proxy|all_proxy|SSL_CERT_FILE|SSL_CERT_DIR|REQUESTS_CA_BUNDLE|CURL_CA_BUNDLE|MPLBACKEND|JUPYTER_\w+|NO_COLOR|FORCE_COLOR)$/,
];

/** Read by libraries, by their documentation. By family, since each has many and gets more. */
const READ_BY_LIBRARIES: readonly RegExp[] = [
  ...INFRASTRUCTURE,
  // inference servers
  /^(?:VLLM|SGLANG|SGL|OLLAMA|LLAMA|GGML|TGI|INFINITY|LMDEPLOY|COMFYUI|COMFY|RAY|TRTLLM)_\w+$/,
  // clients of services
  /^(?:AWS|BOTO|S3|AZURE|GOOGLE|GCLOUD|OPENAI|ANTHROPIC|COHERE|MISTRAL|REPLICATE|LANGCHAIN|LANGSMITH|LANGFUSE|WANDB|MLFLOW|COMET|SENTRY|OTEL|DD|PINECONE|QDRANT|WEAVIATE|SUPABASE|SLACK|TWILIO|STRIPE|CIVITAI|MODELSCOPE|KAGGLE)_\w+$/,
  // runpod.serverless.utils.rp_upload
  /^BUCKET_(?:ENDPOINT_URL|ACCESS_KEY_ID|SECRET_ACCESS_KEY)$/,
  // frameworks, models
  /^(?:GRADIO|STREAMLIT|FLASK|FASTAPI|DJANGO|REDIS|CELERY|NLTK|SPACY|KERAS|OPENCV|FFMPEG|TESSDATA|EASYOCR|PADDLE|INSIGHTFACE|ULTRALYTICS|YOLO|WHISPER|COQUI|TTS|SUNO|U2NET|MINERU|DOCLING)_\w+$/,
];

/** The model that the platform keeps in its cache may be named by it (docs.runpod.io, model caching). */
const READ_BY_PLATFORM: ReadonlySet<string> = new Set(['MODEL_NAME', 'MODEL_ID']);

/** Whether nobody who deploys the worker has to set the variable. */
export function isSetByOthers(name: string): boolean {
  return SET_BY_OTHERS.test(name);
}

/** Whether a variable of this name has a reader outside of the worker's code. */
export function isReadByOthers(name: string): boolean {
  return isSetByOthers(name) || READ_BY_PLATFORM.has(name) || READ_BY_LIBRARIES.some((pattern) => pattern.test(name));
}

/** Whether a variable of this name is none of what the worker itself is about. */
export function isInfrastructure(name: string): boolean {
  return isSetByOthers(name) || INFRASTRUCTURE.some((pattern) => pattern.test(name));
}

/** Nobody but the one who deploys the worker can know it. */
export function isCredential(name: string): boolean {
  return /(?:^|_)(?:TOKEN|KEY|API_?KEY|SECRET|PASSWORD|PASSWD|CREDENTIALS?|ACCESS_KEY_ID)$/i.test(name);
}

/** Modules that read the environment in ways that this project does not follow. */
export const OPAQUE_READERS: ReadonlySet<string> = new Set([
  'configargparse',
  'confz',
  'django',
  'dynaconf',
  'environ',
  'envparse',
  'everett',
  'goodconf',
  'hydra',
  'jsonargparse',
  'omegaconf',
  'prettyconf',
  'pydantic_config',
  'typed_settings',
]);

/** Constructors whose result is called with a variable's name: python-decouple, starlette, environs. */
export const CALLABLE_READERS: ReadonlySet<string> = new Set([
  'decouple.Config',
  'decouple.AutoConfig',
  'starlette.config.Config',
  'environs.Env',
  'environs.EnvError',
]);

/** Functions and methods whose first argument names a variable, by full path. */
export const READING_FUNCTIONS: ReadonlySet<string> = new Set([
  'os.getenv',
  'os.environ.get',
  'os.environ.pop',
  'os.environ.setdefault',
  'decouple.config',
]);

/** Classes each of whose fields is a variable. */
export const SETTINGS_CLASSES: ReadonlySet<string> = new Set([
  'pydantic.BaseSettings',
  'pydantic.v1.BaseSettings',
  'pydantic.env_settings.BaseSettings',
  'pydantic_settings.BaseSettings',
]);

/** Calls that fill the environment from a file. */
export const ENV_FILE_LOADERS: ReadonlySet<string> = new Set([
  'dotenv.load_dotenv',
  'dotenv.main.load_dotenv',
  'environs.Env.read_env',
  'environs.Env.read_envfile',
]);

/** Programs that read no variable of a worker's own. */
export const DEAF_PROGRAMS: ReadonlySet<string> = new Set([
  'apt',
  'apt-get',
  'aria2c',
  'bash',
  'cat',
  'chmod',
  'chown',
  'convert',
  'cp',
  'curl',
  'df',
  'du',
  'echo',
  'ffmpeg',
  'ffprobe',
  'find',
  'free',
  'git',
  'grep',
  'gunzip',
  'gzip',
  'head',
  'kill',
  'ldconfig',
  'ln',
  'ls',
  'mkdir',
  'mv',
  'nproc',
  'nvidia-smi',
  'pgrep',
  'pip',
  'pip3',
  'pkill',
  'ps',
  'rm',
  'rsync',
  'sed',
  'sh',
  'sleep',
  'sox',
  'tail',
  'tar',
  'touch',
  'uname',
  'unzip',
  'wget',
  'which',
  'yt-dlp',
  'zip',
]);

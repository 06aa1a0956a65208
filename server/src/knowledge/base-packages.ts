// The Python packages that base images bring, and their Python where the tag does not spell it out. Matched by name without
// registry host, tag and digest (model/image/base-image.ts).
// Sources: the images' pages on Docker Hub; the Dockerfiles of github.com/pytorch/pytorch, github.com/runpod/containers,
// github.com/docker-library/python and github.com/tensorflow/build (2026-11). In the whole history of runpod/containers neither
// `base` nor `pytorch` installs runpod or huggingface_hub.

export interface BasePackages {
  readonly name: RegExp;
  /** Packages that are asked for when the image is built; they bring others of their own. */
  readonly brings: readonly string[];
  /** Packages of which it is not known whether they are there, since it changed between tags. */
  readonly perhaps: readonly string[];
  /** There are no others. */
  readonly whole: boolean;
}

const INSTALLERS = ['pip', 'setuptools', 'wheel'];

/** What conda itself is made of. */
const CONDA = (
  'pip setuptools wheel requests tqdm certifi cffi charset-normalizer cryptography idna urllib3 pysocks pyopenssl ruamel-yaml ' +
  'boltons packaging pluggy platformdirs jsonpatch jsonpointer distro zstandard pycparser toolz brotli six conda frozendict ' +
  'truststore archspec'
).split(' ');

/** What the images of PyTorch add, with conda-build. */
const PYTORCH_CONDA = (
  'torch torchvision torchaudio torchelastic numpy pillow pyyaml ipython beautifulsoup4 chardet jinja2 psutil pytz filelock ' +
  'pkginfo more-itertools jsonschema attrs astunparse expecttest hypothesis python-etcd dnspython sortedcontainers click tomli ' +
  'lief conda-build networkx sympy cmake ninja optree fsspec gmpy2 typing-extensions triton glob2 libarchive-c types-dataclasses'
).split(' ');

const JUPYTER = ['jupyterlab', 'ipywidgets', 'notebook', 'jupyter-archive'];

export const BASE_PACKAGES: readonly BasePackages[] = [
  { name: /^(?:library\/)?python$/, brings: INSTALLERS, perhaps: [], whole: true },
  { name: /^(?:library\/)?(?:ubuntu|debian|alpine)$/, brings: [], perhaps: [], whole: true },
  { name: /^nvidia\/(?:cuda|cudagl|opengl)$/, brings: [], perhaps: [], whole: true },
  { name: /^pytorch\/pytorch$/, brings: [...CONDA, ...PYTORCH_CONDA], perhaps: [], whole: true },
  { name: /^continuumio\/(?:miniconda3|anaconda3)$/, brings: CONDA, perhaps: ['anaconda'], whole: false },
  { name: /^condaforge\/(?:miniforge3|mambaforge)$/, brings: CONDA, perhaps: [], whole: false },
  {
    name: /^runpod\/base$/,
    brings: [...INSTALLERS, ...JUPYTER],
    perhaps: ['hf-transfer', 'uv', 'virtualenv'],
    whole: true,
  },
  {
    name: /^runpod\/pytorch$/,
    brings: [...INSTALLERS, ...JUPYTER, 'torch', 'torchvision', 'torchaudio', 'triton'],
    perhaps: ['hf-transfer', 'uv', 'virtualenv', 'xformers', 'gdown', 'jupyter-contrib-nbextensions'],
    whole: true,
  },
  {
    name: /^tensorflow\/tensorflow$/,
    brings: [...INSTALLERS, 'tensorflow'],
    perhaps: [...JUPYTER, 'matplotlib'],
    whole: true,
  },
  {
    name: /^vllm\/vllm-openai$/,
    brings: [
      ...INSTALLERS,
      'vllm',
      'uv',
      'hf-transfer',
      'modelscope',
      'bitsandbytes',
      'timm',
      'boto3',
      'runai-model-streamer',
    ],
    perhaps: [],
    whole: false,
  },
  { name: /^lmsysorg\/sglang$/, brings: [...INSTALLERS, 'sglang', 'torch'], perhaps: [], whole: false },
  {
    name: /^nvidia\/pytorch$/,
    brings: [...INSTALLERS, 'torch', 'torchvision', 'numpy', 'scipy', 'pandas'],
    perhaps: [],
    whole: false,
  },
  {
    name: /^huggingface\/transformers-pytorch-gpu$/,
    brings: [...INSTALLERS, 'torch', 'transformers', 'accelerate'],
    perhaps: [],
    whole: false,
  },
];

/** Python of images whose tags name something else, by the tag. */
export const PYTHON_OF_TAG: readonly { readonly name: RegExp; readonly tag: RegExp; readonly python: string }[] = [
  { name: /^pytorch\/pytorch$/, tag: /^1\.(?:8|9|10)\./, python: '3.7' },
  { name: /^pytorch\/pytorch$/, tag: /^1\.11\./, python: '3.8' },
  { name: /^pytorch\/pytorch$/, tag: /^1\.12\./, python: '3.7' },
  { name: /^pytorch\/pytorch$/, tag: /^(?:1\.13|2\.[0-3])\./, python: '3.10' },
  { name: /^pytorch\/pytorch$/, tag: /^2\.[4-8]\./, python: '3.11' },
  { name: /^runpod\/pytorch$/, tag: /^3\.10-/, python: '3.10' },
];

/** Images with a system and no Python. */
export const BARE_SYSTEMS = /^(?:library\/)?(?:ubuntu|debian)$|^nvidia\/cuda$/;

/** The Python that `apt-get install python3` brings, by what the tag says of the system. */
export const PYTHON_OF_SYSTEM: readonly { readonly tag: RegExp; readonly python: string }[] = [
  { tag: /ubuntu-?18\.04|bionic|^18\.04/, python: '3.6' },
  { tag: /ubuntu-?20\.04|focal|^20\.04/, python: '3.8' },
  { tag: /ubuntu-?22\.04|jammy|^22\.04/, python: '3.10' },
  { tag: /ubuntu-?24\.04|noble|^24\.04/, python: '3.12' },
  { tag: /buster|^10(?:\D|$)/, python: '3.7' },
  { tag: /bullseye|^11(?:\D|$)/, python: '3.9' },
  { tag: /bookworm|^12(?:\D|$)/, python: '3.11' },
];

/** Packages of Debian and Ubuntu whose name says something else than the Python package in it. */
export const SYSTEM_PACKAGES: ReadonlyMap<string, string> = new Map([
  ['python3-yaml', 'pyyaml'],
  ['python3-pil', 'pillow'],
  ['python3-opencv', 'opencv-python'],
  ['python3-bs4', 'beautifulsoup4'],
  ['python3-dotenv', 'python-dotenv'],
  ['python3-sklearn', 'scikit-learn'],
  ['python3-skimage', 'scikit-image'],
  ['python3-magic', 'python-magic'],
  ['python3-jwt', 'pyjwt'],
  ['python3-docx', 'python-docx'],
  ['python3-dateutil', 'python-dateutil'],
  ['python3-crypto', 'pycryptodome'],
  ['python3-pycryptodome', 'pycryptodomex'],
  ['python3-openssl', 'pyopenssl'],
  ['python3-levenshtein', 'levenshtein'],
  ['python3-git', 'gitpython'],
  ['python3-gi', 'pygobject'],
  ['python3-serial', 'pyserial'],
  ['python3-zmq', 'pyzmq'],
]);

/** Names that conda gives to packages. */
export const CONDA_NAMES: ReadonlyMap<string, string> = new Map([
  ['pytorch', 'torch'],
  ['opencv', 'opencv-python'],
  ['py-opencv', 'opencv-python'],
  ['tensorflow-gpu', 'tensorflow'],
]);

/** Images that only hand over a program, when something is copied from them. */
export const TOOL_IMAGES = /^(?:astral-sh\/uv|library\/(?:node|golang|rust)|node|golang|rust|docker)$/;

/** Where a network volume is mounted: what lies there is no part of the image. */
export const VOLUMES = /\/(?:runpod-volume|workspace)\b/;

/** Variables that tell Python or the shell where packages lie. */
export const PACKAGE_PATHS: ReadonlySet<string> = new Set(['PYTHONPATH', 'PYTHONUSERBASE', 'VIRTUAL_ENV', 'PATH']);

/** What is brought up to date before anything else is installed. */
export const BUILD_TOOLS: ReadonlySet<string> = new Set([...INSTALLERS, 'uv', 'ninja', 'packaging']);

/** Repositories of weights, not of code. */
export const MODEL_REPOSITORY = /huggingface\.co\/(?!spaces\/)/;

/** Programs that install what other files say, which are not read. */
export const UNFOLLOWED_TOOLS: ReadonlySet<string> = new Set(
  'comfy comfy-cli make just task invoke nox tox cog ansible-playbook'.split(' '),
);

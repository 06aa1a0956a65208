// What else pip installs with a package, for the packages that workers use most. A package without a row is one of which it is
// not known what it brings. Rows hold what any version of the last years needed, so they rather say too much than too little.
// Sources: the metadata of the packages, requirements.txt of github.com/runpod/runpod-python (2026-11).

import { SDK_RELEASES } from './sdk-releases';

/** Package, then those it needs. `name[extra]` adds to `name`. Read it with base/table.ts. */
export const PACKAGE_NEEDS = `
runpod: aiohttp aiohttp-retry backoff boto3 click colorama cryptography fastapi[all] paramiko prettytable psutil py-cpuinfo inquirerpy requests tomli tomlkit tqdm-loggable urllib3 watchdog
runpod-flash: runpod cloudpickle pydantic python-dotenv rich typer questionary pathspec tomli
tetra-rp: runpod cloudpickle pydantic python-dotenv rich typer questionary pathspec
aiohttp: aiohappyeyeballs aiosignal async-timeout attrs frozenlist multidict propcache yarl charset-normalizer
aiohttp[speedups]: aiodns brotli backports-zstd
aiohttp-retry: aiohttp
yarl: idna multidict propcache
aiosignal: frozenlist typing-extensions
aiodns: pycares
pycares: cffi
aiofiles:
aiohappyeyeballs:
async-timeout:
frozenlist:
multidict: typing-extensions
propcache:
attrs:
backoff:
backports-zstd:
brotli:
boto3: botocore jmespath s3transfer
botocore: jmespath python-dateutil urllib3
s3transfer: botocore
aioboto3: aiobotocore aiofiles boto3
aiobotocore: aiohttp aioitertools botocore multidict wrapt python-dateutil jmespath
aioitertools:
jmespath:
s3fs: aiobotocore aiohttp fsspec
gcsfs: aiohttp decorator fsspec google-auth google-auth-oauthlib google-cloud-storage requests
minio: argon2-cffi certifi pycryptodome typing-extensions urllib3
argon2-cffi: argon2-cffi-bindings
argon2-cffi-bindings: cffi
python-dateutil: six
six:
urllib3:
certifi:
charset-normalizer:
chardet:
idna:
requests: certifi charset-normalizer idna urllib3 chardet
requests-toolbelt: requests
httpx: anyio certifi httpcore idna sniffio
httpx[http2]: h2
httpx-sse:
httpcore: certifi h11
h11:
h2: hpack hyperframe
hpack:
hyperframe:
anyio: idna sniffio typing-extensions exceptiongroup
sniffio:
exceptiongroup: typing-extensions
click: colorama
colorama:
cryptography: cffi typing-extensions
cffi: pycparser
pycparser:
pyopenssl: cryptography typing-extensions
paramiko: bcrypt cryptography pynacl invoke
bcrypt:
pynacl: cffi
invoke:
prettytable: wcwidth
wcwidth:
psutil:
py-cpuinfo:
inquirerpy: pfzy prompt-toolkit
pfzy:
prompt-toolkit: wcwidth
tomli:
tomlkit:
toml:
tqdm: colorama
tqdm-loggable: tqdm
watchdog:
fastapi: pydantic starlette typing-extensions annotated-doc
fastapi[all]: httpx jinja2 python-multipart itsdangerous pyyaml ujson orjson email-validator uvicorn[standard] pydantic-settings pydantic-extra-types fastapi-cli
fastapi[standard]: httpx jinja2 python-multipart email-validator uvicorn[standard] fastapi-cli pydantic-settings pydantic-extra-types
fastapi-cli: typer uvicorn[standard] rich-toolkit
rich-toolkit: click rich typing-extensions
annotated-doc:
starlette: anyio typing-extensions
sse-starlette: anyio starlette
uvicorn: click h11 typing-extensions
uvicorn[standard]: httptools python-dotenv pyyaml uvloop watchfiles websockets colorama
httptools:
uvloop:
watchfiles: anyio
websockets:
websocket-client:
gunicorn: packaging
hypercorn: h11 h2 priority wsproto tomli typing-extensions
priority:
wsproto: h11
python-multipart:
python-dotenv:
pydantic: annotated-types pydantic-core typing-extensions typing-inspection
pydantic-core: typing-extensions
pydantic-settings: pydantic python-dotenv typing-inspection
pydantic-extra-types: pydantic typing-extensions
annotated-types:
typing-extensions:
typing-inspection: typing-extensions
typing-inspect: mypy-extensions typing-extensions
mypy-extensions:
email-validator: dnspython idna
dnspython:
itsdangerous:
jinja2: markupsafe
markupsafe:
ujson:
orjson:
pyyaml:
flask: blinker click itsdangerous jinja2 werkzeug importlib-metadata markupsafe
flask-cors: flask werkzeug
blinker:
werkzeug: markupsafe
importlib-metadata: zipp typing-extensions
importlib-resources: zipp
zipp:
sanic: aiofiles html5tagger httptools multidict sanic-routing tracerite typing-extensions ujson uvloop websockets setuptools
html5tagger:
sanic-routing:
tracerite: html5tagger
typer: click rich shellingham typing-extensions annotated-doc
shellingham:
rich: markdown-it-py pygments typing-extensions
markdown-it-py: mdurl
mdurl:
pygments:
loguru:
structlog:
tenacity:
retry: decorator py
retrying: six
cachetools:
filelock:
packaging:
pip:
setuptools:
wheel: packaging
uv:
ninja:
cmake:
cython:
hatchling: packaging pathspec pluggy trove-classifiers
pathspec:
pluggy:
trove-classifiers:
pytest: iniconfig packaging pluggy pygments exceptiongroup tomli
pytest-cov: coverage pluggy pytest
pytest-mock: pytest
pytest-asyncio: pytest
iniconfig:
coverage: tomli
nest-asyncio:
uuid6:
nanoid:
shortuuid:
ulid-py:
python-slugify: text-unidecode
text-unidecode:
unidecode:
validators:
ipython: decorator jedi matplotlib-inline pexpect prompt-toolkit pygments stack-data traitlets typing-extensions backcall pickleshare exceptiongroup ipython-pygments-lexers
numpy:
scipy: numpy
pandas: numpy python-dateutil pytz tzdata
pytz:
tzdata:
pyarrow: numpy
polars: polars-runtime-32
matplotlib: contourpy cycler fonttools kiwisolver numpy packaging pillow pyparsing python-dateutil importlib-resources
contourpy: numpy
cycler:
fonttools:
kiwisolver:
pyparsing:
seaborn: matplotlib numpy pandas
plotly: narwhals packaging tenacity
narwhals:
scikit-learn: joblib numpy scipy threadpoolctl
joblib:
threadpoolctl:
scikit-image: imageio lazy-loader networkx numpy packaging pillow scipy tifffile
lazy-loader: packaging
networkx:
tifffile: numpy
imageio: numpy pillow
imageio[ffmpeg]: imageio-ffmpeg psutil
imageio-ffmpeg: setuptools
pillow:
pillow-heif: pillow
opencv-python: numpy
opencv-python-headless: numpy
opencv-contrib-python: numpy
opencv-contrib-python-headless: numpy
numexpr: numpy
numba: llvmlite numpy
llvmlite:
sympy: mpmath
mpmath:
h5py: numpy
statsmodels: numpy packaging pandas patsy scipy
patsy: numpy six
shapely: numpy
trimesh: numpy
torch: filelock fsspec jinja2 networkx sympy typing-extensions setuptools triton
triton: filelock setuptools
torchvision: numpy pillow torch requests
torchaudio: torch
torchmetrics: lightning-utilities numpy packaging torch
torchao:
torchdiffeq: scipy torch
torchsde: boltons numpy scipy torch trampoline
boltons:
trampoline:
torchcodec:
lightning-utilities: packaging setuptools typing-extensions
pytorch-lightning: fsspec lightning-utilities packaging pyyaml torch torchmetrics tqdm typing-extensions numpy
lightning: fsspec lightning-utilities packaging pyyaml torch torchmetrics tqdm typing-extensions pytorch-lightning numpy
fsspec:
xformers: numpy torch
flash-attn: einops torch ninja packaging
sageattention: torch
bitsandbytes: numpy packaging scipy torch
einops:
safetensors:
tokenizers: huggingface-hub
huggingface-hub: filelock fsspec hf-xet httpx packaging pyyaml requests shellingham tqdm typer typer-slim typing-extensions
huggingface-hub[cli]: inquirerpy
huggingface-hub[hf-transfer]: hf-transfer
huggingface-hub[hf-xet]: hf-xet
typer-slim: click typing-extensions typer
hf-transfer:
hf-xet:
transformers: filelock huggingface-hub numpy packaging pyyaml regex requests safetensors tokenizers tqdm typer typer-slim
transformers[torch]: torch accelerate
transformers[sentencepiece]: sentencepiece protobuf
regex:
sacremoses: click joblib regex tqdm six
sentencepiece:
tiktoken: regex requests
protobuf:
accelerate: huggingface-hub numpy packaging psutil pyyaml safetensors torch
peft: accelerate huggingface-hub numpy packaging psutil pyyaml safetensors torch tqdm transformers
diffusers: filelock httpx huggingface-hub importlib-metadata numpy pillow regex requests safetensors
diffusers[torch]: torch accelerate
datasets: aiohttp dill filelock fsspec[http] httpx huggingface-hub multiprocess numpy packaging pandas pyarrow pyyaml requests tqdm xxhash
fsspec[http]: aiohttp
dill:
multiprocess: dill
xxhash:
evaluate: datasets dill fsspec huggingface-hub multiprocess numpy packaging pandas requests tqdm xxhash responses
responses: pyyaml requests urllib3
trl: accelerate datasets packaging rich transformers
optimum: coloredlogs datasets huggingface-hub numpy packaging sympy torch transformers
optimum-quanto: huggingface-hub ninja numpy safetensors torch
coloredlogs: humanfriendly
humanfriendly:
auto-gptq: accelerate datasets gekko numpy peft rouge safetensors sentencepiece torch tqdm transformers
autoawq: accelerate datasets huggingface-hub tokenizers torch transformers triton typing-extensions
sentence-transformers: huggingface-hub numpy pillow scikit-learn scipy torch tqdm transformers typing-extensions nltk sentencepiece torchvision
nltk: click joblib regex tqdm
compel: diffusers pyparsing torch transformers notebook
controlnet-aux: einops filelock huggingface-hub importlib-metadata numpy opencv-python-headless pillow scikit-image scipy timm torch torchvision
timm: huggingface-hub pyyaml safetensors torch torchvision
kornia: kornia-rs packaging torch
kornia-rs:
lpips: numpy scipy torch torchvision tqdm
omegaconf: antlr4-python3-runtime pyyaml
hydra-core: antlr4-python3-runtime omegaconf packaging importlib-resources
antlr4-python3-runtime:
easydict:
addict:
munch: six
yacs: pyyaml
fvcore: iopath numpy pillow portalocker pyyaml tabulate termcolor tqdm yacs
iopath: portalocker tqdm typing-extensions
portalocker:
tabulate:
termcolor:
ftfy: wcwidth
future:
lmdb:
yapf: importlib-metadata platformdirs tomli
platformdirs:
basicsr: addict future lmdb numpy opencv-python pillow pyyaml requests scikit-image scipy tb-nightly tensorboard torch torchvision tqdm yapf
facexlib: filterpy numba numpy opencv-python pillow scipy torch torchvision tqdm
filterpy: matplotlib numpy scipy
gfpgan: basicsr facexlib lmdb numpy opencv-python pyyaml scipy tb-nightly tensorboard torch torchvision tqdm yapf
realesrgan: basicsr facexlib gfpgan numpy opencv-python pillow torch torchvision tqdm
spandrel: einops numpy safetensors torch torchvision typing-extensions
insightface: albumentations cython easydict matplotlib numpy onnx pillow prettytable requests scikit-image scikit-learn scipy tqdm opencv-python opencv-python-headless onnxruntime
albumentations: albucore numpy opencv-python-headless pydantic pyyaml scipy scikit-image scikit-learn qudida typing-extensions
albucore: numpy opencv-python-headless simsimd stringzilla
onnx: ml-dtypes numpy protobuf typing-extensions
ml-dtypes: numpy
onnxruntime: coloredlogs flatbuffers numpy packaging protobuf sympy
onnxruntime-gpu: coloredlogs flatbuffers numpy packaging protobuf sympy
flatbuffers:
rembg: jsonschema numpy opencv-python-headless pillow pooch pymatting scikit-image scipy tqdm onnxruntime
pooch: packaging platformdirs requests
pymatting: numba numpy pillow scipy
jsonschema: attrs jsonschema-specifications referencing rpds-py
jsonschema-specifications: referencing
referencing: attrs rpds-py typing-extensions
rpds-py:
ultralytics: matplotlib numpy opencv-python pandas pillow polars psutil py-cpuinfo pyyaml requests scipy seaborn torch torchvision tqdm ultralytics-thop thop
mediapipe: absl-py attrs flatbuffers jax jaxlib matplotlib numpy opencv-contrib-python protobuf sentencepiece sounddevice
absl-py:
sounddevice: cffi
jax: jaxlib ml-dtypes numpy opt-einsum scipy
jaxlib: ml-dtypes numpy scipy
opt-einsum: numpy
face-alignment: numba numpy opencv-python scikit-image scipy torch tqdm
segment-anything:
sam2: hydra-core iopath numpy pillow torch torchvision tqdm
open-clip-torch: ftfy huggingface-hub regex safetensors timm torch torchvision tqdm
easyocr: ninja numpy opencv-python-headless pillow pyclipper python-bidi pyyaml scikit-image scipy shapely torch torchvision
pyclipper:
python-bidi:
pytesseract: packaging pillow
pymupdf:
pypdf: typing-extensions
pypdf2: typing-extensions
pdf2image: pillow
pdfplumber: pdfminer-six pillow pypdfium2
pdfminer-six: charset-normalizer cryptography
pypdfium2:
python-docx: lxml typing-extensions
python-pptx: lxml pillow typing-extensions xlsxwriter
openpyxl: et-xmlfile
et-xmlfile:
xlsxwriter:
lxml:
beautifulsoup4: soupsieve typing-extensions
soupsieve:
html2text:
markdown:
trafilatura: certifi charset-normalizer courlan htmldate justext lxml urllib3
gdown: beautifulsoup4 filelock requests tqdm
wget:
yt-dlp:
pytubefix:
ffmpeg-python: future
av: numpy
decord: numpy
moviepy: decorator imageio imageio-ffmpeg numpy pillow proglog python-dotenv requests tqdm
decorator:
proglog: tqdm
pydub:
soundfile: cffi numpy
librosa: audioread decorator joblib lazy-loader msgpack numba numpy packaging pooch scikit-learn scipy soundfile soxr typing-extensions resampy
audioread:
msgpack:
soxr: numpy
resampy: numba numpy
pyloudnorm: future numpy scipy
noisereduce: joblib librosa matplotlib numpy scipy tqdm
praat-parselmouth: numpy
scenedetect: click numpy platformdirs tqdm
python-speech-features:
openai-whisper: more-itertools numba numpy regex tiktoken torch tqdm triton ffmpeg-python
more-itertools:
faster-whisper: av ctranslate2 huggingface-hub onnxruntime tokenizers tqdm
ctranslate2: numpy pyyaml setuptools
whisperx: av ctranslate2 faster-whisper huggingface-hub nltk numpy omegaconf pandas pyannote-audio torch torchaudio transformers triton ffmpeg-python setuptools
stable-ts: numpy openai-whisper torch torchaudio tqdm more-itertools
speechbrain: huggingface-hub hyperpyyaml joblib numpy packaging requests scipy sentencepiece soundfile torch torchaudio tqdm
hyperpyyaml: pyyaml ruamel-yaml
ruamel-yaml: ruamel-yaml-clib
ruamel-yaml-clib:
edge-tts: aiohttp certifi tabulate typing-extensions
gtts: click requests
demucs: dora-search einops julius lameenc openunmix pyyaml torch torchaudio tqdm diffq
audiocraft: av demucs einops encodec flashy gradio hydra-core hydra-colorlog julius librosa num2words numpy omegaconf protobuf sentencepiece soundfile spacy torch torchaudio torchdiffeq torchmetrics torchvision tqdm transformers xformers
encodec: einops numpy torch torchaudio
bark: boto3 encodec funcy huggingface-hub numpy scipy tokenizers torch tqdm transformers
gradio: aiofiles anyio audioop-lts brotli fastapi ffmpy gradio-client groovy httpx huggingface-hub jinja2 markupsafe numpy orjson packaging pandas pillow pydantic pydub python-multipart pyyaml ruff safehttpx semantic-version starlette tomlkit typer typing-extensions urllib3 uvicorn websockets matplotlib aiohttp altair importlib-resources requests hf-gradio
gradio-client: fsspec httpx huggingface-hub packaging typing-extensions websockets requests
audioop-lts:
ffmpy:
groovy:
ruff:
safehttpx: httpx
semantic-version:
streamlit: altair blinker cachetools click gitpython numpy packaging pandas pillow protobuf pyarrow pydeck requests rich tenacity toml tornado typing-extensions validators watchdog
altair: jinja2 jsonschema narwhals packaging toolz typing-extensions numpy pandas
toolz:
pydeck: jinja2 numpy
tornado:
gitpython: gitdb typing-extensions
gitdb: smmap
smmap:
wandb: click docker-pycreds gitpython packaging platformdirs protobuf psutil pydantic pyyaml requests sentry-sdk setproctitle setuptools typing-extensions appdirs
docker-pycreds: six
setproctitle:
appdirs:
sentry-sdk: certifi urllib3
tensorboard: absl-py grpcio markdown numpy packaging pillow protobuf setuptools six tensorboard-data-server werkzeug google-auth google-auth-oauthlib requests wheel
tensorboard-data-server:
grpcio: typing-extensions
tensorflow: absl-py astunparse flatbuffers gast google-pasta grpcio h5py keras libclang ml-dtypes numpy opt-einsum packaging protobuf requests setuptools six tensorboard termcolor typing-extensions wrapt jax tensorflow-estimator tensorflow-io-gcs-filesystem
wrapt:
keras: absl-py h5py ml-dtypes namex numpy optree packaging rich
deepspeed: einops hjson msgpack ninja numpy packaging psutil py-cpuinfo pydantic torch tqdm nvidia-ml-py pynvml
hjson:
nvidia-ml-py:
pynvml: nvidia-ml-py
gputil:
vllm: aiohttp blake3 cachetools cloudpickle compressed-tensors depyf einops fastapi[standard] filelock gguf huggingface-hub importlib-metadata lark lm-format-enforcer mistral-common msgspec numba numpy openai opencv-python-headless outlines partial-json-parser pillow prometheus-client prometheus-fastapi-instrumentator protobuf psutil py-cpuinfo pybase64 pydantic python-json-logger pyyaml pyzmq ray regex requests scipy sentencepiece setproctitle setuptools six tiktoken tokenizers torch torchaudio torchvision tqdm transformers triton typing-extensions uvicorn watchfiles xformers xgrammar openai-harmony cbor2 ninja safetensors hf-xet anthropic mcp diskcache flashinfer-python ijson
ray: click filelock jsonschema msgpack packaging protobuf pyyaml requests aiosignal frozenlist numpy
blake3:
cloudpickle:
compressed-tensors: pydantic torch transformers
gguf: numpy pyyaml tqdm
lark:
mistral-common: jsonschema numpy opencv-python-headless pillow pydantic pydantic-extra-types requests sentencepiece tiktoken typing-extensions
msgspec:
outlines: airportsdata cloudpickle diskcache genson iso3166 jinja2 jsonschema jsonpath-ng pillow pydantic referencing requests torch typing-extensions lark nest-asyncio numpy
prometheus-client:
prometheus-fastapi-instrumentator: prometheus-client starlette
pybase64:
python-json-logger:
pyzmq:
llama-cpp-python: diskcache jinja2 numpy typing-extensions
llama-cpp-python[server]: fastapi pydantic-settings pyyaml sse-starlette starlette-context uvicorn
diskcache:
openai: anyio distro httpx jiter pydantic sniffio tqdm typing-extensions
distro:
jiter:
anthropic: anyio distro docstring-parser httpx jiter pydantic sniffio typing-extensions
docstring-parser:
replicate: httpx packaging pydantic typing-extensions
langchain: langchain-core langchain-text-splitters langsmith pydantic pyyaml requests sqlalchemy aiohttp numpy tenacity dataclasses-json langchain-community langgraph
langchain-core: jsonpatch langsmith packaging pydantic pyyaml tenacity typing-extensions uuid-utils
langchain-text-splitters: langchain-core
langsmith: httpx orjson packaging pydantic requests requests-toolbelt zstandard uuid-utils
jsonpatch: jsonpointer
jsonpointer:
uuid-utils:
zstandard:
sqlalchemy: greenlet typing-extensions
greenlet:
faiss-cpu: numpy packaging
faiss-gpu: numpy
supabase: httpx postgrest realtime storage3 supabase-auth supabase-functions gotrue supafunc pydantic typing-extensions websockets python-dateutil yarl
redis: async-timeout
pymongo: dnspython
psycopg2-binary:
psycopg2:
stripe: requests typing-extensions
google-auth: cachetools pyasn1-modules rsa cryptography
google-auth-oauthlib: google-auth requests-oauthlib
requests-oauthlib: oauthlib requests
oauthlib:
pyasn1-modules: pyasn1
pyasn1:
rsa: pyasn1
google-api-core: google-auth googleapis-common-protos proto-plus protobuf requests
googleapis-common-protos: protobuf
proto-plus: protobuf
google-cloud-core: google-api-core google-auth
google-cloud-storage: google-api-core google-auth google-cloud-core google-crc32c google-resumable-media requests
google-crc32c:
google-resumable-media: google-crc32c
google-api-python-client: google-api-core google-auth google-auth-httplib2 httplib2 uritemplate
google-auth-httplib2: google-auth httplib2
httplib2: pyparsing
uritemplate:
azure-core: requests six typing-extensions
azure-storage-blob: azure-core cryptography isodate typing-extensions
isodate: six
azure-identity: azure-core cryptography msal msal-extensions typing-extensions
cloudinary: certifi six urllib3
firebase-admin: cachecontrol google-api-core google-api-python-client google-cloud-firestore google-cloud-storage pyjwt httpx
pyjwt: typing-extensions
python-jose: ecdsa pyasn1 rsa cryptography
pycryptodome:
qrcode: pillow
opentelemetry-api: importlib-metadata typing-extensions deprecated
opentelemetry-sdk: opentelemetry-api opentelemetry-semantic-conventions typing-extensions
opentelemetry-semantic-conventions: opentelemetry-api typing-extensions
json-repair:
z3-solver:
setuptools-scm: packaging setuptools
datetime: pytz zope-interface
zope-interface: setuptools
jupyter-archive: jupyter-server
pyannote-audio: asteroid-filterbanks einops huggingface-hub lightning matplotlib numpy omegaconf opentelemetry-api opentelemetry-exporter-otlp opentelemetry-sdk pyannote-core pyannote-database pyannote-metrics pyannote-pipeline pyannoteai-sdk pytorch-lightning pytorch-metric-learning rich safetensors semver soundfile speechbrain tensorboardx torch torch-audiomentations torchaudio torchcodec torchmetrics
asteroid-filterbanks: numpy torch typing-extensions
opentelemetry-exporter-otlp: opentelemetry-exporter-otlp-proto-grpc opentelemetry-exporter-otlp-proto-http
opentelemetry-exporter-otlp-proto-grpc: googleapis-common-protos grpcio opentelemetry-api opentelemetry-exporter-otlp-proto-common opentelemetry-proto opentelemetry-sdk typing-extensions
opentelemetry-exporter-otlp-proto-http: googleapis-common-protos opentelemetry-api opentelemetry-exporter-otlp-proto-common opentelemetry-proto opentelemetry-sdk requests typing-extensions
opentelemetry-exporter-otlp-proto-common: opentelemetry-proto
opentelemetry-proto: protobuf
pyannote-core: numpy pandas scipy sortedcontainers typing-extensions
pyannote-database: pandas pyannote-core pyyaml typer
pyannote-metrics: docopt matplotlib numpy pandas pyannote-core pyannote-database scikit-learn scipy sympy tabulate
pyannote-pipeline: docopt filelock optuna pyannote-core pyannote-database pyyaml scikit-learn tqdm
optuna: alembic colorlog numpy packaging pyyaml sqlalchemy tqdm
alembic: mako sqlalchemy typing-extensions
mako: markupsafe
colorlog:
pyannoteai-sdk: requests
pytorch-metric-learning: numpy scikit-learn torch tqdm
semver:
tensorboardx: numpy packaging protobuf
torch-audiomentations: julius librosa torch torch-pitch-shift torchaudio
torch-pitch-shift: packaging primepy torch torchaudio
primepy:
spacy: catalogue cymem jinja2 langcodes murmurhash numpy packaging preshed pydantic requests setuptools spacy-legacy spacy-loggers srsly thinc tqdm typer wasabi weasel
catalogue:
cymem:
langcodes: language-data
language-data: marisa-trie
marisa-trie: setuptools
murmurhash:
preshed: cymem murmurhash
spacy-legacy:
spacy-loggers:
srsly: catalogue
thinc: blis catalogue confection cymem murmurhash numpy packaging preshed pydantic setuptools srsly wasabi
blis: numpy
confection: pydantic srsly
wasabi:
weasel: cloudpathlib confection packaging pydantic requests smart-open srsly typer wasabi
cloudpathlib: typing-extensions
smart-open: wrapt
flashy: colorlog dora-search torch
hydra-colorlog: colorlog hydra-core
dataclasses-json: marshmallow typing-inspect
marshmallow: packaging
langgraph: langchain-core langgraph-checkpoint langgraph-prebuilt langgraph-sdk pydantic xxhash
langgraph-checkpoint: langchain-core ormsgpack
langgraph-prebuilt: langchain-core langgraph-checkpoint
langgraph-sdk: httpx orjson
ormsgpack:
langchain-community: aiohttp dataclasses-json httpx-sse langchain langchain-core langsmith numpy pydantic-settings pyyaml requests sqlalchemy tenacity
depyf: astor dill
astor:
lm-format-enforcer: interegular packaging pydantic pyyaml
interegular:
airportsdata:
genson:
iso3166:
jsonpath-ng: ply
ply:
partial-json-parser:
xgrammar: ninja numpy pydantic torch transformers triton
openai-harmony: pydantic
cbor2:
mcp: anyio httpx httpx-sse jsonschema pydantic pydantic-settings pyjwt python-multipart sse-starlette starlette typing-extensions uvicorn
flashinfer-python: apache-tvm-ffi click einops ninja numpy nvidia-cudnn-frontend nvidia-cutlass-dsl nvidia-ml-py packaging requests tabulate torch tqdm
apache-tvm-ffi: typing-extensions
nvidia-cudnn-frontend:
nvidia-cutlass-dsl: cuda-python numpy typing-extensions
cuda-python:
ijson:
starlette-context: starlette
invisible-watermark: numpy opencv-python pillow pywavelets torch onnx onnxruntime
questionary: prompt-toolkit
py:
jedi: parso
parso:
matplotlib-inline: traitlets
pexpect: ptyprocess
ptyprocess:
stack-data: asttokens executing pure-eval
asttokens:
executing:
pure-eval:
traitlets:
backcall:
pickleshare:
ipython-pygments-lexers: pygments
polars-runtime-32:
gekko: numpy
rouge: six
tb-nightly: tensorboard
qudida: numpy opencv-python-headless scikit-learn typing-extensions
simsimd:
stringzilla:
ultralytics-thop: numpy torch
thop: torch
courlan: babel tld urllib3
tld:
htmldate: charset-normalizer dateparser lxml python-dateutil urllib3
dateparser: python-dateutil pytz regex tzlocal
tzlocal: tzdata
justext: lxml
babel: pytz
julius: torch
lameenc:
openunmix: numpy torch torchaudio tqdm
diffq: cython numpy torch
dora-search: omegaconf retrying submitit torch treetable
submitit: cloudpickle typing-extensions
treetable:
num2words: docopt
docopt:
funcy:
hf-gradio: gradio-client typer
astunparse: six wheel
gast:
google-pasta: six
libclang:
tensorflow-estimator:
tensorflow-io-gcs-filesystem:
namex:
optree: typing-extensions
ecdsa: six
deprecated: wrapt
async-lru: typing-extensions
ipykernel: comm debugpy ipython jupyter-client jupyter-core matplotlib-inline nest-asyncio packaging psutil pyzmq tornado traitlets
debugpy:
comm: traitlets
jupyter-core: platformdirs traitlets
jupyter-client: jupyter-core python-dateutil pyzmq tornado traitlets
jupyter-lsp: jupyter-server
jupyter-server: anyio argon2-cffi jinja2 jupyter-client jupyter-core jupyter-events jupyter-server-terminals nbconvert nbformat overrides packaging prometheus-client pyzmq send2trash terminado tornado traitlets websocket-client
jupyter-events: jsonschema packaging python-json-logger pyyaml referencing rfc3339-validator rfc3986-validator traitlets
jupyter-server-terminals: terminado
jupyterlab-server: babel jinja2 json5 jsonschema jupyter-server packaging requests
json5:
overrides:
rfc3339-validator: six
rfc3986-validator:
notebook-shim: jupyter-server
nbformat: fastjsonschema jsonschema jupyter-core traitlets
fastjsonschema:
nbconvert: beautifulsoup4 bleach defusedxml jinja2 jupyter-core jupyterlab-pygments markupsafe mistune nbclient nbformat packaging pandocfilters pygments traitlets
bleach: webencodings tinycss2
tinycss2: webencodings
webencodings:
defusedxml:
jupyterlab-pygments:
mistune:
nbclient: jupyter-client jupyter-core nbformat traitlets
pandocfilters:
send2trash:
terminado: ptyprocess tornado
jupyterlab-widgets:
widgetsnbextension:
msal: cryptography pyjwt requests
msal-extensions: msal
postgrest: deprecation httpx pydantic strenum yarl
realtime: pydantic typing-extensions websockets
storage3: deprecation httpx pydantic python-dateutil yarl
supabase-auth: httpx pydantic pyjwt
supabase-functions: httpx strenum yarl
gotrue: httpx pydantic pyjwt
supafunc: httpx
deprecation: packaging
strenum:
cachecontrol: filelock msgpack requests
google-cloud-firestore: google-api-core google-auth google-cloud-core grpcio proto-plus protobuf
kernels: huggingface-hub packaging pyyaml tomli
celluloid: matplotlib
ptflops: torch torchvision
deepcache: diffusers transformers
deep-translator: beautifulsoup4 requests
clip-interrogator: accelerate huggingface-hub open-clip-torch pillow requests safetensors torch torchvision tqdm transformers
xfuser: accelerate diffusers distvae einops opencv-python-headless sentencepiece torch transformers yunchang pandas pytest flash-attn imageio imageio-ffmpeg
yunchang: torch
distvae: torch diffusers
customtkinter: darkdetect packaging
darkdetect:
tkinterdnd2:
tk:
multipart:
asgiref: typing-extensions
django: asgiref sqlparse tzdata
sqlparse:
pypng:
cairosvg: cairocffi cssselect2 defusedxml pillow tinycss2
cairocffi: cffi
cssselect2: tinycss2 webencodings
imagehash: numpy pillow pywavelets scipy
pywavelets: numpy
rapidfuzz:
levenshtein: rapidfuzz
python-levenshtein: levenshtein
pysocks:
selenium: certifi trio trio-websocket typing-extensions urllib3 websocket-client
trio: attrs idna outcome sniffio sortedcontainers exceptiongroup
trio-websocket: trio wsproto
outcome: attrs
sortedcontainers:
cog: attrs fastapi httpx pydantic pyyaml requests starlette structlog typing-extensions uvicorn
jupyterlab: async-lru httpx ipykernel jinja2 jupyter-core jupyter-lsp jupyter-server jupyterlab-server notebook-shim packaging setuptools tornado traitlets tomli requests pyyaml jsonschema psutil pyzmq python-dateutil prometheus-client websocket-client nest-asyncio ipython jupyter-client nbformat nbconvert beautifulsoup4 pygments babel rfc3339-validator send2trash terminado argon2-cffi anyio matplotlib-inline attrs certifi idna charset-normalizer urllib3 typing-extensions platformdirs six
ipywidgets: comm ipython jupyterlab-widgets traitlets widgetsnbextension
notebook: jupyterlab jupyter-server
`;

/** What only releases before one of these needed, all of which are still in use. */
export const FORMER_NEEDS: readonly {
  readonly name: string;
  readonly releases: readonly string[];
  readonly needs: readonly string[];
}[] = [
  {
    name: 'runpod',
    releases: SDK_RELEASES.slice(SDK_RELEASES.indexOf('1.3.2')),
    needs: ['pillow', 'python-dotenv', 'setuptools-scm'],
  },
];

/** Packages that hardly any other package needs: where nothing asks for one by name, it is not there. */
export const NEVER_BROUGHT: ReadonlySet<string> = new Set(
  (
    'runpod hf-transfer insightface faster-whisper whisperx stable-ts openai-whisper easyocr paddleocr gfpgan realesrgan controlnet-aux ' +
    'rembg vllm ultralytics supabase stripe replicate firebase-admin cloudinary deepspeed compel edge-tts gtts ' +
    'chatterbox-tts kokoro f5-tts coqui-tts tts audiocraft demucs llama-cpp-python auto-gptq autoawq yt-dlp pytubefix gdown ' +
    'moviepy pydub noisereduce azure-storage-blob azure-identity minio spandrel mediapipe face-alignment clip-interrogator'
  ).split(' '),
);

// Which package brings a module: names under which packages are imported, where these differ from the packages' names.
// Packages that are imported under their own name stand in knowledge/package-needs.ts. Sources: the packages' own documentation
// and metadata (2026-11).

/**
 * Module, then the packages that bring it, the usual one first. Of a dotted name and the one it lies in, the dotted one
 * counts. Read it with base/table.ts.
 */
export const DISTRIBUTIONS = `
cv2: opencv-python opencv-python-headless opencv-contrib-python opencv-contrib-python-headless
PIL: pillow pillow-simd
yaml: pyyaml
sklearn: scikit-learn
skimage: scikit-image
dotenv: python-dotenv
bs4: beautifulsoup4
jwt: pyjwt
jose: python-jose
magic: python-magic
fitz: pymupdf
pymupdf: pymupdf
docx: python-docx
pptx: python-pptx
multipart: python-multipart multipart
python_multipart: python-multipart
slugify: python-slugify
dateutil: python-dateutil
dateparser: dateparser
pytz: pytz
Crypto: pycryptodome pycrypto
Cryptodome: pycryptodomex
OpenSSL: pyopenssl
nacl: pynacl
serial: pyserial
usb: pyusb
git: gitpython
github: pygithub
gitlab: python-gitlab
Levenshtein: levenshtein python-levenshtein
Xlib: python-xlib
zmq: pyzmq
kafka: kafka-python kafka-python-ng
pika: pika
psycopg2: psycopg2-binary psycopg2
psycopg: psycopg
MySQLdb: mysqlclient
mysql: mysql-connector-python
bson: pymongo
gridfs: pymongo
pymongo: pymongo
redis: redis
memcache: python-memcached
ldap: python-ldap
attr: attrs
attrs: attrs
pkg_resources: setuptools
setuptools: setuptools
wheel: wheel
pip: pip
_cffi_backend: cffi
markdown: markdown
jinja2: jinja2
flask: flask
flask_cors: flask-cors
flask_restful: flask-restful
werkzeug: werkzeug
websocket: websocket-client
websockets: websockets
socks: pysocks
socketio: python-socketio
engineio: python-engineio
telegram: python-telegram-bot
telebot: pytelegrambotapi
discord: discord-py
googleapiclient: google-api-python-client
apiclient: google-api-python-client
google_auth_oauthlib: google-auth-oauthlib
google.auth: google-auth
google.oauth2: google-auth
google.api_core: google-api-core
google.rpc: googleapis-common-protos
google.protobuf: protobuf
google.generativeai: google-generativeai
google.genai: google-genai
google.cloud.storage: google-cloud-storage
google.cloud.bigquery: google-cloud-bigquery
google.cloud.firestore: google-cloud-firestore
google.cloud.pubsub_v1: google-cloud-pubsub
google.cloud.secretmanager: google-cloud-secret-manager
google.cloud.speech: google-cloud-speech
google.cloud.texttospeech: google-cloud-texttospeech
google.cloud.translate: google-cloud-translate
google.cloud.vision: google-cloud-vision
google.cloud.aiplatform: google-cloud-aiplatform
vertexai: google-cloud-aiplatform
azure.storage.blob: azure-storage-blob
azure.identity: azure-identity
azure.core: azure-core
firebase_admin: firebase-admin
whisper: openai-whisper
stable_whisper: stable-ts
whisper_timestamped: whisper-timestamped
faster_whisper: faster-whisper
TTS: coqui-tts tts
trainer: coqui-tts-trainer trainer
f5_tts: f5-tts
kokoro: kokoro
chatterbox: chatterbox-tts
edge_tts: edge-tts
gtts: gtts
pyttsx3: pyttsx3
bark: bark
audiocraft: audiocraft
demucs: demucs
pyannote: pyannote-audio pyannote-core
pyannote.audio: pyannote-audio
pyannote.core: pyannote-core
speech_recognition: speechrecognition
ffmpeg: ffmpeg-python python-ffmpeg
imageio_ffmpeg: imageio-ffmpeg
moviepy: moviepy
av: av
decord: decord eva-decord
pydub: pydub
soundfile: soundfile
sounddevice: sounddevice
pyloudnorm: pyloudnorm
parselmouth: praat-parselmouth
noisereduce: noisereduce
df: deepfilternet
resemble_enhance: resemble-enhance
llama_cpp: llama-cpp-python
llama_index: llama-index llama-index-core
llama_index.core: llama-index-core llama-index
langchain_core: langchain-core
langchain_community: langchain-community
langchain_openai: langchain-openai
langchain_text_splitters: langchain-text-splitters
sentence_transformers: sentence-transformers
FlagEmbedding: flagembedding
faiss: faiss-cpu faiss-gpu faiss-gpu-cu12 faiss-gpu-cu11
chromadb: chromadb
qdrant_client: qdrant-client
pinecone: pinecone pinecone-client
weaviate: weaviate-client
huggingface_hub: huggingface-hub
hf_transfer: hf-transfer
hf_xet: hf-xet
flash_attn: flash-attn
bitsandbytes: bitsandbytes
auto_gptq: auto-gptq
gptqmodel: gptqmodel
awq: autoawq
vllm: vllm
sglang: sglang
exllamav2: exllamav2
tensorrt_llm: tensorrt-llm
tensorrt: tensorrt
onnxruntime: onnxruntime onnxruntime-gpu onnxruntime-openvino onnxruntime-directml
onnx: onnx
openvino: openvino
tritonclient: tritonclient
optimum: optimum
optimum.quanto: optimum-quanto
quanto: quanto
torch: torch pytorch
torchvision: torchvision
torchaudio: torchaudio
functorch: torch
torchgen: torch
caffe2: torch
torch_xla: torch-xla
pytorch_lightning: pytorch-lightning
lightning: lightning
lightning_fabric: lightning-fabric
torchmetrics: torchmetrics
tensorflow: tensorflow tensorflow-cpu tensorflow-gpu tf-nightly
tensorflow_hub: tensorflow-hub
keras: keras
jax: jax
jaxlib: jaxlib
flax: flax
mxnet: mxnet
paddle: paddlepaddle paddlepaddle-gpu
paddleocr: paddleocr
easyocr: easyocr
pytesseract: pytesseract
doctr: python-doctr
pdf2image: pdf2image
PyPDF2: pypdf2
pypdf: pypdf
pdfplumber: pdfplumber
pdfminer: pdfminer-six
unstructured: unstructured
mineru: mineru
magic_pdf: magic-pdf
docling: docling
marker: marker-pdf
rembg: rembg
clip: openai-clip clip clip-anytorch
open_clip: open-clip-torch
clip_interrogator: clip-interrogator
lavis: salesforce-lavis
segment_anything: segment-anything segment-anything-py
sam2: sam2
groundingdino: groundingdino-py
ultralytics: ultralytics
supervision: supervision
mmcv: mmcv mmcv-full
mmdet: mmdet
mmengine: mmengine
mmpose: mmpose
insightface: insightface
facexlib: facexlib
gfpgan: gfpgan
basicsr: basicsr
realesrgan: realesrgan
codeformer: codeformer-pip
face_recognition: face-recognition
face_alignment: face-alignment
dlib: dlib dlib-bin
mediapipe: mediapipe
controlnet_aux: controlnet-aux
compel: compel
k_diffusion: k-diffusion
ip_adapter: ip-adapter
DeepCache: deepcache
nunchaku: nunchaku
sageattention: sageattention
xfuser: xfuser
spandrel: spandrel
kornia: kornia
albumentations: albumentations
imgaug: imgaug
imagehash: imagehash
pillow_heif: pillow-heif
pyvips: pyvips
wand: wand
cairosvg: cairosvg
qrcode: qrcode
skvideo: scikit-video
surprise: scikit-surprise
umap: umap-learn
hdbscan: hdbscan
community: python-louvain
igraph: igraph python-igraph
Bio: biopython
rdkit: rdkit rdkit-pypi
openmm: openmm
ase: ase
trimesh: trimesh
pytorch3d: pytorch3d
open3d: open3d open3d-cpu
nerfstudio: nerfstudio
gsplat: gsplat
pynvml: nvidia-ml-py pynvml nvidia-ml-py3
GPUtil: gputil
cpuinfo: py-cpuinfo
cupy: cupy-cuda12x cupy-cuda11x cupy-cuda13x cupy
cuda: cuda-python
pycuda: pycuda
cudf: cudf-cu12
rpy2: rpy2
wx: wxpython
gi: pygobject
sdl2: pysdl2
runpod_flash: runpod-flash
tetra_rp: tetra-rp
prometheus_client: prometheus-client
sentry_sdk: sentry-sdk
opentelemetry: opentelemetry-api
opentelemetry.sdk: opentelemetry-sdk
opentelemetry.exporter.otlp.proto.http: opentelemetry-exporter-otlp-proto-http
opentelemetry.exporter.otlp.proto.grpc: opentelemetry-exporter-otlp-proto-grpc
loguru: loguru
structlog: structlog
pythonjsonlogger: python-json-logger
json_repair: json-repair
jsonschema: jsonschema
ruamel: ruamel-yaml
ruamel.yaml: ruamel-yaml
google_crc32c: google-crc32c
typing_extensions: typing-extensions
typing_inspect: typing-inspect
pydantic_settings: pydantic-settings
pydantic_core: pydantic-core
email_validator: email-validator
sse_starlette: sse-starlette
starlette: starlette
nest_asyncio: nest-asyncio
aiohttp_retry: aiohttp-retry
aioboto3: aioboto3
aiobotocore: aiobotocore
mypy_boto3_s3: mypy-boto3-s3
s3transfer: s3transfer
supabase: supabase
postgrest: postgrest
gotrue: gotrue
stripe: stripe
anthropic: anthropic
openai: openai
cohere: cohere
mistralai: mistralai
mistral_common: mistral-common
groq: groq
replicate: replicate
elevenlabs: elevenlabs
fal_client: fal-client
cloudinary: cloudinary
b2sdk: b2sdk
minio: minio
boto: boto
telethon: telethon
selenium: selenium
playwright: playwright
webdriver_manager: webdriver-manager
fake_useragent: fake-useragent
yt_dlp: yt-dlp
youtube_dl: youtube-dl
pytube: pytube pytubefix
instaloader: instaloader
gdown: gdown
wget: wget
tldextract: tldextract
readability: readability-lxml
newspaper: newspaper3k newspaper4k
lxml: lxml
cssselect: cssselect
html2text: html2text
markdownify: markdownify
trafilatura: trafilatura
zstandard: zstandard
brotli: brotli
snappy: python-snappy
lz4: lz4
blosc: blosc
pyarrow: pyarrow
fastparquet: fastparquet
netCDF4: netcdf4
h5py: h5py
tables: tables
xlrd: xlrd
openpyxl: openpyxl
xlsxwriter: xlsxwriter
mpl_toolkits: matplotlib
pylab: matplotlib
IPython: ipython
ipykernel: ipykernel
notebook: notebook
jupyter_client: jupyter-client
nbformat: nbformat
pytorch_fid: pytorch-fid
fvcore: fvcore
iopath: iopath
einops_exts: einops-exts
rotary_embedding_torch: rotary-embedding-torch
vector_quantize_pytorch: vector-quantize-pytorch
lion_pytorch: lion-pytorch
pytorch_msssim: pytorch-msssim
sat: swissarmytransformer
SwissArmyTransformer: swissarmytransformer
python_speech_features: python-speech-features
speechbrain: speechbrain
nemo: nemo-toolkit
nemo_toolkit: nemo-toolkit
espnet: espnet
espnet2: espnet
fairseq: fairseq
phonemizer: phonemizer
g2p_en: g2p-en
pypinyin: pypinyin
jieba: jieba
MeCab: mecab-python3
unidecode: unidecode
text_unidecode: text-unidecode
inflect: inflect
num2words: num2words
contractions: contractions
langid: langid
fasttext: fasttext fasttext-wheel
spacy: spacy
nltk: nltk
textblob: textblob
gensim: gensim
sacremoses: sacremoses
sacrebleu: sacrebleu
rouge_score: rouge-score
deep_translator: deep-translator
googletrans: googletrans
ctranslate2: ctranslate2
argostranslate: argostranslate
sentencepiece: sentencepiece
tiktoken: tiktoken
rapidfuzz: rapidfuzz
fuzzywuzzy: fuzzywuzzy
thefuzz: thefuzz
apscheduler: apscheduler
rq: rq
celery: celery
dramatiq: dramatiq
pyaudio: pyaudio
pyautogui: pyautogui
pynput: pynput
psd_tools: psd-tools
ezdxf: ezdxf
shapely: shapely
cartopy: cartopy
osgeo: gdal
rasterio: rasterio
geopandas: geopandas
fiona: fiona
stl: numpy-stl
vtk: vtk
pyrender: pyrender
OpenGL: pyopengl
glfw: glfw
moderngl: moderngl
customtkinter: customtkinter
tkinterdnd2: tkinterdnd2
PyQt5: pyqt5
PyQt6: pyqt6
PySide6: pyside6
smplx: smplx
chumpy: chumpy
tyro: tyro
gymnasium: gymnasium
gym: gym
absl: absl-py
grpc: grpcio
antlr4: antlr4-python3-runtime
hydra: hydra-core
dns: dnspython
tlz: toolz
pywt: pywavelets
bidi: python-bidi
dora: dora-search
markdown_it: markdown-it-py
rpds: rpds-py
argon2: argon2-cffi
png: pypng
tree: dm-tree
pythonosc: python-osc
flashinfer: flashinfer-python
tvm_ffi: apache-tvm-ffi
cutlass: nvidia-cutlass-dsl
thop: ultralytics-thop thop
pyximport: cython
pycocotools: pycocotools
jupyter: jupyter
opentelemetry.instrumentation: opentelemetry-instrumentation
xdist: pytest-xdist
graphql: graphql-core
aio_pika: aio-pika
nats: nats-py
consul: python-consul
ee: earthengine-api
pyrogram: pyrogram
instructor: instructor
dashscope: dashscope
qwen_vl_utils: qwen-vl-utils
hqq: hqq
galore_torch: galore-torch
torch_fidelity: torch-fidelity
segmentation_models_pytorch: segmentation-models-pytorch
efficientnet_pytorch: efficientnet-pytorch
pytorch_grad_cam: grad-cam
color_matcher: color-matcher
pyiqa: pyiqa
nvidia_smi: nvidia-ml-py3
`;

/** First names of which the second decides what package it is. */
export const SHARED_NAMES: ReadonlySet<string> = new Set(
  'google azure opentelemetry pyannote optimum llama_index ruamel zope backports'.split(' '),
);

/** First names of modules that belong to many packages at once: only the longer names above tell something. */
export const NAMESPACES: ReadonlySet<string> = new Set([
  'google',
  'google.cloud',
  'azure',
  'azure.ai',
  'azure.storage',
  'zope',
  'backports',
]);

// Calls that load a model, download weights or set up an environment: what belongs before `start()`.
// Source: the libraries' own documentation and signatures, read 2026-11-21; RunPod's advice to load outside the handler:
// docs.runpod.io/serverless/workers/handler-functions.

export type SetupWork = 'load' | 'download';

/** By full dotted path. */
const BY_PATH: Readonly<Record<SetupWork, readonly string[]>> = {
  load: [
    'torch.load',
    'torch.jit.load',
    'torch.hub.load',
    'safetensors.torch.load_file',
    'transformers.pipeline',
    'transformers.pipelines.pipeline',
    'optimum.pipelines.pipeline',
    'sentence_transformers.SentenceTransformer',
    'sentence_transformers.CrossEncoder',
    'FlagEmbedding.BGEM3FlagModel',
    'FlagEmbedding.FlagReranker',
    'infinity_emb.AsyncEmbeddingEngine.from_args',
    'open_clip.create_model_and_transforms',
    'clip.load',
    'timm.create_model',
    'vllm.LLM',
    'vllm.AsyncLLMEngine.from_engine_args',
    'vllm.LLMEngine.from_engine_args',
    'vllm.engine.async_llm_engine.AsyncLLMEngine.from_engine_args',
    'sglang.Engine',
    'lmdeploy.pipeline',
    'exllamav2.ExLlamaV2',
    'ctransformers.AutoModelForCausalLM.from_pretrained',
    'llama_cpp.Llama',
    'mlc_llm.MLCEngine',
    'auto_gptq.AutoGPTQForCausalLM.from_quantized',
    'awq.AutoAWQForCausalLM.from_quantized',
    'unsloth.FastLanguageModel.from_pretrained',
    'whisper.load_model',
    'faster_whisper.WhisperModel',
    'whisperx.load_model',
    'whisperx.load_align_model',
    'whisperx.DiarizationPipeline',
    'stable_whisper.load_model',
    'stable_whisper.load_faster_whisper',
    'whisper_timestamped.load_model',
    'nemo.collections.asr.models.ASRModel.from_pretrained',
    'TTS.api.TTS',
    'bark.preload_models',
    'f5_tts.api.F5TTS',
    'kokoro.KPipeline',
    'chatterbox.tts.ChatterboxTTS.from_pretrained',
    'audiocraft.models.MusicGen.get_pretrained',
    'audiocraft.models.AudioGen.get_pretrained',
    'demucs.pretrained.get_model',
    'pyannote.audio.Pipeline.from_pretrained',
    'df.init_df',
    'df.enhance.init_df',
    'onnxruntime.InferenceSession',
    'tensorrt.Runtime',
    'openvino.runtime.Core.compile_model',
    'openvino.Core.compile_model',
    'tensorflow.keras.models.load_model',
    'keras.models.load_model',
    'keras.saving.load_model',
    'tensorflow.saved_model.load',
    'tensorflow_hub.load',
    'tensorflow_hub.KerasLayer',
    'insightface.app.FaceAnalysis',
    'insightface.model_zoo.get_model',
    'gfpgan.GFPGANer',
    'realesrgan.RealESRGANer',
    'facexlib.utils.face_restoration_helper.FaceRestoreHelper',
    'ultralytics.YOLO',
    'ultralytics.SAM',
    'segment_anything.sam_model_registry',
    'segment_anything.SamPredictor',
    'sam2.build_sam.build_sam2',
    'rembg.new_session',
    'easyocr.Reader',
    'paddleocr.PaddleOCR',
    'doctr.models.ocr_predictor',
    'surya.model.detection.model.load_model',
    'spacy.load',
    'stanza.Pipeline',
    'fasttext.load_model',
    'gensim.models.KeyedVectors.load',
    'joblib.load',
    'peft.PeftModel.from_pretrained',
    'modelscope.pipelines.pipeline',
    'modelscope.pipeline',
    'cog.predictor.load_predictor',
  ],
  download: [
    'huggingface_hub.snapshot_download',
    'huggingface_hub.hf_hub_download',
    'modelscope.snapshot_download',
    'modelscope.hub.snapshot_download.snapshot_download',
    'torch.hub.download_url_to_file',
    'torch.hub.load_state_dict_from_url',
    'nltk.download',
    'gdown.download',
    'gdown.download_folder',
    'stanza.download',
    'spacy.cli.download',
    'spacy.cli.download.download',
    'basicsr.utils.download_util.load_file_from_url',
  ],
};

/** By the last name of a path outside the worker: class methods that every library of a family has. */
const BY_METHOD: Readonly<Record<string, SetupWork>> = {
  from_pretrained: 'load',
  from_single_file: 'load',
  from_quantized: 'load',
  from_ckpt: 'load',
  load_from_checkpoint: 'load',
};

/** Classes whose `from_pretrained` reads a few kilobytes of settings. */
const LIGHT = /(Config|Scheduler|GenerationConfig|Settings)\.from_pretrained$/;

/** Modules whose `load` is not what it is elsewhere. */
const PATHS: ReadonlyMap<string, SetupWork> = new Map(
  (['load', 'download'] as const).flatMap((work) => BY_PATH[work].map((path): [string, SetupWork] => [path, work])),
);

/** What a call of `path` sets up; undefined for everything else. */
export function setupWork(path: string): SetupWork | undefined {
  const exact = PATHS.get(path);
  if (exact) return exact;
  if (LIGHT.test(path)) return undefined;
  const method = path.slice(path.lastIndexOf('.') + 1);
  return Object.hasOwn(BY_METHOD, method) ? BY_METHOD[method] : undefined;
}

/** What a method of this name sets up on an object that cannot be resolved; undefined for all but the plainest names. */
export function setupMethod(method: string): SetupWork | undefined {
  return Object.hasOwn(BY_METHOD, method) ? BY_METHOD[method] : undefined;
}

/** The last names of all calls that set something up: a first look that costs little. */
export const LOADER_NAMES: ReadonlySet<string> = new Set([
  ...[...PATHS.keys()].map((path) => path.slice(path.lastIndexOf('.') + 1)),
  ...Object.keys(BY_METHOD),
]);

/** What is loaded in a moment. */
const QUICK =
  /(?:Tokenizer\w*|Processor|FeatureExtractor)\.from_pretrained$|^(?:joblib|spacy|fasttext|gensim|stanza|timm)\./;

/** Whether a call of `path` loads a model that takes its time. */
export function loadsSlowly(path: string): boolean {
  return setupWork(path) === 'load' && !QUICK.test(path);
}

// Calls that write files, make names that no other job has, and remove files again. Sources: docs.python.org (open, tempfile,
// shutil, uuid), the documentation of Pillow, OpenCV, soundfile, torchaudio, imageio and diffusers, read 2026-11-21;
// runpod-python 1.12.0, runpod/serverless/utils (2026-08-10).

export const CLEANUP_GUIDE = 'https://docs.runpod.io/serverless/development/cleanup';

/** Place of the path among the arguments; it may also be given under one of the names. */
export interface FileWriter {
  readonly path: number;
  readonly names: readonly string[];
}

const WRITERS_BY_PATH: readonly (readonly [string, number, ...string[]])[] = [
  ['cv2.imwrite', 0, 'filename'],
  ['soundfile.write', 0, 'file'],
  ['torchaudio.save', 0, 'uri'],
  ['torchvision.utils.save_image', 1, 'fp'],
  ['scipy.io.wavfile.write', 0, 'filename'],
  ['imageio.imwrite', 0, 'uri'],
  ['imageio.mimsave', 0, 'uri'],
  ['imageio.mimwrite', 0, 'uri'],
  ['diffusers.utils.export_to_video', 1, 'output_video_path'],
  ['diffusers.utils.export_to_gif', 1, 'output_gif_path'],
  ['urllib.request.urlretrieve', 1, 'filename'],
  ['wget.download', 1, 'out'],
  ['shutil.copy', 1, 'dst'],
  ['shutil.copyfile', 1, 'dst'],
  ['os.makedirs', 0, 'name'],
  ['os.mkdir', 0, 'path'],
];

export const FILE_WRITERS: ReadonlyMap<string, FileWriter> = new Map(
  WRITERS_BY_PATH.map(([call, path, ...names]) => [call, { path, names }]),
);

/** Methods that write to the path in their first argument. */
export const SAVE_METHODS: ReadonlySet<string> = new Set(['save', 'savefig', 'export', 'write_videofile']);

/** Methods of a path that write to it. */
export const PATH_METHODS: ReadonlySet<string> = new Set(['write_bytes', 'write_text']);

/** Calls that make a file or a folder with a name of its own, which stays. */
export const LASTING_TEMPORARIES: ReadonlySet<string> = new Set(['tempfile.mkstemp', 'tempfile.mkdtemp']);

/** The same, if told to keep it. */
export const NAMED_TEMPORARY = 'tempfile.NamedTemporaryFile';

/** Calls whose result differs from job to job. */
export const UNIQUE_CALLS: ReadonlySet<string> = new Set([
  'uuid.uuid1',
  'uuid.uuid4',
  'time.time',
  'time.time_ns',
  'datetime.datetime.now',
  'datetime.datetime.utcnow',
  'secrets.token_hex',
  'secrets.token_urlsafe',
  'tempfile.mkstemp',
  'tempfile.mkdtemp',
  'tempfile.mktemp',
]);

/** Names of calls that may remove files. */
export const REMOVERS = /clean|remov|delet|unlink|rmtree|rmdir|purge|wipe|TemporaryDirectory|trash|prune|evict/i;

/** The same, as a command. */
export const REMOVE_COMMAND = /\brm\b["']?[\s,]+["']?-\w*[rf]/;

/** Folders in which files are meant to stay. */
export const LASTING_FOLDERS = /^\/(runpod-volume|workspace)\b/;

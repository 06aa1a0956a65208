// How large an answer may be, and how workers encode, measure and upload files. Limits: docs.runpod.io, handler functions
// and operation reference (2026-08-20). Functions: the documentation of Python, boto3 and runpod-python 1.12.0.

export const OPERATION_REFERENCE = 'https://docs.runpod.io/serverless/endpoints/operation-reference';

/** Megabytes that `/run` and `/runsync` take. */
export const RUN_MEGABYTES = 10;
export const RUNSYNC_MEGABYTES = 20;

/** Functions that turn bytes into base64, by their dotted path. */
export const BASE64_ENCODERS: ReadonlySet<string> = new Set([
  'base64.b64encode',
  'base64.standard_b64encode',
  'base64.urlsafe_b64encode',
  'base64.encodebytes',
  'pybase64.b64encode',
  'pybase64.standard_b64encode',
  'binascii.b2a_base64',
]);

/** Methods that give a text or bytes on as they are. */
export const TEXT_METHODS: ReadonlySet<string> = new Set(['decode', 'strip', 'rstrip', 'replace', 'format', 'copy']);

/** Methods that give text or a few bytes, not media: what they encode is small. */
export const SMALL_BYTES_METHODS: ReadonlySet<string> = new Set([
  'encode',
  'digest',
  'hexdigest',
  'urandom',
  'token_bytes',
]);

/** Calls that read or wrap bytes: what is measured before is measured after. */
export const READERS: ReadonlySet<string> = new Set([
  'getvalue',
  'getbuffer',
  'read',
  'read_bytes',
  'tobytes',
  'open',
  'BytesIO',
  'Path',
  'bytes',
  'str',
  'decode',
  'encode',
  'dumps',
]);

/** Calls that tell a size, by their last name. */
export const MEASURES: ReadonlySet<string> = new Set(['len', 'getsizeof', 'getsize', 'stat', 'tell', 'fstat']);

/** Attributes that hold a size. */
export const SIZE_ATTRIBUTES: ReadonlySet<string> = new Set(['st_size', 'nbytes']);

/** Names of functions that bring a file to a store instead. */
export const UPLOADS =
  /upload|presign|put_object|send_to_s3|to_(s3|r2|gcs|bucket|storage)\b|(s3|r2|gcs|bucket|storage)_(put|save|store|url)/i;

/** Modules that talk to a store. */
export const STORES =
  /^(boto3|botocore|minio|google\.cloud\.storage|azure\.storage|cloudinary|runpod\.serverless\.utils\.rp_upload|requests\.put|httpx\.put)\b/;

/** What a file that uses one of them says somewhere. */
export const STORE_WORDS = /boto|minio|google|azure|cloudinary|rp_upload|\.put\b/;

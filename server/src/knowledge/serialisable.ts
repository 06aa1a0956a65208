// Types that json.dumps refuses, by the call that makes them. Sources: docs.python.org/3/library/json.html, numpy.org/doc,
// pytorch.org/docs, pillow.readthedocs.io, docs.pydantic.dev, read 2026-11-21.

import { type Message, say } from '../base/message';

/** A type, and how its value becomes one that JSON has: code in which `{0}` stands for the value. */
export interface Refused {
  /** Its name in code, or words. */
  readonly type: string | Message;
  readonly instead?: string;
}

const NDARRAY: Refused = { type: 'ndarray', instead: '{0}.tolist()' };
const TENSOR: Refused = { type: 'Tensor', instead: '{0}.tolist()' };
const IMAGE: Refused = { type: say`PIL image` };
const DATETIME: Refused = { type: 'datetime', instead: '{0}.isoformat()' };
const DATE: Refused = { type: 'date', instead: '{0}.isoformat()' };
const PATH: Refused = { type: 'Path', instead: 'str({0})' };
const ID: Refused = { type: 'UUID', instead: 'str({0})' };
export const BYTES: Refused = { type: 'bytes' };
/** Base64 is plain ASCII. */
const BASE64: Refused = { type: 'bytes', instead: '{0}.decode("ascii")' };
export const SET: Refused = { type: 'set', instead: 'list({0})' };
export const EXCEPTION: Refused = { type: say`exception`, instead: 'str({0})' };
export const GENERATOR: Refused = { type: 'generator', instead: 'list({0})' };
export const OPEN_FILE: Refused = { type: say`open file` };
const ITERATOR = (type: string): Refused => ({ type, instead: 'list({0})' });

function paths(prefix: string, names: string, refused: Refused): [string, Refused][] {
  return names.split(' ').map((name) => [`${prefix}.${name}`, refused]);
}

/** By the dotted path of what is called. */
export const REFUSED_CALLS: ReadonlyMap<string, Refused> = new Map([
  ...paths(
    'numpy',
    'array asarray zeros ones empty full arange linspace concatenate stack vstack hstack frombuffer',
    NDARRAY,
  ),
  ...paths('numpy.random', 'rand randn', NDARRAY),
  ...paths('torch', 'tensor as_tensor zeros ones empty full rand randn arange linspace cat stack from_numpy', TENSOR),
  ...paths('PIL.Image', 'open new fromarray frombytes', IMAGE),
  ...paths('datetime.datetime', 'now utcnow today fromtimestamp utcfromtimestamp fromisoformat strptime', DATETIME),
  ['datetime.datetime', DATETIME],
  ['datetime.date', DATE],
  ['datetime.date.today', DATE],
  ['datetime.timedelta', { type: 'timedelta', instead: '{0}.total_seconds()' }],
  ...paths('pathlib', 'Path PurePath PosixPath Path.cwd Path.home', PATH),
  ...paths('uuid', 'uuid1 uuid3 uuid4 uuid5 UUID', ID),
  ['decimal.Decimal', { type: 'Decimal', instead: 'float({0})' }],
  ['collections.deque', ITERATOR('deque')],
  ...paths('base64', 'b64encode standard_b64encode urlsafe_b64encode b64decode', BASE64),
  ['base64.b64decode', BYTES],
  ...paths('io', 'BytesIO.getvalue BytesIO.read', BYTES),
  ...paths('io', 'BytesIO StringIO', { type: say`stream` }),
  ['os.urandom', BYTES],
]);

/** By the name of the built-in that is called. */
export const REFUSED_BUILTINS: ReadonlyMap<string, Refused> = new Map([
  ['set', SET],
  ['frozenset', SET],
  ['bytes', BYTES],
  ['bytearray', { type: 'bytearray' }],
  ['memoryview', { type: 'memoryview' }],
  ['open', OPEN_FILE],
  ['map', ITERATOR('map')],
  ['filter', ITERATOR('filter')],
  ['zip', ITERATOR('zip')],
  ['range', ITERATOR('range')],
  ['reversed', ITERATOR('reversed')],
  ['enumerate', ITERATOR('enumerate')],
]);

/** Base classes whose instances json.dumps refuses, where nothing else is mixed in. */
export const REFUSED_BASES: ReadonlySet<string> = new Set(['abc.ABC', 'typing.Protocol', 'pydantic.BaseModel']);

/** Decorators that leave a class what it is for JSON. */
export const PLAIN_CLASS_DECORATORS: ReadonlySet<string> = new Set([
  'dataclasses.dataclass',
  'functools.total_ordering',
  'attr.s',
  'attrs.define',
]);

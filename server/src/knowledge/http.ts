// HTTP calls that wait for as long as the server likes unless they are given a timeout.
// Sources: docs.python-requests.org (timeouts), docs.python.org/3/library/urllib.request.html, read 2026-11-21.

export const REQUESTS_TIMEOUTS = 'https://requests.readthedocs.io/en/latest/user/advanced/#timeouts';
export const URLLIB_REQUEST = 'https://docs.python.org/3/library/urllib.request.html';

export interface WaitingCall {
  /** Place of the URL among the arguments; it may be given as `url` as well. */
  readonly url: number;
  /** Place of the timeout, where it may be given by place; `none`: the call takes no timeout. */
  readonly timeout?: number | 'none';
  /** `socket.setdefaulttimeout()` holds for it. */
  readonly socketDefault?: true;
}

const REQUESTS_FUNCTIONS = ['get', 'post', 'put', 'patch', 'delete', 'head', 'options'];

/** Under these paths `requests` has its functions and, with an instance in between, its sessions theirs. */
const REQUESTS_PARENTS = [
  'requests',
  'requests.api',
  'requests.Session',
  'requests.session',
  'requests.sessions.Session',
];

const URLOPEN: WaitingCall = { url: 0, timeout: 2, socketDefault: true };
const URLRETRIEVE: WaitingCall = { url: 0, timeout: 'none', socketDefault: true };

/** By dotted path. */
export const WAITING_CALLS: ReadonlyMap<string, WaitingCall> = new Map<string, WaitingCall>([
  ...REQUESTS_PARENTS.flatMap((parent): [string, WaitingCall][] => [
    ...REQUESTS_FUNCTIONS.map((name): [string, WaitingCall] => [`${parent}.${name}`, { url: 0 }]),
    [`${parent}.request`, { url: 1 }],
  ]),
  ['urllib.request.urlopen', URLOPEN],
  ['urllib.request.urlretrieve', URLRETRIEVE],
]);

/** What a request may be wrapped in: the URL is its first argument. */
export const REQUEST_OBJECT = 'urllib.request.Request';

/** A session that is given an adapter of its own may bring its own timeout. */
export const SESSION = /^requests\.(sessions\.)?[Ss]ession\./;
export const ADAPTER_METHODS: ReadonlySet<string> = new Set(['mount']);
export const SOCKET_DEFAULT = 'socket.setdefaulttimeout';

/** Seconds that a fix puts in. */
export const USUAL_TIMEOUT = 30;

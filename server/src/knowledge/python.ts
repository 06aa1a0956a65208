// Names that Python itself brings. Source: docs.python.org/3/library/functions.html, read 2026-11-21.

export const BUILTINS: ReadonlySet<string> = new Set(
  (
    'abs aiter all anext any ascii bin bool breakpoint bytearray bytes callable chr classmethod compile complex delattr dict dir ' +
    'divmod enumerate eval exec exit filter float format frozenset getattr globals hasattr hash help hex id input int isinstance ' +
    'issubclass iter len list locals map max memoryview min next object oct open ord pow print property quit range repr reversed ' +
    'round set setattr slice sorted staticmethod str sum super tuple type vars zip __import__ Exception BaseException ' +
    'RuntimeError ValueError TypeError KeyError IndexError OSError FileNotFoundError ImportError NotImplementedError ' +
    'StopIteration TimeoutError ConnectionError AttributeError AssertionError PermissionError SystemExit KeyboardInterrupt ' +
    'ModuleNotFoundError ZeroDivisionError UnicodeDecodeError __name__ __file__ __doc__'
  ).split(' '),
);

/** Decorators after which a function takes what it took before. Source: their documentation, read 2026-11-21. */
export const KEEPS_PARAMETERS: ReadonlySet<string> = new Set([
  'staticmethod',
  'classmethod',
  'functools.cache',
  'functools.lru_cache',
  'torch.no_grad',
  'torch.inference_mode',
  'torch.autocast',
  'torch.cuda.amp.autocast',
  'tenacity.retry',
  'backoff.on_exception',
]);

// Modules that come with Python. Source: docs.python.org/3/py-modindex.html and sys.stdlib_module_names of 3.10 to 3.13, with
// what 3.14 adds (2026-11).

/** Modules of every Python from 3.9 to 3.14. */
const LASTING_MODULES =
  'abc argparse array ast asyncio atexit base64 bdb binascii bisect builtins bz2 cProfile calendar cmath cmd code codecs codeop ' +
  'collections colorsys compileall concurrent configparser contextlib contextvars copy copyreg csv ctypes curses dataclasses ' +
  'datetime dbm decimal difflib dis doctest email encodings ensurepip enum errno faulthandler fcntl filecmp fileinput fnmatch ' +
  'fractions ftplib functools gc genericpath getopt getpass gettext glob graphlib grp gzip hashlib heapq hmac html http idlelib ' +
  'imaplib importlib inspect io ipaddress itertools json keyword linecache locale logging lzma mailbox marshal math mimetypes ' +
  'mmap modulefinder msvcrt multiprocessing netrc nt ntpath numbers opcode operator optparse os pathlib pdb pickle pickletools ' +
  'pkgutil platform plistlib poplib posix posixpath pprint profile pstats pty pwd py_compile pyclbr pydoc pydoc_data pyexpat ' +
  'queue quopri random re readline reprlib resource rlcompleter runpy sched secrets select selectors shelve shlex shutil signal ' +
  'site smtplib socket socketserver sqlite3 ssl stat statistics string stringprep struct subprocess symtable sys sysconfig ' +
  'syslog tabnanny tarfile tempfile termios textwrap this threading time timeit tkinter token tokenize trace traceback ' +
  'tracemalloc tty turtle turtledemo types typing unicodedata unittest urllib uuid venv warnings wave weakref webbrowser winreg ' +
  'winsound wsgiref xml xmlrpc zipapp zipfile zipimport zlib zoneinfo';

/** Modules that some of these versions lack. */
const PASSING_MODULES =
  'aifc annotationlib antigravity asynchat asyncore audioop binhex cgi cgitb chunk compression crypt distutils formatter imghdr ' +
  'imp lib2to3 mailcap msilib nis nntplib nturl2path ossaudiodev parser pipes smtpd sndhdr spwd sre_compile sre_constants ' +
  'sre_parse sunau symbol telnetlib tomllib uu xdrlib';

/** What is imported from Python itself, in one version or another. */
export const STANDARD_MODULES: ReadonlySet<string> = new Set(
  `${LASTING_MODULES} ${PASSING_MODULES} __future__`.split(' '),
);

/** Names, in the form of package names, that nobody needs to install. `configparser` is kept up as a backport. */
export const NEEDLESS_PACKAGES: ReadonlySet<string> = new Set(
  LASTING_MODULES.toLowerCase()
    .replaceAll('_', '-')
    .split(' ')
    .filter((name) => name !== 'configparser'),
);

/** Of these, names under which the package index has something: old backports, or other projects altogether (2026-11). */
export const TAKEN_NAMES: ReadonlySet<string> = new Set(
  (
    'argparse ast asyncio contextvars dataclasses datetime dis email enum functools graphlib hmac html http importlib ipaddress ' +
    'logging mailbox modulefinder multiprocessing pathlib readline resource secrets selectors ssl statistics token typing uuid ' +
    'wave wsgiref'
  ).split(' '),
);

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

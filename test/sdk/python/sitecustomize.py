"""Python imports this at its start in every process of the SDK suite. It lets the SDK load where not all of its
dependencies are installed: those of its command line do nothing here, and the one that posts results posts once, without
retries. What is installed is used. Nothing of the SDK itself is replaced."""

import importlib.abc
import importlib.machinery
import sys
import types

UNUSED_BY_WORKERS = {
    "InquirerPy",
    "backoff",
    "boto3",
    "botocore",
    "click",
    "colorama",
    "cpuinfo",
    "paramiko",
    "prettytable",
    "psutil",
    "tomli",
    "tomlkit",
    "tqdm_loggable",
    "watchdog",
}


class Anything(types.ModuleType):
    """A package whose every name can be imported, called, inherited from and used as a decorator."""

    __path__ = []

    def __getattr__(self, name):
        if name.startswith("__"):
            raise AttributeError(name)
        return type(name, (Nothing,), {})


class Nothing:
    def __new__(cls, *args, **kwargs):
        decorates = len(args) == 1 and not kwargs and callable(args[0])
        return args[0] if decorates else super().__new__(cls)

    def __init__(self, *args, **kwargs):
        pass

    def __call__(self, *args, **kwargs):
        return args[0] if len(args) == 1 and not kwargs and callable(args[0]) else self

    def __getattr__(self, name):
        return self

    def __getitem__(self, key):
        return self


class RetryClient:
    """Stands for aiohttp_retry."""

    def __init__(self, client_session, retry_options):
        self._session = client_session

    def post(self, url, **kwargs):
        return self._session.post(url, **kwargs)


class Missing(importlib.abc.MetaPathFinder, importlib.abc.Loader):
    """Asked last, so that it gives only what is not installed."""

    def find_spec(self, fullname, path=None, target=None):
        if fullname == "aiohttp_retry" or fullname.partition(".")[0] in UNUSED_BY_WORKERS:
            return importlib.machinery.ModuleSpec(fullname, self, is_package=True)
        return None

    def create_module(self, spec):
        return Anything(spec.name)

    def exec_module(self, module):
        if module.__name__ == "aiohttp_retry":
            module.RetryClient = RetryClient
            module.FibonacciRetry = Nothing


sys.meta_path.append(Missing())

try:
    import aiohttp
except ImportError:
    # The suite asks whether it is there before it runs anything.
    aiohttp = None

if aiohttp is not None:
    try:
        aiohttp.ClientTimeout(ceil_threshold=1)
    except TypeError:
        # Added in a later version than the one installed; it only rounds long timeouts.
        OlderTimeout = aiohttp.ClientTimeout

        def ClientTimeout(*args, ceil_threshold=None, **kwargs):
            return OlderTimeout(*args, **kwargs)

        aiohttp.ClientTimeout = ClientTimeout

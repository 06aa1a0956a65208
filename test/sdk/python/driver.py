"""Runs workers one after the other, each in a fork of this process, so that the SDK is loaded once and not for each.

A request is a line of JSON on stdin: `folder`, `entry` (a file in it), `arguments`, `environment` (null removes a variable)
and, where it matters, `start_method` of multiprocessing, `fresh` for a Python that starts anew,
or `given`: code that defines names for the worker. All output of the worker goes to stdout, and between it, framed
by NUL, JSON of this driver: {"pid": …} before a worker starts and {"code": …} when all of it has ended."""

import builtins
import json
import multiprocessing
import os
import runpy
import signal
import sys

# Loaded here once. A worker that is called directly loads it first of all, too.
import runpod  # noqa: F401

LONGEST_LIFE_S = 60


def tell(message):
    os.write(1, b"\0" + json.dumps(message).encode() + b"\0")


def next_worker():
    """Serves requests. Returns in the forked child alone, with the request that it is for."""
    tell({"ready": True})
    for line in sys.stdin:
        request = json.loads(line)
        sys.stdout.flush()
        pid = os.fork()
        if pid == 0:
            return request
        try:
            os.setpgid(pid, pid)
        except OSError:
            pass  # The child has done so, or has already ended.
        tell({"pid": pid})
        _, status = os.waitpid(pid, 0)
        try:
            os.killpg(pid, signal.SIGKILL)
        except ProcessLookupError:
            pass  # It left nothing behind.
        tell({"code": os.waitstatus_to_exitcode(status)})
    sys.exit(0)


def become(request):
    """What makes this process the one that `python3 ENTRY ARGUMENTS` would have been."""
    os.setpgid(0, 0)
    signal.alarm(LONGEST_LIFE_S)  # Whatever happens to the suite, no worker stays behind.
    nothing = os.open(os.devnull, os.O_RDONLY)
    os.dup2(nothing, 0)
    os.dup2(1, 2)
    for name, value in request["environment"].items():
        if value is None:
            os.environ.pop(name, None)
        else:
            os.environ[name] = value
    os.chdir(request["folder"])
    entry = os.path.join(request["folder"], request["entry"])
    if request.get("fresh"):
        os.execv(sys.executable, [sys.executable, entry, *request["arguments"]])
    sys.argv = [entry, *request["arguments"]]
    sys.path[0] = os.path.dirname(entry)
    exec(request.get("given") or "", vars(builtins))
    if request.get("start_method"):
        multiprocessing.set_start_method(request["start_method"])
    return entry


if __name__ == "__main__":
    runpy.run_path(become(next_worker()), run_name="__main__")

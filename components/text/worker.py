"""Parsing of untrusted formats in a process of its own, which may do nothing but compute, and whose death costs one file.

The process gets one file at a time over its standard input and answers with one line of JSON. It may use 1 GB of memory and
60 s for a file, a small one less; it opens no file for writing, no connection and no other process, and what libraries log
goes nowhere. `parse` is for those who want an article; the rest of this module runs inside the process.
"""

import atexit
import contextlib
import json
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator, Mapping
from dataclasses import asdict
from pathlib import Path
from typing import Any, BinaryIO

from components import errors
from components.errors import BrokenFile, IsnadError, TooLarge, UnreadableFile
from components.model import Warning
from components.text.parsers.parsed import AS_TEXT, LONGEST, Parsed

SECONDS = 60.0  # of waiting for one file
CPU_SECONDS = 2.0  # of computing: a small file has no reason to take long
CPU_SECONDS_PER_MB = {"pdf": 30.0, "mail": 15.0}  # beyond that (long PDFs of text take 18), and of all other kinds:
FEW_SECONDS_PER_MB = 3.0
MEMORY = 1_000_000_000  # bytes of address space, which nothing can raise
ROOM = 400_000_000  # bytes beyond what the process has when it begins a file, the file itself among them
MOST_FILES, MOST_KEPT = 40, 250_000  # files, and kilobytes of memory, after which a process is replaced by a fresh one
LARGE = 200_000  # bytes of a file behind which a process is replaced too: the analysis of a long text needs its memory
MOST_AT_ONCE = 4
_ROOT = str(Path(__file__).resolve().parents[2])
_BOOT = "import sys; sys.path.insert(0, sys.argv[1]); from components.text.worker import serve; serve()"
_ERRORS: Mapping[str, type[IsnadError]] = {
    kind.code: kind for kind in vars(errors).values() if isinstance(kind, type) and issubclass(kind, IsnadError)}
_places = threading.BoundedSemaphore(MOST_AT_ONCE)
_idle: "list[_Process]" = []
_lock = threading.Lock()


def parse(kind: str, data: bytes, name: str) -> Parsed:
    """The article of `data`, which is of `kind` (see parsers.parse). Raises an IsnadError about `name`, whatever happens."""
    with _places, _process(name) as process:
        answer = process.ask(kind, data)
    if answer is None:
        raise BrokenFile(name, "reading the file took too much time or memory", AS_TEXT)
    if "error" in answer:
        code, what, mend = answer["error"]
        raise _ERRORS.get(code, BrokenFile)(name, what, mend)
    return Parsed(**{**answer["article"], "warnings": tuple(Warning(**each) for each in answer["article"]["warnings"])})


@contextlib.contextmanager
def _process(name: str) -> "Iterator[_Process]":
    """A process to ask: the one that waits, else a new one. It is kept if it is still good, and ended otherwise."""
    with _lock:
        process = _idle.pop() if _idle else None
    try:
        process = process or _Process()
    except OSError:
        raise UnreadableFile(name, "no process could be started to read it in", "close some programs") from None
    try:
        yield process
    except BaseException:
        process.end()
        raise
    with _lock:
        keep = process.good and not _idle
        if keep:
            _idle.append(process)
    if not keep:
        process.end()


class _Process:
    """The process as seen from outside."""

    def __init__(self) -> None:
        self.good = True
        self._files = 0
        kept = {name: os.environ[name] for name in ("PATH", "LD_LIBRARY_PATH", "SYSTEMROOT", "TMPDIR") if name in os.environ}
        self._running = subprocess.Popen(
            [sys.executable, "-X", "utf8", "-c", _BOOT, _ROOT], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL, env={**kept, "PYTHONDONTWRITEBYTECODE": "1"}, cwd=_ROOT)

    def ask(self, kind: str, data: bytes) -> dict[str, Any] | None:
        """The answer about one file; None where the process died of it."""
        given, taken = self._running.stdin, self._running.stdout
        assert given is not None and taken is not None
        watch = threading.Timer(SECONDS, self._running.kill)
        watch.start()
        try:
            given.write(json.dumps([kind, len(data)]).encode() + b"\n")
            given.write(data)
            given.flush()
            answer = json.loads(taken.readline(8 * LONGEST))
        except (OSError, ValueError):
            self.good = False
            return None
        finally:
            watch.cancel()
        self._files += 1
        self.good = self._files < MOST_FILES and answer["kept"] < MOST_KEPT and len(data) < LARGE
        return answer if isinstance(answer, dict) else None

    def end(self) -> None:
        self._running.kill()
        for stream in (self._running.stdin, self._running.stdout):
            if stream:
                with contextlib.suppress(OSError):
                    stream.close()
        self._running.wait()


@atexit.register
def _end() -> None:
    while _idle:
        _idle.pop().end()


def serve() -> None:
    """Answers until its input ends. Everything below runs inside the process."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the caller's to handle
    given, taken = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    nowhere = os.open(os.devnull, os.O_RDWR)
    for stream in (0, 1, 2):
        os.dup2(nowhere, stream)
    _shut()
    while head := given.readline(200):
        kind, size = json.loads(head)
        limits = _limit(size, CPU_SECONDS_PER_MB.get(kind, FEW_SECONDS_PER_MB))
        answer = _answer(kind, given, size)
        taken.write(json.dumps({**answer, "kept": limits}).encode() + b"\n")
        taken.flush()


def _answer(kind: str, given: BinaryIO, size: int) -> dict[str, Any]:
    from components.text.parsers import parse as parsed

    try:
        return {"article": asdict(parsed(kind, given.read(size)))}
    except IsnadError as error:
        return {"error": [error.code, error.what, error.mend]}
    except MemoryError:
        return {"error": [TooLarge.code, "the file needs too much memory once it is unpacked", AS_TEXT]}
    except Exception:  # a library's own failure on a file that is not as it should be
        return {"error": [BrokenFile.code, "the file is damaged", AS_TEXT]}


def _limit(size: int, seconds_per_mb: float) -> int:
    """Sets what this file may use, where the system can; the kilobytes of memory that the process has used so far."""
    try:
        import resource
    except ImportError:  # Windows: the caller's clock alone
        return 0
    used = resource.getrusage(resource.RUSAGE_SELF)
    seconds = min(used.ru_utime + used.ru_stime + CPU_SECONDS + seconds_per_mb * size / 1e6, 1e6)
    with contextlib.suppress(OSError, ValueError):
        resource.setrlimit(resource.RLIMIT_CPU, (int(min(seconds, used.ru_utime + used.ru_stime + SECONDS)) + 1,
                                                 resource.getrlimit(resource.RLIMIT_CPU)[1]))
    with contextlib.suppress(OSError, ValueError):
        resource.setrlimit(resource.RLIMIT_AS, (min(_address_space() + ROOM, MEMORY), MEMORY))
    return used.ru_maxrss // (1024 if sys.platform == "darwin" else 1)


def _address_space() -> int:
    try:
        return int(Path("/proc/self/statm").read_text().split()[0]) * os.sysconf("SC_PAGE_SIZE")
    except (OSError, ValueError, IndexError):
        return MEMORY // 2


def _shut() -> None:
    """From here on no file is opened for writing, nothing is connected to, nothing else is started."""
    import logging

    logging.disable(logging.CRITICAL)
    never = ("socket.", "subprocess.", "os.system", "os.exec", "os.posix_spawn", "os.spawn", "os.fork", "os.startfile",
             "os.remove", "os.rename", "os.mkdir", "os.rmdir", "os.link", "os.symlink", "os.chmod", "os.chown", "os.kill",
             "shutil.", "urllib.", "ftplib.", "smtplib.", "webbrowser.", "pty.", "winreg.")
    writing = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND

    def watch(event: str, arguments: tuple[Any, ...]) -> None:
        if event == "open":
            if isinstance(arguments[2], int) and arguments[2] & writing:
                raise PermissionError
        elif event.startswith(never) and event != "socket.__new__":
            raise PermissionError

    sys.addaudithook(watch)

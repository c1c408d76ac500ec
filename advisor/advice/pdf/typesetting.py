"""Two typesetters, each a process of its own (``worker.py``): however many documents are asked for, two are in work, the rest wait."""

import atexit
import logging
import os
import queue
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from .worker import FAILED, PLAIN

logger = logging.getLogger(__name__)

WORKER = Path(__file__).with_name("worker.py")
TYPESETTERS = 2
MOST_WAITING = 200
"""So many may wait for a typesetter. Whoever comes then is asked to come back: threads that wait can show no pages."""

DOCUMENTS = 8
"""So many documents a worker sets before a fresh one takes its place: Typst's memory grows by some 20 MB with each."""

IDLE_SECONDS, LONGEST_SECONDS, LONGEST_WAIT = 60, 20, 50
"""An idle worker ends; a document that takes longer is given up, and so is waiting for a typesetter."""


class Busy(Exception):
    """Too many documents are asked for already; asking again in a while will do."""


class NotSet(Exception):
    """This document can't be set."""


class Typesetter:
    """One worker at a time, and the next one where it has ended."""

    def __init__(self) -> None:
        self._worker: subprocess.Popen[bytes] | None = None
        self._left = 0

    def typeset(self, document: str) -> bytes:
        """The PDF. Raises ``NotSet``."""
        worker = self._worker or self._hire()
        # A worker that was idle for long ends by itself, perhaps at this very moment: a fresh one is asked then.
        answer = self._ask(worker, document) or self._ask(self._hire(), document)
        if answer is None or answer[0] == FAILED:
            raise NotSet
        if answer[0] == PLAIN:
            # Not why: Typst's message holds the text that it stumbled over.
            logger.warning("a document was set without the rules of PDF/UA-1, which refused it")
        self._left -= 1
        if self._left == 0:
            self._hire()  # it gets ready while nobody waits
        return answer[1]

    def close(self) -> None:
        """End the worker."""
        if self._worker is not None:
            self._worker.kill()
            self._worker.communicate()
            self._worker = None

    def _hire(self) -> subprocess.Popen[bytes]:
        self.close()
        self._left = DOCUMENTS
        self._worker = subprocess.Popen(
            [sys.executable, "-I", str(WORKER), str(DOCUMENTS), str(IDLE_SECONDS)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,  # it could quote a document
            # Of the environment, which holds secrets, only what a program needs to be found.
            env={name: os.environ[name] for name in ("PATH", "LD_LIBRARY_PATH") if name in os.environ},
        )
        return self._worker

    def _ask(self, worker: subprocess.Popen[bytes], document: str) -> tuple[bytes, bytes] | None:
        """Its answer; ``None`` where it has ended or had to be ended."""
        assert worker.stdin is not None
        assert worker.stdout is not None
        letters = document.encode()
        limit = threading.Timer(LONGEST_SECONDS, worker.kill)
        limit.start()
        try:
            worker.stdin.write(len(letters).to_bytes(8) + letters)
            worker.stdin.flush()
            outcome = worker.stdout.read(1)
            length = int.from_bytes(worker.stdout.read(8))
            pdf = worker.stdout.read(length)
        except OSError:
            return None
        finally:
            limit.cancel()
        return (outcome, pdf) if outcome and len(pdf) == length else None


class Typesetters:
    """The two, and the queue before them."""

    def __init__(self) -> None:
        # The one that worked last works next: its fonts are at hand, and the other may end where there is little to do.
        self._free: queue.LifoQueue[Typesetter] = queue.LifoQueue()
        self._waiting = threading.BoundedSemaphore(MOST_WAITING)
        self._all = [Typesetter() for _ in range(TYPESETTERS)]
        for typesetter in self._all:
            self._free.put(typesetter)

    @contextmanager
    def one(self) -> Iterator[Typesetter]:
        """A typesetter, as soon as one is free. Raises ``Busy``."""
        if not self._waiting.acquire(blocking=False):
            raise Busy
        try:
            typesetter = self._free.get(timeout=LONGEST_WAIT)
        except queue.Empty:
            raise Busy from None
        finally:
            self._waiting.release()
        try:
            yield typesetter
        finally:
            self._free.put(typesetter)

    def close(self) -> None:
        """End all workers."""
        for typesetter in self._all:
            typesetter.close()


_ours = Typesetters()


def _start_anew() -> None:
    global _ours
    _ours = Typesetters()


# A process forked from this one must not speak to the same workers.
os.register_at_fork(after_in_child=_start_anew)
atexit.register(lambda: _ours.close())


@contextmanager
def typesetter() -> Iterator[Typesetter]:
    """One of this process's typesetters, as soon as one is free. Raises ``Busy``."""
    with _ours.one() as free:
        yield free

"""Processes that belong together: each is started again when it ends, and all end with the one that started them."""

import contextlib
import ctypes
import os
import signal
import subprocess
import sys
import time
from collections.abc import Collection, Mapping
from types import FrameType

END_WITH_PARENT = 1  # Linux: PR_SET_PDEATHSIG
REST, QUICK, PATIENCE = 1, 15, 20
"""Seconds: before a process is started again; below which its life was too short; until a process that ends is killed."""
MOST_QUICK_ENDS = 3


def interruptible() -> None:
    """From here on a friendly signal to end is like Ctrl-C."""
    signal.signal(signal.SIGTERM, _interrupt)
    # A shell that started us in the background had this one ignored.
    signal.signal(signal.SIGINT, _interrupt)


def _interrupt(number: int, frame: FrameType | None) -> None:
    raise KeyboardInterrupt


def keep_running(wanted: Mapping[str, list[str]]) -> None:
    """Start each process, and restart any that ends, until somebody interrupts or one can't stay alive."""
    running: dict[str, subprocess.Popen[bytes]] = {}
    begun = dict.fromkeys(wanted, 0.0)
    quick_ends = dict.fromkeys(wanted, 0)
    try:
        while True:
            for name, command in wanted.items():
                process = running.get(name)
                if process is not None and process.poll() is None:
                    continue
                if process is not None:
                    quick_ends[name] = quick_ends[name] + 1 if time.monotonic() - begun[name] < QUICK else 0
                    if quick_ends[name] == MOST_QUICK_ENDS:
                        sys.exit(f"{name} does not stay alive (exit status {process.returncode}): see above")
                    time.sleep(REST)
                running[name] = _start(command)
                begun[name] = time.monotonic()
                print(f"{name} runs as process {running[name].pid}", flush=True)
            time.sleep(0.2)
    finally:
        _end(running.values())


def _start(command: list[str]) -> subprocess.Popen[bytes]:
    """In a process group of its own: Ctrl-C reaches only us, and we end it in order. If we are killed, Linux ends it for us."""
    return subprocess.Popen(command, start_new_session=True, preexec_fn=_end_with_parent)


def _end_with_parent() -> None:
    with contextlib.suppress(OSError, AttributeError):
        ctypes.CDLL(None).prctl(END_WITH_PARENT, signal.SIGTERM)


def _end(processes: Collection[subprocess.Popen[bytes]]) -> None:
    for process in processes:
        process.terminate()
    for process in processes:
        try:
            process.wait(PATIENCE)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)

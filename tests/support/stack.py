"""`make stack` as a test starts it, and what can be asked of it."""

import http.client
import os
import socket
import subprocess
import threading
from contextlib import closing

from .portal import Portal


class Stack:
    """A started stack: what it prints tells which process does what."""

    def __init__(self, portal: Portal, address: str) -> None:
        self.process = portal.start("deploy/stack.py", address, stdout=subprocess.PIPE)
        self.lines: list[str] = []
        self.reader = threading.Thread(target=self._read)
        self.reader.start()

    def _read(self) -> None:
        assert self.process.stdout is not None
        with self.process.stdout as output:
            self.lines.extend(iter(lambda: output.readline().decode(), ""))

    def processes(self, name: str) -> list[int]:
        """Those that have done this part; the last one does it now."""
        return [int(line.split()[-1]) for line in self.lines if line.startswith(f"{name} runs as process ")]

    def stop(self) -> None:
        self.process.terminate()
        self.process.wait(timeout=40)
        self.reader.join()


class OverSocket(http.client.HTTPConnection):
    """A visit through the socket that the web server listens on."""

    def __init__(self, path: str) -> None:
        super().__init__("localhost", timeout=5)
        self.path = path

    def connect(self) -> None:
        self.sock = socket.socket(socket.AF_UNIX)
        self.sock.connect(self.path)


def ready(path: str) -> bool:
    try:
        with closing(OverSocket(path)) as connection:
            connection.request("GET", "/health/ready")
            return connection.getresponse().status == 200
    except OSError:
        return False


def alive(pid: int) -> bool:
    try:
        os.killpg(pid, 0)
    except ProcessLookupError:
        return False
    return True

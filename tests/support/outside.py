"""No test reaches the outside world: only this machine's own addresses and Unix sockets may be connected to."""

import ipaddress
import socket
from typing import Any

import pytest


class OutsideWorld(AssertionError):
    """A test tried to reach another machine."""


def is_inside(family: int, address: Any) -> bool:
    """In: what `socket.connect` takes. Out: whether it is a Unix socket or an address of this machine."""
    if family == socket.AF_UNIX:
        return True
    host = address[0]
    if host in ("localhost", ""):
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def pytest_configure(config: pytest.Config) -> None:
    """Guard every way that Python code has of connecting, for the whole run."""
    patch = pytest.MonkeyPatch()
    config.add_cleanup(patch.undo)
    for method in ("connect", "connect_ex"):
        patch.setattr(socket.socket, method, _guarded(getattr(socket.socket, method)))


def _guarded(connect: Any) -> Any:
    def guard(self: socket.socket, address: Any) -> Any:
        if not is_inside(self.family, address):
            raise OutsideWorld(f"this test tried to reach {address!r}; tests stay on this machine")
        return connect(self, address)

    return guard

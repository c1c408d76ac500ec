"""The guard against reaching other machines works, or no other test proves anything about it."""

import socket

import pytest

from .outside import OutsideWorld, is_inside


@pytest.mark.parametrize("method", ["connect", "connect_ex"])
def test_another_machine_is_out_of_reach(method):
    with socket.socket() as sock, pytest.raises(OutsideWorld, match=r"192\.0\.2\.1"):
        getattr(sock, method)(("192.0.2.1", 80))


@pytest.mark.parametrize(
    ("family", "address", "expected"),
    [
        (socket.AF_UNIX, "/run/x.sock", True),
        (socket.AF_INET, ("127.0.0.1", 80), True),
        (socket.AF_INET, ("localhost", 80), True),
        (socket.AF_INET6, ("::1", 80, 0, 0), True),
        (socket.AF_INET, ("10.0.0.1", 80), False),
        (socket.AF_INET, ("un.example", 80), False),
    ],
)
def test_inside_is_this_machine(family, address, expected):
    assert is_inside(family, address) is expected

"""A site on this machine, and a client that may ask it."""

from collections.abc import Iterator

import pytest

from mechanisms.fetch.client import Client

from .server import Site, serving


@pytest.fixture
def site() -> Iterator[Site]:
    with serving() as site:
        yield site


@pytest.fixture
def visitor() -> Client:
    return Client(plain=True, pause=0)

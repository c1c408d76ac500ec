"""The servers of the test run are real, and what is missing is said, not skipped."""

import pytest
import redis
from django.db import connection

from deploy import servers

from . import servers as browsers


def test_redis_answers(redis_url):
    path = redis_url.removeprefix("redis+socket://")
    with redis.Redis(unix_socket_path=path) as client:
        assert client.ping() is True


def test_the_database_is_the_one_asked_for(db, settings):
    assert connection.vendor == settings.DATABASES["default"]["ENGINE"].rsplit(".", 1)[-1].removesuffix("3")


@pytest.mark.parametrize(
    ("require", "package"),
    [
        (servers.require_postgres, "postgresql"),
        (servers.require_redis, "redis-server"),
        (browsers.require_chromium, "chromium"),
    ],
)
def test_what_is_missing_and_cannot_be_installed_is_named(monkeypatch, require, package):
    monkeypatch.setattr(servers.shutil, "which", lambda name: None)
    monkeypatch.setattr(servers, "find_postgres", lambda: None)
    for module in (servers, browsers):
        monkeypatch.setattr(module, "apt_install", lambda packages: False)
    monkeypatch.setattr(servers, "_from_wheels", lambda program: None)
    with pytest.raises(servers.MissingServer, match=f"install the package `{package}`"):
        require()

"""Counts of attempts: shared by all workers, told to nobody, and there when Redis is not."""

import os
import pickle
import signal
import time

import pytest
from django.core.cache import caches
from django.db import connection
from django.test import Client

from deploy.servers import redis_server
from portal import caching
from portal.services import cache


@pytest.fixture(params=["table", "redis"])
def shared(request, db, settings, monkeypatch):
    """The cache of an installation without a broker, and of one with Redis."""
    url = request.getfixturevalue("redis_url") if request.param == "redis" else None
    settings.CACHES = {"default": cache(url)}
    monkeypatch.setattr(caching.PatientRedisCache, "asks_again", 0.0)
    caches["default"].clear()
    return caches["default"]


def lying(shared) -> list[str]:
    """Everything as it lies there."""
    if isinstance(shared, caching.TableCache):
        with connection.cursor() as cursor:
            cursor.execute("SELECT cache_key, value FROM portal_cache")
            return [str(value) for row in cursor.fetchall() for value in row]
    client = shared._cache.get_client()
    return [text.decode() for key in client.scan_iter() for text in (key, client.get(key))]


def test_what_is_put_in_comes_out(shared):
    shared.set("list", [1.5, 2.5], 60)
    shared.set_many({"text": "é", "true": True})
    assert shared.get_many(["list", "text", "true", "none"]) == {"list": [1.5, 2.5], "text": "é", "true": True}
    assert (shared.get("none"), shared.get("none", [])) == (None, [])
    assert shared.has_key("list")
    shared.delete("list")
    assert shared.get("list") is None


def test_it_is_added_once_until_it_has_passed(shared):
    assert shared.add("lock", True, 60)
    assert not shared.add("lock", True, 60)
    shared.delete("lock")
    assert shared.add("lock", True, 1)
    time.sleep(2.1)
    assert shared.get("lock") is None
    assert shared.add("lock", True, 60)


def test_it_counts_and_lasts_longer_when_touched(shared):
    shared.set("count", 3, 60)
    assert shared.incr("count") == 4
    assert shared.get("count") == 4
    assert shared.touch("count", 600)
    assert not shared.touch("none", 600)
    shared.set("for ever", 1, None)
    assert shared.get("for ever") == 1


def test_it_tells_neither_names_nor_values(shared):
    shared.set("login:anna@one.example", ["torture"], 60)
    shared.set("login:ben@two.example", ["torture", "torture", "torture"], 60)
    held = lying(shared)
    assert len(held) == 4
    assert not any(word in text for text in held for word in ("anna", "torture", "login"))
    assert len({len(text) for text in held}) == 2, "names are as long as names, values as values"


def test_a_pickle_put_there_is_not_read(shared):
    shared.set("key", "value", 60)
    name = shared.make_key("key")
    bad = pickle.dumps(_Bomb())
    if isinstance(shared, caching.TableCache):
        with connection.cursor() as cursor:
            cursor.execute("UPDATE portal_cache SET value = %s", [bad.decode("latin-1").replace("\x00", "")])
    else:
        shared._cache.get_client().set(name, bad)
    assert shared.get("key") is None


class _Bomb:
    def __reduce__(self):
        return (pytest.fail, ("a pickle was opened",))


def test_a_full_table_makes_room(db, settings):
    settings.CACHES = {"default": {**cache(None), "OPTIONS": {"MAX_ENTRIES": 5}}}
    for number in range(20):
        caches["default"].set(str(number), 1, 60)
    with connection.cursor() as cursor:
        cursor.execute("SELECT COUNT(*) FROM portal_cache")
        assert cursor.fetchone()[0] <= 7


@pytest.mark.parametrize("how", [signal.SIGSTOP, signal.SIGKILL], ids=["frozen", "gone"])
def test_without_redis_people_sign_in_and_tries_are_still_counted(db, settings, monkeypatch, how, caplog):
    monkeypatch.setattr(caching.PatientRedisCache, "asks_again", 0.0)
    with redis_server() as url:
        settings.CACHES = {"default": cache(url)}
        client = Client()
        assert client.get("/account/login/").status_code == 200
        assert caches["default"].answers()
        caches["default"].set("asked", 1)
        process = caches["default"]._cache.get_client().info("server")["process_id"]
        os.kill(process, how)
        try:
            begun = time.monotonic()
            answers = {client.post("/code/", {"code": "no such code at all"}).status_code for _ in range(61)}
            assert time.monotonic() - begun < 30
            assert 429 in answers, "counted in the process"
            assert 500 not in answers
            assert client.post("/account/login/", {"login": "anna@one.example", "password": "x"}).status_code == 200
            assert "Redis does not answer" in caplog.text
            assert not caches["default"].answers()
        finally:
            if how is signal.SIGSTOP:
                os.kill(process, signal.SIGCONT)

"""Health: alive when the process answers, ready when advice can be given."""

import pytest
from django.db import DatabaseError

from portal.caching import PatientRedisCache
from portal.services import cache


def test_live_needs_no_database(client):
    response = client.get("/health/live")
    assert (response.status_code, response.json()) == (200, {"status": "ok"})


def test_ready_names_the_edition(client, edition):
    response = client.get("/health/ready")
    assert (response.status_code, response.json()) == (200, {"status": "ok", "edition": edition})


def test_ready_tells_that_redis_is_away(client, edition, monkeypatch, settings):
    settings.CACHES = {"default": cache("redis+socket:///nowhere/redis.sock")}
    monkeypatch.setattr(PatientRedisCache, "asks_again", 0.0)
    response = client.get("/health/ready")
    assert (response.status_code, response.json()) == (
        200, {"status": "ok", "edition": edition, "cache": "no answer"},
    )  # fmt: skip


def test_not_ready_before_the_first_edition(client, db):
    response = client.get("/health/ready")
    assert (response.status_code, response.json()) == (503, {"status": "unavailable", "edition": "none published"})


def test_not_ready_without_a_database(client, monkeypatch):
    def fail():
        raise DatabaseError("host=db.example password=secret")

    monkeypatch.setattr("advisor.editions.store.current_edition_id", fail)
    response = client.get("/health/ready")
    assert (response.status_code, response.json()) == (503, {"status": "unavailable", "database": "no answer"})


@pytest.mark.parametrize("path", ["/health/live", "/health/ready"])
def test_health_is_only_read(client, path):
    assert client.post(path).status_code == 405

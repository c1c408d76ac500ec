"""Health: alive when the process answers, ready when advice can be given."""

import datetime

import pytest
from django.core.cache import cache
from django.db import DatabaseError
from django.utils import timezone

from advisor import jobs
from portal.caching import PatientRedisCache
from portal.services import cache as cache_settings


def test_live_needs_no_database(client):
    response = client.get("/health/live")
    assert (response.status_code, response.json()) == (200, {"status": "ok"})


def test_ready_names_the_edition(client, edition):
    response = client.get("/health/ready")
    assert response.status_code == 200
    told = response.json()
    assert (told["status"], told["edition"]) == ("ok", edition)
    assert not {"cache", "broker"} & set(told)


def test_ready_tells_how_long_ago_each_round_went_well_and_which_is_late(client, edition, monkeypatch):
    cache.clear()
    begun = timezone.now()
    told = client.get("/health/ready").json()
    assert told["rounds"] == dict.fromkeys(jobs.WATCHED)
    assert told["late"] == list(jobs.WATCHED)
    assert all(jobs.run(name) for name in jobs.WATCHED)
    for hours, late in {0: [], -1: [], 1: ["living", "notices", "plans", "tidy"]}.items():
        monkeypatch.setattr(timezone, "now", lambda hours=hours: begun + datetime.timedelta(hours=hours))
        answer = client.get("/health/ready")
        assert (answer.status_code, answer.json().get("late", [])) == (200, late)
        assert all(age >= 0 for age in answer.json()["rounds"].values())


def test_a_round_that_fails_is_not_noted(db, monkeypatch):
    def fails() -> int:
        raise ValueError

    cache.clear()
    monkeypatch.setitem(jobs.ROUNDS, "notices", jobs.Round(fails, every=60))
    assert not jobs.run("notices")
    assert jobs.ages()["notices"] is None


@pytest.mark.parametrize("address", ["amqp://127.0.0.1:1//", "redis://127.0.0.1:1/0"])
def test_ready_tells_that_the_broker_is_away(client, edition, settings, address):
    settings.CELERY_BROKER_URL = address
    answer = client.get("/health/ready")
    assert (answer.status_code, answer.json()["broker"]) == (200, "no answer")


def test_a_broker_that_answers_is_not_mentioned(client, edition, settings, redis_url):
    settings.CELERY_BROKER_URL = redis_url
    assert "broker" not in client.get("/health/ready").json()


def test_ready_tells_that_redis_is_away(client, edition, monkeypatch, settings):
    settings.CACHES = {"default": cache_settings("redis+socket:///nowhere/redis.sock")}
    monkeypatch.setattr(PatientRedisCache, "asks_again", 0.0)
    response = client.get("/health/ready")
    assert response.status_code == 200
    assert response.json()["cache"] == "no answer"


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

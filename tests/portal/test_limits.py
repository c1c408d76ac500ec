"""What costs the server much may be asked for only so often a minute, by network or by person."""

import pytest
from django.test import Client
from django.urls import get_resolver

from portal import limits
from tests.accounts.people import person, signed_in

ADVICE = {"data": '{"scenario": {}}', "content_type": "application/json"}


@pytest.fixture(autouse=True)
def two_a_minute(settings):
    settings.LIMITS_PER_MINUTE = dict.fromkeys(limits.KINDS, 2)
    limits._counts.clear()


def test_a_network_that_asks_too_often_is_told_how_long_to_wait(edition):
    client, other = Client(REMOTE_ADDR="192.0.2.1"), Client(REMOTE_ADDR="192.0.2.2")
    assert [client.post("/api/v1/advice", **ADVICE).status_code for _ in range(3)] == [200, 200, 429]
    refused = client.post("/api/v1/advice", **ADVICE)
    assert refused.headers["Retry-After"] == "60"
    assert refused.json()["errors"][0]["message"] == "too many in a minute; wait"
    assert other.post("/api/v1/advice", **ADVICE).status_code == 200
    assert client.get("/health/live").status_code == 200


def test_whoever_is_signed_in_is_counted_alone(edition):
    guest, anna = Client(), signed_in(person("anna@one.example"))
    page = "/examples/nubian-children-kenya/"
    assert guest.get(page).status_code == 200
    guest.get(page)
    told = guest.get(page)
    assert told.status_code == 429
    assert "Wait" in told.content.decode()
    assert anna.get(page).status_code != 429


def test_after_a_minute_it_is_free_again(edition, monkeypatch):
    client = Client()
    for _ in range(3):
        client.post("/api/v1/advice", **ADVICE)
    end = max(limits._counts._expire_info.values()) + 1
    monkeypatch.setattr("time.time", lambda: end)
    assert client.post("/api/v1/advice", **ADVICE).status_code == 200


def test_every_page_named_here_is_there():
    names = {name for name in get_resolver("advisor.urls").reverse_dict if isinstance(name, str)}
    names |= {name for name in get_resolver("accounts.urls").reverse_dict if isinstance(name, str)}
    assert set(limits.KIND_OF) <= names

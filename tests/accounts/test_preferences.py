"""The language and the time zone that a person chose, on every page."""

import pytest
from django.test import Client
from django.utils import timezone, translation

from accounts.models import User

from .people import person, signed_in


@pytest.fixture(autouse=True)
def two_languages(settings, db):
    settings.LANGUAGES = [("en", "English"), ("fr", "French")]
    yield
    translation.activate("en")


def language_of(client: Client, **headers) -> str:
    page = client.get("/safety/", headers={"accept-language": "en"} | headers).content.decode()
    return page.split('<html lang="')[1].split('"')[0]


def test_the_chosen_language_holds_whatever_the_browser_asks():
    assert language_of(signed_in(person("anna@one.example", language="fr"))) == "fr"
    assert language_of(signed_in(person("ben@one.example")), **{"accept-language": "fr"}) == "fr"
    assert language_of(Client()) == "en"


def test_a_language_that_is_no_longer_offered_is_passed_over():
    assert language_of(signed_in(person("anna@one.example", language="xx"))) == "en"


def test_a_language_chosen_on_any_page_is_remembered():
    anna = person("anna@one.example", language="fr")
    client = signed_in(anna)
    client.post("/i18n/setlang/", {"language": "en", "next": "/"})
    anna.refresh_from_db()
    assert anna.language == "en"
    assert language_of(client) == "en"


def test_settings_are_saved():
    anna = person("anna@one.example")
    data = {"first_name": "Anna", "language": "fr", "time_zone": "Asia/Kathmandu"}
    signed_in(anna).post("/account/", data)
    anna.refresh_from_db()
    assert (anna.first_name, anna.language, anna.time_zone) == ("Anna", "fr", "Asia/Kathmandu")
    assert anna.label == "Anna"


@pytest.mark.parametrize("wrong", [{"language": "xx"}, {"time_zone": "Mars/Olympus"}])
def test_what_is_not_offered_is_sent_back(wrong):
    anna = person("anna@one.example")
    assert signed_in(anna).post("/account/", {"time_zone": "UTC"} | wrong).status_code == 422
    anna.refresh_from_db()
    assert (anna.language, anna.time_zone) == ("", "UTC")


def test_times_are_told_in_the_persons_zone(monkeypatch):
    seen = []
    monkeypatch.setattr("accounts.privacy.retentions", lambda: seen.append(timezone.get_current_timezone_name()) or [])
    signed_in(person("anna@one.example", time_zone="Asia/Kathmandu")).get("/account/")
    assert seen == ["Asia/Kathmandu"]
    assert timezone.get_current_timezone_name() == "Europe/Zurich"


@pytest.mark.parametrize("name", ["", "Mars/Olympus", "../etc/passwd"])
def test_a_zone_that_is_unknown_is_utc(name):
    assert str(User(time_zone=name).zone) == "UTC"

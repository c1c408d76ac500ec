"""Addresses of a mail server and of a shared cache, read strictly."""

from pathlib import Path

import pytest

from portal.environment import BadEnvironment
from portal.services import broker, cache, former_keys, mail, public_url

FOLDER = Path("mail")


@pytest.mark.parametrize(
    ("broker", "kind", "location"),
    [
        (None, "TableCache", "portal_cache"),
        ("amqp://broker.example", "TableCache", "portal_cache"),
        ("redis://broker.example:6379/0", "PatientRedisCache", "redis://broker.example:6379/0"),
        ("rediss://broker.example/1", "PatientRedisCache", "rediss://broker.example/1"),
        ("redis+socket:///run/redis.sock", "PatientRedisCache", "unix:///run/redis.sock"),
    ],
)
def test_workers_share_a_cache(broker, kind, location):
    made = cache(broker)
    assert made["BACKEND"] == f"portal.caching.{kind}"
    assert made["LOCATION"] == location


@pytest.mark.parametrize(
    "url", ["", "broker.example", "http://broker.example", "redis://", "redis+socket://", "redis://h:port"]
)
def test_a_broker_that_celery_can_not_use_is_refused_without_repeating_it(url):
    with pytest.raises(BadEnvironment, match="PORTAL_BROKER_URL") as refused:
        broker("PORTAL_BROKER_URL", url)
    assert "broker.example" not in str(refused.value)


def test_without_a_server_mails_are_files():
    assert mail("X", None, folder=FOLDER)["EMAIL_FILE_PATH"] == "mail"


@pytest.mark.parametrize(
    ("url", "port", "ssl", "tls"),
    [
        ("smtps://me:p%40ss@mail.example", 465, True, False),
        ("smtp://me:p%40ss@mail.example", 587, False, True),
        ("smtp+plain://me:p%40ss@mail.example:2525", 2525, False, False),
    ],
)
def test_a_server_is_spoken_to_as_its_address_says(url, port, ssl, tls):
    made = mail("X", url, folder=FOLDER)
    assert (made["EMAIL_HOST"], made["EMAIL_PORT"]) == ("mail.example", port)
    assert (made["EMAIL_HOST_USER"], made["EMAIL_HOST_PASSWORD"]) == ("me", "p@ss")
    assert (made["EMAIL_USE_SSL"], made["EMAIL_USE_TLS"]) == (ssl, tls)


@pytest.mark.parametrize("url", ["mail.example", "http://mail.example", "smtp://", "smtp://mail.example:port"])
def test_anything_else_is_refused_without_repeating_it(url):
    with pytest.raises(BadEnvironment) as refused:
        mail("PORTAL_EMAIL_URL", url, folder=FOLDER)
    assert str(refused.value).startswith("PORTAL_EMAIL_URL")
    assert "mail.example" not in str(refused.value)


@pytest.mark.parametrize("url", ["https://portal.example", "http://127.0.0.1:8000", "https://portal.example/"])
def test_links_in_mails_lead_to_the_portals_address(url):
    assert public_url("X", url) == url.rstrip("/")


@pytest.mark.parametrize(
    "url", ["portal.example", "ftp://portal.example", "https://", "https://*", "https://a.example/b"]
)
def test_an_address_that_no_link_can_begin_with_is_refused(url):
    with pytest.raises(BadEnvironment, match="PORTAL_PUBLIC_URL"):
        public_url("PORTAL_PUBLIC_URL", url)


OLD, OLDER, PRESENT = "o" * 50, "p" * 50, "q" * 50


@pytest.mark.parametrize(
    ("value", "found"),
    [(None, []), (OLD, [OLD]), (f"{OLD} {OLDER}", [OLD, OLDER]), (f"{OLD}\n{OLDER}\n", [OLD, OLDER])],
)
def test_keys_before_are_divided_by_spaces_or_lines(value, found):
    assert former_keys("X", value, present=PRESENT) == found


@pytest.mark.parametrize("value", ["tiny", f"{OLD} {OLD}", f"{OLD} {PRESENT}", f"{OLD},{OLDER} x"])
def test_a_doubtful_key_before_is_refused_and_not_repeated(value):
    with pytest.raises(BadEnvironment, match="PORTAL_SECRET_KEY_FALLBACKS") as refused:
        former_keys("PORTAL_SECRET_KEY_FALLBACKS", value, present=PRESENT)
    assert value not in str(refused.value)

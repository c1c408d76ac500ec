"""Turns addresses of services (mail, cache) and the keys before into Django's settings for them."""

import logging
import re
from pathlib import Path
from typing import Any
from urllib.parse import unquote

from .environment import BadEnvironment, taken_apart

log = logging.getLogger(__name__)

CACHE_TABLE = "portal_cache"
SHORTEST_KEY = 50
"""How many characters a secret key must have."""
SMTP = {"smtps": 465, "smtp": 587, "smtp+plain": 25}
BROKERS = ("redis", "rediss", "redis+socket", "amqp", "amqps")


def broker(name: str, url: str | None) -> str | None:
    """In: the broker's address, or None. Out: the same. Raises `BadEnvironment`, without the address, for one that Celery can't use."""
    if url is None:
        return None
    parts = taken_apart(name, url)
    if parts.scheme not in BROKERS or not (parts.path if parts.scheme == "redis+socket" else parts.hostname):
        raise BadEnvironment(
            f"{name}: a broker's address is redis://host:port/number or rediss://…, redis+socket:///path, amqp(s)://…"
        )
    return url


def broker_answers(url: str | None, *, patience: int = 2) -> bool:
    """Whether somebody answers at the broker's address within so many seconds. True where there is no broker."""
    if url is None:
        return True
    from kombu.connection import Connection

    waits = {"socket_timeout": patience, "socket_connect_timeout": patience}
    try:
        with Connection(  # type: ignore[no-untyped-call]  # kombu has no types
            url, connect_timeout=patience, transport_options=waits
        ) as connection:
            connection.ensure_connection(max_retries=1, interval_start=0, timeout=patience)
            connection.default_channel  # noqa: B018  # Redis is asked only now
    except Exception as fault:  # each kind of broker has its own
        log.error("The broker does not answer (%s)", type(fault).__name__)
        return False
    return True


def cache(broker_url: str | None) -> dict[str, Any]:
    """In: the broker's address, if there is a broker. Out: a cache that all workers share, in Redis or in the database."""
    address = broker_url or ""
    if address.startswith("redis+socket://"):  # as Celery writes it
        address = "unix://" + address.removeprefix("redis+socket://")
    if address.startswith(("redis://", "rediss://", "unix://")):
        return {
            "BACKEND": "portal.caching.PatientRedisCache",
            "LOCATION": address,
            "KEY_PREFIX": "portal",
            "KEY_FUNCTION": "portal.caching.keyed",
        }
    return {
        "BACKEND": "portal.caching.TableCache",
        "LOCATION": CACHE_TABLE,
        "KEY_FUNCTION": "portal.caching.keyed",
        "OPTIONS": {"MAX_ENTRIES": 20_000},
    }


def mail(name: str, url: str | None, *, folder: Path) -> dict[str, Any]:
    """In: the mail server's address, or None; the folder for mails without one. Out: Django's settings by their names.

    Raises `BadEnvironment`, without the address, for a scheme that is not `smtps`, `smtp` or `smtp+plain`.
    """
    if url is None:
        return {
            "EMAIL_BACKEND": "portal.mail_files.MailFiles",
            "EMAIL_FILE_PATH": str(folder),
        }
    parts = taken_apart(name, url)
    port = parts.port
    if parts.scheme not in SMTP or not parts.hostname:
        raise BadEnvironment(
            f"{name}: a mail server's address is smtps://, smtp:// or smtp+plain://user:password@host:port"
        )
    return {
        "EMAIL_BACKEND": "django.core.mail.backends.smtp.EmailBackend",
        "EMAIL_HOST": parts.hostname,
        "EMAIL_PORT": port or SMTP[parts.scheme],
        "EMAIL_HOST_USER": unquote(parts.username or ""),
        "EMAIL_HOST_PASSWORD": unquote(parts.password or ""),
        "EMAIL_USE_SSL": parts.scheme == "smtps",
        "EMAIL_USE_TLS": parts.scheme == "smtp",
        "EMAIL_TIMEOUT": 10,
    }


def public_url(name: str, url: str) -> str:
    """In: the address of the portal as visitors type it. Out: the same, without a path. Raises `BadEnvironment` for anything else."""
    parts = taken_apart(name, url)
    if (
        parts.scheme not in ("https", "http")
        or not parts.netloc
        or re.search(r"[*@\s]", parts.netloc)
        or parts.path.strip("/")
        or parts.query
    ):
        raise BadEnvironment(f"{name}: {url!r} is not allowed; write https://name or https://name:port, without a path")
    return f"{parts.scheme}://{parts.netloc}"


def former_keys(name: str, value: str | None, *, present: str) -> list[str]:
    """In: secret keys that were used before, divided by spaces or lines, the newest first; the present one. Out: the keys.

    Raises `BadEnvironment`, without a key, for one that is too short, named twice, or still the present one.
    """
    keys = (value or "").split()
    if any(len(key) < SHORTEST_KEY for key in keys):
        raise BadEnvironment(
            f"{name}: a key is too short; {SHORTEST_KEY} characters or more are allowed, divided by spaces"
        )
    if len({present, *keys}) <= len(keys):
        raise BadEnvironment(f"{name}: a key is named twice, or is the present one; leave it out")
    return keys

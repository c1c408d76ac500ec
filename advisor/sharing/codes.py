"""Codes of a few random words: easy to read out over the phone, and the only key to what is kept under them.

One slow computation, which also needs the portal's secret key, turns a code into a value to look it up by and a key to seal with.
Without the secret key, nobody can try codes on a copy of the database; with it, each try costs the slow computation.
"""

import hashlib
import math
import secrets
import threading
from base64 import urlsafe_b64encode
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from django.conf import settings
from django.utils.crypto import salted_hmac

from mechanisms.names.folding import fold

LIST = Path(__file__).resolve().parent / "vendor" / "eff-short-words" / "words.txt"

OMITTED = frozenset(
    (
        # They sound like another word of the list, or equal one once hyphens are ignored.
        *("aide", "boney", "creme", "yo-yo"),
        # On a slip of paper that is found in a search, these could be used against somebody.
        *("aids", "armed", "army", "arson", "bribe", "evade", "grope", "islam", "pagan", "panty", "raid", "rebel"),
        *("riot", "sect", "stash", "theft", "thong", "trump"),
        # Names, and words that few people know how to spell.
        *("cupid", "ebay", "mardi", "petri", "santa", "wifi", "xerox", "yahoo"),
    )
)
WORDS = tuple(word for word in LIST.read_text(encoding="ascii").split() if word not in OMITTED)
LENGTH = 5
BITS = LENGTH * math.log2(len(WORDS))
"""How many bits of chance a code has."""

COST = {"n": 2**14, "r": 8, "p": 1, "maxmem": 2**25}
"""Some 16 MB and 30 thousandths of a second for each try."""

AT_ONCE = threading.BoundedSemaphore(4)
"""How many tries one process computes at the same time, so that many visitors don't use up its memory."""


class Key(NamedTuple):
    """What a code is turned into: the value to look up, and the key that opens."""

    lookup: str
    seal: bytes


def fresh() -> str:
    """A code that nobody has had before."""
    return " ".join(secrets.choice(WORDS) for _ in range(LENGTH))


def plain(typed: str) -> str:
    """The letters of a code as people type it; capitals, accents, spaces, hyphens and commas don't count."""
    return fold(typed).replace(" ", "")


def key(code: str) -> Key:
    """The key of a code, to keep something under it."""
    return next(keys(code))


def keys(code: str) -> Iterator[Key]:
    """The key of a code, then those that it had under earlier secret keys of the portal."""
    for secret in (settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS):
        salt = salted_hmac("advisor.codes", "salt", secret=secret, algorithm="sha256").digest()
        with AT_ONCE:
            made = hashlib.scrypt(plain(code).encode(), salt=salt, dklen=64, **COST)
        yield Key(made[:32].hex(), urlsafe_b64encode(made[32:]))

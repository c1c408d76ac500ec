"""Encrypts (seals) text, so that somebody who copies the database reads nothing of it, and learns little from its length.

The key comes from the portal's secret key, which is not in the database (`accounts.keys`). Text is padded to a few sizes. What is sealed
for one place (``where``: a table, a column, a row) opens at no other, so nobody who can write to the database can move it.

What was sealed before this (Fernet, without padding or place) still opens; `manage.py reseal` seals it anew.
"""

import os
import zlib
from base64 import urlsafe_b64decode, urlsafe_b64encode
from binascii import Error as NotBase64
from functools import lru_cache

from cryptography.exceptions import InvalidTag
from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from django.utils.crypto import salted_hmac

from . import keys

SEALED = "s2:"
"""How everything begins that is sealed here; then the number of the secret, then the rest."""

OLD = "gAAAA"
OLD_SALT = "accounts.sealing"

FIELDS = "sealed columns"
LEAST = 64
"""The smallest size that text is padded to. Each further size is twice the one before."""

NONCE = 12
HEAD = 5
"""Before the text stand one letter, which says whether it was made small, and its length."""
PLAIN, PACKED = b"p", b"z"


def seal(text: str, where: str, *, purpose: str = FIELDS, least: int = LEAST, pack: bool = False) -> str:
    """In: a text, and the place that it is for. Out: what may lie in the database. ``pack`` makes a long text small first."""
    content = zlib.compress(text.encode()) if pack else text.encode()
    size = least
    while size < len(content) + HEAD:
        size *= 2
    head = (PACKED if pack else PLAIN) + len(content).to_bytes(HEAD - 1, "big")
    nonce = os.urandom(NONCE)
    secret = keys.secrets()[0]
    made = nonce + _cipher(purpose, secret).encrypt(nonce, (head + content).ljust(size, b"\0"), where.encode())
    return f"{prefix()}{urlsafe_b64encode(made).decode()}"


def unseal(sealed: str, where: str, *, purpose: str = FIELDS, packed_before: bool = False) -> str:
    """In: what `seal` gave for this place and purpose; or what was sealed before places counted, ``packed_before`` if small.

    Raises `InvalidToken` for anything else: another place, a secret that is gone, a text that was touched.
    """
    if sealed.startswith(OLD):
        opened = _old().decrypt(sealed.encode())
        return (zlib.decompress(opened) if packed_before else opened).decode()
    if not sealed.startswith(SEALED):
        raise InvalidToken
    number, _, rest = sealed.removeprefix(SEALED).partition(":")
    secret = next((secret for secret in keys.secrets() if keys.number(secret) == number), None)
    if secret is None:
        raise InvalidToken
    try:
        made = urlsafe_b64decode(rest)
        content = _cipher(purpose, secret).decrypt(made[:NONCE], made[NONCE:], where.encode())
    except (InvalidTag, NotBase64, ValueError) as fault:
        raise InvalidToken from fault
    length = int.from_bytes(content[1:HEAD], "big")
    text = content[HEAD : HEAD + length]
    return (zlib.decompress(text) if content[:1] == PACKED else text).decode()


def is_sealed(text: str) -> bool:
    """Whether it looks like something that was sealed, now or before."""
    return text.startswith((SEALED, OLD))


def prefix() -> str:
    """How everything begins that is sealed by the present secret."""
    return f"{SEALED}{keys.number(keys.secrets()[0])}:"


@lru_cache(maxsize=64)
def _cipher(purpose: str, secret: str) -> AESGCM:
    return AESGCM(keys.derived(purpose, secret))


def _old() -> MultiFernet:
    digests = [salted_hmac(OLD_SALT, "key", secret=key, algorithm="sha256").digest() for key in keys.secrets()]
    return MultiFernet([Fernet(urlsafe_b64encode(digest)) for digest in digests])

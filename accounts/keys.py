"""Keys: one for each purpose, all derived from the portal's secret keys, which are not in the database.

The first secret is the present one (`SECRET_KEY`): it alone makes anything. Those before it (`SECRET_KEY_FALLBACKS`) still open and
find what they made.
"""

import hmac
from base64 import urlsafe_b64encode
from functools import lru_cache

from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.conf import settings

LENGTH = 32


def secrets() -> tuple[str, ...]:
    """The portal's secret keys, the present one first."""
    return (settings.SECRET_KEY, *map(str, settings.SECRET_KEY_FALLBACKS))


@lru_cache(maxsize=64)
def derived(purpose: str, secret: str) -> bytes:
    """The key of one purpose. Who learns it learns neither the secret nor the key of another purpose."""
    return HKDF(algorithm=SHA256(), length=LENGTH, salt=None, info=f"portal/{purpose}".encode()).derive(secret.encode())


def number(secret: str) -> str:
    """What a secret is called where something lies sealed: eight letters that tell nothing about it."""
    return urlsafe_b64encode(derived("number", secret)[:6]).decode()


def digest(purpose: str, text: str) -> str:
    """A digest that nobody without the secret can make or test; 64 letters."""
    return _digest(derived(purpose, secrets()[0]), text)


def digests(purpose: str, text: str) -> list[str]:
    """The digest, and those that the text had under each secret before."""
    return [_digest(derived(purpose, secret), text) for secret in secrets()]


def _digest(key: bytes, text: str) -> str:
    return hmac.digest(key, text.encode(), "sha256").hex()

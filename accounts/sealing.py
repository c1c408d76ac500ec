"""Encrypts (seals) the secrets of second factors, so that somebody who copies the database can't make codes with them.

The key comes from the portal's secret key, which is not in the database. After a change of that key the old one, named in
``SECRET_KEY_FALLBACKS``, still opens what it sealed.
"""

import zlib
from base64 import urlsafe_b64encode

from cryptography.fernet import Fernet, MultiFernet
from django.conf import settings
from django.utils.crypto import salted_hmac

SALT = "accounts.sealing"


def seal(text: str) -> str:
    """In: a secret. Out: what may be stored in the database."""
    return _fernet().encrypt(text.encode()).decode()


def seal_packed(text: str) -> str:
    """In: a long text. Out: what may lie in the database, made small first."""
    return _fernet().encrypt(zlib.compress(text.encode())).decode()


def unseal_packed(sealed: str) -> str:
    """In: what `seal_packed` gave. Raises `cryptography.fernet.InvalidToken` for anything else that no key opens."""
    return zlib.decompress(_fernet().decrypt(sealed.encode())).decode()


def unseal(sealed: str) -> str:
    """In: what `seal` gave. Raises `cryptography.fernet.InvalidToken` for anything else."""
    return _fernet().decrypt(sealed.encode()).decode()


def _fernet() -> MultiFernet:
    keys = [settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS]
    digests = [salted_hmac(SALT, "key", secret=key, algorithm="sha256").digest() for key in keys]
    return MultiFernet([Fernet(urlsafe_b64encode(digest)) for digest in digests])

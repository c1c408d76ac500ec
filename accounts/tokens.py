"""Tokens: whoever holds the address that one stands in may come in. The database holds their hashes alone."""

import hashlib
import secrets


def new() -> str:
    """A token that nobody can guess: 256 bits, in letters that an address may hold."""
    return secrets.token_urlsafe(32)


def hashed(token: str) -> str:
    """What lies in the database. A token is random, so a plain hash suffices."""
    return hashlib.sha256(token.encode()).hexdigest()

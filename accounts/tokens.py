"""Tokens: an address with a token opens something to anybody who has it. The database has only their hashes."""

import hashlib
import secrets


def new() -> str:
    """A token that nobody can guess: 256 bits, in letters that an address may hold."""
    return secrets.token_urlsafe(32)


def hashed(token: str) -> str:
    """What the database stores. A token is random, so a plain hash suffices."""
    return hashlib.sha256(token.encode()).hexdigest()

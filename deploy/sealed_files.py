"""Encrypts a file of any size under a password that is in another file, for backups that leave the machine.

AES-256-GCM in chunks, the key by scrypt. Each chunk knows its place and whether it is the last, so none can be cut off, moved or swapped
unseen.
"""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.scrypt import Scrypt

MAGIC = b"hrc-advisor backup 1\n"
SALT, TAG, CHUNK = 16, 16, 1 << 20
SHORTEST = 20
"""How many characters a password must have: whoever finds the file may try for years."""


class NotOpened(Exception):
    """The password is missing, too short or another one, or the file is not whole. The message says which, without the password."""


def seal(source: BinaryIO, target: BinaryIO, password: Path) -> None:
    """In: what to read, where to write, and the file with the password. Raises `NotOpened` for a password that is too short."""
    salt = os.urandom(SALT)
    cipher = AESGCM(_key(password, salt))
    target.write(MAGIC + salt)
    place, chunk = 0, source.read(CHUNK)
    while True:
        following = source.read(CHUNK)
        target.write(cipher.encrypt(_nonce(place, last=not following), chunk, MAGIC + salt))
        if not following:
            return
        place, chunk = place + 1, following


def unseal(source: BinaryIO, password: Path) -> Iterator[bytes]:
    """In: what `seal` wrote, and the file with the password. Out: the content in pieces. Raises `NotOpened`, perhaps after some pieces:
    what came before is then worth nothing."""
    if source.read(len(MAGIC)) != MAGIC:
        raise NotOpened("this is no encrypted backup")
    salt = source.read(SALT)
    cipher = AESGCM(_key(password, salt))
    place, chunk = 0, source.read(CHUNK + TAG)
    while True:
        following = source.read(CHUNK + TAG)
        try:
            yield cipher.decrypt(_nonce(place, last=not following), chunk, MAGIC + salt)
        except (InvalidTag, ValueError):
            raise NotOpened("another password, or the file is not whole") from None
        if not following:
            return
        place, chunk = place + 1, following


def _nonce(place: int, *, last: bool) -> bytes:
    return place.to_bytes(11, "big") + (b"\1" if last else b"\0")


def _key(password: Path, salt: bytes) -> bytes:
    try:
        text = password.read_bytes().strip()
    except OSError as fault:
        raise NotOpened(f"the file with the password cannot be read ({fault.strerror})") from fault
    if len(text) < SHORTEST:
        raise NotOpened(f"the password is too short; {SHORTEST} characters or more are allowed")
    return Scrypt(salt=salt, length=32, n=1 << 15, r=8, p=1).derive(text)

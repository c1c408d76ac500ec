"""Whom a command means."""

from django.core.management.base import CommandError

from accounts.models import User
from accounts.signing_in import known_as


def the_one(text: str) -> User:
    """The person who signs in with this name or address. Raises `CommandError` where it is nobody, or more than one."""
    found = known_as(text)
    if len(found) != 1:
        raise CommandError(f"{text}: {'nobody signs in so' if not found else 'more than one person; use the name'}")
    return found[0]

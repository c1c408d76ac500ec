"""What the portal keeps of a person: how to export it, delete it, move it from a guest to an account, and delete it when it expires.

A module that keeps rows of a person registers once, when its app is ready:

    privacy.register("saved advice", export=..., delete=..., move=..., tidy=..., retention=_("Until you delete it."))

This module does not know them; it asks each that registered.
"""

import logging
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.http import HttpRequest
from django.utils.functional import Promise

from .models import User

log = logging.getLogger(__name__)

Export = Callable[[User], Any]
Delete = Callable[[User], None]
Move = Callable[[HttpRequest, User], None]
Tidy = Callable[[], int]


@dataclass(frozen=True)
class Keeper:
    """A part of the portal that keeps something of people."""

    name: str
    export: Export | None
    delete: Delete | None
    move: Move | None
    tidy: Tidy | None
    retention: str | Promise


_keepers: dict[str, Keeper] = {}


def register(
    name: str,
    *,
    export: Export | None = None,
    delete: Delete | None = None,
    move: Move | None = None,
    tidy: Tidy | None = None,
    retention: str | Promise = "",
) -> None:
    """Register a part of the portal. Registering a name again replaces the earlier part.

    ``export(user)`` gives what JSON can hold. ``delete(user)`` runs in the transaction that deletes the account, before the account
    goes; rows that their foreign key deletes with the account need none. ``move(request, user)`` runs after each sign-in;
    ``request.session`` still holds what the guest had, and `guest_key(request)` gives the key it had then; ``move`` may be called
    again. ``tidy()`` deletes what has expired and returns how many rows; it may run at any time, twice, and in several processes at
    once. ``retention`` is a sentence for the settings page: what is kept, and for how long.
    """
    _keepers[name] = Keeper(name, export, delete, move, tidy, retention)


def retentions() -> list[tuple[str, str | Promise]]:
    """What is kept and for how long, for the settings page."""
    return [(keeper.name, keeper.retention) for keeper in _keepers.values() if keeper.retention]


def export_all(user: User) -> dict[str, Any]:
    """Everything that is kept of this person, by the name of the part that keeps it."""
    return {keeper.name: keeper.export(user) for keeper in _keepers.values() if keeper.export}


@transaction.atomic
def delete_all(user: User) -> None:
    """Delete everything that is kept of this person, the account last, or nothing at all."""
    for keeper in reversed(_keepers.values()):
        if keeper.delete:
            keeper.delete(user)


def guest_key(request: HttpRequest) -> str | None:
    """The session key that this visitor had as a guest, at the start of the request; None for somebody who was signed in."""
    return getattr(request, "guest_session_key", None)


def move_all(request: HttpRequest, user: User) -> None:
    """Give this person what they did as a guest. What can't be moved stays where it is, and is tried at the next sign-in: it never
    prevents signing in."""
    for keeper in _keepers.values():
        if keeper.move:
            try:
                with transaction.atomic():
                    keeper.move(request, user)
            except Exception:
                log.exception("What a guest did could not be moved")


def tidy_all() -> int:
    """Delete what has expired. Out: how many rows."""
    return sum(keeper.tidy() for keeper in _keepers.values() if keeper.tidy)

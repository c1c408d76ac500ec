"""What the portal keeps of a person, asked of everyone who keeps something: to hand out, to delete, to move from a guest, to forget.

Whoever keeps rows of a person registers once, when its app is ready:

    privacy.register("saved advice", export=..., delete=..., move=..., tidy=..., retention=_("Until you delete it."))

The modules below this floor don't know who that is; they only ask all of them.
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
    """One part of the portal that keeps something of people."""

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
    """Take part. A name is taken once; registering it again replaces what it stood for.

    ``export(user)`` gives what JSON can hold. ``delete(user)`` runs in the transaction that deletes the account, before
    the account goes; rows that go with the account by their foreign key need none. ``move(request, user)`` runs after
    each sign-in; ``request.session`` still holds what the guest had, `guest_key(request)` the key it had then; it must
    bear being called again. ``tidy()`` deletes what is past its day and says how many rows; it may run at any time, twice, and in
    several processes at once. ``retention`` is a sentence for the settings page: what is kept, and for how long.
    """
    _keepers[name] = Keeper(name, export, delete, move, tidy, retention)


def retentions() -> list[tuple[str, str | Promise]]:
    """What is kept and for how long, for the settings page."""
    return [(keeper.name, keeper.retention) for keeper in _keepers.values() if keeper.retention]


def export_all(user: User) -> dict[str, Any]:
    """Everything that is kept of this person, by the name of who keeps it."""
    return {keeper.name: keeper.export(user) for keeper in _keepers.values() if keeper.export}


@transaction.atomic
def delete_all(user: User) -> None:
    """Delete everything that is kept of this person, the account last, or nothing at all."""
    for keeper in reversed(_keepers.values()):
        if keeper.delete:
            keeper.delete(user)


def guest_key(request: HttpRequest) -> str | None:
    """The session key that this visitor had as a guest, at the start of the request; None for whoever was signed in."""
    return getattr(request, "guest_session_key", None)


def move_all(request: HttpRequest, user: User) -> None:
    """Give this person what they did as a guest. What can't be moved stays where it is, and is tried at the next sign-in:
    nobody is kept out of their account by it."""
    for keeper in _keepers.values():
        if keeper.move:
            try:
                with transaction.atomic():
                    keeper.move(request, user)
            except Exception:
                log.exception("What a guest did could not be moved")


def tidy_all() -> int:
    """Delete what is past its day. Out: how many rows."""
    return sum(keeper.tidy() for keeper in _keepers.values() if keeper.tidy)

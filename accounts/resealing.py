"""Seals everything anew: by the present secret key, bound to its row, padded. For after a change of that key, and for rows from before.

Keyed digests are made anew with it (`rekeying`).
"""

import logging
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any
from uuid import uuid4

from allauth.mfa.models import Authenticator
from cryptography.fernet import InvalidToken
from django.apps import apps
from django.contrib.sessions.models import Session
from django.db import models, transaction

from . import rekeying, sealing, sessions
from .adapter import SECRETS
from .fields import Closed, Sealed

log = logging.getLogger(__name__)

PORTION = 100


@dataclass
class Progress:
    """How far one table is: of so many rows so many are looked at, so many sealed anew, and so many opened by no key."""

    table: str
    total: int
    looked_at: int = 0
    sealed: int = 0
    lost: int = 0


def run() -> Iterator[Progress]:
    """Seal anew whatever is not sealed by the present secret, portion after portion. Each is one transaction and what is done is passed
    over, so it may be killed and run again, twice at a time, and while people work."""
    for model in apps.get_models():
        columns = [field for field in model._meta.concrete_fields if isinstance(field, Sealed)]
        if columns:
            yield from _table(model, lambda row, columns=columns: _seal_row(row, columns))  # type: ignore[misc]
    yield from _table(Authenticator, _seal_factor)
    yield from _table(
        Session, lambda row: not row.session_data.startswith(sealing.prefix()) and sessions.seal_anew(row)
    )


def _table(model: type[models.Model], seal: Callable[[Any], bool]) -> Iterator[Progress]:
    rows = model._default_manager.order_by("pk")
    progress, last = Progress(model._meta.db_table, rows.count()), None
    while True:
        with transaction.atomic():
            ahead = rows.select_for_update(no_key=True, of=("self",))
            portion = list((ahead if last is None else ahead.filter(pk__gt=last))[:PORTION])
            if not portion:
                return
            last = portion[-1].pk
            for row in portion:
                progress.looked_at += 1
                try:
                    progress.sealed += seal(row)
                except InvalidToken:
                    progress.lost += 1
                    log.error("Row %s of %s can't be unsealed: its key is gone", row.pk, progress.table)
        yield progress


def _seal_row(row: Any, columns: list[Sealed]) -> bool:
    lying = {column.attname: row.__dict__[column.attname] for column in columns}
    bound = getattr(row, "binding", row.pk) is not None
    if bound and all(column.is_fresh(lying[column.attname]) for column in columns):
        return False
    opened = {name: getattr(row, name) for name in lying}
    changed: dict[str, Any] = {}
    if not bound:
        changed["binding"] = row.binding = uuid4()
    changed |= {column.attname: column.close(row, opened[column.attname]) for column in columns}
    changed |= rekeying.columns(row)
    return bool(
        type(row)._default_manager.filter(pk=row.pk).update(**{name: _raw(value) for name, value in changed.items()})
    )


def _raw(value: Any) -> Any:
    """Empty text is stored as it is."""
    return Closed(value) if value == "" else value


def _seal_factor(row: Any) -> bool:
    """The secrets of a second factor lie sealed inside its JSON."""
    made = {name: _anew(value) for name, value in row.data.items()}
    if made == row.data:
        return False
    return bool(Authenticator.objects.filter(pk=row.pk).update(data=made))


def _anew(value: Any) -> Any:
    if isinstance(value, list):
        return [_anew(one) for one in value]
    if not isinstance(value, str) or not sealing.is_sealed(value) or value.startswith(sealing.prefix()):
        return value
    return sealing.seal(sealing.unseal(value, SECRETS), SECRETS)

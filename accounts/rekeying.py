"""How keyed digests are made anew after a change of the key. Each subject registers it for its rows, in its `keyed`."""

from collections.abc import Callable
from typing import Any

from django.db import models

Rekey = Callable[[Any], dict[str, Any]]
_rekeys: dict[type[models.Model], Rekey] = {}


def register(model: type[models.Model], rekey: Rekey) -> None:
    """Have keyed digests of this model made anew: ``rekey(row)`` gives the columns as the present secret makes them."""
    _rekeys[model] = rekey


def columns(row: models.Model) -> dict[str, Any]:
    """The keyed columns of a row as the present secret makes them; none where nothing was registered for its model."""
    rekey = _rekeys.get(type(row))
    return rekey(row) if rekey else {}

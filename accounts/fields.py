"""Columns that are encrypted (sealed) in the database: a copy of it can't be read, and no query can search them."""

import json
from typing import TYPE_CHECKING, Any

from django.core.serializers.json import DjangoJSONEncoder
from django.db import models

from .sealing import seal, seal_packed, unseal, unseal_packed

if TYPE_CHECKING:
    _Text = models.TextField[str, str]
    _Anything = models.TextField[Any, Any]
else:
    _Text = _Anything = models.TextField


class SealedTextField(_Text):
    """Text that is sealed on its way into the database. Empty text stays empty, so that `blank` can be asked for."""

    def get_prep_value(self, value: Any) -> Any:
        text = super().get_prep_value(value)
        return seal(text) if text else text

    def from_db_value(self, value: str | None, expression: Any, connection: Any) -> str | None:
        return unseal(value) if value else value


class SealedLongTextField(_Text):
    """Long text, made small before it is sealed: an advice takes a fifth of its length. Empty text stays empty."""

    def get_prep_value(self, value: Any) -> Any:
        text = super().get_prep_value(value)
        return seal_packed(text) if text else text

    def from_db_value(self, value: str | None, expression: Any, connection: Any) -> str | None:
        return unseal_packed(value) if value else value


class SealedJSONField(_Anything):
    """What JSON can hold, sealed. Days are stored as ISO text and come back as text."""

    if TYPE_CHECKING:  # what django-stubs asks a field that is not its own
        _pyi_private_set_type: Any
        _pyi_private_get_type: Any

    def get_prep_value(self, value: Any) -> Any:
        return None if value is None else seal(json.dumps(value, cls=DjangoJSONEncoder, ensure_ascii=False))

    def from_db_value(self, value: str | None, expression: Any, connection: Any) -> Any:
        return json.loads(unseal(value)) if value else None

    def value_to_string(self, obj: Any) -> str:
        return json.dumps(self.value_from_object(obj), cls=DjangoJSONEncoder)

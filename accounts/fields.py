"""Columns that are encrypted (sealed) in the database: a copy of it can't be read, and no query can search them.

What lies in a row opens only there: it is bound to the table, the column and the row's own random id, which it has before it is stored
(`Bound.binding`, or a primary key that is a UUID). It is opened when somebody reads it, not when the row is fetched.
"""

import datetime
import json
from typing import TYPE_CHECKING, Any
from uuid import UUID, uuid4

from cryptography.fernet import InvalidToken
from django.core import checks
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.db.models.query_utils import DeferredAttribute

from . import sealing

if TYPE_CHECKING:
    _Text = models.TextField[str, str]
    _Anything = models.TextField[Any, Any]
    _Day = models.TextField[datetime.date | None, datetime.date | None]
    _Field = models.Field[Any, Any]
else:
    _Text = _Anything = _Day = models.TextField
    _Field = models.Field


class Bound(models.Model):
    """A row with sealed columns that are bound to ``binding``. Rows from before have none until `manage.py reseal` gives them one."""

    binding = models.UUIDField(null=True, default=uuid4, editable=False)

    class Meta:
        abstract = True


class Closed(str):
    """What a sealed column holds, as it lies in the database."""

    __slots__ = ()


def closed(row: models.Model, name: str, value: Any) -> Closed:
    """A value for this column of this row alone, sealed for an `update` that must not touch the others."""
    field = row._meta.get_field(name)
    assert isinstance(field, Sealed)
    made: Closed = field.close(row, value)
    return made


class _Opening(DeferredAttribute):
    """The attribute of a sealed column. It opens what lies there when it is first read."""

    field: "Sealed"

    def __get__(self, instance: models.Model | None, cls: type[models.Model] | None = None) -> Any:
        value = super().__get__(instance, cls)
        if instance is not None and isinstance(value, Closed):
            value = self.field.open(instance, value)
            instance.__dict__[self.field.attname] = value
        return value

    def __set__(self, instance: models.Model, value: Any) -> None:
        instance.__dict__[self.field.attname] = value


class Sealed(_Field):
    """What all sealed columns have in common.

    In: ``least``, the size that shorter values are padded to, so that most are alike; ``hides_empty``, whether empty text is sealed too,
    because it would tell; ``plain_before``, whether rows from before may hold it unsealed. No migration needs to know of them.
    """

    descriptor_class = _Opening
    packs = False
    least = sealing.LEAST

    def __init__(
        self,
        *args: Any,
        least: int | None = None,
        hides_empty: bool = False,
        plain_before: bool = False,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.least = least or self.least
        self.hides_empty, self.plain_before = hides_empty, plain_before

    def encode(self, value: Any) -> str | None:
        """The value as text. What is empty in the database is no text and has no seal."""
        raise NotImplementedError

    def decode(self, text: str) -> Any:
        """The value of a text that ``encode`` gave."""
        raise NotImplementedError

    def close(self, row: models.Model, value: Any) -> Any:
        """The value as this row keeps it."""
        text = self.encode(value)
        if text is None or (text == "" and not self.hides_empty):
            return text
        return Closed(sealing.seal(text, self._places(row)[0], least=self.least, pack=self.packs))

    def open(self, row: models.Model, value: Closed) -> Any:
        """What ``close`` gave, for this row. Raises `InvalidToken` where no key opens it, or it lies in another row than it was for."""
        if not value or (self.plain_before and not sealing.is_sealed(value)):
            return self.decode(value)
        places = self._places(row)
        for place in places[:-1]:
            try:
                return self.decode(sealing.unseal(value, place, packed_before=self.packs))
            except InvalidToken:
                continue
        return self.decode(sealing.unseal(value, places[-1], packed_before=self.packs))

    def is_fresh(self, lying: str | None) -> bool:
        """Whether what lies there is as ``close`` would leave it: by the present secret, or empty where that is not hidden."""
        if lying is None:
            return not (self.hides_empty and self.encode(None) is not None)
        return lying.startswith(sealing.prefix()) or (lying == "" and not self.hides_empty)

    def pre_save(self, model_instance: models.Model, add: bool) -> Any:
        """What nobody opened is stored as it lies there."""
        value = model_instance.__dict__[self.attname]
        return value if isinstance(value, Closed) else self.close(model_instance, value)

    def get_prep_value(self, value: Any) -> Any:
        """Only what is sealed for its row, or empty, goes into the database."""
        if value is None or value == "" or isinstance(value, Closed):
            return value if value is None else str(value)
        raise TypeError(f"{self.name} is sealed: save the row, or use accounts.fields.closed")

    def from_db_value(self, value: str | None, expression: Any, connection: Any) -> Closed | None:
        return None if value is None else Closed(value)

    def value_to_string(self, obj: models.Model) -> str:
        return str(self.encode(self.value_from_object(obj)) or "")

    def check(self, **kwargs: Any) -> list[Any]:
        """A row must have a random id before it is stored."""
        key = self.model._meta.pk
        while isinstance(key, models.ForeignKey):
            key = key.target_field
        if self._binding() or isinstance(key, models.UUIDField):
            return super().check(**kwargs)
        message = "A model with sealed columns needs a binding (accounts.fields.Bound) or a UUID as its primary key."
        return [*super().check(**kwargs), checks.Error(message, obj=self, id="accounts.E001")]

    def _places(self, row: models.Model) -> list[str]:
        """Where it may have been sealed for: the row by its random id, or a row that had none yet, as in migrations before `Bound`."""
        place = f"{row._meta.db_table}/{self.column}/"
        own = getattr(row, "binding") if self._binding() else row.pk  # noqa: B009 -- not every model has one
        if isinstance(own, str):
            own = UUID(own)
        if isinstance(own, UUID):
            return [place + own.hex, place] if self._binding() else [place + own.hex]
        return [place]

    def _binding(self) -> bool:
        return any(field.name == "binding" for field in self.model._meta.concrete_fields)


class SealedTextField(Sealed, _Text):
    """Text that is sealed on its way into the database. Empty text stays empty, so that `blank` can be asked for."""

    least = 256

    def encode(self, value: Any) -> str | None:
        return None if value is None else str(value)

    def decode(self, text: str) -> Any:
        return str(text)


class SealedDateField(Sealed, _Day):
    """A day, sealed. No day is sealed like one: that there is none would tell something too."""

    def encode(self, value: Any) -> str | None:
        return "" if value is None else str(value)

    def decode(self, text: str) -> Any:
        return datetime.date.fromisoformat(text) if text else None


class SealedLongTextField(SealedTextField):
    """Long text, made small before it is sealed: an advice takes a fifth of its length. Empty text stays empty."""

    packs = True
    least = 16 * 1024


class SealedJSONField(Sealed, _Anything):
    """What JSON can hold, sealed. Days are stored as ISO text and come back as text."""

    least = 1024

    if TYPE_CHECKING:  # what django-stubs asks a field that is not its own
        _pyi_private_set_type: Any
        _pyi_private_get_type: Any

    def encode(self, value: Any) -> str | None:
        return None if value is None else json.dumps(value, cls=DjangoJSONEncoder, ensure_ascii=False)

    def decode(self, text: str) -> Any:
        return json.loads(text) if text else None

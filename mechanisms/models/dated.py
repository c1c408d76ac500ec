"""What every fact carries: a source, the day it was checked, how sure it is, and mostly since when and until when."""

import datetime
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Any, ClassVar, Self

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

from mechanisms.publishers import address_errors
from mechanisms.words import set_apart
from rules import vocabulary
from rules.dates import PartialDate, Period

from .fields import ChoiceField
from .named import Examined, Named
from .named import RowErrors as RowErrors
from .sources import Source


class Precision(models.TextChoices):
    """How much of a date is known."""

    DAY = "day", _("day")
    MONTH = "month", _("month only")
    YEAR = "year", _("year only")


class Confidence(models.TextChoices):
    """How clear the source is on this fact, on the day it was checked."""

    HIGH = "high", _("high")
    MEDIUM = "medium", _("medium")
    LOW = "low", _("low")


class DateStatus(models.TextChoices):
    """How certain a date is. If none is published it is ``unknown``, never invented."""

    CONFIRMED = vocabulary.DateStatus.CONFIRMED.value, _("confirmed")
    TENTATIVE = vocabulary.DateStatus.TENTATIVE.value, _("tentative")
    ESTIMATED = vocabulary.DateStatus.ESTIMATED.value, _("estimated")
    UNKNOWN = vocabulary.DateStatus.UNKNOWN.value, _("not published, or not found")


NO_DATE = _("Without a date the status is “not published, or not found”.")


def precision_field() -> ChoiceField:
    """The companion of a date field: ``start`` goes with ``start_precision``."""
    return ChoiceField(Precision, default=Precision.DAY, max_length=5, verbose_name=_("precision"))


class Zone(models.TextChoices):
    """Where the clock of a deadline stands."""

    GENEVA = "Europe/Zurich", _("Geneva time")
    NEW_YORK = "America/New_York", _("New York time")


def zone_field() -> ChoiceField:
    """The companion of an hour: ``deadline_time`` goes with ``deadline_zone``."""
    return ChoiceField(Zone, blank=True, verbose_name=_("clock of"))


class PartialDates(Examined):
    """A row with dates that may be known to the month or the year only."""

    class Meta:
        abstract = True

    @classmethod
    def partial_dates(cls) -> list[str]:
        """The names of its date fields that have a precision beside them."""
        names = {field.name for field in cls._meta.get_fields()}
        return [field.name for field in cls._meta.concrete_fields if f"{field.name}_precision" in names]

    def partial(self, name: str) -> PartialDate | None:
        """A date together with its precision; ``None`` where it is not known."""
        first = getattr(self, name)
        return PartialDate(first, getattr(self, f"{name}_precision")) if first else None

    def value_errors(self) -> RowErrors:
        yield from super().value_errors()
        for name in self.partial_dates():
            date = self.partial(name)
            if date and not date.is_normal:
                yield name, _("A date known to the month or year only is written as its first day.")
            if hasattr(self, f"{name}_time"):
                yield from self._hour_errors(name, date)

    def _hour_errors(self, name: str, date: PartialDate | None) -> RowErrors:
        time, zone = getattr(self, f"{name}_time"), getattr(self, f"{name}_zone")
        if bool(time) != bool(zone):
            yield f"{name}_zone", _("An hour and its clock go together.")
        if time and (date is None or date.precision != Precision.DAY):
            yield f"{name}_time", _("An hour needs the day that it is on.")

    def doubts(self) -> RowErrors:
        """What may be so and mostly is a slip, as (field, message): somebody has to say that they have looked again."""
        yield from ()


class SourcedFact(PartialDates, Named):
    """A fact with its source. ``checked_on`` is the last day for which it is known to agree with the source."""

    source = models.ForeignKey(Source, models.PROTECT, related_name="+", verbose_name=_("source"))
    checked_on = models.DateField(
        _("checked on"), help_text=_("The day on which the source was last seen to say this.")
    )
    confidence = ChoiceField(Confidence, verbose_name=_("confidence"))
    note = models.TextField(_("note"), blank=True, help_text=_("What is uncertain, and what to check next."))

    class Meta:
        abstract = True

    def value_errors(self) -> RowErrors:
        yield from super().value_errors()
        for item in self._meta.concrete_fields:
            if isinstance(item, models.URLField):
                yield from ((item.name, problem) for problem in address_errors(getattr(self, item.name)))


class DatedFactQuerySet(models.QuerySet[Any]):
    """Facts asked for a day."""

    def on(self, day: datetime.date) -> Self:
        """Those in force on a day: a coarse start counts from its first day, a coarse end until its last."""
        return self.filter(models.Q(valid_from__isnull=True) | models.Q(valid_from__lte=day)).not_over(day)

    def not_over(self, day: datetime.date) -> Self:
        """Those that had not ended before a day; what begins later is among them."""
        ended_by = {
            Precision.DAY: day,
            Precision.MONTH: day.replace(day=1),
            Precision.YEAR: day.replace(month=1, day=1),
        }
        not_over = models.Q(valid_to__isnull=True)
        for precision, first in ended_by.items():
            not_over |= models.Q(valid_to_precision=precision, valid_to__gte=first)
        return self.filter(not_over)


@dataclass(frozen=True)
class Together:
    """What is saved in the same act as a row: the other rows as they will be, and the keys of saved rows that do not count as they are."""

    rows: "Collection[DatedFact]" = ()
    replaced: Collection[int] = ()


class DatedFact(SourcedFact):
    """A fact with the period in which it applies: one row for each period, and no two rows of a key for the same day."""

    PERIOD_KEY: ClassVar[tuple[str, ...]] = ()
    """Rows that are equal in these fields must not overlap; empty if rows are independent."""

    together = Together()
    """Set before a row is checked that is one of several on a form."""

    valid_from = models.DateField(
        _("from"), null=True, blank=True, help_text=_("Empty: since the beginning, or not known.")
    )
    valid_from_precision = precision_field()
    valid_to = models.DateField(_("until"), null=True, blank=True, help_text=_("The last day. Empty: still so."))
    valid_to_precision = precision_field()

    objects = DatedFactQuerySet.as_manager()

    class Meta:
        abstract = True
        constraints = [
            models.CheckConstraint(
                condition=models.Q(valid_from__isnull=True)
                | models.Q(valid_to__isnull=True)
                | models.Q(valid_to__gte=models.F("valid_from"))
                | ~models.Q(valid_to_precision="day"),
                name="%(app_label)s_%(class)s_from_before_to",
                violation_error_message=_("The end lies before the start."),
            ),
        ]

    @property
    def period(self) -> Period:
        """From when until when it applies."""
        return Period(self.partial("valid_from"), self.partial("valid_to"))

    def rows_in_the_way(self) -> "list[DatedFact]":
        """Rows of the same key whose period overlaps this one's: saved ones, and those that are saved in the same act."""
        if not self.PERIOD_KEY:
            return []
        columns = [self.concrete(name).attname for name in self.PERIOD_KEY]
        key = {column: getattr(self, column) for column in columns}
        apart = {self.pk, *self.together.replaced, *(row.pk for row in self.together.rows)} - {None}
        same = [
            *type(self)._default_manager.filter(**key).exclude(pk__in=apart),
            *(row for row in self.together.rows if row is not self and _agrees(row, key)),
        ]
        return [row for row in same if row.period.overlaps(self.period)]

    def value_errors(self) -> RowErrors:
        yield from super().value_errors()
        if self.period.is_backwards:
            yield "valid_to", _("The end lies before the start.")

    def clean(self) -> None:
        super().clean()
        if rows := self.rows_in_the_way():
            raise overlapping(rows)


def overlapping(rows: Iterable[DatedFact]) -> ValidationError:
    """The refusal of a period because of the rows in its way."""
    rows = list(rows)
    names = set_apart(_("%(row)s (%(period)s)") % {"row": row, "period": row.period} for row in rows)
    return ValidationError(
        _("This period overlaps another row: %(rows)s. End that one first, or start this one later."),
        code="overlap",
        params={"rows": names, "in_the_way": rows},
    )


def in_saving_order(rows: Iterable[Any]) -> list[Any]:
    """Rows in an order in which none, once saved, overlaps another that still has its old period; a database may refuse that even for a
    moment. Rows without periods stay where they are."""
    waiting, ordered = list(rows), []
    old = {
        (type(row), saved.pk): saved.period
        for row in waiting
        if isinstance(row, DatedFact) and row.pk
        for saved in type(row)._default_manager.filter(pk=row.pk)
    }
    while waiting:
        free = (row for row in waiting if not _blocked(row, waiting, old))
        ordered.append(following := next(free, waiting[0]))
        waiting = [row for row in waiting if row is not following]
    return ordered


def _blocked(row: Any, waiting: Iterable[Any], old: dict[tuple[type, Any], Period]) -> bool:
    if not isinstance(row, DatedFact) or not row.PERIOD_KEY:
        return False
    key = {column: getattr(row, column) for column in (row.concrete(name).attname for name in row.PERIOD_KEY)}
    return any(
        old[type(other), other.pk].overlaps(row.period)
        for other in waiting
        if other is not row and (type(other), other.pk) in old and type(other) is type(row) and _agrees(other, key)
    )


def _agrees(row: models.Model, key: dict[str, Any]) -> bool:
    return all(getattr(row, column) == value for column, value in key.items())


def one_row_a_start(model: str, *fields: str) -> list[models.BaseConstraint]:
    """Constraints: of one key, no two rows start on the same day, and at most one starts on an unknown day."""
    return [
        *DatedFact.Meta.constraints,
        models.UniqueConstraint(fields=[*fields, "valid_from"], name=f"{model}_once_a_start"),
        models.UniqueConstraint(
            fields=fields,
            condition=models.Q(valid_from__isnull=True),
            name=f"{model}_once_undated",
            violation_error_message=_("There is such a row without a start already."),
        ),
    ]


def label(*parts: Any) -> str:
    """Words for ``__str__`` and error messages."""
    return " · ".join(str(part) for part in parts if part not in (None, ""))

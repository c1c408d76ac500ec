"""The numbers of a route, as people say them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.dates import MONTHS
from django.utils.translation import gettext as _
from django.utils.translation import ngettext_lazy

from mechanisms import words
from mechanisms.models import RouteRule

if TYPE_CHECKING:
    from django_stubs_ext import StrPromise

UNIT = RouteRule.Unit
AMOUNTS: Mapping[str, "StrPromise"] = {
    UNIT.WORDS: ngettext_lazy("%(number)s word", "%(number)s words", "number"),
    UNIT.PAGES: ngettext_lazy("%(number)s page", "%(number)s pages", "number"),
    UNIT.SECONDS: ngettext_lazy("%(number)s second", "%(number)s seconds", "number"),
    UNIT.MINUTES: ngettext_lazy("%(number)s minute", "%(number)s minutes", "number"),
    UNIT.DAYS: ngettext_lazy("%(number)s day", "%(number)s days", "number"),
    UNIT.WEEKS: ngettext_lazy("%(number)s week", "%(number)s weeks", "number"),
    UNIT.MONTHS: ngettext_lazy("%(number)s month", "%(number)s months", "number"),
    UNIT.YEARS: ngettext_lazy("%(number)s year", "%(number)s years", "number"),
    UNIT.PLACES: ngettext_lazy("%(number)s place", "%(number)s places", "number"),
    UNIT.CALENDAR_DAY: ngettext_lazy("day %(number)s of the month", "day %(number)s of the month", "number"),
}
"""A number with what it counts."""

MONTH_KEY, DAY_KEY = "-month", "-day"


@dataclass(frozen=True)
class Number:
    """What it is about, how much, and the row."""

    label: str
    amount: str
    rule: RouteRule


def numbers(rules: Iterable[RouteRule]) -> list[Number]:
    """A line for each rule; a month and a day that belong together share one."""
    by_key = {rule.key: rule for rule in rules}
    lines = []
    for key, rule in by_key.items():
        if rule.unit == UNIT.CALENDAR_DAY and key.removesuffix(DAY_KEY) + MONTH_KEY in by_key:
            continue
        day = by_key.get(key.removesuffix(MONTH_KEY) + DAY_KEY)
        if rule.unit == UNIT.CALENDAR_MONTH and day is not None:
            text = _("%(day)s %(month)s each year") % {"day": day.value, "month": MONTHS[rule.value]}
            lines.append(Number(rule.label.rpartition(":")[0] or rule.label, text, rule))
        else:
            lines.append(Number(rule.label, amount(rule), rule))
    return lines


def amount(rule: RouteRule) -> str:
    if rule.unit == UNIT.CALENDAR_MONTH:
        return str(MONTHS[rule.value])
    return words.counted(AMOUNTS[rule.unit], rule.value)

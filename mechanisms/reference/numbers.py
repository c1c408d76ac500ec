"""The numbers of a route, as people say them."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.dates import MONTHS
from django.utils.formats import number_format
from django.utils.translation import gettext as _

from mechanisms.models import RouteRule

UNIT = RouteRule.Unit
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
            lines.append(Number(rule.label, _amount(rule), rule))
    return lines


def _amount(rule: RouteRule) -> str:
    if rule.unit == UNIT.CALENDAR_MONTH:
        return str(MONTHS[rule.value])
    return f"{number_format(rule.value, force_grouping=True)} {rule.get_unit_display()}"

"""Days and moments in words, for the templates of every floor."""

import datetime

from django import template

from rules.dates import PartialDate

from . import words

register = template.Library()


@register.filter(expects_localtime=True)
def day_words(day: PartialDate | datetime.date | None) -> str:
    """A day in words, as precise as it is known; empty where there is none."""
    return words.day(day) if day else ""


@register.filter(expects_localtime=True)
def moment_words(moment: datetime.datetime) -> str:
    """A day with its time in words."""
    return words.moment(moment)

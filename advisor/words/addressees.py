"""Why a mandate holder is written to only under a condition."""

from django.utils.translation import gettext_lazy as _

from rules.facts.edition import Edition
from rules.result import MandateIf

from . import names

MAINLY_ABOUT = _("if it is mainly about: %(theme)s")
NO_ROOM = _("if one of the experts named above does not fit")


def condition_text(row: MandateIf, edition: Edition) -> str:
    """The condition, as it completes "also, …". Where the facts give none, the letter would have to be about that mandate's theme."""
    if row.condition:
        return row.condition
    if row.theme in edition.themes:
        return str(MAINLY_ABOUT) % {"theme": names.theme(row.theme, edition)}
    return str(NO_ROOM)

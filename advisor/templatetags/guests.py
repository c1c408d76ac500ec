"""Answers of guests that are kept: the way to keep them, and until when they are."""

import datetime
from typing import Any

from django import template

from advisor import clock
from advisor.core.dates import PartialDate
from advisor.followup.guests import UNTIL
from advisor.wording import names

register = template.Library()


@register.inclusion_tag("guests/_later.html", takes_context=True)
def later(context: template.Context) -> dict[str, Any]:
    """The way to keep the answers of this visit, and where they are kept already, until when."""
    noted = context["request"].session.get(UNTIL)
    until = datetime.date.fromisoformat(noted) if noted else None
    kept = until is not None and until >= clock.today()
    return {"until": names.day(PartialDate(until)) if until and kept else ""}

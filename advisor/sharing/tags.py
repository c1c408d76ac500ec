"""Answers of guests that are kept: the way to keep them, and until when they are."""

from typing import Any

from django import template

from advisor import clock
from advisor.words import names
from rules.dates import PartialDate

from . import guests
from .code_forms import CodeForm

register = template.Library()


@register.inclusion_tag("sharing/_later.html", takes_context=True)
def later(context: template.Context) -> dict[str, Any]:
    """The way to keep the answers of this page's draft, and where they are kept already, until when."""
    until = guests.noted(context["request"])
    kept = until is not None and until >= clock.today()
    return {"until": names.day(PartialDate(until)) if until and kept else ""}


@register.inclusion_tag("sharing/_code.html", takes_context=True)
def go_on_with_code(context: template.Context) -> dict[str, Any]:
    """Asks for a code."""
    return {"form": CodeForm(), "csrf_token": context["csrf_token"]}

"""How a route went for others, wherever a route is shown."""

from typing import Any

from django import template

from . import actions
from .pages import in_words, shown_once

register = template.Library()


@register.inclusion_tag("experience/_told.html", takes_context=True)
def how_it_went(context: template.Context, slug: str) -> dict[str, Any]:
    """The numbers and comments of a route."""
    told = in_words(shown_once(context["request"])[slug])
    return {"told": told, "fewest": actions.FEWEST, "twice": 2 * actions.FEWEST}

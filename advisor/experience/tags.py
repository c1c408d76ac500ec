"""How a route went for others, wherever a route is shown."""

from typing import Any

from django import template

from . import actions
from .pages import in_words

register = template.Library()
KEY = "advisor_experience"


@register.inclusion_tag("experience/_told.html", takes_context=True)
def how_it_went(context: template.Context, slug: str) -> dict[str, Any]:
    """The numbers and comments of a route. All six are read at once, once a page."""
    request = context["request"]
    if not hasattr(request, KEY):
        setattr(request, KEY, actions.shown())
    told = in_words(getattr(request, KEY)[slug])
    return {"told": told, "fewest": actions.FEWEST, "twice": 2 * actions.FEWEST}

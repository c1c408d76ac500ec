"""How a route went for others, wherever a route is shown."""

from typing import Any

from django import template

from advisor.followup import experience
from advisor.presenting.experience import in_words

register = template.Library()
KEY = "advisor_experience"


@register.inclusion_tag("advice/_experience.html", takes_context=True)
def how_it_went(context: template.Context, slug: str) -> dict[str, Any]:
    """The numbers and comments of a route. All six are read at once, once a page."""
    request = context["request"]
    if not hasattr(request, KEY):
        setattr(request, KEY, experience.shown())
    told = in_words(getattr(request, KEY)[slug])
    return {"told": told, "fewest": experience.FEWEST, "twice": 2 * experience.FEWEST}

"""The route that leads so far, beside the answers while somebody checks or changes them."""

from typing import Any

from django import template

from advisor.questions.walk import Walk
from advisor.words.because import because_sentence
from rules.advice import advise

from . import now
from .brief import brief

register = template.Library()


@register.inclusion_tag("advice/_preview.html")
def leading_route(walk: Walk) -> dict[str, Any]:
    """The routes that lead with these answers, how well they fit, why each, and the next date."""
    advice = advise(walk.scenario, walk.edition, walk.day, counterfactuals=False)
    short = brief(advice, walk.edition)
    why = [because_sentence(route, walk.edition) for route in now.leaders(advice)]
    return {"leaders": list(zip(short.leaders, why, strict=True)), "next": short.next}

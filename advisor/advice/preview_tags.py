"""The route that leads so far, beside the answers while somebody checks or changes them."""

from typing import Any

from django import template

from advisor.questions.walk import Walk
from advisor.words import labels
from advisor.words.because import because_sentence
from rules.advice import advise

from . import now, summary

register = template.Library()


@register.inclusion_tag("advice/_preview.html")
def leading_route(walk: Walk) -> dict[str, Any]:
    """The routes that lead with these answers, how well they fit, the strongest reason for each, and the next date."""
    advice = advise(walk.scenario, walk.edition, walk.day, counterfactuals=False)
    leaders = [
        {
            "slug": route.route.value,
            "name": labels.ROUTES[route.route],
            "verdict": route.verdict.value,
            "verdict_label": labels.VERDICTS[route.verdict],
            "because": because_sentence(route, walk.edition),
        }
        for route in now.leaders(advice)
    ]
    return {"leaders": leaders, "next": summary.next_of(summary.next_row(advice), advice, walk.edition)}

"""The plan in short, for the page of saved advice."""

from dataclasses import dataclass

from django import template

from advisor import clock
from advisor.editions import store
from advisor.saved.models import SavedAdvice

from . import actions
from . import pages as shown
from .models import Plan
from .pages import Line

register = template.Library()

NEXT = 3
"""So many tasks stand on the page of the advice."""


@dataclass(frozen=True)
class Summary:
    """Whether there is a plan, what is left to do, and whether we ask what came of it."""

    made: bool
    open: int
    late: int
    next: list[Line]
    asked: bool


@register.simple_tag
def plan_of(saved: SavedAdvice) -> Summary:
    """What stands in the plan of this advice."""
    edition, today = store.current(), clock.today()
    found = shown.lines(actions.tasks_of(saved), edition, today) if edition else []
    left = [line for line in found if line.place in (shown.LATE, shown.SOON, shown.TO_DO)]
    return Summary(
        made=Plan.objects.filter(saved=saved).exists(),
        open=len(left),
        late=sum(line.place == shown.LATE for line in left),
        next=left[:NEXT],
        asked=saved.outcomes.filter(asked_at__lte=today, answer="").exists(),
    )

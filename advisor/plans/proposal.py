"""The first days of a plan: backwards from a deadline, forwards from the day of the advice where there is none; and what is one task.

Pure: days are passed in. The numbers are our own, and every page that shows such a day calls it a proposal.
"""

import datetime
from collections.abc import Iterable, Mapping

from advisor.advice import now
from rules.dates import PartialDate
from rules.result import Action, RouteAdvice
from rules.scoring import failing
from rules.vocabulary import ActionSlug

MARGIN_DAYS = 14
"""A task from the advice is due this long before its deadline: a mail may fail, a partner may be late, a form may be down."""

USUAL_DAYS = 28
"""So long a step without a deadline may take."""

DAYS: Mapping[ActionSlug, int] = {
    ActionSlug.URGENT_APPEAL: 7,
    ActionSlug.WGAD_URGENT: 7,
    ActionSlug.WGEID_URGENT: 7,
    ActionSlug.CED_URGENT_ACTION: 7,
    ActionSlug.CERD_URGENT_PROCEDURE: 14,
    ActionSlug.ALLEGATION_LETTER: 14,
    ActionSlug.LEGISLATION_LETTER: 14,
    ActionSlug.FIND_SPONSOR: 14,
    ActionSlug.COMPLAINT: 42,
    ActionSlug.PREPARE_SUBMISSION: 56,
    ActionSlug.APPLY_ECOSOC: 56,
}
"""What takes less or more."""

MOST_INSTEAD = 2
"""So many other committees are named: more would be no help to choose."""

ONE_TEXT = frozenset(
    {
        frozenset({ActionSlug.COMMUNICATION, ActionSlug.INTERIM_MEASURES}),
        frozenset({ActionSlug.SUBMISSION, ActionSlug.JOINT_SUBMISSION}),
    }
)
"""Actions that end in the same text for the same State and committee: they are one task."""


def day_for(action: Action, start: datetime.date) -> str:
    """The proposed day, as precise as the deadline is known; empty for what nobody can do yet. ``start`` is the day of the advice."""
    if action.by is not None:
        return before(action.by, start)
    if action.code in now.LATER:
        return ""
    return (start + datetime.timedelta(days=DAYS.get(action.action, USUAL_DAYS))).isoformat()


def before(deadline: PartialDate, start: datetime.date) -> str:
    """The margin before the deadline, or the deadline itself where that much time is no longer left.

    A month stays a month. Its first day may be the one that counts, so the margin leads to the month before.
    """
    if deadline.precision == "year":
        return str(deadline)
    early = PartialDate(deadline.first - datetime.timedelta(days=MARGIN_DAYS))
    if deadline.precision == "month":
        early = PartialDate(early.first.replace(day=1), "month")
    return str(deadline if early.is_past(start) else early)


def together(actions: Iterable[Action]) -> list[tuple[Action, ...]]:
    """The actions of a route by tasks: those that end in one text, the first in the order of doing first."""
    groups: dict[object, list[Action]] = {}
    for place, action in enumerate(actions):
        text = next((text for text in ONE_TEXT if action.action in text), None)
        groups.setdefault((text, action.country, action.treaty) if text else place, []).append(action)
    return [tuple(group) for group in groups.values()]


def instead(action: Action, route: RouteAdvice) -> list[str]:
    """The treaties whose committees could take the complaint of one committee, the two best: they are never a task of their own."""
    if action.action not in (ActionSlug.COMMUNICATION, ActionSlug.INTERIM_MEASURES):
        return []
    able = [
        row.treaty
        for row in route.committees
        if row.country == action.country and row.treaty != action.treaty and not failing(row.gates)
    ]
    return able[:MOST_INSTEAD]

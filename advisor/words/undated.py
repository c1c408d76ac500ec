"""What to go by where a route sets no day by which something is due: never a day of our own, and never "there is time"."""

import datetime

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from mechanisms.words import Number
from rules.result import Advice, RouteAdvice
from rules.vocabulary import RouteSlug, Urgency, Verdict

UNDER_WAY = frozenset({RouteSlug.UPR, RouteSlug.COUNCIL_SESSIONS, RouteSlug.TREATY_BODY_REVIEW})
"""Routes that go by the days of sessions: without one, none is published yet. All others take letters at any time."""


def undated_text(route: RouteAdvice, advice: Advice) -> str:
    """When to act where no day is set; empty where the route is closed."""
    if route.verdict is Verdict.CLOSED:
        return ""
    if advice.scenario.urgency is Urgency.IMMINENT and route.route not in UNDER_WAY:
        return _("Today. Nothing is due on a fixed day: do not wait for one.")
    if route.route in UNDER_WAY:
        return _("No day is published yet. Prepare now, and look here again in a month.")
    months = _months_since(advice.scenario.final_decision_on, advice.as_of)
    if route.route is RouteSlug.TREATY_BODY_COMPLAINT and months > 0:
        return ngettext(
            "No fixed last day. %(number)s month has passed since the last decision: send it in the next weeks.",
            "No fixed last day. %(number)s months have passed since the last decision: send it in the next weeks.",
            months,
        ) % {"number": Number(months)}
    if route.route is RouteSlug.SPECIAL_PROCEDURES:
        return _("No fixed day: write this week.")
    return _("No fixed last day. Send it as soon as it is complete.")


def _months_since(day: datetime.date | None, today: datetime.date) -> int:
    """Whole months that have passed; 0 where the day is not known or still to come."""
    if day is None or day > today:
        return 0
    return (today.year - day.year) * 12 + today.month - day.month - (today.day < day.day)

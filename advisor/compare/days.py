"""What it means that a day passes: which differences matter, and which last days have come near."""

import datetime
from collections.abc import Iterator, Sequence

from rules.dates import PartialDate
from rules.result import Advice, KeyDate
from rules.vocabulary import DateCode, DateStatus, RouteSlug, Verdict

from .differences import Difference, Kind, named

NEAR = datetime.timedelta(days=30)

LAST_DAYS = frozenset({DateCode.PETITION_LIMIT, DateCode.WGEID_URGENT_LIMIT, DateCode.UPR_STAKEHOLDER_DEADLINE})
"""Days after which a door is shut for months or for ever: these are told when they come near."""

DEADLINES = LAST_DAYS | {
    DateCode.CALL_FOR_INPUT,
    DateCode.COUNCIL_SIDE_EVENT,
    DateCode.COUNCIL_WRITTEN_STATEMENT,
    DateCode.ECOSOC_APPLICATION,
    DateCode.UPR_NATIONAL_REPORT,
    DateCode.UPR_PRE_SESSION,
}
"""Days by which something must be done: these are told when they are over. That a session begins is no news: the Council's does so three
times a year for everybody, and a State's review moves its stage."""


def that_matter(found: Sequence[Difference], before: Advice, after: Advice) -> tuple[Difference, ...]:
    """Of what differs on a later day, what is worth telling: nothing, where only days came nearer or a session has begun.

    A deadline that is over matters where its route is or was open; dates on routes that stay closed say nothing to anybody.
    """
    shut = {
        route.route
        for route in after.routes
        if route.verdict is Verdict.CLOSED and before.route(route.route).verdict is Verdict.CLOSED
    }
    told = tuple(one for one in found if one.kind is not Kind.DATE or one.route not in shut)
    return told if any(one.kind is not Kind.DATE or _is_over(one, after.as_of) for one in told) else ()


def _is_over(one: Difference, day: datetime.date) -> bool:
    """Whether it was a deadline, a published one, and its last possible day is behind."""
    was, _, status = one.before.partition("/")
    known = bool(was) and status != DateStatus.ESTIMATED and DateCode(one.about.split("|")[0]) in DEADLINES
    return known and PartialDate.parse(was).is_past(day)


def come_near(before: Advice, after: Advice) -> tuple[Difference, ...]:
    """Last days on open routes, known before, that were more than 30 days ahead then and are not any more. Each is told once."""
    return tuple(
        Difference(Kind.DATE, route.route, *_name_and_day(row))
        for route in after.routes
        if route.verdict is not Verdict.CLOSED
        for row in _near(route.dates, after.as_of)
        if row in list(_far(before, route.route))
    )


def _near(dates: Sequence[KeyDate], day: datetime.date) -> Iterator[KeyDate]:
    for row in dates:
        left = _left(row, day)
        if left is not None and datetime.timedelta() <= left <= NEAR:
            yield row


def _far(advice: Advice, route: RouteSlug) -> Iterator[KeyDate]:
    for row in advice.route(route).dates:
        left = _left(row, advice.as_of)
        if left is not None and left > NEAR:
            yield row


def _left(row: KeyDate, day: datetime.date) -> datetime.timedelta | None:
    """How far ahead a last day is; ``None`` where it isn't one, or not known to the day."""
    if row.code not in LAST_DAYS or row.date is None or row.date.precision != "day":
        return None
    return row.date.first - day


def _name_and_day(row: KeyDate) -> tuple[str, str, str]:
    name, day = named(row)
    return name, "", day

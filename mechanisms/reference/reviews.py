"""A State's place in the UPR on a day: what was held, what comes next. Where nothing is published, the estimate is that of the advice."""

import datetime
from dataclasses import dataclass

from mechanisms.models import CouncilSession, State, UprCycle, UprReview, UprSession
from rules.dates import over_after
from rules.facts.upr import UprOrder, order_seen
from rules.timetable import SESSION_LENGTH, NextReview, next_review


@dataclass(frozen=True)
class Place:
    """A State's reviews: held ones, the latest first; the next one; and, without a date for it, what is known instead."""

    held: list[UprReview]
    ahead: UprReview | None
    undated: list[UprReview]
    adoption: CouncilSession | None
    """The Council session that adopts the outcome of the latest review held, where it is among the facts."""
    cycle: UprCycle | None
    """The cycle of the next review, if nothing more is known of it."""
    first_known: UprReview | None
    """On a day before the facts begin: the earliest review in them, which may not be the next one after that day."""
    estimate: NextReview | None = None
    """Without a date of the next review: the months between which it comes by the order of the last cycle."""
    is_reviewed: bool = True
    """Only Members of the UN are."""

    @property
    def latest(self) -> UprReview | None:
        """The latest review held."""
        return self.held[0] if self.held else None


def is_over(session: UprSession | CouncilSession, day: datetime.date) -> bool | None:
    """Whether a session ended before a day; ``None`` where its dates are not known."""
    end = over_after(session.partial("start"), session.partial("end"), SESSION_LENGTH)
    return None if end is None else end < day


def place(state: State, day: datetime.date) -> Place:
    """Read a State's reviews and sort them by the day."""
    if state.un_status != State.UnStatus.MEMBER:
        return Place([], None, [], None, None, None, is_reviewed=False)
    rows = UprReview.objects.filter(state=state).select_related("session__source", "cycle", "source")
    reviews = list(rows.order_by("cycle__number"))
    held: list[UprReview] = []
    ahead: list[UprReview] = []
    undated: list[UprReview] = []
    for review in reviews:
        over = is_over(review.session, day) if review.session else None
        (undated if over is None else held if over else ahead).append(review)
    held.reverse()
    after_gap = bool(ahead) and not _is_next(ahead[0], held, day)
    number = held[0].session.adoption_council_session if held and held[0].session else None
    last_cycle = max((review.cycle.number for review in held), default=0)
    is_open = ahead or any(review.cycle.number > last_cycle for review in undated)
    return Place(
        held,
        ahead[0] if ahead and not after_gap else None,
        undated,
        CouncilSession.objects.filter(number=number).select_related("source").first() if number else None,
        None if is_open else _cycle_after(last_cycle),
        ahead[0] if after_gap else None,
        None if ahead else _estimate(held[:1], [row for row in undated if row.cycle.number > last_cycle], day),
    )


def order() -> UprOrder | None:
    """The order that the places of all States show, in the tables as they are."""
    places: dict[int, list[tuple[int, int | None]]] = {}
    for state, cycle, session in UprReview.objects.values_list("state_id", "cycle__number", "session__number"):
        places.setdefault(state, []).append((cycle, session))
    spans = {row.number: (row.partial("start"), row.partial("end")) for row in UprSession.objects.all()}
    return order_seen(places.values(), spans)


def _estimate(latest: list[UprReview], placed: list[UprReview], day: datetime.date) -> NextReview | None:
    """As in the advice: nothing where the place in the next cycle was left open, or nothing was held."""
    if not latest or any(row.session is None for row in placed):
        return None
    session, found = latest[0].session, order()
    start = session.partial("start") if session else None
    if session is None or start is None or found is None:
        return None
    number = placed[-1].session.number if placed and placed[-1].session else None
    return next_review(found, session.number, start, day, placed=number)


def _is_next(review: UprReview, held: list[UprReview], day: datetime.date) -> bool:
    """Whether no review of an earlier cycle can come first: this cycle has begun, or the review of the one before has been held."""
    start = review.cycle.starts
    return (start is not None and start <= day) or any(it.cycle.number == review.cycle.number - 1 for it in held)


def _cycle_after(number: int) -> UprCycle | None:
    return UprCycle.objects.filter(number__gt=number).select_related("source").order_by("number").first()

"""What makes a fact due, in rows: a fact, when it was checked, and the first and the latest day on which it calls for a look."""

import datetime
from typing import Any

import pytest

from mechanisms.events import Calendar, Why, calling, events_of, last_day, pending
from mechanisms.models import (
    CallForInput,
    CouncilMembership,
    CouncilSession,
    Mandate,
    MandateContact,
    MandateHolder,
    RouteRule,
    State,
    UprCycle,
    UprReview,
    UprSession,
)

D = datetime.date.fromisoformat
WORLD = Calendar(
    council={61: D("2026-03-31"), 62: D("2026-07-08"), 63: D("2026-10-09"), 64: D("2027-04-02")},
    upr={52: D("2026-05-15"), 53: D("2026-11-20")},
    held=frozenset({61, 62, 63}),
    holders={7: (D("2026-12-31"),)},
)


def day(text: str) -> dict[str, Any]:
    """The cells of a date that may be coarse."""
    return {
        "": datetime.date.fromisoformat(text + "-01-01"[: 10 - len(text)]),
        "_precision": {10: "day", 7: "month", 4: "year"}[len(text)],
    }


def dates(**texts: str) -> dict[str, Any]:
    return {f"{name}{end}": value for name, text in texts.items() for end, value in day(text).items()}


def upr(**changed: Any) -> UprSession:
    cells = {"number": 53, "dates_status": "confirmed", "stakeholder_deadline_status": "confirmed"}
    return UprSession(
        **cells | dates(start="2026-11-09", end="2026-11-20", stakeholder_deadline="2026-04-01") | changed
    )


def council(**changed: Any) -> CouncilSession:
    cells = {"number": 64, "status": "planned", "dates_status": "confirmed", "deadlines_status": "confirmed"}
    return CouncilSession(**cells | dates(start="2027-02-22", end="2027-04-02") | changed)


def review(session: UprSession | None) -> UprReview:
    return UprReview(session=session)


ROWS: list[tuple[str, str, Any, str, str | None, Why | None]] = [
    # kind of fact, when checked, the row, interval of its pages, first day on which it is due, why
    ("upr_sessions", "2026-10-01", upr(), "60", "2026-11-28", Why.REVIEWED),
    ("upr_sessions", "2026-11-26", upr(), "60", "2026-11-28", Why.REVIEWED),
    ("upr_sessions", "2026-11-27", upr(), "60", None, None),
    # the outcomes of a session whose adopting session was held are in: history
    ("upr_sessions", "2026-05-01", upr(number=52, adoption_council_session=63), "60", None, None),
    ("upr_sessions", "2026-10-01", upr(adoption_council_session=64), "60", "2026-11-28", Why.REVIEWED),
    ("upr_sessions", "2010-04-29", UprSession(number=8, dates_status="confirmed", stakeholder_deadline_status="unknown",
        **dates(start="2010-05-03", end="2010-05-14")), "60", None, None),
    # dates that are not confirmed call two weeks before, by the first day that they can be
    ("upr_sessions", "2026-10-01", upr(dates_status="tentative", **dates(start="2026-11")), "60", "2026-10-19", Why.DATE_NEAR),
    ("upr_sessions", "2026-03-01", upr(stakeholder_deadline_status="tentative"), "60", "2026-03-19", Why.DEADLINE_NEAR),
    # a date that nobody has published is looked up after the interval
    ("upr_sessions", "2026-08-17", UprSession(number=55, dates_status="unknown", stakeholder_deadline_status="unknown"), "60",
        "2026-10-17", Why.NO_DATE),
    # but not for a session that was long past when it was looked at
    ("upr_sessions", "2026-08-17", UprSession(number=13, dates_status="unknown", stakeholder_deadline_status="unknown"), "60", None, None),
    ("upr_reviews", "2026-10-01", review(upr()), "", "2026-11-28", Why.REVIEWED),
    ("upr_reviews", "2026-12-01", review(upr()), "", None, None),
    ("upr_reviews", "2026-12-01", review(upr(adoption_council_session=64)), "", "2027-04-10", Why.ADOPTED),
    ("upr_reviews", "2026-10-01", review(None), "", "2026-11-28", Why.REVIEWED),
    ("upr_cycles", "2026-10-01", UprCycle(number=5), "180", "2027-03-31", Why.PAGE),
    ("upr_cycles", "2026-10-01", UprCycle(number=1, starts=D("2008-04-01"), ends=D("2011-10-31")), "180", None, None),
    ("council_sessions", "2027-03-01", council(), "56", "2027-04-10", Why.COUNCIL_CLOSED),
    ("council_sessions", "2027-04-09", council(), "56", None, None),
    ("council_sessions", "2026-12-01", council(deadlines_status="unknown"), "56", "2026-12-29", Why.DEADLINE_NEAR),
    ("council_sessions", "2026-12-30", council(dates_status="tentative"), "56", "2027-02-09", Why.DATE_NEAR),
    ("council_sessions", "2026-11-24", CouncilSession(number=66, dates_status="unknown", deadlines_status="unknown"), "56",
        "2027-01-20", Why.NO_DATE),
    ("mandates", "2026-07-07", Mandate(), "", "2026-07-16", Why.COUNCIL_CLOSED),
    ("mandates", "2026-10-16", Mandate(), "", "2027-04-10", Why.COUNCIL_CLOSED),
    ("mandates", "2026-10-16", Mandate(pk=7), "", "2027-01-01", Why.LAST_DAY),
    ("mandates", "2018-03-13", Mandate(**dates(valid_to="2017")), "", None, None),
    ("mandate_holders", "2026-10-16", MandateHolder(), "", "2027-04-10", Why.COUNCIL_CLOSED),
    ("mandate_holders", "2026-10-16", MandateHolder(**dates(valid_from="2020-11-01")), "", "2026-11-02", Why.LONGEST_TERM),
    ("mandate_holders", "2026-10-16", MandateHolder(**dates(valid_to="2026-10-31")), "", None, None),
    ("mandate_contacts", "2026-10-16", MandateContact(), "", "2027-04-10", Why.COUNCIL_CLOSED),
    ("calls_for_input", "2026-10-16", CallForInput(status="confirmed", **dates(deadline="2026-12-01")), "30", None, None),
    ("calls_for_input", "2026-10-16", CallForInput(status="tentative", **dates(deadline="2026-12-01")), "30", "2026-11-18",
        Why.DEADLINE_NEAR),
    ("calls_for_input", "2026-10-16", CallForInput(status="unknown"), "30", "2026-11-16", Why.PAGE),
    ("council_memberships", "2026-10-01", CouncilMembership(**dates(valid_from="2026-01-01", valid_to="2028-12-31")), "",
        "2026-11-08", Why.ELECTION),
    ("council_memberships", "2026-11-24", CouncilMembership(**dates(valid_from="2024-01-01", valid_to="2026-12-31")), "", None, None),
    ("route_rules", "2026-11-24", RouteRule(unit="words"), "365", "2027-11-25", Why.PAGE),
    ("route_rules", "2026-11-24", RouteRule(unit="calendar-month", value=6), "365", "2027-04-03", Why.YEARLY),
    # what no event is told of stands on a page, which is looked at after its interval
    ("states", "2025-11-24", State(), "365", "2026-11-25", Why.PAGE),
    ("states", "2025-11-24", State(), "", None, None),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "checked", "row", "days", "first", "why"), ROWS)
def test_a_fact_is_due_from_the_day_after_the_event(
    kind: str, checked: str, row: Any, days: str, first: str | None, why: Why | None
) -> None:
    row.checked_on = D(checked)
    found = pending(row, row.checked_on, events_of(kind), WORLD, int(days) if days else None)
    due = next((event for event in found), None)
    assert (due and due.day + datetime.timedelta(days=1), due and due.why) == (first and D(first), why)
    if due and first:
        assert calling(found, last_day(row), due.day) is None
        assert calling(found, last_day(row), D(first)) == due


def test_the_latest_event_is_told() -> None:
    row = Mandate(checked_on=D("2026-03-01"))
    found = pending(row, row.checked_on, events_of("mandates"), WORLD, None)
    told = [calling(found, None, D(day)) for day in ("2026-05-01", "2026-08-01", "2026-11-28")]
    assert [event and event.number for event in told] == [61, 62, 63]


def test_a_row_that_is_over_is_due_until_its_last_day_at_most() -> None:
    row = MandateHolder(checked_on=D("2026-07-01"), **dates(valid_to="2026-12-31"))
    found = pending(row, row.checked_on, events_of("mandate_holders"), WORLD, None)
    assert calling(found, last_day(row), D("2026-12-31")) is not None
    assert calling(found, last_day(row), D("2027-01-01")) is None


def test_a_deadline_that_has_passed_calls_for_nothing() -> None:
    row = upr(checked_on=D("2026-03-01"), stakeholder_deadline_status="tentative")
    found = pending(row, row.checked_on, events_of("upr_sessions"), WORLD, 60)
    assert calling(found, None, D("2026-04-01")) is not None
    assert calling(found, None, D("2026-04-02")) is None

"""What the Council renewed last, by the day."""

import datetime

import pytest

from rules.facts.edition import Edition
from rules.renewals import renewed, resolutions_on

from . import decided, truth, world

LATER = decided.resolution("A/HRC/RES/64/1", "2027-03-30", "DDD")
EDITION = decided.edition(
    resolutions=(
        decided.resolution("A/HRC/RES/58/1", "2025-04-03", "DDD"),
        decided.resolution("A/HRC/RES/61/1", "2026-03-30", "DDD", "AAA"),
        LATER,
    ),
    renewals=(
        decided.renewal("A/HRC/RES/61/1", 64, mandate="ddd"),
        decided.renewal("A/HRC/RES/58/1", 61, mandate="ddd"),
        decided.renewal("A/HRC/RES/64/1", 67, mandate="ddd"),
        decided.renewal("A/HRC/RES/61/1", 64, door="inquiry"),
        decided.renewal("A/HRC/RES/none", 99, mandate="torture"),
    ),
)
MANDATES = tuple(row for row in EDITION.mandates if row.slug in ("ddd", "torture"))


def last(edition: Edition, day: str) -> list[tuple[str, str | None, int | None]]:
    rows = renewed(edition, MANDATES, (truth.inquiry("DDD"),), ("DDD",), datetime.date.fromisoformat(day))
    return [(row.subject, row.country, row.renewal.due_session) for row in rows]


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        ("2025-04-02", []),
        ("2025-04-03", [("mandate:ddd", "DDD", 61)]),
        ("2026-03-29", [("mandate:ddd", "DDD", 61)]),
        ("2026-03-30", [("mandate:ddd", "DDD", 64), ("door:inquiry", "DDD", 64)]),
        ("2027-03-30", [("mandate:ddd", "DDD", 67), ("door:inquiry", "DDD", 64)]),
    ],
)
def test_the_last_renewal_by_the_day_counts(day, expected):
    assert last(EDITION, day) == expected


def test_a_renewal_whose_resolution_is_not_there_counts_for_nothing():
    assert ("torture", "") not in EDITION.renewals_by_subject


def test_resolutions_are_those_on_a_state_named_and_adopted_by_the_day():
    assert [row.symbol for row in resolutions_on(EDITION, ("AAA",), world.DAY)] == ["A/HRC/RES/61/1"]
    assert LATER not in resolutions_on(EDITION, ("DDD",), world.DAY)
    assert LATER in resolutions_on(EDITION, ("DDD",), datetime.date(2027, 3, 30))
    assert resolutions_on(EDITION, (), world.DAY) == ()

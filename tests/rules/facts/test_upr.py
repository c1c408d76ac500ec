"""The order that the States' places in the Universal Periodic Review show."""

import pytest

from rules.facts.upr import UprOrder, order_seen
from tests.rules import shipped, world


def test_the_order_of_the_facts() -> None:
    """Counted by hand from upr_reviews.csv and upr_sessions.csv: 190 of 192 States moved by fourteen sessions, 60 to 72 months later."""
    assert shipped.edition().upr_order == UprOrder(14, 60, 72, frozenset({1, 2, 4, 5, 11}))


def spans(**starts: str):
    return {int(name[1:]): (world.date(start), None) for name, start in starts.items()}


def test_the_order_is_that_of_the_last_two_cycles() -> None:
    days = spans(s1="2018-01-15", s2="2018-05-07", s15="2023-01-16", s16="2024-05-06", s29="2030-11-04")
    assert order_seen([[(3, 1), (4, 15)], [(3, 2), (4, 16)]], days) == UprOrder(14, 60, 72, frozenset({1, 5}))
    assert order_seen([[(3, 1), (4, 15), (5, 29)]], days) == UprOrder(14, 94, 94, frozenset({1, 11}))


def test_a_cycle_that_has_hardly_begun_shows_no_order_yet() -> None:
    days = spans(
        s1="2018-01-15",
        s2="2018-05-07",
        s3="2018-05-08",
        s15="2023-01-16",
        s16="2024-05-06",
        s17="2024-05-07",
        s29="2028-01-17",
    )
    rows = [[(3, 1), (4, 15), (5, 29)], [(3, 2), (4, 16)], [(3, 3), (4, 17)]]
    order = order_seen(rows, days)
    assert order is not None
    assert (order.shortest, order.longest) == (60, 72)


@pytest.mark.parametrize(
    "rows",
    [
        [],
        [[(3, 1)]],
        [[(3, 1), (5, 15)]],
        [[(3, 1), (4, None)]],
        [[(3, 1), (4, 99)]],
    ],
    ids=["nobody", "one cycle", "a cycle between", "no session", "no days"],
)
def test_without_two_dated_places_there_is_no_order(rows) -> None:
    assert order_seen(rows, spans(s1="2018-01-15", s15="2023-01-16")) is None

"""How well what was typed fits a name."""

import pytest

from mechanisms.names.matching import Fit, Names, best, distance, fit

CALLED = Names(("costa verde", "green coast"), ("gc",), ("crv",))


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("costa verde", Fit.EXACT),
        ("verde costa", Fit.EXACT),
        ("costaverde", Fit.EXACT),
        ("gc", Fit.EXACT),
        ("crv", Fit.EXACT),
        ("coast", Fit.WORDS),
        ("cost ver", Fit.BEGINNINGS),
        ("osta", Fit.INSIDE),
        ("ost", None),
        ("crv coast", None),
        ("costa green", None),
    ],
)
def test_fit(typed, found):
    assert fit(typed.split(), CALLED) == found


def test_a_worse_fit_is_shown_only_where_nothing_fits_better():
    longer, part = Names(("costa verdeland",)), Names(("acosta",))
    assert best("costa verde", [part, longer, CALLED]) == [(Fit.EXACT, 2), (Fit.BEGINNINGS, 1)]
    assert best("acosta", [CALLED, part]) == [(Fit.EXACT, 1)]
    assert best("cuzs verde", [CALLED, part]) == []
    assert best("costa vredelnad", [CALLED, longer]) == [(Fit.NEAR, 1)]


def test_after_an_abbreviation_nothing_that_only_begins_so():
    begun = Names(("gcland",))
    assert best("gc", [begun, CALLED]) == [(Fit.EXACT, 1)]
    assert best("crv", [Names(("crvland",)), CALLED]) == [(Fit.EXACT, 1), (Fit.BEGINNINGS, 0)]


@pytest.mark.parametrize(
    ("first", "second", "steps"),
    [("", "", 0), ("a", "", 1), ("kenya", "kenya", 0), ("keyna", "kenya", 1), ("knya", "kenya", 1), ("abc", "xyz", 3)],
)
def test_distance(first, second, steps):
    assert distance(first, second) == distance(second, first) == steps


def test_names_are_written_for_the_browser():
    assert CALLED.written == "costa verde|green coast|!gc|=crv"

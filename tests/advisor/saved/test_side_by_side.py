"""Two advices side by side."""

import datetime

import pytest

from advisor.compare.differences import differences
from advisor.editions import store
from advisor.saved import side_by_side
from rules.advice import advise
from rules.scenario import check

from .saved import draft

DAY = datetime.date(2026, 11, 24)


@pytest.fixture
def beside(edition):
    """Puts two sets of answers side by side."""
    facts = store.open_edition(edition)

    def build(one: dict, two: dict) -> side_by_side.Beside:
        both = [
            advise(check(answers, countries=facts.states, themes=facts.themes), facts, DAY) for answers in (one, two)
        ]
        return side_by_side.build(both[0], both[1], facts)

    return build


def rows(built: side_by_side.Beside, route: str) -> dict[str, tuple[str, str]]:
    found = next(one for one in built.routes if one.slug == route)
    return {str(row.label): (row.one, row.two) for row in found.rows}


def test_an_answer_that_opens_a_route(beside):
    built = beside(draft(sponsor="no").answers, draft(sponsor="yes").answers)
    assert [(str(row.one), str(row.two)) for row in built.answers] == [("No, or not yet", "Yes")]
    told = rows(built, "council-sessions")
    assert told["How well it fits"][0] == "Not open as things stand"
    assert told["How well it fits"][1] != "Not open as things stand"
    assert told["Points of 100"][0] == "none, it is closed"
    assert ("“Not met”", "“Met”") in told.values()


def test_points_are_shown_with_their_range(beside):
    open_answers = {key: value for key, value in draft().answers.items() if key != "effort"}
    built = beside(draft().answers, open_answers)
    (answer,) = built.answers
    assert answer.two == "Not answered"
    assert any(" to " in row.two for route in built.routes for row in route.rows if row.label == "Points of 100")


def test_dates_that_differ(beside):
    built = beside(draft("child-rights-upr-nepal").answers, draft("child-rights-upr-nepal", countries=["KEN"]).answers)
    assert any("Kenya" in label for label in rows(built, "upr"))


def test_the_same_on_both_sides(beside):
    built = beside(draft().answers, draft().answers)
    assert built.answers == ()
    assert all(route.same for route in built.routes)


def test_everything_that_differs_is_there(beside, edition):
    """Against the differences as the rest of the portal counts them."""
    facts = store.open_edition(edition)
    answers = draft().answers, draft("cerd-clock-running").answers
    one, two = (advise(check(given, countries=facts.states, themes=facts.themes), facts, DAY) for given in answers)
    built = side_by_side.build(one, two, facts)
    found = [row for row in differences(one, two) if row.kind not in ("verdict", "rank")]
    assert sum(len(route.rows) - 3 for route in built.routes) == len(found) > 0


def test_an_answer_that_no_longer_holds_counts_as_not_given(edition):
    facts = store.open_edition(edition)
    told = side_by_side.answers({"effort": "forever"}, {"effort": "days"}, facts)
    assert [row.one for row in told] == ["Not answered"]

"""Which route stands first: by score, and in danger by rule."""

import pytest

from rules.scoring import assess_all, tie
from rules.vocabulary import RouteSlug, Verdict

from . import world

DANGER = {"urgency": "imminent", "danger": ["removal"], "outcomes": ["protection"]}


def ranking(**answers: object) -> list[str]:
    return [found.route.value for found in assess_all(world.situation(**world.case(**answers)))]


@pytest.mark.parametrize(
    "answers",
    [
        {},
        {"consent": "not-asked"},
        {"identification": "names-withheld"},
        {"remedies": "ineffective"},
        {"remedies": "under-way", "remedy_stops_it": "no"},
        {"outcomes": ["council-action"]},
    ],
)
def test_in_danger_the_complaint_comes_first_whatever_its_verdict(answers: dict[str, object]) -> None:
    """Contract, section 2: its interim measures are the one step that States treat as a stay."""
    assert ranking(**DANGER | answers)[0] == "treaty-body-complaint"


def test_in_danger_the_complaint_comes_first_even_where_it_scores_less() -> None:
    found = assess_all(world.situation(**world.case(**DANGER, identification="names-withheld")))
    assert found[0].route is RouteSlug.TREATY_BODY_COMPLAINT
    assert found[0].verdict is Verdict.POSSIBLE
    assert found[0].score.value < found[1].score.value


@pytest.mark.parametrize(
    "answers",
    [
        {"urgency": "ongoing"},
        {"danger": ["other"]},
        {"remedies": "under-way", "remedy_stops_it": "yes"},
        {"remedies": "under-way"},
        {"consent": "not-given"},
        {"countries": ["BBB"]},
    ],
)
def test_without_such_danger_or_without_a_committee_the_score_decides(answers: dict[str, object]) -> None:
    found = assess_all(world.situation(**world.case(**{**DANGER, "identification": "names-withheld", **answers})))
    assert found[0].route is not RouteSlug.TREATY_BODY_COMPLAINT
    keys = [(one.verdict is Verdict.CLOSED, -one.score.value) for one in found]
    assert keys == sorted(keys)


def test_who_leads_by_rule_is_no_tie() -> None:
    found = assess_all(world.situation(**world.case(**DANGER, identification="names-withheld")))
    assert tie(found, 100) == ()
    without_the_rule = tuple(sorted(found, key=lambda one: -one.score.value))
    assert len(tie(without_the_rule, 100)) > 1


def test_equal_scores_stand_in_the_order_of_the_routes_and_closed_ones_last() -> None:
    ranked = assess_all(world.situation())
    keys = [(one.verdict is Verdict.CLOSED, -one.score.value, [*RouteSlug].index(one.route)) for one in ranked]
    assert keys == sorted(keys)

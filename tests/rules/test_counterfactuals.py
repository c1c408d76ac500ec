"""What would change the advice."""

from rules.advice import advise
from rules.result import Advice
from rules.vocabulary import RouteSlug

from . import world


def full(**answers: object) -> Advice:
    return advise(world.scenario(**answers), world.edition(), world.DAY)


def test_a_sponsor_opens_the_council() -> None:
    found = [
        c for c in full(ecosoc="none", sponsor="no", countries=["AAA"]).changes if c.route is RouteSlug.COUNCIL_SESSIONS
    ]
    assert found[0].answers == {"sponsor": "yes"}
    assert found[0].before == "closed"


def test_remedies_open_a_complaint() -> None:
    found = full(**world.case(remedies="under-way", final_decision_on="unknown")).changes
    sets = [dict(c.answers) for c in found if c.route is RouteSlug.TREATY_BODY_COMPLAINT]
    assert {"remedies": "exhausted"} in sets
    assert {"remedies": "ineffective"} in sets


def test_two_gates_take_two_answers() -> None:
    found = full(**world.case(scale="single-case", evidence="media-only")).changes
    opened = [dict(c.answers) for c in found if c.route is RouteSlug.COMPLAINT_PROCEDURE]
    assert {"scale": "consistent-pattern", "evidence": "direct"} in opened


def test_a_ratification_is_a_fact_and_not_an_answer() -> None:
    facts = [c for c in full(**world.case(countries=["BBB"])).changes if c.fact]
    assert [c.route for c in facts] == [RouteSlug.TREATY_BODY_COMPLAINT]
    assert "competence-accepted" in facts[0].fact


def test_nothing_that_happened_is_offered_for_change() -> None:
    answers = {slug for c in full(**world.case(urgency="past")).changes for slug in c.answers}
    assert not answers & {
        "countries",
        "themes",
        "urgency",
        "happened_on",
        "final_decision_on",
        "reprisals",
        "elsewhere",
    }


def test_the_open_question_that_matters_most_comes_first() -> None:
    unknowns = full().unknowns
    assert [u.spread for u in unknowns] == sorted((u.spread for u in unknowns), reverse=True)
    assert {"countries", "themes"} <= {u.question for u in unknowns[:6]}


def test_no_open_question_where_everything_is_said() -> None:
    assert full(**{**world.CASE, "regions": []}).unknowns == ()

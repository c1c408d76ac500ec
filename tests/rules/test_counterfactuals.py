"""What would change the advice."""

from dataclasses import replace
from functools import cache

import pytest

from rules.advice import advise
from rules.counterfactuals import ACTIONABLE, BY_DEGREES, FACTS, FIXES
from rules.result import Advice, Change
from rules.scenario import check
from rules.vocabulary import RouteSlug

from . import shipped, world
from .sampler import samples


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


def test_what_an_organisation_can_work_towards_the_easiest_first() -> None:
    assert {question: [*values] for question, values in ACTIONABLE.items()} == {
        "evidence": ["secondary", "direct"],
        "sponsor": ["yes"],
        "coalition": ["yes"],
        "consent": ["given"],
        "identification": ["names-withheld", "open"],
        "effort": ["days", "weeks", "months"],
        "geneva": ["travel", "present"],
        "remedies": ["ineffective", "exhausted"],
        "scale": ["several-cases", "consistent-pattern"],
        "information": ["themes-one-country", "country-overview"],
        "ecosoc": ["special"],
    }
    assert [*ACTIONABLE].index("evidence") == 0, "one source at first hand opens a letter in danger"


def test_what_opens_a_gate_and_which_gates_only_others_can_open() -> None:
    assert {gate.value: [(question, str(value)) for question, value in fixes] for gate, fixes in FIXES.items()} == {
        "ecosoc-access": [("sponsor", "yes")],
        "pattern": [("scale", "consistent-pattern")],
        "direct-knowledge": [("evidence", "direct")],
        "own-knowledge": [("evidence", "secondary")],
        "domestic-remedies": [("remedies", "exhausted"), ("remedies", "ineffective")],
        "victim-consent": [("consent", "given")],
        "identified-author": [("identification", "names-withheld")],
        "is-a-case": [("information", "individual-cases")],
    }
    assert sorted(FACTS) == ["competence-accepted", "mandate-coverage", "treaty-ratified"]
    assert sorted(BY_DEGREES) == ["effort", "geneva"]


REACHABLE = {
    "consent": {None, "given", "not-given", "not-asked", "cannot-ask"},
    "identification": {None, "anonymous", "names-withheld"},
    "evidence": {None, "media-only", "secondary"},
    "ecosoc": {None, "none", "applied"},
    "information": {"themes-many-countries", "themes-one-country", "country-overview"},
    "scale": {"single-case", "several-cases"},
}
"""From which answers another one is a step: a law does not become a case, first-hand knowledge is not given up."""
OFFERED = [*samples(shipped.edition(), 80)]
VERDICTS = ["closed", "weak", "possible", "good", "strong"]


@cache
def advices() -> list[Advice]:
    """What sampled scenarios are told on the kept facts."""
    edition = shipped.edition()
    given = ((check(one.answers, countries=edition.states, themes=edition.themes), one.day) for one in OFFERED)
    return [advise(scenario, edition, day) for scenario, day in given]


def offered() -> list[tuple[dict[str, object], Change]]:
    """Every change of one answer that they are told, with the answers that counted."""
    return [(one.scenario.plain(), change) for one in advices() for change in one.changes if len(change.answers) == 1]


def test_only_steps_that_can_be_taken_are_offered() -> None:
    assert len(offered()) > 100
    order = ["single-case", "several-cases", "consistent-pattern"]
    for answers, change in offered():
        ((question, value),) = change.answers.items()
        before = answers.get(question)
        assert before != value
        assert before in REACHABLE.get(question, {before}), (question, before, value)
        if question == "scale":
            assert order.index(str(value)) > order.index(str(before))


@pytest.mark.parametrize("question", sorted(BY_DEGREES))
@pytest.mark.parametrize("route", RouteSlug)
def test_more_of_the_same_is_offered_only_where_it_gains_more(question: str, route: RouteSlug) -> None:
    """Weeks of work that give what days give are not named."""
    for advice in advices():
        steps = [VERDICTS.index(c.after) for c in advice.changes if c.route is route and question in c.answers]
        assert steps == sorted(set(steps))


def test_every_change_betters_the_verdict() -> None:
    for _, change in offered():
        assert VERDICTS.index(change.after) > VERDICTS.index(change.before)


TBC, CP, HRC, SP = "treaty-body-complaint", "complaint-procedure", "council-sessions", "special-procedures"
PATTERN = {"countries": ["AAA"], "themes": ["torture"], "information": "themes-one-country"}
ATTESTED = {**PATTERN, "scale": "consistent-pattern", "remedies": "exhausted", "elsewhere": "no"}
ANONYMOUS = world.case(identification="anonymous")


@pytest.mark.parametrize(
    ("answers", "route", "changes"),
    [
        (world.case(scale="single-case"), CP, [{"scale": "consistent-pattern"}]),
        (world.case(scale="several-cases"), CP, [{"scale": "consistent-pattern"}]),
        ({**PATTERN, "scale": "law-or-policy"}, CP, []),
        ({**ATTESTED, "evidence": "media-only"}, CP, [{"evidence": "secondary"}, {"evidence": "direct"}]),
        (world.case(consent="not-given"), TBC, [{"consent": "given"}]),
        (ANONYMOUS, TBC, [{"identification": "names-withheld"}, {"identification": "open"}]),
        (world.case(remedies="not-started"), TBC, [{"remedies": "ineffective"}, {"remedies": "exhausted"}]),
        ({**ANONYMOUS, "consent": "not-given"}, TBC, [{"consent": "given", "identification": "names-withheld"}]),
        ({**ANONYMOUS, "remedies": "under-way"}, TBC, [{"remedies": "exhausted", "identification": "names-withheld"}]),
        ({**ANONYMOUS, "elsewhere": "pending"}, TBC, []),
        (
            {**ANONYMOUS, "themes": ["work"], "final_decision_on": "2025-11-23"},
            TBC,
            [{"identification": "names-withheld"}, {"identification": "open"}],
        ),
        (world.case(evidence="media-only"), SP, [{"evidence": "secondary"}, {"evidence": "direct"}]),
        ({**ANONYMOUS, "evidence": "media-only"}, SP, [{"evidence": "secondary", "identification": "names-withheld"}]),
        ({**PATTERN, "ecosoc": "applied", "sponsor": "no"}, HRC, [{"sponsor": "yes"}, {"ecosoc": "special"}]),
        ({**PATTERN, "ecosoc": "special"}, HRC, []),
    ],
)
def test_what_opens_a_closed_route(answers: dict[str, object], route: str, changes: list[dict[str, object]]) -> None:
    found = [
        dict(c.answers) for c in full(**answers).changes if c.route == route and c.before == "closed" and c.answers
    ]
    assert found == changes


@pytest.mark.parametrize(
    ("answers", "route", "fact"),
    [
        (world.case(countries=["BBB"]), "treaty-body-complaint", {"competence-accepted": "cat@BBB"}),
        (
            world.case(countries=["CCC"], themes=["work"]),
            "treaty-body-complaint",
            {"treaty-ratified": "icescr@CCC", "competence-accepted": "icescr@CCC"},
        ),
        (
            world.case(countries=["CCC"], themes=["work"]),
            "treaty-body-review",
            {"treaty-ratified": "icescr@CCC, iccpr@CCC"},
        ),
        (world.case(countries=[], themes=["uncovered"]), "special-procedures", {"mandate-coverage": ""}),
    ],
)
def test_what_only_a_state_or_the_council_can_change(
    answers: dict[str, object], route: str, fact: dict[str, str]
) -> None:
    found = [change for change in full(**answers).changes if change.route == route and change.fact]
    assert [dict(change.fact) for change in found] == [fact]
    assert all(change.before == "closed" and change.after != "closed" and not change.answers for change in found)


def test_a_fact_is_not_named_where_an_answer_stands_in_the_way_too() -> None:
    changes = full(**world.case(countries=["BBB"], consent="not-given")).changes
    assert [change for change in changes if change.route == "treaty-body-complaint" and change.fact] == []


def moved(route: str, **answers: object) -> list[tuple[str, str, dict[str, object]]]:
    found = full(**world.case(**answers)).changes
    return [(str(c.before), str(c.after), dict(c.answers)) for c in found if c.route == route and c.answers]


def test_a_name_given_to_the_state_brings_a_complaint_from_possible_to_strong() -> None:
    """Low odds while it is kept back; said only with "if the person agrees"."""
    assert moved(TBC, identification="names-withheld") == [("possible", "strong", {"identification": "open"})]


def test_who_was_not_asked_can_be_asked() -> None:
    assert moved(TBC, consent="not-asked") == [("possible", "strong", {"consent": "given"})]


def test_in_danger_a_source_at_first_hand_comes_first() -> None:
    changes = full(**world.case(evidence="media-only", urgency="imminent")).changes
    assert (changes[0].route, dict(changes[0].answers)) == (SP, {"evidence": "secondary"})


def test_only_what_opens_a_route_or_brings_it_to_good_or_better_is_told() -> None:
    """From weak to possible is not worth a line."""
    assert advices()
    for advice in advices():
        for change in advice.changes:
            assert change.before == "closed" or change.after in ("good", "strong"), change


def test_a_fact_is_looked_for_at_every_committee() -> None:
    """Two treaties would do: the one that is told is the closest."""
    assert [dict(c.fact) for c in full(**world.case(countries=["CCC"])).changes if c.route == TBC and c.fact] == [
        {"treaty-ratified": "cat@CCC", "competence-accepted": "cat@CCC"}
    ]


def test_answers_come_before_facts_and_one_answer_before_several() -> None:
    changes = full(**world.case(countries=["BBB"], scale="single-case", evidence="media-only")).changes
    kinds = ["fact" if c.fact else "several" if len(c.answers) > 1 else "one" for c in changes]
    assert kinds == sorted(kinds, key=["one", "several", "fact"].index)
    assert set(kinds) == {"one", "several", "fact"}


def test_several_answers_are_named_only_where_no_single_one_opens_the_route() -> None:
    for advice in advices():
        single = {c.route for c in advice.changes if len(c.answers) == 1 and c.before == "closed"}
        several = {c.route for c in advice.changes if len(c.answers) > 1}
        assert not single & several


def test_a_sponsor_helps_whatever_the_status_turns_out_to_be() -> None:
    wanted = {"scale": "consistent-pattern", "evidence": "direct", "outcomes": ["council-action"], "effort": "months"}
    changes = full(**PATTERN, **wanted, geneva="present").changes
    assert [c.route for c in changes if dict(c.answers) == {"sponsor": "yes"}] == ["council-sessions"]


@pytest.mark.parametrize(
    ("answers", "open_", "closed"),
    [
        (world.case(remedies="unknown", final_decision_on="unknown"), {"remedies"}, {"happened_on"}),
        (world.case(final_decision_on="unknown", themes=["work"]), {"final_decision_on"}, set()),
        (world.case(final_decision_on="unknown", themes=["torture"]), set(), {"sponsor"}),
        (world.case(ready_on="unknown", themes=["work"]), {"ready_on"}, set()),
        (world.case(ready_on="unknown", themes=["torture"]), set(), {"ready_on"}),
        (world.case(themes=["racism"], people="unknown"), {"people"}, set()),
        (world.case(themes=["torture"], people="unknown"), set(), {"people"}),
        (world.case(began_on="unknown", themes=["work"]), {"began_on"}, set()),
        (world.case(urgency="imminent", remedies="under-way"), {"remedy_stops_it"}, {"final_decision_on"}),
        (
            {"information": "country-overview", "scale": "law-or-policy"},
            {"countries", "themes"},
            {"urgency", "consent"},
        ),
        (world.case(countries="unknown"), {"countries"}, {"themes"}),
        (
            world.case(effort="unknown", reprisals="unknown", geneva="unknown"),
            {"effort", "reprisals", "geneva"},
            {"consent"},
        ),
        (world.case(coalition="unknown", outcomes="unknown"), {"coalition", "outcomes"}, {"effort"}),
    ],
)
def test_a_question_is_open_where_it_applies_and_its_answer_can_move_a_score(
    answers: dict[str, object], open_: set[str], closed: set[str]
) -> None:
    found = {unknown.question: unknown.spread for unknown in full(**answers).unknowns}
    assert open_ <= found.keys()
    assert not closed & found.keys()
    assert all(spread > 0 for spread in found.values())


def test_how_far_an_answer_can_move_a_score_is_the_widest_of_all_routes() -> None:
    """Each answer is tried; the widest move of a route is what the question is worth."""
    answers = world.case(consent="unknown")
    worth = next(unknown.spread for unknown in full(**answers).unknowns if unknown.question == "consent")
    moves = []
    base = {route.route: route.score.value for route in full(**answers).routes}
    for route in RouteSlug:
        scores = [
            full(**{**answers, "consent": one}).route(route).score.value for one in ("victim", "given", "not-given")
        ]
        moves.append(max([*scores, base[route]]) - min([*scores, base[route]]))
    assert worth == max(moves)


def test_fewer_cases_are_never_offered_even_where_they_would_fit_better() -> None:
    """A pattern does not become several cases, though a committee would rather have these."""
    case = world.case(effort="days", outcomes=["protection"], scale="consistent-pattern")
    fewer = {route.route: route.verdict for route in full(**{**case, "scale": "several-cases"}).routes}
    advice = full(**case)
    assert (advice.route(RouteSlug.TREATY_BODY_COMPLAINT).verdict, fewer[RouteSlug.TREATY_BODY_COMPLAINT]) == (
        "good",
        "strong",
    )
    assert [change for change in advice.changes if "scale" in change.answers] == []


def test_a_victim_is_not_told_to_be_somebody_elses_representative() -> None:
    """Whatever the points: who writes as the victim has the consent that counts."""
    edition, route = world.edition(), RouteSlug.TREATY_BODY_COMPLAINT
    consent = {"victim": -60, "given": 20, "not-given": 0, "not-asked": 0, "cannot-ask": 0, "unknown": 0}
    tables = {**edition.weights.tables, route: {**edition.weights.tables[route], "consent": consent}}
    other = replace(edition, weights=replace(edition.weights, tables=tables))
    advice = advise(world.scenario(**world.case(consent="victim")), other, world.DAY)
    assert [change for change in advice.changes if "consent" in change.answers] == []
    asked = advise(world.scenario(**world.case(consent="unknown")), other, world.DAY)
    assert [change.route for change in asked.changes if change.answers == {"consent": "given"}] == [route]

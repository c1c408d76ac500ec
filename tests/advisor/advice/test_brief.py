"""An advice in one line."""

import datetime

import pytest

from advisor.advice.brief import brief
from advisor.editions import store
from rules.advice import advise
from rules.scenario import check
from rules.vocabulary import Verdict
from tests.advisor.saved.saved import draft
from tests.support.cases import CASES

DAY = datetime.date(2026, 11, 24)


def advice(edition: str, case: str, **more):
    facts = store.open_edition(edition)
    answers = draft(case, **more).answers
    return advise(check(answers, countries=facts.states, themes=facts.themes), facts, DAY), facts


@pytest.mark.parametrize("case", sorted(path.stem for path in CASES.glob("*.yaml")))
def test_the_next_date_is_that_of_a_route_that_leads(edition, case):
    given, facts = advice(edition, case)
    line = brief(given, facts)
    leading = [given.route(slug) for slug in given.tie] or [
        route for route in given.routes[:1] if route.verdict is not Verdict.CLOSED
    ]
    wanted = next((route.next for route in leading if route.next), None)
    assert (line.next.day.iso if line.next else None) == (str(wanted.date) if wanted else None)
    if wanted:
        assert not (wanted.end or wanted.date).is_past(DAY)
    assert [step.slug for step in line.urgent] == [
        route for route, _ in dict.fromkeys((step.route.value, step.action) for step in given.urgent)
    ]


def test_the_leading_route_with_its_verdict(edition):
    given, facts = advice(edition, "cerd-clock-running")
    (leader,) = brief(given, facts).leaders
    assert (str(leader.name), leader.verdict) == ("Complaint to a treaty body", str(given.routes[0].verdict))


def test_routes_that_tie_are_all_named(edition):
    given, facts = advice(edition, "nubian-children-kenya")
    assert len(brief(given, facts).leaders) == len(given.tie) > 1

"""The version of the rules is raised when they say something else about the same scenario, edition and day."""

import datetime
import hashlib
import json
import random
from typing import Any

from advisor.editions.thaw import thaw
from rules.advice import advise
from rules.facts.edition import Edition
from rules.questions import QUESTIONS, Question
from rules.result import Advice
from rules.scenario import check
from rules.version import BEFORE_NAMED, RULES, named
from tests.advisor.editions import older

SAID = {
    "2026.1": "ace0ded215ef1fd5c66c6f6aaaf5ad9a",
}
"""By version: the digest of what the rules say about 200 scenarios on an edition that never changes.

This test fails where the rules say something else, and where a new question makes other scenarios. If the version in `rules/version.py` is
that of the last release, raise it and add a line here; the lines of earlier versions stay. If it was raised already since the last release,
put the new digest into its line.
"""


def said(advice: Advice) -> Any:
    """What the version stands for: codes, verdicts, scores, gates, actions and dates; no words and no order inside of sets."""
    return [
        [
            [
                *(route.route, route.verdict, route.score.low, route.score.value, route.score.high),
                [(gate.gate, gate.result, gate.code) for gate in route.gates],
                [(factor.factor, factor.points) for factor in route.factors],
                [(a.action, a.code, str(a.by), a.country, a.treaty, a.mandates) for a in route.actions],
                [(date.code, str(date.date), date.status, date.country) for date in route.dates],
                [(stage.country, stage.stage, stage.session) for stage in route.stages],
                route.mandates,
            ]
            for route in advice.routes
        ],
        advice.tie,
        [(step.first, step.then, step.why) for step in advice.sequence],
        [(pointer.pointer, pointer.code) for pointer in advice.pointers],
    ]


def answer(question: Question, edition: Edition, chance: random.Random) -> object:
    if question.kind == "date":
        return datetime.date(2024, 1, 1) + datetime.timedelta(days=chance.randrange(1200))
    if question.kind == "choice":
        return chance.choice(question.allowed)
    pool = {"countries": sorted(edition.states), "themes": sorted(edition.themes)}.get(question.kind, question.allowed)
    return chance.sample(list(pool), chance.randrange(3))


def test_the_rules_say_what_their_version_stands_for():
    edition, chance, found = thaw("e", json.loads(older.text())), random.Random(1), hashlib.sha256()
    for _ in range(200):
        answers = {q.slug: answer(q, edition, chance) for q in QUESTIONS if chance.random() < 0.8}
        day = datetime.date(2025, 6, 1) + datetime.timedelta(days=chance.randrange(700))
        scenario = check(answers, countries=edition.states, themes=edition.themes)
        found.update(json.dumps(said(advise(scenario, edition, day, counterfactuals=False))).encode())
    assert SAID.get(RULES) == found.hexdigest()[:32], "the rules say something else: see SAID"


def test_advice_names_its_rules():
    edition = thaw("e", json.loads(older.text()))
    scenario = check({}, countries=edition.states, themes=edition.themes)
    assert advise(scenario, edition, datetime.date(2026, 11, 24)).rules == RULES


def test_what_was_given_before_versions_had_names_is_told_by_an_empty_text():
    assert named("") == BEFORE_NAMED
    assert named("2031.4") == "2031.4"
    assert BEFORE_NAMED in SAID
    assert all(version and len(version) <= 20 for version in SAID)

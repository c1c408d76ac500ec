"""What every summary says: one next date, one order of urgent steps, the same reasons, wherever it is read."""

import dataclasses
from typing import Any

import pytest

from advisor.advice import brief, message, now, page, summary, todo
from advisor.advice.citations import Citations
from advisor.advice.pdf import data as paper
from advisor.words import serialise
from rules.advice import advise
from rules.dates import PartialDate
from rules.result import Action, Addressee, KeyDate
from rules.scenario import check
from rules.vocabulary import ActionSlug, AddressKind, DateCode, DateStatus, RouteSlug
from tests.support.cases import CASES, DAY

EVERY_CASE = sorted(path.stem for path in CASES.glob("*.yaml"))


@pytest.mark.parametrize("case", EVERY_CASE)
def test_page_paper_message_list_and_data_say_the_same(case: str, advised: Any, frozen: Any) -> None:
    advice = advised(case)
    shown, data = page.build(advice, frozen, {}), serialise.as_json(advice, frozen)
    document = paper.document(advice, frozen, language="en", with_answers=True, paper="a4")
    line = brief.brief(advice, frozen)
    leads = {card.slug: card.short.next for card in shown.leaders}
    assert line.next == next((row for row in leads.values() if row), None)
    for card, route, printed in zip(shown.cards, data["routes"], document["routes"], strict=True):
        assert list(card.short.because) == route["because"] == printed["because"]
        assert ([card.short.against] if card.short.against else []) == route["against"]
        assert printed["against"] == card.short.against
        assert (card.short.next.day.iso if card.short.next else None) == (route["next"] or {}).get("date")
        assert [row.text for row in card.short.warnings] == [row["text"] for row in route["warnings"]]
        assert [row["text"] for row in printed["warnings"]] == [row["text"] for row in route["warnings"]]
        assert [row.text for row in card.committees] == [row["text"] for row in route["committees"]]
        assert [row.condition for row in card.also] == [row["if"] for row in route["mandates_if"]]
        assert len(route["mandates"]) <= 5
    steps = [(step["route"], step["action"]) for step in data["urgent"]]
    assert [(step.slug, step.doing.action) for step in shown.now if step.urgent] == steps
    assert [step.slug for step in line.urgent] == [route for route, _ in steps]
    first = message.summaries(advice, frozen).plain.text
    assert first.startswith("Now: ") is bool(steps)


def test_the_routes_that_somebody_had_in_mind_are_spoken_of_in_the_order_of_the_advice(frozen: Any) -> None:
    raw = {"countries": ["KEN"], "themes": ["torture"], "considered": ["upr", "special-procedures"]}
    advice = advise(check(raw, countries=frozen.states, themes=frozen.themes), frozen, DAY)
    ranked = [route.route for route in advice.routes if route.route in ("upr", "special-procedures")]
    assert list(summary.considered(advice)) == ranked
    shown = page.build(advice, frozen, {})
    assert [card.slug for card in shown.considered] == ranked


def test_the_next_date_says_until_which_hour(frozen: Any, advised: Any) -> None:
    advice = advised()
    day = PartialDate.parse("2026-12-01")
    row = KeyDate(DateCode.COUNCIL_WRITTEN_STATEMENT, day, DateStatus.CONFIRMED, "upr-ngos")
    told = summary.next_of(row, advice, frozen)
    assert told is not None
    assert told.clock == "No hour is published: count on noon in Geneva."
    timed = summary.next_of(dataclasses.replace(row, time="18:00", zone="Europe/Zurich"), advice, frozen)
    assert timed is not None
    assert timed.clock == "Until 18:00, Geneva time."
    session = dataclasses.replace(row, code=DateCode.COUNCIL_SESSION, end=PartialDate.parse("2026-12-18"))
    told = summary.next_of(session, advice, frozen)
    assert told is not None
    assert (told.day.words, told.clock) == ("1 December 2026 to 18 December 2026", "")


def test_addresses_that_serve_all_stand_once_and_those_of_one_committee_with_it(frozen: Any) -> None:
    shared = Addressee("Petitions", AddressKind.EMAIL, "petitions@un.example", "upr-ngos")
    own = Addressee("Form", AddressKind.FORM, "https://un.example/form", "upr-ngos")
    actions = [
        Action(ActionSlug.COMMUNICATION, "communication.no-limit", "upr-ngos", country="KEN", treaty=treaty, to=to)
        for treaty, to in (("cat", (shared,)), ("crc", (shared, own)))
    ]
    cite = Citations(frozen, DAY)
    (doing,) = todo.grouped(actions, frozen, DAY, cite)
    assert [one.value for one in doing.to] == [shared.value]
    assert [[one.value for one in target.to] for target in doing.targets] == [[], [own.value]]
    assert [one.link for one in (*doing.to, *doing.targets[1].to)] == ["mailto:petitions@un.example", own.value]


def test_steps_that_protect_life_are_never_cut(advised: Any) -> None:
    advice = advised("defender-tortured-in-custody")
    kinds = dict.fromkeys((step.route, step.action) for step in advice.urgent)
    chosen = now.steps(advice)
    assert [(route, actions[0].action) for route, actions in chosen][: len(kinds)] == list(kinds)
    assert len(chosen) >= min(now.MOST, len(kinds))
    assert RouteSlug.SPECIAL_PROCEDURES in {route for route, _ in chosen}

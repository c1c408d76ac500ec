"""What is offered to tick: all that the advice says, and everything that is expected, each once."""

import datetime
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from pathlib import Path

import pytest
from django.conf import settings

from advisor.cases import box_words, case_files, exchange, expectations
from advisor.cases.boxes import join, split, unpack
from advisor.cases.offer import Box, _actions_of, offer
from advisor.editions import store
from advisor.words import serialise
from advisor.words.sequence import reason_text
from rules import vocabulary as v
from rules.advice import advise
from rules.scenario import Scenario

SHIPPED = sorted((Path(settings.BASE_DIR) / "fixtures" / "cases").glob("*.yaml"))
DAY = datetime.date(2026, 11, 24)


def boxes(part: object) -> Iterator[Box]:
    if isinstance(part, Box):
        yield part
    elif isinstance(part, list):
        for item in part:
            yield from boxes(item)
    elif is_dataclass(part):
        for field in fields(part):
            yield from boxes(getattr(part, field.name))


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
def test_all_that_is_expected_is_ticked_once_and_holds(path, edition):
    facts = store.open_edition(edition)
    case = case_files.read(case_files.parse(path.read_text(encoding="utf-8")), facts)
    expected = split(exchange.without_days(case.expect))
    advice = serialise.as_json(advise(case.scenario, facts, case.as_of), facts)
    found = list(boxes(offer(expected, advice, facts)))
    assert len({box.value for box in found}) == len(found)
    assert sorted(unpack(box.value) for box in found if box.ticked) == sorted(expected)
    assert not any(box.missed for box in found)
    assert all(box.label and box.alone for box in found)


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
def test_whoever_ticks_all_that_is_so_now_gets_a_case_that_holds(path, edition):
    facts = store.open_edition(edition)
    case = case_files.read(case_files.parse(path.read_text(encoding="utf-8")), facts)
    advice = serialise.as_json(advise(case.scenario, facts, case.as_of), facts)
    now = [unpack(box.value) for box in boxes(offer([], advice, facts)) if box.now]
    # One day for each thing to do: with several States there may be more.
    expect = join({atom[:3] if atom[0] == "by" else atom: atom for atom in now}.values())
    assert list(expectations.wrong(expect, facts)) == []
    assert case_files.differences(expect, advice) == []
    assert set(expect) >= {"first", "before", "verdicts", "gates", "actions"}
    for route in advice["routes"]:
        assert {gate["gate"]: gate["result"] for gate in route["gates"]} == expect["gates"].get(route["route"], {})


def test_what_is_expected_in_vain_is_said_and_an_alternative_is_not(edition):
    facts = store.open_edition(edition)
    advice = serialise.as_json(advise(Scenario(), facts, DAY), facts)
    first = advice["routes"][0]
    other = next(slug.value for slug in v.RouteSlug if slug.value != first["route"])
    one = offer([("first", other)], advice, facts)
    assert [unpack(box.value) for box in boxes(one) if box.missed] == [("first", other)]
    two = offer([("first", other), ("first", first["route"])], advice, facts)
    assert [box for box in boxes(two) if box.missed] == []


def test_what_no_longer_exists_can_be_seen_and_taken_off(edition):
    facts = store.open_edition(edition)
    advice = serialise.as_json(advise(Scenario(), facts, DAY), facts)
    gone = [
        ("mandates", "abolished"),
        ("verdicts", "petition", "good"),
        ("stages", "XXX", "dawn"),
        ("before", "a", "b"),
    ]
    found = {unpack(box.value): box for box in offer(gone, advice, facts).rest + offer(gone, advice, facts).before}
    assert all(found[atom].missed and found[atom].ticked for atom in gone)
    assert "abolished" in found["mandates", "abolished"].label


def test_every_action_is_offered_on_some_route():
    assert {action for route in v.RouteSlug for action in _actions_of(route)} == {
        action.value for action in v.ActionSlug
    }


def test_a_line_is_one_thing_that_can_fail(edition):
    facts = store.open_edition(edition)
    expect = {
        "first": ["upr", "special-procedures"],
        "verdicts": {"upr": ["strong", "good"]},
        "dates": [{"code": "upr-review", "country": "KEN", "date": "2029-10", "status": "estimated"}],
        "changes": [{"set": {"outcomes": ["law-change"], "sponsor": "yes"}, "route": "upr", "to": ["good"]}],
        "sequence": [
            {"first": "upr", "then": "treaty-body-review"},
            {"first": "domestic", "then": "treaty-body-complaint", "why": "remedies-first"},
        ],
        "set_aside": [],
    }
    told = box_words.told(expect, facts)
    assert [line for line, _part in told] == [
        "Ranked first: Universal Periodic Review (UPR) or UN experts (special procedures)",
        "Universal Periodic Review (UPR): “Fits very well” or “Fits well”",
        "Date: UPR: session that reviews the State, Kenya, October 2029, Our estimate, not published",
        "Whoever answers “What do you want to achieve?” with “A change of law or policy” and “Would an organisation with "
        "status bring you in?” with “Yes” gets for Universal Periodic Review (UPR): “Fits well”",
        "Order: Universal Periodic Review (UPR), then Treaty body review of a State",
        f"Order: Remedies in the country, then Complaint to a treaty body: {reason_text('remedies-first')}",
        "No answer is set aside",
    ]
    assert join(atom for _line, part in told for atom in split(part)) == expect

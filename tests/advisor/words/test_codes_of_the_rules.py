"""Whatever the rules say has a sentence that can be filled, and no sentence is left over: rows of the truth tables, sampled scenarios,
and those that only certain facts bring about."""

import csv
import datetime
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from advisor.words import actions, committees, gates, pointers, warnings
from advisor.words.changes import change_text
from advisor.words.factors import factor_text
from advisor.words.names import asked_for
from advisor.words.sequence import step_text
from rules.advice import advise
from rules.dates import PartialDate, Period
from rules.facts.addresses import Door
from rules.facts.edition import Edition
from rules.facts.mandates import CallForInput
from rules.facts.requirements import Requirement
from rules.facts.treaties import Limit
from rules.result import Advice
from rules.scenario import check
from rules.vocabulary import DateStatus, GateSlug, PointerSlug, RouteSlug
from tests.rules import shipped, sittings
from tests.rules.sampler import samples

TABLES = Path(__file__).parents[2] / "rules" / "tables"
DAY = datetime.date(2026, 11, 24)
HOLE = re.compile(r"%\(|\{\w*\}|“”|\(\)|: \.| ,|  |\.\.")

Answers = dict[str, Any]


def door(slug: str, pointer: PointerSlug, **more: Any) -> Door:
    """A door outside the six routes, open to everybody unless said otherwise."""
    given = dict.fromkeys(("themes", "dangers", "states", "regions"), ()) | {"regional_body": ""} | more
    return Door(
        slug, pointer, f"Door {slug}", None, "", "Takes what it takes.", span=Period(), source="own-themes",
        checked_on="2026-11-24", **given,
    )  # fmt: skip


def limit(kind: str, **more: Any) -> Limit:
    """A limit that a State has set."""
    given = {"months": None, "bars": "", "scope": "any", "since": None} | more
    return Limit(kind, more.pop("summary", "A limit."), source="own-themes", **given)


@cache
def plain() -> Edition:
    """The facts as they were kept."""
    return shipped.edition()


@cache
def rich() -> Edition:
    """The same with what no kept fact brings about: doors, an open call, every kind of reservation, a theme without a row."""
    kept = plain()
    uncovered = {slug: rows for slug, rows in kept.theme_treaties.items() if slug != "toxics"}
    doors = (
        door("help", PointerSlug.EMERGENCY),
        door("inquiry", PointerSlug.INVESTIGATION, states=("KEN",)),
        door("elsewhere", PointerSlug.OTHER_DOOR, themes=("torture",)),
        *(door(f"now-{body.slug}", PointerSlug.REGIONAL, regional_body=body.slug) for body in kept.regional_bodies),
    )
    call = CallForInput(
        "torture", "Torture and trade", "", PartialDate(DAY), DateStatus.CONFIRMED, "own-themes", "2026-11-24"
    )
    another = {"bars": "pending-or-examined", "scope": "european-convention"}
    limits = {
        **kept.limits,
        ("KEN", "cat"): (limit("same_matter_other_procedure", bars="submitted"),),
        ("FRA", "cerd"): (limit("same_matter_other_procedure", **another),),
        ("FRA", "cat"): (limit("time_of_facts", since=datetime.date(2020, 1, 1)),),
    }
    return replace(kept, id="rich", theme_treaties=uncovered, doors=doors, calls=(*kept.calls, call), limits=limits)


@cache
def lenient() -> Edition:
    """The same where editors say that a route no longer asks for something, and where a committee takes no complaints yet."""
    asked = (
        (RouteSlug.TREATY_BODY_COMPLAINT, GateSlug.DOMESTIC_REMEDIES),
        (RouteSlug.COMPLAINT_PROCEDURE, GateSlug.DOMESTIC_REMEDIES),
        (RouteSlug.TREATY_BODY_COMPLAINT, GateSlug.TREATY_RATIFIED),
        (RouteSlug.TREATY_BODY_REVIEW, GateSlug.TREATY_RATIFIED),
    )
    rows = (Requirement(route, gate, "not-needed", Period(), "own-themes", "2026-11-24") for route, gate in asked)
    treaties = plain().treaties
    early = {**treaties, "cat": replace(treaties["cat"], complaint_in_force=None)}
    return replace(plain(), id="lenient", requirements=(*rows, *plain().requirements), treaties=early)


@cache
def unbound() -> Edition:
    """The same where a State is bound by nothing: today every State is bound by a treaty on each theme."""
    kept = {key: rows for key, rows in plain().commitments.items() if key[0] != "KEN"}
    return replace(plain(), id="unbound", commitments=kept)


@cache
def reviewed() -> Edition:
    """The same where a committee does something else about each State."""
    sessions = {
        "held": sittings.sitting("cat", 88, "2026-04-20", "2026-05-08"),
        "late": sittings.sitting("cat", 89, "2026-12-07", "2026-12-18", reports="2026-11-02", lists="2026-11-02"),
        "deadline": sittings.sitting("cat", 90, "2027-04-12", "2027-04-30", reports="2027-03-15", lists="2027-02-15"),
        "session": sittings.sitting("cat", 91, "2027-07-05", "2027-07-23"),
    }
    ahead = [*list(sessions.values())[1:], None]
    reviews = [sittings.on_the_list(session, treaty="cat") for session in ahead]
    reviews += [sittings.on_the_list(sessions["held"], confidence=sure) for sure in ("high", "medium")]
    lists = [sittings.on_the_list(session, "list-of-issues", treaty="cat") for session in (*ahead, sessions["held"])]
    found = dict(zip(REVIEWED, ((row,) for row in (*reviews, *lists)), strict=True))
    return replace(sittings.with_calendar(plain(), sessions.values(), found), id="reviewed")


REVIEWED = ("KEN", "FRA", "USA", "IDN", "EGY", "BGD", "AUS", "BRA", "ESP", "NPL", "CHE")

CASE: Answers = {
    "countries": ["KEN"],
    "themes": ["torture"],
    "information": "individual-cases",
    "scale": "single-case",
    "evidence": "direct",
    "people": ["none-of-these"],
    "began_on": "2026-09-01",
    "happened_on": "2026-09-01",
    "continues": "no",
    "urgency": "past",
    "consent": "victim",
    "identification": "open",
    "remedies": "exhausted",
    "final_decision_on": "2026-10-01",
    "elsewhere": "no",
    "reprisals": "none",
    "outcomes": ["legal-finding"],
}
DANGER: Answers = {"urgency": "imminent", "continues": "yes", "danger": ["removal"]}
FRANCE: Answers = {"countries": ["FRA"], "people": ["race-or-origin"]}

CRAFTED: tuple[tuple[Callable[[], Edition], Answers], ...] = (
    (rich, CASE | DANGER),
    (plain, CASE | DANGER),
    *((rich, CASE | DANGER | {"countries": [country]}) for country in ("FRA", "USA", "IDN", "EGY")),
    *((rich, CASE | {"countries": [country]}) for country in ("FRA", "USA", "IDN", "EGY")),
    (rich, CASE | {"themes": ["toxics"]}),
    (rich, CASE | {"elsewhere": "not-examined"}),
    *((rich, CASE | FRANCE | {"themes": ["racism"], "elsewhere": kind}) for kind in ("pending", "examined", "not-examined")),
    (rich, CASE | {"countries": ["FRA"], "began_on": "2010-01-01", "happened_on": "2010-01-01"}),
    (rich, {"themes": ["torture"], "information": "themes-many-countries", "outcomes": ["expert-report"]}),
    (lenient, CASE),
    (lenient, {**CASE, "countries": []}),
    (unbound, CASE),
    *((reviewed, {"countries": [country], "themes": ["torture"]}) for country in REVIEWED),
    (plain, CASE | {"countries": ["BGD"], "themes": ["enforced-disappearance"], "began_on": "2013-12-04", "continues": "yes"}),
    *(
        (plain, {**{q: a for q, a in CASE.items() if q not in ("began_on", "happened_on")}, **FRANCE, **more})
        for more in ({"themes": ["enforced-disappearance"], "urgency": "ongoing", "continues": "yes"}, {"continues": "yes"})
    ),
    *((plain, CASE | DANGER | {"remedies": "under-way", "remedy_stops_it": stops}) for stops in ("yes", "no", "unknown")),
    *((plain, CASE | {"themes": themes, "people": ["unknown"]} | {"people": None}) for themes in (["women"], ["migrants"])),
    *((plain, CASE | DANGER | {"evidence": "media-only", "consent": consent}) for consent in ("not-asked", "cannot-ask")),
    (plain, CASE | {"scale": "consistent-pattern", "information": "themes-one-country", "consent": "not-asked"}),
    (plain, CASE | {"themes": ["enforced-disappearance"], "scale": "consistent-pattern", "urgency": "ongoing"}),
    (plain, CASE | {"countries": ["FRA"], "themes": ["enforced-disappearance"], "continues": "yes", "remedies": "not-started"}),
    (plain, CASE | {"countries": ["AUS"], "themes": ["older-persons"], "began_on": "2018-01-01", "final_decision_on": "2019-01-01"}),
    (plain, CASE | {"countries": ["FRA"], "themes": ["disability"], "scale": "several-cases", "people": ["persons-with-disabilities"]}),
)  # fmt: skip
"""What the sampler meets rarely or never."""


def advices() -> Iterator[tuple[Advice, Edition]]:
    for sample in samples(plain(), 400):
        yield of(plain(), sample.answers, sample.day, counterfactuals=sample.number % 8 == 0), plain()
    for edition, answers in CRAFTED:
        yield of(edition(), answers, DAY), edition()


def of(edition: Edition, answers: Mapping[str, Any], day: datetime.date, *, counterfactuals: bool = True) -> Advice:
    scenario = check(answers, countries=edition.states, themes=edition.themes)
    return advise(scenario, edition, day, counterfactuals=counterfactuals)


def sentences(advice: Advice, edition: Edition) -> Iterator[str]:
    """Every sentence that an advice asks for."""
    for route in advice.routes:
        every = [*route.gates, *(gate for row in route.committees for gate in row.gates)]
        yield from (gates.gate_text(route.route, gate, edition) for gate in every)
        yield from (committees.committee_text(row, edition) for row in route.committees)
        yield from (factor_text(route.route, factor, edition) for factor in route.factors)
        yield from (actions.action_text(action, edition) for action in route.actions)
        yield from (warnings.warning_text(row, edition) for row in route.warnings)
    yield from (pointers.pointer_text(pointer, edition) for pointer in advice.pointers)
    yield from (step_text(step).text for step in advice.sequence)
    yield from (change_text(change, edition) for change in advice.changes)


class Noted(dict[str, Any]):
    """A table of sentences that notes which of them were asked for."""

    def __init__(self, table: Mapping[str, Any], asked: set[str]) -> None:
        super().__init__(table)
        self._asked = asked

    def __getitem__(self, key: str) -> Any:
        self._asked.add(key)
        return super().__getitem__(key)


THEIRS = ("one-country", "un-member", "ecosoc-access")
"""Conditions of the review by States and of the Council, whose dates have tests of their own."""

AT_HOME = frozenset({"request-visit.standing", "other-door.national"})
"""Said where a State's invitation or institution is a fact, which the kept editions do not hold; `test_decisions` says them."""

OURS: Mapping[str, tuple[Any, str, frozenset[str]]] = {
    "gates": (gates, "GATES", frozenset(key for key in gates.GATES if not key.startswith(THEIRS))),
    "actions": (
        actions,
        "ACTIONS",
        frozenset((*actions.LETTERS, *actions.COMPLAINTS, *actions.REVIEW_BY_COMMITTEES)) - AT_HOME,
    ),
    "pointers": (pointers, "POINTERS", frozenset(pointers.POINTERS) - AT_HOME),
    "committees": (committees, "COMMITTEES", frozenset(committees.COMMITTEES)),
    "warnings": (warnings, "WARNINGS", frozenset(warnings.WARNINGS)),
}


def test_everything_that_the_rules_say_has_a_whole_sentence_and_no_sentence_is_left_over(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    asked: dict[str, set[str]] = {name: set() for name in OURS}
    for name, (module, table, _) in OURS.items():
        monkeypatch.setattr(module, table, Noted(getattr(module, table), asked[name]))
    said = {sentence for advice, edition in advices() for sentence in sentences(advice, edition)}
    assert [sentence for sentence in said if HOLE.search(sentence) or sentence[-1] not in ".?!:”"] == []
    left = {name: sorted(every - asked[name]) for name, (_, _, every) in OURS.items()}
    assert not any(left.values()), left


def rows() -> Iterator[tuple[str, str, str]]:
    """The codes of the truth tables, each with the route or the treaty that it is said of."""
    for path in sorted([*(TABLES / "gates").glob("*.csv"), *(TABLES / "committees").glob("*.csv")]):
        with path.open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):
                slug = FILES.get(path.stem, path.stem)
                if row.get("code") and slug in list(GateSlug):
                    yield slug, row["code"], row.get("route") or row["committee"]


FILES = {"competence": "competence-accepted", "binding": "treaty-ratified"}
"""Tables with a name other than that of their condition."""


def test_every_code_of_the_truth_tables_has_a_sentence() -> None:
    codes = {f"{slug}.{code}" for slug, code, _ in rows() if slug not in THEIRS}
    assert len(codes) > 80
    assert sorted(codes - {key.partition("@")[0] for key in gates.GATES}) == []


@pytest.mark.parametrize("table", [gates.GATES, actions.ACTIONS, pointers.POINTERS, warnings.WARNINGS])
def test_a_sentence_for_one_route_or_treaty_asks_for_nothing_that_the_general_one_is_not_given(
    table: Mapping[str, Any],
) -> None:
    known = {"committee", "treaty", "country", "treaties", "mandates", "months", "last", "since"}
    strange = {key: asked_for(text) - known for key, text in table.items() if "@" in key}
    assert {key: names for key, names in strange.items() if names} == {}


def test_a_committee_that_may_be_open_says_in_the_same_text_whom_it_takes_and_what_must_still_be_true() -> None:
    answers = {
        **CASE,
        "countries": ["GEO"],
        "themes": ["women", "gender-violence"],
        "people": ["women"],
        "began_on": "unknown",
    }
    advice = of(plain(), answers, DAY)
    rows = {row.treaty: row for row in advice.route(RouteSlug.TREATY_BODY_COMPLAINT).committees}
    text = committees.committee_text(rows["cedaw"], plain())
    assert "only for women and girls" in text
    assert "only if it began on or after" in text


def test_a_committee_that_is_closed_says_which_condition_is_not_met() -> None:
    answers = {**CASE, "countries": ["GEO"], "themes": ["women"], "people": ["none-of-these"]}
    advice = of(plain(), answers, DAY)
    rows = {row.treaty: row for row in advice.route(RouteSlug.TREATY_BODY_COMPLAINT).committees}
    assert "The committee takes the person affected" in committees.committee_text(rows["cedaw"], plain())

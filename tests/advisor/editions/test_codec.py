"""A field of a fact is declared once: its name finds the column, its type the conversion, its default what older editions say."""

import datetime
import json
from collections.abc import Mapping
from dataclasses import dataclass, fields, make_dataclass, replace
from dataclasses import field as dataclass_field
from typing import Any, get_type_hints

import pytest
from django.core.exceptions import FieldDoesNotExist

from advisor.editions import freeze as freezing
from advisor.editions import upgrades
from advisor.editions.codec import defaults, derived, from_plain, plain, reader, stored
from advisor.editions.freeze import freeze
from advisor.editions.rows import COLUMNS, DELAY, MODELS, RECHECK
from advisor.editions.sections import SECTIONS
from advisor.editions.store import open_edition
from advisor.editions.thaw import thaw
from advisor.words import texts
from rules.dates import PartialDate, Period
from rules.facts.edition import Edition
from rules.facts.mandates import CallForInput
from rules.facts.treaties import Commitment, Treaty
from rules.vocabulary import DateStatus, Region

from . import older

CALL = CallForInput(
    "housing",
    "Housing and heat",
    "",
    PartialDate(datetime.date(2026, 12, 1), "month"),
    DateStatus.CONFIRMED,
    "s",
    "2026-11-24",
)
DECLARED = [
    (section, fact, field.name, kind) for section in SECTIONS for fact in section.facts for field, kind in stored(fact)
]


def column_is_there(model: type, column: str, kind: Any) -> bool:
    names = {DELAY: [f"{column}_months", f"{column}_days"], Period: ["valid_from", "valid_to"]}.get(kind, [column])
    try:
        return all(model._meta.get_field(name) for name in names)  # type: ignore[attr-defined]
    except FieldDoesNotExist:
        return False


@pytest.mark.parametrize(("section", "fact", "name", "kind"), DECLARED)
def test_every_field_of_a_fact_finds_its_column(section, fact, name, kind):
    column = COLUMNS.get(fact, {}).get(name, name)
    assert callable(column) or column == RECHECK or column_is_there(MODELS[section.name], column, kind)


def test_only_columns_of_another_name_are_listed():
    for fact, columns in COLUMNS.items():
        declared = {field.name for field, _ in stored(fact)}
        assert set(columns) <= declared, fact
        assert all(column != name for name, column in columns.items()), fact


def test_every_fact_that_an_edition_holds_says_where_it_comes_from():
    assert [
        section.name for section in SECTIONS if not any(issubclass(fact, texts.Proof) for fact in section.facts)
    ] == []


def test_a_new_field_is_one_line_of_the_fact(facts, monkeypatch):
    """The model's column ``adopted`` is there; a treaty that declares it has it, and so has no edition made before, which says ``None``."""
    longer = make_dataclass(
        "Treaty",
        [("adopted", datetime.date | None, dataclass_field(default=None))],
        bases=(Treaty,),
        frozen=True,
    )
    sections = tuple(
        replace(section, facts=(longer, *section.facts[1:])) if section.name == "treaties" else section
        for section in SECTIONS
    )
    monkeypatch.setitem(COLUMNS, longer, COLUMNS[Treaty])
    monkeypatch.setattr(freezing, "SECTIONS", sections)
    monkeypatch.setattr(upgrades, "SECTIONS", sections)
    content = freeze()
    assert content["treaties"]["cat"]["adopted"] == "1984-12-10"
    new = from_plain(longer, content["treaties"]["cat"], slug="cat")
    assert new.adopted == datetime.date(1984, 12, 10)
    before = upgrades.upgraded(json.loads(older.text()))["treaties"]["cat"]
    assert from_plain(longer, before, slug="cat").adopted is None
    assert upgrades.completed(json.loads(older.text()))["treaties"]["cat"]["adopted"] is None


def test_facts_survive_the_way_to_json_and_back(edition):
    opened = open_edition(edition)
    said = texts.of(opened)
    everything = [
        getattr(opened, field.name)
        for field in fields(Edition)
        if field.name not in ("id", "rules", "sides", "weights", "texts")
    ] + [getattr(said, field.name) for field in fields(said) if field.name != "reasons"]
    everything.append((CALL,))
    seen = set()
    for part in everything:
        for group in part.values() if isinstance(part, Mapping) else part:
            for fact in group if isinstance(group, tuple) else [group]:
                known = {name: getattr(fact, name) for name in derived(type(fact))}
                assert from_plain(type(fact), json.loads(json.dumps(plain(fact))), **known) == fact
                seen.add(type(fact))
    made = {fact for section in SECTIONS for fact in section.facts} - {texts.Proof, texts.RequirementText, texts.Member}
    assert made <= seen


@dataclass(frozen=True)
class Fact:
    """One of each type."""

    when: PartialDate | None
    day: datetime.date | None
    group: Region | None
    span: Period
    names: tuple[str, ...]
    unordered: frozenset[str]
    spans: Mapping[str, Period]
    count: int | None
    later: str = "not said"


ROW = {
    "when": "2026-10",
    "day": "2026-10-08",
    "group": "weog",
    "from": "2020",
    "to": None,
    "names": ["b", "a"],
    "unordered": ["a", "b"],
    "spans": {"KEN": {"from": None, "to": "2027-01-02"}},
    "count": 3,
}


def test_the_type_says_how_a_value_is_read():
    fact = from_plain(Fact, ROW)
    assert fact == Fact(
        when=PartialDate(datetime.date(2026, 10, 1), "month"),
        day=datetime.date(2026, 10, 8),
        group=Region.WEOG,
        span=Period(PartialDate(datetime.date(2020, 1, 1), "year"), None),
        names=("b", "a"),
        unordered=frozenset("ab"),
        spans={"KEN": Period(None, PartialDate(datetime.date(2027, 1, 2)))},
        count=3,
    )
    assert plain(fact) == ROW | {"later": "not said"}


@pytest.mark.parametrize("name", ["when", "day", "group", "count"])
def test_what_may_be_missing_is_none(name):
    fact = from_plain(Fact, ROW | {name: None})
    assert getattr(fact, name) is None
    assert plain(fact)[name] is None


def test_a_field_without_default_may_not_be_missing():
    with pytest.raises(KeyError, match="count"):
        from_plain(Fact, {name: value for name, value in ROW.items() if name != "count"})


@pytest.mark.parametrize(("name", "value"), [("group", "atlantis"), ("when", "soon"), ("from", "2020-13")])
def test_a_value_that_the_type_does_not_know_is_refused(name, value):
    with pytest.raises(ValueError):
        from_plain(Fact, ROW | {name: value})


def test_only_what_has_a_default_may_be_missing_from_older_editions():
    assert defaults(Fact) == {"later": "not said"}


def test_a_type_that_json_does_not_hold_is_refused():
    with pytest.raises(TypeError, match="can't hold"):
        reader(complex)


def test_the_day_from_which_an_act_binds_is_kept_in_no_edition():
    assert "binds_from" in get_type_hints(Commitment)
    assert derived(Commitment) == ("binds_from",)
    assert "binds_from" not in {field.name for field, _ in stored(Commitment)}


def test_an_edition_without_texts_says_so(edition):
    with pytest.raises(TypeError, match="no texts"):
        texts.of(replace(thaw("e", json.loads(older.text())), texts=None))

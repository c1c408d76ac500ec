"""Advice as JSON (contract §4) and as text: its shape for every expert case, and the same bytes for the same question."""

import datetime
import hashlib
import json
import random
import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.utils import translation

from advisor.api.openapi import document
from advisor.cases import case_files as cases
from advisor.editions import store
from advisor.words import serialise
from rules.advice import advise
from rules.facts.edition import Edition
from rules.scenario import check
from rules.version import RULES

SHIPPED = sorted((Path(settings.BASE_DIR) / "fixtures" / "cases").glob("*.yaml"))
DAY = datetime.date(2026, 11, 24)


@pytest.fixture
def facts(edition: str) -> Edition:
    return store.open_edition(edition)


def advice_on(facts: Edition, raw: dict[str, Any], day: datetime.date = DAY) -> dict[str, Any]:
    scenario = check(raw, countries=facts.states, themes=facts.themes)
    return serialise.as_json(advise(scenario, facts, day), facts)


def of_file(path: Path, facts: Edition) -> dict[str, Any]:
    case = cases.read(cases.parse(path.read_text(encoding="utf-8")), facts)
    return serialise.as_json(advise(case.scenario, facts, case.as_of or DAY), facts)


def mismatches(value: Any, schema: dict[str, Any], where: str = "$") -> list[str]:
    """What in a value is not as our own schema says: the parts of JSON Schema that the document uses."""
    if "$ref" in schema:
        return mismatches(value, document()["components"]["schemas"][schema["$ref"].rsplit("/", 1)[1]], where)
    for key in ("oneOf", "anyOf"):
        if key in schema:
            fitting = [not mismatches(value, one, where) for one in schema[key]]
            return [] if any(fitting) else [f"{where}: {value!r} fits none of {key}"]
    if "const" in schema:
        return [] if value == schema["const"] else [f"{where}: {value!r} is not {schema['const']!r}"]
    if "enum" in schema:
        return [] if value in schema["enum"] else [f"{where}: {value!r} is not in the list"]
    kinds = {"object": dict, "array": list, "string": str, "integer": int, "null": type(None), "boolean": bool}
    allowed = schema.get("type", [])
    allowed = [allowed] if isinstance(allowed, str) else allowed
    if allowed and not isinstance(value, tuple(kinds[kind] for kind in allowed)):
        return [f"{where}: {value!r} is no {allowed}"]
    found = []
    if isinstance(value, str) and "pattern" in schema and not re.search(schema["pattern"], value):
        found.append(f"{where}: {value!r} is not like {schema['pattern']}")
    if isinstance(value, list):
        found += [
            line for place, item in enumerate(value) for line in mismatches(item, schema["items"], f"{where}[{place}]")
        ]
    if isinstance(value, dict) and "properties" in schema:
        in_order = [key for key in schema["properties"] if key in value]
        if list(value) != in_order or not value.keys() >= set(schema["required"]):
            found.append(f"{where}: keys {list(value)} instead of {list(schema['properties'])}")
        for key in value.keys() & schema["properties"].keys():
            found += mismatches(value[key], schema["properties"][key], f"{where}.{key}")
    return found


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
def test_every_expert_case_has_the_shape_of_the_contract_keys_in_order(path: Path, facts: Edition) -> None:
    assert mismatches(of_file(path, facts), document()["components"]["schemas"]["Advice"]) == []


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
def test_every_statement_has_a_source_of_the_edition(path: Path, facts: Edition) -> None:
    advice = of_file(path, facts)
    named = [
        row["source"] for route in advice["routes"] for part in ("gates", "factors", "dates") for row in route[part]
    ]
    named += [pointer["source"] for pointer in advice["pointers"]]
    named += [row["source"] for route in advice["routes"] for row in route["warnings"]]
    named += [gate["source"] for route in advice["routes"] for row in route["committees"] for gate in row["gates"]]
    named += [row["source"] for route in advice["routes"] for action in route["actions"] for row in action["to"]]
    assert named
    assert [slug for slug in named if slug not in facts.sources] == []


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
def test_text_says_all_that_the_json_says(path: Path, facts: Edition) -> None:
    case = cases.read(cases.parse(path.read_text(encoding="utf-8")), facts)
    advice = advise(case.scenario, facts, case.as_of or DAY)
    flat = " ".join(serialise.as_text(advice, facts).replace("\n- ", " ").split())
    for route in serialise.as_json(advice, facts)["routes"]:
        for part in ("warnings", "gates", "factors", "actions", "committees"):
            assert [row["text"] for row in route[part] if " ".join(row["text"].split()) not in flat] == []
        said = [*route["because"], *route["against"], *(row["if"] for row in route["mandates_if"])]
        assert [text for text in said if " ".join(text.split()) not in flat] == []
        for action in route["actions"]:
            assert [row["value"] for row in action["to"] if " ".join(row["value"].split()) not in flat] == []


RAW: dict[str, Any] = {
    "countries": ["TGO", "KEN"],
    "themes": ["torture", "children"],
    "information": "individual-cases",
    "scale": "single-case",
    "outcomes": ["legal-finding", "protection"],
    "sponsor": "yes",
    "ecosoc": "special",
    "happened_on": "2026-10-01",
}


def test_answers_in_another_order_give_the_same_bytes(facts: Edition) -> None:
    expected = serialise.dumps(advice_on(facts, RAW))
    for seed in range(5):
        keys = random.Random(seed).sample(list(RAW), len(RAW))
        shuffled = {key: RAW[key][::-1] if isinstance(RAW[key], list) else RAW[key] for key in keys}
        assert serialise.dumps(advice_on(facts, shuffled)) == expected


def test_not_known_and_not_answered_are_the_same(facts: Edition) -> None:
    assert advice_on(facts, {**RAW, "effort": "unknown"}) == advice_on(facts, RAW)


def test_the_digest_names_answers_edition_and_day(facts: Edition) -> None:
    digest = advice_on(facts, RAW)["advice"]
    assert re.fullmatch(r"[0-9a-f]{32}", digest)
    assert advice_on(facts, RAW)["advice"] == digest
    assert advice_on(facts, {**RAW, "scale": "several-cases"})["advice"] != digest
    assert advice_on(facts, RAW, DAY + datetime.timedelta(days=1))["advice"] != digest


def test_advice_names_its_rules_beside_its_edition(facts: Edition) -> None:
    assert list(advice_on(facts, {}))[:4] == ["schema", "as_of", "edition", "rules"]
    assert advice_on(facts, {})["rules"] == RULES


def test_advice_from_before_rules_had_a_version_has_the_form_of_then(facts: Edition) -> None:
    advice = replace(advise(check({}, countries=facts.states, themes=facts.themes), facts, DAY), rules="")
    found = serialise.as_json(advice, facts)
    assert "rules" not in found
    text = f'{{"as_of":"2026-11-24","edition":"{facts.id}","scenario":{{}}}}'
    assert found["advice"] == hashlib.sha256(text.encode()).hexdigest()[:32]


def test_the_digest_is_that_of_the_canonical_text(facts: Edition) -> None:
    text = (
        f'{{"as_of":"2026-11-24","edition":"{facts.id}","rules":"{RULES}",'
        '"scenario":{"countries":["KEN"],"sponsor":"no"}}'
    )
    assert (
        advice_on(facts, {"sponsor": "no", "countries": ["KEN"]})["advice"]
        == hashlib.sha256(text.encode()).hexdigest()[:32]
    )


def test_what_was_set_aside_counts_for_the_name_but_not_for_the_advice(facts: Edition) -> None:
    with_sponsor, without = advice_on(facts, RAW), advice_on(facts, {k: v for k, v in RAW.items() if k != "sponsor"})
    assert with_sponsor["set_aside"] == ["sponsor"]
    assert with_sponsor["advice"] != without["advice"]
    assert with_sponsor["routes"] == without["routes"]


def test_the_language_of_the_page_changes_nothing(facts: Edition) -> None:
    expected = serialise.dumps(advice_on(facts, RAW))
    scenario = check(RAW, countries=facts.states, themes=facts.themes)
    with translation.override("fr"):
        assert serialise.dumps(advice_on(facts, RAW)) == expected
        text = serialise.as_text(advise(scenario, facts, DAY), facts)
        assert translation.get_language() == "fr"
    assert text == serialise.as_text(advise(scenario, facts, DAY), facts)


def test_dumps_is_readable_utf_8(facts: Edition) -> None:
    text = serialise.dumps(advice_on(facts, RAW))
    assert json.loads(text) == advice_on(facts, RAW)
    assert text.startswith('{\n  "schema": 2,\n  "as_of": "2026-11-24",\n')
    assert "\\u" not in text


def test_a_change_of_facts_is_no_change_of_answers(facts: Edition) -> None:
    advice = advice_on(facts, {"countries": ["USA"], "themes": ["children"], "information": "country-overview"})
    facts_only = [change for change in advice["changes"] if "fact" in change]
    assert facts_only
    assert all("set" not in change and list(change) == ["fact", "route", "from", "to"] for change in facts_only)

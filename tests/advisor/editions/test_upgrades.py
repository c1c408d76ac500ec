"""Editions of earlier releases: stored as they were, read as today's, and good for every request."""

import copy
import datetime
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.test import Client

from advisor.cases import case_files
from advisor.compare.facts import changed
from advisor.editions import store
from advisor.editions.freeze import digest, freeze
from advisor.editions.models import Edition, Publication
from advisor.editions.needs import unmet
from advisor.editions.sections import SECTIONS, Shape
from advisor.editions.thaw import thaw
from advisor.editions.upgrades import RENAMED_IN_2, SCHEMA, UPGRADES, completed, upgraded
from advisor.words import texts
from advisor.words.serialise import as_json
from rules.advice import advise
from rules.vocabulary import RouteSlug

from . import older

DAY = datetime.date(2026, 11, 24)
NEW_IN_3 = {"addresses", "doors"}
NEW_IN_4 = {
    *("committee_sessions", "committee_reviews", "state_reports"),
    *("resolutions", "renewals", "institutions", "invitations"),
}
"""What no older content has any row of."""
CASES = sorted((Path(settings.BASE_DIR) / "fixtures" / "cases").glob("*.yaml"))


@pytest.fixture
def content() -> dict[str, Any]:
    """The content of the first schema; a test may change it."""
    return dict(json.loads(older.text()))


@pytest.fixture
def published(db: None) -> str:
    """A database right after the upgrade: the edition of the release before is the current one."""
    text = older.text()
    Publication.objects.create(edition=Edition.objects.create(pk=digest(text), content=text))
    return digest(text)


def rows(content: Any) -> Iterator[tuple[str, Any]]:
    for section in SECTIONS:
        found = content.get(section.name, ())
        groups = found if section.shape is Shape.LIST or not found else found.values()
        for group in groups:
            for row in group if section.shape is Shape.MANY_BY_NAME else [group]:
                yield section.name, row


def shape(content: Any) -> set[tuple[str, str]]:
    """Every key at every place, whatever the rows are called."""
    return {(section, key) for section, row in rows(content) for key in row}


def types(content: Any) -> set[tuple[str, str, str]]:
    return {(section, key, type(value).__name__) for section, row in rows(content) for key, value in row.items()}


def test_there_is_a_step_from_every_older_schema():
    assert sorted(UPGRADES) == list(range(1, SCHEMA))


def test_an_older_content_says_what_todays_says_under_the_same_names(content, facts):
    now = json.loads(json.dumps(freeze()))
    assert content["schema"] == 1
    assert upgraded(content)["schema"] == SCHEMA == now["schema"]
    assert shape(completed(content)) == {
        (section, key) for section, key in shape(now) if section not in NEW_IN_3 | NEW_IN_4
    }
    assert types(completed(content)) <= types(now) | {(s, k, "NoneType") for s, k in shape(now)}


def test_upgrading_leaves_what_is_stored_as_it_was(content, published):
    before = copy.deepcopy(content)
    completed(content)
    assert content == before
    store.open_edition(published)
    store.content_of(published)
    assert Edition.objects.get().content == older.text()
    assert published == digest(older.text()) == "37645f83bc1c47c086117568a9ab1b36"


def test_another_schema_alone_changes_no_fact(content):
    """Whichever of the two is read with which schema, nothing is told as changed."""
    assert changed(completed(content), completed(upgraded(content))) == ()


@pytest.mark.parametrize(
    ("section", "renamed"), [(section, pair) for section, names in RENAMED_IN_2.items() for pair in names.items()]
)
def test_what_has_another_name_says_the_same(content, section, renamed):
    before, after = renamed
    for name, row in rows(content):
        if name == section:
            row[before] = row[before] or "2026-08-24"
    was = [row[before] for name, row in rows(content) if name == section]
    now = [row[after] for name, row in rows(upgraded(content)) if name == section]
    assert was == now != []


def test_what_stands_in_another_form_says_the_same(content):
    found = upgraded(content)
    torture = next(row for row in found["mandates"] if row["slug"] == "torture")
    assert torture["takes_cases"] is True
    assert {row["scope"] for name, row in rows(found) if name == "limits"} == {"any", "european-convention"}
    assert found["routes"]["upr"]["sees_state"] == content["routes"]["upr"]["sees"]["state"]


def test_treaties_listed_by_a_theme_name_it_and_the_covenant_can_be_framed(content):
    theme = content["themes"]["african-descent"]
    assert theme["treaties"] == ["cerd"]
    named, framed = upgraded(content)["theme_treaties"]["african-descent"]
    assert (named["treaty"], named["kind"], named["condition"], named["source"]) == (
        "cerd",
        "main",
        "",
        theme["source"],
    )
    assert (framed["treaty"], framed["kind"], framed["condition"][:3]) == ("iccpr", "framed", "if ")
    covered = thaw("e", content).theme_treaties
    assert {row.treaty for row in covered["torture"]} == set(content["themes"]["torture"]["treaties"])
    assert all("iccpr" in {row.treaty for row in rows} for rows in covered.values())


def test_a_mandate_has_the_theme_that_it_listed_first_as_its_own(content):
    listed = next(row["themes"] for row in content["mandates"] if row["slug"] == "slavery-trafficking")
    roles = {row.theme: row.role for row in thaw("e", content).mandate_roles if row.mandate == "slavery-trafficking"}
    assert roles == {theme: "also" if place else "own" for place, theme in enumerate(listed)}
    assert len(listed) > 1


def test_an_older_edition_sends_nobody_to_a_copy(content):
    proof = {"title": "T", "checked_on": "", "recheck_by": ""}
    kinds = {"law": ("legal-text", "http://hozir.org/5-1"), "copy": ("copy", "https://copy.example/")}
    kinds |= {"page": ("un-page", "https://www.ohchr.org/en"), "ngo": ("organisation", "https://ngo.example/")}
    for slug, (kind, url) in kinds.items():
        content["sources"][slug] = {**proof, "kind": kind, "url": url}
    found = thaw("e", content).sources
    assert {slug: (found[slug].kind, found[slug].url, found[slug].read) for slug in kinds} == {
        "law": ("legal-text", "", "copy"),
        "copy": ("un-page", "", "copy"),
        "page": ("un-page", "https://www.ohchr.org/en", ""),
        "ngo": ("organisation", "https://ngo.example/", ""),
    }


def test_an_edition_of_a_later_release_is_refused(content):
    with pytest.raises(ValueError, match="later release"):
        thaw("e", content | {"schema": SCHEMA + 1})


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_every_case_is_answered_on_an_older_edition(content, path):
    edition = thaw("e", content)
    case = case_files.read(case_files.parse(path.read_text(encoding="utf-8")), edition)
    advice = as_json(advise(case.scenario, edition, case.as_of or DAY), edition)
    assert len(advice["routes"]) == len(RouteSlug)
    assert all(factor["text"] for route in advice["routes"] for factor in route["factors"])


def test_an_older_edition_can_be_shown(content):
    assert list(unmet(thaw("e", content))) == []


def test_the_edition_from_before_the_upgrade_answers_requests(published):
    assert store.current_edition_id() == published
    client = Client()
    assert client.get("/health/ready").json()["edition"] == published
    for path in ("/", "/start/", "/api/v1/openapi.json"):
        assert client.get(path, follow=True).status_code == 200, path
    answer = client.post(
        "/api/v1/advice",
        json.dumps({"as_of": "2026-11-24", "scenario": {"countries": ["KEN"], "themes": ["torture"]}}),
        content_type="application/json",
    )
    assert answer.status_code == 200, answer.content
    assert answer.json()["edition"] == published


class TestWeights:
    def test_a_table_that_the_edition_has_not_counts_nothing(self, content):
        del content["weights"]["upr"]["coalition"]
        edition = thaw("e", content)
        assert set(edition.weights.tables[RouteSlug.UPR]["coalition"].values()) == {0}
        assert "coalition" not in texts.of(edition).reasons[RouteSlug.UPR]

    def test_an_answer_that_a_table_has_not_counts_as_one_that_is_not_known(self, content):
        points = content["weights"]["upr"]["outcomes"]["points"]
        del points["protection"]
        table = thaw("e", content).weights.tables[RouteSlug.UPR]["outcomes"]
        assert table["protection"] == points["unknown"]

    def test_what_the_rules_no_longer_read_is_left_out(self, content):
        content["weights"]["upr"]["moon"] = {"reason": "Once.", "points": {"full": 3, "unknown": 0}}
        content["weights"]["upr"]["outcomes"]["points"]["moonlight"] = 3
        content["weights"]["petition-by-pigeon"] = {"base": {"reason": "Once.", "points": {"points": 3}}}
        tables = thaw("e", content).weights.tables
        assert "moon" not in tables[RouteSlug.UPR]
        assert "moonlight" not in tables[RouteSlug.UPR]["outcomes"]
        assert set(tables) == set(RouteSlug)


def test_routes_and_gates_that_the_rules_no_longer_know_are_left_out(content):
    whole = thaw("e", content)
    row = content["requirements"][0]
    content["requirements"] += [row | {"gate": "stamped-paper"}, row | {"route": "petition-by-pigeon"}]
    content["routes"]["petition-by-pigeon"] = content["routes"]["upr"]
    edition = thaw("e", content)
    assert edition.requirements == whole.requirements
    assert edition.sides == whole.sides

"""The glossary: complete in itself, each word with a source, the confusing ones told apart."""

import csv

import pytest
from django.conf import settings

from mechanisms.glossary import ENTRIES


def sources() -> set[str]:
    found = set()
    for name in ("sources.csv", "sources_cited.csv"):
        with (settings.BASE_DIR / "fixtures" / "facts" / name).open(encoding="utf-8") as file:
            found |= {row["slug"] for row in csv.DictReader(file)}
    return found


def test_each_word_has_a_source_and_leads_to_words_that_exist():
    known = sources()
    for entry in ENTRIES.values():
        assert entry.source in known, entry.slug
        assert set(entry.see) <= set(ENTRIES) - {entry.slug}, entry.slug


def test_short_explanations_are_short():
    assert [entry.slug for entry in ENTRIES.values() if len(str(entry.short)) > 260] == []


@pytest.mark.parametrize(
    ("slug", "says"),
    [
        ("noted", "not accepted"),
        ("stakeholder-submission", "not the same as an alternative report"),
        ("alternative-report", "Keep it apart from a stakeholder submission"),
        ("consultative-status", "at least two years"),
        ("consultative-status", "not for the UPR, not for letters to experts"),
        ("consultative-status", "LGBTI"),
        ("sponsor", "not an official arrangement"),
        ("domestic-remedies", "third answer"),
        ("ratification", "deposit"),
        ("treaty-body", "Not part of the Human Rights Council"),
    ],
)
def test_what_practitioners_confused_is_told_apart(slug, says):
    entry = ENTRIES[slug]
    assert says in " ".join(map(str, (entry.short, *entry.long)))


def test_the_page_has_them_all_and_the_short_names_of_treaties(visit):
    page = visit("glossary")
    assert all(f'id="{slug}"' in page.markup for slug in ENTRIES)
    assert "ICPPED" in page.text

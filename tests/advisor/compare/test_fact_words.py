"""Editors read which fact changed in their own words."""

import copy

from advisor.compare import fact_words
from advisor.compare.facts import changed, units
from advisor.editions.thaw import thaw


def test_every_section_of_a_content_has_a_name(content):
    assert {section for section, _ in units(content)} <= set(fact_words.SECTIONS)


def test_facts_are_named_as_people_name_them(content):
    edition = thaw("e", content)
    assert fact_words.label(("commitments", "KEN/cat/inquiry"), edition) == "Treaty status: Kenya, CAT, inquiry"
    assert fact_words.label(("upr_sessions", "54"), edition) == "UPR session: 54"
    assert fact_words.label(("weights", "general/verdicts"), edition) == "Points: all routes, verdicts"
    assert fact_words.label(("mandates", "gone-since"), edition) == "Mandate: gone-since"


def test_a_changed_value_is_said_with_both_sides(content):
    later = copy.deepcopy(content)
    later["upr_sessions"]["54"]["stakeholder_deadline"] = None
    del later["reviews"]["KEN"]
    gone, moved = changed(content, later)
    assert fact_words.sentences(gone) == ["No longer there."]
    assert fact_words.sentences(moved) == ["last day for reports by organisations: before 2026-07-17, now nothing"]

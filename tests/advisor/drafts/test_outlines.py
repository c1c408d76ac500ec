"""Every action that ends in a text has an outline, and every outline rests on rules and numbers that the shipped facts know."""

import re

import pytest

from advisor.drafts.filling import FILLS
from advisor.drafts.outline import Consent, Fill
from advisor.drafts.outlines import BY_ACTION, OUTLINES, SOURCES
from advisor.words import texts
from rules.vocabulary import ActionSlug as A

WITHOUT_A_TEXT = {
    A.CALL_FOR_INPUT,
    A.REQUEST_VISIT,
    A.MEET_ON_VISIT,
    A.NATIONAL_CONSULTATION,
    A.PRE_SESSION,
    A.LOBBY_STATES,
    A.CHECK_REVIEW_HELD,
    A.CALL_SPECIAL_SESSION,
    A.SUBMIT_EVIDENCE,
    A.FOLLOW_UP,
    A.SIDE_EVENT,
    A.LOBBY_COUNCIL,
    A.SEEK_RESOLUTION,
    A.FIND_SPONSOR,
    A.APPLY_ECOSOC,
    A.LIST_OF_ISSUES_INPUT,
    A.INQUIRY_REQUEST,
}
ABOUT_PEOPLE = {
    "urgent-appeal",
    "allegation-letter",
    "wgad-complaint",
    "wgeid-submission",
    "communication",
    "ced-urgent-action",
}


def test_every_action_ends_in_one_outline_or_is_known_to_end_in_none():
    assert set(BY_ACTION) | WITHOUT_A_TEXT == set(A)
    assert set(BY_ACTION) & WITHOUT_A_TEXT == set()
    assert len(BY_ACTION) == sum(len(outline.actions) for outline in OUTLINES.values())


def test_kinds_stay_what_they_are_since_kept_drafts_name_them():
    assert set(OUTLINES) == {
        *ABOUT_PEOPLE,
        "legislation-letter",
        "upr-submission",
        "upr-joint-submission",
        "written-statement",
        "oral-statement",
        "adoption-statement",
        "alternative-report",
        "complaint",
        "wgeid-general-allegation",
        "cerd-urgent-procedure",
    }


@pytest.mark.parametrize("kind", OUTLINES)
def test_parts_and_ticks_have_keys_of_their_own_and_words(kind):
    outline = OUTLINES[kind]
    for parts in (outline.sections, outline.ticks):
        assert len({part.key for part in parts}) == len(parts)
    assert all(str(section.heading) and str(section.guidance) for section in outline.sections)
    assert all(str(section.gap) or section.fills for section in outline.sections)
    assert next(tick.key for tick in outline.ticks) == "consent"
    assert outline.sources, "no part rests on a rule"
    assert str(outline.when)


def test_agreement_is_always_needed_where_the_text_is_about_certain_people():
    assert {kind for kind, outline in OUTLINES.items() if outline.consent is Consent.ALWAYS} == ABOUT_PEOPLE


def test_gaps_stand_in_square_brackets():
    gaps = [str(section.gap) for outline in OUTLINES.values() for section in outline.sections if section.gap]
    assert [gap for gap in gaps if not (gap.startswith("[") and gap.endswith("]"))] == []


def test_all_that_may_be_known_is_put_into_words():
    assert set(FILLS) == set(Fill)
    used = {fill for outline in OUTLINES.values() for section in outline.sections for fill in section.fills}
    assert used == set(Fill)


def test_the_shipped_facts_know_every_rule_and_every_limit(frozen):
    assert set(frozen.sources) >= SOURCES
    assert [slug for slug in SOURCES if not frozen.sources[slug].checked_on] == []
    limits = {rule.rule for outline in OUTLINES.values() for rule in outline.limits}
    assert limits <= set(texts.of(frozen).numbers)


def test_the_urgent_page_and_the_urgent_appeal_ask_for_the_same():
    from advisor.words.urgent import MESSAGE_HOLDS

    assert {said.source for said in MESSAGE_HOLDS} <= OUTLINES["urgent-appeal"].sources


def test_the_first_message_of_the_urgent_page_says_of_nobody_that_they_agree():
    from advisor.words.urgent import outline

    message = outline("Egypt", "Torture", ["Special Rapporteur on torture"])
    assert "we have not asked" in message
    assert "agree" not in re.sub(r"\[[^]]*\]", "", message).replace("Agreement:", "")

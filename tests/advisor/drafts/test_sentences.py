"""Every answer has its sentence in a draft, and a draft asks no body for what it cannot give."""

import datetime
from dataclasses import replace

import pytest

from advisor.drafts import filling, sentences
from advisor.drafts.suggestions import suggested
from rules import vocabulary as v
from rules.advice import advise
from rules.scenario import check
from tests.rules import shipped

CASE = {
    "countries": ["FRA"],
    "themes": ["racism"],
    "information": "individual-cases",
    "scale": "single-case",
    "evidence": "direct",
    "people": ["race-or-origin"],
    "began_on": "2024-03-01",
    "happened_on": "2024-04-01",
    "urgency": "past",
    "consent": "given",
    "identification": "names-withheld",
    "remedies": "exhausted",
    "final_decision_on": "2026-10-01",
    "elsewhere": "no",
}
DAY = datetime.date(2026, 11, 24)


@pytest.mark.parametrize(
    ("table", "answers"),
    [
        (sentences.SCALE, v.Scale),
        (sentences.URGENCY, v.Urgency),
        (sentences.EVIDENCE, v.Evidence),
        (sentences.REMEDIES, v.Remedies),
        (sentences.STOPS_IT, v.YesNo),
        (sentences.ELSEWHERE, v.Elsewhere),
        (sentences.CONSENT, v.Consent),
        (sentences.TO_EXPERTS, v.Identification),
        (sentences.TO_A_COMMITTEE, v.Identification),
        (sentences.TO_THE_COUNCIL, v.Identification),
        (sentences.OUTCOMES, v.Outcome),
    ],
)
def test_every_answer_has_a_sentence_and_no_other_has(table, answers):
    assert set(table) == set(answers)


def text(kind, treaty="", **changed):
    """The parts of a draft of a kind, as it would be begun."""
    edition = shipped.edition()
    advice = advise(check(CASE | changed, countries=edition.states, themes=edition.themes), edition, DAY)
    wanted = next(one for one in suggested(advice) if one.kind == kind)
    wanted = replace(wanted, treaty=treaty or wanted.treaty)
    return "\n".join(filling.fill(wanted.outline, filling.Known(wanted, advice, edition)).values())


def test_a_letter_to_experts_asks_that_names_stay_out():
    assert "keep every name that we mark out of your letter" in text("allegation-letter")


def test_a_committee_is_not_asked_to_keep_the_victim_from_the_state():
    said = text("communication", "iccpr")
    assert "learns who the victim is" in said
    assert "do not tell the State" not in said


def test_the_committee_on_racial_discrimination_can_be_asked_not_to_tell_the_state():
    assert "Please do not tell the State who complains" in text("communication", "cerd")


def test_both_days_are_said_and_one_day_once():
    assert "It began on 1 March 2024." in text("allegation-letter")
    assert "It began on" not in text("allegation-letter", began_on="2024-04-01")

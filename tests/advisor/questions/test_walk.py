"""The way through the pages, without a browser or a database."""

import pytest

from advisor.questions import walk
from advisor.questions.drawer import Draft
from advisor.questions.steps import BY_KEY, DANGER, STEPS
from rules.questions import BY_SLUG, QUESTIONS
from tests.rules.world import edition

CASE = {"information": "individual-cases"}
LAW = {"information": "themes-one-country", "scale": "law-or-policy"}
SHORT = ["danger", "places", "themes", "information", "evidence", "reprisals", "outcomes", "effort", "access"]


def keys(answers):
    return [step.key for step in walk.pages(answers)]


def test_every_question_of_the_contract_has_a_page():
    assert {slug for step in STEPS for slug in step.questions} == set(BY_SLUG)


def test_who_has_said_nothing_sees_the_pages_that_are_always_asked():
    assert keys({}) == SHORT


def test_cases_bring_their_pages():
    assert keys(CASE) == [*SHORT[:5], "events", "consent", "remedies", *SHORT[5:]]


def test_a_last_decision_is_asked_for_once_remedies_are_exhausted():
    assert "final-decision" not in keys(CASE | {"remedies": "under-way"})
    assert "final-decision" in keys(CASE | {"remedies": "exhausted"})


@pytest.mark.parametrize(
    ("ecosoc", "asked"), [("none", True), ("applied", True), ("special", False), ("unknown", False)]
)
def test_a_sponsor_is_asked_for_without_status_of_ones_own(ecosoc, asked):
    assert ("sponsor" in keys({"ecosoc": ecosoc})) is asked


def test_i_do_not_know_asks_no_more_than_silence():
    assert keys({question.slug: "unknown" for question in QUESTIONS}) == SHORT


def test_in_danger_places_and_themes_come_on_one_page_and_are_not_asked_twice():
    answers = CASE | {"urgency": "imminent"}
    assert keys(answers)[:4] == ["danger", "place-and-theme", "places", "information"]
    assert walk.questions_on(BY_KEY["places"], answers) == ("regions",)


def test_no_question_is_asked_twice_whatever_was_answered():
    for answers in ({}, CASE, LAW, CASE | {"urgency": "imminent", "remedies": "exhausted", "ecosoc": "none"}):
        asked = [slug for _, questions in walk.path(answers) for slug in questions]
        assert len(asked) == len(set(asked))


def test_a_danger_that_no_longer_applies_does_not_shorten_the_way():
    assert keys(LAW | {"urgency": "imminent"}) == SHORT


def test_next_and_back_follow_the_same_way():
    for answers in ({}, CASE, CASE | {"urgency": "imminent"}):
        shown = walk.pages(answers)
        assert [walk.after(step, answers) for step in shown] == [*shown[1:], None]
        assert [walk.before(step, answers) for step in shown] == [None, *shown[:-1]]


def test_from_a_page_that_is_not_shown_the_next_one_is_found():
    assert walk.after(BY_KEY["consent"], {}) is BY_KEY["reprisals"]


def test_an_answer_that_the_facts_no_longer_know_leads_to_its_page():
    answers = {"countries": ["AAA"], "themes": ["gone"], "effort": "no-such-thing"}
    assert walk.first_broken(answers, edition()) is BY_KEY["themes"]
    assert walk.sound(answers, edition()) == {"countries": ["AAA"]}


def test_nothing_is_broken_in_sound_answers():
    assert walk.first_broken({"countries": ["AAA"], "themes": [], "scale": "unknown"}, edition()) is None


def test_answers_set_aside_name_what_did_it():
    answers = LAW | {"consent": "given", "ecosoc": "special", "sponsor": "yes"}
    assert walk.set_aside(answers, edition()) == {"consent": ("information", "scale"), "sponsor": ("ecosoc",)}


def test_an_answer_hidden_by_another_hidden_answer_is_set_aside_with_it():
    answers = LAW | {"remedies": "exhausted", "final_decision_on": "2026-01-02"}
    assert set(walk.set_aside(answers, edition())) == {"remedies", "final_decision_on"}


def test_set_aside_answers_come_back():
    draft = Draft(answers=CASE | {"consent": "given"})
    walk.record(draft, BY_KEY["information"], LAW)
    assert set(walk.set_aside(draft.answers, edition())) == {"consent"}
    walk.record(draft, BY_KEY["information"], CASE)
    assert walk.set_aside(draft.answers, edition()) == {}
    assert draft.answers["consent"] == "given"


def test_nothing_chosen_takes_an_answer_back():
    draft = Draft(answers={"effort": "days", "coalition": "yes"})
    walk.record(draft, BY_KEY["effort"], {"effort": None, "coalition": "no"})
    assert draft.answers == {"coalition": "no"}


def test_a_change_owes_the_pages_that_it_makes_necessary_and_no_others():
    draft = Draft(answers=LAW | {"consent": "given", "identification": "open"})
    walk.record(draft, BY_KEY["information"], CASE, changing=True)
    assert draft.owed == ["events", "remedies"]  # the page on consent was answered earlier
    walk.record(draft, BY_KEY["events"], {"happened_on": "unknown", "urgency": "past"}, changing=True)
    assert draft.owed == ["remedies"]


def test_on_the_way_through_nothing_is_owed():
    draft = Draft()
    walk.record(draft, BY_KEY["information"], CASE)
    assert (draft.owed, draft.at) == ([], "information")


def test_a_yes_to_danger_says_that_there_are_cases():
    draft = Draft()
    walk.record_danger(draft, "yes")
    assert draft.answers == {"urgency": "imminent", "information": "individual-cases"}
    assert walk.danger(draft) == "yes"
    assert walk.after(DANGER, draft.answers) is BY_KEY["place-and-theme"]


def test_a_yes_to_danger_leaves_an_answer_of_ones_own_alone():
    draft = Draft(answers={"information": "themes-one-country"})
    walk.record_danger(draft, "yes")
    assert draft.answers["information"] == "themes-one-country"
    walk.record_danger(draft, "no")
    assert draft.answers == {"information": "themes-one-country"}


@pytest.mark.parametrize("danger", ["no", "unknown"])
def test_taking_a_yes_back_takes_back_what_it_assumed(danger):
    draft = Draft()
    walk.record_danger(draft, "yes")
    walk.record_danger(draft, danger)
    assert draft.answers == {}
    assert walk.danger(draft) == danger


def test_what_was_assumed_and_then_confirmed_stays():
    draft = Draft()
    walk.record_danger(draft, "yes")
    walk.record(draft, BY_KEY["information"], CASE)
    walk.record_danger(draft, "no")
    assert draft.answers == CASE


def test_a_no_to_danger_leaves_other_urgency_alone():
    draft = Draft(answers={"urgency": "ongoing"})
    walk.record_danger(draft, "no")
    assert draft.answers == {"urgency": "ongoing"}

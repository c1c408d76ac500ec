"""The way through the pages, without a browser or a database."""

import pytest

from advisor.questions import walk
from advisor.questions.drawer import Draft
from advisor.questions.steps import BY_KEY, DANGER, STEPS
from advisor.questions.walk import Walk
from rules.questions import BY_SLUG, QUESTIONS
from rules.scenario import check
from tests.rules.world import edition

CASE = {"information": "individual-cases"}
LAW = {"information": "themes-one-country", "scale": "law-or-policy"}
SHORT = ["danger", "places", "themes", "information", "evidence", "reprisals", "outcomes", "effort", "access"]


def on(answers):
    return Walk(answers, edition())


def keys(answers):
    return [step.key for step in on(answers).pages]


def record(draft, key, given, **more):
    return walk.record(draft, on(draft.answers), BY_KEY[key], given, **more)


def record_danger(draft, danger):
    return walk.record_danger(draft, on(draft.answers), danger)


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
    assert on(answers).questions_on(BY_KEY["places"]) == ("regions",)


def test_no_question_is_asked_twice_whatever_was_answered():
    for answers in ({}, CASE, LAW, CASE | {"urgency": "imminent", "remedies": "exhausted", "ecosoc": "none"}):
        asked = [slug for _, questions in on(answers).path for slug in questions]
        assert len(asked) == len(set(asked))


def test_a_danger_that_no_longer_applies_does_not_shorten_the_way():
    assert keys(LAW | {"urgency": "imminent"}) == SHORT


def test_next_and_back_follow_the_same_way():
    for answers in ({}, CASE, CASE | {"urgency": "imminent"}):
        there = on(answers)
        assert [there.after(step) for step in there.pages] == [*there.pages[1:], None]
        assert [there.before(step) for step in there.pages] == [None, *there.pages[:-1]]


def test_from_a_page_that_is_not_shown_the_next_one_is_found():
    assert on({}).after(BY_KEY["consent"]) is BY_KEY["reprisals"]


def test_an_answer_that_the_facts_no_longer_know_leads_to_its_page():
    answers = {"countries": ["AAA"], "themes": ["gone"], "effort": "no-such-thing"}
    assert on(answers).first_broken is BY_KEY["themes"]
    assert on(answers).sound == {"countries": ["AAA"]}


def test_nothing_is_broken_in_sound_answers():
    assert on({"countries": ["AAA"], "themes": [], "scale": "unknown"}).first_broken is None


def test_what_holds_goes_on_without_what_does_not():
    broken = on({"countries": ["AAA"], "themes": ["gone"], "effort": "days"})
    assert [fault.question for fault in broken.faults] == ["themes"]
    assert broken.on_sound.faults == ()
    assert broken.on_sound.answers == {"countries": ["AAA"], "effort": "days"}
    assert broken.scenario == broken.on_sound.scenario
    assert broken.scenario.countries == ("AAA",)
    assert broken.scenario.themes is None


def test_where_all_holds_there_is_one_walk():
    whole = on({"countries": ["AAA"]})
    assert whole.on_sound is whole


def test_each_question_knows_its_page():
    assert on({}).page_keys["countries"] == "places"
    assert on(CASE | {"urgency": "imminent"}).page_keys["countries"] == "place-and-theme"
    assert "final_decision_on" not in on({}).page_keys


def test_it_is_worked_out_once(monkeypatch):
    asked = []
    monkeypatch.setattr(walk, "check", lambda answers, **known: asked.append(answers) or check(answers, **known))
    there = on({"countries": ["AAA"], "themes": ["gone"]})
    for _ in range(3):
        assert (there.first_broken, there.scenario.countries) == (BY_KEY["themes"], ("AAA",))
        assert there.path is there.path
    assert len(asked) == 2  # all the answers, then those that hold


def test_writing_leaves_the_walk_so_far_as_it_was():
    draft = Draft(answers=dict(LAW))
    before = on(draft.answers)
    then = walk.record(draft, before, BY_KEY["information"], CASE)
    assert before.answers == LAW
    assert [step.key for step in before.pages] == keys(LAW)
    assert "consent" in [step.key for step in then.pages]
    assert then.answers is draft.answers


def test_answers_set_aside_name_what_did_it():
    answers = LAW | {"consent": "given", "ecosoc": "special", "sponsor": "yes"}
    assert on(answers).set_aside == {"consent": ("information", "scale"), "sponsor": ("ecosoc",)}


def test_an_answer_hidden_by_another_hidden_answer_is_set_aside_with_it():
    answers = LAW | {"remedies": "exhausted", "final_decision_on": "2026-01-02"}
    assert set(on(answers).set_aside) == {"remedies", "final_decision_on"}


def test_set_aside_answers_come_back():
    draft = Draft(answers=CASE | {"consent": "given"})
    record(draft, "information", LAW)
    assert set(on(draft.answers).set_aside) == {"consent"}
    record(draft, "information", CASE)
    assert on(draft.answers).set_aside == {}
    assert draft.answers["consent"] == "given"


def test_nothing_chosen_takes_an_answer_back():
    draft = Draft(answers={"effort": "days", "coalition": "yes"})
    record(draft, "effort", {"effort": None, "coalition": "no"})
    assert draft.answers == {"coalition": "no"}


def test_a_change_owes_the_pages_that_it_makes_necessary_and_no_others():
    draft = Draft(answers=LAW | {"consent": "given", "identification": "open"})
    record(draft, "information", CASE, changing=True)
    assert draft.owed == ["events", "remedies"]  # the page on consent was answered earlier
    record(draft, "events", {"happened_on": "unknown", "urgency": "past"}, changing=True)
    assert draft.owed == ["remedies"]


def test_on_the_way_through_nothing_is_owed():
    draft = Draft()
    record(draft, "information", CASE)
    assert (draft.owed, draft.at) == ([], "information")


def test_a_yes_to_danger_says_that_there_are_cases():
    draft = Draft()
    then = record_danger(draft, "yes")
    assert draft.answers == {"urgency": "imminent", "information": "individual-cases"}
    assert then.danger(draft) == "yes"
    assert then.after(DANGER) is BY_KEY["place-and-theme"]


def test_a_yes_to_danger_leaves_an_answer_of_ones_own_alone():
    draft = Draft(answers={"information": "themes-one-country"})
    record_danger(draft, "yes")
    assert draft.answers["information"] == "themes-one-country"
    record_danger(draft, "no")
    assert draft.answers == {"information": "themes-one-country"}


@pytest.mark.parametrize("danger", ["no", "unknown"])
def test_taking_a_yes_back_takes_back_what_it_assumed(danger):
    draft = Draft()
    record_danger(draft, "yes")
    then = record_danger(draft, danger)
    assert draft.answers == {}
    assert then.danger(draft) == danger


def test_what_was_assumed_and_then_confirmed_stays():
    draft = Draft()
    record_danger(draft, "yes")
    record(draft, "information", CASE)
    record_danger(draft, "no")
    assert draft.answers == CASE


def test_a_no_to_danger_leaves_other_urgency_alone():
    draft = Draft(answers={"urgency": "ongoing"})
    record_danger(draft, "no")
    assert draft.answers == {"urgency": "ongoing"}

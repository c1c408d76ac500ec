"""The way through the pages, without a browser or a database."""

import pytest

from advisor.questions import walk
from advisor.questions.drawer import Draft
from advisor.questions.steps import BY_KEY, MOVED, STEPS
from advisor.questions.walk import Walk
from rules.questions import BY_SLUG, QUESTIONS
from rules.relevance import ALWAYS, Relevance
from rules.scenario import check
from tests.rules import world
from tests.rules.world import edition

CASE = {"information": "individual-cases"}
LAW = {"information": "themes-one-country", "scale": "law-or-policy"}
DANGER = CASE | {"urgency": "imminent"}
SHORT = ["places", "themes", "information", "outcomes", "access", "last"]


@pytest.fixture
def everything_matters(monkeypatch):
    """The walk by what applies alone: each question makes a difference."""
    monkeypatch.setattr(Relevance, "may_matter", lambda self, slug: True)


@pytest.fixture
def nothing_matters(monkeypatch):
    """Only what is always asked makes a difference."""
    monkeypatch.setattr(Relevance, "may_matter", lambda self, slug: slug in ALWAYS)


def on(answers):
    return Walk(answers, edition(), world.DAY)


def keys(answers):
    return [step.key for step in on(answers).pages]


def record(draft, key, given, **more):
    return walk.record(draft, on(draft.answers), BY_KEY[key], given, **more)


def hurry(draft):
    return walk.hurry(draft, on(draft.answers))


def test_every_question_of_the_contract_has_a_page():
    assert {slug for step in STEPS for slug in step.questions} == set(BY_SLUG)


def test_a_page_that_moved_leads_to_one_that_is_there():
    assert set(MOVED.values()) <= set(BY_KEY)
    assert not set(MOVED) & set(BY_KEY)


@pytest.mark.usefixtures("everything_matters")
def test_who_has_said_nothing_sees_the_pages_that_are_always_asked():
    assert keys({}) == SHORT


@pytest.mark.usefixtures("everything_matters")
def test_cases_bring_their_pages():
    assert keys(CASE) == [*SHORT[:3], "events", "dates", "consent", "remedies", "decisions", *SHORT[3:]]


@pytest.mark.usefixtures("everything_matters")
@pytest.mark.parametrize(
    ("answers", "asked"),
    [
        (CASE | {"remedies": "under-way"}, ("continues",)),
        (CASE | {"remedies": "exhausted"}, ("continues", "final_decision_on")),
        (CASE | {"elsewhere": "examined"}, ("continues", "elsewhere_ended_on")),
        (DANGER | {"remedies": "under-way"}, ("continues", "remedy_stops_it")),
    ],
)
def test_details_are_asked_for_once_there_are_some(answers, asked):
    assert on(answers).questions_on(BY_KEY["decisions"]) == asked


@pytest.mark.usefixtures("everything_matters")
@pytest.mark.parametrize(
    ("answers", "asked"),
    [
        ({"ecosoc": "none"}, True),
        ({"ecosoc": "none", "sponsor": "unknown"}, True),
        ({"ecosoc": "none", "sponsor": "no"}, False),
        ({"ecosoc": "applied"}, True),
        ({"ecosoc": "applied", "sponsor": "yes"}, True),
        ({"ecosoc": "special"}, False),
        ({"ecosoc": "unknown"}, False),
    ],
)
def test_a_sponsor_is_asked_for_unless_the_answer_on_status_has_said_it(answers, asked):
    assert ("sponsor" in on(answers).questions_on(BY_KEY["last"])) is asked


def test_a_sponsor_said_with_the_status_is_changed_there():
    assert on({"ecosoc": "none", "sponsor": "yes"}).page_keys["sponsor"] == "access"
    assert "sponsor" not in on({"ecosoc": "none"}).left_out


@pytest.mark.parametrize(
    ("answers", "asked"),
    [
        ({}, True),
        ({"countries": []}, True),
        ({"countries": "unknown"}, True),
        ({"countries": ["AAA"]}, False),
        ({"countries": ["AAA"], "regions": []}, False),
        ({"countries": ["AAA"], "regions": ["african"]}, True),
    ],
)
def test_a_region_is_asked_for_where_no_state_is_named(answers, asked):
    assert ("regions" in on(answers).questions_on(BY_KEY["themes"])) is asked
    assert "regions" not in [slug for _, slugs in on(answers).left_out for slug in slugs]


@pytest.mark.usefixtures("everything_matters")
def test_i_do_not_know_asks_no_more_than_silence():
    assert keys({question.slug: "unknown" for question in QUESTIONS}) == SHORT


def test_in_danger_places_and_themes_come_on_one_page_and_are_not_asked_twice():
    there = on(DANGER | {"countries": ["AAA"]})
    assert [step.key for step in there.pages][:3] == ["place-and-theme", "information", "events"]
    assert on(DANGER).questions_on(BY_KEY["themes"]) == ("regions",)


def test_whoever_is_in_a_hurry_is_not_asked_what_they_had_in_mind():
    assert "considered" in on(CASE).page_keys
    assert "considered" not in on(DANGER).page_keys


def test_no_question_is_asked_twice_whatever_was_answered():
    for answers in ({}, CASE, LAW, DANGER | {"remedies": "exhausted", "ecosoc": "none"}):
        asked = [slug for _, questions in on(answers).path for slug in questions]
        assert len(asked) == len(set(asked))


@pytest.mark.usefixtures("everything_matters")
def test_a_danger_that_no_longer_applies_does_not_shorten_the_way():
    assert keys(LAW | {"urgency": "imminent"}) == SHORT


@pytest.mark.usefixtures("nothing_matters")
def test_what_makes_no_difference_is_left_out_and_named():
    there = on(CASE | {"consent": "given"})
    assert [step.key for step in there.pages] == ["places", "themes", "information", "events", "consent", "outcomes"]
    assert there.questions_on(BY_KEY["consent"]) == ("consent",)
    left_out = {step.key: slugs for step, slugs in there.left_out}
    assert left_out["consent"] == ("identification",)
    assert left_out["dates"] == ("began_on", "happened_on")
    assert not {slug for slugs in left_out.values() for slug in slugs} & set(there.page_keys)


def test_what_does_not_apply_is_not_said_to_make_no_difference():
    left_out = {slug for _, slugs in on(LAW).left_out for slug in slugs}
    assert not left_out & {"consent", "urgency", "our_name", "sponsor"}


def test_next_and_back_follow_the_same_way():
    for answers in ({}, CASE, DANGER):
        there = on(answers)
        assert [there.after(step) for step in there.pages] == [*there.pages[1:], None]
        assert [there.before(step) for step in there.pages] == [None, *there.pages[:-1]]


def test_from_a_page_that_is_not_shown_the_next_one_is_found():
    assert on({}).after(BY_KEY["consent"]) is BY_KEY["outcomes"]


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
    assert on(DANGER).page_keys["countries"] == "place-and-theme"
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
    record(draft, "access", {"effort": None, "coalition": "no"})
    assert draft.answers == {"coalition": "no"}


@pytest.mark.usefixtures("everything_matters")
def test_a_change_owes_the_pages_that_it_makes_necessary_and_no_others():
    draft = Draft(answers=LAW | {"consent": "given", "identification": "open"})
    record(draft, "information", CASE, changing=True)
    assert draft.owed == ["events", "dates", "remedies", "decisions"]  # the page on consent was answered earlier
    record(draft, "events", {"people": None, "urgency": "past"}, changing=True)
    assert draft.owed == ["dates", "remedies", "decisions"]
    record(draft, "dates", {"happened_on": "unknown", "began_on": None}, changing=True)
    record(draft, "remedies", {"remedies": None, "elsewhere": "no"}, changing=True)
    record(draft, "decisions", {"continues": None}, changing=True)
    assert draft.owed == []


def test_on_the_way_through_nothing_is_owed():
    draft = Draft()
    record(draft, "information", CASE)
    assert (draft.owed, draft.at, draft.seen) == ([], "information", ["information"])


@pytest.mark.usefixtures("everything_matters")
def test_what_came_to_matter_after_its_page_is_missing_until_it_was_asked():
    draft = Draft(answers=dict(CASE), seen=["happened_on", "urgency"])
    missing = on(draft.answers).missing(draft.seen)
    assert missing[BY_KEY["dates"]] == ("began_on",)
    then = record(draft, "dates", {"began_on": None})
    assert BY_KEY["dates"] not in then.missing(draft.seen)


@pytest.mark.usefixtures("everything_matters")
def test_what_nobody_needs_to_say_is_never_missing():
    assert BY_KEY["outcomes"] not in on(CASE | {"outcomes": []}).missing([])


def test_danger_says_that_there_are_cases():
    draft = Draft()
    then = hurry(draft)
    assert draft.answers == {"urgency": "imminent", "information": "individual-cases"}
    assert draft.assumed == ["information"]
    assert then.pages[0] is BY_KEY["place-and-theme"]


def test_danger_leaves_an_answer_of_ones_own_alone():
    draft = Draft(answers={"information": "themes-one-country"})
    hurry(draft)
    assert draft.answers["information"] == "themes-one-country"
    assert draft.assumed == []


def test_what_was_assumed_and_then_confirmed_is_no_longer_assumed():
    draft = Draft()
    hurry(draft)
    record(draft, "information", CASE)
    assert draft.assumed == []
    assert draft.answers["information"] == "individual-cases"


def test_a_change_owes_nothing_that_was_still_to_come_anyway(monkeypatch):
    matters = {"happened_on", *ALWAYS}
    monkeypatch.setattr(Relevance, "may_matter", lambda self, slug: slug in matters)
    draft = Draft(answers=dict(CASE))
    record(draft, "dates", {"began_on": "unknown"}, changing=True)
    assert draft.owed == []

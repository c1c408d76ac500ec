"""What a page accepts and what it refuses, field by field."""

import datetime
from dataclasses import replace

import pytest
from django.http import QueryDict

from advisor.questions.forms import PageForm
from advisor.words.texts import Texts, ThemeText
from rules.facts.edition import Edition
from tests.rules.world import edition

TODAY = datetime.date(2026, 11, 24)


def with_texts() -> Edition:
    """The small world, with what each theme is about."""
    bare = edition()
    about = {
        slug: ThemeText(source="src", checked_on="2026-02-03", description=theme.label)
        for slug, theme in bare.themes.items()
    }
    return replace(bare, texts=Texts(themes=about))


def form(*questions, answers=None, sent=None, **more):
    data = QueryDict(sent) if sent is not None else None
    return PageForm(questions, with_texts(), TODAY, answers=answers or {}, data=data, **more)


def given(questions, sent, **more):
    page = form(*questions.split(), sent=sent, **more)
    assert page.is_valid(), page.errors
    return page.cleaned_data


def refused(question, sent):
    page = form(question, sent=sent)
    assert not page.is_valid()
    return page.errors[question][0]


@pytest.mark.parametrize(
    ("questions", "sent", "answers"),
    [
        ("scale", "", {"scale": None}),
        ("scale", "scale=single-case", {"scale": "single-case"}),
        ("scale", "scale=unknown", {"scale": "unknown"}),
        ("countries", "", {"countries": None}),
        ("countries", "countries=BBB&countries=AAA", {"countries": ["AAA", "BBB"]}),
        ("countries", "countries=none", {"countries": []}),
        ("countries", "countries=unknown", {"countries": "unknown"}),
        ("themes", "themes=torture", {"themes": ["torture"]}),
        ("outcomes", "outcomes=none", {"outcomes": []}),
        ("regions", "regions=weog&regions=african", {"regions": ["african", "weog"]}),
        ("ready_on", "", {"ready_on": None}),
        ("ready_on", "ready_on=27 3 2027", {"ready_on": "2027-03-27"}),
        ("ready_on", "ready_on=7 March 2027", {"ready_on": "2027-03-07"}),
        ("ready_on", "ready_on_box=today", {"ready_on": "2026-11-24"}),
        ("ready_on", "ready_on_box=unknown", {"ready_on": "unknown"}),
        ("happened_on", "happened_on=24 11 2026", {"happened_on": "2026-11-24"}),
    ],
)
def test_accepted(questions, sent, answers):
    assert given(questions, sent) == answers


@pytest.mark.parametrize(
    ("question", "sent", "words"),
    [
        ("scale", "scale=huge", "Choose one of the answers shown"),
        ("countries", "countries=XYZ", "Choose from the list shown"),
        ("countries", "countries=AAA&countries=none", "not both"),
        ("countries", "countries=none&countries=unknown", "not both"),
        ("themes", "themes=torture&themes=unknown", "not both"),
        ("regions", "regions=atlantis", "Choose from the list shown"),
        ("ready_on", "ready_on=31.2.2027", "no such day"),
        ("ready_on", "ready_on=3/4/2027", "can be two days"),
        ("ready_on", "ready_on=1.1.27", "four digits"),
        ("ready_on", "ready_on=soon", "Write a date, for example"),
        ("ready_on", "ready_on=1 January 2027&ready_on_box=unknown", "not both"),
        ("ready_on", "ready_on_box=today&ready_on_box=unknown", "not both"),
        ("happened_on", "happened_on=25 11 2026", "today or before"),
        (
            "final_decision_on",
            "final_decision_on=1 1 2030",
            "today or before",
        ),
    ],
)
def test_refused(question, sent, words):
    assert words in refused(question, sent)


@pytest.mark.parametrize(
    ("sent", "answers"),
    [
        ("ecosoc=none", {"ecosoc": "none", "sponsor": "no"}),
        ("ecosoc=none-with-sponsor", {"ecosoc": "none", "sponsor": "yes"}),
        ("ecosoc=applied", {"ecosoc": "applied"}),
        ("ecosoc=special", {"ecosoc": "special"}),
        ("ecosoc=unknown", {"ecosoc": "unknown"}),
        ("", {"ecosoc": None}),
    ],
)
def test_status_and_sponsor_are_one_answer(sent, answers):
    assert given("ecosoc", sent) == answers


@pytest.mark.parametrize(
    ("answers", "ticked"),
    [
        ({"ecosoc": "none", "sponsor": "yes"}, "none-with-sponsor"),
        ({"ecosoc": "none", "sponsor": "no"}, "none"),
        ({"ecosoc": "none"}, "none"),
        ({"ecosoc": "applied", "sponsor": "yes"}, "applied"),
    ],
)
def test_status_and_sponsor_stand_ticked_as_one_answer(answers, ticked):
    assert [tick.value for tick in form("ecosoc", answers=answers)["ecosoc"].ticks if tick.checked] == [ticked]


def test_people_may_be_several_and_none_of_these_among_them():
    assert given("people", "people=children&people=none-of-these") == {"people": ["children", "none-of-these"]}
    assert "not both" in refused("people", "people=children&people=unknown")


def test_a_route_in_mind_may_be_left_alone():
    assert given("considered", "") == {"considered": None}
    assert given("considered", "considered=upr") == {"considered": ["upr"]}
    assert form("considered")["considered"].alone == []


@pytest.mark.parametrize("slug", ["began_on", "happened_on", "final_decision_on", "elsewhere_ended_on"])
def test_a_day_of_the_past_is_never_today_by_a_tick(slug):
    assert [box.value for box in form(slug)[slug].boxes] == ["unknown"]
    assert "today or before" in refused(slug, f"{slug}=25 November 2026")


def test_a_question_has_its_hint_below_it_and_its_reason_folded():
    field = form("countries").fields["countries"]
    assert "authorities did it" in str(field.help_text)
    assert "differ from State to State" in str(field.why)


@pytest.mark.parametrize(("calm", "values"), [(False, ["imminent", "ongoing", "past"]), (True, ["ongoing", "past"])])
def test_danger_is_asked_again_only_of_those_who_have_not_said_that_there_is_none(calm, values):
    page = form("urgency", calm=calm)
    assert [tick.value for tick in page["urgency"].ticks] == [*values, "unknown"]
    assert ("It is over" in [str(tick.label) for tick in page["urgency"].ticks]) is calm


def test_what_version_1_answered_is_drawn():
    assert [
        tick.value for tick in form("elsewhere", answers={"elsewhere": "unclear"})["elsewhere"].ticks if tick.checked
    ]


def test_earlier_answers_stand_ticked():
    page = form(
        "countries", "outcomes", "scale", answers={"countries": [], "outcomes": ["mediation"], "scale": "unknown"}
    )
    assert [tick.value for tick in page["countries"].alone if tick.checked] == ["none"]
    assert [tick.value for tick in page["outcomes"].ticks if tick.checked] == ["mediation"]
    assert [tick.value for tick in page["scale"].ticks if tick.checked] == ["unknown"]


def test_what_the_facts_no_longer_know_is_shown_as_not_chosen():
    page = form("themes", "ready_on", answers={"themes": ["gone", "torture"], "ready_on": "nonsense"})
    assert [tick.value for tick in page["themes"].chosen] == ["torture"]
    assert page["ready_on"].typed == ""


@pytest.mark.parametrize(
    ("slug", "sent", "day", "coarse"),
    [
        ("began_on", "March 2025", "2025-03-01", "2025-03"),
        ("happened_on", "2025", "2025-01-01", "2025"),
        ("happened_on", "November 2026", "2026-11-01", "2026-11"),
        ("ready_on", "February 2027", "2027-02-28", "2027-02"),
        ("ready_on", "2027", "2027-12-31", "2027"),
        ("ready_on", "7 March 2027", "2027-03-07", None),
    ],
)
def test_of_a_month_or_a_year_the_most_careful_day_counts(slug, sent, day, coarse):
    page = form(slug, sent=f"{slug}={sent}")
    assert page.is_valid()
    assert page.cleaned_data == {slug: day}
    assert page.coarse.get(slug) == coarse


def test_a_month_that_was_given_stands_there_as_a_month():
    page = form("began_on", answers={"began_on": "2025-03-01"}, coarse={"began_on": "2025-03"})
    assert page["began_on"].typed == "March 2025"


def test_an_earlier_date_stands_in_its_field():
    assert form("ready_on", answers={"ready_on": "2027-03-07"})["ready_on"].typed == "7 March 2027"
    assert [
        box.value for box in form("ready_on", answers={"ready_on": "unknown"})["ready_on"].boxes if box.checked
    ] == ["unknown"]


def test_a_refused_page_keeps_what_was_typed():
    page = form("ready_on", sent="ready_on=31 February 2027")
    assert not page.is_valid()
    assert page["ready_on"].typed == "31 February 2027"
    assert page["ready_on"].target == "id_ready_on_date"


def test_a_search_keeps_ticks_on_top_and_shows_what_fits():
    typed = form("countries", sent="countries=BBB").typed()
    found = form("countries", typed=typed, finds={"countries": "AÁA"})["countries"]
    assert [tick.value for tick in found.chosen] == ["BBB"]
    assert [(group.label, [tick.value for tick in group.ticks]) for group in found.groups] == [("", ["AAA"])]
    assert found.found == 1


def test_states_are_grouped_by_region_and_observers_come_last():
    groups = form("countries")["countries"].groups
    assert [(group.label, len(group.ticks)) for group in groups] == [("Africa", 4), ("Other States", 1)]


def test_every_question_offers_i_do_not_know():
    for slug in ("countries", "regions", "themes", "outcomes", "people", "danger"):
        assert "unknown" in [tick.value for tick in form(slug)[slug].alone]
    for slug in ("scale", "urgency", "sponsor", "continues", "elsewhere", "ecosoc"):
        assert form(slug)[slug].ticks[-1].value == "unknown"
    for slug in ("ready_on", "happened_on", "final_decision_on"):
        assert "unknown" in [box.value for box in form(slug)[slug].boxes]

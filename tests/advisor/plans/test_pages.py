"""Tasks and letters in words: columns, order, what an old edition or release no longer knows, the timeline."""

import datetime
from dataclasses import replace

import pytest
from django.utils import timezone

from advisor.editions import store
from advisor.plans import actions, letters
from advisor.plans import pages as shown
from advisor.plans.letters import Body
from advisor.plans.models import Task
from rules.dates import PartialDate
from rules.vocabulary import DateStatus, RouteSlug

from .planned import DAY, advised, moved, planned, saved_for

EXPERTS = Body(RouteSlug.SPECIAL_PROCEDURES, mandates=("torture",), countries=("TGO",))


@pytest.fixture
def known(edition):
    return store.open_edition(edition)


@pytest.mark.parametrize(
    ("due", "place"),
    [
        ("", "to-do"),
        ("2026-11-23", "late"),
        ("2026-11-24", "soon"),
        ("2026-12-08", "soon"),
        ("2026-12-09", "to-do"),
        ("2026-10", "late"),
        ("2026-11", "soon"),
        ("2026-12", "soon"),
        ("2027-01", "to-do"),
        ("2025", "late"),
    ],
)
def test_where_an_open_task_stands(due, place):
    assert shown.place(Task(due=due), DAY) == place


@pytest.mark.parametrize(
    ("more", "place"),
    [
        ({"done_at": timezone.now()}, "done"),
        ({"done_at": timezone.now(), "gone": True}, "done"),
        ({"set_aside": True}, "aside"),
        ({"gone": True}, "gone"),
    ],
)
def test_where_a_task_stands_that_is_not_open(more, place):
    assert shown.place(Task(due="2026-11-01", **more), DAY) == place


def test_an_advised_step_in_words(saved, anna, known):
    advice = moved(advised(saved), RouteSlug.UPR, lobby_states="2027-03-20")
    task = planned(saved, RouteSlug.UPR, by=anna, advice=advice)["lobby-states"]
    line = shown.line(task, known, DAY)
    assert (line.title, line.about) == ("Win States for your recommendations", "Togo")
    assert (line.due.words, line.deadline.words, line.due.left) == ("6 March 2027", "20 March 2027", "102 days left")
    assert line.text.startswith("Ask other States")
    assert line.source.slug == "upr-lobbying"


def test_a_step_at_a_committee_names_it(anna, known):
    saved = saved_for(anna, case="nubian-children-kenya")
    planned(saved, RouteSlug.TREATY_BODY_REVIEW, by=anna)
    abouts = {shown.line(task, known, DAY).about for task in saved.tasks.all()}
    assert "Kenya – Committee on the Rights of the Child" in abouts


def test_what_is_no_longer_known_keeps_its_short_name(saved, anna, known):
    task = planned(saved, RouteSlug.UPR, by=anna)["lobby-states"]
    task.about = {**task.about, "code": "gone-code", "country": "XXX", "treaty": "old", "source": "old-source"}
    line = shown.line(task, known, DAY)
    assert (line.about, line.text, line.source) == ("XXX – old", "", None)


def test_what_is_due_first_comes_first_and_a_month_after_none_of_its_days(known):
    tasks = [
        Task(pk=number, title="x", due=due) for number, due in enumerate(["", "2027-02-01", "2027-01", "2026-12-31"])
    ]
    assert [line.task.due for line in shown.lines(tasks, known, DAY)] == ["2026-12-31", "2027-01", "2027-02-01", ""]


def test_the_board_has_its_columns_and_the_last_done_first(known):
    days = [datetime.datetime(2026, 11, day, tzinfo=datetime.UTC) for day in range(1, 24)]
    tasks = [Task(pk=number, title="x", done_at=day) for number, day in enumerate(days)]
    tasks += [Task(pk=90, title="x", set_aside=True), Task(pk=91, title="x", due="2026-11-01")]
    board = {slug: (len(lines), count) for _name, slug, lines, count in shown.board(shown.lines(tasks, known, DAY))}
    assert board == {"to-do": (0, 0), "soon": (0, 0), "late": (1, 1), "done": (20, 23)}
    done = shown.board(shown.lines(tasks, known, DAY))[3][2]
    assert done[0].task.done_at == days[-1]


def write(saved, **more):
    given = {
        "direction": "sent", "day": DAY, "body": EXPERTS, "text": "", "reply_by": None, "answers": None,
        "edition": store.current(), "by": saved.owner, "today": DAY,
    }  # fmt: skip
    return letters.log(saved=saved, **given | more)


def test_a_letter_in_words(saved, known):
    (letter,) = shown.letters([write(saved)], known, DAY)
    assert letter.body == "UN experts (special procedures): Torture (Togo)"
    assert letter.reply_by.words == "23 January 2027"
    assert not letter.overdue


def test_an_uncertain_number_is_called_our_own_reminder_and_a_sure_one_is_cited(saved, known):
    detention = Body(RouteSlug.SPECIAL_PROCEDURES, mandates=("arbitrary-detention",))
    by_hand = datetime.date(2027, 2, 1)
    rows = [write(saved), write(saved, body=detention), write(saved, reply_by=by_hand)]
    why = [letter.reply_why for letter in shown.letters(rows, known, DAY)]
    assert why == [
        "Our own reminder: the number is not certain here. Found for the Working Group on Arbitrary Detention only.",
        "60 days after the letter",
        "A day that you set.",
    ]
    assert shown.letters(rows, known, DAY)[1].reply_source.slug == "wgad-methods"
    rows[0].reply_rule = letters.OURS
    assert shown.letters(rows[:1], known, DAY)[0].reply_why == "Our own reminder."


def test_an_answer_that_does_not_come_is_overdue(saved, known):
    sent = write(saved)
    later = datetime.date(2027, 1, 24)
    assert shown.letters([sent], known, later)[0].overdue
    reply = write(saved, direction="received", answers=sent)
    assert [letter.overdue for letter in shown.letters([reply, sent], known, later)] == [False, False]


def test_mandates_treaties_and_states_that_are_gone_keep_their_short_names(known):
    body = {"route": "special-procedures", "mandates": ["gone"], "treaty": "old", "countries": ["XXX"]}
    assert shown.body_words(body, known) == "UN experts (special procedures): gone (XXX)"


def test_the_timeline_tells_what_was_and_what_comes(saved, anna, known):
    advice = moved(advised(saved), RouteSlug.UPR, lobby_states="2027-03-20")
    planned(saved, RouteSlug.UPR, by=anna, advice=advice)
    Task.objects.create(saved=saved, title="Meet the delegates", due="2027-02", deadline="2027-03")
    done = actions.add_task(saved=saved, title="Book a room", note="", owner=None, due=None, by=anna, today=DAY)
    actions.mark(task=done, state="done", by=anna, today=DAY)
    Task.objects.filter(pk=done.pk).update(done_at=datetime.datetime(2026, 10, 3, 12, tzinfo=datetime.UTC))
    log = shown.letters([write(saved)], known, DAY)
    months = shown.timeline(shown.lines(actions.tasks_of(saved), known, DAY), log, [], known, DAY)
    told = [(month.name, [(str(entry.kind), entry.when) for entry in month.entries]) for month in months]

    def day(text):
        return PartialDate.parse(text)

    assert told == [
        ("October 2026", [("Done", day("2026-10-03"))]),
        ("November 2026", [("Sent", day("2026-11-24"))]),
        ("January 2027", [("Answer expected by", day("2027-01-23"))]),
        ("February 2027", [("Task is due", day("2027-02"))]),
        ("March 2027", [("Task is due", day("2027-03-06")), ("Deadline", day("2027-03-20")), ("Deadline", day("2027-03"))]),
    ]  # fmt: skip
    assert [month.name for month in months if month.is_now] == ["November 2026"]


def test_the_present_month_is_on_the_timeline_even_if_empty(known):
    assert [(month.name, month.entries) for month in shown.timeline([], [], [], known, DAY)] == [("November 2026", ())]


def test_a_number_that_the_facts_lack_leaves_the_sentence_out(saved, anna, known):
    task = planned(saved, RouteSlug.UPR, by=anna)["lobby-states"]
    task.about["code"] = "follow-up"
    assert "30 months" in shown.line(task, known, DAY).text
    assert shown.line(task, replace(known, rules={}), DAY).text == ""


def test_the_dates_of_the_advice_stand_among_the_tasks_each_once(saved, anna, known):
    advice = moved(advised(saved), RouteSlug.UPR, lobby_states="2027-03-20")
    route = advice.route(RouteSlug.UPR)
    review = replace(route.dates[0], date=PartialDate.parse("2027-03-20"), end=None, status=DateStatus.TENTATIVE)
    past = replace(review, date=PartialDate.parse("2026-11-23"))
    routes = (replace(route, dates=(review, review, past)),)
    planned(saved, RouteSlug.UPR, by=anna, advice=advice)
    found = shown.lines(actions.tasks_of(saved), known, DAY)
    months = shown.timeline(found, [], [(saved, replace(advice, routes=routes))], known, DAY)
    assert [(entry.day.words, str(entry.kind), entry.mark) for month in months for entry in month.entries] == [
        ("6 March 2027", "Task is due", "to-do"),
        ("20 March 2027", "Date of the advice – Tentative: it may still move", "advice"),
    ]

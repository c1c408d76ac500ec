"""The log: when an answer is expected and on what ground, what it reminds of, and when we ask what came of it."""

import datetime
from dataclasses import replace

import pytest
from django.db import connection

from accounts.actions import Refused
from advisor.editions import store
from advisor.notices.models import Notice
from advisor.plans import letters
from advisor.plans.letters import Body, expected
from advisor.plans.models import Answer, Correspondence
from advisor.saved import actions as saving
from rules.vocabulary import RouteSlug
from tests.accounts.people import organisation, person

from .planned import DAY, saved_for

EXPERTS = Body(RouteSlug.SPECIAL_PROCEDURES, mandates=("torture", "independence-of-judges"), countries=("TGO",))
DETENTION = Body(RouteSlug.SPECIAL_PROCEDURES, mandates=("arbitrary-detention",))
COMMITTEE = Body(RouteSlug.TREATY_BODY_COMPLAINT, treaty="cat", countries=("TGO",))
REVIEW = Body(RouteSlug.UPR, countries=("TGO",))


@pytest.fixture
def known(edition):
    return store.open_edition(edition)


def write(saved, body=EXPERTS, day=DAY, **more):
    given = {"direction": "sent", "text": "", "reply_by": None, "answers": None, "by": saved.owner or more.pop("by")}
    edition = store.current()
    return letters.log(saved=saved, day=day, body=body, edition=edition, today=DAY, **given | more)


def received(saved, day=DAY, **more):
    return write(saved, day=day, direction="received", **more)


def queued():
    return sorted((str(row.kind), row.due_at.date().isoformat(), row.user.email) for row in Notice.objects.all())


@pytest.mark.parametrize(
    ("body", "day", "rule"),
    [
        (EXPERTS, "2027-01-23", "sp-reply-days"),
        (DETENTION, "2027-01-23", "wgad-reply-days"),
        (COMMITTEE, "2027-05-24", "tb-state-reply-months"),
    ],
    ids=["experts", "detention", "committee"],
)
def test_the_facts_say_when_an_answer_is_expected(known, body, day, rule):
    assert expected(body, DAY, known) == letters.Expected(datetime.date.fromisoformat(day), rule)


def test_elsewhere_nothing_is_usual(known):
    assert expected(REVIEW, DAY, known) is None


def test_where_the_facts_are_silent_it_is_our_own_reminder(known):
    silent = replace(known, rules={})
    assert expected(EXPERTS, DAY, silent) == letters.Expected(datetime.date(2027, 1, 23), letters.OURS)
    assert expected(COMMITTEE, DAY, silent) is None


def test_a_day_set_by_hand_counts(saved):
    letter = write(saved, reply_by=datetime.date(2027, 2, 1))
    assert (letter.reply_by, letter.reply_rule) == (datetime.date(2027, 2, 1), "")


def test_a_letter_to_experts_reminds_of_the_answer_and_of_telling_them_more(saved):
    write(saved)
    assert queued() == [
        ("outcome-asked", "2027-05-23", "anna@one.example"),
        ("reply-due", "2027-01-24", "anna@one.example"),
        ("update-mandates", "2027-02-22", "anna@one.example"),
    ]


def test_only_the_last_letter_to_experts_reminds_of_telling_them_more(saved):
    write(saved, day=datetime.date(2026, 10, 1))
    write(saved, day=datetime.date(2026, 11, 20))
    write(saved, body=COMMITTEE, day=datetime.date(2026, 11, 23))
    assert [row[1] for row in queued() if row[0] == "update-mandates"] == ["2027-02-18"]


def test_an_answer_ends_the_waiting(saved):
    letter = write(saved)
    reply = received(saved, answers=letter)
    assert "reply-due" not in [row[0] for row in queued()]
    letters.delete_letter(letter=reply, by=saved.owner, today=DAY)
    assert "reply-due" in [row[0] for row in queued()]


def test_a_letter_of_long_ago_sends_no_mail_today(saved):
    write(saved, day=datetime.date(2026, 1, 5))
    assert queued() == []
    assert saved.outcomes.get().asked_at == datetime.date(2026, 7, 4)


def test_a_received_letter_awaits_nothing(saved):
    letter = received(saved, reply_by=datetime.date(2027, 2, 1))
    assert (letter.reply_by, letter.reply_rule) == (None, "")
    assert queued() == []
    assert not saved.outcomes.exists()


def test_a_letter_answers_only_what_was_sent_in_the_same_matter(saved, anna):
    elsewhere = write(saved_for(anna))
    with pytest.raises(Refused):
        received(saved, answers=elsewhere)
    with pytest.raises(Refused):
        received(saved, answers=received(saved))
    assert saved.letters.count() == 1


def test_changing_a_letter_moves_what_hangs_on_it(saved, anna):
    letter = write(saved)
    received(saved, answers=letter)
    given = {"text": "", "reply_by": None, "answers": None, "edition": store.current(), "by": anna, "today": DAY}
    letters.change_letter(letter=letter, direction="sent", day=datetime.date(2026, 11, 14), body=DETENTION, **given)
    assert letter.reply_by == datetime.date(2027, 1, 13)
    letters.change_letter(letter=letter, direction="received", day=DAY, body=EXPERTS, **given)
    assert [row.answers_id for row in Correspondence.objects.all()] == [None, None]
    assert queued() == []
    assert not saved.outcomes.exists()


def test_we_ask_once_for_each_route_that_was_gone(saved):
    write(saved, day=datetime.date(2026, 11, 20))
    write(saved, day=datetime.date(2026, 11, 23))
    write(saved, body=REVIEW)
    asked = [(outcome.route, outcome.asked_at.isoformat()) for outcome in saved.outcomes.all()]
    assert asked == [("special-procedures", "2027-05-19"), ("upr", "2027-05-23")]


def test_while_nothing_has_come_we_ask_again(saved, anna):
    write(saved)
    outcome = saved.outcomes.get()
    later = datetime.date(2027, 5, 30)
    letters.answer(outcome=outcome, answer=Answer.NOTHING_YET, text="Silence", by=anna, today=later)
    assert outcome.asked_at == datetime.date(2027, 11, 26)
    assert ("outcome-asked", "2027-11-26", "anna@one.example") in queued()
    letters.answer(outcome=outcome, answer=Answer.TAKEN_UP, text="A letter", by=anna, today=later)
    assert "outcome-asked" not in [row[0] for row in queued()]
    assert (outcome.text, outcome.answered_at is not None) == ("A letter", True)


def test_what_is_answered_is_not_asked_again_when_the_matter_opens_again(saved, anna):
    write(saved)
    letters.answer(outcome=saved.outcomes.get(), answer=Answer.REFUSED, text="", by=anna, today=DAY)
    closed = saving.set_status(saved=saved, status="closed", revision=1, by=anna)
    saving.set_status(saved=closed, status="active", revision=2, by=anna)
    assert [row[0] for row in queued()] == ["reply-due", "update-mandates"]


def test_an_answer_given_stays_when_its_letter_is_deleted(saved, anna):
    letter = write(saved)
    letters.answer(outcome=saved.outcomes.get(), answer=Answer.CHANGED, text="", by=anna, today=DAY)
    letters.delete_letter(letter=letter, by=anna, today=DAY)
    assert saved.outcomes.get().answer == Answer.CHANGED
    assert queued() == []


def test_whoever_noted_it_is_reminded_while_they_belong(anna, django_capture_on_commit_callbacks):
    ben = person("ben@two.example")
    made = organisation(owner=anna, member=ben)
    shared = saved_for(anna, made)
    letter = write(shared, by=ben)
    assert ("reply-due", "2027-01-24", "ben@two.example") in queued()
    with django_capture_on_commit_callbacks(execute=True):
        made.memberships.get(user=ben).delete()
    letter.refresh_from_db()
    assert letter.logged_by is None
    assert ("reply-due", "2027-01-24", "anna@one.example") in queued()
    assert [row for row in queued() if row[2] == "ben@two.example"] == []


def test_the_database_does_not_tell_to_whom_or_what(saved, anna):
    letter = write(saved, text="About the bakery")
    letters.answer(outcome=saved.outcomes.get(), answer=Answer.HARM, text="They called", by=anna, today=DAY)
    with connection.cursor() as cursor:
        for table in ("advisor_correspondence", "advisor_outcome"):
            cursor.execute(f"SELECT * FROM {table}")
            held = str(cursor.fetchall())
            words = ("'TGO'", "special-procedures", "torture", "bakery", "called")
            assert [word for word in words if word in held] == []
    assert Correspondence.objects.get(pk=letter.pk).body["mandates"] == ["torture", "independence-of-judges"]

"""The log and the question what came of it, page by page."""

import datetime
import html
import re

import pytest
from django.urls import reverse

from advisor.plans import actions
from advisor.plans.models import Correspondence
from rules.vocabulary import RouteSlug
from tests.accounts.people import signed_in

from .planned import DANGER, DAY, planned, saved_for

SENT = {"direction": "sent", "day": "2026-11-20", "route": "special-procedures", "text": "About the bakery"}


@pytest.fixture
def saved(anna):
    return saved_for(anna, case=DANGER)


@pytest.fixture
def client(anna):
    return signed_in(anna)


def where(name, saved, *more):
    return reverse(f"advisor:{name}", args=[saved.pk, *more])


def words(answer):
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", answer.content.decode())).split())


def note(client, saved, **more):
    return client.post(where("letter-add", saved), {**SENT, **more}, follow=True)


def test_a_letter_is_noted_with_whom_it_went_to_and_when_an_answer_is_expected(client, saved):
    assert "Nothing is noted yet." in words(client.get(where("log", saved)))
    page = words(note(client, saved, mandates=["torture"], countries=["EGY"]))
    assert "20 November 2026 · Sent UN experts (special procedures): Torture (Egypt) About the bakery" in page
    assert "Answer expected by 19 January 2027. Our own reminder: the number is not certain here." in page


def test_a_sourced_number_is_cited(client, saved):
    page = note(client, saved, mandates=["arbitrary-detention"])
    assert "60 days after the letter" in words(page)
    assert 'rel="noreferrer"' in page.content.decode()


def test_the_form_offers_what_the_advice_names(client, saved):
    form = client.get(where("letter-add", saved)).content.decode()
    assert re.search(r'name="mandates" [^>]*value="torture"', form)
    assert re.search(r'name="countries" [^>]*value="EGY"', form)
    assert (
        "60 days after a letter to UN experts, 6 months after a complaint to a committee; otherwise no reminder."
        in form
    )
    assert 'name="answers"' not in form


def test_a_task_fills_in_whom_it_is_about(client, saved, anna):
    task = planned(saved, RouteSlug.SPECIAL_PROCEDURES, by=anna)["wgad-complaint"]
    form = client.get(f"{where('letter-add', saved)}?task={task.pk}").content.decode()
    assert re.search(r'value="special-procedures" checked', form)
    assert re.findall(r'name="mandates"[^>]*value="([\w-]+)" checked', form) == ["arbitrary-detention"]


@pytest.mark.parametrize("number", ["", "x", "²", "999999", "-1", "9" * 40])
def test_a_task_that_is_none_fills_in_nothing(client, saved, number):
    answer = client.get(where("letter-add", saved), {"task": number})
    assert answer.status_code == 200
    assert 'value="special-procedures" checked' not in answer.content.decode()


def test_an_own_task_fills_in_nothing(client, saved, anna):
    own = actions.add_task(saved=saved, title="x", note="", owner=None, due=None, by=anna, today=DAY)
    assert client.get(f"{where('letter-add', saved)}?task={own.pk}").status_code == 200


def test_an_answer_is_tied_to_what_it_answers(client, saved, settings):
    note(client, saved)
    sent = saved.letters.get()
    settings.FIXED_DAY = "2027-02-01"
    assert "Overdue" in words(client.get(where("log", saved)))
    page = words(note(client, saved, direction="received", day="2027-01-30", answers=sent.pk, reply_by="2027-03-01"))
    assert "Received" in page
    assert "It was answered." in page
    assert "Overdue" not in page
    assert saved.letters.first().reply_by is None


def test_a_letter_is_put_right_and_deleted(client, saved):
    note(client, saved, mandates=["torture"], reply_by="2027-02-01")
    letter = saved.letters.get()
    form = client.get(where("letter", saved, letter.pk)).content.decode()
    assert 'value="2027-02-01"' in form
    assert re.findall(r'name="mandates"[^>]*value="([\w-]+)" checked', form) == ["torture"]
    client.post(where("letter", saved, letter.pk), {**SENT, "day": "2026-11-21", "text": ""})
    letter.refresh_from_db()
    assert (letter.day, letter.body["mandates"], letter.reply_rule) == (
        datetime.date(2026, 11, 21),
        [],
        "sp-reply-days",
    )
    assert "Deleted." in words(client.post(where("letter-delete", saved, letter.pk), follow=True))
    assert not Correspondence.objects.exists()


@pytest.mark.parametrize(
    "wrong",
    [
        {"day": "2026-11-25"},
        {"day": ""},
        {"day": "1666-01-01"},
        {"direction": "lost"},
        {"route": "pigeon"},
        {"mandates": ["no-such-mandate"]},
        {"treaty": "no-such-treaty"},
        {"countries": ["XXX"]},
        {"reply_by": "soon"},
        {"text": "x" * 20_001},
    ],
    ids=lambda wrong: "-".join(wrong),
)
def test_what_is_wrong_with_a_letter_is_said(client, saved, wrong):
    answer = client.post(where("letter-add", saved), {**SENT, **wrong})
    assert answer.status_code == 422
    assert "There is a problem" in words(answer)
    assert not Correspondence.objects.exists()


def test_later_we_ask_what_came_of_it(client, saved, settings):
    note(client, saved)
    assert "We ask on 19 May 2027." in words(client.get(where("log", saved)))
    settings.FIXED_DAY = "2027-05-20"
    for page in ("plan", "saved"):
        assert "Say what came of it" in words(client.get(where(page, saved)))
    outcome = saved.outcomes.get()
    assert client.post(where("outcome", saved, outcome.pk), {"answer": "wonders"}).status_code == 422
    page = client.post(where("outcome", saved, outcome.pk), {"answer": "taken-up", "text": "A letter"}, follow=True)
    assert "They took it up" in words(page)
    assert "Say what came of it" not in words(client.get(where("plan", saved)))
    form = client.get(where("outcome", saved, outcome.pk)).content.decode()
    assert 'value="taken-up" checked' in form
    assert "A letter" in form

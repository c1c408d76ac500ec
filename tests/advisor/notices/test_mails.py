"""What stands in a mail, for whoever reads it, and for whoever looks over a shoulder."""

import re

import pytest
from django.core import mail
from django.test import Client
from django.utils import translation

from advisor.notices import actions
from advisor.notices.models import Kind
from tests.advisor.conftest import NOON, keep, wishes


def told(**changed) -> mail.EmailMessage:
    assert actions.send_due(NOON) == changed.get("count", 1)
    return mail.outbox[-1]


@pytest.mark.parametrize("kind", Kind.values)
def test_a_mail_says_nothing_by_default(matter, queue, kind, settings):
    queue(saved=matter, kind=kind)
    message = told()
    text = message.subject + message.body
    assert message.subject == "Something new"
    assert f"{settings.PUBLIC_URL}/account/login/\n" in message.body
    assert settings.NEUTRAL_NAME in message.from_email
    assert settings.NEUTRAL_NAME in message.body
    for word in ("river", str(matter.pk), "advice", "HRC", "human", "UN ", "rights", str(Kind(kind).label)):
        assert word not in text


def test_five_things_say_no_more_than_one(matter, queue):
    for number in range(5):
        queue(f"task:{number}", saved=matter)
    assert told(count=5).subject == "Something new"


def test_who_asked_for_it_reads_what_is_new(anna, matter, queue):
    wishes(anna, with_names=True)
    queue(saved=matter, kind=Kind.CHANGED)
    message = told()
    assert message.subject == "The river: The advice changed"
    assert re.search(rf"http://\S+/account/login/\?next=%2Fsaved%2F{matter.pk}%2F\n", message.body)


def test_a_daily_mail_with_names_lists_each(anna, matter, queue):
    wishes(anna, with_names=True)
    queue("a", saved=matter, kind=Kind.CHANGED)
    queue("b", saved=keep("The <forest> & more", owner=anna), kind=Kind.REPLY_DUE)
    queue("c", kind=Kind.OUTCOME_ASKED)
    message = told(count=3)
    assert message.subject == "3 things are new"
    for line in (
        "The river: The advice changed",
        "The <forest> & more: The time for a reply is over",
        "How did it go?",
    ):
        assert f"{line}\n" in message.body


def test_a_name_of_many_lines_makes_no_header(anna, queue):
    wishes(anna, with_names=True)
    queue(saved=keep("The river\nBcc: eve@three.example", owner=anna))
    assert told().subject == "The river Bcc: eve@three.example: A task is due"


@pytest.mark.parametrize(("chosen", "spoken"), [("fr", "fr"), ("", "en"), ("tlh", "en")])
def test_in_the_persons_language(anna, queue, settings, monkeypatch, chosen, spoken):
    settings.LANGUAGES = [("en", "English"), ("fr", "French")]
    type(anna).objects.update(language=chosen)
    said = actions.mails._neutral
    monkeypatch.setattr(actions.mails, "_neutral", lambda rows: (translation.get_language(), said(rows)[1]))
    queue()
    with translation.override("es"):
        assert told().subject == spoken


def test_a_mail_can_be_switched_off_by_the_program_that_shows_it(anna, queue, settings):
    settings.DEFAULT_FROM_EMAIL = "Planner <no-reply@mail.example>"
    queue()
    message = told()
    sent = message.message()
    link = sent["List-Unsubscribe"].strip("<>")
    assert sent["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert sent["Auto-Submitted"] == "auto-generated"
    assert re.fullmatch(r"<[0-9a-f]{32}@mail\.example>", sent["Message-ID"])
    assert f"{link}\n" in message.body
    stranger = Client(enforce_csrf_checks=True)
    path = link.removeprefix(settings.PUBLIC_URL)
    assert stranger.post(path, {"List-Unsubscribe": "One-Click"}).status_code == 200
    queue("task:2")
    assert actions.send_due(NOON) == 0

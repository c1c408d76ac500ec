"""What is queued is told once, when it is due, to whoever may still know it."""

import datetime
import logging

import pytest
from allauth.account.models import EmailAddress
from django.core import mail
from django.core.mail.backends.locmem import EmailBackend
from django.utils import timezone

from accounts.models import Membership, User
from advisor.notices import actions, outbox
from advisor.notices.models import Kind, Mode, Notice
from tests.accounts.people import organisation, person
from tests.advisor.conftest import NOON, keep, wishes

MINUTE = datetime.timedelta(minutes=1)
DAY = datetime.timedelta(days=1)
LATER = NOON + 3 * DAY


class Failing(EmailBackend):
    """A mail server that refuses."""

    def send_messages(self, messages):
        raise OSError("550 anna@one.example is unknown")


@pytest.fixture
def refused(settings) -> None:
    settings.EMAIL_BACKEND = f"{__name__}.Failing"


def test_queued_again_it_moves(queue):
    queue()
    queue(due_at=LATER)
    assert list(Notice.objects.values_list("due_at", "try_at")) == [(LATER, LATER)]


def test_queued_again_after_it_was_sent_it_stays(queue):
    queue()
    assert actions.send_due(NOON) == 1
    queue(due_at=LATER)
    assert list(Notice.objects.values_list("due_at", flat=True)) == [NOON]
    assert actions.send_due(LATER) == 0


def test_a_kind_that_is_none_is_a_fault(queue):
    with pytest.raises(ValueError, match="gossip"):
        queue(kind="gossip")


def test_the_key_counts_for_each_person(anna, queue):
    ben = person("ben@two.example")
    queue()
    queue(user=ben)
    actions.withdraw(key="task:1", user=ben)
    assert [notice.user for notice in Notice.objects.all()] == [anna]
    actions.withdraw(key="task:1")
    assert not Notice.objects.exists()


def test_what_is_sent_is_not_withdrawn(queue):
    queue()
    actions.send_due(NOON)
    actions.withdraw(key="task:1")
    assert Notice.objects.count() == 1


def test_a_day_begins_by_the_persons_clock():
    anna = User(time_zone="Africa/Nairobi")
    assert actions.morning(anna, datetime.date(2026, 11, 24)).isoformat() == "2026-11-24T07:00:00+03:00"


def test_nothing_is_sent_before_its_time(queue):
    queue()
    assert actions.send_due(NOON - MINUTE) == 0
    assert mail.outbox == []
    assert actions.send_due(NOON) == 1
    assert actions.send_due(NOON) == 0
    assert len(mail.outbox) == 1


def test_without_a_day_given_the_clock_counts(queue):
    queue(due_at=timezone.now() - MINUTE)
    queue("task:2", due_at=timezone.now() + MINUTE)
    assert actions.send_due() == 1


def test_what_is_due_on_a_day_is_one_mail_and_later_things_wait_for_the_morning(anna, queue):
    anna.time_zone = "Asia/Tokyo"
    anna.save()
    for number in range(3):
        queue(f"task:{number}")
    assert actions.send_due(NOON) == 3
    queue("task:3")
    assert actions.send_due(NOON + MINUTE) == 0
    morning = datetime.datetime(2026, 11, 24, 22, tzinfo=datetime.UTC)  # seven o'clock on the 25th in Tokyo
    assert actions.send_due(morning - MINUTE) == 0
    assert actions.send_due(morning) == 1
    assert len(mail.outbox) == 2


def test_each_is_a_mail_for_whoever_wants_that(anna, queue):
    wishes(anna, mode=Mode.EACH)
    for number in range(3):
        queue(f"task:{number}")
    assert actions.send_due(NOON) == 3
    assert len({message.extra_headers["Message-ID"] for message in mail.outbox}) == 3


def test_switched_off_nothing_goes_out_and_nothing_comes_later(anna, queue):
    preference = wishes(anna, mode=Mode.OFF)
    queue()
    queue("task:2", due_at=LATER)
    assert actions.send_due(NOON) == 0
    wishes(preference.user, mode=Mode.EACH)
    assert actions.send_due(NOON) == 0
    assert actions.send_due(LATER) == 1


@pytest.mark.parametrize("change", ["owner", "removed", "closed account", "address not confirmed", "no address"])
def test_who_may_not_know_or_can_not_be_reached_gets_nothing(anna, queue, change):
    ben = person("ben@two.example")
    shared = organisation(owner=ben, reader=anna)
    saved = keep("The river", organisation=shared)
    queue(saved=saved)
    if change == "owner":
        type(saved).objects.update(organisation=None, owner=ben)
    elif change == "removed":
        Membership.objects.filter(user=anna).delete()
    elif change == "closed account":
        User.objects.filter(pk=anna.pk).update(is_active=False)
    elif change == "address not confirmed":
        EmailAddress.objects.update(verified=False)
    else:
        User.objects.filter(pk=anna.pk).update(email="")
    assert actions.send_due(NOON) == 0
    assert mail.outbox == []
    assert not Notice.objects.exists()


def test_a_reader_is_told_and_only_what_they_may_know(anna, queue):
    ben = person("ben@two.example")
    queue(saved=keep("Ours", organisation=organisation(owner=ben, reader=anna)))
    queue("task:2", saved=keep("His", owner=ben))
    assert actions.send_due(NOON) == 1
    assert list(Notice.objects.values_list("key", flat=True)) == ["task:1"]


def test_what_goes_with_a_matter_that_is_deleted_is_not_told(matter, queue):
    queue(saved=matter)
    matter.delete()
    assert actions.send_due(NOON) == 0


def test_a_failure_is_tried_again_later_each_time_as_the_same_mail(anna, queue, refused, settings):
    wishes(anna, mode=Mode.EACH)
    notice = queue()
    tried = []
    for _ in range(14):
        moment = Notice.objects.get().try_at
        assert actions.send_due(moment) == 0
        notice.refresh_from_db()
        tried.append((notice.try_at - moment, notice.mail))
        assert actions.send_due(moment) == 0
    delays = [delay for delay, _ in tried]
    assert delays[:4] == [2 * MINUTE, 4 * MINUTE, 8 * MINUTE, 16 * MINUTE]
    assert delays[-1] == DAY
    assert len({name for _, name in tried}) == 1
    assert notice.attempts == 14
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    assert actions.send_due(notice.try_at) == 1
    assert mail.outbox[0].extra_headers["Message-ID"].startswith(f"<{notice.mail.hex}@")


def test_a_failed_daily_mail_keeps_its_notices_and_takes_no_others(queue, refused, settings):
    queue()
    actions.send_due(NOON)
    queue("task:2")
    queue(due_at=LATER)
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    assert actions.send_due(NOON + 2 * MINUTE) == 1
    assert list(Notice.objects.unsent().values_list("key", flat=True)) == ["task:2"]


def test_a_server_that_refuses_everything_is_left_alone_soon(anna, queue, refused, caplog):
    wishes(anna, mode=Mode.EACH)
    for number in range(9):
        queue(f"task:{number}")
    with caplog.at_level(logging.WARNING):
        actions.send_due(NOON)
    assert sum(Notice.objects.values_list("attempts", flat=True)) == actions.MOST_FAILURES
    assert not Notice.objects.exclude(claim=None).exists()
    assert "OSError" in caplog.text
    assert "anna" not in caplog.text


def test_one_mail_that_can_not_be_made_holds_no_other_back(anna, queue, monkeypatch):
    wishes(anna, mode=Mode.EACH)
    good, bad = queue("task:1"), queue("task:0", due_at=NOON - MINUTE)
    compose = actions.mails.compose

    def picky(letter, told):
        if told[0].pk == bad.pk:
            raise ValueError("unreadable")
        return compose(letter, told)

    monkeypatch.setattr(actions.mails, "compose", picky)
    assert actions.send_due(NOON) == 1
    assert list(Notice.objects.unsent()) == [bad]
    good.refresh_from_db()
    assert good.sent_at == NOON


def test_a_round_has_an_end(anna, queue, monkeypatch):
    monkeypatch.setattr(actions, "MOST_MAILS", 2)
    wishes(anna, mode=Mode.EACH)
    for number in range(3):
        queue(f"task:{number}")
    assert [actions.send_due(NOON) for _ in range(3)] == [2, 1, 0]


def test_a_notice_without_a_matter_is_for_the_person_alone(queue):
    assert queue(kind=Kind.CHANGED).saved is None
    assert actions.send_due(NOON) == 1


def test_sent_rows_are_deleted_after_90_days_and_so_is_what_never_went_out(anna, queue, monkeypatch):
    monkeypatch.setattr(outbox.timezone, "now", lambda: NOON + 90 * DAY)
    queue("sent", due_at=NOON - MINUTE)
    queue("sent later")
    Notice.objects.filter(key="sent").update(sent_at=NOON - MINUTE)
    Notice.objects.filter(key="sent later").update(sent_at=NOON)
    queue("never sent", due_at=NOON - MINUTE)
    queue("to be sent", due_at=NOON + 91 * DAY)
    assert outbox.tidy() == 2
    assert set(Notice.objects.values_list("key", flat=True)) == {"sent later", "to be sent"}

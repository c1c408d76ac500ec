"""What is queued is told once, when it is due, to whoever may still know it."""

import datetime
import logging
import uuid

import pytest
from allauth.account.models import EmailAddress
from django.core import mail
from django.core.mail.backends.locmem import EmailBackend
from django.utils import timezone

from accounts.models import Membership, User
from advisor.notices import actions, outbox
from advisor.notices.models import LOOK, Kind, Mode, Notice
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
    assert Notice.objects.get().due_at == LATER


def test_queued_again_after_it_was_sent_it_stays(queue):
    queue()
    assert actions.send_due(NOON) == 1
    queue(due_at=LATER)
    assert Notice.objects.get().due_at == NOON
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
    assert [notice.name for notice in Notice.objects.all()] == ["task:1"]


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
    assert [notice.name for notice in Notice.objects.unsent()] == ["task:2"]


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
    assert good.sent_at is not None


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
    queue("sent", due_at=NOON - MINUTE)
    queue("sent later")
    Notice.objects.named("sent").update(sent_at=NOON - MINUTE)
    Notice.objects.named("sent later").update(sent_at=NOON)
    queue("never sent", due_at=NOON - MINUTE)
    queue("tried in vain", due_at=NOON - MINUTE)
    Notice.objects.named("tried in vain").update(mail=uuid.uuid4(), try_at=NOON + 90 * DAY)
    queue("to be sent", due_at=NOON + 91 * DAY)
    monkeypatch.setattr(outbox.timezone, "now", lambda: NOON + 90 * DAY)
    assert outbox.tidy() == 3
    assert {notice.name for notice in Notice.objects.all()} == {"sent later", "to be sent"}


def test_a_row_tells_neither_what_it_is_about_nor_when(queue, matter):
    """Two reminders, three years apart, and one that went out: nothing in a copy tells which is which."""
    now = timezone.now()
    queue("task/13/2028-02", saved=matter, kind=Kind.UPDATE_MANDATES, due_at=now + 90 * DAY)
    queue("task/14/2031-02", saved=matter, due_at=now + 1200 * DAY)
    looks = list(Notice.objects.values_list("try_at", flat=True))
    assert max(looks) - min(looks) < MINUTE
    outbox.look(now + DAY)
    assert set(Notice.objects.values_list("try_at", flat=True)) == {now + DAY + LOOK}, "not due, so looked at again"
    for key, what in Notice.objects.values_list("key", "what"):
        assert not any(word in key + what for word in ("task", "mandates", "2028", "2031", "due"))
    lengths = {len(what) for what in Notice.objects.values_list("what", flat=True)}
    assert len(lengths) == 1


def test_a_sent_row_forgets_its_matter_and_its_day(queue, matter):
    queue(saved=matter)
    actions.send_due(NOON)
    row = Notice.objects.get()
    assert (row.saved, row.sent_at) == (None, datetime.datetime(2026, 12, 1, tzinfo=datetime.UTC))
    assert row.try_at < NOON - 1000 * DAY
    assert queue(saved=matter).sent_at is not None, "and is still known"
    assert Notice.objects.count() == 1


def test_after_a_change_of_the_key_the_same_notice_is_found(queue, settings):
    queue()
    settings.SECRET_KEY_FALLBACKS, settings.SECRET_KEY = [settings.SECRET_KEY], "another-key-" * 5
    queue(due_at=LATER)
    assert Notice.objects.get().due_at == LATER
    actions.withdraw(key="task:1")
    assert not Notice.objects.exists()


def test_one_that_no_key_opens_holds_no_other_back(anna, queue, settings, caplog):
    queue()
    settings.SECRET_KEY = "another-key-" * 5
    queue("task:2")
    assert actions.send_due(NOON) == 1
    assert "can't be unsealed" in caplog.text

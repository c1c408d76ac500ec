"""A database of the release before keeps what it says, sealed, and can go back."""

import datetime
import uuid
from collections.abc import Callable, Iterator
from importlib import import_module
from typing import Any

import pytest
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from accounts.fields import closed
from advisor.notices.models import Notice
from advisor.plans.models import Correspondence, Task
from advisor.saved.models import GivenAdvice

BEFORE, AFTER = "0018_text_packs", "0020_sealed_days"
sealed_days = import_module(f"advisor.migrations.{AFTER}")
DUE = datetime.datetime(2028, 2, 20, 7, tzinfo=datetime.UTC)
SENT = datetime.datetime(2026, 12, 5, 7, tzinfo=datetime.UTC)


def migrated(name: str):
    """The database brought to a migration; its models of then."""
    executor = MigrationExecutor(connection)
    executor.migrate([("advisor", name)])
    return MigrationExecutor(connection).loader.project_state([("advisor", name)]).apps


@pytest.fixture(autouse=True)
def as_today(transactional_db):
    """Whatever is tried, the next test finds the tables of today."""
    yield
    executor = MigrationExecutor(connection)
    executor.migrate(executor.loader.graph.leaf_nodes("advisor"))


def lying() -> str:
    with connection.cursor() as cursor:
        found = []
        for table in ("givenadvice", "task", "correspondence", "notice"):
            cursor.execute(f"SELECT * FROM advisor_{table}")
            found += [str(value) for row in cursor.fetchall() for value in row]
    return "\n".join(found)


def meanwhile(pk: int, portions: Callable[[Any], Iterator[Any]]) -> Callable[[Any], Iterator[Any]]:
    """What a migration reads; of one task another day is written before the migration comes to it."""

    def read(rows: Any) -> Iterator[Any]:
        for row in portions(rows):
            if row._meta.model_name == "task" and row.pk == pk:
                rows.filter(pk=pk).update(due=closed(row, "due", "2029-01-01"))
            yield row

    return read


@pytest.mark.django_db(transaction=True)
def test_digests_days_and_notices_are_sealed_and_come_back_and_what_was_written_meanwhile_is_kept(monkeypatch):
    apps = migrated(BEFORE)

    def make(name: str, /, **values):
        return apps.get_model(*name.split(".")).objects.create(**values)

    user = make("accounts.User", username="anna")
    saved = make(
        "advisor.SavedAdvice", owner_id=user.pk, keep_until="2028-01-01", name="", draft=None or {}, pk=uuid.uuid4()
    )
    edition = make("advisor.Edition", pk="e" * 32, content="{}")
    given = {"saved": saved, "edition": edition, "as_of": "2026-11-24", "scenario": {}, "reason": "asked"}
    make("advisor.GivenAdvice", **given, digest="d" * 64)
    task = make("advisor.Task", saved=saved, key="k", due="2028-02-27", deadline="2028-03", deadline_status="tentative")
    make("advisor.Task", saved=saved, key="gone", gone_on="2028-02-01")
    moved = make("advisor.Task", saved=saved, key="moved", due="2028-02-27")
    letter = {"saved": saved, "body": {}, "day": "2026-11-24"}
    make("advisor.Correspondence", **letter, direction="sent", reply_by="2028-02-13", reply_rule="reply-weeks")
    make("advisor.Correspondence", **letter, direction="received")
    waits = {"user_id": user.pk, "saved": saved, "kind": "update-mandates"}
    make("advisor.Notice", **waits, key=f"task/{task.pk}/2028-02-27", due_at=DUE, try_at=DUE)
    make("advisor.Notice", **waits, key="sent/2028-03", due_at=SENT, try_at=SENT, sent_at=SENT)
    told = ("d" * 64, "2028-02", "2028-03", "tentative", "reply-weeks", "update-mandates", "2026-12-05")
    assert all(word in lying() for word in told)

    monkeypatch.setattr(sealed_days, "portions", meanwhile(moved.pk, sealed_days.portions))
    migrated(AFTER)
    assert [word for word in told if word in lying()] == []
    assert GivenAdvice.objects.get().digest == "d" * 64
    kept, gone, overtaken = Task.objects.order_by("pk")
    assert overtaken.due == "2029-01-01"
    assert (kept.due, kept.deadline, kept.deadline_status, kept.gone, kept.gone_on) == (
        "2028-02-27", "2028-03", "tentative", False, None,
    )  # fmt: skip
    assert (gone.due, gone.gone, gone.gone_on) == ("", True, datetime.date(2028, 2, 1))
    sent, received = Correspondence.objects.order_by("pk")
    assert (sent.reply_by, sent.reply_rule) == (datetime.date(2028, 2, 13), "reply-weeks")
    assert (received.reply_by, received.reply_rule) == (None, "")
    waiting = Notice.objects.named(f"task/{task.pk}/2028-02-27").get()
    assert (waiting.kind, waiting.due_at) == ("update-mandates", DUE)
    assert waiting.try_at < DUE, "it is looked at at once"
    done = Notice.objects.exclude(sent_at=None).get()
    assert (done.saved, done.sent_at) == (None, datetime.datetime(2027, 1, 1, tzinfo=datetime.UTC))

    apps = migrated(BEFORE)
    assert apps.get_model("advisor", "GivenAdvice").objects.get().digest == "d" * 64
    kept, gone, _overtaken = apps.get_model("advisor", "Task").objects.order_by("pk")
    assert (kept.due, kept.deadline, kept.gone_on, gone.gone_on) == (
        "2028-02-27",
        "2028-03",
        None,
        datetime.date(2028, 2, 1),
    )
    sent, received = apps.get_model("advisor", "Correspondence").objects.order_by("pk")
    assert (sent.reply_by, received.reply_by) == (datetime.date(2028, 2, 13), None)
    back = apps.get_model("advisor", "Notice").objects.get(sent_at=None)
    assert (back.key, back.kind, back.due_at) == (f"task/{task.pk}/2028-02-27", "update-mandates", DUE)
    migrated(AFTER)

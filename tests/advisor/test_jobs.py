"""What was promised to be deleted is gone from the table, not only out of reach."""

import datetime

import pytest
from django.contrib.sessions.models import Session
from django.core.management import call_command
from django.utils import timezone

from accounts import sessions
from accounts.sessions import SessionStore
from advisor import tasks


@pytest.fixture
def drafts(db) -> dict[str, str]:
    """One draft whose time is over and one that is still wanted."""
    kept = {}
    for name, left in {"over": -1, "wanted": 1}.items():
        session = SessionStore()
        session["answers"] = name
        session.save()
        end = timezone.now() + datetime.timedelta(minutes=left)
        Session.objects.filter(pk=sessions.name(session.session_key)).update(expire_date=end)
        kept[name] = sessions.name(session.session_key)
    return kept


@pytest.mark.parametrize(
    "run", [lambda: tasks.run_round("tidy"), lambda: call_command("tidy")], ids=["task", "command"]
)
def test_only_drafts_whose_time_is_over_are_deleted(drafts, run) -> None:
    run()
    run()
    assert list(Session.objects.values_list("pk", flat=True)) == [drafts["wanted"]]

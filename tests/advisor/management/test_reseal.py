"""After a change of the secret key everything is sealed anew; without the key before, everything still opens and is found."""

import datetime
import io
import json
from importlib import import_module

import pytest
from allauth.mfa.adapter import get_adapter
from allauth.mfa.models import Authenticator
from django.conf import settings as portal
from django.contrib.sessions.backends.db import SessionStore as PlainStore
from django.contrib.sessions.models import Session
from django.core.management import CommandError, call_command
from django.db import connection

from accounts import rekeying, resealing, sealing, sessions
from accounts.sessions import SessionStore
from advisor.calendars.entries import keep
from advisor.calendars.models import CalendarEntry
from advisor.editions import store
from advisor.notices import actions as notices
from advisor.notices.models import Kind, Notice
from advisor.plans.models import Task
from advisor.saved.assessment import assess
from advisor.saved.models import SavedAdvice
from advisor.sharing import guests
from rules.vocabulary import RouteSlug
from tests.accounts.people import person
from tests.accounts.test_sealing import before
from tests.advisor.conftest import NOON
from tests.advisor.plans.planned import planned, saved_for
from tests.advisor.saved.saved import draft, kept
from tests.support.cases import DAY
from tests.support.rows import opened

NEW = "another-key-" * 5


@pytest.fixture
def lived_in(edition, settings):
    """One matter with whatever lies sealed: plan, calendar, notice, second factor, sessions."""
    settings.FIXED_DAY = DAY.isoformat()
    anna = person("anna@one.example")
    saved = saved_for(anna)
    advice = assess(saved, store.published(), DAY)
    planned(saved, RouteSlug.UPR, by=anna, advice=advice)
    keep(saved, advice)
    notices.queue(user=anna, saved=saved, kind=Kind.TASK_DUE, key="task:1", due_at=NOON)
    secret = get_adapter().encrypt("totp secret")
    Authenticator.objects.create(user=anna, type="totp", data={"secret": secret})
    codes = {"seed": get_adapter().encrypt("seed"), "used_mask": 3, "migrated_codes": [get_adapter().encrypt("code")]}
    Authenticator.objects.create(user=anna, type="recovery_codes", data=codes)
    session = SessionStore()
    session["answers"] = "torture"
    session.save()
    return saved, session.session_key


def run() -> list[str]:
    out = io.StringIO()
    call_command("reseal", stdout=out)
    return out.getvalue().splitlines()


def change_the_key(settings) -> None:
    settings.SECRET_KEY_FALLBACKS, settings.SECRET_KEY = [settings.SECRET_KEY], NEW


def forget_the_key(settings) -> None:
    settings.SECRET_KEY_FALLBACKS = []


def test_after_it_nothing_needs_the_key_before(lived_in, settings):
    saved, _session = lived_in
    told, uids = sorted(opened()), dict(CalendarEntry.objects.values_list("pk", "uid"))
    change_the_key(settings)
    assert int(run()[-1].split()[0]) > 10
    forget_the_key(settings)
    assert sorted(opened()) == told
    totp, codes = Authenticator.objects.order_by("pk")
    assert get_adapter().decrypt(totp.data["secret"]) == "totp secret"
    assert [get_adapter().decrypt(one) for one in (codes.data["seed"], *codes.data["migrated_codes"])] == [
        "seed",
        "code",
    ]
    assert codes.data["used_mask"] == 3
    assert Notice.objects.named("task:1").count() == 1
    advice = assess(SavedAdvice.objects.get(pk=saved.pk), store.published(), DAY)
    keep(saved, advice)
    assert dict(CalendarEntry.objects.values_list("pk", "uid")) == uids
    before_it = dict(Task.objects.values_list("pk", "key"))
    planned(saved, RouteSlug.UPR, by=saved.owner, advice=advice)
    assert dict(Task.objects.values_list("pk", "key")) == before_it


def test_before_it_calendars_and_notices_go_on_under_the_key_before(lived_in, settings):
    saved, _session = lived_in
    uids = set(CalendarEntry.objects.values_list("uid", flat=True))
    change_the_key(settings)
    keep(saved, assess(SavedAdvice.objects.get(pk=saved.pk), store.published(), DAY))
    assert set(CalendarEntry.objects.values_list("uid", flat=True)) == uids
    assert not CalendarEntry.objects.filter(cancelled=True).exists()
    assert Notice.objects.named("task:1").count() == 1


def test_run_again_it_has_nothing_to_do(lived_in, settings):
    change_the_key(settings)
    run()
    assert run()[-1] == "0 sealed anew"


def test_killed_in_between_it_goes_on_where_it_was(lived_in, settings, monkeypatch):
    change_the_key(settings)
    monkeypatch.setattr(resealing, "PORTION", 1)
    steps = resealing.run()
    for _ in range(3):
        next(steps)
    steps.close()
    done = sum(value.startswith(sealing.prefix()) for value in everything())
    assert done > 0
    run()
    assert all(value.startswith(sealing.prefix()) for value in everything() if sealing.is_sealed(value))


def test_rows_from_before_are_bound_and_padded(lived_in, settings):
    task = Task.objects.first()
    unbound = Task.objects.create(saved=task.saved, title="by ourselves", binding=None)
    with connection.cursor() as cursor:
        old = before(json.dumps({"routes": []}).encode(), portal.SECRET_KEY)
        cursor.execute("UPDATE advisor_plan SET routes = %s", [old])
        plain = before(b"in clear", portal.SECRET_KEY)
        cursor.execute(
            "UPDATE advisor_task SET title = '', note = %s, due = '2027-01-05' WHERE id = %s",
            [plain, task.pk],
        )
    old = PlainStore()
    old["answers"] = "x"
    old.save()
    factor = Authenticator.objects.first()
    factor.data = {"secret": before(b"old secret", portal.SECRET_KEY)}
    factor.save()
    run()
    assert Task.objects.get(pk=unbound.pk).binding is not None
    assert Task.objects.get(pk=unbound.pk).title == "by ourselves"
    again = Task.objects.get(pk=task.pk)
    assert (again.title, again.note, again.due) == ("", "in clear", "2027-01-05")
    assert all(value.startswith("s2:") for value in everything() if sealing.is_sealed(value))
    assert SessionStore(old.session_key)["answers"] == "x"
    assert not Session.objects.filter(pk=old.session_key).exists()
    assert get_adapter().decrypt(Authenticator.objects.get(pk=factor.pk).data["secret"]) == "old secret"


def test_what_no_key_opens_is_counted_and_left_and_holds_nothing_back(lived_in, settings, caplog):
    settings.SECRET_KEY = NEW
    kept(person("ben@two.example"), name="Readable")
    count = SavedAdvice.objects.count()
    with pytest.raises(CommandError, match="could not be opened: their key is gone"):
        run()
    assert "advisor_savedadvice can't be unsealed" in caplog.text
    assert SavedAdvice.objects.count() == count


def test_drafts_of_guests_wait_for_their_codes(db, settings):
    code, until = guests.keep(draft(), days=90, today=DAY)
    change_the_key(settings)
    assert run()[-1] == f"Drafts of guests open by their codes alone, by the keys before, until {until}"
    assert guests.look(code, today=DAY)[0].answers == draft().answers
    assert until == DAY + datetime.timedelta(days=90)


def test_every_subject_that_keeps_keyed_digests_makes_them_anew():
    import_module("advisor.subjects")
    assert {model.__name__ for model in rekeying._rekeys} == {"CalendarEntry", "Notice", "Task"}


def everything() -> list[str]:
    """All values of all tables that people fill."""
    with connection.cursor() as cursor:
        found = []
        for table in connection.introspection.table_names(cursor):
            if table.startswith(("advisor_", "django_session")):
                cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)}")
                found += [str(value) for row in cursor.fetchall() for value in row]
    return found


def test_a_session_under_the_key_before_is_found_until_it_is_forgotten(lived_in, settings):
    _saved, session = lived_in
    change_the_key(settings)
    run()
    assert SessionStore(session)["answers"] == "torture"
    assert Session.objects.filter(pk=sessions.name(session)).count() == 0, "its key is not known, so its name stays"
    changed = SessionStore(session)
    changed["more"] = "x"
    changed.save()
    forget_the_key(settings)
    assert SessionStore(session)["more"] == "x"

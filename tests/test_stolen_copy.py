"""From a copy of the database and the code alone, nobody can tell what a matter is about: each way that was tried, and the ways near it.

Whoever tries here knows everything but the key: the edition, the rules, and even the right answers, to confirm them.
"""

import datetime
import hashlib
import re
from collections import defaultdict
from itertools import combinations

import pytest
from cryptography.fernet import InvalidToken
from django.contrib.sessions.backends.db import SessionStore as PlainStore
from django.contrib.sessions.models import Session
from django.core.cache import cache
from django.db import connection
from django.test import Client
from django.urls import reverse

from accounts import actions
from advisor.advice.assessment import content_of
from advisor.calendars import feeds
from advisor.editions import store
from advisor.notices.models import Notice
from advisor.plans import letters
from advisor.plans.letters import Body
from advisor.saved import actions as saving
from advisor.saved import given
from advisor.saved.assessment import assess
from advisor.saved.models import SavedAdvice
from advisor.words.serialise import digest
from rules.vocabulary import RouteSlug
from tests.accounts.people import organisation, person, signed_in
from tests.advisor.plans.planned import planned
from tests.advisor.saved.saved import draft
from tests.support.rows import opened, raw

DAY = datetime.date(2026, 11, 24)
NOTES = "What the bakery said"

Row = dict[str, object]


@pytest.fixture(autouse=True)
def the_day(settings, edition):
    settings.FIXED_DAY = DAY.isoformat()
    cache.clear()


def lived(name: str, country: str, **answers) -> SavedAdvice:
    """A matter of somebody's own on one State, with everything that hangs on one."""
    by = person(f"{name}@one.example")
    saved = saving.save(draft=draft(countries=[country], **answers), name=name, by=by)
    saved = saving.change_notes(saved=saved, notes=NOTES, revision=saved.revision, by=by)
    advice = given.give(saved, store.published(), DAY)
    planned(saved, RouteSlug.UPR, by=by, advice=advice)
    letters.log(
        saved=saved, direction="sent", day=DAY, body=Body(RouteSlug.SPECIAL_PROCEDURES, mandates=("torture",)),
        text="", reply_by=None, answers=None, edition=store.current(), by=by, today=DAY,
    )  # fmt: skip
    feed = feeds.find(feeds.make(by=by, saved=saved, neutral=True, language="en"))
    assert feed is not None
    feeds.served(feed, f"{country} {advice.as_of}".encode(), DAY)
    return saved


@pytest.fixture
def matters(edition) -> dict[str, SavedAdvice]:
    """Two on the same answers, whose owners know nothing of each other, and one on another State."""
    return {name: lived(name, country) for name, country in {"anna": "KEN", "ben": "KEN", "carla": "UZB"}.items()}


def copy() -> dict[str, list[Row]]:
    """All tables of what people keep, as whoever stole the database reads them."""
    found = {}
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)}")
            names = [column[0] for column in cursor.description]
            found[table] = [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]
    return found


def of(saved: SavedAdvice) -> dict[str, list[Row]]:
    """What of it belongs to one matter."""
    keys = {str(saved.pk), saved.pk.hex}
    found = {}
    for table, rows in copy().items():
        mine = [row for row in rows if str(row.get("saved_id", row.get("id"))) in keys]
        if mine:
            found[table] = mine
    return found


def test_the_right_answers_can_not_be_confirmed(matters):
    """The oracle: advice on the right State and theme gives no digest that stands in the copy."""
    held = raw()
    edition = store.published()
    for saved in matters.values():
        advice = assess(saved, edition, DAY)
        content = content_of(advice, edition)
        for guess in (content, saved.name, NOTES):
            for make in (hashlib.sha256, hashlib.sha1, hashlib.md5):
                assert make(guess.encode()).hexdigest()[:16] not in held
        assert digest(advice) not in held
        feed = f"{saved.draft['answers']['countries'][0]} {DAY}".encode()
        assert hashlib.sha256(feed).hexdigest() not in held
    assert any(matters["anna"].draft["answers"]["countries"][0] in text for _table, text in opened()), "it is there"


def test_equal_answers_do_not_look_equal(matters):
    """Wherever two matters on the same answers have a value in common, two on others have it too."""
    rows = {name: of(saved) for name, saved in matters.items()}
    shared = {}
    for one, other in combinations(rows, 2):
        common = defaultdict(set)
        for table in rows[one]:
            for column in rows[one][table][0]:
                values = [{str(row[column]) for row in rows[name].get(table, [])} for name in (one, other)]
                common[table, column] = values[0] & values[1]
        shared[one, other] = dict(common)
    assert shared["anna", "ben"] == shared["anna", "carla"] == shared["ben", "carla"]
    assert shared["anna", "ben"]["advisor_savedadvice", "status"] == {"active"}, "the comparison sees the rows"


def test_lengths_tell_neither_the_state_nor_how_much_was_answered(matters):
    little = lived("dora", "UZB", effort=None, evidence=None)
    many = lived("eli", "KEN", evidence=["documents", "witnesses"])
    lengths = {}
    for saved in (*matters.values(), little, many):
        rows = of(saved)
        lengths[saved.name] = {
            (table, column): {len(str(row[column])) for row in rows[table]}
            for table in ("advisor_savedadvice", "advisor_givenadvice", "advisor_task", "advisor_correspondence")
            for column in rows[table][0]
            if column not in ("id", "owner_id", "created_by_id", "logged_by_id", "created_at", "changed_at", "given_at")
        }
    assert len({str(sorted(found.items(), key=str)) for found in lengths.values()}) == 1


def test_days_tell_no_state(matters):
    """All days in the rows of a matter are those on which somebody did something."""
    assert Notice.objects.count() >= 3
    now = datetime.datetime.now(datetime.UTC).date()
    near = {str(now + datetime.timedelta(days)) for days in (-1, 0, 1)}
    for saved in matters.values():
        days = {day for rows in of(saved).values() for row in rows for value in row.values() for day in _days(value)}
        keep_until = str(SavedAdvice.objects.get(pk=saved.pk).keep_until)
        assert days <= {str(DAY), keep_until, str(DAY + datetime.timedelta(letters.ASKED_AFTER_DAYS)), *near}
    for word in ("update-mandates", "task-due", "task/", "letter/", "reply"):
        assert word not in str([row for table, rows in copy().items() if table == "advisor_notice" for row in rows])


def _days(value: object) -> list[str]:
    return re.findall(r"\d{4}-\d\d(?:-\d\d)?", str(value)) if not re.match(r"[0-9a-f-]{32,36}$|s2:", str(value)) else []


def test_sessions_tell_nothing_and_open_nothing(matters, settings):
    anna = SavedAdvice.objects.get(pk=matters["anna"].pk).owner
    member, guest, invited = signed_in(anna), Client(), Client()
    member.post(reverse("advisor:saved-answers", args=[matters["anna"].pk]))
    session = guest.session
    session["advisor.draft"] = {"answers": {"countries": ["UZB"], "themes": ["torture"]}}
    session.save()
    guest.post("/account/password/reset/", {"email": "ben@one.example"})
    token = actions.invite(organisation=organisation(owner=anna), email="x@one.example", role="reader", by=anna)
    invited.get(f"/account/invitation/{token}/")
    rows = copy()["django_session"]
    assert len(rows) >= 3
    for client in (member, guest, invited):
        assert client.session.session_key not in str(rows)
    for word in (token, "UZB", "torture", "anna@one.example", "ben@one.example", str(matters["anna"].pk), "countries"):
        assert word not in str(rows)
    assert len({len(str(row["session_data"])) for row in rows}) == 1, "a draft is as long as none"
    for row in Session.objects.all():
        assert PlainStore().decode(row.session_data) == {}
        thief = Client()
        thief.cookies["sessionid"] = row.session_key
        assert thief.get("/account/").status_code == 302, "what lies there is no cookie"
        assert "advisor.draft" not in thief.session


def test_counts_of_attempts_name_nobody(matters):
    client = Client()
    for _ in range(3):
        client.post("/account/login/", {"login": "anna@one.example", "password": "wrong"})
        client.post("/account/password/reset/", {"email": "anna@one.example"})
    rows = copy()["portal_cache"]
    assert rows
    address = "anna@one.example"
    for word in (address, hashlib.sha256(address.encode()).hexdigest(), "login", "reset", "gASV", "127.0.0.1"):
        assert word not in str(rows)


def test_with_another_key_nothing_opens(matters, settings):
    settings.SECRET_KEY = "guessed-by-a-thief-" * 3
    for saved in SavedAdvice.objects.all():
        for name in ("name", "draft", "notes"):
            with pytest.raises(InvalidToken):
                getattr(saved, name)
        for row in (*saved.given.all(), *saved.tasks.all(), *saved.letters.all()):
            for name in [
                name
                for name in ("digest", "scenario", "kept", "about", "deadline", "due", "reply_by", "body")
                if name in row.__dict__
            ]:
                with pytest.raises(InvalidToken):
                    getattr(row, name)

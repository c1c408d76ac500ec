"""What was given before this release is kept itself, once, as long as its rules are here; killed in between, nothing is lost."""

import datetime
import io
import json
from dataclasses import replace

import pytest
from django.core.management import call_command
from django.db import connection

from accounts.fields import closed
from advisor.advice.assessment import content_of, digest_of
from advisor.editions import store
from advisor.saved import assessment, keeping
from advisor.saved import given as giving
from advisor.saved.assessment import Changed, replay
from advisor.saved.models import GivenAdvice
from rules.advice import advise
from rules.version import BEFORE_NAMED, RULES
from tests.accounts.people import person

from .saved import kept

DAY = datetime.date(2026, 11, 24)


def as_before(pk: int) -> None:
    """Makes a row what the release before would have kept: no version, nothing of the advice itself, the digest of its form of then."""
    row = GivenAdvice.objects.get(pk=pk)
    advice, _ = replay(row)
    content = content_of(replace(advice, rules=""), store.open_edition(row.edition_id))
    assert "rules" not in json.loads(content)
    GivenAdvice.objects.filter(pk=pk).update(rules="", kept="", digest=closed(row, "digest", digest_of(content)))


@pytest.fixture
def old(edition, monkeypatch):
    """Three advices from before, in the release whose rules gave them."""
    monkeypatch.setattr(keeping, "RULES", BEFORE_NAMED)
    monkeypatch.setattr(assessment, "advise", lambda *on, **how: replace(advise(*on, **how), rules=BEFORE_NAMED))
    anna = person("anna@one.example")
    current = store.current()
    assert current is not None
    for _ in range(3):
        giving.give(kept(anna), current, DAY)
    for pk in GivenAdvice.objects.values_list("pk", flat=True):
        as_before(pk)
    return list(GivenAdvice.objects.order_by("pk"))


def run() -> str:
    out = io.StringIO()
    call_command("keep_given", stdout=out)
    return out.getvalue()


def test_what_was_given_before_is_kept_to_the_byte(old):
    assert run().splitlines()[-1] == "3 kept, 0 of them in the words of this release"
    for row in GivenAdvice.objects.all():
        assert digest_of(row.kept) == row.digest
        assert (row.rules, replay(row)[1]) == ("", Changed.NOTHING)


def test_run_again_it_has_nothing_to_do(old):
    run()
    before = list(GivenAdvice.objects.values_list("pk", "kept"))
    assert run() == "0 kept, 0 of them in the words of this release\n"
    assert [pk for pk, _ in GivenAdvice.objects.values_list("pk", "kept")] == [pk for pk, _ in before]


def test_killed_in_between_it_goes_on_where_it_was(old, monkeypatch):
    monkeypatch.setattr(keeping, "BATCH", 1)
    first = next(keeping.fill())
    assert (first.looked_at, first.total, first.kept) == (1, 3, 1)
    assert keeping.waiting().count() == 2
    assert run().splitlines() == ["1 of 2", "2 of 2", "2 kept, 0 of them in the words of this release"]
    assert keeping.waiting().count() == 0


def test_other_words_are_counted_and_kept_as_they_are_now(old):
    GivenAdvice.objects.filter(pk=old[0].pk).update(digest=closed(old[0], "digest", "0" * 64))
    assert run().splitlines()[-1] == "3 kept, 1 of them in the words of this release"
    assert GivenAdvice.objects.get(pk=old[0].pk).digest == "0" * 64


def test_what_other_rules_gave_is_left_as_it_is(old):
    GivenAdvice.objects.filter(pk=old[0].pk).update(rules="2025.9")
    assert run().splitlines()[-2:] == [
        "2 kept, 0 of them in the words of this release",
        "1 were given by rules that are no longer here, and can't be kept",
    ]
    assert GivenAdvice.objects.get(pk=old[0].pk).kept == ""


def test_a_release_with_other_rules_leaves_them_as_they_are(old, monkeypatch):
    monkeypatch.setattr(keeping, "RULES", RULES)
    assert run().splitlines()[-1] == "3 were given by rules that are no longer here, and can't be kept"
    assert set(GivenAdvice.objects.values_list("kept", flat=True)) == {""}


def test_a_row_that_no_key_opens_keeps_no_other_from_being_kept(old, caplog):
    with connection.cursor() as cursor:
        cursor.execute("UPDATE advisor_givenadvice SET scenario = %s WHERE id = %s", ["no seal", old[0].pk])
    assert run().splitlines()[-1] == "2 kept, 0 of them in the words of this release"
    assert str(old[0].pk) in caplog.text


def test_what_is_given_now_is_kept_at_once_and_sealed(edition):
    current = store.current()
    assert current is not None
    advice = giving.give(kept(person("anna@one.example")), current, DAY)
    row = GivenAdvice.objects.get()
    assert (row.rules, row.kept) == (RULES, content_of(advice, current))
    assert json.loads(row.kept)["rules"] == RULES
    with connection.cursor() as cursor:
        cursor.execute("SELECT kept FROM advisor_givenadvice")
        (sealed,) = cursor.fetchone()
    assert "routes" not in sealed
    assert len(sealed) < len(row.kept)

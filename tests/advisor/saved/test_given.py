"""Which advices are kept: those that say something new, exactly once, and so that they can be given again."""

import datetime
import json

import pytest

from advisor.editions import store
from advisor.editions.models import Edition
from advisor.saved import actions
from advisor.saved import given as giving
from advisor.saved.assessment import Changed, replay
from advisor.saved.models import GivenAdvice, SavedAdvice
from advisor.words.serialise import as_json
from rules.version import RULES
from tests.accounts.people import person

from .saved import draft, kept

DAY = datetime.date(2026, 11, 24)


@pytest.fixture
def anna(edition):
    return person("anna@one.example")


@pytest.fixture
def saved(anna):
    return kept(anna)


def days() -> list[str]:
    return [str(row.as_of) for row in GivenAdvice.objects.order_by("id")]


def give(saved: SavedAdvice, day: datetime.date = DAY):
    current = store.current()
    assert current is not None
    return giving.give(saved, current, day)


def another_edition() -> None:
    """The same facts under another name."""
    content = json.loads(Edition.objects.get().content)
    row = Edition.objects.create(pk="f" * 32, content=json.dumps(content))
    store.publish_existing(row, by=None)


def test_the_first_is_kept_as_it_was_given(saved):
    advice = give(saved)
    given = GivenAdvice.objects.get()
    assert (given.as_of, given.edition_id, given.reason) == (DAY, advice.edition, "asked")
    again, changed = replay(given)
    assert changed is Changed.NOTHING
    current = store.current()
    assert current is not None
    assert as_json(again, current) == as_json(advice, current)


def test_the_same_again_is_not_kept_twice(saved):
    for _ in range(3):
        give(saved)
    assert days() == ["2026-11-24"]


def test_another_day_that_says_the_same_is_not_kept(saved):
    give(saved)
    give(saved, DAY + datetime.timedelta(days=1))
    assert days() == ["2026-11-24"]


def test_a_day_that_changes_the_advice_is_kept(anna):
    """The last day to complain to the committee is over."""
    saved = kept(anna, case="cerd-clock-running")
    give(saved)
    give(saved, DAY + datetime.timedelta(days=400))
    assert days() == ["2026-11-24", "2027-12-29"]


def test_other_answers_are_kept(saved, anna):
    give(saved)
    give(actions.change_answers(saved=saved, draft=draft(effort="days"), revision=1, by=anna))
    assert [row.scenario["effort"] for row in GivenAdvice.objects.order_by("id")] == ["weeks", "days"]


def test_notes_and_names_make_no_new_advice(saved, anna):
    give(saved)
    give(actions.rename(saved=saved, name="Another", revision=1, by=anna))
    assert days() == ["2026-11-24"]


def test_another_edition_is_kept(saved):
    give(saved)
    another_edition()
    give(saved)
    assert GivenAdvice.objects.order_by("-id")[0].edition_id == "f" * 32
    assert GivenAdvice.objects.count() == 2


def test_back_to_what_was_said_before_the_last_is_new(saved):
    """The history is a story: what was true, then not, then again."""
    give(saved)
    another_edition()
    give(saved)
    store.publish_existing(Edition.objects.exclude(pk="f" * 32).get(), by=None)
    give(saved)
    assert GivenAdvice.objects.count() == 3


def test_a_later_release_that_says_something_else_is_found_out(saved):
    give(saved)
    row = GivenAdvice.objects.get()
    row.digest = "0" * 64
    row.save()
    assert replay(GivenAdvice.objects.get())[1] is Changed.WORDS
    give(saved)
    assert GivenAdvice.objects.count() == 2


def test_other_rules_are_found_out_and_give_a_row_of_their_own(saved):
    give(saved)
    GivenAdvice.objects.update(rules="2025.9")
    assert replay(GivenAdvice.objects.get())[1] is Changed.RULES
    give(saved)
    assert [row.rules for row in GivenAdvice.objects.order_by("id")] == ["2025.9", RULES]


def test_nothing_is_kept_of_what_is_deleted_meanwhile(saved):
    SavedAdvice.objects.all().delete()
    give(saved)
    assert not GivenAdvice.objects.exists()

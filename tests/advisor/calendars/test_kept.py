"""A calendar file is made once, and made anew as soon as anything in it may have changed."""

import datetime

import pytest
from django.core.cache import cache
from django.test import Client

from accounts import actions as people
from advisor.calendars import feeds
from advisor.calendars.models import CalendarFeed
from advisor.plans import actions as plans
from advisor.saved import actions as saving
from tests.accounts.people import organisation, person

from .matters import matter, publish_deadline

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("spring")]


@pytest.fixture
def made(monkeypatch) -> list[CalendarFeed]:
    """Each time that a file was made from its matters."""
    times, held = [], feeds.held

    def counted(feed, edition, today):
        times.append(feed)
        return held(feed, edition, today)

    monkeypatch.setattr(feeds, "held", counted)
    return times


def address(user) -> str:
    return f"/calendar/{feeds.make(by=user, saved=None, neutral=False, language='en')}.ics"


def test_it_is_made_once_a_day(anna, made, settings, django_assert_max_num_queries):
    matter(anna)
    path = address(anna)
    first = Client().get(path)
    with django_assert_max_num_queries(8):
        again = Client().get(path)
    assert (again.content, again.headers["ETag"], len(made)) == (first.content, first.headers["ETag"], 1)
    settings.FIXED_DAY = "2026-06-02"
    Client().get(path)
    assert len(made) == 2
    assert CalendarFeed.objects.get().last_read_on == datetime.date(2026, 6, 2)


def test_whoever_has_it_already_does_not_wait_for_it(anna, made):
    matter(anna)
    path = address(anna)
    etag = Client().get(path).headers["ETag"]
    assert Client().get(path, headers={"if-none-match": etag}).status_code == 304
    assert len(made) == 1


def test_what_a_person_or_the_facts_change_is_in_it_at_once(anna, made, facts):
    saved = matter(anna)
    path = address(anna)
    before = Client().get(path).content
    plans.add_task(
        saved=saved, title="Book a room", note="", owner=None, due=datetime.date(2026, 7, 1), by=anna,
        today=datetime.date(2026, 6, 1),
    )  # fmt: skip
    with_task = Client().get(path).content
    assert b"Book a room" in with_task
    publish_deadline("2026-07-31")
    moved = Client().get(path).content
    assert (b"20260731" in moved, len(made)) == (True, 3)
    assert before != with_task != moved
    saved.refresh_from_db()
    saving.set_status(saved=saved, revision=saved.revision, status="closed", by=anna)
    assert b"VEVENT" not in Client().get(path).content


def test_whoever_is_removed_is_not_given_what_was_kept(anna):
    ben = person("ben@one.example")
    ours = organisation(owner=anna, member=ben)
    matter(anna, organisation=ours)
    path = address(ben)
    assert b"VEVENT" in Client().get(path).content
    people.remove_member(membership=ours.memberships.get(user=ben), by=anna)
    assert b"VEVENT" not in Client().get(path).content


def test_a_cache_that_lost_it_costs_only_time(anna, made):
    matter(anna)
    path = address(anna)
    first = Client().get(path)
    cache.clear()
    assert Client().get(path).content == first.content
    assert len(made) == 2

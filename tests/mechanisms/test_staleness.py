"""When facts are due, read from the database: one by one and as lists, and by pages that were looked at as a whole."""

import datetime

import pytest

from mechanisms.events import EVENTS
from mechanisms.models import PageCheck, RecheckInterval, Source, State, TreatyStatus
from mechanisms.staleness import Dues, intervals, kind_of, models_with_facts

from .world import DAY, membership, proof, state

pytestmark = pytest.mark.django_db
DAYS = datetime.timedelta


@pytest.fixture
def row():
    RecheckInterval.objects.create(kind="states", days=30, reason="Each month.", **proof())
    return state()


def test_a_fact_on_a_page_is_due_from_the_day_after_its_interval(row):
    assert Dues().due_day(row) == DAY + DAYS(30)
    assert [bool(Dues().event(row, DAY + DAYS(days))) for days in (0, 30, 31)] == [False, False, True]


def test_the_lists_of_rows_agree_with_the_single_row(row):
    for days in range(28, 34):
        day = DAY + DAYS(days)
        assert Dues().due(State.objects.all(), day).exists() is (Dues().event(row, day) is not None)


def test_without_an_interval_no_page_is_due(row):
    RecheckInterval.objects.all().delete()
    late = DAY + DAYS(10_000)
    assert Dues().event(row, late) is None
    assert not Dues().due(State.objects.all(), late).exists()


def test_a_page_that_agrees_counts_for_all_its_rows_of_the_kind(row):
    late = DAY + DAYS(40)
    check = PageCheck.objects.create(source=row.source, kind="states", day=DAY + DAYS(35), stated=1, counted=1)
    assert Dues().checked(row) == DAY + DAYS(35)
    assert not Dues().due(State.objects.all(), late).exists()
    assert Dues().event(row, late) is None
    PageCheck.objects.filter(pk=check.pk).update(kind="themes")
    assert Dues().event(row, late) is not None, "another kind of fact from the same page was not looked at"


def test_a_page_that_does_not_agree_confirms_nothing(row):
    PageCheck.objects.create(source=row.source, kind="states", day=DAY + DAYS(35), stated=2, counted=1)
    assert Dues().checked(row) == DAY
    assert Dues().due(State.objects.all(), DAY + DAYS(40)).exists()


def test_the_parts_of_a_page_are_looked_at_one_by_one(facts):
    source = Source.objects.get(slug="untc-iv-9")
    day = datetime.date(2026, 11, 28)
    PageCheck.objects.create(
        source=source, kind="treaty_statuses", about="cat/treaty", day=day, stated=175, counted=175
    )
    due = set(Dues().due(TreatyStatus.objects.filter(source=source), day).values_list("instrument", flat=True))
    assert due == {"individual_communications", "inquiry"}


def test_a_row_that_is_over_is_not_on_its_page_any_more(facts):
    day = datetime.date(2026, 11, 28)
    row = TreatyStatus.objects.filter(valid_from__isnull=False).first()
    assert Dues().due(TreatyStatus.objects.filter(pk=row.pk), day).exists()
    TreatyStatus.objects.filter(pk=row.pk).update(valid_to=datetime.date(2026, 11, 27))
    assert not Dues().due(TreatyStatus.objects.filter(pk=row.pk), day).exists()


def test_lists_of_facts_with_events_agree_with_the_single_row():
    term = membership(state=state(), valid_from=datetime.date(2026, 1, 1), valid_to=datetime.date(2028, 12, 31))
    term.checked_on = datetime.date(2026, 10, 1)
    term.save()
    rows = type(term).objects.all()
    assert [Dues().due(rows, datetime.date(2026, 11, day)).exists() for day in (7, 8)] == [False, True]


def test_every_kind_of_fact_has_an_interval_or_an_event(facts):
    assert set(models_with_facts()) - set(EVENTS) <= set(intervals())
    assert all(interval.reason for interval in RecheckInterval.objects.all())


def test_what_holds_no_facts_has_no_kind():
    with pytest.raises(LookupError):
        kind_of(Source)

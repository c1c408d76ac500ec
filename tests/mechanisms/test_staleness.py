"""When a fact has to be looked up again."""

import datetime

import pytest

from mechanisms.models import CouncilMembership, RecheckInterval, Source
from mechanisms.staleness import due_day, due_soon, intervals, is_stale, kind_of, models_with_facts, stale

from .world import DAY, membership, proof, state

pytestmark = pytest.mark.django_db
KIND = "council_memberships"


def after(days: int) -> datetime.date:
    return DAY + datetime.timedelta(days=days)


@pytest.fixture
def row():
    RecheckInterval.objects.create(kind=KIND, days=30, reason="Each month.", **proof())
    made = membership(state=state())
    made.save()
    return made


def test_a_fact_is_stale_from_the_day_after_its_interval(row):
    assert due_day(row.checked_on, KIND, intervals()) == after(30)
    assert [is_stale(row, after(days)) for days in (0, 30, 31)] == [False, False, True]


def test_the_lists_of_rows_agree_with_the_single_row(row):
    rows = CouncilMembership.objects.all()
    for days in range(10, 40):
        day = after(days)
        assert stale(rows, day, intervals()).exists() is is_stale(row, day)
        assert due_soon(rows, day, intervals()).exists() is (16 <= days <= 30)


def test_without_an_interval_nothing_is_stale(row):
    RecheckInterval.objects.all().delete()
    assert not is_stale(row, after(10_000))
    assert not stale(CouncilMembership.objects.all(), after(10_000), intervals()).exists()


def test_every_kind_of_fact_has_an_interval_with_a_reason(facts):
    assert set(intervals()) == set(models_with_facts()) == {kind.value for kind in RecheckInterval.Kind}
    assert all(interval.reason for interval in RecheckInterval.objects.all())


def test_what_holds_no_facts_has_no_kind():
    with pytest.raises(LookupError):
        kind_of(Source)

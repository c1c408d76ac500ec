"""Facts asked for a day; periods that must not overlap; what the database itself refuses."""

import datetime

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection, transaction

from mechanisms.models import CouncilMembership, MandateContact, Source
from rules.dates import PartialDate
from tests.mechanisms.world import membership, proof, state

pytestmark = pytest.mark.django_db


def dated(name: str, text: str) -> dict[str, object]:
    date = PartialDate.parse(text) if text else None
    return {name: date and date.first, f"{name}_precision": date.precision if date else "day"}


def period(start: str, end: str) -> dict[str, object]:
    return dated("valid_from", start) | dated("valid_to", end)


@pytest.mark.parametrize(
    ("start", "end", "inside", "outside"),
    [
        ("2024-01-05", "2026-12-30", ["2024-01-05", "2026-12-30"], ["2024-01-04", "2026-12-31"]),
        ("2024-02", "2026-04", ["2024-02-01", "2026-04-30"], ["2024-01-31", "2026-05-01"]),
        ("2024", "2026", ["2024-01-01", "2026-12-31"], ["2023-12-31", "2027-01-01"]),
        ("", "2026-02", ["1950-01-01", "2026-02-28"], ["2026-03-01"]),
        ("2026-02", "", ["2026-02-01", "2090-01-01"], ["2026-01-31"]),
    ],
)
def test_on_a_day(start, end, inside, outside):
    row = membership(state=state(), **period(start, end))
    row.save()
    for day in map(datetime.date.fromisoformat, inside + outside):
        assert CouncilMembership.objects.on(day).exists() is (day.isoformat() in inside) is row.period.covers(day)


def test_overlap_names_the_row_in_the_way():
    kenya = state()
    in_the_way = membership(state=kenya, **period("2022-01-01", "2024-12-31"))
    in_the_way.save()
    with pytest.raises(ValidationError) as refused:
        membership(state=kenya, **period("2024-12-31", "2026-12-31")).full_clean()
    (error,) = refused.value.error_dict["__all__"]
    assert error.code == "overlap"
    assert error.params["in_the_way"] == [in_the_way]
    assert "2022-01-01" in error.messages[0]


def test_the_next_term_and_the_row_itself_are_not_in_the_way():
    kenya = state()
    row = membership(state=kenya, **period("2022-01-01", "2024-12-31"))
    row.full_clean()
    row.save()
    row.full_clean()
    membership(state=kenya, **period("2025-01-01", "2027-12-31")).full_clean()
    membership(state=state("TGO"), **period("2022-01-01", "2024-12-31")).full_clean()


def test_a_month_shared_by_two_neighbours_is_no_overlap():
    kenya = state()
    membership(state=kenya, **period("", "2025-10")).save()
    row = membership(state=kenya, **period("2025-10", ""))
    row.full_clean()
    row.save()


def test_end_before_start_is_refused_in_words_and_by_the_database():
    row = membership(state=state(), **period("2026-01-01", "2025-12-31"))
    with pytest.raises(ValidationError, match="end lies before"):
        row.full_clean()
    with pytest.raises(IntegrityError), transaction.atomic():
        row.save()


def test_a_month_must_be_written_as_its_first_day():
    row = membership(state=state(), valid_from=datetime.date(2026, 1, 15), valid_from_precision="month")
    with pytest.raises(ValidationError, match="first day"):
        row.full_clean()


def test_two_rows_of_a_key_cannot_both_lack_a_start():
    kenya = state()
    membership(state=kenya, **period("", "2020-01-01")).save()
    with pytest.raises(IntegrityError), transaction.atomic():
        membership(state=kenya, **period("", "2010-01-01")).save()


def test_the_database_itself_excludes_overlaps_where_it_can():
    kenya = state()
    membership(state=kenya, **period("2022-01-01", "2024-12-31")).save()
    late = membership(state=kenya, **period("2024-12-31", "2026-12-31"))
    if connection.vendor == "postgresql":
        with pytest.raises(IntegrityError, match="no_overlap"), transaction.atomic():
            late.save()
    else:
        late.save()


def test_a_source_in_use_cannot_be_deleted():
    MandateContact.objects.create(kind="form", value="https://example.org/form", **proof())
    with pytest.raises(IntegrityError):
        Source.objects.get(slug="somewhere").delete()

"""Rows with periods on one form are checked as they will be, all together."""

import datetime

import pytest

from mechanisms.models import Mandate, MandateHolder
from mechanisms.models.dated import in_saving_order
from tests.mechanisms.world import proof

from .filling import filled, said
from .pages import address
from .test_forms import mandate

pytestmark = pytest.mark.django_db


@pytest.fixture
def torture() -> Mandate:
    made = mandate()
    holder(made, "Alice", 2018, 2022)
    holder(made, "Berta", 2022)
    return made


def holder(made: Mandate, name: str, start: int, end: int | None = None) -> MandateHolder:
    last = datetime.date(end, 7, 31) if end else None
    return MandateHolder.objects.create(
        mandate=made, name=name, valid_from=datetime.date(start, 8, 1), valid_to=last, **proof()
    )


def place(made: Mandate, name: str) -> str:
    """The prefix of a holder's fields on the mandate's form."""
    rows = list(made.holders.all())
    return f"holders-{[row.name for row in rows].index(name)}"


def added(made: Mandate, name: str, start: str) -> dict[str, str]:
    """The fields of one more holder on the form of the mandate."""
    number = made.holders.count()
    cells = {"source": str(made.source_id), "checked_on": "2026-11-24", "confidence": "high", "note": "", "name": name}
    cells |= {"valid_from": start, "valid_to": "", "id": "", "mandate": str(made.pk)}
    return {f"holders-{number}-{key}": value for key, value in cells.items()} | {"holders-TOTAL_FORMS": str(number + 1)}


def sent(editor, made: Mandate, **changed: str):
    page = address(Mandate, "change", made.pk)
    return editor.post(page, filled(editor.get(page)) | changed)


def periods(made: Mandate) -> dict[str, str]:
    return {row.name: str(row.period) for row in made.holders.all()}


def test_a_holder_is_ended_and_followed_by_another_on_one_form(editor, torture):
    ended = {f"{place(torture, 'Berta')}-valid_to": "2026-11-15"}
    response = sent(editor, torture, **ended, **added(torture, "Clara", "2026-11-16"))
    assert response.status_code == 302, said(response)
    assert periods(torture) == {
        "Alice": "2018-08-01 – 2022-07-31",
        "Berta": "2022-08-01 – 2026-11-15",
        "Clara": str(torture.holders.get(name="Clara").period),
    }


def test_without_the_end_it_is_refused_beside_the_row_in_the_way(editor, torture):
    response = sent(editor, torture, **added(torture, "Clara", "2026-11-16"))
    assert "This period overlaps another row: Berta · Torture" in said(response)
    assert set(periods(torture)) == {"Alice", "Berta"}


def test_two_new_rows_must_not_overlap_each_other(editor, torture):
    fields = {f"{place(torture, 'Berta')}-valid_to": "2026-11-15"} | added(torture, "Clara", "2026-11-16")
    more = {key.replace("holders-2-", "holders-3-"): value for key, value in fields.items() if "holders-2-" in key}
    more |= {"holders-3-name": "Dora", "holders-3-valid_from": "2026-12-01", "holders-TOTAL_FORMS": "4"}
    response = sent(editor, torture, **fields | more)
    assert "This period overlaps another row: Clara · Torture" in said(response)
    assert "Dora" not in periods(torture)


@pytest.mark.parametrize("last", ["2022-05-31", "2022-10-31"])
def test_the_day_of_a_change_moves_for_both_at_once(editor, torture, last):
    following = datetime.date.fromisoformat(last) + datetime.timedelta(days=1)
    moved = {f"{place(torture, 'Alice')}-valid_to": last, f"{place(torture, 'Berta')}-valid_from": str(following)}
    response = sent(editor, torture, **moved)
    assert response.status_code == 302, said(response)
    assert torture.holders.get(name="Alice").valid_to == datetime.date.fromisoformat(last)
    assert torture.holders.get(name="Berta").valid_from == following


def test_what_makes_room_is_saved_first(torture):
    alice, berta = torture.holders.get(name="Alice"), torture.holders.get(name="Berta")
    alice.valid_to, berta.valid_from = datetime.date(2022, 10, 31), datetime.date(2022, 11, 1)
    assert in_saving_order([alice, berta]) == [berta, alice]
    alice.valid_to, berta.valid_from = datetime.date(2022, 5, 31), datetime.date(2022, 6, 1)
    assert in_saving_order([berta, alice]) == [alice, berta]

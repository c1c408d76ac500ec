"""What rows of a file would change, before anything is written."""

import pytest

from mechanisms.load.folder import load
from mechanisms.load.planning import Difference, plan
from mechanisms.load.reading import Reading
from mechanisms.models import Door, State, TreatyStatus
from tests.mechanisms.world import FEW, ROWS, row, write

pytestmark = pytest.mark.django_db


def planned(folder, file: str, **changed):
    """The plan of one table, read from a folder of facts whose other tables are saved already."""
    reading = Reading.of(write(folder, **changed), FEW)
    assert reading.faults == []
    table = next(table for table in FEW if table.file == file)
    return plan(table, reading.rows[table])


@pytest.fixture
def loaded(tmp_path):
    load(write(tmp_path), FEW)
    return tmp_path


def told(item) -> list[tuple[str, str, str]]:
    return [(one.column, one.before, one.after) for one in item.differences]


def test_what_is_saved_already_changes_nothing(loaded):
    for file in (table.file for table in FEW):
        for item in planned(loaded, file):
            assert (item.is_new, item.is_changed, item.differences) == (False, False, [])


def test_a_changed_cell_is_told_from_what_to_what(loaded):
    kenya, togo = planned(loaded, "states", states=[row("states", name="Republic of Kenya"), ROWS["states"][1]])
    assert kenya.differences == [Difference("name", "Kenya", "Republic of Kenya")]
    assert kenya.differing == {"name": "Kenya"}
    assert kenya.is_changed
    assert not togo.is_changed


def test_the_row_to_be_written_has_the_new_value_and_the_saved_one_its_own(loaded):
    (kenya, _) = planned(loaded, "states", states=[row("states", name="Republic of Kenya"), ROWS["states"][1]])
    saved = State.objects.get(iso3="KEN")
    assert (kenya.row.pk, kenya.row.name, saved.name) == (saved.pk, "Republic of Kenya", "Kenya")


def test_a_date_is_told_with_its_precision(loaded):
    changed = row("treaty_statuses", 1, valid_to="1999-05")
    item = next(
        item
        for item in planned(loaded, "treaty_statuses", treaty_statuses=[ROWS["treaty_statuses"][0], changed])
        if item.differing
    )
    assert told(item) == [("valid_to", ROWS["treaty_statuses"][1]["valid_to"], "1999-05")]
    assert set(item.differing) == {"valid_to", "valid_to_precision"}


def test_a_new_row_is_told_by_its_filled_cells(loaded):
    new = row("states", iso3="SEN", iso2="SN", m49="686", name="Senegal")
    item = next(item for item in planned(loaded, "states", states=[*ROWS["states"], new]) if item.is_new)
    assert not item.is_changed
    assert ("name", "", "Senegal") in told(item)
    assert all(before == "" and after != "" for _, before, after in told(item))
    assert item.row.pk is None
    assert not State.objects.filter(iso3="SEN").exists()


def test_another_source_is_told_by_its_name(loaded):
    other = row("sources", slug="elsewhere")
    load(write(loaded, sources=[*ROWS["sources"], other]), FEW)
    item, *_ = planned(
        loaded,
        "states",
        sources=[*ROWS["sources"], other],
        states=[row("states", source="elsewhere"), ROWS["states"][1]],
    )
    assert told(item) == [("source", ROWS["states"][0]["source"], "elsewhere")]
    assert item.row.source.slug == "elsewhere"


def test_a_list_is_told_whole_and_changes_no_column(loaded):
    themes = [*ROWS["themes"], row("themes", slug="food")]
    load(write(loaded, themes=themes), FEW)
    (item,) = planned(loaded, "doors", themes=themes, doors=[row("doors", themes="food;torture")])
    assert told(item) == [("themes", "torture", "food;torture")]
    assert (item.differing, item.relisted, item.is_changed) == ({}, {"themes": ["torture"]}, True)
    assert Door.objects.get().theme_links.count() == 1


def test_the_plan_writes_nothing(loaded):
    before = list(TreatyStatus.objects.order_by("pk").values())
    planned(
        loaded,
        "treaty_statuses",
        treaty_statuses=[row("treaty_statuses", 1, action="accession"), ROWS["treaty_statuses"][0]],
    )
    assert list(TreatyStatus.objects.order_by("pk").values()) == before

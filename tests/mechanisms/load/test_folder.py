"""A load writes all or nothing, and a second one changes nothing. What people changed: ``test_releases.py``."""

import pytest
from django.db import IntegrityError

from mechanisms.load import planning
from mechanisms.load.folder import load
from mechanisms.load.reading import FactsError
from mechanisms.models import Door, DoorTheme, Source, State, Theme, ThemeTreaty, TreatyStatus
from tests.mechanisms.world import FEW, ROWS, row, write

pytestmark = pytest.mark.django_db


def tally(loaded) -> dict[str, tuple[int, int, int]]:
    return {count.file: (count.added, count.changed, count.unchanged) for count in loaded.counts}


def test_first_and_second_load(tmp_path):
    write(tmp_path)
    first, second = tally(load(tmp_path, FEW)), tally(load(tmp_path, FEW))
    added = {table.file: (len(ROWS[table.file]), 0, 0) for table in FEW}
    assert first == added
    assert added["treaty_statuses"] == (2, 0, 0)
    assert second == {file: (0, 0, added) for file, (added, _, _) in first.items()}


def test_a_second_load_keeps_the_rows_themselves(tmp_path):
    load(write(tmp_path), FEW)
    kept = (Source, State, Theme, ThemeTreaty, TreatyStatus, Door, DoorTheme)
    before = [list(model.objects.order_by("pk").values()) for model in kept]
    load(tmp_path, FEW)
    after = [list(model.objects.order_by("pk").values()) for model in kept]
    assert after == before


def test_a_changed_cell_changes_its_row_alone(tmp_path):
    load(write(tmp_path), FEW)
    counts = tally(load(write(tmp_path, states=[row("states", name="Republic of Kenya"), ROWS["states"][1]]), FEW))
    assert counts["states"] == (0, 1, 1)
    assert State.objects.get(iso3="KEN").name == "Republic of Kenya"
    assert TreatyStatus.objects.get(state__iso3="KEN").status == "party"


def test_list_columns_keep_their_order_and_follow_changes(tmp_path):
    themes = [ROWS["themes"][0], row("themes", slug="food"), row("themes", slug="health")]
    load(write(tmp_path, themes=themes, doors=[row("doors", themes="health;torture")]), FEW)
    door = Door.objects.get()
    assert [link.theme.slug for link in door.theme_links.all()] == ["health", "torture"]
    counts = tally(load(write(tmp_path, themes=themes, doors=[row("doors", themes="torture; health; food")]), FEW))
    assert counts["doors"] == (0, 1, 0)
    assert [link.theme.slug for link in door.theme_links.all()] == ["torture", "health", "food"]


def test_a_period_can_be_ended_and_the_next_begun_in_one_load(tmp_path):
    load(write(tmp_path), FEW)
    ended = row("treaty_statuses", 1, valid_to="1987-11-17")
    begun = row("treaty_statuses", 1, status="party", valid_from="1987-11-18")
    counts = tally(load(write(tmp_path, treaty_statuses=[ended, begun, ROWS["treaty_statuses"][0]]), FEW))
    assert counts["treaty_statuses"] == (1, 1, 1)


def test_rows_of_editors_are_left_alone(tmp_path):
    load(write(tmp_path), FEW)
    own = State.objects.get(iso3="TGO")
    own.pk, own.iso3, own.iso2, own.m49, own.name = None, "UGA", "UG", "800", "Uganda"
    own.save()
    load(tmp_path, FEW)
    assert State.objects.filter(iso3="UGA").exists()


def test_a_fault_leaves_the_database_untouched(tmp_path):
    load(write(tmp_path), FEW)
    write(tmp_path, states=[row("states", name="Changed"), ROWS["states"][1]], themes=[row("themes", grave="maybe")])
    with pytest.raises(FactsError, match="grave"):
        load(tmp_path, FEW)
    assert State.objects.get(iso3="KEN").name == "Kenya"


def test_what_only_the_database_refuses_is_a_fault_too_and_undoes_everything(tmp_path, monkeypatch):
    def refuse(table, planned, change):
        if table.file == "states":
            raise IntegrityError("no")
        planning.write(table, planned, change)

    monkeypatch.setattr("mechanisms.load.folder.write", refuse)
    with pytest.raises(FactsError, match=r"states\.csv: refused by the database"):
        load(write(tmp_path), FEW)
    assert not Source.objects.exists()


def test_the_first_load_and_each_change_leave_a_version(tmp_path):
    load(write(tmp_path), FEW)
    load(write(tmp_path, states=[row("states", name="Republic of Kenya"), ROWS["states"][1]]), FEW)
    kenya = State.objects.get(iso3="KEN")
    assert [(version.name, version.history_type) for version in kenya.history.all()] == [
        ("Republic of Kenya", "~"),
        ("Kenya", "+"),
    ]
    assert {version.history_change_reason for version in DoorTheme.history.all()} == {"Loaded from files"}

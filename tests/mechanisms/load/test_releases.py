"""A release beside what people changed here: nothing of theirs is undone, and a second load does nothing."""

import pytest
from django.db import models
from django.utils import timezone

from mechanisms.load.folder import load
from mechanisms.load.releases import Count
from mechanisms.models import Door, DoorTheme, FactBase, FactProposal, Source, State, Theme, TreatyStatus
from mechanisms.remembered import Change
from tests.mechanisms.world import FEW, ROWS, proof, row, write

pytestmark = pytest.mark.django_db
KENYA, TOGO = ROWS["states"]
PARTY, UNDATED = ROWS["treaty_statuses"]
EDITED = Change(reason="An editor knows better")


@pytest.fixture(autouse=True)
def loaded(tmp_path):
    load(write(tmp_path), FEW)


def release(folder, **files) -> dict[str, Count]:
    return {count.file: count for count in load(write(folder, **files), FEW).counts}


def edit(model: type[models.Model], found: dict[str, str], **values) -> models.Model:
    saved = model._default_manager.get(**found)
    for name, value in values.items():
        setattr(saved, name, value)
    EDITED.save(saved)
    return saved


def waiting() -> list[FactProposal]:
    return list(FactProposal.objects.filter(state="waiting"))


def everything() -> list[list[dict[str, object]]]:
    kept = (Source, State, Theme, TreatyStatus, Door, DoorTheme, FactBase, FactProposal)
    return [list(model._default_manager.order_by("pk").values()) for model in kept]


def test_a_load_keeps_what_the_files_say_as_the_base_of_the_next():
    assert FactBase.objects.count() == sum(len(ROWS[table.file]) for table in FEW)
    base = FactBase.objects.get(table="treaty_statuses", key="KEN · cat · treaty · 1997-02-21")
    assert base.cells == PARTY
    assert FactBase.objects.get(table="doors").cells["themes"] == "torture"


def test_an_untouched_row_follows(tmp_path):
    counts = release(tmp_path, states=[KENYA | {"name": "Republic of Kenya"}, TOGO])
    assert counts["states"] == Count("states", changed=1, unchanged=1)
    assert State.objects.get(iso3="KEN").name == "Republic of Kenya"
    assert waiting() == []


def test_an_edited_row_stays_where_the_release_says_nothing_new(tmp_path):
    edit(State, {"iso3": "KEN"}, name="Own")
    assert release(tmp_path)["states"] == Count("states", left=1, unchanged=1)
    assert State.objects.get(iso3="KEN").name == "Own"
    assert waiting() == []


def test_a_cell_that_both_changed_waits(tmp_path):
    edit(State, {"iso3": "KEN"}, name="Own")
    counts = release(tmp_path, states=[KENYA | {"name": "Republic of Kenya"}, TOGO])
    assert counts["states"] == Count("states", waiting=1, unchanged=1)
    assert State.objects.get(iso3="KEN").name == "Own"
    (proposal,) = waiting()
    assert (proposal.table, proposal.key, proposal.origin) == ("states", "KEN", "release")
    assert (proposal.base["name"], proposal.proposed["name"]) == ("Kenya", "Republic of Kenya")


def test_another_cell_of_an_edited_row_waits_too(tmp_path):
    edit(State, {"iso3": "KEN"}, note="Own")
    release(tmp_path, states=[KENYA | {"name": "Republic of Kenya"}, TOGO])
    assert State.objects.get(iso3="KEN").name == "Kenya"
    assert len(waiting()) == 1


def test_what_both_made_the_same_is_nothing_to_decide(tmp_path):
    edit(State, {"iso3": "KEN"}, name="Republic of Kenya")
    assert release(tmp_path, states=[KENYA | {"name": "Republic of Kenya"}, TOGO])["states"].unchanged == 2
    assert waiting() == []


@pytest.mark.parametrize(
    ("ours", "theirs", "then"), [("2026-11-26", "2026-11-28", 28), ("2026-11-28", "2026-11-26", 28)]
)
def test_a_later_check_counts_where_both_say_the_same(tmp_path, ours, theirs, then):
    edit(State, {"iso3": "KEN"}, checked_on=ours)
    release(tmp_path, states=[KENYA | {"checked_on": theirs}, TOGO])
    assert State.objects.get(iso3="KEN").checked_on.day == then
    assert waiting() == []


def test_a_second_load_does_nothing(tmp_path):
    edit(State, {"iso3": "KEN"}, name="Own")
    files = {"states": [KENYA | {"name": "Republic of Kenya"}, TOGO | {"name": "Togolese Republic"}], "doors": []}
    release(tmp_path, **files)
    before = everything()
    counts = release(tmp_path, **files)
    assert everything() == before
    assert counts["states"] == Count("states", waiting=1, unchanged=1)
    assert len(waiting()) == 2


def test_what_was_declined_is_not_asked_for_again(tmp_path):
    edit(State, {"iso3": "KEN"}, name="Own")
    files = {"states": [KENYA | {"name": "Republic of Kenya"}, TOGO], "doors": []}
    release(tmp_path, **files)
    FactProposal.objects.update(state="declined", decided_at=timezone.now())
    release(tmp_path, **files)
    assert waiting() == []
    assert Door.objects.exists()


def test_a_later_release_overtakes_what_waits_and_keeps_its_base(tmp_path):
    edit(State, {"iso3": "KEN"}, name="Own")
    release(tmp_path, states=[KENYA | {"name": "Republic of Kenya"}, TOGO])
    release(tmp_path, states=[KENYA | {"name": "The Republic of Kenya"}, TOGO])
    (proposal,) = waiting()
    assert (proposal.base["name"], proposal.proposed["name"]) == ("Kenya", "The Republic of Kenya")
    assert FactProposal.objects.get(state="overtaken").proposed["name"] == "Republic of Kenya"


def test_a_later_release_that_says_what_we_say_closes_what_waits(tmp_path):
    edit(State, {"iso3": "KEN"}, name="Own")
    release(tmp_path, states=[KENYA | {"name": "Republic of Kenya"}, TOGO])
    release(tmp_path, states=[KENYA | {"name": "Own"}, TOGO])
    assert waiting() == []


def test_a_new_row_is_added(tmp_path):
    senegal = KENYA | {"iso3": "SEN", "iso2": "SN", "m49": "686", "name": "Senegal"}
    assert release(tmp_path, states=[KENYA, TOGO, senegal])["states"].added == 1
    assert State.objects.filter(iso3="SEN").exists()


def test_a_new_row_that_an_editor_added_with_other_words_waits(tmp_path):
    State.objects.create(iso3="SEN", iso2="SN", m49="686", name="Own", un_status="member", **proof())
    senegal = KENYA | {"iso3": "SEN", "iso2": "SN", "m49": "686", "name": "Senegal"}
    release(tmp_path, states=[KENYA, TOGO, senegal])
    (proposal,) = waiting()
    assert (proposal.key, proposal.base) == ("SEN", None)
    assert State.objects.get(iso3="SEN").name == "Own"


def test_a_new_row_in_the_way_of_a_row_of_an_editor_waits(tmp_path):
    edit(TreatyStatus, {"state__iso3": "TGO"}, valid_to="1987-11-17")
    own = {"status": "party", "valid_from": "1987-11-18", "action": "as an editor knows"}
    saved = TreatyStatus.objects.get(state__iso3="TGO")
    TreatyStatus.objects.create(state=saved.state, treaty=saved.treaty, instrument="treaty", **own, **proof())
    theirs = UNDATED | {"status": "party", "valid_from": "1990-01-01"}
    counts = release(tmp_path, treaty_statuses=[PARTY, UNDATED | {"valid_to": "1987-11-17"}, theirs])
    assert counts["treaty_statuses"].waiting == 1
    assert waiting()[0].key == "TGO · cat · treaty · 1990-01-01"
    assert TreatyStatus.objects.filter(state__iso3="TGO").count() == 2


def test_a_row_that_needs_an_edited_row_to_end_waits_with_it(tmp_path):
    edit(TreatyStatus, {"state__iso3": "TGO"}, note="Own")
    ended, begun = UNDATED | {"valid_to": "1987-11-17"}, UNDATED | {"status": "party", "valid_from": "1987-11-18"}
    release(tmp_path, treaty_statuses=[PARTY, ended, begun])
    assert [row.key for row in waiting()] == ["TGO · cat · treaty", "TGO · cat · treaty · 1987-11-18"]
    assert TreatyStatus.objects.filter(state__iso3="TGO").count() == 1


def test_a_name_that_a_row_of_an_editor_has_waits(tmp_path):
    edit(State, {"iso3": "KEN"}, name="Senegal")
    senegal = KENYA | {"iso3": "SEN", "iso2": "SN", "m49": "686", "name": "Senegal"}
    assert release(tmp_path, states=[KENYA, TOGO, senegal])["states"] == Count("states", waiting=1, left=1, unchanged=1)


def test_a_row_that_names_one_which_an_editor_renamed_waits(tmp_path):
    edit(Theme, {"slug": "torture"}, slug="ill-treatment")
    counts = release(tmp_path, doors=[ROWS["doors"][0], row("doors", slug="second", position="2")])
    assert counts["doors"].waiting == 1
    assert Theme.objects.get().slug == "ill-treatment"


def test_a_row_that_the_release_leaves_out_waits_and_is_never_deleted(tmp_path):
    assert release(tmp_path, doors=[])["doors"] == Count("doors", waiting=1)
    (proposal,) = waiting()
    assert proposal.proposed is None
    assert proposal.base["themes"] == "torture"
    assert Door.objects.exists()


def test_a_row_that_an_editor_deleted_does_not_come_back(tmp_path):
    EDITED.delete(Door.objects.get())
    assert release(tmp_path)["doors"] == Count("doors", left=1)
    assert not Door.objects.exists()
    release(tmp_path, doors=[row("doors", name="Another name")])
    assert not Door.objects.exists()
    assert waiting()[0].proposed["name"] == "Another name"


def test_a_list_that_an_editor_changed_stays(tmp_path):
    themes = [ROWS["themes"][0], row("themes", slug="food"), row("themes", slug="health")]
    release(tmp_path, themes=themes)
    door = Door.objects.get()
    EDITED.save(DoorTheme(door=door, theme=Theme.objects.get(slug="food"), position=2))
    release(tmp_path, themes=themes, doors=[row("doors", themes="torture;health")])
    assert [link.theme.slug for link in door.theme_links.order_by("position")] == ["torture", "food"]
    assert waiting()[0].proposed["themes"] == "torture;health"


class TestOlderDatabase:
    """Nobody kept a base then: the history says what the last release said."""

    @pytest.fixture(autouse=True)
    def without_base(self, loaded):
        FactBase.objects.all().delete()

    def test_untouched_rows_follow_and_edited_ones_wait(self, tmp_path):
        edit(State, {"iso3": "KEN"}, name="Own")
        states = [KENYA | {"name": "Republic of Kenya"}, TOGO | {"name": "Togolese Republic"}]
        assert release(tmp_path, states=states)["states"] == Count("states", changed=1, waiting=1)
        assert waiting()[0].base["name"] == "Kenya"
        assert FactBase.objects.get(key="KEN").cells["name"] == "Republic of Kenya"

    def test_what_was_edited_and_is_the_same_in_the_files_stays(self, tmp_path):
        edit(State, {"iso3": "KEN"}, name="Own")
        release(tmp_path)
        assert State.objects.get(iso3="KEN").name == "Own"
        assert waiting() == []

    def test_lists_are_read_as_they_were_loaded(self, tmp_path):
        themes = [ROWS["themes"][0], row("themes", slug="food")]
        release(tmp_path, themes=themes, doors=[row("doors", themes="food;torture")])
        FactBase.objects.all().delete()
        EDITED.delete(DoorTheme.objects.get(theme__slug="torture"))
        EDITED.save(Door.objects.get())
        release(tmp_path, themes=themes, doors=[row("doors", themes="torture")])
        assert waiting()[0].base["themes"] == "food;torture"

    def test_a_row_with_another_key_or_none_does_not_come_back(self, tmp_path):
        edit(TreatyStatus, {"state__iso3": "KEN"}, valid_from="1997-02-22")
        EDITED.delete(Door.objects.get())
        counts = release(tmp_path)
        assert TreatyStatus.objects.filter(state__iso3="KEN").count() == 1
        assert not Door.objects.exists()
        assert (counts["treaty_statuses"].left, counts["doors"].left) == (1, 1)

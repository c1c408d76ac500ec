"""A release beside what editors changed: nothing of theirs is lost, and nothing is published."""

import csv
import io
import re
import shutil
from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import call_command

from advisor.editions import store
from advisor.editions.models import Publication, Weight
from advisor.editions.stores import load
from advisor.editions.weights import BadWeights, check
from mechanisms.load.folder import FOLDER
from mechanisms.load.releases import Count
from mechanisms.models import FactBase, FactProposal, State
from mechanisms.remembered import Change

pytestmark = pytest.mark.django_db
SHIPPED = Path(settings.BASE_DIR) / "fixtures" / "weights.toml"
DANGER = {"route": "special-procedures", "table": "urgency"}


def changed(tmp_path: Path, *replacements: tuple[str, str]) -> Path:
    text = SHIPPED.read_text(encoding="utf-8")
    for pattern, replacement in replacements:
        text, count = re.subn(pattern, replacement, text, count=1, flags=re.M)
        assert count == 1
    path = tmp_path / "weights.toml"
    path.write_text(text, encoding="utf-8")
    return path


IMMINENT = (r"^imminent = \d+$", "imminent = 99")


def points(key: str) -> int:
    return Weight.objects.get(**DANGER, key=key).points


def edit(key: str, points: int) -> None:
    row = Weight.objects.get(**DANGER, key=key)
    row.points = points
    Change(reason="An editor's judgement").save(row)


class TestWeights:
    """Points of a release."""

    def test_the_first_load_fills_the_table_and_a_second_one_does_nothing(self):
        first = load(SHIPPED)
        assert first.added == Weight.objects.count() == FactBase.objects.count() == Weight.history.count()
        assert load(SHIPPED) == Count("weights", unchanged=first.added)
        assert Weight.history.count() == first.added

    def test_a_faulty_file_leaves_the_weights_as_they_are(self, tmp_path):
        count = load(SHIPPED).added
        with pytest.raises(BadWeights):
            load(changed(tmp_path, (IMMINENT[0], "")))
        assert Weight.objects.count() == count

    def test_untouched_points_follow_and_leave_one_version(self, tmp_path):
        count = load(SHIPPED).added
        assert load(changed(tmp_path, IMMINENT)) == Count("weights", changed=1, unchanged=count - 1)
        assert points("imminent") == 99
        assert Weight.history.count() == count + 1
        version = Weight.history.first()
        assert (version.points, version.history_change_reason) == (99, "Loaded from a file")

    def test_edited_points_stay_and_the_file_s_are_proposed(self, tmp_path):
        load(SHIPPED)
        edit("imminent", 40)
        assert load(changed(tmp_path, IMMINENT)).waiting == 1
        assert points("imminent") == 40
        proposal = FactProposal.objects.get()
        assert (proposal.table, proposal.key) == ("weights", "special-procedures · urgency · imminent")
        assert (proposal.base["points"], proposal.proposed["points"]) == ("22", "99")

    def test_another_day_for_all_weights_is_nothing_to_decide(self, tmp_path):
        load(SHIPPED)
        edit("imminent", 40)
        load(changed(tmp_path, (r"^valid_from = .*$", 'valid_from = "2027-01-01"')))
        assert not FactProposal.objects.exists()
        assert points("imminent") == 40

    def test_points_that_no_longer_fit_to_edited_ones_wait(self, tmp_path):
        load(SHIPPED)
        for key in ("imminent", "ongoing"):
            edit(key, 6)
        load(changed(tmp_path, (r"^past = 0\nunknown = 6$", "past = 0\nunknown = 11")))
        assert points("unknown") == 6
        assert check(Weight.objects.all()) == []
        assert FactProposal.objects.get().proposed["points"] == "11"

    def test_a_weight_that_no_rule_reads_any_more_goes_unless_somebody_changed_it(self):
        load(SHIPPED)
        for key in ("plain", "edited"):
            Weight.objects.create(**DANGER, key=key, points=1, reason="once read", valid_from="2026-01-01")
        for key in ("plain", "edited"):
            cells = {**DANGER, "key": key, "points": "1", "reason": "once read", "valid_from": "2026-01-01"}
            FactBase.objects.create(
                table="weights", key=f"special-procedures · urgency · {key}", cells=cells, release="x"
            )
        edit("edited", 2)
        load(SHIPPED)
        assert set(Weight.objects.filter(reason="once read").values_list("key", flat=True)) == {"edited"}
        assert FactProposal.objects.get().proposed is None

    def test_an_older_installation_reads_its_base_from_the_history(self, tmp_path):
        load(SHIPPED)
        FactBase.objects.all().delete()
        edit("imminent", 40)
        load(changed(tmp_path, IMMINENT))
        assert points("imminent") == 40
        assert FactProposal.objects.get().base["points"] == "22"


def test_an_upgrade_loses_nothing_that_was_edited_and_publishes_nothing(facts, tmp_path):
    """Thirty rows and five weights edited; a release with forty other changes of facts and four of weights."""
    before = Publication.objects.count(), store.current_edition_id()
    states = list(State.objects.order_by("iso3")[:50])
    own = {}
    for row in states[:30]:
        row.note = f"Own words about {row.iso3}"
        Change(reason="An editor knows better").save(row)
        own[row.iso3] = row.note
    weights = list(Weight.objects.filter(table="effort").exclude(key="unknown").order_by("pk")[:5])
    for row in weights:
        row.reason = "An editor's judgement"
        Change(reason="An editor's judgement").save(row)

    folder = Path(shutil.copytree(FOLDER, tmp_path / "facts"))
    with (folder / "states.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    new = {row.iso3: ("note" if number < 10 else "un_region") for number, row in enumerate(states) if number < 20}
    new |= {row.iso3: "un_region" for row in states[30:]}
    for row in rows:
        if row["iso3"] in new:
            row[new[row["iso3"]]] = "As the release has it"
    with (folder / "states.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, rows[0])
        writer.writeheader()
        writer.writerows(rows)

    out = io.StringIO()
    call_command("load_facts", "--from", str(folder), stdout=out)
    call_command("load_weights", "--from", str(changed(tmp_path, IMMINENT)), stdout=out)
    assert {row.iso3: row.note for row in State.objects.filter(iso3__in=own)} == own
    assert Weight.objects.filter(reason="An editor's judgement").count() == 5
    assert points("imminent") == 99
    waiting = set(FactProposal.objects.filter(state="waiting").values_list("table", "key"))
    assert waiting == {("states", row.iso3) for row in states[:20]}
    followed = State.objects.filter(un_region="As the release has it")
    assert set(followed.values_list("iso3", flat=True)) == {row.iso3 for row in states[30:]}
    assert "20 rows wait for a person" in out.getvalue()
    assert (Publication.objects.count(), store.current_edition_id()) == before

    versions = State.history.count()
    call_command("load_facts", "--from", str(folder), stdout=io.StringIO())
    assert State.history.count() == versions
    assert FactProposal.objects.count() == 20

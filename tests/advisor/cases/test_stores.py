"""Cases of a release beside those that editors changed."""

import io
from pathlib import Path

import pytest
from django.core.management import call_command

from advisor.cases.models import ExpertCase
from advisor.cases.stores import STORE
from mechanisms.load.reading import FactsError
from mechanisms.models import FactBase, FactProposal
from mechanisms.remembered import Change

pytestmark = pytest.mark.django_db
CASE = "name: {name}\nwhy: So.\nas_of: 2026-05-01\nscenario: {{themes: [torture], countries: [{country}]}}\n"


def release(folder: Path, **names: str) -> str:
    for path in folder.glob("*.yaml"):
        path.unlink()
    for slug, name in names.items():
        (folder / f"{slug}.yaml").write_text(CASE.format(name=name, country=slug.upper()))
    out = io.StringIO()
    call_command("load_cases", "--from", str(folder), stdout=out)
    return out.getvalue()


def edit(slug: str, **values: object) -> None:
    row = ExpertCase.objects.get(slug=slug)
    for name, value in values.items():
        setattr(row, name, value)
    Change(reason="A practitioner said so").save(row)


def test_untouched_cases_follow_and_edited_ones_wait(edition, tmp_path):
    assert release(tmp_path, ken="Kenya", tgo="Togo") == "expert_cases: 2 added, 0 changed, 0 unchanged\n"
    edit("ken", scenario={"themes": ["food"]})
    told = release(tmp_path, ken="Kenya anew", tgo="Togo anew")
    assert told == "expert_cases: 0 added, 1 changed, 0 unchanged, 1 waiting for a person\n"
    assert ExpertCase.objects.get(slug="ken").scenario == {"themes": ["food"]}
    assert ExpertCase.objects.get(slug="tgo").name == "Togo anew"
    assert FactProposal.objects.get().proposed["name"] == "Kenya anew"


def test_a_case_that_is_put_aside_or_deleted_stays_so(edition, tmp_path):
    release(tmp_path, ken="Kenya", tgo="Togo")
    edit("ken", active=False)
    ExpertCase.objects.get(slug="tgo").delete()
    release(tmp_path, ken="Kenya anew", tgo="Togo")
    assert [(row.name, row.active) for row in ExpertCase.objects.all()] == [("Kenya anew", False)]


def test_a_case_that_the_release_leaves_out_waits(edition, tmp_path):
    release(tmp_path, ken="Kenya", tgo="Togo")
    release(tmp_path, ken="Kenya")
    assert ExpertCase.objects.count() == 2
    assert (FactProposal.objects.get().key, FactProposal.objects.get().proposed) == ("tgo", None)


def test_an_older_installation_reads_its_base_from_the_history(edition, tmp_path):
    release(tmp_path, ken="Kenya", tgo="Togo")
    FactBase.objects.filter(table="expert_cases").delete()
    edit("ken", why="Own words.")
    release(tmp_path, ken="Kenya anew", tgo="Togo")
    assert FactProposal.objects.get().base["name"] == "Kenya"
    assert ExpertCase.objects.get(slug="ken").why == "Own words."


def test_a_case_is_written_from_its_cells_and_read_back(edition, tmp_path):
    release(tmp_path, ken="Kenya")
    cells = STORE.living()["ken"]
    STORE.write({"copy": cells, "ken": {**cells, "as_of": "", "why": "Because."}}, (), Change())
    living = STORE.living()
    assert living["copy"] == cells
    assert living["ken"] == {**cells, "as_of": "", "why": "Because."}
    assert ExpertCase.objects.get(slug="ken").scenario == {"themes": ["torture"], "countries": ["KEN"]}


def test_a_case_that_cannot_be_read_is_refused_and_nothing_is_written(edition, tmp_path):
    release(tmp_path, ken="Kenya", tgo="Togo")
    cells = STORE.living()["ken"]
    with pytest.raises(FactsError, match="nowhere"):
        STORE.write({"ken": {**cells, "scenario": '{"themes": ["nowhere"]}'}}, ["tgo"], Change())
    assert STORE.living()["ken"] == cells
    assert ExpertCase.objects.filter(slug="tgo").exists()

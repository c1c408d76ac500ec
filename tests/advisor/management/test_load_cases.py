"""``manage.py load_cases``: once by itself, again when asked; an editor's case stays."""

import io
from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import CommandError, call_command

from advisor.cases.models import ExpertCase

SHIPPED = sorted((Path(settings.BASE_DIR) / "fixtures" / "cases").glob("*.yaml"))


def load(*arguments: str) -> str:
    out = io.StringIO()
    call_command("load_cases", *arguments, stdout=out)
    return out.getvalue()


def test_the_shipped_cases_become_rows_in_use(edition):
    assert load() == f"expert_cases: {len(SHIPPED)} added, 0 changed, 0 unchanged\n"
    assert set(ExpertCase.objects.filter(active=True).values_list("slug", flat=True)) == {p.stem for p in SHIPPED}
    assert load() == f"expert_cases: 0 added, 0 changed, {len(SHIPPED)} unchanged\n"
    assert ExpertCase.history.count() == len(SHIPPED)


def test_what_editors_did_stays(edition):
    load("--if-empty")
    ExpertCase.objects.all().delete()
    ExpertCase.objects.create(slug="own", name="Our own", why="So.")
    assert load("--if-empty") == ""
    assert ExpertCase.objects.count() == 1
    load()
    assert ExpertCase.objects.filter(slug="own").exists()


def test_a_faulty_folder_is_refused_with_all_faults(edition, tmp_path):
    (tmp_path / "one.yaml").write_text("scenario: {effort: never}\nwhy: so")
    (tmp_path / "two.yaml").write_text("scenario: {}\nexpect: []\nwhy: so")
    with pytest.raises(CommandError, match=r"(?s)one.yaml: effort.*two.yaml: expect"):
        load("--from", str(tmp_path))
    with pytest.raises(CommandError, match="no case file"):
        load("--from", str(tmp_path / "nowhere"))
    assert not ExpertCase.objects.exists()


def test_cases_need_an_edition(db):
    with pytest.raises(CommandError, match="publish"):
        load()

"""Expert cases between files and rows: nothing is lost on the way, and a fault anywhere keeps everything out."""

from pathlib import Path

import pytest
from django.conf import settings

from advisor.cases import exchange
from advisor.cases.models import ExpertCase
from advisor.editions import store
from mechanisms.remembered import Change
from tests.rules import world

SHIPPED = Path(settings.BASE_DIR) / "fixtures" / "cases"
CASE = b"name: A case\nwhy: Because.\nas_of: 2026-11-24\nscenario: {effort: weeks}\nexpect: {first: [upr]}\n"


def load(**files: bytes) -> list[exchange.Planned]:
    planned = exchange.plan({f"{name}.yaml": content for name, content in files.items()}, world.edition())
    exchange.write(planned, Change(reason="a test"))
    return planned


def faults(**files: bytes) -> list[str]:
    with pytest.raises(exchange.BadFiles) as caught:
        load(**files)
    return caught.value.faults


@pytest.mark.django_db
def test_a_file_becomes_a_row_and_the_row_the_same_file_again():
    load(one=CASE)
    row = ExpertCase.objects.get(slug="one")
    assert (row.name, row.why, str(row.as_of), row.active) == ("A case", "Because.", "2026-11-24", True)
    assert (row.scenario, row.expect) == ({"effort": "weeks"}, {"first": ["upr"]})
    (again,) = load(one=exchange.as_file(row).encode())
    assert again.differences == ()
    assert row.history.count() == 1


def test_every_shipped_case_survives_the_way_there_and_back(edition):
    facts = store.open_edition(edition)
    exchange.write(exchange.plan(exchange.of_folder(SHIPPED), facts), Change())
    rows = ExpertCase.objects.all()
    assert len(rows) == len(list(SHIPPED.glob("*.yaml")))
    together = exchange.as_one_file(rows).encode()
    apart = {f"{row.slug}.yaml": exchange.as_file(row).encode() for row in rows}
    for files in ({"all.yaml": together}, apart):
        planned = exchange.plan(files, facts)
        assert [item.differences for item in planned] == [()] * len(rows)
        assert not any(item.is_new for item in planned)


@pytest.mark.django_db
def test_a_changed_file_says_what_it_changes_and_leaves_a_version():
    load(one=CASE)
    (item,) = load(one=CASE.replace(b"weeks", b"days").replace(b"2026-11-24", b"2026-11-25"))
    assert [(name, str(old), str(new)) for name, old, new in item.differences] == [
        ("as_of", "2026-11-24", "2026-11-25"),
        ("scenario", "{'effort': 'weeks'}", "{'effort': 'days'}"),
    ]
    assert ExpertCase.history.filter(history_change_reason="a test").count() == 2


@pytest.mark.django_db
def test_days_inside_expectations_are_kept_as_text():
    load(one=CASE.replace(b"first: [upr]", b"by: {upr: {submission: 2027-01-18}}"))
    assert ExpertCase.objects.get().expect == {"by": {"upr": {"submission": "2027-01-18"}}}


@pytest.mark.django_db
def test_all_faults_of_all_files_are_named_and_nothing_is_written():
    found = faults(
        good=CASE,
        bad=b"scenario: {effort: never}\nexpect: {first: [nowhere]}\nwhy: so",
        broken=b"name: [",
        silent=b"scenario: {}",
        latin="name: é".encode("latin-1"),
        many=b"cases: {good: {scenario: {}, why: so}, Bad Name: {scenario: {}, why: so}}",
        mixed=b"cases: {}\nname: x",
    )
    text = "\n".join(found)
    for part in (
        "bad.yaml: effort:",
        "bad.yaml: expect.first: 'nowhere' is not known; allowed:",
        "broken.yaml: scenario: is not readable as YAML",
        "silent.yaml: why: ",
        "latin.yaml: file: is not UTF-8 text",
        "many.yaml: good: this case is in good.yaml as well",
        "many.yaml: slug: ",
        "mixed.yaml: file: holds something else",
    ):
        assert part in text
    assert ExpertCase.objects.count() == 0


@pytest.mark.django_db
@pytest.mark.parametrize(
    "content",
    [
        b"scenario: {}\nexpect: {changes: [{set: {effort: &a [x, x]}}, {set: {scale: *a}}]}\nwhy: so",
        b"&a [*a]",
        b"why: !!python/object/apply:os.system ['true']\nscenario: {}",
        b"[" * 20_000,
    ],
)
def test_hostile_files_are_refused(content):
    assert len(faults(evil=content)) == 1

"""What is exported can be committed, and coming back it changes nothing."""

import csv
import io

import openpyxl
import pytest
import tablib
from django.core.validators import RegexValidator
from django.db import models

from mechanisms.load.exchange.previews import apply, preview
from mechanisms.load.exchange.resources import FactResource
from mechanisms.load.exchange.uploads import lines_of
from mechanisms.load.exchange.written import written
from mechanisms.load.folder import FOLDER
from mechanisms.load.tables import TABLES, table_of
from mechanisms.models import CouncilMembership, Door, Source, State, TreatyStatus
from mechanisms.remembered import Change
from tests.mechanisms.world import membership, proof, state

STATES = table_of(State)
SHARED = {"sources", "sources_cited"}


def read(table, kind="csv"):
    return preview(table, lines_of(f"x.{kind}", FactResource(table).file(kind)))


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_every_table_comes_back_unchanged(facts, kind):
    for table in TABLES:
        found = read(table, kind)
        assert (found.faults, found.added, found.changed) == ([], 0, 0), table.file
        assert found.unchanged == table.model._default_manager.count()


def test_an_exported_file_has_the_rows_and_columns_of_the_committed_one(facts):
    for table in TABLES:
        if table.file in SHARED:
            continue
        written = list(csv.DictReader(io.StringIO(FactResource(table).file("csv").decode("utf-8-sig"))))
        committed = list(csv.DictReader(io.StringIO((FOLDER / table.name).read_text(encoding="utf-8"))))
        key = table.columns
        assert sorted(written, key=lambda row: [row[name] for name in key]) == sorted(
            committed, key=lambda row: [row[name] for name in key]
        ), table.file


@pytest.mark.django_db
def test_hostile_text_leaves_guarded_and_comes_back(editor):
    proof()
    Source.objects.update(title="=HYPERLINK(1)", note="'@x")
    table = table_of(Source)
    text = FactResource(table).file("csv").decode("utf-8-sig")
    assert "'=HYPERLINK(1)" in text
    assert "''@x" in text
    assert read(table).unchanged == read(table, "xlsx").unchanged == 1


AWKWARD = (
    'a "quote", and; more',
    "two\nlines",
    "=1+1",
    "'=1+1",
    "''x",
    "- a dash",
    "+41 22 917 9220",
    "@home",
    "007",
    "2027-01",
    "1e5",
    "TRUE",
    "#N/A",
    "ＳＵＭ（１）",
    "＝1",
    "Côte d’Ivoire “Türkiye” Ελλάδα Россия 中文 العربية",
    "no\u00a0break",
)


def free_texts(table):
    """The columns of a table in which people write what they like."""
    for item in table.fields:
        is_free = type(item) in (models.TextField, models.CharField) and not (item.choices or item.unique)
        is_free = is_free and not any(isinstance(check, RegexValidator) for check in item.validators)
        if is_free and item.name not in table.model.NATURAL_KEY and (item.max_length or 100) >= 60:
            yield item.name


def test_awkward_text_in_any_table_comes_back_as_it_was(facts):
    written_over = 0
    for table in TABLES:
        names = list(free_texts(table))
        for text, row in zip(AWKWARD, table.model._default_manager.all()[: len(AWKWARD)], strict=False):
            filled = [name for name in names if getattr(row, name)]
            if filled:
                table.model._default_manager.filter(pk=row.pk).update(**dict.fromkeys(filled, text))
                written_over += len(filled)
        for kind in ("csv", "xlsx"):
            found = read(table, kind)
            assert [str(fault) for fault in found.faults if fault.column in names] == [], table.file
            assert found.faults or (found.added, found.changed) == (0, 0), table.file
    assert written_over > 150


def test_a_workbook_leaves_what_is_typed_as_it_is_typed():
    data = tablib.Dataset(["x", "2027-01"], headers=["a", "b"])
    sheet = openpyxl.load_workbook(io.BytesIO(written(data, "xlsx"))).active
    assert {cell.number_format for row in sheet.rows for cell in row} == {"@"}
    assert sheet.column_dimensions["B"].number_format == "@"


def test_a_preview_says_what_is_new_and_what_changes_from_what_to_what(facts):
    text = FactResource(table_of(Door)).file("csv").decode("utf-8-sig")
    line = next(line for line in text.splitlines() if line.startswith("unhcr-help,"))
    themes = [link.theme.slug for link in Door.objects.get(slug="unhcr-help").theme_links.all()]
    changed = line.replace("UNHCR Help", "UNHCR", 1).replace(";".join(themes), themes[0])
    new = "new-door,other-door,99,New,,,A new door,,,,food,,,,own-themes,2026-11-24,high,\n"
    text = text.replace(line, changed) + new
    found = preview(table_of(Door), lines_of("doors.csv", text.encode()))
    assert (found.added, found.changed, found.unchanged) == (1, 1, Door.objects.count() - 1)
    lines = {line.label: line for line in found.lines()}
    assert [(item.column, item.before, item.after) for item in lines["unhcr-help"].differences] == [
        ("name", name := Door.objects.get(slug="unhcr-help").name, name.replace("UNHCR Help", "UNHCR", 1)),
        ("themes", ";".join(themes), themes[0]),
    ]
    assert lines["new-door"].is_new
    assert not Door.objects.filter(slug="new-door").exists()
    apply(table_of(Door), lines_of("doors.csv", text.encode()), Change(reason="Imported"))
    assert [link.theme.slug for link in Door.objects.get(slug="unhcr-help").theme_links.all()] == themes[:1]
    assert Door.objects.get(slug="unhcr-help").history.first().history_change_reason == "Imported"


HEADER = ",".join(STATES.columns)
KENYA = "KEN,KE,404,Kenya,member,african,Africa,somewhere,2026-11-24,high,"


@pytest.mark.django_db
def test_all_faults_at_once_and_nothing_written():
    state()
    kenya = KENYA.replace("member", "king").replace("2026-11-24", "soon")
    togo = "TGO,TG,768,Togo,member,,,nowhere,2026-11-24,high,=1+1"
    text = f"{HEADER}\n{kenya}\n{togo}\n"
    found = apply(STATES, lines_of("states.csv", text.encode()), Change())
    told = {(fault.line, fault.column) for fault in found.faults}
    assert told == {(2, "un_status"), (2, "checked_on"), (3, "source"), (3, "un_region"), (3, "note")}
    assert State.objects.get().name == "KEN"
    assert "the short name of a known row" in str(next(f for f in found.faults if f.column == "source"))


@pytest.mark.django_db
def test_what_only_the_database_would_refuse_is_found_by_the_preview(monkeypatch):
    from django.db import IntegrityError

    proof()
    monkeypatch.setattr(
        "mechanisms.load.exchange.previews.write", lambda *args: (_ for _ in ()).throw(IntegrityError("no"))
    )
    (fault,) = preview(STATES, lines_of("states.csv", f"{HEADER}\n{KENYA}\n".encode())).faults
    assert "refused by the database" in str(fault)


@pytest.mark.django_db
def test_an_overlap_with_a_row_that_is_not_in_the_file():
    membership(state=state()).save()
    text = "state,regional_group,valid_from,valid_to,source,checked_on,confidence,note\n"
    text += "KEN,african,2020-01-01,2020-12-31,somewhere,2026-11-24,high,\n"
    (fault,) = preview(table_of(CouncilMembership), lines_of("m.csv", text.encode())).faults
    assert "overlaps" in fault.problem


def test_an_import_of_all_treaty_statuses_takes_few_queries(facts, django_assert_max_num_queries):
    data = FactResource(table_of(TreatyStatus)).file("csv").replace(b"2026-02-03", b"2026-11-24")
    lines = lines_of("treaty_statuses.csv", data)
    with django_assert_max_num_queries(150):
        found = apply(table_of(TreatyStatus), lines, Change())
    assert found.changed == 5460

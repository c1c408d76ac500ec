"""Translations come as a file like all facts: each about a row that there is, of the English that it says or of today's."""

import csv
import io

import pytest

from mechanisms.load.exchange.previews import apply, preview
from mechanisms.load.exchange.resources import FactResource
from mechanisms.load.exchange.uploads import lines_of
from mechanisms.load.folder import load
from mechanisms.load.reading import FactsError
from mechanisms.load.tables import TABLES, table_of
from mechanisms.models import FactText, State
from mechanisms.remembered import Change
from mechanisms.texts import fingerprint
from tests.mechanisms.world import FEW, ROWS, row, write

pytestmark = pytest.mark.django_db
TEXTS = table_of(FactText)
KENYA = {"kind": "states", "key": "KEN", "field": "name", "language": "fr", "text": "Quenya", "status": "ours"} | {
    "of": "",
    "source": "",
    "checked_on": "2026-11-24",
}


def file(*rows: dict[str, str]) -> str:
    made = io.StringIO()
    writer = csv.DictWriter(made, TEXTS.columns, lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return made.getvalue()


def loaded(folder, *rows, **changed):
    write(folder, **changed)
    (folder / TEXTS.name).write_text(file(*rows), encoding="utf-8")
    return load(folder, (*FEW, TEXTS))


def imported(*rows):
    return apply(TEXTS, lines_of(TEXTS.name, file(*rows).encode()), Change())


def test_the_table_comes_last_so_that_what_it_translates_is_there():
    assert TABLES[-1] is TEXTS


def test_a_text_is_of_the_english_that_the_same_folder_brings(tmp_path):
    loaded(tmp_path, KENYA)
    assert FactText.objects.get().of == fingerprint("Kenya")
    loaded(tmp_path, KENYA, states=[row("states", name="Republic of Kenya"), ROWS["states"][1]])
    assert FactText.objects.get().of == fingerprint("Republic of Kenya")
    assert loaded(tmp_path, KENYA).counts[-1].changed == 1


def test_a_text_that_says_of_which_english_it_is_stays_so(tmp_path):
    loaded(tmp_path, KENYA | {"of": fingerprint("Kenya Colony")})
    assert FactText.objects.stale() == [FactText.objects.get()]


def test_it_comes_back_from_a_spreadsheet_unchanged_stale_or_not(tmp_path):
    loaded(tmp_path, KENYA, KENYA | {"key": "TGO", "text": "'=Togo", "status": "official", "source": "somewhere"})
    State.objects.filter(iso3="TGO").update(name="Togolese Republic")
    for kind in ("csv", "xlsx"):
        found = preview(TEXTS, lines_of(f"x.{kind}", FactResource(TEXTS).file(kind)))
        assert (found.faults, found.added, found.changed, found.unchanged) == ([], 0, 0, 2)


def test_an_import_is_of_the_saved_english(tmp_path):
    load(write(tmp_path), FEW)
    assert imported(KENYA).added == 1
    assert FactText.objects.get().of == fingerprint("Kenya")
    State.objects.filter(iso3="KEN").update(name="Republic of Kenya")
    assert imported(KENYA).changed == 1, "an empty fingerprint says: compared with the English as it is"
    assert FactText.objects.stale() == []


@pytest.mark.parametrize(
    ("changed", "column"),
    [
        ({"key": "XXX"}, "key"),
        ({"field": "label"}, "field"),
        ({"language": "en"}, "language"),
        ({"status": "official"}, "source"),
        ({"source": "nowhere"}, "source"),
        ({"text": ""}, "text"),
        ({"of": "kenya"}, "of"),
    ],
)
def test_what_cannot_be_so_is_a_fault(tmp_path, changed, column):
    with pytest.raises(FactsError) as refused:
        loaded(tmp_path, KENYA | changed)
    assert [(fault.file, fault.line, fault.column) for fault in refused.value.faults] == [(TEXTS.name, 2, column)]
    assert not FactText.objects.exists()

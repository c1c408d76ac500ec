"""Files as people have them: what is certain is mended without a word, what is not is told."""

import pytest

from mechanisms.load.exchange.previews import apply, preview
from mechanisms.load.exchange.tidying import tidied
from mechanisms.load.exchange.uploads import lines_of
from mechanisms.load.tables import table_of
from mechanisms.models import CouncilMembership, FactText, State
from mechanisms.remembered import Change
from tests.mechanisms.world import membership, proof, state

pytestmark = pytest.mark.django_db
STATES = table_of(State)
HEADER = ",".join(STATES.columns)
KENYA = "KEN,KE,404,Kenya,member,african,Africa,somewhere,2026-11-24,high,"


def found(text: str, table=STATES, file: str = "mine.csv"):
    return preview(table, lines_of(file, text.encode()), file)


def told(text: str, table=STATES):
    return [(fault.line, fault.column, fault.problem) for fault in found(text, table).faults]


@pytest.fixture(autouse=True)
def _kenya():
    state()
    State.objects.update(name="Kenya", iso2="KE", m49="404", regional_group="african", un_region="Africa")


@pytest.mark.parametrize(
    "text",
    [
        f"{HEADER}\n{KENYA}\n",
        f"{HEADER}\n\n,,,,,,,,,,\n{KENYA}\n\n",
        f" {HEADER.upper().replace(',', ' , ')} \n{KENYA.replace(',', ' , ')}\n",
        f"{HEADER}\n{KENYA.replace('KEN,KE', 'ken,ke')}\n",
        f"{HEADER},,\n{KENYA},,\n",
        f"{HEADER.replace('un_status', 'UN status').replace('checked_on', 'Checked on')}\n{KENYA}\n",
        f"{HEADER.replace(',', ';')}\n{KENYA.replace(',', ';')}\n",
        "sep=;\r\niso3;name\r\nken;Kenya\r\n",
        "Name,ISO3\nKenya,ken\n",
    ],
)
def test_what_is_certain_is_mended(text):
    state_found = found(text)
    assert state_found.faults == []
    assert state_found.added == 0
    assert [item.row.name for item in state_found.planned] == ["Kenya"]


def test_zeros_that_a_spreadsheet_took_away_come_back():
    text = f"{HEADER}\nAFG,AF,4,Afghanistan,member,african,Africa,somewhere,2026-11-24,high,\n"
    assert [item.row.m49 for item in found(text).planned] == ["004"]


def test_columns_that_are_not_in_the_file_keep_their_value():
    State.objects.update(note="=1 stays", un_region="Africa")
    lines = lines_of("mine.csv", b"iso3,name\nKEN,Republic of Kenya\n")
    done = apply(STATES, lines, Change(), "mine.csv")
    assert (done.faults, done.changed) == ([], 1)
    kenya = State.objects.get()
    assert (kenya.name, kenya.note, kenya.un_region, kenya.m49) == ("Republic of Kenya", "=1 stays", "Africa", "404")


def test_rows_of_a_period_are_recognised_by_all_that_names_them():
    membership(state=State.objects.get(), note="kept").save()
    row = CouncilMembership.objects.get()
    text = f"state,valid_from,regional_group\nken,{row.partial('valid_from') or ''},african\n"
    done = found(text, table_of(CouncilMembership))
    assert (done.faults, done.added, done.unchanged) == ([], 0, 1)


def test_a_new_row_needs_what_it_can_not_do_without():
    assert {(line, column) for line, column, _ in told("iso3,name\nTGO,Togo\nKEN,Kenya\n")} >= {
        (2, "iso2"),
        (2, "m49"),
        (2, "source"),
        (2, "checked_on"),
    }
    assert all(line == 2 for line, _, _ in told("iso3,name\nTGO,Togo\nKEN,Kenya\n"))


@pytest.mark.parametrize(
    ("text", "column", "words"),
    [
        ("name\nKenya\n", "iso3", "rows are recognised by it"),
        ("iso3,nam\nKEN,Kenya\n", "nam", "do you mean “name”"),
        ("iso3,name,Name\nKEN,Kenya,Kenya\n", "name", "stands twice"),
        ("iso3,,name\nKEN,x,Kenya\n", "", "no name in the header"),
        ("iso3,name\nKEN,Ken\u200bya\n", "name", "U+200B zero width space, at place 4"),
        ("iso3,name\nKEN,\u202dKenya\n", "name", "U+202D left-to-right override, at place 1"),
        ("iso3,name\nKEN,KÃ©nya\n", "name", "“Ã©” is “é” read in the wrong encoding"),
        ("iso3,name\nKEN,K\ufffdnya\n", "name", "a letter was lost"),
        ("iso3,name\nKEN,Kenya,more\n", "", "3 cells under 2 columns"),
        ("iso3,name\nKEN\n", "", "1 cells under 2 columns"),
        ("iso3,source\nKEN,somwhere\n", "source", "“somwhere” is not known"),
    ],
)
def test_what_is_not_certain_is_told(text, column, words):
    ((_, where, problem),) = told(text)
    assert where == column
    assert words in problem


def test_names_near_to_an_unknown_one_are_offered():
    (fault,) = found("iso3,source\nKEN,somwhere\n").faults
    assert fault.file == "mine.csv"
    assert "near to it: somewhere" in fault.allowed


def test_faults_in_other_places_of_the_same_file_bear_its_name():
    faults = found("iso3,name\nKEN,Kenya\nken,Kenya\n").faults
    assert {(fault.file, fault.line) for fault in faults} == {("mine.csv", 3)}
    assert all("see mine.csv:2" in fault.problem for fault in faults)


def test_a_file_without_any_text_is_empty():
    assert [fault.problem for fault in tidied(STATES, [(1, ["", " "])], "mine.csv").faults] == ["the file is empty"]


def test_texts_in_other_languages_keep_their_joiners():
    proof()
    table = table_of(FactText)
    header = ",".join(table.columns)
    cells = dict.fromkeys(table.columns, "") | {"text": "می\u200cخواهم"}
    tidy = tidied(table, lines_of("t.csv", f"{header}\n{','.join(cells.values())}\n".encode()), "t.csv")
    assert tidy.faults == []

"""Every fault of every file is found in one go, with its place and with what is allowed."""

import pytest

from mechanisms.load.reading import FactsError, Reading
from mechanisms.models import State
from tests.mechanisms.world import FEW, ROWS, membership, row, state, write

pytestmark = pytest.mark.django_db


def faults(folder) -> list[str]:
    return [str(fault) for fault in sorted(set(Reading.of(folder, FEW).faults))]


def test_sound_files_have_no_faults(tmp_path):
    assert faults(write(tmp_path)) == []


@pytest.mark.parametrize(
    ("file", "cells", "expected"),
    [
        ("states", {"un_status": "king"}, "states.csv:2:un_status: “king” is not allowed; allowed: member, observer"),
        (
            "states",
            {"source": "nowhere"},
            "states.csv:2:source: “nowhere” is not known; allowed: a slug out of sources.csv",
        ),
        ("states", {"source": ""}, "states.csv:2:source: must not be empty"),
        ("states", {"name": ""}, "states.csv:2:name: must not be empty"),
        ("states", {"name": "Kenya "}, "states.csv:2:name: spaces around the text"),
        ("states", {"name": "Ken\x00ya"}, "states.csv:2:name: a control character in the text"),
        ("states", {"name": "Togo"}, "states.csv:3:name: “Togo” stands twice: see states.csv:2"),
        ("states", {"checked_on": "24.11.2026"}, "states.csv:2:checked_on: “24.11.2026” is not a date"),
        ("states", {"checked_on": "2026-11"}, "states.csv:2:checked_on: “2026-11” is not a day; allowed: YYYY-MM-DD"),
        ("themes", {"grave": "maybe"}, "themes.csv:2:grave: “maybe” is neither yes nor no; allowed: yes, no"),
        (
            "doors",
            {"themes": "torture;dog"},
            "doors.csv:2:themes: “dog” is not known; allowed: a slug out of themes.csv",
        ),
        ("doors", {"themes": "torture;torture"}, "doors.csv:2:themes: a name stands twice"),
        (
            "doors",
            {"dangers": "eviction;flood"},
            "doors.csv:2:dangers: “eviction;flood”: “flood” is not allowed; allowed: removal, execution",
        ),
        ("doors", {"dangers": "eviction;eviction"}, "doors.csv:2:dangers: “eviction;eviction”: A name stands twice."),
        ("doors", {"value": "mail@example.org"}, "doors.csv:2:kind: An address and its kind go together."),
        ("doors", {"pointer": "regional"}, "doors.csv:2:regional_body: Needed for urgent measures of a regional body"),
        ("theme_treaties", {"kind": "framed"}, "theme_treaties.csv:2:condition: Needed for what can be framed"),
        ("theme_treaties", {"condition": "if so"}, "theme_treaties.csv:2:condition: Needed for what can be framed"),
        ("theme_treaties", {"treaty": ""}, "theme_treaties.csv:2:treaty: must not be empty"),
        ("treaties", {"binding_delay_days": "a few"}, "treaties.csv:2:binding_delay_days: “a few”"),
        ("treaties", {"committee_url": "here"}, "treaties.csv:2:committee_url: “here”"),
        ("treaty_statuses", {"status": "accepted"}, "treaty_statuses.csv:2:status: This status does not go with"),
        ("treaty_statuses", {"valid_to": "1990"}, "treaty_statuses.csv:2:valid_to: The end lies before the start."),
        (
            "treaty_statuses",
            {"state": "Kenia"},
            "treaty_statuses.csv:2:state: “Kenia”: Ensure this value has at most 3 characters (it has 5).; allowed: probably KEN",
        ),
        (
            "treaty_statuses",
            {"state": "KNE"},
            "treaty_statuses.csv:2:state: “KNE” is not known; allowed: a iso3 out of",
        ),
        ("treaty_statuses", {"state": "ke"}, "treaty_statuses.csv:2:state: “ke” is not known; allowed: probably KEN"),
        ("treaty_statuses", {"valid_from": "soon"}, "allowed: YYYY-MM-DD, YYYY-MM, YYYY, empty"),
    ],
)
def test_a_fault_says_where_what_and_what_is_allowed(tmp_path, file, cells, expected):
    (fault,) = faults(write(tmp_path, **{file: [row(file, **cells), *ROWS[file][1:]]}))
    assert expected in fault


def test_all_faults_of_all_files_at_once(tmp_path):
    write(
        tmp_path,
        states=[row("states", un_status="king", iso2="K"), row("states", 1, checked_on="")],
        themes=[row("themes", grave="")],
        doors=[row("doors", themes="dog")],
    )
    (tmp_path / "treaty_statuses.csv").unlink()
    assert [fault.split(": ")[0] for fault in faults(tmp_path)] == [
        "doors.csv:2:themes",
        "states.csv:2:un_status",
        "states.csv:3:checked_on",
        "themes.csv:2:grave",
        "treaty_statuses.csv",
    ]


def test_overlapping_rows_of_a_key(tmp_path):
    signed = row("treaty_statuses", status="signatory", valid_from="1990-01-01", valid_to="1997-02-21")
    (fault,) = faults(write(tmp_path, treaty_statuses=[*ROWS["treaty_statuses"], signed]))
    assert "treaty_statuses.csv:4:valid_from: the period 1990-01-01 – 1997-02-21 overlaps" in fault
    assert fault.endswith("of treaty_statuses.csv:2")


def test_a_file_without_a_column_is_told_from_one_with_a_strange_column(tmp_path):
    write(tmp_path)
    text = (tmp_path / "themes.csv").read_text()
    (tmp_path / "themes.csv").write_text(text.replace("grave", "serious", 1))
    missing, unknown = faults(tmp_path)
    assert missing == "themes.csv:1:grave: the column is missing"
    assert unknown.startswith("themes.csv:1:serious: unknown column; allowed: slug, label")


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (b"", "themes.csv:1:slug: the column is missing"),
        (b"\xff\xfe\x00\x01", "themes.csv:1: not UTF-8 text"),
        (b'slug,label\n"open', "themes.csv:1:"),
    ],
)
def test_a_broken_file_is_a_fault_and_no_crash(tmp_path, content, expected):
    (write(tmp_path) / "themes.csv").write_bytes(content)
    assert any(fault.startswith(expected) for fault in faults(tmp_path))


def test_lines_are_counted_through_cells_with_several_lines(tmp_path):
    states = [row("states", note="One line\nand another"), row("states", 1, un_status="king")]
    (fault,) = faults(write(tmp_path, states=states))
    assert fault.startswith("states.csv:4:un_status")


def test_a_row_that_is_too_short(tmp_path):
    write(tmp_path)
    with (tmp_path / "themes.csv").open("a") as file:
        file.write("health,Health\n\n")
    assert [fault.split(" cells")[0] for fault in faults(tmp_path)] == [
        "themes.csv:3: 2",
        "themes.csv:4: an empty line",
    ]


def test_a_missing_file_does_not_make_every_reference_to_it_a_fault(tmp_path):
    (write(tmp_path) / "treaties.csv").unlink()
    assert faults(tmp_path) == ["treaties.csv: the file is missing"]


def test_a_file_of_another_name_is_refused(tmp_path):
    (write(tmp_path) / "unverified_hints.csv").write_text("slug,value\n")
    (fault,) = faults(tmp_path)
    assert fault.startswith("unverified_hints.csv: unknown file; allowed: doors.csv, sources.csv, states.csv")


def test_a_missing_folder(tmp_path):
    assert faults(tmp_path / "none") == [f"{tmp_path / 'none'}: no such folder"]


def test_names_known_to_the_database_count(tmp_path):
    membership(state=state("UGA")).save()
    kenyan = row("treaty_statuses", state="UGA", valid_from="2000-01-01")
    assert faults(write(tmp_path, treaty_statuses=[kenyan])) == []
    assert State.objects.count() == 1


def test_the_error_lists_each_fault_once():
    error = FactsError([*Reading.of(write_nothing()).faults] * 2)
    assert len(error.faults) == 1


def write_nothing():
    from pathlib import Path

    return Path("no-such-folder")

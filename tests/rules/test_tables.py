"""The truth tables of dates and sessions, and what holds for every table: a row without a source is no law."""

import csv
import datetime

import pytest

from rules.ground import situate
from rules.routes import council_sessions, special_procedures, treaty_body_complaint
from rules.timetable import petition_limit, upr_position
from rules.vocabulary import ActionSlug, GateSlug, Result, Stage

from . import truth, world

ALL = sorted(path.relative_to(truth.TABLES).with_suffix("") for path in truth.TABLES.rglob("*.csv"))
BY_COMMITTEE = {
    GateSlug.COMPETENCE_ACCEPTED: "competence",
    GateSlug.TIME_LIMIT: "time-limit",
    GateSlug.VICTIM_GROUP: "victim-group",
    GateSlug.FACTS_IN_TIME: "facts-in-time",
}


@pytest.mark.parametrize("row", truth.rows("petition-limit"))
def test_the_last_day_to_file(row):
    assert str(petition_limit(truth.day(row, "decision"), int(row["months"]))) == row["last_day"]


@pytest.mark.parametrize("row", truth.rows("upr-stages"))
def test_where_a_state_stands_in_the_upr(row):
    found = upr_position(truth.upr_edition(row), "AAA", truth.day(row))
    assert (found.stage, str(found.session or "")) == (row["stage"], row["session"])
    assert (str(found.next_review or ""), found.review_status) == (row["next_review"], row["status"])
    assert (str(found.next_end or ""), str(found.next_session or "")) == (row["next_end_found"], row["next_number"])
    assert (truth.yes(found.begun), truth.yes(found.moved)) == (row["begun"], row["moved"])


@pytest.mark.parametrize("row", truth.rows("council-sessions"))
def test_by_when_at_the_council(row):
    found = truth.on_the_floor(row)
    assert found == {key: row[key] for key in found}


@pytest.mark.parametrize("row", truth.rows("actions"))
def test_what_is_to_be_done(row):
    found = truth.to_do(row, truth.situation(row))
    assert found == {key: row[key] for key in found}


@pytest.mark.parametrize("row", truth.rows("upr-actions"))
def test_what_is_to_be_done_in_the_upr(row):
    found = truth.to_do({**row, "route": "upr"}, truth.upr_situation(row))
    assert found == {key: row[key] for key in found}


@pytest.mark.parametrize("row", truth.rows("committee-reviews"))
def test_what_is_to_be_done_before_a_committee(row):
    s = truth.committees_situation(row)
    found = {**truth.to_do({**row, "route": "treaty-body-review"}, s), "next": truth.next_of(s)}
    assert found == {key: row[key] for key in found}


@pytest.mark.parametrize("row", truth.rows("council-crisis"))
def test_what_a_crisis_opens(row):
    found = truth.to_do({**row, "route": "council-sessions"}, truth.crisis(row))
    assert found == {key: row[key] for key in found}


def test_every_action_is_in_a_table():
    text = " ".join(
        row.values[0]["do"] for name in ("actions", "council-crisis", "upr-actions") for row in truth.rows(name)
    )
    assert [action for action in ActionSlug if action not in text] == []


@pytest.mark.parametrize("name", ALL, ids=str)
def test_every_row_has_a_source_and_stands_once(name):
    with (truth.TABLES / name).with_suffix(".csv").open(encoding="utf-8", newline="") as file:
        rows = [*csv.DictReader(file)]
    assert [row for row in rows if not row["source"].strip()] == []
    assert len({tuple(row.items()) for row in rows}) == len(rows)
    assert all(None not in row and None not in row.values() for row in rows)


def test_every_condition_has_a_table():
    gates = {path.stem for path in (truth.TABLES / "gates").glob("*.csv")}
    committees = {path.stem for path in (truth.TABLES / "committees").glob("*.csv")}
    assert {slug.value for slug in GateSlug} == gates | {
        slug.value for slug, name in BY_COMMITTEE.items() if name in committees
    }


def test_every_stage_and_every_result_is_in_a_table():
    stages = {row.values[0]["stage"] for row in truth.rows("upr-stages")}
    assert stages == {stage.value for stage in Stage}
    results = {row.values[0]["result"] for name in ALL if name.parts[0] == "gates" for row in truth.rows(str(name))}
    assert results == {result.value for result in Result}


def test_a_cell_that_is_no_day_is_refused():
    with pytest.raises(ValueError, match="Invalid isoformat"):
        truth.day({"day": "24.11.2026"})
    assert truth.day({}) == datetime.date(2026, 11, 24)


def test_dates_know_the_session_the_treaty_or_the_call_that_they_are_about():
    council = {"session": "2027-02-22", "written_published": "2027-02-01", "side_published": "2027-01-15"}
    s = situate(truth.scenario({"ecosoc": "special"}), truth.council_edition(council), world.DAY)
    assert [date.params for date in council_sessions.dates(s)] == [{"session": 65}] * 3
    case = world.situation(**world.case(themes=["racism"]))
    assert [date.params for date in treaty_body_complaint.dates(case)] == [{"treaty": "cerd"}]
    assert [date.source for date in treaty_body_complaint.dates(case)] == ["src"]
    call = world.situation(themes=["housing"])
    assert [date.params for date in special_procedures.dates(call)] == [
        {"mandate": "housing", "title": "Housing and heat"}
    ]
    assert [action.params for action in special_procedures.actions(call, True)] == [{"title": "Housing and heat"}]

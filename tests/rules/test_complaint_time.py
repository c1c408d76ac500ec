"""The time of a complaint: the tables `committees/time-limit`, `facts-in-time` and `clock`."""

import pytest

from rules import complaint_time
from rules.committees import filings

from . import truth
from .test_committees import CASE, says


@pytest.mark.parametrize("row", truth.rows("committees/time-limit"))
def test_time_limit(row):
    s, pair = truth.one_committee({**CASE, **row})
    found, _ = complaint_time.time_limit(s, pair)
    says(found, "time-limit", row)
    assert str(found.params.get("last", "")) == row["last"]


@pytest.mark.parametrize("row", truth.rows("committees/facts-in-time"))
def test_the_time_of_the_facts(row):
    found = complaint_time.facts_in_time(*truth.one_committee(row))
    says(found, "facts-in-time", row)
    assert str(found.params.get("since", "")) == row["since"]


@pytest.mark.parametrize("row", truth.rows("committees/clock"))
def test_the_last_day_to_file_and_the_time_that_is_left(row):
    (found,) = (filing for filing in filings(truth.one_committee({**CASE, **row})[0]))
    assert str(found.limit or "") == row["limit"]
    assert (found.clock or "") == row["clock"]

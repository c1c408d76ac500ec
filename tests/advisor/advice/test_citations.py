"""Sources get their numbers as they are cited, and old checks are marked."""

import datetime

import pytest

from advisor.advice.citations import Citations, Cite, said
from advisor.editions import store

TODAY = datetime.date(2026, 11, 24)


@pytest.fixture
def cite(edition: str) -> Citations:
    return Citations(store.open_edition(edition), TODAY)


def test_each_source_keeps_the_number_of_its_first_use(cite: Citations) -> None:
    numbers = [cite(slug).number for slug in ("upr-ngos", "hrc-res-5-1", "upr-ngos")]
    assert numbers == [1, 2, 1]
    assert [source.slug for source in cite.listed()] == ["upr-ngos", "hrc-res-5-1"]


@pytest.mark.parametrize(("checked_on", "old"), [("2026-05-23", True), ("2026-05-24", False), ("2026-11-24", False)])
def test_without_an_interval_a_check_of_more_than_six_months_ago_is_old(
    checked_on: str, old: bool, cite: Citations
) -> None:
    assert cite("upr-ngos", checked_on).old is old


@pytest.mark.parametrize(("recheck_by", "old"), [("2026-11-23", True), ("2026-11-24", False), ("2027-01-01", False)])
def test_a_fact_past_its_own_day_is_old_however_lately_it_was_checked(
    recheck_by: str, old: bool, cite: Citations
) -> None:
    found = cite("upr-ngos", "2026-11-20", recheck_by)
    assert (found.old, found.due) == (old, datetime.date.fromisoformat(recheck_by))


def test_a_source_counts_as_its_first_fact_that_is_due(cite: Citations) -> None:
    source = cite.edition.sources["untc-iv-9"]
    assert source.recheck_by == "2026-03-06"  # treaty status of 3 February, to be looked up monthly
    assert cite("untc-iv-9").due_day == "6 Mar 2026"
    assert cite("untc-iv-9").old


def test_an_unknown_source_is_an_error(cite: Citations) -> None:
    with pytest.raises(KeyError):
        cite("no-such-source")


def test_in_a_list_a_source_stands_where_it_changes() -> None:
    one, two = (Cite(number, str(number), "", "", "", "", None, None, False) for number in (1, 2))
    assert said([("a", one), ("b", one), ("c", two), ("d", one)]) == (("a", None), ("b", one), ("c", two), ("d", one))

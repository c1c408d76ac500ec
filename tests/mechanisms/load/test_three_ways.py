"""What becomes of a row that a release and an editor may both have changed."""

import pytest

from mechanisms.load.three_ways import Outcome, alike, changed, merged, outcome

OLD = {"slug": "a", "name": "Old", "note": "", "checked_on": "2026-01-01"}


def but(**cells: str) -> dict[str, str]:
    return {**OLD, **cells}


@pytest.mark.parametrize(
    ("base", "ours", "theirs", "expected"),
    [
        (OLD, OLD, OLD, Outcome.SAME),
        (None, None, OLD, Outcome.NEW),
        (OLD, OLD, but(name="New"), Outcome.FOLLOWS),
        (OLD, but(name="Own"), OLD, Outcome.STAYS),
        (OLD, but(name="New"), but(name="New"), Outcome.SAME),
        (OLD, but(name="Own"), but(name="New"), Outcome.WAITS),
        (OLD, but(note="Own"), but(name="New"), Outcome.WAITS),
        # A row without a known base is nobody's to change.
        (None, OLD, OLD, Outcome.SAME),
        (None, but(name="Own"), OLD, Outcome.WAITS),
        # Deleted here, or given another key.
        (OLD, None, OLD, Outcome.STAYS),
        (OLD, None, but(name="New"), Outcome.WAITS),
        # Left out by the release: never deleted by itself, whether touched or not.
        (OLD, OLD, None, Outcome.WAITS),
        (OLD, but(name="Own"), None, Outcome.WAITS),
        (OLD, None, None, Outcome.SAME),
        (None, OLD, None, Outcome.STAYS),
        # Checked again: the later day counts where both say the same.
        (OLD, but(checked_on="2026-02-01"), but(checked_on="2026-03-01"), Outcome.FOLLOWS),
        (OLD, but(checked_on="2026-04-01"), but(checked_on="2026-03-01"), Outcome.STAYS),
        (OLD, but(name="Own"), but(checked_on="2026-03-01"), Outcome.WAITS),
        (OLD, but(checked_on="2026-02-01"), but(name="New"), Outcome.WAITS),
    ],
)
def test_the_outcome_of_a_row(base, ours, theirs, expected):
    assert outcome(base, ours, theirs) is expected


def test_a_merge_takes_theirs_where_they_changed_a_cell_and_ours_elsewhere():
    assert merged(OLD, but(note="Own", name="Own"), but(name="New")) == but(note="Own", name="New")
    assert merged(OLD, None, but(name="New")) == but(name="New")
    assert merged(None, but(note="Own"), but(name="New")) == but(name="New")


def test_the_day_of_a_check_is_no_difference_but_every_other_cell_is():
    assert alike(OLD, but(checked_on="2026-03-01"))
    assert not alike(OLD, but(note="Own"))
    assert not alike(OLD, None)
    assert alike(None, None)


def test_columns_that_differ_are_named_in_their_order():
    assert changed(OLD, but(note="Own", name="New")) == ["name", "note"]
    assert changed(None, OLD) == ["slug", "name", "checked_on"]
    assert changed(OLD, None) == ["slug", "name", "checked_on"]

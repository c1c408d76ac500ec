"""Weights are read as a whole: a hole or a contradiction anywhere refuses the file."""

import re
from pathlib import Path

import pytest
from django.conf import settings

from advisor.editions.weights import BadWeights, rows_of

SHIPPED = Path(settings.BASE_DIR) / "fixtures" / "weights.toml"


def changed(tmp_path: Path, pattern: str, replacement: str) -> Path:
    text, count = re.subn(pattern, replacement, SHIPPED.read_text(encoding="utf-8"), count=1, flags=re.M)
    assert count == 1
    path = tmp_path / "weights.toml"
    path.write_text(text, encoding="utf-8")
    return path


def faults(path: Path) -> str:
    with pytest.raises(BadWeights) as caught:
        rows_of(path)
    return "\n".join(caught.value.faults)


def test_the_shipped_weights_hold_together_and_each_has_a_reason() -> None:
    assert all(row.reason for row in rows_of(SHIPPED))


@pytest.mark.parametrize(
    ("pattern", "replacement", "fault"),
    [
        (r"^imminent = \d+$", "", "special-procedures.urgency.imminent: is missing"),
        (r"^imminent = \d+$", "imminent = 22\nnever = 1", "special-procedures.urgency.never: is not allowed"),
        (r"^imminent = \d+$", 'imminent = "many"', "special-procedures.urgency.imminent: 'many' is not a whole number"),
        (r"^unknown = \d+$", "unknown = 99", "unknown: 99 lies outside"),
        (
            r'^reason = "Experts can write to a government within days.*$',
            "",
            "special-procedures.urgency: reason: is missing",
        ),
        (r"^\[upr.stage\]$", "[upr.stages]", "upr.stages: is not a table that a route reads"),
        (r"^good = 50$", "good = 80", "verdicts: strong, good and possible must fall"),
    ],
)
def test_every_fault_is_named(tmp_path: Path, pattern: str, replacement: str, fault: str) -> None:
    assert fault in faults(changed(tmp_path, pattern, replacement))

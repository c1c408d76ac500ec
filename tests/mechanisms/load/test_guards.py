"""No exported cell can start a formula, and what was guarded comes back as it was."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mechanisms.load.guards import guard, unguard

HOSTILE = ["=1+1", "+1+1", "-1+1", "@SUM(A1)", "\t=1", "\r=1", "=cmd|' /C calc'!A0", "＝1+1", "'=1", "''=1"]


@pytest.mark.parametrize("text", HOSTILE)
def test_a_formula_is_guarded_and_comes_back(text):
    assert guard(text).startswith("'")
    assert unguard(guard(text)) == text


@pytest.mark.parametrize(
    "text", ["", "5", "-5", "+41", "-1.5", "a = b", "'tis", "’", "2026-11-24", "- "[:0], "e-mail@example.org"]
)
def test_plain_text_and_numbers_stay(text):
    assert guard(text) == text == unguard(text)


@pytest.mark.parametrize("cell", ["=1+1", "+41 22 917", "-1+1", "@here", "＠SUM(1)"])
def test_an_unguarded_formula_is_refused(cell):
    with pytest.raises(ValueError, match="is or looks like a formula"):
        unguard(cell)


@given(st.text())
def test_every_text_comes_back(text):
    cell = guard(text)
    assert unguard(cell) == text
    assert cell == text or cell[0] == "'"

"""No exported cell can start a formula, and what was guarded comes back as it was."""

import pytest
import tablib
from hypothesis import given
from hypothesis import strategies as st

from mechanisms.load.exchange.written import written
from mechanisms.load.guards import guard, unguard, writable

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


@pytest.mark.parametrize("odd", ["\ufffe", "\uffff", "\x00", "\x0b", "\ud800"])
@pytest.mark.parametrize("kind", ["xlsx", "csv"])
def test_one_odd_character_keeps_no_table_from_being_written(odd, kind):
    table = tablib.Dataset([writable(f"a{odd}b")], headers=["Title"])
    assert written(table, kind)
    assert writable(f"a{odd}b") == "a\N{REPLACEMENT CHARACTER}b"
    assert writable("tab\tbreak\n é 😀") == "tab\tbreak\n é 😀"

"""Makes cells that no spreadsheet takes for a formula, and reads them back.

A program that opens a CSV file runs a cell that begins with `=`, `+`, `-` or `@` (or with a tab or a line break before them). The
export puts an apostrophe before such a text, as OWASP advises; the import removes it. An imported cell without the apostrophe is
refused, unless it is a plain number.
"""

import re

_STARTS = "=+@\\-\t\r\n＝＋－＠"
_NEEDS_GUARD = re.compile(f"'*[{_STARTS}]")
_IS_GUARDED = re.compile(f"'+[{_STARTS}]")
_NUMBER = re.compile(r"[+-]?\d+(\.\d+)?", re.ASCII)


_UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""What XML can't hold, and with it no workbook; the last ones are missing in the library's own list."""


def writable(text: str) -> str:
    """The text without what a workbook can't hold: one such character would keep the whole file from being written."""
    return _UNWRITABLE.sub("\N{REPLACEMENT CHARACTER}", text)


def guard(text: str) -> str:
    """The text as it may stand in a cell."""
    return f"'{text}" if _NEEDS_GUARD.match(text) and not _NUMBER.fullmatch(text) else text


def unguard(cell: str) -> str:
    """The text of a cell. Raises ``ValueError`` on what a spreadsheet would run."""
    if _IS_GUARDED.match(cell):
        return cell[1:]
    if _NEEDS_GUARD.match(cell) and not _NUMBER.fullmatch(cell):
        raise ValueError(f"“{cell[:40]}” is or looks like a formula", "the value itself, or ' in front of the text")
    return cell

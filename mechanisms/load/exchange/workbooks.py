"""XLSX: a compressed folder of XML, and so the easiest file to attack with. Read as text, never calculated."""

import datetime
import io
import warnings
import zipfile
from collections.abc import Iterator
from typing import Any

import openpyxl
from django.utils.translation import gettext as _

MAX_UNPACKED = 30 * 1024 * 1024
MAX_PARTS = 200
MAX_COLUMNS = 100
FORMULA = "="


class Harmful(Exception):
    """The file is not to be opened; the message says why."""


def lines_of_workbook(content: bytes, max_lines: int) -> Iterator[tuple[int, list[str]]]:
    """The lines of the first sheet. Raises ``Harmful``, or any exception of the libraries on a broken file."""
    _refuse_bombs(content)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # the library's remarks on styles and validations that it leaves out
        book = openpyxl.load_workbook(io.BytesIO(content), read_only=True, data_only=False, keep_links=False)
        try:
            yield from _lines(book, max_lines)
        finally:
            book.close()


def _refuse_bombs(content: bytes) -> None:
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        parts = package.infolist()
        if len(parts) > MAX_PARTS or sum(part.file_size for part in parts) > MAX_UNPACKED:
            raise Harmful(_("Unpacked, the XLSX file is far larger than it looks. It is refused."))
        if any(part.flag_bits & 0x1 for part in parts):
            raise Harmful(_("The XLSX file is protected by a password. Save it without one."))
        # The format has no use for document types, and only they can declare entities. The XML reader would refuse them as well
        # (openpyxl uses defusedxml where it is installed), but some of them without a word.
        if any(b"<!DOCTYPE" in text or b"<!ENTITY" in text for text in map(package.read, package.namelist())):
            raise Harmful(_("The XLSX file holds entities of its own. It is refused."))


def _lines(book: Any, max_lines: int) -> Iterator[tuple[int, list[str]]]:
    sheet = book.worksheets[0] if book.worksheets else None
    if sheet is None:
        raise Harmful(_("The XLSX file has no sheet of cells."))
    width = 0
    # The size that the sheet states is ignored: it may claim a million columns. One line more than allowed is read,
    # so that the caller can count it.
    rows = sheet.iter_rows(max_row=max_lines + 1, max_col=MAX_COLUMNS)
    for number, row in enumerate(rows, start=1):
        cells = [_text(cell) for cell in row]
        while cells and not cells[-1]:
            cells.pop()
        if cells:  # spreadsheets keep empty lines that once held something
            width = width or len(cells)
            yield number, cells + [""] * (width - len(cells))


def _text(cell: Any) -> str:
    """A cell as people see it and as the CSV form writes it."""
    value = cell.value
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, datetime.datetime):
        if "d" not in str(cell.number_format).lower() and value.day == 1 and value.time() == datetime.time():
            return f"{value:%Y-%m}"  # typed as 2027-01, which a spreadsheet keeps as the month's first day
        return value.date().isoformat() if value.time() == datetime.time() else value.isoformat(sep=" ")
    if isinstance(value, (str, int, float, datetime.date)):
        return str(value)
    return FORMULA  # formulas over ranges come as objects of the library

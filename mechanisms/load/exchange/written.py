"""A table on its way out, as CSV or XLSX. Its cells are guarded before: see `mechanisms.load.guards`."""

import codecs
import io
from typing import Any

from import_export.formats.base_formats import CSV, XLSX
from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.utils import get_column_letter

from mechanisms.load.guards import writable

CONTENT_TYPES = {"csv": "text/csv; charset=utf-8", "xlsx": XLSX.CONTENT_TYPE}
TEXT = "@"
"""The format of cells that a spreadsheet leaves as they are typed: 2027-01 stays a month, 004 keeps its zeros."""


def written(dataset: Any, kind: str) -> bytes:
    """In: a table of `tablib`, and ``csv`` or ``xlsx``.

    The CSV begins with a byte order mark: without it, spreadsheets take it for text in an encoding of their own country.
    """
    if kind == "xlsx":
        return _workbook([dataset.headers, *dataset])
    text: str = CSV().export_data(dataset, lineterminator="\n")
    return codecs.BOM_UTF8 + text.encode()


def _workbook(rows: list[Any]) -> bytes:
    """A sheet in which every cell is text, those of further lines too."""
    book = Workbook(write_only=True)
    sheet = book.create_sheet()
    for place in range(1, len(rows[0]) + 1):
        sheet.column_dimensions[get_column_letter(place)].number_format = TEXT
    for row in rows:
        sheet.append([_cell(sheet, str(value)) for value in row])
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def _cell(sheet: Any, text: str) -> Any:
    cell = WriteOnlyCell(sheet, writable(text))
    cell.data_type = "s"  # also where the library would see an error such as #N/A
    cell.number_format = TEXT
    return cell

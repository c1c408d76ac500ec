"""An editor's file → numbered lines of cells. A file that is too large, broken or hostile is refused in plain words."""

import codecs
import csv
import io
import re
from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from mechanisms.load.reading import NumberedLine, numbered

from .workbooks import Harmful, lines_of_workbook

MAX_BYTES = 5 * 1024 * 1024
MAX_LINES = 20_000
MEGABYTE = 1024 * 1024
TEXTS = ("csv", "tsv", "txt")
_DIVIDERS = ",;\t"
_SEP = re.compile(r"sep=(.)[^\S\r\n]*(\r\n|\r|\n|$)", re.IGNORECASE)
"""The line by which Excel tells itself what divides the cells."""


class Refused(ValueError):
    """The file can't be read at all; the message says why and what to do."""


def lines_of(name: str, content: bytes) -> list[NumberedLine]:
    """The lines of a CSV or XLSX file, told by its name. What divides the cells is told by its first line. Raises ``Refused``."""
    if len(content) > MAX_BYTES:
        raise too_large()
    if not content.strip():
        raise Refused(_("The file is empty."))
    ending = name.rpartition(".")[2].lower()
    if ending in TEXTS:
        lines = _lines_of_csv(content)
    elif ending == "xlsx":
        lines = _lines_of_xlsx(content)
    else:
        raise Refused(_("Only files that end in .csv or .xlsx can be read here, and tables in .tsv or .txt."))
    found: list[NumberedLine] = []
    for line in lines:
        if len(found) == MAX_LINES:
            raise Refused(
                ngettext("More than %(most)d line.", "More than %(most)d lines. Divide the file.", MAX_LINES)
                % {"most": MAX_LINES}
            )
        found.append(line)
    return found


def too_large() -> Refused:
    """What to say of a file above the limit."""
    return Refused(
        _("The file is larger than %(most)d MB, the most that is read here. Divide it.")
        % {"most": MAX_BYTES // MEGABYTE}
    )


def _lines_of_csv(content: bytes) -> Iterator[NumberedLine]:
    if content.startswith((b"PK\x03\x04", b"\xd0\xcf\x11\xe0")):
        raise Refused(_("This is a spreadsheet, though its name ends in .csv. Save it as XLSX or as CSV."))
    text = _text_of(content)
    told = _SEP.match(text)
    if told and told[1] not in _DIVIDERS:
        raise Refused(_("Only commas, semicolons or tabs can divide the cells."))
    skipped = 1 if told else 0
    text = text[told.end() :] if told else text
    divider = told[1] if told else _divider(text)
    reader = csv.reader(io.StringIO(text, newline=""), strict=True, delimiter=divider)
    for line, cells in _told(numbered(reader), reader, skipped):
        yield line + skipped, cells


def _text_of(content: bytes) -> str:
    """The text of a file in UTF-8, or in UTF-16 if a mark says so. Any other encoding could only be guessed."""
    try:
        if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
            return content.decode("utf-16")
        if b"\x00" not in content:
            return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = len(re.findall(rb"\r\n|\r|\n", content[: error.start])) + 1
        raise Refused(
            _("Line %(line)d is not UTF-8 text. In the spreadsheet program, save the file as “CSV UTF-8” or as XLSX.")
            % {"line": line}
        ) from None
    raise Refused(_("The text is not UTF-8 but UTF-16. In the spreadsheet program, save it as “CSV UTF-8” or as XLSX."))


def _divider(text: str) -> str:
    """What divides the cells of the first line that is not empty; a comma if nothing does. No name of a column holds any of them."""
    first = next((line for line in re.split(r"[\r\n]+", text[:10_000]) if line.strip()), "")
    return max(_DIVIDERS, key=lambda sign: (first.count(sign), -_DIVIDERS.index(sign)))


def _told(lines: Iterator[NumberedLine], reader: Any, skipped: int) -> Iterator[NumberedLine]:
    try:
        yield from lines
    except csv.Error as error:
        raise Refused(
            _("Line %(line)d is not CSV: %(problem)s.") % {"line": reader.line_num + skipped, "problem": error}
        ) from None


def _lines_of_xlsx(content: bytes) -> Iterator[NumberedLine]:
    try:
        yield from lines_of_workbook(content, MAX_LINES)
    except Harmful as error:
        raise Refused(str(error)) from None
    except Exception:  # the libraries raise all kinds of exceptions on a broken file; each means "can't be read"
        raise Refused(_("This is not a readable XLSX file. Save it again in the spreadsheet program.")) from None

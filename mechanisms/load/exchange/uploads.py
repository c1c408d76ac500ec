"""An editor's file → numbered lines of cells. A file that is too large, broken or hostile is refused in plain words."""

import csv
import io
from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from mechanisms.load.reading import NumberedLine, numbered

from .workbooks import Harmful, lines_of_workbook

MAX_BYTES = 5 * 1024 * 1024
MAX_LINES = 20_000
MEGABYTE = 1024 * 1024


class Refused(ValueError):
    """The file can't be read at all; the message says why and what to do."""


def lines_of(name: str, content: bytes) -> list[NumberedLine]:
    """The lines of a CSV or XLSX file, told by its name. Raises ``Refused``."""
    if len(content) > MAX_BYTES:
        raise too_large()
    if not content.strip():
        raise Refused(_("The file is empty."))
    ending = name.rpartition(".")[2].lower()
    if ending == "csv":
        lines = _lines_of_csv(content)
    elif ending == "xlsx":
        lines = _lines_of_xlsx(content)
    else:
        raise Refused(_("Only files that end in .csv or .xlsx can be read here."))
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
    if content.startswith((b"\xff\xfe", b"\xfe\xff")) or b"\x00" in content:
        raise Refused(_("The text is not UTF-8 but UTF-16. In the spreadsheet program, save it as “CSV UTF-8”."))
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise Refused(
            _("Line %(line)d is not UTF-8 text. In the spreadsheet program, save the file as “CSV UTF-8”.")
            % {"line": line}
        ) from None
    first = text.partition("\n")[0]
    if first.count(";") > first.count(","):
        raise Refused(_("The cells are divided by semicolons. Save the file with commas between the cells."))
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    return _told(numbered(reader), reader)


def _told(lines: Iterator[NumberedLine], reader: Any) -> Iterator[NumberedLine]:
    try:
        yield from lines
    except csv.Error as error:
        raise Refused(
            _("Line %(line)d is not CSV: %(problem)s.") % {"line": reader.line_num, "problem": error}
        ) from None


def _lines_of_xlsx(content: bytes) -> Iterator[NumberedLine]:
    try:
        yield from lines_of_workbook(content, MAX_LINES)
    except Harmful as error:
        raise Refused(str(error)) from None
    except Exception:  # the libraries raise all kinds of exceptions on a broken file; each means "can't be read"
        raise Refused(_("This is not a readable XLSX file. Save it again in the spreadsheet program.")) from None

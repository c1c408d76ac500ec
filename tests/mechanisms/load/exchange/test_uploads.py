"""Files that editors send: read as text, or refused in plain words before they can do harm."""

import datetime
import io
import zipfile

import openpyxl
import pytest

from mechanisms.load.exchange.uploads import MAX_BYTES, MAX_LINES, Refused, lines_of


def xlsx(*rows) -> bytes:
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def repacked(content: bytes, name: str, text: bytes) -> bytes:
    """The package with one of its parts replaced."""
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as new:
        for part in old.namelist():
            new.writestr(part, text if part == name else old.read(part))
        if name not in old.namelist():
            new.writestr(name, text)
    return file.getvalue()


def test_csv_keeps_the_number_of_each_line():
    assert lines_of("x.csv", b'a,b\n1,"two\nlines"\n3,4\n') == [
        (1, ["a", "b"]),
        (2, ["1", "two\nlines"]),
        (4, ["3", "4"]),
    ]


def test_a_mark_of_utf_8_is_no_part_of_the_text():
    assert lines_of("X.CSV", "\ufeffa\né\n".encode()) == [(1, ["a"]), (2, ["é"])]


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("x.csv", b"a,b\n1,2\n"),
        ("x.csv", b"a,b\r\n1,2\r\n"),
        ("x.csv", b"a,b\r1,2\r"),
        ("x.csv", b"a;b\r\n1;2\r\n"),
        ("x.csv", b"a\tb\n1\t2\n"),
        ("x.tsv", b"a\tb\n1\t2\n"),
        ("x.txt", "a\tb\r\n1\t2\r\n".encode("utf-16")),
        ("x.csv", "a;b\n1;2\n".encode("utf-8-sig")),
    ],
)
def test_what_divides_cells_and_lines_is_told_by_the_file(name, content):
    assert lines_of(name, content) == [(1, ["a", "b"]), (2, ["1", "2"])]


@pytest.mark.parametrize("content", [b"sep=;\r\na;b,c\r\n", b"\xef\xbb\xbfSEP=; \na;b,c\n"])
def test_the_line_of_excel_says_what_divides_and_counts_as_a_line(content):
    assert lines_of("x.csv", content) == [(2, ["a", "b,c"])]


def test_a_list_in_quotes_is_one_cell_between_semicolons():
    assert lines_of("x.csv", b'a;b\n"x;y";2\n')[1] == (2, ["x;y", "2"])


def test_a_month_that_a_spreadsheet_took_for_a_day_comes_back_as_a_month():
    book = openpyxl.Workbook()
    book.active.append(["a", "b"])
    book.active.append([datetime.date(2027, 1, 1), datetime.date(2027, 1, 1)])
    book.active["A2"].number_format = "mmm-yy"
    book.active["B2"].number_format = "dd/mm/yyyy"
    file = io.BytesIO()
    book.save(file)
    assert lines_of("x.xlsx", file.getvalue())[1] == (2, ["2027-01", "2027-01-01"])


def test_lines_above_the_header_may_be_empty():
    assert lines_of("x.xlsx", xlsx([], ["a", "b"], ["1", None])) == [(2, ["a", "b"]), (3, ["1", ""])]


def test_xlsx_gives_the_text_that_csv_would_have():
    found = lines_of("x.xlsx", xlsx(["a", "b", "c", "d"], [193, 4.0, True, datetime.date(2026, 11, 24)], [None, "x"]))
    assert found == [(1, ["a", "b", "c", "d"]), (2, ["193", "4", "yes", "2026-11-24"]), (3, ["", "x", "", ""])]


def test_a_formula_in_xlsx_comes_out_as_one_and_not_as_its_value():
    (_, cells) = lines_of("x.xlsx", xlsx(["a"], ["=1+1"]))[1]
    assert cells == ["=1+1"]


BOMB = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]><x>&b;</x>'


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("x.csv", b"", "empty"),
        ("x.csv", b" \n", "empty"),
        ("x.exe", b"MZ", "Only files that end in .csv or .xlsx"),
        ("x.csv", b"a" * (MAX_BYTES + 1), "larger than 5 MB"),
        ("x.csv", "a,b\n".encode("utf-16-le"), "UTF-16"),
        ("x.csv", "a,b\nc,é\n".encode("latin-1"), "Line 2 is not UTF-8"),
        ("x.csv", b"a,b\n\x00,1\n", "UTF-16"),
        ("x.csv", "a,b\r\nc,é\r\n".encode("cp1252"), "Line 2 is not UTF-8"),
        ("x.csv", "a,b\rc,é\r".encode("cp1252"), "Line 2 is not UTF-8"),
        ("x.csv", b"sep=|\na|b\n", "commas, semicolons or tabs"),
        ("x.csv", b'sep=;\na;b\n"open;1\n', "Line 3 is not CSV"),
        ("x.csv", b'a,b\n"open,1\n', "is not CSV"),
        ("x.csv", b"a\n" + b"x\n" * MAX_LINES, "More than 20000 lines"),
        ("x.csv", b"PK\x03\x04rest", "This is a spreadsheet"),
        ("x.xlsx", b"not a package", "not a readable XLSX"),
        ("x.xlsx", b"PK\x03\x04broken", "not a readable XLSX"),
        ("x.xlsx", xlsx(["a"])[:400], "not a readable XLSX"),
        ("x.xlsx", xlsx(["a"], *[["x"]] * MAX_LINES), "More than 20000 lines"),
        ("x.xlsx", repacked(xlsx(["a"]), "xl/worksheets/sheet1.xml", b"<broken"), "not a readable XLSX"),
        ("x.xlsx", repacked(xlsx(["a"]), "xl/worksheets/sheet1.xml", BOMB), "entities of its own"),
        ("x.xlsx", repacked(xlsx(["a"]), "xl/workbook.xml", BOMB), "entities of its own"),
        ("x.xlsx", repacked(xlsx(["a"]), "xl/media/zeros", b"0" * 40_000_000), "far larger than it looks"),
    ],
)
def test_refused_in_plain_words(name, content, words):
    with pytest.raises(Refused, match=words):
        lines_of(name, content)


def test_a_sheet_that_claims_to_be_endless_is_read_to_its_limit_only():
    sheet = (
        b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><dimension ref="A1:XFD1048576"/>'
    )
    sheet += b'<sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>a</t></is></c></row></sheetData></worksheet>'
    assert lines_of("x.xlsx", repacked(xlsx(["a"]), "xl/worksheets/sheet1.xml", sheet)) == [(1, ["a"])]

"""The fonts are those that were checked, may be embedded, and the table of their letters is theirs."""

import hashlib

from fontTools.ttLib import TTFont

from advisor.advice.pdf import glyphs
from advisor.advice.pdf.fonts import make

FONTS = sorted(make.FOLDER.glob("*.ttf"))


def test_the_files_are_those_that_were_checked():
    sums = dict(reversed(line.split(maxsplit=1)) for line in (make.FOLDER / "SHA256SUMS").read_text().splitlines())
    found = {path.name for path in make.FOLDER.iterdir() if path.suffix == ".ttf" or path.name.startswith("OFL-")}
    assert set(sums) == found
    for name, expected in sums.items():
        assert hashlib.sha256((make.FOLDER / name).read_bytes()).hexdigest() == expected, name


def test_every_family_has_its_licence():
    licences = {path.stem.removeprefix("OFL-") for path in make.FOLDER.glob("OFL-*.txt")}
    assert {path.stem.split("-")[0] for path in FONTS} == licences


def test_the_fonts_may_be_embedded():
    for path in FONTS:
        with TTFont(path) as font:
            assert font["OS/2"].fsType == 0, path.name


def test_the_table_of_letters_is_that_of_the_fonts():
    assert make.coverage() == glyphs.COVERAGE.read_text(encoding="ascii"), "run fonts/make.py tables"


def test_chinese_is_whole():
    assert make.gb2312() <= glyphs.families()["Noto Sans SC"]

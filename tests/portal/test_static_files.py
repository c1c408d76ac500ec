"""What an installation serves: one sheet for every page, files that may be kept for long, fonts as they were checked."""

import hashlib
import re
from pathlib import Path

from django.contrib.staticfiles.storage import staticfiles_storage

from portal.static_files import PARTS, JoinedStaticFiles, sheets

STATIC = Path(__file__).resolve().parents[2] / "static"


def test_the_sheet_of_every_page_holds_its_parts(collected):
    sheet = (collected / "site.css").read_text(encoding="utf-8")
    assert sheet == "".join((STATIC / part).read_text(encoding="utf-8") for part in PARTS)


def test_hashed_names_reach_the_fonts_inside_the_sheet(collected):
    (hashed,) = collected.glob("site.*[0-9a-f].css")
    fonts = re.findall(r'url\("(fonts/[\w.-]+\.woff2)"\)', hashed.read_text(encoding="utf-8"))
    assert len(fonts) == 5
    assert all(re.search(r"\.[0-9a-f]{12}\.woff2$", font) and (collected / font).exists() for font in fonts)


def test_a_page_names_the_joined_sheet_where_it_was_collected_and_its_parts_otherwise(collected, monkeypatch):
    assert sheets() == [f"/static/{part}" for part in PARTS]
    monkeypatch.setattr(staticfiles_storage, "_wrapped", JoinedStaticFiles(location=collected, base_url="/static/"))
    (address,) = sheets()
    assert (collected / address.removeprefix("/static/")).exists()


def test_the_fonts_are_those_that_were_cut():
    expected = dict(
        reversed(line.split(maxsplit=1)) for line in (STATIC / "fonts" / "SHA256SUMS").read_text().splitlines()
    )
    files = {path.name: path for path in (STATIC / "fonts").iterdir() if path.name != "SHA256SUMS"}
    assert set(files) == set(expected)
    assert {name: hashlib.sha256(path.read_bytes()).hexdigest() for name, path in files.items()} == expected

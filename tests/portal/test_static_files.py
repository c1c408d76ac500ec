"""What an installation serves: one sheet for every page, files that may be kept for long, fonts as they were checked."""

import hashlib
import re
from pathlib import Path

import pytest
from django.contrib.staticfiles import finders
from django.contrib.staticfiles.storage import StaticFilesStorage

from portal.static_files import JoinedStaticFiles

STATIC = Path(__file__).resolve().parents[2] / "static"
PARTS = ("tokens.css", "base.css", "components.css", "portal.css")


@pytest.fixture
def collected(tmp_path):
    """The folder into which the sheets and fonts were collected, twice as after an upgrade."""
    found = {
        name: (storage, name)
        for finder in finders.get_finders()
        for name, storage in finder.list([])
        if (name.endswith(".css") and "/" not in name) or name.startswith("fonts/")
    }
    for _ in range(2):
        storage = JoinedStaticFiles(location=tmp_path, base_url="/static/")
        plain = StaticFilesStorage(location=tmp_path, base_url="/static/")
        for name, (source, path) in found.items():
            plain.delete(name)
            with source.open(path) as file:
                plain.save(name, file)
        failed = [name for name, _, done in storage.post_process(found) if isinstance(done, Exception)]
        assert failed == []
    return tmp_path


def test_the_sheet_of_every_page_holds_its_parts(collected):
    sheet = (collected / "site.css").read_text(encoding="utf-8")
    assert "@import" not in sheet
    for part in PARTS:
        assert (STATIC / part).read_text(encoding="utf-8") in sheet


def test_hashed_names_reach_the_fonts_inside_the_sheet(collected):
    (hashed,) = collected.glob("site.*[0-9a-f].css")
    fonts = re.findall(r'url\("(fonts/[\w.-]+\.woff2)"\)', hashed.read_text(encoding="utf-8"))
    assert len(fonts) == 5
    assert all(re.search(r"\.[0-9a-f]{12}\.woff2$", font) and (collected / font).exists() for font in fonts)


def test_the_sheet_in_the_tree_imports_the_same_parts():
    assert tuple(re.findall(r'@import "([\w.]+)"', (STATIC / "site.css").read_text(encoding="utf-8"))) == PARTS


def test_the_fonts_are_those_that_were_cut():
    expected = dict(
        reversed(line.split(maxsplit=1)) for line in (STATIC / "fonts" / "SHA256SUMS").read_text().splitlines()
    )
    files = {path.name: path for path in (STATIC / "fonts").iterdir() if path.name != "SHA256SUMS"}
    assert set(files) == set(expected)
    assert {name: hashlib.sha256(path.read_bytes()).hexdigest() for name, path in files.items()} == expected

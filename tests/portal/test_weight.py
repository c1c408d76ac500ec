"""Thin lines: how many bytes travel, and how often a browser asks, on a first visit and from one step to the next."""

import gzip
import html
import re
from pathlib import Path

import pytest
from django.contrib.staticfiles.storage import staticfiles_storage
from django.test import Client

from portal.static_files import JoinedStaticFiles
from tests.advisor.advice.test_views import answers_of, told

FIRST_PAGE, STEP, ADVICE = 60_000, 15_000, 40_000
HTMX = {"HX-Request": "true"}
THIN = {"Accept-Encoding": "gzip"}


def sent(client: Client, path: str, **headers: str) -> tuple[str, int]:
    """A page, and how many bytes of it travel."""
    response = client.get(path, headers=THIN | headers)
    assert response.status_code == 200
    assert response.headers["Content-Encoding"] == "gzip"
    return gzip.decompress(response.content).decode(), len(response.content)


def asked(page: str, folder: Path) -> dict[str, int]:
    """Every file that a browser asks for with this page, and its bytes: sheets, scripts, pictures, and the fonts of its letters."""
    addresses = re.findall(r'<(?:link[^>]*href|script[^>]*src|img[^>]*src)="([^"]+)"', page)
    names = [address.removeprefix("/static/") for address in addresses if not address.startswith("data:")]
    letters = {ord(letter) for letter in html.unescape(re.sub(r"<[^>]+>", " ", page)) if not letter.isspace()}
    for name in [name for name in names if name.endswith(".css")]:
        sheet = (folder / name).read_text(encoding="utf-8")
        for font, ranges in re.findall(r'url\("([\w./-]+)"\).*?unicode-range: ([^;]+);', sheet):
            if letters & characters(ranges):
                names.append(font)
    return {name: travels(folder / name) for name in names}


def characters(ranges: str) -> set[int]:
    """The characters of a `unicode-range`."""
    spans = [span.strip().removeprefix("U+").split("-") for span in ranges.split(",")]
    return {code for span in spans for code in range(int(span[0], 16), int(span[-1], 16) + 1)}


def travels(path: Path) -> int:
    """The bytes of a file as it is sent: compressed where that was worth it."""
    compressed = path.with_name(f"{path.name}.gz")
    return (compressed if compressed.exists() else path).stat().st_size


@pytest.fixture(autouse=True)
def as_collected(monkeypatch, collected):
    """Pages name the files that an installation has."""
    storage = JoinedStaticFiles(location=collected, base_url="/static/")
    monkeypatch.setattr(staticfiles_storage, "_wrapped", storage)


def test_the_first_page_is_light_and_asks_seldom(client, edition, collected):
    page, size = sent(client, "/")
    files = asked(page, collected)
    assert sorted(re.sub(r"\.[0-9a-f]{12}\.", ".", name) for name in files) == [
        "fonts/noto-sans-latin.woff2",
        "portal.js",
        "site.css",
    ]
    assert size + sum(files.values()) <= FIRST_PAGE


@pytest.mark.parametrize("key", ["places", "themes", "information", "outcomes", "access", "last"])
def test_a_step_is_light_and_asks_once(client, edition, key):
    _, size = sent(told(client), f"/questions/{key}/", **HTMX)
    assert size <= STEP


@pytest.mark.parametrize("case", ["nubian-children-kenya"])
def test_an_advice_is_light(client, edition, collected, settings, case):
    settings.FIXED_DAY = "2026-11-24"
    page, size = sent(told(client, **answers_of(case)), "/advice/")
    had = asked(sent(client, "/")[0], collected)
    new = {name: bytes_ for name, bytes_ in asked(page, collected).items() if name not in had}
    assert size + sum(new.values()) <= ADVICE


def test_a_page_with_a_secret_is_sent_as_it_is(client, edition):
    response = told(client, **answers_of("nubian-children-kenya")).get("/later/", headers=THIN)
    assert response.status_code == 200
    assert "Content-Encoding" not in response.headers


def test_the_length_of_a_page_does_not_tell_what_is_in_it(client, edition):
    lengths = {len(client.get("/safety/", headers=THIN).content) for _ in range(20)}
    assert len(lengths) > 5


def test_a_browser_that_asks_for_nothing_compressed_gets_plain_text(client, edition):
    response = client.get("/safety/")
    assert "Content-Encoding" not in response.headers
    assert "<h1" in response.text

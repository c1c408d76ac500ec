"""The living page of components: for staff, whole, and readable in every look and kind of writing."""

import re
from pathlib import Path

import pytest

from portal.design import SAMPLES
from tests.accounts.people import person, signed_in

SHEET = Path(__file__).resolve().parents[2] / "static" / "components.css"
STAFF = {"is_staff": True}
BY_SCRIPT = {"htmx-request", "explained", "links", "facts", "cards", "or", "btn-quiet"}
"""Classes of components that only stand around others, or come and go with a script."""


@pytest.fixture
def shown(db) -> str:
    return signed_in(person("maker@example.org", **STAFF)).get("/design/").text


def test_strangers_and_people_with_an_account_do_not_find_it(client, db):
    assert client.get("/design/").status_code == 302
    assert signed_in(person("anna@example.org")).get("/design/").status_code == 404


def test_every_component_is_on_it(shown):
    classes = set(
        re.findall(r"\.([a-z][\w-]*)", re.sub(r"/\*.*?\*/", "", SHEET.read_text(encoding="utf-8"), flags=re.DOTALL))
    )
    used = {name for names in re.findall(r'class="([^"]+)"', shown) for name in names.split()}
    assert classes - used - BY_SCRIPT == set()


def test_it_is_shown_in_every_kind_of_writing(shown):
    assert {sample["direction"] for sample in SAMPLES} == {"ltr", "rtl"}
    for sample in SAMPLES:
        assert f'<section lang="{sample["language"]}" dir="{sample["direction"]}"' in shown


@pytest.mark.parametrize("look", [{"color_scheme": "light"}, {"color_scheme": "dark"}, {"contrast": "more"}])
def test_it_is_readable_in_every_look(live_server, new_context, axe, db, look):
    client = signed_in(person("maker@example.org", **STAFF))
    context = new_context(viewport={"width": 320, "height": 740}, **look)
    context.add_cookies([{"name": "sessionid", "value": client.cookies["sessionid"].value, "url": live_server.url}])
    page = context.new_page()
    page.goto(f"{live_server.url}/design/")
    assert axe(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_the_face_is_ours_in_every_script_that_we_serve(live_server, new_context, db):
    client = signed_in(person("maker@example.org", **STAFF))
    context = new_context()
    context.add_cookies([{"name": "sessionid", "value": client.cookies["sessionid"].value, "url": live_server.url}])
    page = context.new_page()
    page.goto(f"{live_server.url}/design/", wait_until="networkidle")
    for letters in ("Ag", "é", "Ж", "ع"):
        assert page.evaluate("letters => document.fonts.check('16px \"Noto Sans\"', letters)", letters), letters

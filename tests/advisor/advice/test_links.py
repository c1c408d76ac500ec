"""From the advice to the pages that explain it: about each route, expert, State and treaty, and for words of art. Every one opens."""

import re
from functools import cache
from typing import Any

import pytest
from django.test import Client

from mechanisms.glossary import ENTRIES
from tests.accounts.people import person, signed_in
from tests.advisor.saved.saved import kept

from .reading import opened
from .test_views import DAY, SHIPPED, answers_of, told

REFERENCE = re.compile(r'href="(/reference/[^"]*)"')
KINDS = ("routes", "mandates", "states", "treaties", "glossary")
PAGES = ["/advice/", "/urgent/"]


@pytest.fixture(autouse=True)
def the_day(settings: Any) -> None:
    settings.FIXED_DAY = DAY.isoformat()


def main(page: str) -> str:
    """A page without header and footer, which lead to the reference pages, too."""
    return page.split("<main", 1)[1].split("</main>", 1)[0]


def links(client: Client, path: str) -> set[str]:
    response = client.get(path)
    assert response.status_code == 200
    return set(REFERENCE.findall(main(response.content.decode())))


def test_every_link_opens_and_every_word_is_there(facts: str) -> None:
    found = {
        link
        for case in sorted(SHIPPED)[::3]
        for path in PAGES
        for link in links(told(Client(), **answers_of(case)), path)
    }

    @cache
    def page(path: str) -> str:
        response = Client().get(path)
        assert response.status_code == 200, path
        return response.content.decode()

    for link in sorted(found):
        path, _, word = link.partition("#")
        shown = page(path)
        assert not word or f'id="{word}"' in shown, link
    kinds = {link.split("/")[2] for link in found}
    assert kinds == set(KINDS)
    assert len([link for link in found if link.startswith("/reference/routes/")]) == 6


def test_what_an_advice_names_leads_to_its_page(facts: str, client: Client) -> None:
    found = links(told(client, **answers_of("cerd-clock-running")), "/advice/")
    shown = main(client.get("/advice/").content.decode())
    for slug in ("special-procedures", "upr", "council-sessions", "treaty-body-review", "treaty-body-complaint"):
        card = shown[shown.index(f'id="route-{slug}"') :].split('<details class="card-route', 1)[0]
        assert f'href="/reference/routes/{slug}/"' in card
    experts = re.search(r'<ul class="experts">.*?</ul>', shown, re.DOTALL)
    assert experts is not None
    rows = experts.group().count("<li>")
    assert experts.group().count('href="/reference/mandates/') == rows > 0
    bindings = re.search(r'<ul class="bindings">.*?</ul>', shown, re.DOTALL)
    assert bindings is not None
    assert 'href="/reference/treaties/cerd/"' in bindings.group()
    assert 'href="/reference/states/' in bindings.group()
    assert {link.rpartition("#")[2] for link in found if "#" in link} >= {"domestic-remedies", "time-limit", "upr"}


@pytest.mark.parametrize("path", PAGES)
def test_they_open_in_the_same_tab_and_need_no_script(facts: str, client: Client, path: str) -> None:
    told(client, **answers_of("housing-in-six-states"))
    tags = re.findall(r'<a [^>]*href="/reference/[^>]*>', main(client.get(path).content.decode()))
    assert tags
    assert [tag for tag in tags if "target=" in tag or "hx-" in tag] == []


def test_several_states_each_lead_to_their_own_page(facts: str, client: Client) -> None:
    answers = answers_of("housing-in-six-states")
    found = links(told(client, **answers), "/advice/")
    assert {f"/reference/states/{code}/" for code in answers["countries"]} <= found


def test_no_address_of_a_link_tells_an_answer_beyond_what_it_leads_to(facts: str, client: Client) -> None:
    for link in links(told(client, **answers_of("cerd-clock-running")), "/advice/"):
        assert re.fullmatch(r"/reference/(routes|mandates|states|treaties)/[\w-]+/|/reference/glossary/#[\w-]+", link)


def test_a_saved_and_a_shared_advice_have_them_too(facts: str) -> None:
    from advisor.sharing import links as sharing

    anna = person("anna@one.example")
    saved = kept(anna)
    token = sharing.make(saved=saved, label="", with_answers=False, days=7, by=anna)
    for client, path in ((signed_in(anna), f"/saved/{saved.pk}/"), (Client(), f"/shared/{token}/")):
        found = links(client, path)
        assert {link.split("/")[2] for link in found} == set(KINDS)
        assert {link.rpartition("#")[2] for link in found if "#" in link} <= set(ENTRIES)


def test_the_paper_has_none_of_them(edition: str, client: Client) -> None:
    with opened(told(client, **answers_of("cerd-clock-running")).post("/advice/pdf/").content) as document:
        addresses = [
            str(note.A.URI)
            for page in document.pages
            for note in page.get("/Annots", [])
            if "/URI" in note.get("/A", {})
        ]
    assert addresses
    assert [address for address in addresses if "/reference/" in address] == []

"""Rows that came past every form: each kind of wrong address stops the check."""

import io

import pytest
from django.core.management import call_command

from mechanisms import models as facts
from tests.mechanisms.world import proof

pytestmark = pytest.mark.django_db
FINE = {"slug": "fine", "title": "A page", "kind": "organisation", "url": "https://example.org/"}


def said() -> str:
    """What the check says; it must fail."""
    err = io.StringIO()
    with pytest.raises(SystemExit) as stopped:
        call_command("check_facts", stderr=err)
    assert stopped.value.code == 1
    return err.getvalue()


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        (
            {"title": "OHCHR guidance note", "url": "https://europeancourt.org/note"},
            "names OHCHR, but europeancourt.org",
        ),
        ({"url": "http://example.org/"}, "not encrypted"),
        ({"url": "https://203.0.113.9/"}, "not its number"),
        ({"url": "https://web.test.ohchr.un-icc.cloud/en"}, "trying things out"),
        ({"url": ""}, "needs a symbol or an address"),
        ({"kind": "legal-text", "url": "https://hozir.org/5-1"}, "hozir.org is not an official host"),
        ({"kind": "un-document", "url": "https://docsbay.net/doc"}, "docsbay.net is not an official host"),
        ({"kind": "depositary", "url": "https://example.org/IV-9"}, "example.org is not an official host"),
    ],
)
def test_a_wrong_source_is_named(changed, words):
    facts.Source.objects.create(**FINE)
    assert "source “" not in said()
    facts.Source.objects.filter(slug="fine").update(**changed)
    assert any("source “" in line and words in line for line in said().splitlines())


def test_a_source_without_an_address_is_fine_if_it_has_a_symbol_or_is_our_own_work():
    facts.Source.objects.create(slug="a", title="A", kind="un-document", symbol="A/HRC/RES/5/1")
    facts.Source.objects.create(slug="b", title="B", kind="own")
    facts.Source.objects.create(slug="c", title="C", kind="un-page", read="copy", read_at="http://copy.example/c")
    assert "source “" not in said()


def test_what_people_click_elsewhere_is_checked_the_same_way():
    said_of = proof()
    facts.Support.objects.create(slug="s", name="ISHR Academy", url="https://ishr.example/", kind="resource", **said_of)
    door = {"slug": "d", "pointer": "emergency", "position": 1, "name": "Helper", "summary": "Helps", "kind": "page"}
    facts.Door.objects.create(**door, value="http://helper.example/", **said_of)
    facts.Address.objects.create(
        action="communication",
        position=1,
        name="Form",
        kind="form",
        value="https://form.staging.example.org/",
        **said_of,
    )
    facts.MandateContact.objects.create(kind="form", value="http://form.example/", **said_of)
    lines = said().splitlines()
    assert any("support “ISHR Academy”" in line and "ishr.example is not theirs" in line for line in lines)
    assert any("other door “Helper”" in line and "not encrypted" in line for line in lines)
    assert any("address of a step" in line and "trying things out" in line for line in lines)
    assert any("contact “http://form.example/”" in line and "not encrypted" in line for line in lines)

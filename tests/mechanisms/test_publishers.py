"""Whose page an address is, and where nobody should be sent."""

import pytest

from mechanisms.publishers import address_errors, authors, naming_errors, official_errors


@pytest.mark.parametrize(
    "url",
    [
        "https://www.ohchr.org/en/hr-bodies/upr",
        "https://latest.example.org/contest/developers",
        "https://page.dev/",
        "",
    ],
)
def test_a_public_address_is_fine(url):
    assert list(address_errors(url)) == []


@pytest.mark.parametrize(
    ("url", "said"),
    [
        ("http://www.ohchr.org/", "not encrypted"),
        ("HTTP://www.ohchr.org/", "not encrypted"),
        ("https://203.0.113.9/page", "not its number"),
        ("https://[2001:db8::1]/page", "not its number"),
        ("https://web.test.ohchr.un-icc.cloud/en", "trying things out"),
        ("https://3672.staging.lexmea.de/gesetz", "trying things out"),
        ("https://202.ip-51-77-231.eu/about", "trying things out"),
        ("https://localhost/page", "trying things out"),
    ],
)
def test_nobody_is_sent_to_an_address_that_is_not_for_the_public(url, said):
    assert any(said in str(problem) for problem in address_errors(url))


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("OHCHR guidance note for individual communications", ("OHCHR",)),
        ("ISHR Academy: how the Human Rights Council works", ("ISHR Academy",)),
        ("African Court Coalition: Tunisia withdraws", ("African Court Coalition",)),
        ("Brookings: a guide to UN mechanisms", ("Brookings",)),
        ("UNHCR", ("UNHCR",)),
        ("Toonen v. Australia", ()),
        ("Stop Violence against Women: the complaint procedure of OHCHR", ()),
    ],
)
def test_the_author_stands_before_the_colon_and_the_longest_name_counts(text, named):
    assert authors(text) == named


@pytest.mark.parametrize(
    ("text", "url", "fits"),
    [
        ("OHCHR guidance note", "https://europeancourt.org/guidance", False),
        ("OHCHR guidance note", "https://tbinternet.ohchr.org/guidance", True),
        ("OHCHR guidance note", "https://notohchr.org/guidance", False),
        ("OHCHR guidance note", "https://ohchr.org@example.org/guidance", False),
        ("OHCHR guidance note", "", True),
        ("UN Treaty Collection: CAT", "https://treaties.un.org/Pages/ViewDetails.aspx", True),
        ("UN Treaty Collection: CAT", "https://www.un.org/", False),
        ("UPR Info: session 42", "https://upr.example/42", False),
        ("ILO: complaints", "https://guide-supervision.ilo.org/", True),
    ],
)
def test_a_named_organisation_owns_the_host(text, url, fits):
    assert (list(naming_errors(text, url)) == []) is fits


@pytest.mark.parametrize(
    ("kind", "url", "fits"),
    [
        ("legal-text", "https://hozir.org/law", False),
        ("legal-text", "https://au.int/en/treaties", True),
        ("depositary", "https://example.org/IV-9", False),
        ("un-document", "https://docs.un.org/en/A/RES/60/251", True),
        ("un-document", "https://www.right-docs.org/doc/a-hrc-37-16/", False),
        ("un-page", "https://topoin.com/guidance", False),
        ("press", "https://paper.example/", True),
        ("legal-text", "", True),
    ],
)
def test_what_is_official_stands_on_an_official_host(kind, url, fits):
    assert (list(official_errors(kind, url)) == []) is fits

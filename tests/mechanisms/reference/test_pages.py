"""What holds for every reference page: it opens on any day, each fact leads to its source, nothing leads astray."""

import re

import pytest
from django.urls import reverse

PAGES = [
    ("index",),
    ("compare",),
    *[
        ("route", slug)
        for slug in (
            "special-procedures",
            "upr",
            "council-sessions",
            "complaint-procedure",
            "treaty-body-complaint",
            "treaty-body-review",
        )
    ],
    ("mandates",),
    *[("mandate", slug) for slug in ("torture", "housing", "slavery-trafficking", "slavery", "cote-divoire", "haiti")],
    ("theme", "torture"),
    ("theme", "country-situation"),
    ("states",),
    ("places",),
    *[("state", iso3) for iso3 in ("KEN", "ESP", "UKR", "USA", "PSE", "SDN")],
    ("treaties",),
    *[("treaty", slug) for slug in ("iccpr", "cerd", "crc", "cmw", "opcat")],
    ("council",),
    ("calendar",),
    ("glossary",),
    ("help",),
]
WITHOUT_FACTS = {"index"}


@pytest.mark.parametrize("on", ["", "2024-01-01"], ids=["today", "2024"])
def test_every_page_opens_and_each_fact_leads_to_its_source(visit, on):
    for name, *arguments in PAGES:
        markup = visit(name, *arguments, on=on).markup
        cited = set(re.findall(r'href="#source-(\d+)"', markup))
        listed = re.findall(r'id="source-(\d+)"', markup)
        assert cited == set(listed), (name, *arguments)
        assert len(listed) == len(set(listed))
        assert bool(cited) is (name not in WITHOUT_FACTS), (name, *arguments)
        places = set(re.findall(r'href="#([^"]+)"', markup))
        assert places <= set(re.findall(r'id="([^"]+)"', markup)), (name, *arguments)


def test_links_that_lead_away_tell_the_other_site_nothing_and_name_it(visit):
    for name, *arguments in PAGES:
        for attributes, inside in re.findall(r'<a ([^>]*href="https?:[^>]*)>(.*?)</a>', visit(name, *arguments).markup):
            assert 'rel="noreferrer noopener"' in attributes
            assert 'class="host"' in inside


def test_links_between_the_pages_keep_the_day(visit):
    for name, *arguments in PAGES:
        page = visit(name, *arguments, on="2024-01-01")
        inner = re.findall(r'href="(/reference/[^"]*)"', page.markup.split("<main", 1)[1].split("</main>", 1)[0])
        back = reverse(f"mechanisms:{name}", args=arguments)
        assert [link for link in inner if "?on=2024-01-01" not in link and link != back] == []


@pytest.mark.parametrize(
    ("name", "argument"),
    [("route", "x"), ("mandate", "x"), ("theme", "x"), ("state", "XXX"), ("treaty", "x")],
)
def test_an_unknown_name_is_not_found(client, db, name, argument):
    assert client.get(reverse(f"mechanisms:{name}", args=[argument])).status_code == 404


@pytest.mark.parametrize(
    "which",
    [("compare",), ("route", "upr"), ("mandates",), ("state", "KEN"), ("treaty", "cat"), ("calendar",), ("help",)],
)
def test_pages_are_only_read(client, db, which):
    assert client.post(reverse(f"mechanisms:{which[0]}", args=which[1:])).status_code == 405


def test_a_bad_day_is_told_and_the_page_is_about_today(visit):
    page = visit("mandates", on="2024-13-01<b>")
    assert "“2024-13-01<b>” is not a day that we can show" in page.text
    assert "This page is about today." in page.text
    assert "As of 24 November 2026" in page.text
    assert "<b>" not in page.markup


def test_another_day_is_said_and_leads_back(visit):
    page = visit("mandates", on="2024-01-01")
    assert "As of 1 January 2024 (not today)" in page.text
    assert "Back to today" in page.text


@pytest.mark.parametrize("which", PAGES, ids="-".join)
def test_no_page_breaks_without_facts(client, db, which):
    response = client.get(reverse(f"mechanisms:{which[0]}", args=which[1:]))
    assert response.status_code == (200 if len(which) == 1 else 404)


def test_queries_do_not_grow_with_the_page(visit, django_assert_max_num_queries):
    for page, most in {
        ("state", "ESP"): 31,
        ("treaties",): 8,
        ("treaty", "iccpr"): 15,
        ("calendar",): 19,
        ("compare",): 16,
    }.items():
        with django_assert_max_num_queries(most):
            visit(*page)

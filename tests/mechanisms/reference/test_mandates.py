"""Mandates: counted on the day, and none is lost when it ends."""

import csv
import datetime

import pytest
from django.conf import settings

from mechanisms.models import Mandate
from mechanisms.reference.mandates import counted


def rows() -> list[dict[str, str]]:
    with (settings.BASE_DIR / "fixtures" / "facts" / "mandates.csv").open(encoding="utf-8") as file:
        return list(csv.DictReader(file))


def test_counts_match_the_data(visit):
    open_ended = [row["kind"] for row in rows() if not row["valid_to"]]
    thematic, country = open_ended.count("thematic"), open_ended.count("country")
    assert f"{thematic} mandates on themes and {country} on countries" in visit("mandates").text
    assert counted(datetime.date(2026, 11, 24)) == {"thematic": thematic, "country": country}


def test_slavery_and_trafficking_were_two_before_they_became_one(visit):
    before, now = visit("mandates", on="2024-01-01"), visit("mandates")
    assert "Slavery and trafficking" not in before.part("thematic")
    assert "Slavery (until 2025)" in before.part("thematic")
    assert "Trafficking (until 2025)" in before.part("thematic")
    assert "Slavery and trafficking" in now.part("thematic")
    assert "(until 2025)" not in now.part("thematic")
    assert "Slavery (until 2025)" in now.part("ended")
    assert "the numbers can be too low" in before.text
    assert "the numbers can be too low" not in now.text


def test_one_that_ended_keeps_its_page_and_says_what_follows(visit):
    text = visit("mandate", "slavery").text
    assert "This mandate has ended: its last day was in October 2025." in text
    assert "Write to this one instead: Special Rapporteur on contemporary forms of slavery and trafficking" in text
    assert "How to write to it" not in text
    assert "No mandate that follows it is known." in visit("mandate", "cote-divoire").text


def test_while_it_lasted_its_page_only_says_what_was_to_follow(visit):
    text = visit("mandate", "slavery", on="2024-01-01").text
    assert "has ended" not in text
    assert "It was followed by:" in text


def test_one_that_was_not_there_yet_says_so(visit):
    page = visit("mandate", "slavery-trafficking", on="2024-01-01")
    assert "On this day the mandate did not exist yet. It began in October 2025." in page.text
    assert "Took over from Slavery (until 2025); Trafficking (until 2025)" in page.text


def test_what_is_not_known_is_said(visit):
    text = visit("mandate", "afghanistan").text
    assert "Was due for renewal; the outcome was not found." in text
    assert "Richard Bennett. How sure we are: low." in text
    assert "Nobody has opened it for us yet." in text
    assert "Not known. Address the mandate by its title." in visit("mandate", "arbitrary-detention").text


def test_how_to_write_to_it(visit):
    page = visit("mandate", "arbitrary-detention")
    assert "mailto:hrc-wg-ad@un.org" in page.markup
    assert "https://spsubmission.ohchr.org" in page.markup
    assert "CHR resolution 1991/42" in page.text
    assert "Reports to the Human Rights Council" in page.text
    assert "Not certain: From an address list of a third party" in visit("mandate", "toxics").text


def test_no_address_is_guessed(visit, facts):
    for mandate in Mandate.objects.filter(page_url=""):
        assert (
            "ohchr.org/en/special-procedures/"
            not in visit("mandate", mandate.slug).markup.split("<footer")[0].split('aria-labelledby="sources"')[0]
        )


@pytest.mark.parametrize("slug", ["housing", "expression"])
def test_the_experts_named_by_practitioners_are_there(visit, slug):
    assert Mandate.objects.get(slug=slug).full_title in visit("mandates").text


def test_a_theme_names_those_who_cover_it_on_the_day(visit):
    assert "Special Rapporteur on trafficking in persons" in visit("theme", "trafficking", on="2024-01-01").text
    assert "Special Rapporteur on trafficking in persons" not in visit("theme", "trafficking").text

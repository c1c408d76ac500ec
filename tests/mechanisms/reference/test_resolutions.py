"""Resolutions on the pages of States, mandates and the Council."""

import datetime

import pytest

from mechanisms import models as m
from mechanisms.reference.resolutions import due_by_session, on_state, renewals_of, votes_of

pytestmark = pytest.mark.django_db
DAY = datetime.date(2026, 11, 28)


@pytest.fixture(autouse=True)
def _facts(facts):
    """The shipped facts."""


def state(code: str) -> m.State:
    return m.State.objects.get(iso3=code)


def test_a_state_shows_what_was_adopted_on_it_and_who_voted_how():
    latest = on_state(state("BLR"), DAY)[0]
    assert latest.passed.row.symbol == "A/HRC/RES/61/26"
    assert latest.passed.vote == "recorded vote: in favour 28, against 4, abstaining 15"
    assert latest.no == "Burundi, China, Cuba and Viet Nam"
    assert [(str(row.mandate or row.door), row.due_session) for row in latest.passed.renewals] == [
        ("Belarus", 65),
        ("Group of Independent Experts on Belarus", 64),
    ]


def test_a_day_before_its_adoption_shows_nothing_of_it():
    symbols = [call.passed.row.symbol for call in on_state(state("BLR"), datetime.date(2026, 3, 29))]
    assert "A/HRC/RES/61/26" not in symbols
    assert "A/HRC/RES/58/19" in symbols


def test_how_a_state_voted_is_told_by_its_own_vote():
    cast = {row.passed.row.symbol: row.how for row in votes_of(state("CUB"), DAY)}
    assert (cast["A/HRC/RES/61/26"], cast["A/HRC/RES/61/11"]) == ("against", "in favour")
    assert votes_of(state("SYC"), DAY) == []


def test_a_mandate_shows_its_own_renewal_alone():
    mandate = m.Mandate.objects.get(slug="belarus")
    (latest,) = renewals_of(mandate, DAY)
    assert [(row.mandate, row.due_session, row.due_status) for row in latest.passed.renewals] == [
        (mandate, 65, "confirmed")
    ]


def test_the_council_shows_what_falls_due_once_and_by_session():
    found = {row.number: [str(one.mandate or one.door) for one in row.renewals] for row in due_by_session(DAY)}
    assert min(found) == 64
    assert {"Belarus", "Privacy"} & {*found[64]} == {"Privacy"}
    assert "Belarus" in found[65]
    every = [name for names in found.values() for name in names]
    assert len(every) == len(set(every))


def test_the_pages_say_it(visit):
    page = visit("state", "BLR", on="2026-11-28")
    assert "https://docs.un.org/en/A/HRC/RES/61/26" in page.markup
    assert "falls due at session 65" in page.part("resolutions")
    assert "none is among our facts, which know only a part of them" in page.part("experts")
    assert "Australian Human Rights Commission" in visit("state", "AUS").part("at-home")
    assert "issued; its day was not found" in visit("state", "AUS").part("experts")
    assert "falls due at session 64" in visit("mandate", "privacy").part("renewals")
    assert "Privacy" not in visit("council").part("members")
    assert "right to privacy" in visit("council").part("due")

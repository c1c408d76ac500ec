"""Treaties: how many States are bound on the day, and what a complaint asks for."""

import re

from mechanisms.models import TreatyStatus


def number(page, pattern: str) -> int:
    found = re.search(pattern, page.text)
    assert found is not None
    return int(found[1])


def test_the_numbers_match_the_rows(visit):
    parties = TreatyStatus.objects.filter(treaty__slug="cat", instrument="treaty", status="party").count()
    accepted = TreatyStatus.objects.filter(
        treaty__slug="cat", instrument="individual_communications", status="accepted"
    ).count()
    page = visit("treaty", "cat")
    assert number(page, r"(\d+) States are bound on this day") == parties
    assert number(page, r"(\d+) accept complaints") == accepted
    assert f"States that accept complaints ({accepted})" in page.text
    assert f"{parties} {accepted}" in visit("treaties").text


def test_fewer_were_bound_before(visit):
    now, then = (number(visit("treaty", "cat", on=on), r"(\d+) States are bound") for on in ("", "1990-01-01"))
    assert 0 < then < now


def test_what_a_complaint_asks_for(visit):
    text = visit("treaty", "cerd").part("complaints")
    assert "Article 14 declaration; in force since 3 December 1982" in text
    assert "Individuals and groups" in text
    assert "Strict time limit (6 months)." in text
    assert "Exception: Remedies unreasonably prolonged." in text


def test_a_complaint_procedure_that_works_for_nobody(visit):
    page = visit("treaty", "cmw")
    assert "No complaints procedure of this treaty is in force." in page.text
    assert "needs 10 declarations" in page.text
    assert 'id="complaints"' not in page.markup


def test_inquiries_urgent_procedures_and_limits(visit):
    assert "Article 20: automatic for parties" in visit("treaty", "cat").text
    assert "Article 30 urgent action" in visit("treaty", "ced").text
    assert "Spain: time limit. Petition must come within three months" in visit("treaty", "cerd").part("limits")


def test_an_act_that_does_not_work_yet_is_told_and_not_counted(visit):
    page = visit("treaty", "crc", on="2014-02-01")
    assert number(page, r"(\d+) accept complaints") == 0
    assert "Spain since 3 June 2013; works from 14 April 2014" in page.text

"""The comparisons: today's answers from the facts, those of 2013 beside them."""

import csv
import re

import pytest
from django.conf import settings

from mechanisms.models import RouteRequirement
from mechanisms.reference import comparison_texts, then_and_now


def remedies(page) -> dict[str, tuple[str, ...]]:
    """Route → whether it asks for exhaustion, ratification, acceptance."""
    part = page.markup.split('id="remedies"', 1)[1].split("</table>", 1)[0]
    rows = re.findall(r'<tr><th scope="row">(.*?)</th>(.*?)</tr>', part, flags=re.DOTALL)
    return {name: tuple(re.findall(r"<strong>(.*?)</strong>", cells)) for name, cells in rows}


def test_who_asks_for_exhausted_remedies(visit):
    assert remedies(visit("compare")) == {
        "UN experts (special procedures)": ("No", "No", "No"),
        "Universal Periodic Review (UPR)": ("No", "No", "No"),
        "Human Rights Council sessions": ("No", "No", "No"),
        "Complaint Procedure of the Council": ("Yes", "No", "No"),
        "Complaint to a treaty body": ("Yes", "Yes", "Yes"),
        "Treaty body review of a State": ("No", "Yes", "No"),
    }


def test_a_requirement_that_has_ended_is_not_asked_for(visit):
    RouteRequirement.objects.filter(route__slug="complaint-procedure", gate="domestic-remedies").update(
        valid_to="2025-12-31"
    )
    assert remedies(visit("compare"))["Complaint Procedure of the Council"] == ("Not asked for", "No", "No")
    assert remedies(visit("compare", on="2025-12-31"))["Complaint Procedure of the Council"] == ("Yes", "No", "No")


def test_experts_stand_on_one_side_and_states_on_the_other(visit):
    sides = visit("compare").part("sides")
    experts, states = sides.split("Led by States", 1)
    assert "UN experts (special procedures)" in experts.rsplit("Council.", 1)[1]
    assert "Complaint Procedure of the Council" in states


def test_then_and_now(visit):
    part = visit("compare").part("then-and-now")
    assert "36 on themes and 12 on countries." in part
    assert "45 on themes and 14 on countries, counted from our list of mandates." in part
    assert "Cycle 4: November 2022 to February 2027." in part
    assert "About 10 weeks before." in part
    assert "Cycle 3: May 2017 to July 2022." in visit("compare", on="2020-01-01").part("then-and-now")


def test_the_upr_beside_special_procedures(visit):
    part = visit("compare").part("upr-and-special-procedures")
    assert "States review each other. No independent expert is involved." in part
    assert "Noted means not accepted" in part
    assert "meet the experts when they visit" in part


def sentences():
    yield from comparison_texts.SINGLE_CASE.values()
    yield from comparison_texts.HOW_LONG.values()
    yield from comparison_texts.REMEDIES_THEN.values()
    yield from comparison_texts.REMEDIES_NOTES
    yield from comparison_texts.CHOOSING
    yield comparison_texts.BOTH
    for said in comparison_texts.SIDES.values():
        yield from said
    for pair in comparison_texts.UPR_AND_EXPERTS:
        yield from (pair.upr, pair.experts)
    for change in then_and_now.WORDS:
        yield from (change.then, *change.facts)


def test_every_sentence_of_our_own_names_a_source_that_exists():
    known = set()
    for name in ("sources.csv", "sources_cited.csv"):
        with (settings.BASE_DIR / "fixtures" / "facts" / name).open(encoding="utf-8") as file:
            known |= {row["slug"] for row in csv.DictReader(file)}
    assert {said.source for said in sentences()} <= known


@pytest.mark.parametrize("table", [comparison_texts.SINGLE_CASE, comparison_texts.HOW_LONG])
def test_no_route_is_left_out(table, facts):
    from mechanisms.models import Route

    assert set(table) == set(Route.objects.values_list("slug", flat=True))

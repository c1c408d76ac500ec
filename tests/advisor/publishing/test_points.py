"""The rule lab tells what a changed weight does, also where no verdict moves."""

import pytest
from django.urls import reverse

from advisor.cases.models import ExpertCase
from advisor.compare.editions import Between
from advisor.editions import store
from advisor.editions.models import Weight
from advisor.publishing import actions, report, runs
from mechanisms.models import UprReview
from tests.mechanisms.admin.filling import said

from .conftest import DAY, MYANMAR

pytestmark = pytest.mark.django_db


@pytest.fixture
def lighter(facts, editor, case):
    """A proposal in which one weight lost three points."""
    ExpertCase.objects.update(expect={})
    row = Weight.objects.get(route="special-procedures", table="information", key="country-overview")
    Weight.objects.filter(pk=row.pk).update(points=row.points - 3)
    proposal = actions.propose(note="Less for an overview", as_of=DAY, by=editor)
    while runs.run_due():
        pass
    proposal.refresh_from_db()
    return proposal


def test_a_case_whose_points_move_does_not_say_the_same(lighter):
    told = report.report(lighter)
    assert (told.stirred, len(told.shifted), told.calm) == ([], 1, [])
    points, factor = told.shifted[0].lines
    assert "of 100 points, now" in points.text
    assert "and it is no longer" in points.text
    assert "You have an overview of one country." in factor.text
    assert points.causes == factor.causes
    assert len(points.causes) == 1


def test_the_page_says_so(lighter, admin_client):
    page = said(admin_client.get(reverse("admin:advisor_proposal_change", args=[lighter.pk])))
    assert "0 of 1 are as expected and say exactly the same as before." in page
    assert "In 1 more, verdicts, places and dates are the same, and points or reasons moved." in page


def test_of_saved_advice_points_are_only_counted(lighter, save, editor):
    for _ in range(report.FEW):
        save(MYANMAR)
    again = actions.compare_again(proposal=lighter, as_of=DAY, by=editor)
    while runs.run_due():
        pass
    told = report.report(again)
    assert (told.saved, told.concerned, told.moved) == ([], 0, report.FEW)


def test_a_fact_about_one_state_concerns_answers_about_it_alone(facts):
    before = store.current_edition_id()
    UprReview.objects.filter(state__iso3="KEN").update(adoption_status="postponed")
    between = Between(before, store.freeze_now().pk)
    assert [between.concerns(states) for states in (["MMR"], ["KEN"], ["KEN", "MMR"], [])] == [False, True, True, True]

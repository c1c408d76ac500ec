"""What editors are shown first: what people act on soonest and we do not know for sure."""

import datetime

import pytest

from mechanisms.concerns import due, groups
from mechanisms.models import CouncilSession, Mandate, MandateHolder, TreatyStatus, UprReview, UprSession
from tests.mechanisms.admin.filling import said

from .world import proof

TODAY = datetime.date(2026, 11, 24)


def told(day: datetime.date = TODAY) -> dict[str, str]:
    return {str(concern.row): concern.what for group in groups(day) for concern in group.concerns}


def test_dates_ahead_come_first_and_past_ones_do_not_come_at_all(facts):
    first = groups(TODAY)[0]
    assert str(first.title) == "Dates ahead that are not certain"
    rows = [str(concern.row) for concern in first.concerns]
    assert rows[:2] == ["UPR session 53", "UPR session 54"]
    assert "Ukraine · Cycle 4" in rows
    assert "UPR session 13" not in rows


def test_a_confirmed_date_is_no_concern(facts):
    UprSession.objects.filter(number=54).update(stakeholder_deadline_status="confirmed", dates_status="confirmed")
    assert "UPR session 54" not in told()


def test_mandates_without_a_known_renewal_or_holder(facts):
    words = told()
    assert words["Afghanistan"] == "was due for renewal; the outcome was not found"
    assert words["Adequate housing"] == "no holder known"
    torture = Mandate.objects.on(TODAY).filter(holders__isnull=False).first()
    MandateHolder.objects.filter(mandate=torture).update(
        valid_from=datetime.date(2019, 1, 1), valid_from_precision="day"
    )
    assert "for more than six years" in told()[str(torture.holders.first())]


def test_contradictions(facts):
    CouncilSession.objects.filter(number=55).update(status="planned")
    UprSession.objects.filter(number=50).update(dates_status="tentative")
    UprReview.objects.filter(state__iso3="KEN", cycle__number=4).update(session=UprSession.objects.get(number=27))
    TreatyStatus.objects.filter(state__iso3="TGO", treaty__slug="cat", instrument="treaty").update(status="signatory")
    words = told()
    assert words["Council session 55"] == "“planned”, and its dates say otherwise"
    assert words["UPR session 50"] == "over, and its dates are still “tentative”"
    assert words["Kenya · Cycle 4 · UPR session 27"] == "the session belongs to another cycle"
    assert (
        words["Togo · CAT · individual complaints · accepted"]
        == "accepted, and yet the State is no party to the treaty"
    )


def test_doubtful_doors_are_told_with_their_note(facts):
    assert "Treat as closed until OHCHR confirms." in told()["Qatar · CAT · individual complaints · not accepted"]


def test_all_kinds_with_what_is_late(facts):
    kinds = {item.kind: item for item in due(TODAY)}
    assert (kinds["treaty_statuses"].late, kinds["states"].late) == (5460, 0)
    assert list(kinds)[:3] == ["upr_sessions", "council_sessions", "calls_for_input"]


@pytest.mark.django_db
def test_an_empty_database_has_no_concerns():
    proof()
    assert groups(TODAY) == []


def test_the_pages_show_them_in_few_queries(facts, editor, django_assert_max_num_queries):
    with django_assert_max_num_queries(50):
        words = said(editor.get("/admin/mechanisms/recheckinterval/due/"))
    assert "UPR session 54 : deadline for NGOs" in words
    assert "Past their re-check day" in said(editor.get("/admin/"))

"""Dates that can't be are refused; dates that are mostly a slip are saved once somebody says that they have looked again."""

import datetime

import pytest

from mechanisms.models import CallForInput, CouncilSession, UprCycle, UprSession
from tests.mechanisms.world import proof

from .filling import filled, said
from .pages import address
from .test_forms import mandate

pytestmark = pytest.mark.django_db
D = datetime.date


@pytest.fixture
def session() -> UprSession:
    cycle = UprCycle.objects.create(number=4, interval_months=54, **proof())
    return UprSession.objects.create(
        number=54,
        cycle=cycle,
        start=D(2027, 1, 18),
        end=D(2027, 1, 29),
        dates_status="confirmed",
        stakeholder_deadline_status="unknown",
        **proof(),
    )


def sent(editor, row, **changed: str):
    page = address(type(row), "change", row.pk)
    return editor.post(page, filled(editor.get(page), **changed))


@pytest.mark.parametrize("name", ["stakeholder_deadline", "national_report_deadline", "pre_session_start"])
@pytest.mark.parametrize("day", ["2027-01-18", "2029-07-17", "2027-03"])
def test_what_leads_up_to_a_session_comes_before_it(session, name, day):
    first = datetime.date.fromisoformat(day if len(day) == 10 else f"{day}-01")
    setattr(session, name, first)
    setattr(session, f"{name}_precision", "day" if len(day) == 10 else "month")
    assert name in dict(session.value_errors())


@pytest.mark.parametrize(
    ("day", "precision"), [(D(2027, 1, 17), "day"), (D(2027, 1, 1), "month"), (D(2027, 1, 1), "year")]
)
def test_a_date_that_may_come_before_is_taken(session, day, precision):
    session.stakeholder_deadline, session.stakeholder_deadline_precision = day, precision
    assert "stakeholder_deadline" not in dict(session.value_errors())


def test_pre_sessions_do_not_end_before_they_begin(session):
    session.pre_session_start, session.pre_session_end = D(2026, 11, 20), D(2026, 11, 19)
    assert "pre_session_end" in dict(session.value_errors())


def test_deadlines_of_the_council_come_before_its_session():
    row = CouncilSession(
        number=64, start=D(2027, 2, 24), dates_status="tentative", deadlines_status="confirmed", **proof()
    )
    row.written_statement_deadline = D(2027, 2, 24)
    row.side_event_request_deadline = D(2027, 2, 1)
    assert set(dict(row.value_errors())) == {"written_statement_deadline"}


def test_a_call_is_open_before_it_closes(editor):
    call = CallForInput(mandate=mandate(), title="Water", status="confirmed", **proof())
    call.opened_on, call.deadline = D(2027, 3, 1), D(2027, 1, 15)
    assert "deadline" in dict(call.value_errors())
    call.opened_on = D(2027, 1, 15)
    assert dict(call.value_errors()) == {}


def test_a_call_without_a_date_has_no_confirmed_deadline():
    assert "status" in dict(
        CallForInput(mandate=mandate(), title="Water", status="confirmed", **proof()).value_errors()
    )


def test_far_from_the_session_is_saved_only_on_a_second_look(editor, session):
    answers = {"stakeholder_deadline": "2024-07-17", "stakeholder_deadline_status": "confirmed"}
    first = sent(editor, session, **answers)
    assert "2024-07-17 is more than two years away from the session (2027-01-18)." in said(first)
    assert "Are you sure? Then tick this box and save again." in said(first)
    assert 'type="checkbox" name="sure"' in first.content.decode()
    assert sent(editor, session, **answers, sure="on").status_code == 302
    session.refresh_from_db()
    assert str(session.stakeholder_deadline) == "2024-07-17"


@pytest.mark.parametrize("day", ["2206-03-01", "2010-03-01"])
def test_without_days_a_session_is_placed_by_its_number(editor, session, day):
    later = UprSession.objects.create(
        number=55, cycle=session.cycle, dates_status="unknown", stakeholder_deadline_status="unknown", **proof()
    )
    words = said(sent(editor, later, stakeholder_deadline=day, stakeholder_deadline_status="confirmed"))
    assert f"{day} is more than two years away from the session (2027-05)." in words


def test_outcomes_are_not_adopted_before_the_review(session):
    CouncilSession.objects.create(
        number=63, start=D(2026, 9, 7), dates_status="confirmed", deadlines_status="unknown", status="held", **proof()
    )
    session.adoption_council_session = 63
    assert dict(session.doubts()) == {"adoption_council_session": "This Council session is held before the review."}


def test_a_plain_form_asks_nothing(editor, session):
    html = editor.get(address(UprSession, "change", session.pk)).content.decode()
    assert 'type="hidden" name="sure"' in html
    assert 'type="checkbox" name="sure"' not in html


def test_a_date_that_could_not_be_read_is_not_called_missing(editor, session):
    answers = {"stakeholder_deadline": "17.7.2026", "stakeholder_deadline_status": "confirmed"}
    words = said(sent(editor, session, **answers))
    assert "is not a date" in words
    assert "Without a date" not in words

"""The calendar of the treaty bodies: what a row refuses by itself, and beside the rows that it points to."""

import datetime
from typing import Any

import pytest
from django.core.exceptions import ValidationError

from mechanisms.models import CommitteeReview, CommitteeSession, Source, State, StateReport, Treaty, calendar_faults

FEBRUARY, MARCH = datetime.date(2027, 2, 15), datetime.date(2027, 3, 5)


@pytest.fixture
def proof(facts) -> dict[str, Any]:
    return {"source": Source.objects.first(), "checked_on": datetime.date(2026, 11, 24), "confidence": "high"}


def session(proof: dict[str, Any], **more: Any) -> CommitteeSession:
    given = {
        "slug": "cat-90",
        "treaty": Treaty.objects.get(slug="cat"),
        "number": 90,
        "start": FEBRUARY,
        "end": MARCH,
        "dates_status": "confirmed",
        "deadlines_status": "unknown",
    }
    return CommitteeSession(**given | proof | more)


@pytest.mark.parametrize(
    ("more", "field"),
    [
        ({"start": None, "end": None}, "dates_status"),
        ({"end": datetime.date(2027, 2, 14)}, "end"),
        ({"deadlines_status": "confirmed"}, "deadlines_status"),
        ({"report_deadline": datetime.date(2029, 1, 1), "deadlines_status": "confirmed"}, "report_deadline"),
        ({"list_deadline": datetime.date(2027, 3, 6), "deadlines_status": "confirmed"}, "list_deadline"),
        ({"report_deadline_time": "23:59", "report_deadline_zone": "Europe/Zurich"}, "report_deadline_time"),
        ({"slug": "cat-91"}, "slug"),
        ({"slug": "cerd-90"}, "slug"),
    ],
)
def test_a_session_that_cannot_be_is_refused(proof, more, field):
    session(proof).full_clean()
    with pytest.raises(ValidationError) as caught:
        session(proof, **more).full_clean()
    assert field in caught.value.message_dict


def review(proof: dict[str, Any], **more: Any) -> CommitteeReview:
    given = {
        "state": State.objects.get(iso3="KEN"),
        "treaty": Treaty.objects.get(slug="cat"),
        "kind": "review",
        "status": "confirmed",
    }
    return CommitteeReview(**given | proof | more)


@pytest.mark.parametrize("day", [datetime.date(2027, 2, 14), datetime.date(2027, 3, 6)])
def test_a_states_day_lies_in_its_session(proof, day):
    held = session(proof)
    held.save()
    review(proof, session=held, day=FEBRUARY).full_clean()
    review(proof, session=held, day=MARCH).full_clean()
    with pytest.raises(ValidationError, match="does not lie in the session"):
        review(proof, session=held, day=day).full_clean()


def test_a_review_is_at_a_session_of_its_own_committee(proof):
    held = session(proof)
    held.save()
    other = Treaty.objects.get(slug="cerd")
    with pytest.raises(ValidationError, match="another committee"):
        review(proof, session=held, treaty=other).full_clean()


def test_without_a_session_and_a_day_nothing_is_certain(proof):
    review(proof, status="unknown").full_clean()
    with pytest.raises(ValidationError, match="Without a date"):
        review(proof).full_clean()


def test_what_a_file_brings_is_looked_at_beside_the_other_rows(proof):
    assert [*calendar_faults()] == []
    held = session(proof)
    held.save()
    review(proof, session=held, treaty=Treaty.objects.get(slug="cerd")).save()
    CommitteeSession.objects.filter(pk=held.pk).update(slug="cat-9")
    assert [*calendar_faults()] == [
        "CAT: session 90: The short name is the treaty's and the number: cat-90.",
        "Kenya · review of the State · CAT: session 90: This is a session of another committee.",
    ]


def test_a_report_without_a_day_has_no_certain_one(proof):
    report = StateReport(
        state=State.objects.get(iso3="KEN"),
        treaty=Treaty.objects.get(slug="cat"),
        document="periodic",
        status="confirmed",
        **proof,
    )
    with pytest.raises(ValidationError, match="Without a date"):
        report.full_clean()
    report.due = FEBRUARY
    report.full_clean()

"""What a row says about itself must fit together, whoever writes it: the loader, the admin, an import."""

import datetime

import pytest
from django.core.exceptions import ValidationError

from mechanisms.models import CouncilSession, Mandate, StateTreatyLimit, TreatyStatus, UprSession


def errors(row) -> set[str]:
    return {field for field, _ in row.value_errors()}


@pytest.mark.parametrize(
    ("instrument", "status", "wrong"),
    [
        ("treaty", "party", set()),
        ("treaty", "accepted", {"status"}),
        ("individual_communications", "accepted", set()),
        ("inquiry", "party", {"status"}),
    ],
)
def test_a_status_goes_with_its_instrument(instrument, status, wrong):
    assert errors(TreatyStatus(instrument=instrument, status=status)) == wrong


@pytest.mark.parametrize(
    ("limit", "wrong"),
    [
        ({"limit_type": "territory"}, set()),
        ({"limit_type": "time_limit", "months": 3}, set()),
        ({"limit_type": "time_limit"}, {"months"}),
        ({"limit_type": "subject", "months": 3}, {"months"}),
        ({"limit_type": "same_matter_other_procedure", "extends_to": "examined", "scope": "any"}, set()),
        ({"limit_type": "same_matter_other_procedure"}, {"extends_to", "scope"}),
        ({"limit_type": "territory", "scope": "any"}, {"scope"}),
    ],
)
def test_a_limit_says_what_its_kind_needs_and_no_more(limit, wrong):
    assert errors(StateTreatyLimit(**limit)) == wrong


def test_no_date_means_unknown():
    unknown = UprSession(number=55, dates_status="unknown", stakeholder_deadline_status="unknown")
    invented = UprSession(number=55, dates_status="tentative", stakeholder_deadline_status="confirmed")
    assert errors(unknown) == set()
    assert errors(invented) == {"dates_status", "stakeholder_deadline_status"}
    assert errors(CouncilSession(number=64, dates_status="confirmed")) == {"dates_status"}


def test_a_session_ends_after_it_begins():
    start, end = datetime.date(2026, 5, 4), datetime.date(2026, 5, 1)
    session = UprSession(start=start, end=end, dates_status="confirmed", stakeholder_deadline_status="unknown")
    assert errors(session) == {"end"}
    session.end_precision = "month"
    assert errors(session) == set()


def test_a_country_mandate_has_a_state_and_no_other_has():
    known = {"reporting_duty": "Reports to the Council.", "reporting_duty_status": "general"}
    assert errors(Mandate(kind="country", **known)) == {"state"}
    assert errors(Mandate(kind="thematic", state_id=1, **known)) == {"state"}
    assert errors(Mandate(kind="thematic", **known)) == set()


def test_a_reporting_duty_is_said_or_said_to_be_unknown():
    assert errors(Mandate(kind="thematic", reporting_duty_status="unknown")) == set()
    assert errors(Mandate(kind="thematic", reporting_duty_status="general")) == {"reporting_duty"}


def test_clean_says_the_same():
    with pytest.raises(ValidationError) as refused:
        UprSession(number=55, dates_status="tentative", stakeholder_deadline_status="unknown").clean()
    assert set(refused.value.error_dict) == {"dates_status"}


@pytest.mark.parametrize(
    ("given", "wrong"),
    [
        ({}, set()),
        ({"stakeholder_deadline_time": "23:59", "stakeholder_deadline_zone": "Europe/Zurich"}, set()),
        ({"stakeholder_deadline_time": "23:59"}, {"stakeholder_deadline_zone"}),
        ({"stakeholder_deadline_zone": "Europe/Zurich"}, {"stakeholder_deadline_zone"}),
        (
            {
                "stakeholder_deadline_time": "12:00",
                "stakeholder_deadline_zone": "Europe/Zurich",
                "stakeholder_deadline_precision": "month",
            },
            {"stakeholder_deadline_time"},
        ),
    ],
)
def test_an_hour_goes_with_its_clock_and_with_a_day(given, wrong):
    row = UprSession(
        number=54,
        start=datetime.date(2027, 1, 18),
        dates_status="confirmed",
        stakeholder_deadline=datetime.date(2026, 7, 1),
        stakeholder_deadline_status="confirmed",
        **given,
    )
    assert errors(row) == wrong


@pytest.mark.parametrize("text", ["24:00", "9:30", "noon", "23.59"])
def test_an_hour_is_written_in_one_way(text):
    with pytest.raises(ValidationError):
        UprSession._meta.get_field("stakeholder_deadline_time").clean(text, None)

"""The first days of a plan, from days that are passed in; and which actions are one task."""

import datetime

import pytest

from advisor.plans.proposal import day_for, together
from rules.dates import PartialDate
from rules.result import Action
from rules.vocabulary import ActionSlug as A

DAY = datetime.date(2026, 11, 24)


def action(slug=A.COMMUNICATION, by=None, code="x", **more):
    return Action(slug, code, "source", by=PartialDate.parse(by) if by else None, **more)


@pytest.mark.parametrize(
    ("slug", "day"),
    [
        (A.URGENT_APPEAL, "2026-12-01"),
        (A.ALLEGATION_LETTER, "2026-12-08"),
        (A.COMMUNICATION, "2026-12-22"),
        (A.PREPARE_SUBMISSION, "2027-01-19"),
    ],
)
def test_without_a_deadline_the_day_is_counted_from_the_day_of_the_advice(slug, day):
    assert day_for(action(slug), DAY) == day


@pytest.mark.parametrize(
    ("by", "day"), [("2027-03-20", "2027-03-06"), ("2026-12-01", "2026-12-01"), ("2027-03", "2027-02")]
)
def test_with_a_deadline_it_is_counted_back_from_it(by, day):
    assert day_for(action(by=by), DAY) == day


def test_what_nobody_can_do_yet_gets_no_day():
    assert day_for(action(A.CALL_FOR_INPUT, code="call-for-input.none-published"), DAY) == ""


def test_what_ends_in_one_text_for_one_body_is_one_task():
    interim, complaint = (action(slug, country="CHE", treaty="cat") for slug in (A.INTERIM_MEASURES, A.COMMUNICATION))
    other, letter = action(country="ESP", treaty="cat"), action(A.ALLEGATION_LETTER)
    assert together([interim, letter, complaint, other]) == [(interim, complaint), (letter,), (other,)]

"""When to act where nothing is due on a day."""

import dataclasses
import datetime

from advisor.words.undated import undated_text
from rules.vocabulary import RouteSlug, Urgency, Verdict


def said(advice, slug, **answers):
    scenario = dataclasses.replace(advice.scenario, **answers)
    return undated_text(advice.route(slug), dataclasses.replace(advice, scenario=scenario))


def test_months_since_the_last_decision_are_whole_ones(advised):
    advice = advised("bride-kidnapping-kyrgyzstan")
    open_ = dataclasses.replace(advice.route(RouteSlug.TREATY_BODY_COMPLAINT), verdict=Verdict.GOOD)
    for day, months in ((datetime.date(2026, 3, 24), "8 months have"), (datetime.date(2026, 10, 24), "1 month has")):
        scenario = dataclasses.replace(advice.scenario, urgency=None, final_decision_on=day)
        at = dataclasses.replace(advice, scenario=scenario, as_of=datetime.date(2026, 11, 24))
        assert f"{months} passed since the last decision" in undated_text(open_, at)


def test_in_danger_a_letter_waits_for_no_day(advised):
    text = said(advised("defender-tortured-in-custody"), RouteSlug.SPECIAL_PROCEDURES, urgency=Urgency.IMMINENT)
    assert text.startswith("Today.")


def test_a_closed_route_has_no_when(advised):
    advice = advised("nubian-children-kenya")
    assert said(advice, RouteSlug.COMPLAINT_PROCEDURE) == ""


def test_what_goes_by_sessions_says_that_no_day_is_published(advised):
    assert "No day is published yet." in said(advised("child-rights-upr-nepal"), RouteSlug.TREATY_BODY_REVIEW)

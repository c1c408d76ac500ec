"""Advice for a text message: one message in Latin letters, three at most in others, and nothing that tells too much."""

import dataclasses
import datetime
from typing import Any

import pytest
from django.utils import translation

from advisor.advice import message
from advisor.advice.text_messages import is_narrow
from advisor.words import labels
from advisor.words.actions import action_title
from rules.dates import PartialDate
from rules.result import KeyDate, Urgent
from rules.summary import next_date
from rules.vocabulary import DateCode, DateStatus, RouteSlug, Verdict
from tests.support.cases import CASES
from tests.support.pseudo import invented_translations

EVERY_CASE = sorted(path.stem for path in CASES.glob("*.yaml"))
DAY = PartialDate(datetime.date(2027, 9, 30))


@pytest.mark.parametrize("case", EVERY_CASE)
def test_one_message_without_state_and_theme(case: str, advised: Any, frozen: Any) -> None:
    advice = advised(case)
    found = message.summaries(advice, frozen).plain
    assert found.parts == 1
    assert is_narrow(found.text)
    assert len(found.text) <= 160
    for code in advice.scenario.countries or ():
        assert frozen.states[code].name not in found.text
    for slug in advice.scenario.themes or ():
        assert frozen.themes[slug].label.lower() not in found.text.lower()


@pytest.mark.parametrize("case", EVERY_CASE)
def test_with_states_and_themes_it_is_one_message_too(case: str, advised: Any, frozen: Any) -> None:
    advice = advised(case)
    found = message.summaries(advice, frozen).about
    named = [*(advice.scenario.countries or ()), *(advice.scenario.themes or ())]
    assert (found is not None) == bool(named)
    if found:
        assert (found.parts, is_narrow(found.text)) == (1, True)


def test_it_says_what_leads_how_well_and_until_when(advised: Any, frozen: Any) -> None:
    found = message.summaries(advised("coalition-without-status"), frozen)
    lead = "Universal Periodic Review (UPR): Fits very well. Next"
    what = "UPR: last day for reports by organisations. Advice of 20 Jun 2025."
    assert found.plain.text == f"{lead}: 17 Jul 2025, {what}"
    assert found.about is not None
    themes = "Peaceful assembly and association, Freedom of opinion and expression"
    assert found.about.text == f"Rwanda, {themes}: {lead} date: 17 Jul 2025."


def alter(advice: Any, leading: list[RouteSlug], verdict: Verdict, dates: tuple[KeyDate, ...]) -> Any:
    """The advice with these routes in front, and these dates alone."""
    rest = [route.route for route in advice.routes if route.route not in leading]
    routes = tuple(
        dataclasses.replace(
            advice.route(slug),
            verdict=verdict if slug in leading else Verdict.CLOSED,
            dates=dates if slug == leading[0] else (),
            next=next_date(dates, advice.as_of) if slug == leading[0] else None,
        )
        for slug in [*leading, *rest]
    )
    return dataclasses.replace(advice, routes=routes, tie=tuple(leading) if len(leading) > 1 else (), urgent=())


def date(code: DateCode, status: DateStatus = DateStatus.ESTIMATED, day: PartialDate = DAY) -> KeyDate:
    return KeyDate(code, day, status, "upr-ngos", country="KEN")


@pytest.mark.parametrize("status", [DateStatus.CONFIRMED, DateStatus.TENTATIVE, DateStatus.ESTIMATED])
@pytest.mark.parametrize("code", list(DateCode))
@pytest.mark.parametrize("number", [1, 2, 3, 6])
def test_every_route_date_and_tie_fits_and_keeps_how_certain_it_is(
    number: int, code: DateCode, status: DateStatus, advised: Any, frozen: Any
) -> None:
    advice = advised()
    doubt = {DateStatus.CONFIRMED: "", DateStatus.TENTATIVE: " (may move)", DateStatus.ESTIMATED: " (our estimate)"}
    for place in range(6):
        leading = [*RouteSlug, *RouteSlug][place : place + number]
        for verdict in (Verdict.STRONG, Verdict.GOOD, Verdict.POSSIBLE, Verdict.WEAK):
            altered = alter(advice, leading, verdict, (date(code, status),))
            for found in dataclasses.astuple(message.summaries(altered, frozen)):
                text, parts = found
                assert parts == 1, text
                assert str(labels.VERDICTS[verdict]) in text
                assert str(labels.ROUTES[leading[0]]) in text
                if "30 Sep 2027" in text:
                    assert f"30 Sep 2027{doubt[status]}" in text


def test_for_one_route_the_date_never_gets_lost(advised: Any, frozen: Any) -> None:
    for route in RouteSlug:
        for code in DateCode:
            text = message.summaries(alter(advised(), [route], Verdict.GOOD, (date(code),)), frozen).plain.text
            assert "30 Sep 2027 (our estimate)" in text


def test_no_name_of_a_date_tells_the_theme(advised: Any, frozen: Any) -> None:
    altered = alter(advised(), [RouteSlug.SPECIAL_PROCEDURES], Verdict.GOOD, (date(DateCode.WGEID_URGENT_LIMIT),))
    found = message.summaries(altered, frozen)
    assert "last day to send" in found.plain.text
    assert "isappear" not in found.plain.text


def test_the_next_date_is_the_first_that_is_not_over(advised: Any, frozen: Any) -> None:
    over = date(DateCode.UPR_REVIEW, day=PartialDate(datetime.date(2026, 11, 23)))
    later = date(DateCode.UPR_ADOPTION, day=PartialDate(datetime.date(2027, 10, 1)))
    altered = alter(advised(), [RouteSlug.UPR], Verdict.GOOD, (later, over, date(DateCode.UPR_REVIEW)))
    assert "Next: 30 Sep 2027" in message.summaries(altered, frozen).plain.text


def test_where_no_date_is_known_none_is_invented(advised: Any, frozen: Any) -> None:
    text = message.summaries(alter(advised(), [RouteSlug.UPR], Verdict.GOOD, ()), frozen).plain.text
    assert "Next" not in text
    unpublished = KeyDate(DateCode.UPR_REVIEW, None, DateStatus.UNKNOWN, "upr-ngos")
    assert text == message.summaries(alter(advised(), [RouteSlug.UPR], Verdict.GOOD, (unpublished,)), frozen).plain.text


def test_a_month_stays_a_month(advised: Any, frozen: Any) -> None:
    month = date(DateCode.UPR_REVIEW, day=PartialDate.parse("2027-09"))
    assert (
        "Next: September 2027 (our"
        in message.summaries(alter(advised(), [RouteSlug.UPR], Verdict.GOOD, (month,)), frozen).plain.text
    )


def test_where_nothing_is_open_it_says_so(advised: Any, frozen: Any) -> None:
    advice = advised()
    shut = tuple(dataclasses.replace(route, verdict=Verdict.CLOSED, dates=(), next=None) for route in advice.routes)
    text = message.summaries(dataclasses.replace(advice, routes=shut, tie=()), frozen).plain.text
    assert text == "No route is open as things stand. Advice of 24 Nov 2026."


def test_what_protects_life_comes_first_and_no_name_of_a_step_tells_the_theme(advised: Any, frozen: Any) -> None:
    advice = advised("defender-tortured-in-custody")
    assert advice.urgent
    text = message.summaries(advice, frozen).plain.text
    assert text.startswith(f"Now: {action_title(advice.urgent[0].action)}")
    for kind in message.TELLING_STEPS:
        alone = dataclasses.replace(advice, urgent=(Urgent(RouteSlug.SPECIAL_PROCEDURES, kind),))
        assert message.summaries(alone, frozen).plain.text.startswith("Now: act at once.")


def test_the_next_date_is_that_of_the_route_that_leads(advised: Any, frozen: Any) -> None:
    altered = alter(advised(), [RouteSlug.UPR], Verdict.GOOD, (date(DateCode.UPR_REVIEW),))
    sooner = date(DateCode.CALL_FOR_INPUT, day=PartialDate(datetime.date(2026, 12, 1)))
    routes = tuple(
        dataclasses.replace(route, verdict=Verdict.GOOD, dates=(sooner,), next=sooner)
        if route.route is RouteSlug.SPECIAL_PROCEDURES
        else route
        for route in altered.routes
    )
    assert "30 Sep 2027" in message.summaries(dataclasses.replace(altered, routes=routes), frozen).plain.text


@pytest.mark.parametrize("language", ["ar", "zh-hans"])
@pytest.mark.parametrize("case", EVERY_CASE)
def test_in_other_letters_three_messages_are_enough(language: str, case: str, advised: Any, frozen: Any) -> None:
    advice = advised(case)
    with invented_translations(language), translation.override(language):
        found = message.summaries(advice, frozen)
    assert not is_narrow(found.plain.text)
    assert found.plain.parts <= 3
    if found.about:
        assert found.about.parts <= 3

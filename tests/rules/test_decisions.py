"""What the advice says of the Council's decisions: whom to speak with, what falls due, until when a body takes evidence."""

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given

from rules.advice import advise
from rules.dates import PartialDate, Period
from rules.decisions import resolution_on
from rules.facts.resolutions import Adoption
from rules.result import Action
from rules.routes import council_sessions
from rules.vocabulary import ActionSlug, DateCode, DateStatus, RouteSlug

from . import decided, truth, world

VOTED = {"adoption": Adoption.RECORDED, "yes": 28, "no": 4, "abstentions": 15}
ON_DDD = decided.resolution("A/HRC/RES/61/26", "2026-03-30", "DDD", **VOTED)


def said(action: Action) -> tuple[str, str | None, dict[str, Any]]:
    return action.code, action.country, dict(action.params)


def actions(slug: ActionSlug, parts: dict[str, Any], **answers: object) -> list[tuple[str, str | None, dict[str, Any]]]:
    s = decided.situation(parts, **{"ecosoc": "special", "outcomes": ["council-action"], **answers})
    return [said(action) for action in council_sessions.actions(s, open_=True) if action.action is slug]


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ((ON_DDD, decided.resolution("A/HRC/RES/58/19", "2025-04-03", "DDD")), "A/HRC/RES/61/26"),
        ((ON_DDD, decided.resolution("A/HRC/RES/62/9", "2026-07-06", "DDD", item=10)), "A/HRC/RES/61/26"),
        ((ON_DDD, decided.resolution("A/HRC/RES/62/9", "2026-07-06", "AAA", "DDD")), "A/HRC/RES/61/26"),
        ((decided.resolution("A/HRC/RES/60/31", "2025-10-08", "DDD", item=10),), "A/HRC/RES/60/31"),
        ((decided.resolution("A/HRC/RES/64/1", "2027-03-30", "DDD"),), None),
        ((), None),
    ],
    ids=["the latest", "not on help", "not one that also names it", "help where there is no other", "not yet", "none"],
)
def test_which_resolution_counts_on_a_state(rows, expected):
    found = resolution_on(decided.situation({"resolutions": rows}, countries=["DDD"]), "DDD")
    assert (found.symbol if found else None) == expected


@pytest.mark.parametrize(
    ("adoption", "code"),
    [
        (VOTED, "lobby-council.after-vote"),
        ({}, "lobby-council.after-consensus"),
        ({"adoption": Adoption.UNKNOWN}, "lobby-council.after-resolution"),
    ],
)
def test_whom_to_speak_with_follows_from_how_it_was_adopted(adoption, code):
    row = decided.resolution("A/HRC/RES/61/26", "2026-03-30", "DDD", **adoption)
    found = actions(ActionSlug.LOBBY_COUNCIL, {"resolutions": (row,)}, countries=["AAA", "DDD"])
    assert found == [
        ("lobby-council", None, {}),
        (code, "DDD", {"symbol": "A/HRC/RES/61/26", "country": "DDD"}),
    ]


@pytest.mark.parametrize(
    ("session", "code"),
    [(64, "seek-resolution.renewal"), (67, "seek-resolution.renewal"), (63, "seek-resolution.was-due")],
)
def test_what_falls_due_is_named_with_its_session(session, code):
    parts = {"resolutions": (ON_DDD,), "renewals": (decided.renewal("A/HRC/RES/61/26", session, mandate="ddd"),)}
    assert actions(ActionSlug.SEEK_RESOLUTION, parts, countries=["DDD"]) == [
        ("seek-resolution", None, {}),
        (code, "DDD", {"due": "mandate:ddd", "session": str(session), "country": "DDD"}),
    ]


def test_a_session_that_is_not_known_is_not_named():
    parts = {"resolutions": (ON_DDD,), "renewals": (decided.renewal("A/HRC/RES/61/26", None, mandate="ddd"),)}
    assert actions(ActionSlug.SEEK_RESOLUTION, parts, countries=["DDD"]) == [("seek-resolution", None, {})]


def test_what_falls_due_first_is_named_alone_and_with_its_like():
    parts = {
        "doors": (truth.inquiry("DDD"),),
        "resolutions": (ON_DDD,),
        "renewals": (
            decided.renewal("A/HRC/RES/61/26", 65, mandate="ddd"),
            decided.renewal("A/HRC/RES/61/26", 64, door="inquiry"),
        ),
    }
    (_, (_, _, params)) = actions(ActionSlug.SEEK_RESOLUTION, parts, countries=["DDD"])
    assert (params["due"], params["session"]) == ("door:inquiry", "64")


def renewals(**more: Any) -> list[Any]:
    s = decided.situation({"resolutions": (ON_DDD,), **more}, countries=["DDD"], themes=["torture"])
    return [date for date in council_sessions.dates(s) if date.code is DateCode.MANDATE_RENEWAL]


def test_a_renewal_takes_place_at_its_session():
    (date,) = renewals(renewals=(decided.renewal("A/HRC/RES/61/26", 64, mandate="ddd"),))
    assert (str(date.date), str(date.end), date.country) == ("2027-02-22", "2027-04-02", "DDD")
    assert (date.status, date.params) == (DateStatus.CONFIRMED, {"due": "mandate:ddd", "session": 64})


def test_what_is_counted_by_us_is_an_estimate():
    (date,) = renewals(renewals=(decided.renewal("A/HRC/RES/61/26", 64, mandate="ddd", sure=False),))
    assert date.status is DateStatus.ESTIMATED


def test_a_mandate_on_a_theme_named_falls_due_too_and_on_no_state():
    rows = (decided.renewal("A/HRC/RES/61/26", 64, mandate="torture"),)
    (date,) = renewals(renewals=rows)
    assert (date.country, date.params["due"]) == (None, "mandate:torture")
    assert renewals(renewals=(decided.renewal("A/HRC/RES/61/26", 64, mandate="housing"),)) == []


@pytest.mark.parametrize("session", [63, 66])
def test_neither_what_is_over_nor_what_is_far_has_a_date(session):
    assert renewals(renewals=(decided.renewal("A/HRC/RES/61/26", session, mandate="ddd"),)) == []


@pytest.mark.parametrize(
    ("renewal", "end", "code"),
    [
        (64, None, "submit-evidence.to-session"),
        (64, "2027-04", "submit-evidence.to-session"),
        (None, "2027-04", "submit-evidence.to-day"),
        (None, None, "submit-evidence"),
    ],
)
def test_until_when_a_body_takes_evidence(renewal, end, code):
    body = truth.inquiry("DDD")
    span = Period(body.span.start, PartialDate.parse(end) if end else None)
    parts = {
        "doors": (replace(body, span=span),),
        "resolutions": (ON_DDD,),
        "renewals": (decided.renewal("A/HRC/RES/61/26", renewal, door="inquiry"),),
    }
    found = actions(ActionSlug.SUBMIT_EVIDENCE, parts, countries=["DDD"], outcomes=["accountability"])
    assert [(each[0], each[1]) for each in found] == [(code, "DDD")]


@given(world.ANSWERS)
def test_decisions_change_no_verdict_no_gate_and_no_score(answers):
    """They say whom to speak with and when; what a route is worth does not rest on them."""
    parts = {
        "resolutions": (ON_DDD,),
        "renewals": (decided.renewal("A/HRC/RES/61/26", 64, mandate="ddd"),),
        "institutions": (decided.institution("AAA"),),
        "invitations": (decided.invitation("AAA"),),
    }
    asked = world.scenario(**answers)
    one = advise(asked, world.edition(), world.DAY, counterfactuals=False)
    other = advise(asked, decided.edition(**parts), world.DAY, counterfactuals=False)
    for slug in RouteSlug:
        before, after = one.route(slug), other.route(slug)
        assert (before.verdict, before.score, before.gates) == (after.verdict, after.score, after.gates)

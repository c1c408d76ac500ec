"""A small world for the core's tests: few States, few treaties, round dates; no database. The weights are the shipped ones."""

import datetime
import tomllib
from functools import cache
from pathlib import Path
from typing import Any

from hypothesis import strategies as st

from rules.dates import PartialDate, Period
from rules.facts.council import CouncilSession
from rules.facts.edition import Edition
from rules.facts.mandates import CallForInput, Mandate, MandateRole
from rules.facts.requirements import Requirement
from rules.facts.sources import Source
from rules.facts.states import RegionalBody, State
from rules.facts.themes import Theme, ThemeTreaty
from rules.facts.treaties import Commitment, Limit, Treaty
from rules.facts.upr import UprCycle, UprReview, UprSession
from rules.facts.weights import Weights
from rules.ground import Situation, situate
from rules.questions import QUESTIONS
from rules.scenario import Scenario, check
from rules.vocabulary import CoverKind, DateStatus, GateSlug, MandateRoleKind, Region, RouteSlug, Side

DAY = datetime.date(2026, 11, 24)
PROOF: dict[str, Any] = {"source": "src", "checked_on": "2026-02-03"}
WEIGHTS = Path(__file__).parents[2] / "fixtures" / "weights.toml"


def date(text: str) -> PartialDate:
    return PartialDate.parse(text)


def weights() -> Weights:
    data = tomllib.loads(WEIGHTS.read_text(encoding="utf-8"))

    def rows(body: dict[str, Any]) -> dict[str, int]:
        return {key: value for key, value in body.items() if key != "reason"}

    return Weights(
        tables={
            route: {table: rows(body) for table, body in data[route].items() if table != "base"} for route in RouteSlug
        },
        base={route: data[route]["base"]["points"] for route in RouteSlug},
        thresholds=rows(data["verdicts"]),
        tie_margin=data["tie"]["margin"],
        source="own-weights",
    )


def state(code: str, group: Region | None = Region.AFRICAN, *, member: bool = True) -> State:
    return State(code, f"State {code}", group, member, **PROOF)


def theme(slug: str, *, grave: bool = False) -> Theme:
    return Theme(slug, slug.title(), grave)


def covered(*treaties: str) -> tuple[ThemeTreaty, ...]:
    """The treaties of a theme, the best fitting first; one with a question mark can only be framed."""
    return tuple(
        ThemeTreaty(
            slug.rstrip("?"),
            CoverKind.FRAMED if slug.endswith("?") else CoverKind.MAIN,
            "if it is so" if slug.endswith("?") else "",
            **PROOF,
        )
        for slug in treaties
    )


def role(
    mandate: str, theme: str = "", kind: str = "own", *, danger: str = "", state: str = "", condition: str = ""
) -> MandateRole:
    return MandateRole(mandate, theme, danger, state, MandateRoleKind(kind), condition, **PROOF)


def mandate(
    slug: str, *themes: str, country: str | None = None, start: str = "1990", end: str | None = None
) -> Mandate:
    return Mandate(
        slug=slug,
        kind="country" if country else "thematic",
        short_name=slug,
        full_title=slug,
        country=country,
        themes=themes,
        span=Period(date(start), date(end) if end else None),
        takes_cases=True,
        page_url="",
        confidence="high",
        note="",
        **PROOF,
    )


def treaty(slug: str, limit: int | None = None, kind: str = "none", same: str = "pending-or-examined") -> Treaty:
    return Treaty(
        slug=slug,
        name=slug.upper(),
        abbreviation=slug.upper(),
        committee=f"Committee {slug}",
        committee_url="",
        core=True,
        in_force=datetime.date(1990, 1, 1),
        complaint_basis="protocol",
        complaint_in_force=None if slug == "cmw" else datetime.date(1995, 1, 1),
        binding_delay=(3, 0),
        complaint_delay=(3, 0),
        limit_months=limit,
        limit_kind=kind,
        same_matter=same,
        **PROOF,
    )


def act(status: str, start: str | None, binds: str | None = None) -> tuple[Commitment, ...]:
    span = Period(date(start) if start else None)
    binds_from = date(binds or start).first if (binds or start) and status in ("party", "accepted") else None
    return (Commitment(status, span, binds_from, confidence="high", note="", **PROOF),)


def limit(
    kind: str, *, months: int | None = None, bars: str = "", scope: str = "any", since: str | None = None
) -> Limit:
    return Limit(kind, f"limit on {kind}", months, bars, scope, date(since).first if since else None, "src")


def session(
    number: int, start: str | None, end: str | None = None, deadline: str | None = None, **more: Any
) -> UprSession:
    given: dict[str, Any] = {
        "stakeholder_status": DateStatus.CONFIRMED if deadline else DateStatus.UNKNOWN,
        "national_report": None,
        "pre_session": None,
        "pre_session_end": None,
        "adoption_session": None,
        "dates_status": DateStatus.CONFIRMED if start and len(start) == 10 else DateStatus.TENTATIVE,
        **more,
    }
    return UprSession(
        number=number,
        cycle=3 if number <= 40 else 4,
        start=date(start) if start else None,
        end=date(end) if end else None,
        stakeholder_deadline=date(deadline) if deadline else None,
        **given,
        **PROOF,
    )


def review(cycle: int, number: int | None, *, adoption: str = "", confidence: str = "high") -> UprReview:
    return UprReview(cycle, number, adoption, "src", confidence, "")


def council(number: int, start: str | None, end: str | None = None) -> CouncilSession:
    status = DateStatus.CONFIRMED if start else DateStatus.UNKNOWN
    return CouncilSession(
        number, date(start) if start else None, date(end) if end else None, None, None, status, **PROOF
    )


NOT_NEEDED = [
    (route, gate)
    for gate in (GateSlug.DOMESTIC_REMEDIES, GateSlug.TREATY_RATIFIED)
    for route in (RouteSlug.SPECIAL_PROCEDURES, RouteSlug.UPR, RouteSlug.COUNCIL_SESSIONS)
] + [
    (RouteSlug.TREATY_BODY_REVIEW, GateSlug.DOMESTIC_REMEDIES),
    (RouteSlug.COMPLAINT_PROCEDURE, GateSlug.TREATY_RATIFIED),
]


@cache
def edition() -> Edition:
    """AAA accepted everything, BBB ratified only, CCC signed only, DDD has limits of its own and a country mandate, OBS observes."""
    treaties = {
        "cerd": treaty("cerd", 6, "strict", "none"),
        "iccpr": treaty("iccpr", 60, "guidance", "pending"),
        "icescr": treaty("icescr", 12, "strict"),
        "cat": treaty("cat"),
        "ced": treaty("ced", same="pending"),
        "cmw": treaty("cmw", kind="not-applicable"),
    }
    commitments: dict[tuple[str, str, str], tuple[Commitment, ...]] = {}
    for slug in treaties:
        commitments["AAA", slug, "treaty"] = act("party", "2000-01-01", "2000-04-01")
        commitments["AAA", slug, "individual_communications"] = act("accepted", "2010-01-01", "2010-04-01")
        commitments["AAA", slug, "inquiry"] = act("accepted", "2010-01-01")
        commitments["BBB", slug, "treaty"] = act("party", "2000-01-01", "2000-04-01")
        commitments["CCC", slug, "treaty"] = act("signatory", "2000-01-01")
        commitments["DDD", slug, "treaty"] = act("party", "2000-01-01", "2000-04-01")
        commitments["DDD", slug, "individual_communications"] = act("accepted", "2024-06-01", "2024-09-01")
    return Edition(
        id="test",
        sources={"src": Source("src", "A source", "https://example.org/", "un-page", "2026-02-03")},
        states={code: state(code) for code in ("AAA", "BBB", "CCC", "DDD")} | {"OBS": state("OBS", None, member=False)},
        regional_bodies=(
            RegionalBody("body", "A body", "", complaints=True, states={"AAA": Period(), "BBB": Period()}, **PROOF),
        ),
        themes={
            "torture": theme("torture", grave=True),
            "housing": theme("housing"),
            "racism": theme("racism"),
            "work": theme("work"),
            "migrants": theme("migrants"),
            "enforced-disappearance": theme("enforced-disappearance", grave=True),
            "arbitrary-detention": theme("arbitrary-detention", grave=True),
            "uncovered": theme("uncovered"),
        },
        theme_treaties={
            "torture": covered("cat", "iccpr"),
            "housing": covered("icescr", "cerd?", "iccpr?"),
            "racism": covered("cerd", "iccpr"),
            "work": covered("icescr", "iccpr?"),
            "migrants": covered("cmw", "iccpr?"),
            "enforced-disappearance": covered("ced", "iccpr"),
            "arbitrary-detention": covered("iccpr"),
        },
        mandates=(
            mandate("torture", "torture"),
            mandate("housing", "housing", "work"),
            mandate("racism", "racism"),
            mandate("migrants", "migrants"),
            mandate("disappearances", "enforced-disappearance", "torture"),
            mandate("arbitrary-detention", "arbitrary-detention"),
            mandate("old", "work", end="2025-10"),
            mandate("new", "work", start="2025-10"),
            mandate("ddd", country="DDD"),
        ),
        mandate_roles=(
            role("torture", "torture"),
            role("disappearances", "torture", "if", condition="if nobody knows where the person is"),
            role("housing", "housing"),
            role("housing", "work", "also"),
            role("old", "work"),
            role("new", "work"),
            role("racism", "racism"),
            role("migrants", "migrants"),
            role("disappearances", "enforced-disappearance"),
            role("arbitrary-detention", "arbitrary-detention"),
            role("torture", danger="removal"),
        ),
        addresses=(),
        doors=(),
        calls=(
            CallForInput("housing", "Housing and heat", "", date("2026-12-15"), DateStatus.CONFIRMED, **PROOF),
            CallForInput("housing", "Over", "", date("2026-11-23"), DateStatus.CONFIRMED, **PROOF),
        ),
        treaties=treaties,
        commitments=commitments,
        limits={
            ("DDD", "cerd"): (limit("time_limit", months=3), limit("same_matter_other_procedure", bars="pending-or-examined")),
            ("DDD", "iccpr"): (limit("same_matter_other_procedure", bars="examined"), limit("time_of_facts", since="2025-01-01")),
            ("AAA", "iccpr"): (limit("same_matter_other_procedure", bars="examined", scope="european-convention"),),
        },
        committee_sessions={},
        committee_reviews={},
        state_reports={},
        cycles={number: UprCycle(number, 54, "src") for number in (3, 4, 5)},
        upr_sessions={
            30: session(30, "2018-05-07", "2018-05-18"),
            40: session(40, "2022-01-24", "2022-02-09"),
            42: session(42, "2022-11-07", "2022-11-18"),
            44: session(44, "2024-05-06", "2024-05-17", "2023-10-10", adoption_session=57),
            52: session(52, "2026-05-04", None, adoption_session=63),
            54: session(54, "2027-02", "2027-02", "2026-07-17"),
            56: session(56, "2027-11-01", "2027-11-12", "2027-03-31", national_report=date("2027-08-02"), pre_session=date("2027-09")),
        },
        reviews={
            "AAA": (review(3, 30), review(4, 44)),
            "BBB": (review(3, 40), review(4, 54, confidence="medium")),
            "CCC": (review(3, 42), review(4, 56)),
            "DDD": (review(3, 30), review(4, None)),
        },
        council_sessions=(
            council(57, "2024-09-09", "2024-10-11"),
            council(63, "2026-09-07", "2026-10"),
            council(64, "2027-02-22", "2027-04-02"),
            council(65, None),
        ),
        requirements=tuple(Requirement(route, gate, "not-needed", Period(), **PROOF) for route, gate in NOT_NEEDED),
        rules={
            "wgeid-urgent-months": (3, "src"),
            "upr-mid-term": (30, "src"),
            "upr-pre-session-lead": (10, "src"),
            "upr-pre-session-apply-lead": (10, "src"),
        },
        sides={
            route: Side.STATE
            if route in (RouteSlug.UPR, RouteSlug.COUNCIL_SESSIONS, RouteSlug.COMPLAINT_PROCEDURE)
            else Side.EXPERT
            for route in RouteSlug
        },
        weights=weights(),
    )  # fmt: skip


def scenario(**answers: object) -> Scenario:
    """A checked scenario of this world."""
    return check(answers, countries=edition().states, themes=edition().themes)


def situation(day: datetime.date = DAY, **answers: object) -> Situation:
    """A scenario on its ground."""
    return situate(scenario(**answers).applicable()[0], edition(), day)


DAYS = st.dates(datetime.date(2023, 1, 1), datetime.date(2028, 12, 31))


def _answer(slug: str) -> st.SearchStrategy[Any]:
    question = next(q for q in QUESTIONS if q.slug == slug)
    if question.kind == "date":
        return DAYS
    if question.kind == "choice":
        return st.sampled_from(question.allowed)
    pool = {"countries": tuple(edition().states), "themes": tuple(edition().themes)}.get(
        question.kind, question.allowed
    )
    return st.lists(st.sampled_from(pool), unique=True, min_size=0 if question.may_be_empty else 1, max_size=3)


def answers_to(slug: str) -> st.SearchStrategy[Any]:
    """Any allowed answer to a question."""
    return _answer(slug)


ANSWERS = st.fixed_dictionaries({}, optional={question.slug: _answer(question.slug) for question in QUESTIONS})
"""Any scenario as raw answers: each question may be left out."""

CASE = {
    "countries": ["AAA"],
    "themes": ["torture"],
    "information": "individual-cases",
    "scale": "single-case",
    "evidence": "direct",
    "ready_on": "2026-12-01",
    "people": ["race-or-origin"],
    "began_on": "2026-01-01",
    "happened_on": "2026-01-01",
    "continues": "no",
    "urgency": "past",
    "consent": "victim",
    "identification": "open",
    "remedies": "exhausted",
    "final_decision_on": "2026-10-01",
    "elsewhere": "no",
    "reprisals": "none",
    "outcomes": ["legal-finding"],
    "effort": "months",
    "ecosoc": "none",
    "sponsor": "no",
    "geneva": "remote",
    "coalition": "no",
}
"""A complete case in which every door of a complaint is open."""


def case(**changed: object) -> dict[str, object]:
    """The complete case with other answers."""
    return {**CASE, **changed}

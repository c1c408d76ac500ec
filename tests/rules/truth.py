"""Truth tables: CSV files under `tables/` that a lawyer can read, one row one test. What the columns mean stands in `tables/README.md`."""

import csv
import datetime
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from rules import pointers, sequence
from rules.dates import PartialDate, Period
from rules.facts.addresses import Door
from rules.facts.committees import CommitteeReview, CommitteeSession, StateReport
from rules.facts.council import CouncilSession
from rules.facts.edition import Edition
from rules.facts.states import RegionalBody
from rules.facts.treaties import Commitment, Limit
from rules.ground import Pair, Situation, situate
from rules.questions import BY_SLUG
from rules.result import Action, KeyDate, Score
from rules.routes import council_sessions
from rules.scenario import Scenario
from rules.scoring import ROUTES, Assessment, failing
from rules.summary import next_date
from rules.vocabulary import ActionSlug, AddressKind, DateStatus, PointerSlug, RouteSlug, Verdict

from . import shipped, sittings, world

TABLES = Path(__file__).parent / "tables"
Row = Mapping[str, str]
NOT_CONDITIONS = ("source", "note")


def rows(name: str) -> list[Any]:
    """The rows of a table as parameters of a test, each named by its line and what it says."""
    with (TABLES / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        found = [*csv.DictReader(file)]
    return [pytest.param(row, id=f"{line}: {_said(row)}") for line, row in enumerate(found, start=2)]


def _said(row: Row) -> str:
    return ", ".join(f"{key} {cell}" for key, cell in row.items() if cell and key not in NOT_CONDITIONS)


def answers(row: Row) -> dict[str, Any]:
    """The cells that answer questions: empty is not answered, `none` is an empty list, lists are divided by spaces."""
    found: dict[str, Any] = {}
    for slug, question in BY_SLUG.items():
        cell = row.get(slug, "")
        if cell:
            many = question.kind in ("countries", "themes", "choices")
            found[slug] = ([] if cell == "none" else cell.split()) if many else cell
    return found


def day(row: Row, column: str = "day") -> datetime.date:
    """A cell as a day; without one, the day of the small world."""
    return datetime.date.fromisoformat(row[column]) if row.get(column) else world.DAY


def scenario(row: Row) -> Scenario:
    """The scenario that a row describes, without answers that do not apply."""
    return world.scenario(**answers(row)).applicable()[0]


def situation(row: Row) -> Situation:
    """The scenario of a row in the small world."""
    return situate(scenario(row), world.edition(), day(row))


def words(items: Any) -> str:
    """What a cell says of several slugs."""
    return " ".join(sorted(items))


def yes(value: bool) -> str:
    """A cell that says yes or stays empty."""
    return "yes" if value else ""


def one_committee(row: Row) -> tuple[Situation, Pair]:
    """A State and one real committee: what the State did and declared stands in the row, what the treaty says in the kept edition.

    `party` and `accepted` are statuses (left out: party since 2000, accepted since 2010); `own_…` are the State's own limits.
    """
    slug = row["committee"]
    acts = {
        "treaty": _act(row, "party", "party", "2000-01-01"),
        "individual_communications": _act(row, "accepted", "accepted", "2010-01-01"),
        "inquiry": _act(row, "inquiry", "accepted", "2010-01-01"),
    }
    edition = replace(
        world.edition(),
        theme_treaties={**world.edition().theme_treaties, "work": world.covered(slug)},
        treaties={slug: shipped.edition().treaties[slug]},
        commitments={("AAA", slug, instrument): act for instrument, act in acts.items()},
        limits={("AAA", slug): tuple(_own_limits(row))},
    )
    s = situate(replace(scenario(row), countries=("AAA",), themes=("work",)), edition, day(row))
    return s, s.ground.pairs[0]


def _act(row: Row, column: str, usual: str, since: str) -> tuple[Commitment, ...]:
    status = row.get(column) or usual
    if status == "nothing":
        return ()
    start, end = row.get(f"{column}_since") or since, row.get(f"{column}_until")
    span = Period(PartialDate.parse(start), PartialDate.parse(end) if end else None)
    binds = span.start.first if status in ("party", "accepted") and span.start else None
    return (Commitment(status, span, binds, "src", "2026-02-03", "high", ""),)


def _own_limits(row: Row) -> Iterator[Limit]:
    if row.get("own_months"):
        yield world.limit("time_limit", months=int(row["own_months"]))
    if row.get("own_bar"):
        yield world.limit("same_matter_other_procedure", bars=row["own_bar"], scope=row.get("own_scope") or "any")
    if row.get("own_facts_since"):
        yield world.limit("time_of_facts", since=row["own_facts_since"])


def regional(row: Row) -> tuple[tuple[RegionalBody, str], ...]:
    """The regional bodies that cover a State: one that takes complaints, one that takes reports alone, or none."""
    kinds = row.get("regional", "").split()
    return tuple(
        (RegionalBody(kind, kind, "", kind == "complaints", {"AAA": Period()}, **world.PROOF), "AAA") for kind in kinds
    )


def order(row: Row) -> str:
    """The order and the conflicts among the routes that a row says are open, one a line."""
    s = situation(row)
    s = replace(s, ground=replace(s.ground, regional=regional(row)))
    open_ = row["open"].split()
    ranked = tuple(
        Assessment(route, (), (), Score(0, 0, 0), Verdict.GOOD if route.value in open_ else Verdict.CLOSED)
        for route in RouteSlug
    )
    return "; ".join(f"{step.first} > {step.then}: {step.why}" for step in sequence.steps(s, ranked))


BODIES: Mapping[str, Mapping[str, Any]] = {
    "inquiry": {"pointer": PointerSlug.INVESTIGATION, "name": "Inquiry on AAA", "states": ("AAA",)},
    "labour": {"pointer": PointerSlug.OTHER_DOOR, "name": "Labour body", "themes": ("work",)},
    "everybody": {"pointer": PointerSlug.EMERGENCY, "name": "Everybody"},
    "removal-only": {"pointer": PointerSlug.EMERGENCY, "name": "Removals alone", "dangers": ("removal",)},
    "court-now": {"pointer": PointerSlug.REGIONAL, "name": "Court at once", "regional_body": "complaints"},
}
"""Bodies outside the six routes, as a row names them."""


def doors(row: Row) -> str:
    """The doors outside the six routes, each with the bodies behind it."""
    found = tuple(replace(inquiry(), **{"slug": slug, **BODIES[slug]}) for slug in row.get("bodies", "").split())
    s = situate(scenario(row), replace(world.edition(), doors=found), day(row))
    s = replace(s, ground=replace(s.ground, regional=regional(row)))
    told = ((pointer.code, " ".join(body.name for body in pointer.bodies)) for pointer in pointers.pointers(s))
    return "; ".join(f"{code}: {names}" if names else code for code, names in told)


OTHERS = {
    "BBB": (("2018-05-07", "2018-05-18"), ("2023-05-01", "2023-05-12")),
    "CCC": (("2018-11-05", "2018-11-16"), ("2024-11-04", "2024-11-15")),
    "DDD": (("2019-01-21", "2019-02-01"), ("2024-01-22", "2024-02-02")),
}
"""The other States of `upr_edition`: reviewed twice, fourteen sessions and 60 or 72 months apart."""


def upr_edition(row: Row) -> Edition:
    """One State in the UPR: the last review with the Council session of its adoption, and the next one as far as it is published. Three
    others, reviewed twice, show the order."""
    last, ahead, council_end = row.get("last_start"), row.get("next_start"), row.get("council_end")
    number = int(row.get("next_session") or 55)
    sessions, reviews, councils = {}, [], []
    if last:
        adoption = 7 if council_end else None
        sessions[41] = world.session(41, last, row.get("last_end") or None, adoption_session=adoption)
        reviews.append(world.review(4, 41, adoption=row.get("adoption", "")))
    if council_end:
        councils.append(world.council(7, None if council_end == "unknown" else council_end, None))
        councils[0] = replace(councils[0], end=PartialDate.parse(council_end) if council_end != "unknown" else None)
    if ahead:
        published = ("national_report", "pre_session", "pre_session_end")
        more = {name: PartialDate.parse(row[name]) if row.get(name) else None for name in published}
        if ahead != "unknown":
            start = None if ahead in ("end only", "session only") else ahead
            sessions[number] = world.session(
                number, start, row.get("next_end") or None, row.get("deadline") or None, **more
            )
        place = row.get("place") or "high"
        reviews.append(world.review(5, number if ahead != "unknown" else None, confidence=place))
    others = {}
    for first, (code, spans) in enumerate(OTHERS.items(), start=20):
        for session, (start, end) in zip((first, first + 14), spans, strict=True):
            sessions[session] = world.session(session, start, end)
        others[code] = (world.review(4, first), world.review(5, first + 14))
    states = {code: world.state(code) for code in ("AAA", *OTHERS)}
    states["AAA"] = world.state("AAA", member=row.get("member") != "no")
    return replace(
        world.edition(),
        states=states,
        upr_sessions=sessions,
        reviews={"AAA": tuple(reviews), **others},
        council_sessions=tuple(councils),
    )


def council_edition(row: Row) -> Edition:
    """A Council whose next or running session and its deadlines stand in the row, between one that is over and the one that follows."""

    def date(column: str) -> PartialDate | None:
        return PartialDate.parse(row[column]) if row.get(column) else None

    held = world.council(64, "2026-09-07", "2026-10-07")
    status = DateStatus.CONFIRMED if row.get("session") else DateStatus.UNKNOWN
    ahead = CouncilSession(
        65,
        date("session"),
        date("session_end"),
        date("written_published"),
        date("side_published"),
        status,
        **world.PROOF,
        oral_statement_registration=date("speakers_list"),
    )
    after = [world.council(66, row["session_after"])] if row.get("session_after") else []
    return replace(world.edition(), council_sessions=(held, ahead, *after))


def inquiry(*states: str, name: str = "Commission of inquiry") -> Door:
    """A body of inquiry that works on these States."""
    return Door(
        slug="inquiry",
        pointer=PointerSlug.INVESTIGATION,
        name=name,
        kind=AddressKind.EMAIL,
        value="inquiry@example.org",
        summary="It keeps evidence.",
        themes=(),
        dangers=(),
        states=states,
        regions=(),
        regional_body="",
        span=Period(PartialDate.parse("2020")),
        **world.PROOF,
    )


def crisis(row: Row) -> Situation:
    """The scenario of a row in a world with a body of inquiry on the States in `inquiry`."""
    doors = (inquiry(*row["inquiry"].split()),) if row.get("inquiry") else ()
    return situate(scenario(row), replace(world.edition(), doors=doors), day(row))


def on_the_floor(row: Row) -> dict[str, str]:
    """By when each thing is to be done at the Council: a day, `open` without one, `gone` where it is not offered; and the dates named."""
    s = situate(scenario({"ecosoc": "special", **row}), council_edition(row), day(row))
    found = {action.action: str(action.by or "open") for action in council_sessions.actions(s, open_=True)}
    lobbying = [
        action.code for action in council_sessions.actions(s, open_=True) if action.action is ActionSlug.LOBBY_COUNCIL
    ]
    return {
        "written": found.get(ActionSlug.WRITTEN_STATEMENT, "gone"),
        "oral": found.get(ActionSlug.ORAL_STATEMENT, "gone"),
        "side_event": found.get(ActionSlug.SIDE_EVENT, "gone"),
        "lobby": lobbying[0].removeprefix("lobby-council").removeprefix(".") or "as usual",
        "dates": "; ".join(_one_date(date).removeprefix("council-") for date in council_sessions.dates(s)),
    }


def to_do(row: Row, s: Situation) -> dict[str, str]:
    """What a route says is to be done, with day, State and treaty, and the dates that it names."""
    own = ROUTES[RouteSlug(row["route"])]
    open_ = not failing(own.options(s)[0].gates)
    return {
        "open": "yes" if open_ else "no",
        "do": "; ".join(_one_action(action) for action in own.actions(s, open_)),
        "dates": "; ".join(_one_date(date) for date in own.dates(s)),
    }


def _one_action(action: Action) -> str:
    by = f"by {action.by}" if action.by else ""
    about = (by, action.country, action.treaty, f"to {','.join(action.mandates)}" if action.mandates else "")
    return " ".join(filter(None, (action.code, *about)))


def _one_date(date: KeyDate) -> str:
    span = f"{date.date}..{date.end}" if date.end else str(date.date or "-")
    return " ".join(filter(None, (date.code, span, date.status, date.country)))


def upr_situation(row: Row) -> Situation:
    """The State of `upr_edition`, alone or with others, or a region, and the answers of a row on its day."""
    asked = scenario(row)
    return situate(
        asked if row.get("regions") else replace(asked, countries=asked.countries or ("AAA",)),
        upr_edition(row),
        day(row),
    )


def committees_situation(row: Row) -> Situation:
    """The answers of a row on its day, where committees do what its `calendar` says and States owe what `owed` says."""
    sessions: dict[str, CommitteeSession] = {}
    reviews: dict[str, tuple[CommitteeReview, ...]] = {}
    for place, text in enumerate(filter(None, row["calendar"].split("; ")), start=90):
        country, treaty, kind, *rest = text.split()
        given = dict(item.split("=") for item in rest)
        session = None
        if "unpublished" not in given:
            deadline = {"reports" if kind in ("review", "follow-up") else "lists": given.get("deadline", "")}
            session = sittings.sitting(
                treaty,
                place,
                given.get("start", ""),
                given.get("end", ""),
                time=given.get("time", ""),
                status=given.get("status", "confirmed"),
                **deadline,
            )
            sessions[session.slug] = session
        planned = sittings.on_the_list(
            session, kind, treaty=treaty, day=given.get("day", ""), confidence=given.get("confidence", "high")
        )
        reviews[country] = (*reviews.get(country, ()), planned)
    owed: dict[str, tuple[StateReport, ...]] = {}
    for text in filter(None, row["owed"].split("; ")):
        country, treaty, document, due = text.split()
        report = StateReport(treaty, document, "", world.date(due), DateStatus.CONFIRMED, **world.PROOF)
        owed[country] = (*owed.get(country, ()), report)
    return situate(scenario(row), sittings.with_calendar(world.edition(), sessions.values(), reviews, owed), day(row))


def next_of(s: Situation) -> str:
    """The next date of the route of reviews by committees."""
    found = next_date(ROUTES[RouteSlug.TREATY_BODY_REVIEW].dates(s), s.day)
    return _one_date(found) if found else ""

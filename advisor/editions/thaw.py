"""The content of an edition → the core's frozen objects. Reads the content alone, never a table."""

from collections.abc import Mapping
from typing import Any

from rules.dates import PartialDate, Period
from rules.facts.council import CouncilSession
from rules.facts.edition import Edition
from rules.facts.mandates import CallForInput, Mandate
from rules.facts.requirements import Requirement
from rules.facts.sources import Source
from rules.facts.states import RegionalBody, State
from rules.facts.themes import Theme
from rules.facts.treaties import Commitment, Limit, Treaty, binds_from
from rules.facts.upr import UprCycle, UprReview, UprSession
from rules.facts.weights import Weights
from rules.vocabulary import DateStatus, GateSlug, Region, RouteSlug, Side

Content = Mapping[str, Any]


def thaw(edition_id: str, content: Content) -> Edition:
    """The edition that a content describes."""
    treaties = {slug: _treaty(slug, row) for slug, row in content["treaties"].items()}
    return Edition(
        id=edition_id,
        sources={
            slug: Source(slug, row["title"], row["url"], row["kind"], row["checked_on"], row.get("recheck_by", ""))
            for slug, row in content["sources"].items()
        },
        states={
            code: State(
                code,
                row["name"],
                Region(row["group"]) if row["group"] else None,
                row["member"],
                row["source"],
                row["checked_on"],
            )
            for code, row in content["states"].items()
        },
        regional_bodies=tuple(_body(row) for row in content["regional"]),
        themes={
            slug: Theme(slug, row["label"], tuple(row["treaties"]), row["grave"])
            for slug, row in content["themes"].items()
        },
        mandates=tuple(_mandate(row) for row in content["mandates"]),
        calls=tuple(
            CallForInput(
                row["mandate"],
                row["title"],
                row["url"],
                _date(row["deadline"]),
                DateStatus(row["status"]),
                row["source"],
                row["checked_on"],
            )
            for row in content["calls"]
        ),
        treaties=treaties,
        commitments=_commitments(content["commitments"], treaties),
        limits={
            (key.split("/")[0], key.split("/")[1]): tuple(_limit(row) for row in rows)
            for key, rows in content["limits"].items()
        },
        cycles={
            int(number): UprCycle(int(number), row["months"], row["source"])
            for number, row in content["cycles"].items()
        },
        upr_sessions={int(number): _upr_session(int(number), row) for number, row in content["upr_sessions"].items()},
        reviews={
            code: tuple(
                UprReview(row["cycle"], row["session"], row["adoption"], row["source"], row["confidence"], row["note"])
                for row in rows
            )
            for code, rows in content["reviews"].items()
        },
        council_sessions=tuple(
            CouncilSession(
                row["number"],
                _date(row["start"]),
                _date(row["end"]),
                _date(row["written"]),
                _date(row["side_event"]),
                DateStatus(row["dates_status"]),
                row["source"],
                row["checked_on"],
            )
            for row in content["council_sessions"]
        ),
        requirements=tuple(
            Requirement(
                RouteSlug(row["route"]),
                GateSlug(row["gate"]),
                row["need"],
                _span(row),
                row["source"],
                row["checked_on"],
            )
            for row in content["requirements"]
        ),
        rules={key: (row["value"], row["source"]) for key, row in content["rules"].items()},
        sides={RouteSlug(slug): Side(row["side"]) for slug, row in content["routes"].items()},
        weights=_weights(content["weights"]),
        display={key: content[key] for key in DISPLAYED},
    )


DISPLAYED = (
    "contacts",
    "routes",
    "supports",
    "regional",
    "mandates",
    "treaties",
    "rules",
    "weights",
    "themes",
    "council_members",
)
"""What pages show beside the advice; the core does not read it."""


def _date(text: str | None) -> PartialDate | None:
    return PartialDate.parse(text) if text else None


def _span(row: Content) -> Period:
    return Period(_date(row["from"]), _date(row["to"]))


def _body(row: Content) -> RegionalBody:
    states = {code: _span(place) for code, place in row["states"].items()}
    return RegionalBody(
        row["slug"], row["name"], row["description"], row["complaints"], states, row["source"], row["checked_on"]
    )


def _mandate(row: Content) -> Mandate:
    holders = [holder for holder in row["holders"] if holder["to"] is None]
    return Mandate(
        slug=row["slug"],
        kind=row["kind"],
        short_name=row["short_name"],
        full_title=row["full_title"],
        country=row["country"],
        themes=tuple(row["themes"]),
        span=_span(row),
        takes_cases={"yes": True, "no": False}.get(row["takes_cases"]),
        contacts=tuple((contact["kind"], contact["value"]) for contact in row["contacts"] if contact["to"] is None),
        holder=holders[-1]["name"] if holders else "",
        page_url=row["page_url"],
        source=row["source"],
        checked_on=row["checked_on"],
        confidence=row["confidence"],
        note=row["note"],
    )


def _treaty(slug: str, row: Content) -> Treaty:
    in_force, complaints = _date(row["in_force"]), _date(row["complaint_in_force"])
    return Treaty(
        slug=slug,
        name=row["name"],
        abbreviation=row["abbreviation"],
        committee=row["committee"],
        committee_url=row["committee_url"],
        core=row["core"],
        in_force=in_force.first if in_force else None,
        complaint_basis=row["complaint_basis"],
        complaint_in_force=complaints.first if complaints else None,
        binding_delay=(row["binding_delay"][0], row["binding_delay"][1]),
        complaint_delay=(row["complaint_delay"][0], row["complaint_delay"][1]),
        limit_months=row["limit_months"],
        limit_kind=row["limit_kind"],
        same_matter=row["same_matter"],
        source=row["source"],
        checked_on=row["checked_on"],
    )


def _commitments(rows: Content, treaties: Mapping[str, Treaty]) -> dict[tuple[str, str, str], tuple[Commitment, ...]]:
    """With the day from which each act binds: deposit plus the treaty's delay. A declaration made later works from its own day."""
    found = {}
    for key, acts in rows.items():
        country, treaty, instrument = key.split("/")
        found[country, treaty, instrument] = tuple(_commitment(act, treaties[treaty], instrument) for act in acts)
    return found


def _commitment(row: Content, treaty: Treaty, instrument: str) -> Commitment:
    span = _span(row)
    binds = None
    if span.start is not None and row["status"] in ("party", "accepted"):
        in_force = treaty.complaint_in_force if instrument == "individual_communications" else treaty.in_force
        delay = treaty.binding_delay if instrument == "treaty" else treaty.complaint_delay
        if row["action"] == "declaration":
            delay = (0, 0)
        elif row["action"].startswith("declaration with"):
            delay = treaty.binding_delay
        binds = binds_from(span.start.first, delay, in_force)
    return Commitment(
        row["status"],
        span,
        binds,
        row["source"],
        row["checked_on"],
        row["confidence"],
        row["note"],
        row.get("recheck_by", ""),
    )


def _limit(row: Content) -> Limit:
    since = _date(row["since"])
    return Limit(
        row["kind"],
        row["summary"],
        row["months"],
        row["bars"],
        row["scope"] or "any",
        since.first if since else None,
        row["source"],
    )


def _upr_session(number: int, row: Content) -> UprSession:
    return UprSession(
        number=number,
        cycle=row["cycle"],
        start=_date(row["start"]),
        end=_date(row["end"]),
        stakeholder_deadline=_date(row["deadline"]),
        stakeholder_status=DateStatus(row["deadline_status"]),
        national_report=_date(row["national_report"]),
        pre_session=_date(row["pre_session"]),
        pre_session_end=_date(row["pre_session_end"]),
        adoption_session=row["adoption"],
        dates_status=DateStatus(row["dates_status"]),
        source=row["source"],
        checked_on=row["checked_on"],
        recheck_by=row.get("recheck_by", ""),
    )


def _weights(content: Content) -> Weights:
    general = content["general"]
    return Weights(
        tables={
            route: {table: row["points"] for table, row in content[route].items() if table != "base"}
            for route in RouteSlug
        },
        base={route: content[route]["base"]["points"]["points"] for route in RouteSlug},
        thresholds=general["verdicts"]["points"],
        tie_margin=general["tie"]["points"]["margin"],
        source="own-weights",
    )
